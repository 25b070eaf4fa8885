"""Lines of a stream, each within the limit, whatever their length."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from onrecord.errors import TooLarge


class _Line:
    """The line that is being gathered: its bytes, or only the fact that it outgrew the limit."""

    def __init__(self, limit: int) -> None:
        self._limit: Final = limit
        self._pieces: list[bytes] = []
        self._size = 0

    def add(self, piece: bytes) -> None:
        self._size += len(piece)
        if self._size <= self._limit:
            self._pieces.append(piece)
        else:
            self._pieces.clear()

    def begun(self) -> bool:
        return self._size > 0

    def take(self) -> bytes | None:
        """The whole line, or None when it was too long; then the next line begins."""
        line = b"".join(self._pieces) if self._size <= self._limit else None
        self._pieces.clear()
        self._size = 0
        return line


def lines_of(chunks: Iterable[bytes], limit: int) -> Iterator[bytes | TooLarge]:
    """Each line without its newline; a TooLarge stands in for a line of more than `limit` bytes.

    Of a line that is too long nothing is kept in memory. The last line needs no newline, but a stream that breaks
    within a line does not give that line.
    """
    line = _Line(limit)
    for chunk in chunks:
        *ended, rest = chunk.split(b"\n")
        for piece in ended:
            line.add(piece)
            yield _whole(line, limit)
        line.add(rest)
    if line.begun():
        yield _whole(line, limit)


def _whole(line: _Line, limit: int) -> bytes | TooLarge:
    whole = line.take()
    if whole is None:
        return TooLarge(f"the line is longer than {limit:,} bytes; shorten it or raise ONRECORD_MAX_REPORT_BYTES")
    return whole
