"""The places of one report, tied to the world: found, told apart, each with the reasons for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from onrecord.assets import weights
from onrecord.model import Article, Candidate, Dateline, Mention, Place, Span
from onrecord.reading.reader import Found
from onrecord.resolution.places.acting import Acting
from onrecord.resolution.places.datelines import Written, written
from onrecord.resolution.places.display import displayed
from onrecord.resolution.places.gazetteer import Location
from onrecord.resolution.places.ranking import Ranked, Ranking, Weights, ranked
from onrecord.resolution.places.reasons import described, reasons, reasons_against
from onrecord.resolution.places.scene import Scene, Usage
from onrecord.resolution.places.search import Search
from onrecord.resolution.places.surroundings import Surroundings
from onrecord.resolution.setting import Setting

SURE_PLACE = 0.5
"""Chance from which a name is taken for a place's."""
SURE_ELSEWHERE, LIKELY_PLACE = 0.8, 0.3
"""A name that is surely a place's somewhere in the report is one from a smaller chance elsewhere in it."""
SURE_WHICH = 0.2
"""Share from which the likeliest place is taken for the one meant; below it there are candidates only."""
_CANDIDATES = 3


@dataclass(frozen=True, slots=True)
class Located:
    """The places of a report in the order of their first mention, and its dateline."""

    places: tuple[Place, ...] = ()
    dateline: Dateline | None = None


@dataclass(frozen=True, slots=True)
class Model:
    """Learnt weights: which names are places, what a name means by itself, and beside the others."""

    finding: Weights
    first: Weights
    later: Weights

    @classmethod
    def shipped(cls) -> Model:
        """The weights of `assets/places.json`."""
        data = weights("places")
        return cls(data["finding"], data["first"], data["later"])


@dataclass
class _Told:
    """One place with what is gathered about it while mentions are walked through."""

    usage: Usage
    ranking: tuple[Ranked, ...]
    place: Location | None
    mentions: list[Mention] = field(default_factory=list)
    acting: list[Span] = field(default_factory=list)


@cache
def _shipped() -> Model:
    return Model.shipped()


def places(article: Article, found: Found, setting: Setting, model: Model | None = None) -> Located:
    """Every place that a report names, once each with all its mentions, and the dateline.

    A name of which no place is likely enough has candidates but no coordinates; a name that the reader takes for a
    place and the gazetteer does not hold has neither.
    """
    weighed = model or _shipped()
    around = Surroundings.of(article, found)
    head = written(article)
    search = Search.of(around, weighed.finding).with_places(() if head is None else (head.place,))
    return _located(search, found, setting, weighed, head)


def places_of(
    spans: Iterable[Span], article: Article, found: Found, setting: Setting, model: Model | None = None
) -> Located:
    """The places that given names mean, each of which is known to name a place, as when a reviewer has marked them."""
    around = Surroundings.of(article, found)
    return _located(Search.given(around, spans), found, setting, model or _shipped(), None)


def _located(search: Search, found: Found, setting: Setting, model: Model, head: Written | None) -> Located:
    acting = Acting(search.around, found)
    scene = search.scene(setting.country, acting.seems_to_act)
    ranking = ranked(scene, model.first, model.later)
    told = _gathered(search, scene, ranking, acting)
    listed = tuple(_place(f"p{n}", one, ranking, model.later) for n, one in enumerate(told, 1))
    return Located(listed, None if head is None else _dateline(head, listed))


def _gathered(search: Search, scene: Scene, ranking: Ranking, acting: Acting) -> list[_Told]:
    """The places in the order of their first mention; names that are hardly places are left out."""
    chances = {name.span: chance for name, chance in zip(search.names, search.chances, strict=True)}
    sure = scene.shares
    told: dict[int | str, _Told] = {}
    for name, usage in zip(scene.names, scene.usages, strict=True):
        if chances[name.span] < (LIKELY_PLACE if sure[usage.key] >= SURE_ELSEWHERE else SURE_PLACE):
            continue
        if search.around.is_surname(name):
            continue
        rows = ranking.by_usage[usage]
        place = rows[0].option.place if rows and rows[0].share >= SURE_WHICH else None
        one = told.setdefault(usage.key if place is None else place.id, _Told(usage, rows, place))
        one.mentions.append(Mention(name.span, "name"))
        if acting.acts(name, place):
            one.acting.append(name.span)
    return list(told.values())


def _place(ident: str, told: _Told, ranking: Ranking, later: Weights) -> Place:
    name = told.mentions[0].span.text
    if told.place is None:
        return Place(ident, name, "place", tuple(told.mentions), candidates=_candidates(told, 0, ranking, later))
    place = told.place
    return Place(
        id=ident,
        name=displayed(place.name, name),
        kind=place.kind,
        mentions=tuple(told.mentions),
        country=place.country,
        admin1=place.admin1,
        geonames=place.geonames,
        lat=place.lat,
        lon=place.lon,
        acting=tuple(told.acting),
        evidence=reasons(told.usage, told.ranking, ranking.elsewhere, later),
        candidates=_candidates(told, 1, ranking, later),
    )


def _candidates(told: _Told, begin: int, ranking: Ranking, later: Weights) -> tuple[Candidate, ...]:
    """The next likeliest places, from a rank on, each with what speaks for and against it beside the chosen one."""
    chosen = told.ranking[0] if begin else None
    return tuple(
        Candidate(
            str(row.option.place.id),
            described(row.option.place),
            round(row.share, 3),
            reasons_against(told.usage, row, chosen, ranking.elsewhere, later),
        )
        for row in told.ranking[begin : begin + _CANDIDATES]
    )


def _dateline(head: Written, listed: Sequence[Place]) -> Dateline:
    here = [p.id for p in listed if any(head.place.overlaps(m.span) for m in p.mentions)]
    return Dateline(head.span, here[0] if here else None, head.day, head.disagrees)
