"""What places are learnt from: marked reports as the reader reads them, with the signs of their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from evaluation.places import GoldDocument, GoldPlace

from onrecord.model import Place
from onrecord.reading.reader import Found
from onrecord.resolution.places.acting import Acting
from onrecord.resolution.places.located import Model
from onrecord.resolution.places.ranking import alone, settled
from onrecord.resolution.places.scene import Option, Scene, Usage
from onrecord.resolution.places.search import Search, known_names
from onrecord.resolution.places.surroundings import Surroundings
from onrecord.resolution.setting import Setting
from training.places.fit import Signs, fitted_choice, fitted_yes

Group = tuple[Sequence[Signs], Sequence[bool], float]
FINDING_RESTRAINT = 0.05
CHOICE_RESTRAINT = 0.05
ROUNDS = 2
SEAT = 0.3
"""How much a name that stands for a government counts beside a marked place."""


@dataclass(frozen=True)
class Lesson:
    """One marked report with what the reader found in it."""

    document: GoldDocument
    found: Found

    @cached_property
    def setting(self) -> Setting:
        """The report's setting."""
        return Setting.of(self.document.article)

    @cached_property
    def around(self) -> Surroundings:
        """What stands around its names."""
        return Surroundings.of(self.document.article, self.found)

    @cached_property
    def scene(self) -> Scene:
        """Its marked names with their options."""
        spans = [gold.span for gold in self.document.places]
        acting = Acting(self.around, self.found)
        return Search.given(self.around, spans).scene(self.setting.country, acting.seems_to_act)

    @cached_property
    def findings(self) -> list[tuple[Signs, bool]]:
        """The signs of every name that the gazetteer holds, and whether it is marked as a place.

        Every name comes twice, with what the reader took it for and without, so that readers who tell no places do too.
        """
        marked = self.document.places
        rows: list[tuple[Signs, bool]] = []
        for around in (self.around, Surroundings.of(self.document.article, Found())):
            names, _, signs = known_names(around)
            rows += [(s, any(g.span.overlaps(n.span) for g in marked)) for n, s in zip(names, signs, strict=True)]
        return rows

    def groups(self, model: Model | None) -> list[Group]:
        """The options of every usage of its marked names: alone, or beside the places that a model gives the others."""
        table = alone(self.scene) if model is None else settled(self.scene, model.first, model.later)[0]
        often: Counter[tuple[Usage, GoldPlace]] = Counter()
        golds = {gold.span: gold for gold in self.document.places}
        for name, usage in zip(self.scene.names, self.scene.usages, strict=True):
            gold = golds[name.span]
            if gold.measurable:
                often[usage, GoldPlace(self.document.places[0].span, gold.at, gold.country)] += 1
        return [
            (table[usage], [gold.is_meant_by(as_place(o)) for o in self.scene.options[usage.key]], float(count))
            for (usage, gold), count in often.items()
        ]


def as_place(option: Option) -> Place:
    """An option as a place of a reading, to be compared with a marked one."""
    at = option.place
    return Place("", at.name, at.kind, (), country=at.country, lat=at.lat, lon=at.lon)


def _groups(lessons: Sequence[Lesson], seats: Sequence[Lesson], model: Model | None) -> list[Group]:
    every = [group for lesson in lessons for group in lesson.groups(model)]
    return every + [(o, r, n * SEAT) for lesson in seats for o, r, n in lesson.groups(model)]


def learnt(lessons: Sequence[Lesson], seats: Sequence[Lesson] = ()) -> Model:
    """The weights of both models from marked reports; the later ones are fitted anew on what they themselves give.

    `seats` are reports in which only names that stand for governments are marked: they count less, and for ranking alone.
    """
    finding = fitted_yes([row for lesson in lessons for row in lesson.findings], FINDING_RESTRAINT)
    first = fitted_choice(_groups(lessons, seats, None), CHOICE_RESTRAINT)
    model = Model(finding, first, first)
    for _ in range(ROUNDS):
        later = fitted_choice(_groups(lessons, seats, model), CHOICE_RESTRAINT)
        model = Model(finding, first, later)
    return model
