"""Text set into lines as browsers set it: white space collapses, blocks begin on lines of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_SPACE: Final = re.compile(r"[ \t\n\r\f]+")
_SPACE_WITHIN_LINE: Final = re.compile(r"[ \t\r\f]+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page: its characters, how many letters of it are links, and the blocks that it stands in.

    `block` and `container` are numbers of the element that holds the line and of the one around that: lines of one
    container are siblings, paragraphs of one column.
    """

    start: int
    end: int
    linked: int
    block: int
    container: int


class Typesetter:
    """Takes the text of a page piece by piece and sets it into lines joined by single newlines."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.position = 0
        self.links = 0
        self.keep_newlines = 0
        self._set: list[str] = []
        self._line: list[str] = []
        self._line_start = 0
        self._linked = 0
        self._blocks = [0, 0]
        self._numbered = 0

    def put(self, text: str) -> None:
        """Add text to the line, its white space collapsed; inside `<pre>` a newline ends the line."""
        if not text:
            return
        if not self.keep_newlines:
            self._put_run(_SPACE.sub(" ", text))
            return
        first, *others = text.split("\n")
        self._put_run(_SPACE_WITHIN_LINE.sub(" ", first))
        for other in others:
            self.break_line()
            self._put_run(_SPACE_WITHIN_LINE.sub(" ", other))

    def open_block(self) -> None:
        """Begin a block element: what follows stands on a line of its own."""
        self.break_line()
        self._numbered += 1
        self._blocks.append(self._numbered)

    def close_block(self) -> None:
        """End a block element."""
        self.break_line()
        self._blocks.pop()

    def break_line(self) -> None:
        """End the line, if anything stands on it."""
        line = "".join(self._line).rstrip()
        if line:
            end = self._line_start + len(line)
            self.lines.append(Line(self._line_start, end, self._linked, self._blocks[-1], self._blocks[-2]))
            self._set.append(line)
            self._line_start = end + 1
        self._line.clear()
        self._linked = 0
        self.position = self._line_start

    def text(self) -> str:
        """All lines so far as one text."""
        return "\n".join(self._set)

    def _put_run(self, run: str) -> None:
        if not self._line:
            run = run.lstrip()  # no-break spaces too, so that no line is blank
        elif self._line[-1].endswith(" "):
            run = run.lstrip(" ")
        if run:
            self._line.append(run)
            self.position += len(run)
            self._linked += sum(map(str.isalnum, run)) if self.links else 0
