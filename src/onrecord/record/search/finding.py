"""Finds the reports of a record that hold all the words: which, in which order, and by which of their statements.

The indexes of the database tell which reports and statements hold the words, and how often. Everything is counted and
sorted by that; texts are read only of what is shown (`shown.py`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from sqlalchemy import Connection

from onrecord.record.search.matches import HeldReport, HeldStatement, Matches, matches
from onrecord.record.search.narrowing import Narrowed, Order, is_called, party_keys
from onrecord.record.search.query import Term, terms_of
from onrecord.record.words import Aliases

Wanted = Mapping[str, Callable[[HeldStatement], bool]]
"""What is asked of statements, by the name of it."""


@dataclass(frozen=True, slots=True)
class Found:
    """The reports that a search finds, in order, and the statements in them that hold the words and are asked for.

    `matches` are all that hold the words, and `narrowed` says what they were narrowed to, so that one can count what
    else there is (`facets`).
    """

    terms: tuple[Term, ...]
    reports: Sequence[HeldReport]
    spoken: Mapping[int, Sequence[HeldStatement]]
    """The statements, by the number of the report, in their order in it."""
    matches: Matches
    narrowed: Narrowed
    wanted: Wanted

    def said(self, one: HeldReport) -> Sequence[HeldStatement]:
        """The statements of a report that is found."""
        return self.spoken.get(one.number, ())

    @property
    def inside(self) -> list[HeldStatement]:
        """All statements that hold the words in reports of the outlet and the month that are asked for."""
        held = {one.number for one in _of_outlet_and_month(self.matches.reports, self.narrowed)}
        return [one for one in self.matches.statements if one.report in held]

    @property
    def statements(self) -> int:
        """How many statements of the reports that are found hold the words and are asked for."""
        return sum(len(self.said(one)) for one in self.reports)


def find(
    connection: Connection, words: str, narrowed: Narrowed, aliases: Aliases | None = None, order: Order = "best"
) -> Found:
    """What a search finds; UsageError where there is no word to search for."""
    terms = terms_of(words)
    held = matches(connection, terms, narrowed)
    wanted = _wanted(held.statements, narrowed, aliases or {})
    spoken = by_report(one for one in held.statements if all(fits(one) for fits in wanted.values()))
    reports = _of_outlet_and_month(held.reports, narrowed)
    if narrowed.to_statements:
        reports = [one for one in reports if one.number in spoken]
    return Found(terms, _ordered(reports, spoken, order), spoken, held, narrowed, wanted)


def _of_outlet_and_month(reports: Iterable[HeldReport], narrowed: Narrowed) -> list[HeldReport]:
    """Those of the outlet and the month that are asked for, in a list of their own."""
    if narrowed.outlet is None and narrowed.month is None:
        return list(reports)
    return [one for one in reports if narrowed.of_outlet(one.outlet) and narrowed.of_month(one.day)]


def by_report(statements: Iterable[HeldStatement]) -> dict[int, list[HeldStatement]]:
    """Statements by the number of their report, in their order in it."""
    found: dict[int, list[HeldStatement]] = defaultdict(list)
    for one in sorted(statements):
        found[one.report].append(one)
    return dict(found)


def _ordered(
    reports: list[HeldReport], spoken: Mapping[int, Sequence[HeldStatement]], order: Order
) -> list[HeldReport]:
    """The reports in order; of one day by id, undated ones last."""
    reports.sort(key=attrgetter("id"))
    if order == "oldest":
        return sorted(reports, key=lambda one: (one.day is None, one.day))
    reports.sort(key=lambda one: one.day or "", reverse=True)
    if order == "best":
        times = {number: len(some) for number, some in spoken.items()}
        reports.sort(key=lambda one: (times.get(one.number, 0), one.times), reverse=True)
    return reports


def _wanted(statements: Sequence[HeldStatement], narrowed: Narrowed, aliases: Aliases) -> Wanted:
    """What is asked of statements; of parties and speakers by names of those that are there."""
    wanted: dict[str, Callable[[HeldStatement], bool]] = {}
    if narrowed.act is not None:
        wanted["act"] = lambda one: one.act == narrowed.act
    if narrowed.source_kind is not None:
        wanted["source_kind"] = lambda one: one.source_kind == narrowed.source_kind
    if narrowed.party is not None:
        keys = party_keys(narrowed.party, {(one.party_key, one.party_name) for one in statements}, aliases)
        wanted["party"] = lambda one: one.party_key in keys
    if narrowed.speaker is not None:
        asked = narrowed.speaker
        voices = {(one.speaker_name, one.source_text) for one in statements}
        called = {names for names in voices if is_called(asked, names)}
        wanted["speaker"] = lambda one: (one.speaker_name, one.source_text) in called
    return wanted
