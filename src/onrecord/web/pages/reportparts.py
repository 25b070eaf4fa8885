"""A long text in parts that a page can show, cut where a line ends."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from onrecord.errors import UsageError

LONGEST = 40_000
"""Characters of a text that one page shows; most reports have a tenth of them."""
_NEAR = 4_000


@dataclass(frozen=True, slots=True)
class Part:
    """The characters `first` to `last` of a text, part `number` of those that begin at `starts`, counted from 1."""

    number: int
    first: int
    last: int
    starts: tuple[int, ...]

    @property
    def of(self) -> int:
        """How many parts the text has."""
        return len(self.starts)

    def holding(self, place: int) -> int:
        """The number of the part in which a character stands."""
        return max(1, bisect_right(self.starts, place))


def part_of(text: str, number: int) -> Part:
    """A part of a text by its number; UsageError where the text has none such."""
    starts = _starts(text)
    if not 1 <= number <= len(starts):
        raise UsageError(f"the report has {len(starts)} parts; there is no part {number}")
    last = starts[number] if number < len(starts) else len(text)
    return Part(number, starts[number - 1], last, tuple(starts))


def _starts(text: str) -> list[int]:
    starts = [0]
    while len(text) - starts[-1] > LONGEST + _NEAR:
        most = starts[-1] + LONGEST
        line = text.rfind("\n", most - _NEAR, most)
        starts.append(most if line < 0 else line + 1)
    return starts
