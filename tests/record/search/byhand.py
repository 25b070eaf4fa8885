"""A search as one would do it by hand: every text is read, and every word of it is looked at."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select

from onrecord.record import Record
from onrecord.record.correctionoverlay import overlay
from onrecord.record.schema import report, statement
from onrecord.record.search.narrowing import Narrowed, Order
from onrecord.record.search.query import Term, terms_of
from onrecord.record.search.tokens import words_of
from onrecord.record.search.wording import without

Hit = tuple[str, int, tuple[str, ...]]
"""A report, how often the words stand in it, and the statements that hold them."""


def by_hand(record: Record, words: str, narrowed: Narrowed, order: Order = "best") -> list[Hit]:
    """What is found, in order; days, acts, kinds of source and outlets are heard, names are not."""
    terms = terms_of(words)
    with record.asking() as connection:
        reports = connection.execute(select(report)).all()
        corrections = overlay(connection)
        said = [
            corrections.row(row)
            for row in connection.execute(select(statement).order_by(statement.c.ordinal))
            if not corrections.rejects(row.statement_id)
        ]
    found = []
    for row in reports:
        times = _times(row, terms)
        told = tuple(one.statement_id for one in said if one.report_id == row.report_id and _is(one, terms, narrowed))
        if times and _fits(row, narrowed) and (told or not narrowed.to_statements):
            found.append((row.report_id, times, told, row.published))
    return [(ident, times, told) for ident, times, told, _ in sorted(found, key=lambda one: _key(one, order))]


def _key(one: tuple[str, int, tuple[str, ...], date | None], order: Order) -> tuple[Any, ...]:
    ident, times, told, day = one
    if order == "oldest":
        return day or date.max, ident
    newest = -(day or date.min).toordinal(), ident
    return newest if order == "newest" else (-len(told), -times, *newest)


def _times(row: Any, terms: Sequence[Term]) -> int:
    spans = [(f["start"], f["end"]) for f in json.loads(row.payload)["furniture"]]
    held = words_of(f"{row.title or ''}\n{without(row.text, spans)}")
    times = [sum(_stands(term, held, at) for at in range(len(held))) for term in terms]
    return sum(times) if all(times) else 0


def _is(one: Any, terms: Sequence[Term], narrowed: Narrowed) -> bool:
    parts = [words_of(part) for part in (one.source_text, one.cue_text, one.content_text) if part]
    return (
        all(any(_stands(term, held, at) for held in parts for at in range(len(held))) for term in terms)
        and narrowed.act in {None, one.act}
        and narrowed.source_kind in {None, one.source_kind}
    )


def _stands(term: Term, held: Sequence[str], at: int) -> bool:
    *whole, last = term.words
    end = at + len(whole)
    if end >= len(held) or list(held[at:end]) != whole:
        return False
    return held[end].startswith(last) if term.begins else held[end] == last


def _fits(row: Any, narrowed: Narrowed) -> bool:
    day = row.published
    return all(_of_days(day, narrowed)) and narrowed.of_outlet(row.outlet) and narrowed.of_month(day and str(day))


def _of_days(day: date | None, narrowed: Narrowed) -> Iterator[bool]:
    yield narrowed.since is None or (day is not None and day >= narrowed.since)
    yield narrowed.until is None or (day is not None and day <= narrowed.until)
