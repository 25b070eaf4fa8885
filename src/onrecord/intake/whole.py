"""A whole file as one report: plain text or an HTML page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from onrecord.errors import Empty, TooLarge
from onrecord.intake.binary import check_text
from onrecord.model import RawReport, Stated

_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def whole_report(
    chunks: Iterable[bytes], origin: str, media: Literal["text", "html"], stated: Stated, limit: int
) -> RawReport:
    """The report that a stream holds; never more than `limit` bytes of it are in memory.

    Raises TooLarge, Empty or NotText.
    """
    data = _gathered(chunks, limit)
    if not data.strip() or data in _BYTE_ORDER_MARKS:
        raise Empty("nothing in it; leave it out or give its text")
    check_text(data)
    return RawReport(origin, media, data, fallback=stated)


def too_large(limit: int) -> TooLarge:
    """The error of a report that outgrows the limit."""
    return TooLarge(
        f"larger than {limit:,} bytes; split it into its reports, one a line of a .jsonl file, "
        "or raise ONRECORD_MAX_REPORT_BYTES"
    )


def _gathered(chunks: Iterable[bytes], limit: int) -> bytes:
    pieces: list[bytes] = []
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > limit:
            raise too_large(limit)
        pieces.append(chunk)
    return b"".join(pieces)
