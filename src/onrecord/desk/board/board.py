"""The board of claims of a record, for servers that are asked for it again and again."""

from __future__ import annotations

import re
import time
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sqlalchemy import Connection

from onrecord.desk.board.called import Called, ToldOfMatters
from onrecord.desk.board.codes import Truths
from onrecord.desk.board.direct import page_directly
from onrecord.desk.board.histories import Version
from onrecord.desk.board.keeping import Keeper
from onrecord.desk.board.kept import Edition, Kept
from onrecord.desk.board.lines import Cells, Line, cells_of, line_of, statements_of
from onrecord.desk.board.shelf import Chosen, Shelf
from onrecord.desk.board.timelines import UNDATED
from onrecord.desk.board.told import ToldClaim
from onrecord.desk.board.views import BoardLine, BoardPage, BoardView
from onrecord.record import Record
from onrecord.record.gathering import HeldClaim
from onrecord.record.reports import Saying, sayings
from onrecord.record.vantage import Vantage

_WHOLE_ID = re.compile(r"[0-9a-f]{24}")
_SHELVES = 4
_LINES_KEPT = 3_000
_OLDEST = 2.0
"""Seconds that a page may be old while many reports are being taken in."""


class _Told:
    """A version that is shown, and what is told on it, which is put together only where it is needed."""

    def __init__(self, version: Version, keeper: Keeper, day: int) -> None:
        self.version = version
        self._keeper = keeper
        self._day = day

    @cached_property
    def line(self) -> Line:
        """The claim with its testimonies."""
        told = self._keeper.holdings.testimonies(self.version.held, self._day)
        return Line(self.version.entry.summary, told)


@dataclass(frozen=True, slots=True)
class _Shelved:
    """A shelf, with the edition of the board that it shows, and when it was made (by the clock of `time.monotonic`)."""

    shelf: Shelf
    called: Called
    edition: Edition
    made: float


class Board:
    """The board of a record as of any day, held in memory: `Board(record)`, asked with `page`, ended with `close`.

    A small record is ready at once. A large one is read in the background: its board is first there as it is now, and
    then for all days, while `progress` goes from 0 to 1; until then earlier days take longer. It may be used from
    several threads, while other processes add reports; of many at once, `pending` tells how many are still to come.
    """

    def __init__(self, record: Record) -> None:
        self._record = record
        self._kept = Kept(record)
        self._shelves: OrderedDict[int, _Shelved] = OrderedDict()
        self._told = ToldOfMatters()
        # The versions are kept with what is shown of them, so that no other can come by the same number.
        self._cells: OrderedDict[int, tuple[Version, Cells]] = OrderedDict()

    @property
    def progress(self) -> float:
        """How much of the board is worked out, from 0 to 1."""
        return self._kept.progress

    @property
    def pending(self) -> int:
        """How many reports were added that are still being taken in."""
        with self._kept.turn:
            return self._kept.pending(self._kept.edition)

    @property
    def days(self) -> Sequence[tuple[date, int]]:
        """The days of publication of the reports, in order, with how many reports each has."""
        self._kept.look()
        with self._kept.turn:
            return sorted(self._kept.keeper.published.items())

    def refresh(self) -> bool:
        """Takes in all that was added since, and waits for it; whether anything was.

        Where nothing was, it takes no time to speak of.
        """
        return self._kept.settle()

    def best(self, words: str, as_of: date | None = None) -> str | None:
        """The id of the claim that `Record.standing` takes for some words, of all that is added by now.

        None where the record itself has to be asked: for an id, where no claim has the words by then, and while reports
        are still being taken in.
        """
        day = _day(as_of)
        with self._looked():
            return None if self._kept.is_behind else self._shelf(day).called.best(words, day)

    def page(self, view: BoardView) -> BoardPage:
        """A page of the board as of now; ClaimNotFound where no claim has the words, CursorUnknown for an `after`.

        A few new reports, and all that reviewers said, are on it. More reports are taken in in the background, and
        meanwhile a page may be some seconds old: `pending` tells how many are not on it yet (`refresh` waits for them).
        """
        if view.known_at is not None:
            return page_directly(self._record, view)
        with self._looked(), self._record.asking() as connection:
            on, found, day = self._found(view)
            chosen = on.shelf.choose(found, view, day, self._record.aliases)
            return self._shown(connection, chosen, view, day, self._kept.pending(on.edition))

    def count(self, words: str, as_of: date | None = None) -> int:
        """How many claims `page` finds by some words; 0 where no claim has them."""
        day, asked = _day(as_of), words.strip()
        with self._looked():
            on = self._shelf(day)
            found = on.called.having(asked, Vantage(as_of), day) if asked else on.shelf.holding(day)
            return 0 if found is None else int(found.sum())

    def by_place(self, view: BoardView) -> Mapping[str, Mapping[str, int]]:
        """How many claims of a view stand how at each place, by key and standing; errors as for `page`.

        All places that some claim is of are there, also those that another `place` would leave; `known_at` is not heard.
        """
        with self._looked():
            on, found, day = self._found(view)
            return on.shelf.by_place(found, view, day, self._record.aliases)

    def told(self, claims: Iterable[str], as_of: date | None = None) -> Mapping[str, ToldClaim]:
        """The claims with these ids as of a day, with all that is told on them, as the record holds them by now.

        What the board does not have is left out, and all while reports are still being taken in: the record has to be
        asked.
        """
        wanted, day = {claim for claim in claims if _WHOLE_ID.fullmatch(claim)}, _day(as_of)
        with self._looked():
            if self._kept.is_behind:
                return {}
            versions = self._shelf(day).shelf.called(wanted, day)
            told = self._kept.keeper.holdings.testimonies
            return {key: ToldClaim(one.held, told(one.held, day)) for key, one in versions.items()}

    def told_with(self, words: str | None, as_of: date | None = None) -> Sequence[ToldClaim]:
        """The claims that have some words as of a day (all for None), as `told` gives them.

        Those that no report makes any more are among them. There are none where the record has to be asked: for an id,
        where no claim has the words by then, and while reports are still being taken in.
        """
        asked, day = None if words is None else words.strip() or None, _day(as_of)
        with self._looked():
            if self._kept.is_behind:
                return ()
            told = self._kept.keeper.holdings.testimonies
            return [ToldClaim(one, told(one, day)) for one in self._shelf(day).called.claims(asked, day)]

    def claims_with(self, statements: Iterable[str], as_of: date | None = None) -> Sequence[HeldClaim] | None:
        """The claims to which some statements are linked as of a day, also by links that reviewers reject.

        None while reports are still being taken in: the record has to be asked.
        """
        wanted, day = set(statements), _day(as_of)
        with self._looked():
            if self._kept.is_behind:
                return None
            keeper = self._kept.keeper
            matters = {one.matter for one in keeper.holdings.links_of_statements(wanted)}
            return [
                one for one in keeper.claims_on(matters, day) if any(link.statement in wanted for link in one.links)
            ]

    def wait(self) -> None:
        """Waits until the board is worked out for all days."""
        self._kept.wait()

    def close(self) -> None:
        """Ends what goes on in the background."""
        self._kept.close()

    @contextmanager
    def _looked(self) -> Iterator[None]:
        """Looks what came in, and holds the board still meanwhile."""
        self._kept.look()
        with self._kept.turn:
            yield

    def _found(self, view: BoardView) -> tuple[_Shelved, Truths, int]:
        """The shelf for the day of a view, which versions on it have the words, and the number of the day."""
        words = None if view.words is None else view.words.strip() or None
        day = _day(view.as_of)
        on = self._shelf(day)
        if words is None:
            return on, on.shelf.holding(day), day
        return on, on.called.find(words, Vantage(view.as_of), day), day

    def _shown(self, connection: Connection, chosen: Chosen, view: BoardView, day: int, pending: int) -> BoardPage:
        vantage = Vantage(view.as_of)
        lines = [_Told(version, self._kept.keeper, day) for version in chosen.versions]
        words = {}
        if view.since is not None:
            words = sayings(connection, statements_of([told.line for told in lines], view.since))
        return BoardPage(
            lines=tuple(self._line(told, vantage, view.since, words) for told in lines),
            total=chosen.total,
            next=chosen.next,
            parties=chosen.parties,
            facets=chosen.facets,
            moved=chosen.moved,
            pending=pending,
        )

    def _line(self, told: _Told, vantage: Vantage, since: date | None, words: Mapping[str, Saying]) -> BoardLine:
        """The line of a version; its cells are kept, since they are the same as long as it holds."""
        key = id(told.version)
        if key not in self._cells:
            while len(self._cells) >= _LINES_KEPT:
                self._cells.popitem(last=False)
            self._cells[key] = told.version, cells_of(told.line, vantage)
        self._cells.move_to_end(key)
        cells = self._cells[key][1]
        if since is None:
            return BoardLine(told.version.entry.summary, cells.cells, cells.keys)
        return line_of(told.line, cells, vantage, since, words)

    def _shelf(self, day: int) -> _Shelved:
        """The shelf on which the versions as of a day stand; one for all days once these are worked out."""
        keeper, edition = self._kept.keeper, self._kept.edition
        whole = all(held.history is not None for held in keeper.bundles.values())
        key = -1 if whole else day
        on = self._shelves.get(key)
        if on is None or not self._is_good(on, edition):
            ordered = [keeper.bundles[ident] for ident in sorted(keeper.bundles)]
            shelf = Shelf([keeper.block(held, day) for held in ordered], keeper.words)
            on = _Shelved(shelf, Called(self._record, shelf, keeper, self._told), edition, time.monotonic())
            # One that nobody will look at again would hold what the board was before.
            held = {} if whole else {when: one for when, one in self._shelves.items() if self._is_good(one, edition)}
            self._shelves = OrderedDict(held) | {key: on}
            while len(self._shelves) > _SHELVES:
                self._shelves.popitem(last=False)
        self._shelves.move_to_end(key)
        return on

    def _is_good(self, on: _Shelved, edition: Edition) -> bool:
        """Whether a shelf is up to date, or as far behind as one may be while more is being taken in."""
        if on.edition.number == edition.number:
            return True
        settling = self._kept.is_behind and on.edition.number >= self._kept.forced
        return settling and time.monotonic() - on.made < _OLDEST


def _day(as_of: date | None) -> int:
    return UNDATED if as_of is None else min(as_of.toordinal(), UNDATED - 1)
