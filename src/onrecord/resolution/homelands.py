"""Which country a place of a report speaks of, so that "the army" there is the army of that country."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping

REACH = 90
"""Characters over which a country's name loses half of its say."""
_FARTHEST = 12 * REACH
"""Characters beyond which a name has no more say than anywhere."""
_AFTER = 0.3
"""Say of a name that comes only after the place, against one before it."""
_EVERYWHERE = 0.05
"""Say that a name has anywhere in the report, against one that stands right there."""
_OPENING = 1.0
"""Say that the country named first has anywhere in the report: where it is written from, or what it is about."""
_ARMED = 2.0
"""Say that a country whose army or armed group is named has anywhere on whose army is meant."""
SURE = 0.6
"""Share of the say that makes a country the one spoken of; below it an army or a government stays without a country."""
_CELL = 40
"""Characters that share one answer."""


class Homelands:
    """The countries that a report names, by place; each name has most say where it stands and some everywhere.

    `named` are positions with the country named there and the weight of the name; `forces` are countries whose
    army or armed groups are named.
    """

    def __init__(self, named: Iterable[tuple[int, str, float]], forces: Iterable[str] = ()) -> None:
        self._named = sorted(named)
        self._forces = frozenset(forces)
        self._everywhere: dict[str, float] = {}
        for _, country, weight in self._named:
            self._everywhere[country] = self._everywhere.get(country, 0.0) + weight * _EVERYWHERE
        self._first = {country: n for n, (_, country, _) in reversed(list(enumerate(self._named)))}
        self._held: dict[tuple[int, bool], tuple[tuple[str, float], ...]] = {}

    @property
    def shares(self) -> Mapping[str, float]:
        """The share of all that names countries which each country has, from 0 to 1."""
        whole = sum(self._everywhere.values())
        return {country: weight / whole for country, weight in sorted(self._everywhere.items())} if whole else {}

    def at(self, position: int, body: str | None = None) -> str | None:
        """ISO code of the country most likely spoken of at a place; the first named on a tie, None where none is.

        An army is likeliest that of a country whose army or armed groups the report names.
        """
        ranked = self.ranked(position, body)
        return ranked[0][0] if ranked else None

    def surely_at(self, position: int, body: str | None = None) -> str | None:
        """The country spoken of at a place if it has SURE of the say there, None where countries vie."""
        ranked = self.ranked(position, body)
        return ranked[0][0] if ranked and ranked[0][1] >= SURE else None

    def ranked(self, position: int, body: str | None = None) -> tuple[tuple[str, float], ...]:
        """The countries that a place may speak of with their share of the say there, the likeliest first."""
        cell = position // _CELL, body == "military"
        if cell not in self._held:
            self._held[cell] = self._ranked(cell[0] * _CELL + _CELL // 2, armed=cell[1])
        return self._held[cell]

    def _ranked(self, position: int, *, armed: bool) -> tuple[tuple[str, float], ...]:
        votes = dict(self._everywhere)
        if self._named:
            votes[self._named[0][1]] += _OPENING
        for country in self._forces & self._everywhere.keys() if armed else ():
            votes[country] += _ARMED
        near = bisect_left(self._named, (position - _FARTHEST,)), bisect_left(self._named, (position + _FARTHEST,))
        for start, country, weight in self._named[slice(*near)]:
            votes[country] += weight * 0.5 ** (abs(position - start) / REACH) * (_AFTER if start > position else 1.0)
        whole = sum(votes.values())
        order = sorted(votes, key=lambda c: (-round(votes[c], 9), self._first[c]))
        return tuple((country, votes[country] / whole) for country in order)
