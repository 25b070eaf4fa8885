"""Places as the map shows them: how much is told of each, and where the claims there stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from onrecord.desk import Desk
from onrecord.desk.board import BoardView
from onrecord.desk.places import PlaceLine
from onrecord.model import Site, StandingName

STANDINGS: tuple[StandingName, ...] = tuple(name for name in get_args(StandingName) if name != "unreported")
_CONTESTED_FIRST: tuple[StandingName, ...] = ("disputed", "denied", "confirmed-by-both")


@dataclass(frozen=True, slots=True)
class PlaceShown:
    """One place of the map: what is told of it, and how many claims there stand how, the most frequent standing first.

    `uncertain` tells that no report bears out that it is this place, and not another of the name.
    """

    line: PlaceLine
    standings: tuple[tuple[StandingName, int], ...]
    uncertain: bool = False

    @property
    def site(self) -> Site:
        """The place itself."""
        return self.line.site

    @property
    def claims(self) -> int:
        """How many claims are of this place."""
        return sum(count for _, count in self.standings)

    @property
    def leading(self) -> StandingName | None:
        """The standing that most claims here have; of equals the contested one. None where nothing is claimed."""
        if not self.standings:
            return None
        return min(self.standings, key=lambda one: (-one[1], _contested(one[0])))[0]

    @property
    def located(self) -> bool:
        """Whether coordinates are known for it, be it certain or not."""
        return self.site.lat is not None and self.site.lon is not None


def places_shown(desk: Desk, view: BoardView) -> Sequence[PlaceShown]:
    """The places where something is told that meets the view, the most claimed first, then the most told.

    Events are narrowed by day and type; words, party and standing narrow the claims, and then the places to theirs.
    """
    claimed = _claimed(desk, view)
    only_claims = view.words or view.party or view.standing
    lines = {line.site.key: line for line in desk.places.lines(view.as_of, type=view.type)}
    for key in claimed.keys() - lines.keys():
        lines[key] = PlaceLine(desk.places.site(key), 0, 0, 0, None)
    shown = [
        PlaceShown(line, claimed.get(key, ()), desk.places.is_uncertain(key, view.as_of))
        for key, line in lines.items()
        if key in claimed or not only_claims
    ]
    return sorted(shown, key=lambda one: (-one.claims, -one.line.events, one.site.name, one.site.key))


def _claimed(desk: Desk, view: BoardView) -> Mapping[str, tuple[tuple[StandingName, int], ...]]:
    """How many claims of each place stand how."""
    found: dict[str, tuple[tuple[StandingName, int], ...]] = {}
    for key, times in desk.board.by_place(view).items():
        some = [(standing, times[standing]) for standing in STANDINGS if standing in times]
        if some:
            found[key] = tuple(sorted(some, key=lambda one: (-one[1], _contested(one[0]))))
    return found


def _contested(standing: StandingName) -> int:
    return _CONTESTED_FIRST.index(standing) if standing in _CONTESTED_FIRST else len(_CONTESTED_FIRST)
