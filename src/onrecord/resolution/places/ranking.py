"""Which place a name means: a linear model over the signs of `signs.py`, its weights learnt (`training/places`).

The places of a name are weighed three times: by what they are alone, then twice beside the likeliest places of the other
names, so that "Victoria" beside "Sydney" and "Randwick" is the one in Australia.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest

from onrecord.resolution.places.gazetteer import Location, distance_km
from onrecord.resolution.places.scene import Option, Scene, Usage
from onrecord.resolution.places.signs import Elsewhere, Shares, Signs, option_signs, usage_signs

_CLUSTERED = 8
_CLUSTER_KM = 60.0
_TOLD_ELSEWHERE = ("lies in the next", "holds the one before", "unit fits", "governs")
Weights = Mapping[str, float]
Table = dict[Usage, list[Signs]]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A place that a name may mean, how likely it is (0 to 1), and the signs that say so."""

    option: Option
    share: float
    signs: Signs


@dataclass(frozen=True)
class Ranking:
    """The places that each usage of a name may mean, the likeliest first, and what they were weighed beside."""

    by_usage: Mapping[Usage, tuple[Ranked, ...]]
    elsewhere: Elsewhere


def ranked(scene: Scene, first: Weights, later: Weights) -> Ranking:
    """The ranking of all options of a scene; a usage without options has none."""
    table, elsewhere = settled(scene, first, later)
    found = {}
    for usage, rows in table.items():
        chances = chances_of(rows, later)
        options = scene.options[usage.key]
        order = sorted(range(len(rows)), key=lambda i: (-chances[i], i))
        found[usage] = _as_one([Ranked(options[i], chances[i], rows[i]) for i in order])
    return Ranking(found, elsewhere)


def _as_one(rows: list[Ranked]) -> tuple[Ranked, ...]:
    """The likeliest first, where a town and the district around it count together: either is nearly right for both.

    The best one of the likeliest such cluster leads with the share of the whole cluster, a town before its district
    where both are nearly as likely; the others of it follow last.
    """
    front, rest = rows[:_CLUSTERED], rows[_CLUSTERED:]
    clusters = [[o for o in front if o is r or _neighbours(r.option.place, o.option.place)] for r in front]
    sums = [sum(row.share for row in cluster) for cluster in clusters]
    if not sums:
        return ()
    best = max(range(len(sums)), key=lambda i: (round(sums[i], 9), -i))
    most = max(row.share for row in clusters[best])
    lead = max(
        clusters[best], key=lambda row: (row.option.place.kind == "place" and row.share >= most / 4, row.share)
    )
    others = [row for row in front if all(row is not member for member in clusters[best])]
    same = [row for row in clusters[best] if row is not lead]
    return (replace(lead, share=min(1.0, sums[best])), *others, *rest, *same)


def _neighbours(one: Location, other: Location) -> bool:
    if "country" in {one.kind, other.kind}:
        return False
    far = distance_km(one, other)
    return far is not None and far <= _CLUSTER_KM


def settled(scene: Scene, first: Weights, later: Weights, rounds: int = 2) -> tuple[Table, Elsewhere]:
    """The signs of every usage's options in the last round, and what they were taken from."""
    shares = _shares(scene, alone(scene), first)
    for number in range(rounds):
        elsewhere = Elsewhere.of(scene, shares)
        table = _signs(scene, elsewhere, shares)
        if number < rounds - 1:
            shares = _shares(scene, table, later)
    return table, elsewhere


def alone(scene: Scene) -> Table:
    """The signs of every usage's options that need no other name."""
    return _signs(scene, None, None)


def _signs(scene: Scene, elsewhere: Elsewhere | None, shares: Shares | None) -> Table:
    table: Table = {}
    for key, uses in scene.by_key().items():
        lasting = option_signs(scene, elsewhere, key)
        local = [usage_signs(scene, shares, usage) for usage in uses]
        for usage, mine, others in zip(uses, local, _of_others(local, len(lasting)), strict=True):
            table[usage] = [a | b | c for a, b, c in zip(lasting, mine, others, strict=True)]
    return table


def _of_others(local: Sequence[Sequence[Signs]], count: int) -> Iterator[list[Signs]]:
    """For each usage and option, the best that the other usages of the name say ("elsewhere")."""
    if len(local) == 1:
        yield [{} for _ in range(count)]
        return
    best = [_two_best(local, option) for option in range(count)]
    for mine in range(len(local)):
        yield [_elsewhere(best[option], mine) for option in range(count)]


def _two_best(local: Sequence[Sequence[Signs]], option: int) -> dict[str, list[tuple[float, int]]]:
    """The two usages in which each sign speaks loudest for an option, with its values."""
    found = {}
    for sign in _TOLD_ELSEWHERE:
        values = ((signs[option].get(sign, 0.0), number) for number, signs in enumerate(local))
        found[sign] = nlargest(2, values, key=lambda pair: (pair[0], -pair[1]))
    return found


def _elsewhere(best: Mapping[str, Sequence[tuple[float, int]]], mine: int) -> Signs:
    told = {sign: next((value for value, number in two if number != mine), 0.0) for sign, two in best.items()}
    return {f"{sign} elsewhere": value for sign, value in told.items() if value > 0}


def _shares(scene: Scene, table: Table, weights: Weights) -> Shares:
    """How likely each option of a key is, the mean over its usages."""
    found: dict[str, list[float]] = {}
    for key, uses in scene.by_key().items():
        rows = [chances_of(table[usage], weights) for usage in uses]
        found[key] = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
    return found


def chances_of(rows: Sequence[Signs], weights: Weights) -> list[float]:
    """How likely each of several options is, from its signs: they sum to 1."""
    scores = [score(signs, weights) for signs in rows]
    most = max(scores, default=0.0)
    raised = [math.exp(s - most) for s in scores]
    total = sum(raised)
    return [r / total for r in raised]


def score(signs: Signs, weights: Weights) -> float:
    """The weight of all signs together."""
    return sum(value * weights.get(sign, 0.0) for sign, value in signs.items())
