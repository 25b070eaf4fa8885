"""Everybody of one record, kept in memory: the list of actors is asked for often, and gathering them takes long."""

from __future__ import annotations

import logging
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from datetime import date, datetime
from threading import Event, Lock, Thread

from onrecord.desk.cast.everybody import Everybody, Known, everybody_in
from onrecord.desk.cast.rows import CastRows
from onrecord.errors import OnrecordError
from onrecord.record import Identity, Record
from onrecord.record.identities import identities_of

_TIMES_KEPT = 6
_SECONDS = 20.0
"""So long a list may be behind what onrecord adds; what a reviewer judges shows at once."""
_Time = tuple[date | None, datetime | None]
_log = logging.getLogger(__name__)


class Cast:
    """Everybody of a record, asked with `as_of`; may be asked from several threads, while other processes add reports.

    A record is read when it is first asked for, unless `warm` had it read in the background before; `close` ends that.
    """

    def __init__(self, record: Record) -> None:
        self._record = record
        self._rows = CastRows()
        self._held: OrderedDict[_Time, Everybody] = OrderedDict()
        self._looked = -_SECONDS
        self._size = (0, 0)
        self._lock = Lock()
        self._closed = Event()
        self._thread: Thread | None = None

    def as_of(self, day: date | None, known_at: datetime | None = None, *, now: bool = False) -> Everybody:
        """Everybody whom reports published by a day name (all reports, for None), the most reported first.

        With `known_at` only what the record held then is seen. `now` takes in also what was added in the last seconds.
        """
        with self._lock:
            self._take_in(now=now)
            key = day, known_at
            if key not in self._held:
                self._held[key] = everybody_in(self._rows, day, known_at)
            self._held.move_to_end(key)
            while len(self._held) > _TIMES_KEPT:
                self._held.popitem(last=False)
            return self._held[key]

    def identities(
        self, some: Sequence[Known], day: date | None = None, known_at: datetime | None = None
    ) -> list[Identity]:
        """What `Record.identities` says of some of the list as of that day, in their order: offices, parties, reasons."""
        with self._record.asking() as connection:
            found = identities_of(connection, [one.keys[0] for one in some], day, known_at)
        of_id = {one.id: one for one in found}
        return [of_id[one.id] for one in some if one.id in of_id]

    def warm(self, after: Callable[[], object] = lambda: None) -> None:
        """Has the record read in the background, so that nobody waits for it; not before `after` has returned."""
        self._thread = Thread(target=self._read, args=[after], name="cast", daemon=True)
        self._thread.start()

    @property
    def reading(self) -> bool:
        """Whether it is being read in the background."""
        return self._thread is not None and self._thread.is_alive()

    def close(self) -> None:
        """Ends what goes on in the background."""
        self._closed.set()
        if self._thread is not None:
            self._thread.join()

    def _read(self, after: Callable[[], object]) -> None:
        after()
        try:
            if not self._closed.is_set():
                self.as_of(None)
        except OnrecordError as error:
            # Whoever asks first is told of it, and reading begins anew.
            _log.warning("who is on record was not read beforehand: %s", error)

    def _take_in(self, *, now: bool) -> None:
        with self._record.asking() as connection:
            reviewed = self._rows.take_in(connection, self._closed.is_set)
        size = len(self._rows.seen), len(self._rows.judged)
        if size != self._size and (reviewed or now or time.monotonic() - self._looked > _SECONDS):
            self._held.clear()
            self._size, self._looked = size, time.monotonic()
