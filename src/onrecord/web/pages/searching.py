"""What a search finds, a page of it: reports or statements that hold all the words, with what they can be narrowed to.

The index tells at once which reports hold every word; texts are read for the page that is shown alone. Statements are
looked through one by one, unless so many reports hold the words that it would take too long: then those of the page are.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, or_, select

from onrecord.record.correctionoverlay import overlay
from onrecord.record.lots import in_lots
from onrecord.record.schema import report, statement
from onrecord.record.search.index import holding, without
from onrecord.record.search.query import Term, terms_of
from onrecord.record.search.tokens import words_of
from onrecord.web.pages.reportorder import cursor_of, in_order, place_of
from onrecord.web.pages.searchasked import Asked, Found, Held
from onrecord.web.pages.searchfacets import facets

A_PAGE = 20
MOST_LOOKED_THROUGH = 1_500
"""Reports whose statements are all looked through for a search, which takes a tenth of a second."""
MOST_VERIFIED = 300
"""Reports whose texts are all read where the index cannot tell whether they hold a phrase."""
_PLAIN = 64


def search(connection: Connection, asked: Asked) -> Found:
    """A page of the reports or statements that hold all the words; UsageError where there is none to search for."""
    terms = terms_of(asked.words)
    everything = _holding(connection, asked, terms)
    sure = _sure(terms)
    if not sure and len(everything) <= MOST_VERIFIED:
        everything, sure = _verified(connection, everything, terms), True
    held = [one for one in everything if asked.fits(one)]
    looked = len(held) <= MOST_LOOKED_THROUGH or asked.of_statements
    every = _spoken(connection, held, terms, asked) if looked else {}
    fitting = {ident: [r for r in rows if asked.wants(r)] for ident, rows in every.items()}
    fitting = {ident: rows for ident, rows in fitting.items() if rows}
    if asked.kind == "statements" or asked.of_statements:
        held = [one for one in held if one.id in fitting] if looked else held
    exact = (sure or asked.of_statements or asked.kind == "statements") and (looked or asked.kind == "reports")
    unverified = not sure and asked.kind == "reports" and not asked.of_statements
    shown, following = _page(connection, held, terms, asked, fitting if looked else None, unverified=unverified)
    statements = sum(map(len, fitting.values())) if looked else None
    return Found(
        reports=tuple(one for one, _ in shown),
        spoken={one.id: rows for one, rows in shown},
        total=statements if asked.kind == "statements" and statements is not None else len(held),
        exact=exact,
        statements=statements,
        next=following,
        facets=facets(asked, everything, every, fitting, complete=len(held) <= MOST_LOOKED_THROUGH),
    )


def _holding(connection: Connection, asked: Asked, terms: Sequence[Term]) -> list[Held]:
    """Every report that holds each word, in the order of the list; narrowed by nothing but the days."""
    query = select(report.c.report_id, report.c.published, report.c.outlet, report.c.title)
    if asked.since is not None:
        query = query.where(report.c.published >= asked.since)
    if asked.until is not None:
        query = query.where(report.c.published <= asked.until)
    rows = connection.execute(holding(connection, query, terms).order_by(*in_order(asked.order)))
    return [Held(*row) for row in rows]


def _sure(terms: Iterable[Term]) -> bool:
    """Whether the index alone tells that a report holds the terms: words by themselves, and in plain letters."""
    return all(len(term.words) == 1 and term.words[0].isascii() and len(term.words[0]) < _PLAIN for term in terms)


def _spoken(
    connection: Connection, held: Sequence[Held], terms: Sequence[Term], asked: Asked
) -> dict[str, list[Any]]:
    """The statements that hold all the words in some reports, as reviewers have them, by report."""
    corrections = overlay(connection)
    found: dict[str, list[Any]] = {}
    for some in in_lots([one.id for one in held]):
        query = select(statement).where(statement.c.report_id.in_(some))
        if asked.of_statements and len(held) > MOST_LOOKED_THROUGH:
            query = query.where(or_(statement.c.statement_id.in_(corrections.in_force), *_conditions(asked)))
        for read in connection.execute(query.order_by(statement.c.report_id, statement.c.ordinal)):
            row = corrections.row(read)
            if _holds(row, terms) and not corrections.rejects(row.statement_id):
                found.setdefault(row.report_id, []).append(row)
    return found


def _conditions(asked: Asked) -> Iterator[Any]:
    """The first thing that is asked of statements: the rest is looked at row by row."""
    if asked.act is not None:
        yield statement.c.act == asked.act
    elif asked.source is not None:
        yield statement.c.source_kind == asked.source
    else:
        yield statement.c.party_key == asked.party


def _holds(row: Any, terms: Sequence[Term]) -> bool:
    parts = [words_of(part) for part in (row.source_text, row.cue_text, row.content_text) if part]
    return all(any(term.stands_in(words) for words in parts) for term in terms)


def _page(
    connection: Connection,
    held: Sequence[Held],
    terms: Sequence[Term],
    asked: Asked,
    spoken: Mapping[str, Sequence[Any]] | None,
    *,
    unverified: bool,
) -> tuple[list[tuple[Held, Sequence[Any]]], str | None]:
    """The reports from the cursor on that do hold the terms, with their statements; and where the next page begins."""
    shown: list[tuple[Held, Sequence[Any]]] = []
    ahead = _from(held, asked)
    for at in range(0, len(ahead), A_PAGE):
        some = ahead[at : at + A_PAGE]
        sure = _verified(connection, some, terms) if unverified else some
        told = spoken if spoken is not None else _spoken(connection, sure, terms, asked)
        shown += [(one, told.get(one.id, ())) for one in sure if asked.kind == "reports" or told.get(one.id)]
        if len(shown) > A_PAGE or (len(shown) == A_PAGE and at + A_PAGE < len(ahead)):
            last = shown[A_PAGE - 1][0]
            return shown[:A_PAGE], cursor_of(last.published, last.id)
    return shown, None


def _from(held: Sequence[Held], asked: Asked) -> Sequence[Held]:
    if asked.after is None:
        return held
    place = place_of(asked.after)
    at = next((n for n, one in enumerate(held) if (one.published, one.id) == place), None)
    return held if at is None else held[at + 1 :]


def _verified(connection: Connection, some: Sequence[Held], terms: Sequence[Term]) -> list[Held]:
    """Those in whose text or title the terms stand: phrases, and words that the index writes alike."""
    texts = bodies(connection, [one.id for one in some])
    words = {one.id: words_of(f"{one.title or ''}\n{texts[one.id]}") for one in some}
    return [one for one in some if all(term.stands_in(words[one.id]) for term in terms)]


def bodies(connection: Connection, idents: Sequence[str]) -> dict[str, str]:
    """The texts of some reports with blanks in place of furniture, by id; every character stays where it is."""
    query = select(report.c.report_id, report.c.payload, report.c.text).where(report.c.report_id.in_(idents))
    return {
        row.report_id: without(row.text, [(f["start"], f["end"]) for f in json.loads(row.payload)["furniture"]])
        for row in connection.execute(query)
    }
