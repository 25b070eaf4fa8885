"""The hits of a search as they are shown: the words marked in their context."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from onrecord.record.search import Found
from onrecord.record.search.hits import Searched, snippet_of
from onrecord.record.search.matches import HeldReport
from onrecord.record.search.query import Term
from onrecord.record.search.shown import statements_of, texts_of
from onrecord.record.search.tokens import tokens_of
from onrecord.web.pages.searching import SearchPage

MOST_STATEMENTS = 3
"""Statements shown below a report; the others are one step away."""
_AROUND = 110
_LONGEST = 700
_TITLE = 300
Marked = tuple[tuple[str, bool], ...]
"""A text in pieces, each with whether it is one of the words that were searched for."""


@dataclass(frozen=True, slots=True)
class StatementHit:
    """A statement that holds the words: `around` are the report's words before and after it."""

    row: Any
    words: Marked
    around: tuple[str, str]


@dataclass(frozen=True, slots=True)
class ReportHit:
    """A report that holds the words; `words` is a stretch of its text, none where they stand in the title alone."""

    report: HeldReport
    title: Marked
    words: Marked
    statements: tuple[StatementHit, ...]
    more: int


def hits_of(connection: Connection, page: SearchPage, *, whole: bool = False) -> tuple[ReportHit, ...]:
    """The reports of a page with their words marked; `whole` gives all of their statements."""
    found, most = page.found, None if whole else MOST_STATEMENTS
    texts = texts_of(connection, [one.id for one in page.reports])
    told = statements_of(connection, found, page.reports, most)
    return tuple(_hit(one, told.get(one.number, ()), texts[one.id], found) for one in page.reports)


def marked(text: str, terms: Sequence[Term]) -> Marked:
    """A text with the terms marked; joined, the pieces are the text."""
    tokens = tokens_of(text)
    places = sorted(
        (tokens[first].start, tokens[after - 1].end) for term in terms for first, after in term.places(tokens)
    )
    return tuple(_pieces(text, places))


def _hit(one: HeldReport, rows: Sequence[Any], searched: Searched, found: Found) -> ReportHit:
    span, marks = snippet_of(searched, found.terms)
    return ReportHit(
        report=one,
        title=marked((searched.title or "")[:_TITLE], found.terms),
        words=()
        if span is None
        else tuple(_pieces(span.text, [(m.start - span.start, m.end - span.start) for m in marks])),
        statements=tuple(_statement(row, searched.text, found.terms) for row in rows),
        more=len(found.said(one)) - len(rows),
    )


def _statement(row: Any, text: str, terms: Sequence[Term]) -> StatementHit:
    """The statement's stretch of the text from its first word to its last, cut where it is long."""
    spans = list(_spans(json.loads(row.payload)))
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    cut = min(last, first + _LONGEST)
    before = text[max(0, first - _AROUND) : first]
    after = text[cut : cut + _AROUND]
    return StatementHit(row, marked(text[first:cut], terms), (_from_a_word(before), _to_a_word(after)))


def _spans(payload: Mapping[str, Any]) -> Iterator[tuple[int, int]]:
    for span in (*payload["content"], payload["source"], payload["cue"]):
        if span is not None:
            yield span["start"], span["end"]


def _from_a_word(text: str) -> str:
    """The end of a text, from the beginning of a word and of a line on."""
    return text.rpartition("\n")[2] if "\n" in text else text.partition(" ")[2]


def _to_a_word(text: str) -> str:
    return text.partition("\n")[0] if "\n" in text else text.rpartition(" ")[0]


def _pieces(text: str, places: Iterable[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    at = 0
    for start, end in places:
        if start > at:
            yield text[at:start], False
        if end > max(at, start):
            yield text[max(at, start) : end], True
        at = max(at, end)
    if at < len(text):
        yield text[at:], False
