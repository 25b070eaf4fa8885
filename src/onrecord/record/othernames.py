"""The names by which the registry knows parties, loaded when words are first looked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property


class OtherNames(Mapping[str, Iterable[str]]):
    """Every name of each party of the registry, by party key; a record that is only added to never loads them."""

    @cached_property
    def _held(self) -> Mapping[str, Iterable[str]]:
        from onrecord.resolution.registry import aliases_by_id

        return aliases_by_id()

    def __getitem__(self, key: str) -> Iterable[str]:
        return self._held[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)
