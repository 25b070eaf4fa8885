"""Keeps the board up to date: reads the record in the background, and takes in what is added, while pages are given."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from threading import RLock, Thread

from sqlalchemy import Connection, func, select

from onrecord.desk.board.arrivals import Arrivals, News
from onrecord.desk.board.fetching import Fetched, fetched
from onrecord.desk.board.keeping import Keeper
from onrecord.record import Record
from onrecord.record.schema import link

AT_ONCE_READY = 2_000
"""Links of a record whose board is worked out while the first page waits for it."""
FEW = 3
"""Reports that are taken in at once when a page is asked for; more of them are taken in in the background."""
_LOADING, _LATEST = 0.3, 0.4
"""The share of the work that is done once all is read, and once the board is there as it is now."""
_READING = 0.25
"""Seconds for which reading new reports may hold pages up at a time."""
_FEWEST_READ, _MOST_READ = 8, 400
_LOOKS = 0.2
"""Seconds between two looks at what came in while the board is worked out for the first time."""
_REST = 0.002
"""Seconds in which whoever waits for a page gets his turn."""


@dataclass(frozen=True, slots=True)
class Edition:
    """How far the board was at a time: `number` grows with whatever changes on it, `taken` counts the reports on it."""

    number: int
    taken: int


class Kept:
    """The keeper of a board, with what came in since; whoever reads it holds `turn` meanwhile.

    Whoever changes it holds `_working`, and `turn` besides for as long as there is something half done to be seen.
    """

    def __init__(self, record: Record) -> None:
        self.turn = RLock()
        self._working = RLock()
        self._record = record
        self._keeper: Keeper | None = None
        self._arrivals = Arrivals()
        self._news = News()
        self._arrived = 0
        self._number = 0
        self._slice = _FEWEST_READ
        self._forced = 0
        self._done = 1.0
        self._closed = False
        self._worker: Thread | None = None
        with record.asking() as connection:
            links = connection.execute(select(func.count()).select_from(link)).scalar_one()
        if links > AT_ONCE_READY:
            self._done = 0.0
            self._begin(self._read_and_work_out)

    @property
    def progress(self) -> float:
        """How much of the board is worked out for the first time, from 0 to 1."""
        return self._done

    @property
    def keeper(self) -> Keeper:
        """The keeper, who reads the record first if need be. Whoever asks has the turn."""
        if self._keeper is None:
            with self._record.asking() as connection:
                self._keeper = self._read(connection)
            for ident in sorted(self._keeper.bundles):
                self._keeper.work_out_history(ident)
        return self._keeper

    @property
    def edition(self) -> Edition:
        """How far the board is. Whoever asks has the turn."""
        late = self.keeper.late | set(self._news.reports)
        return Edition(self._number, self._arrived - len(late))

    @property
    def forced(self) -> int:
        """The edition from which on a reviewer must see what he decided."""
        return self._forced

    def pending(self, edition: Edition) -> int:
        """How many reports came in that an edition does not have."""
        return self._arrived - edition.taken

    @property
    def is_behind(self) -> bool:
        """Whether something that came in is not taken in yet. Whoever asks has the turn."""
        return bool(self._news) or self.keeper.is_behind

    def look(self) -> None:
        """Takes in a few new reports and all that reviewers said; more reports are taken in in the background."""
        with self.turn, self._record.asking() as connection:
            self._look(connection)
            if not self.is_behind:
                return
            few = len(self._news.reports) <= FEW and not self.keeper.is_behind
        if few or replace(self._news, reports=()):
            with self._working, self.turn, self._record.asking() as connection:
                self._look(connection)
                few = len(self._news.reports) <= FEW and not self.keeper.is_behind
                reports = self._news.reports if few else ()
                rest = frozenset(self._news.reports[len(reports) :])
                self._take(connection, fetched(connection, self.keeper.holdings, reports, rest))
                while few and (held := self.keeper.next_behind()) is not None:
                    self.keeper.put(held, self.keeper.worked_out(held))
                self._forced = self._number if few else self._forced
        with self.turn:
            if self.is_behind and not self._is_at_work:
                self._begin(self._work)

    def settle(self) -> bool:
        """Takes in all that came in; whether anything did since somebody last looked."""
        with self.turn, self._record.asking() as connection:
            keeper, number = self.keeper, self._number
            self._look(connection)
            is_new = bool(self._news) or keeper.is_behind
        while self._step():
            pass
        with self.turn:
            return is_new or number != self._number

    def wait(self) -> None:
        """Waits until what goes on in the background is done."""
        worker = self._worker
        if worker is not None:
            worker.join()

    def close(self) -> None:
        """Ends what goes on in the background."""
        self._closed = True
        self.wait()

    @property
    def _is_at_work(self) -> bool:
        return self._worker is not None and self._worker.is_alive()

    def _begin(self, work: Callable[[], None]) -> None:
        if not self._closed:
            self._worker = Thread(target=work, name="board", daemon=True)
            self._worker.start()

    def _read(self, connection: Connection) -> Keeper:
        self._arrivals, self._news = Arrivals(), News()
        self._arrived = len(self._arrivals.look(connection).reports)
        self._number += 1
        keeper = Keeper()
        keeper.load(connection)
        return keeper

    def _look(self, connection: Connection) -> None:
        if self._keeper is None:
            # All that is there by then is read with it, and is no news.
            self._keeper = self.keeper
        news = self._arrivals.look(connection)
        self._arrived += len(news.reports)
        self._news = News(
            self._news.reports + news.reports,
            self._news.decided or news.decided,
            self._news.corrected or news.corrected,
            self._news.judged | news.judged,
        )

    def _take(self, connection: Connection, new: Fetched) -> None:
        """Takes in some of the new reports, those that came first, and all that reviewers said."""
        keeper, news = self.keeper, self._news
        try:
            if new.reports:
                keeper.read(connection, new)
            keeper.hear(connection, news)
        except BaseException:
            # Half of it may be taken in: all is read again when the board is next asked for.
            self._keeper = None
            raise
        self._number += 1
        if replace(news, reports=()):
            self._forced = self._number
        self._news = News(news.reports[len(new.reports) :])

    def _step(self) -> bool:
        """Takes in a little of what came in; False where nothing is left."""
        with self._working:
            if self._read_some():
                return True
            with self.turn:
                keeper, held = self.keeper, self.keeper.next_behind()
            if held is None:
                return False
            versions = keeper.worked_out(held)
            with self.turn:
                keeper.put(held, versions)
                self._number += 1
        return True

    def _read_some(self) -> bool:
        """Reads some of what came in; False where there is nothing to read."""
        with ExitStack() as reading:
            with self.turn:
                # What is read is that of the moment at which one looks.
                connection = reading.enter_context(self._record.asking())
                self._look(connection)
                keeper, news = self.keeper, self._news
            if not news:
                return False
            some, rest = news.reports[: self._slice], frozenset(news.reports[self._slice :])
            new = fetched(connection, keeper.holdings, some, rest)
            with self.turn:
                begun = time.monotonic()
                self._take(connection, new)
                taken = time.monotonic() - begun
        if taken < _READING / 2:
            self._slice = min(_MOST_READ, 2 * self._slice)
        elif taken > _READING:
            self._slice = max(_FEWEST_READ, self._slice // 2)
        return True

    def _work(self) -> None:
        """Takes in what came in, and ends when nothing is left."""
        while not self._closed and self._step():
            time.sleep(_REST)

    def _read_and_work_out(self) -> None:
        """Reads the record, and works out the board as it is now, and then for all days."""
        with self._working, self.turn:
            with self._record.asking() as connection:
                self._keeper = keeper = self._read(connection)
            self._done = _LOADING
            idents = sorted(keeper.bundles)
            for ident in idents:
                keeper.work_out_latest(ident)
            self._done = _LATEST
        waiting, look = sorted(idents), 0.0
        while waiting and not self._closed:
            if time.monotonic() >= look:
                if self._step():
                    continue
                look = time.monotonic() + _LOOKS
            with self._working, self.turn:
                keeper, ident = self.keeper, waiting.pop()
                if ident in keeper.bundles:
                    keeper.work_out_history(ident)
                if not waiting:
                    waiting = [key for key, held in keeper.bundles.items() if held.history is None]
                    self._number += 1
                self._done = 1 - (1 - _LATEST) * len(waiting) / max(1, len(idents))
            time.sleep(_REST)
        self._work()
