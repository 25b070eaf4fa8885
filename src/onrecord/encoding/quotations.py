"""What stands between quotation marks, also when a quotation runs over several paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_MARKS = re.compile(r"''|``|[\"“”«»„]")
_CLOSERS = {"“": "”", "«": "»", "„": "“", "``": "''"}


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation: from its opening mark to after its closing mark."""

    start: int
    end: int

    def covers(self, start: int, end: int) -> bool:
        """Whether these characters stand within the quotation."""
        return self.start <= start and end <= self.end


def quotations(text: str, paragraphs: Iterable[tuple[int, int]]) -> tuple[Quotation, ...]:
    """The quotations of a text in order, paragraph by paragraph.

    A quotation left open at a paragraph's end is one when the next paragraph opens with a mark again (the manner of
    printed English); otherwise it ends with its paragraph, so that one missing mark spoils no more than that.
    """
    found = []
    for start, end in paragraphs:
        opened: re.Match[str] | None = None
        for mark in _MARKS.finditer(text, start, end):
            if opened is None:
                opened = mark if _opens(text, mark, start) else None
            elif _closes(mark.group(), opened.group()):
                found.append(Quotation(opened.start(), mark.end()))
                opened = None
        if opened is not None:
            found.append(Quotation(opened.start(), end))
    return tuple(found)


def _opens(text: str, mark: re.Match[str], start: int) -> bool:
    """Whether a mark can open a quotation: a curly one by its shape, a straight one by what stands before it."""
    if mark.group() in _CLOSERS:
        return True
    if mark.group() in {"”", "»"}:
        return False
    return mark.start() == start or not text[mark.start() - 1].isalnum()


def _closes(mark: str, opened: str) -> bool:
    wanted = _CLOSERS.get(opened, opened)
    return mark == wanted or (opened == "“" and mark == '"')
