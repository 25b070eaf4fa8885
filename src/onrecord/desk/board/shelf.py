"""The board at one moment of the record: finds, counts and sorts the claims of a view."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from onrecord.desk.board.blocks import Block
from onrecord.desk.board.codes import Codes, Numbers, Ranks, Truths
from onrecord.desk.board.columns import Vocabulary, ident_number, joined, names_by
from onrecord.desk.board.cursors import cursor_of, key_of, sort_key
from onrecord.desk.board.histories import Version
from onrecord.desk.board.parties import is_called, parties_meant
from onrecord.desk.board.timelines import day_of
from onrecord.desk.board.views import MOST_CHOICES, MOST_LINES, BoardView, Counted, Facets, PartyColumn, Sort
from onrecord.record.words import Aliases

_Names = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The versions that a page shows, and all that the page says of those that it does not show."""

    versions: tuple[Version, ...]
    total: int
    next: str | None
    parties: tuple[PartyColumn, ...]
    facets: Facets
    moved: int


class Shelf:
    """Blocks of versions behind one another."""

    def __init__(self, blocks: Iterable[Block], words: Vocabulary) -> None:
        held = list(blocks)
        self._columns = joined([block.columns for block in held])
        self._versions = [version for block in held for version in block.versions]
        self._words = words
        self._ranks = Ranks(words.glosses)

    def holding(self, day: int) -> Truths:
        """Which versions the board has as of a day."""
        return (self._columns.begin <= day) & (day < self._columns.end)

    def versions(self, which: Truths) -> Iterable[tuple[int, Version]]:
        """Some versions with their numbers."""
        return ((number, self._versions[number]) for number in np.flatnonzero(which).tolist())

    def on_matters(self, matters: Iterable[str]) -> Truths:
        """Which versions are of claims on some matters."""
        return self._listed("matter", filter_none(map(self._words.matters.known, matters)))

    def called(self, claims: Collection[str], day: int) -> dict[str, Version]:
        """The versions of the claims with these ids as of a day; those that the board does not have are left out."""
        wanted = np.array([ident_number(claim) for claim in claims], np.int64)
        found = self.versions(self.holding(day) & np.isin(self._columns.ident, wanted))
        return {version.held.claim.id: version for _, version in found if version.held.claim.id in claims}

    def only(self, numbers: Iterable[int]) -> Truths:
        """Which versions have these numbers."""
        found = np.zeros(len(self._columns), np.bool_)
        found[list(numbers)] = True
        return found

    def choose(self, found: Truths, view: BoardView, day: int, aliases: Aliases) -> Chosen:
        """The page of a view of some versions as of a day; CursorUnknown for an `after` that is none."""
        parties, places = names_by(day, self._words.party_names), names_by(day, self._words.site_names)
        tests = self._tests(view, parties, places, aliases)
        kept = _all([found, *tests.values()])
        ordered = self._sorted(np.flatnonzero(kept), view.sort)
        start = 0
        if view.after is not None:
            keyed: Callable[[int], tuple[int | bool | str, ...]] = partial(self._key, view.sort)
            start = bisect_right(ordered, key_of(view.after, view.sort), key=keyed)
        shown = ordered[start : start + max(1, min(view.limit, MOST_LINES))]
        further = start + len(shown) < len(ordered)
        since = day_of(view.since)
        return Chosen(
            versions=tuple(self._versions[number] for number in shown),
            total=len(ordered),
            next=cursor_of(self._key(view.sort, shown[-1]), view.sort) if further else None,
            parties=tuple(
                PartyColumn(one.value, one.name, one.claims)
                for one in self._counted("speaker", kept, self._words.parties, parties)
            ),
            facets=self._facets(found, tests, parties, places),
            moved=int((kept & (self._columns.told >= since)).sum()),
        )

    def by_place(self, found: Truths, view: BoardView, day: int, aliases: Aliases) -> dict[str, dict[str, int]]:
        """How many of some versions stand how at each place, by its key; the place of the view is left out of account."""
        words, columns = self._words, self._columns
        parties, places = names_by(day, words.party_names), names_by(day, words.site_names)
        kept = _all([found, *self._tests(replace(view, place=None), parties, places, aliases).values()])
        here, most = kept[columns.site_of], max(1, len(words.standings))
        times = np.bincount(columns.site[here] * most + columns.standing[columns.site_of[here]], minlength=1)
        counts: dict[str, dict[str, int]] = {}
        for code in np.flatnonzero(times).tolist():
            site, standing = divmod(code, most)
            counts.setdefault(words.sites.values[site], {})[words.standings.values[standing]] = int(times[code])
        return counts

    def _tests(self, view: BoardView, parties: _Names, places: _Names, aliases: Aliases) -> dict[str, Truths]:
        words, columns = self._words, self._columns
        tests: dict[str, Truths] = {}
        if view.type is not None:
            tests["type"] = columns.type == _code(words.types, view.type)
        if view.standing is not None:
            tests["standing"] = columns.standing == _code(words.standings, view.standing)
        if view.party is not None:
            meant = parties_meant(view.party, parties, words.above, aliases)
            tests["party"] = self._listed("party", filter_none(map(words.parties.known, meant)))
        if view.place is not None:
            there = [key for key, names in places.items() if key == view.place or is_called(view.place, names)]
            tests["place"] = self._listed("site", filter_none(map(words.sites.known, there)))
        return tests

    def _listed(self, name: str, codes: Iterable[int]) -> Truths:
        """Which versions have one of some values in a list of theirs."""
        wanted = np.fromiter(codes, np.int64)
        found = np.zeros(len(self._columns), np.bool_)
        found[getattr(self._columns, f"{name}_of")[np.isin(getattr(self._columns, name), wanted)]] = True
        return found

    def _sorted(self, numbers: Numbers, sort: Sort) -> list[int]:
        columns = self._columns
        keys = [
            columns.ident[numbers],
            -columns.reported[numbers],
            self._ranks.of(columns.gloss[numbers]),
            columns.figure[numbers],
            -columns.reports[numbers],
            -columns.independent[numbers],
        ]
        if sort != "reported":
            keys.append(-(columns.reported if sort == "latest" else columns.moved)[numbers])
        ordered: list[int] = numbers[np.lexsort(keys)].tolist()
        return ordered

    def _key(self, sort: Sort, number: int) -> tuple[int | bool | str, ...]:
        entry = self._versions[number].entry
        return sort_key(entry.summary, entry.moved_on, sort)

    def _facets(self, found: Truths, tests: Mapping[str, Truths], parties: _Names, places: _Names) -> Facets:
        def others(own: str) -> Truths:
            return _all([found, *(test for name, test in tests.items() if name != own)])

        words = self._words
        return Facets(
            types=self._counted("type", others("type"), words.types),
            standings=self._counted("standing", others("standing"), words.standings),
            parties=self._counted("party", others("party"), words.parties, parties),
            places=self._counted("site", others("place"), words.sites, places),
        )

    def _counted(
        self, name: str, which: Truths, values: Codes[str], names: _Names | None = None
    ) -> tuple[Counted, ...]:
        column: Numbers = getattr(self._columns, name)
        rows: Numbers | None = getattr(self._columns, f"{name}_of", None)
        times = np.bincount(column[which if rows is None else which[rows]], minlength=1)
        met = np.flatnonzero(times).tolist()
        ranked = sorted(met, key=lambda code: (-int(times[code]), values.values[code]))
        return tuple(
            Counted(value, value if names is None else names[value][0], int(times[code]))
            for code in ranked[:MOST_CHOICES]
            for value in (values.values[code],)
        )


def filter_none(codes: Iterable[int | None]) -> Iterable[int]:
    """The numbers that there are."""
    return (code for code in codes if code is not None)


def _code(codes: Codes[str], value: str) -> int:
    code = codes.known(value)
    return -1 if code is None else code


def _all(tests: Sequence[Truths]) -> Truths:
    found: Truths = np.logical_and.reduce(tests)
    return found
