"""A page of the board worked out from the record alone, for times at which the record held less than it does now.

The board that is held ready gives the same pages; here nothing is kept, and a page takes as long as `Record.claims`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from onrecord.desk.board.cursors import Key, cursor_of, key_of, sort_key
from onrecord.desk.board.entries import Entry, entry_of
from onrecord.desk.board.lines import Line, cells_of, line_of, statements_of
from onrecord.desk.board.parties import is_called, parties_meant
from onrecord.desk.board.views import MOST_CHOICES, MOST_LINES, BoardPage, BoardView, Counted, Facets, PartyColumn
from onrecord.record import Record
from onrecord.record.board import claims_called
from onrecord.record.reports import sayings
from onrecord.record.testimonies import told_on
from onrecord.record.vantage import Vantage
from onrecord.record.words import Aliases

_Test = Callable[[Entry], bool]
_Names = Mapping[str, Iterable[str]]


@dataclass(frozen=True, slots=True)
class _Found:
    entry: Entry
    line: Line
    key: Key


def page_directly(record: Record, view: BoardView) -> BoardPage:
    """The page; ClaimNotFound where no claim has the words, CursorUnknown for an unknown `after`."""
    vantage = Vantage(view.as_of, view.known_at)
    with record.asking() as connection:
        found = _found(connection, view, vantage, record.aliases)
        names = _names([one.entry for one in found])
        tests = _tests(view, [one.entry for one in found], names, record.aliases)
        kept = sorted((f for f in found if all(t(f.entry) for t in tests.values())), key=lambda f: f.key)
        shown, after = _cut(kept, view)
        lines = [one.line for one in shown]
        words = {} if view.since is None else sayings(connection, statements_of(lines, view.since))
    return BoardPage(
        lines=tuple(line_of(line, cells_of(line, vantage), vantage, view.since, words) for line in lines),
        total=len(kept),
        next=after,
        parties=_columns([one.entry for one in kept], names),
        facets=_facets([one.entry for one in found], tests, names),
        moved=sum(_told_since(one.entry, view.since) for one in kept),
    )


def _found(connection: Connection, view: BoardView, vantage: Vantage, aliases: Aliases) -> list[_Found]:
    words = None if view.words is None else view.words.strip() or None
    held = claims_called(connection, words, vantage, aliases)
    told = told_on(connection, held, vantage)
    found = []
    for one in held.claims:
        entry = entry_of(one, told[one.claim.id], vantage)
        if entry is not None:
            key = sort_key(entry.summary, entry.moved_on, view.sort)
            found.append(_Found(entry, Line(entry.summary, told[one.claim.id]), key))
    return found


def _names(entries: Sequence[Entry]) -> _Names:
    """The names of each party, by key."""
    named: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        for party in entry.parties:
            named[party.key].add(party.name)
    return named


def _tests(view: BoardView, entries: Sequence[Entry], names: _Names, aliases: Aliases) -> dict[str, _Test]:
    tests: dict[str, _Test] = {}
    if view.type is not None:
        tests["type"] = lambda entry: entry.summary.claim.type == view.type
    if view.standing is not None:
        tests["standing"] = lambda entry: entry.summary.standing == view.standing
    if view.party is not None:
        above = {
            party.key: party.part_of for entry in entries for party in entry.parties if party.part_of is not None
        }
        meant = parties_meant(view.party, names, above, aliases)
        tests["party"] = lambda entry: any(party.key in meant for party in entry.parties)
    if view.place is not None:
        place = view.place
        tests["place"] = lambda entry: any(site.key == place or is_called(place, [site.name]) for site in entry.sites)
    return tests


def _cut(kept: Sequence[_Found], view: BoardView) -> tuple[Sequence[_Found], str | None]:
    begins = key_of(view.after, view.sort) if view.after is not None else None
    rest = [one for one in kept if begins is None or one.key > begins]
    shown = rest[: max(1, min(view.limit, MOST_LINES))]
    return shown, cursor_of(shown[-1].key, view.sort) if len(rest) > len(shown) else None


def _facets(entries: Sequence[Entry], tests: dict[str, _Test], names: _Names) -> Facets:
    def others(own: str) -> list[Entry]:
        return [e for e in entries if all(test(e) for name, test in tests.items() if name != own)]

    return Facets(
        types=_counted((e.summary.claim.type, e.summary.claim.type) for e in others("type")),
        standings=_counted((e.summary.standing, e.summary.standing) for e in others("standing")),
        parties=_counted((key, min(names[key])) for e in others("party") for key in {p.key for p in e.parties}),
        places=_counted((site.key, site.name) for e in others("place") for site in e.sites),
    )


def _columns(entries: Sequence[Entry], names: _Names) -> tuple[PartyColumn, ...]:
    found = _counted((key, min(names[key])) for e in entries for key in {p.key for p in e.speaking})
    return tuple(PartyColumn(one.value, one.name, one.claims) for one in found)


def _counted(pairs: Iterable[tuple[str, str]]) -> tuple[Counted, ...]:
    """How often each value stands, the most frequent first, each with the first in order of its names."""
    times: Counter[str] = Counter()
    names: dict[str, str] = {}
    for value, name in pairs:
        times[value] += 1
        names[value] = min(names.get(value, name), name)
    ranked = sorted(times, key=lambda value: (-times[value], value))
    return tuple(Counted(value, names[value], times[value]) for value in ranked[:MOST_CHOICES])


def _told_since(entry: Entry, since: date | None) -> bool:
    """Whether something was published on a claim, or taken back, on that day or after it."""
    return since is not None and entry.told_on is not None and entry.told_on >= since
