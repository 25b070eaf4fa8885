"""What speaks for each of the places that a name may mean, as numbers with names; their weights are learnt."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.resolution.places.capitals import is_capital
from onrecord.resolution.places.gazetteer import Location, distance_km, inside
from onrecord.resolution.places.scene import Option, Scene, Usage

Signs = dict[str, float]
Shares = Mapping[str, Sequence[float]]
"""How likely each option of a key is, in the order of the scene's options."""
_ANCHORS = 40
_FAR_DEGREES = 5.0
_REACH_KM = 100.0
_RARE = 1e-3
_FAINT = 0.1


@dataclass(frozen=True, slots=True)
class Anchor:
    """The likeliest place of a name and how likely it is: what others are near to."""

    key: str
    place: Location
    share: float


@dataclass(frozen=True)
class Elsewhere:
    """What all names of a report say together: votes for countries and divisions, and where its places lie."""

    countries: Mapping[str, float]
    divisions: Mapping[tuple[str, str], float]
    own: Mapping[str, tuple[Mapping[str, float], Mapping[tuple[str, str], float]]]
    """What each key itself has added to both, to be taken off again when it is judged."""
    anchors: tuple[Anchor, ...]

    @classmethod
    def of(cls, scene: Scene, shares: Shares) -> Elsewhere:
        """Of a report, from how likely each option is so far."""
        countries: dict[str, float] = dict(scene.countries)
        divisions: dict[tuple[str, str], float] = {}
        own = {}
        anchors = []
        for key, options in scene.options.items():
            mine: dict[str, float] = {}
            parts: dict[tuple[str, str], float] = {}
            for option, share in zip(options, shares[key], strict=True):
                weight = share * scene.shares[key]
                place = option.place
                if place.country is not None:
                    mine[place.country] = mine.get(place.country, 0.0) + weight
                    if place.admin1 is not None:
                        part = (place.country, place.admin1)
                        parts[part] = parts.get(part, 0.0) + weight
            own[key] = (mine, parts)
            for country, weight in mine.items():
                countries[country] = countries.get(country, 0.0) + weight
            for part, weight in parts.items():
                divisions[part] = divisions.get(part, 0.0) + weight
            if options:
                best = max(range(len(options)), key=lambda i: (shares[key][i], -i))
                anchors.append(Anchor(key, options[best].place, shares[key][best] * scene.shares[key]))
        anchors = [a for a in anchors if a.place.kind != "country" and a.share >= _FAINT]
        anchors.sort(key=lambda a: (-a.share, a.key))
        return cls(countries, divisions, own, tuple(anchors[:_ANCHORS]))

    def country_share(self, key: str, country: str) -> float:
        """The share of the other names' and demonyms' votes that a country has."""
        mine = self.own[key][0]
        total = sum(self.countries.values()) - sum(mine.values())
        votes = self.countries.get(country, 0.0) - mine.get(country, 0.0)
        return max(0.0, votes) / total if total > 1e-6 else 0.0

    def division_votes(self, key: str, part: tuple[str, str]) -> float:
        """How many other names lie in a division, as far as is known."""
        return max(0.0, self.divisions.get(part, 0.0) - self.own[key][1].get(part, 0.0))

    def nearest(self, key: str, place: Location) -> tuple[float, Anchor | None, float]:
        """The closest other name: closeness from 0 to 1, which one, and the distance in km."""
        best: tuple[float, Anchor | None, float] = (0.0, None, 0.0)
        for anchor in self.anchors:
            if anchor.key == key or _far_apart(place, anchor.place):
                continue
            far = distance_km(place, anchor.place)
            close = 0.0 if far is None else anchor.share * math.exp(-far / _REACH_KM)
            if far is not None and close > best[0]:
                best = (close, anchor, far)
        return best


def _far_apart(one: Location, other: Location) -> bool:
    """Whether latitudes alone put two places too far from one another to matter; saves working out the distance."""
    return one.lat is None or other.lat is None or abs(one.lat - other.lat) > _FAR_DEGREES


def option_signs(scene: Scene, elsewhere: Elsewhere | None, key: str) -> list[Signs]:
    """The signs of every option of a key that hold wherever the name stands in the report."""
    options = scene.options[key]
    most = max((o.place.population for o in options), default=0)
    own = [_own(option, most) for option in options]
    if elsewhere is None:
        return own
    return [signs | _among(scene, elsewhere, key, option) for signs, option in zip(own, options, strict=True)]


def _own(option: Option, most: int) -> Signs:
    place = option.place
    population = place.population
    signs: Signs = {
        "population": math.log10(population + 1) / 8,
        f"kind {place.kind}": 1.0,
        f"sort {option.sort}": 1.0,
    }
    if population == most:
        signs["largest"] = 1.0
    if is_capital(place):
        signs["capital"] = 1.0
    if option.likeness < 1.0:
        signs["spelt otherwise"] = 1.0 - option.likeness
    return signs


def _among(scene: Scene, elsewhere: Elsewhere, key: str, option: Option) -> Signs:
    place = option.place
    signs: Signs = {}
    if place.country is not None:
        share = elsewhere.country_share(key, place.country)
        signs["country share"] = share
        if share > 0.05:
            signs["country named"] = 1.0
        if place.country == scene.home:
            signs["home country"] = 1.0
        if place.admin1 is not None:
            votes = elsewhere.division_votes(key, (place.country, place.admin1))
            signs["division"] = votes / (votes + 1.0)
    if place.kind != "country" and place.lat is not None:
        signs["near"] = elsewhere.nearest(key, place)[0]
    return signs


def usage_signs(scene: Scene, shares: Shares | None, usage: Usage) -> list[Signs]:
    """The signs of every option of a name that hold in one usage of it."""
    return [_fitting(scene, shares, usage, option.place) for option in scene.options[usage.key]]


def _fitting(scene: Scene, shares: Shares | None, usage: Usage, place: Location) -> Signs:
    signs: Signs = {}
    if shares and usage.holder is not None and usage.holder != usage.key:
        signs["lies in the next"] = _likeliest(scene, shares, usage.holder, lambda other: inside(place, other))
    if shares and usage.held is not None and usage.held != usage.key:
        signs["holds the one before"] = _likeliest(scene, shares, usage.held, lambda other: inside(other, place))
    if usage.acts and (place.kind == "country" or is_capital(place)):
        signs["governs"] = 1.0
    if usage.unit is not None:
        signs["unit fits" if _fits(usage.unit, place) else "unit differs"] = 1.0
    return signs


def _likeliest(scene: Scene, shares: Shares, key: str, holds: Callable[[Location], bool]) -> float:
    """How likely another name means a place for which something holds; the root, so that rare places count as well."""
    pairs = zip(scene.options[key], shares[key], strict=True)
    best = max((share for option, share in pairs if share > _RARE and holds(option.place)), default=0.0)
    return scene.shares[key] * math.sqrt(best)


def _fits(unit: str, place: Location) -> bool:
    if unit == "nature":
        return place.kind == "region"
    return place.kind == unit or (unit == "region" and place.kind in {"admin1", "admin2"})
