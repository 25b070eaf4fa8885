"""All that a search finds, as a sequence: what is shown of a report is read when it is looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import overload

from onrecord.record.search import SearchHit

_AT_ONCE = 100


class Hits(Sequence[SearchHit]):
    """The hits on some reports, in their order; `read` gives those on a few of them."""

    def __init__(self, reports: Sequence[str], read: Callable[[Sequence[str]], Sequence[SearchHit]]) -> None:
        self._reports = reports
        self._read = read

    def __len__(self) -> int:
        return len(self._reports)

    @overload
    def __getitem__(self, at: int) -> SearchHit: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[SearchHit]: ...

    def __getitem__(self, at: int | slice) -> SearchHit | Sequence[SearchHit]:
        if isinstance(at, slice):
            return self._read(self._reports[at])
        return self._read([self._reports[at]])[0]

    def __iter__(self) -> Iterator[SearchHit]:
        for begin in range(0, len(self._reports), _AT_ONCE):
            yield from self._read(self._reports[begin : begin + _AT_ONCE])
