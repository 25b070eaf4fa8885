"""Contents without the dateline that a report opens with: "QUITO - The two sides will meet" begins at "The"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.reading.encoded import Encoded
from onrecord.reading.parts import Stretch

_DATELINE = re.compile(
    r"[A-ZÀ-ÞŠŽČĆŁŞİ]{2}[A-ZÀ-ÞŠŽČĆŁŞİ.'’ -]{0,40}(?:,[^\n.!?]{0,50})?(?:\s\([^)\n]{2,40}\))?\s(?:--|[-–—])\s"
)
"""A place in capitals, perhaps a day and an agency, and a dash."""


def without_dateline(report: Encoded, content: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """The pieces of a content, each beginning behind the dateline of its paragraph if it holds that; none gets empty."""
    return tuple(_cut(report, *piece) for piece in content)


def _cut(report: Encoded, first: int, last: int) -> Stretch:
    start = report.places[first][0]
    if start and report.text[start - 1] != "\n":
        return first, last
    dateline = _DATELINE.match(report.text, start)
    behind = (
        first
        if dateline is None
        else next((w for w in range(first, last + 1) if report.places[w][0] >= dateline.end()), first)
    )
    return behind, last
