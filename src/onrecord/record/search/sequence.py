"""All that a search finds, as a sequence: what is shown of a report is read when it is looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Self, overload

from onrecord.record.search.finding import Found, find
from onrecord.record.search.hits import SearchHit
from onrecord.record.search.narrowing import Narrowed, Order
from onrecord.record.search.shown import hits_on

if TYPE_CHECKING:
    from onrecord.record import Record

_AT_ONCE = 100


class Hits(Sequence[SearchHit]):
    """The hits of a search in their order: `Hits.of(record, words, narrowed)`."""

    def __init__(self, record: Record, found: Found) -> None:
        self._record = record
        self._found = found

    @classmethod
    def of(cls, record: Record, words: str, narrowed: Narrowed, order: Order = "best") -> Self:
        """All that a search finds; UsageError where there is no word to search for."""
        with record.asking() as connection:
            return cls(record, find(connection, words, narrowed, record.aliases, order))

    def __len__(self) -> int:
        return len(self._found.reports)

    @overload
    def __getitem__(self, at: int) -> SearchHit: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[SearchHit]: ...

    def __getitem__(self, at: int | slice) -> SearchHit | Sequence[SearchHit]:
        if isinstance(at, slice):
            with self._record.asking() as connection:
                return hits_on(connection, self._found, self._found.reports[at])
        return self[at : at + 1 or None][0]

    def __iter__(self) -> Iterator[SearchHit]:
        for begin in range(0, len(self), _AT_ONCE):
            yield from self[begin : begin + _AT_ONCE]
