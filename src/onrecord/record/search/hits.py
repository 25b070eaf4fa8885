"""What a search finds: reports with the words marked in them, and the statements that hold the words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.model import Act, SourceKind, Span
from onrecord.record.search.query import Term
from onrecord.record.search.tokens import tokens_of
from onrecord.record.search.wording import without

_AROUND = 90
_CLOSE = 160
Place = tuple[int, int, int]
"""Where a term stands, and the number of the term."""


@dataclass(frozen=True, slots=True)
class FoundStatement:
    """A statement in which all the words stand: in its source, its cue or what is said."""

    id: str
    speaker: str | None
    source: str | None
    source_kind: SourceKind
    party: str | None
    act: Act
    words: str


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A report that holds the words.

    `snippet` is a stretch of its text with as many of them as stand close together, `marks` are the words in it; all
    count characters in the report's text. `snippet` is None where the words stand in the headline only. `times` is how
    often they stand in the report. `origin` is the report that it is a copy of, or its own id.
    """

    report: str
    published: date | None
    outlet: str | None
    title: str | None
    snippet: Span | None
    marks: tuple[Span, ...]
    times: int
    statements: tuple[FoundStatement, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class Searched:
    """The text of a report as it is searched: `body` has blanks in place of furniture, which lies at `furniture`."""

    text: str
    title: str | None
    furniture: tuple[tuple[int, int], ...]

    @property
    def body(self) -> str:
        """The text in which words are searched for; every character stays where it is."""
        return without(self.text, self.furniture)

    def stretch(self, place: int) -> tuple[int, int]:
        """The stretch of report around a place, from the furniture or paragraph before it to that after it."""
        first = max([0, *(end for _, end in self.furniture if end <= place)])
        last = min([len(self.text), *(start for start, _ in self.furniture if start > place)])
        above, below = self.text.rfind("\n\n", first, place), self.text.find("\n\n", place, last)
        return first if above < 0 else above + 2, last if below < 0 else below


def snippet_of(searched: Searched, terms: Sequence[Term]) -> tuple[Span | None, tuple[Span, ...]]:
    """The stretch of a text in which most of the terms stand, the first of several, with the places of the terms.

    The headline is shown only where the terms stand nowhere else.
    """
    tokens = tokens_of(searched.body)
    found = sorted(
        (tokens[first].start, tokens[after - 1].end, number)
        for number, term in enumerate(terms)
        for first, after in term.places(tokens)
    )
    if not found:
        return None, ()
    below = _end_of_headline(searched)
    return _stretch(searched, _densest([place for place in found if place[0] >= below] or found, len(terms)))


def _end_of_headline(searched: Searched) -> int:
    title = searched.title or ""
    start = searched.text.find(title) if title else -1
    return 0 if start < 0 else start + len(title)


def _densest(found: Sequence[Place], terms: int) -> list[tuple[int, int]]:
    """The places from that one on which most different terms follow closely, the first of such."""
    most, best = -1, 0
    following = dict.fromkeys(range(terms), -1)
    # Goes backwards, so that for every beginning the next place of each term is known.
    for at in range(len(found) - 1, -1, -1):
        start, _, number = found[at]
        following[number] = start
        within = sum(start <= other <= start + _CLOSE for other in following.values())
        if within >= most:
            most, best = within, at
    return [(start, end) for start, end, _ in found[best:]]


def _stretch(searched: Searched, places: Sequence[tuple[int, int]]) -> tuple[Span, tuple[Span, ...]]:
    text, opening = searched.text, places[0][0]
    above, below = searched.stretch(opening)
    close = [place for place in places if place[1] <= min(opening + _CLOSE + _AROUND, below)] or [places[0]]
    closing = max(end for _, end in close)
    first, last = max(above, opening - _AROUND), min(max(below, closing), closing + _AROUND)
    if first > above:
        first = next((n + 1 for n in range(first, opening) if text[n].isspace()), opening)
    if last < below:
        last = next((n for n in range(last, closing, -1) if text[n - 1 : n].isspace()), closing)
    kept = text[first:last]
    first, last = first + len(kept) - len(kept.lstrip()), last - len(kept) + len(kept.rstrip())
    marks = dict.fromkeys(Span.of(text, *place) for place in sorted(close))
    return Span.of(text, first, last), tuple(marks)
