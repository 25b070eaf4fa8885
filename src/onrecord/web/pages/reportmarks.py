"""A report's text cut into pieces, each with all the marks that lie over it: sources, cues, contents, furniture.

Spans of statements overlap and nest. A page can only show one piece of text after another, so the text is cut at every
beginning and end of a span, and each piece knows which spans it is part of. Nothing is added to the text and nothing
left out: the pieces together are the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from onrecord.model import Act, Furniture, Span, Statement

MarkKind = Literal["source", "cue", "content"]
FOLDED_FROM = 240
FOLDED_LINES = 2
"""Furniture of so many characters, or line breaks, and more is folded away, to be opened by whoever wants it."""
DEEPEST = 4
"""Statements within statements beyond this depth look alike."""
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of a statement over the text."""

    start: int
    end: int
    kind: MarkKind
    statement: str
    act: Act


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of the text under one and the same marks, the widest first.

    `opens` and `closes` are the kinds of marks that begin and end here. `anchors` are the statements whose first words
    these are. `turning` is the code of a character that turns the direction of text, which stands in a piece alone.
    """

    start: int
    text: str
    marks: tuple[Mark, ...] = ()
    opens: tuple[Mark, ...] = ()
    closes: tuple[Mark, ...] = ()
    anchors: tuple[str, ...] = ()
    turning: str | None = None

    @property
    def kinds(self) -> tuple[MarkKind, ...]:
        """The kinds of marks over it, each once."""
        return tuple(dict.fromkeys(mark.kind for mark in self.marks))

    @property
    def statements(self) -> tuple[str, ...]:
        """The statements that it is part of, each once, the innermost last."""
        return tuple(dict.fromkeys(mark.statement for mark in self.marks))

    @property
    def inner(self) -> Mark | None:
        """The innermost mark: whose words these are."""
        return self.marks[-1] if self.marks else None

    @property
    def cue(self) -> Mark | None:
        """The first cue whose last words these are; the act is told after it."""
        return next((mark for mark in self.closes if mark.kind == "cue"), None)

    @property
    def depth(self) -> int:
        """How many contents lie over it."""
        return min(DEEPEST, sum(1 for mark in self.marks if mark.kind == "content"))


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the text: of the report itself, or of furniture, which carries no marks."""

    pieces: tuple[Piece, ...]
    furniture: Furniture | None = None

    @property
    def length(self) -> int:
        """How many characters it has."""
        return sum(len(piece.text) for piece in self.pieces)

    @property
    def folded(self) -> bool:
        """Whether it is furniture so long that it would bury the report."""
        if self.furniture is None:
            return False
        lines = sum(piece.text.strip().count("\n") for piece in self.pieces)
        return self.length >= FOLDED_FROM or lines >= FOLDED_LINES


def marks_of(statements: Iterable[tuple[str, Statement]]) -> list[Mark]:
    """The marks of statements, given with the ids under which the page knows them; empty spans leave none."""
    found = []
    for ident, statement in statements:
        spans: list[tuple[MarkKind, Span]] = [("content", span) for span in statement.content]
        spans += [("source", statement.source)] if statement.source is not None else []
        spans += [("cue", statement.cue)] if statement.cue is not None else []
        found += [Mark(s.start, s.end, kind, ident, statement.act) for kind, s in spans if s.end > s.start]
    return found


def stretches(
    text: str, marks: Sequence[Mark], furniture: Sequence[Furniture], first: int = 0, last: int | None = None
) -> tuple[Stretch, ...]:
    """The characters `first` to `last` of a text as stretches of report and furniture, cut into pieces.

    Joined, the pieces are those characters exactly. Where spans and furniture overlap, furniture has its own.
    """
    last = len(text) if last is None else min(last, len(text))
    apart = _apart(furniture, first, last)
    bounds = _between(apart, first, last)
    anchored = _anchored(marks)
    waiting = sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.kind, mark.statement))
    found, at, over = [], 0, list[Mark]()
    for start, end, thing in bounds:
        while at < len(waiting) and waiting[at].start < end:
            over.append(waiting[at])
            at += 1
        over = [mark for mark in over if mark.end > start]
        pieces = _plain(text, start, end) if thing is not None else _pieces(text, start, end, over, anchored)
        found.append(Stretch(tuple(pieces), thing))
    return tuple(found)


def _apart(furniture: Sequence[Furniture], first: int, last: int) -> list[tuple[int, int, Furniture]]:
    """Furniture within the stretch, one after another; what overlaps an earlier one is cut."""
    found: list[tuple[int, int, Furniture]] = []
    at = first
    for thing in sorted(furniture, key=lambda f: (f.start, f.end)):
        start, end = max(thing.start, at), min(thing.end, last)
        if end > start:
            found.append((start, end, thing))
            at = end
    return found


def _between(
    apart: Sequence[tuple[int, int, Furniture]], first: int, last: int
) -> Iterator[tuple[int, int, Furniture | None]]:
    at = first
    for start, end, thing in apart:
        if start > at:
            yield at, start, None
        yield start, end, thing
        at = end
    if last > at or first == last == 0:
        yield at, last, None


def _anchored(marks: Iterable[Mark]) -> dict[int, list[str]]:
    """Where each statement begins in the text."""
    begins: dict[str, int] = {}
    for mark in marks:
        begins[mark.statement] = min(mark.start, begins.get(mark.statement, mark.start))
    found: dict[int, list[str]] = {}
    for statement, start in begins.items():
        found.setdefault(start, []).append(statement)
    return found


def _pieces(
    text: str, start: int, end: int, marks: Sequence[Mark], anchored: dict[int, list[str]]
) -> Iterator[Piece]:
    within = [mark for mark in marks if mark.start < end and mark.end > start]
    edges = {max(start, mark.start) for mark in within} | {min(end, mark.end) for mark in within}
    turning = {place for m in _TURNING.finditer(text, start, end) for place in (m.start(), m.end())}
    places = sorted({start, end} | edges | turning)
    opening: dict[int, list[Mark]] = {}
    for mark in within:
        opening.setdefault(max(start, mark.start), []).append(mark)
    over: list[Mark] = []
    for here, there in pairwise(places):
        over = [mark for mark in over if mark.end > here] + opening.get(here, [])
        yield _piece(text[here:there], here, there, over, anchored)


def _piece(words: str, here: int, there: int, over: Sequence[Mark], anchored: dict[int, list[str]]) -> Piece:
    marks = tuple(sorted(over, key=lambda mark: (mark.start - mark.end, mark.start, mark.kind, mark.statement)))
    return Piece(
        start=here,
        text=words,
        marks=marks,
        opens=tuple(mark for mark in marks if mark.start == here),
        closes=tuple(mark for mark in marks if mark.end == there),
        anchors=tuple(anchored.get(here, ())) if marks else (),
        turning=_code(words),
    )


def _plain(text: str, start: int, end: int) -> Iterator[Piece]:
    places = {place for m in _TURNING.finditer(text, start, end) for place in (m.start(), m.end())}
    for here, there in pairwise(sorted({start, end} | places)):
        yield Piece(here, text[here:there], turning=_code(text[here:there]))


def _code(words: str) -> str | None:
    return f"U+{ord(words):04X}" if len(words) == 1 and _TURNING.match(words) else None
