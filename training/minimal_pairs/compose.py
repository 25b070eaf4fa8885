"""Chooses what each passage tells and in which form, and puts passages together."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from training.minimal_pairs.cast import Cast, chosen
from training.minimal_pairs.marking import Marking, Told
from training.minimal_pairs.tables import Conflict, Frame, Kind, conflicts, followers, forms, frames, kinds
from training.minimal_pairs.variation import varied
from training.minimal_pairs.wording import Wording

HEADLINES = 0.2
AROUND = 0.35
"""How often another event of the same two sides is told in a sentence before or after."""
AFTER_A_FACT = ("denied holding", "neither confirmed nor denied", "background", "spokesman confirmed")
AFTER_ALL_ELSE = ("denied holding", "called for", "background")
OTHER_EVENTS = (
    "held",
    "may hold",
    "will hold",
    "did not hold",
    "denied holding",
    "anonymous said held",
    "background",
)
TRIES = 60


@dataclass(frozen=True, slots=True)
class Composed:
    """A passage: what it tells, in which form and in which of its sentences, its lines and its events' lines."""

    kind: str
    type: str
    form: str
    sentences: tuple[int, ...]
    text: str
    passage: tuple[str, ...]
    events: tuple[str, ...]


def composed(seed: int, count: int, kept: bool = False) -> list[Composed]:
    """Passages, no two alike, that cover every kind of event in every form it can have; the same for the same seed.

    `kept` composes of those sentences, bodies and words for events that are never learnt from, so that what a reader
    makes of constructions new to it can be counted. ValueError where `count` is too small for every kind and form.
    """
    chance = random.Random(seed)  # noqa: S311 - chance from a seed, so that the same passages come again
    wanted = list(pairs(kept))
    if count < len(wanted):
        raise ValueError(
            f"{len(wanted)} passages are needed for every kind of event in every form, {count} are too few"
        )
    sentences = Counter(frame.form for frame in frames() for _ in frame.texts if frame.kept == kept)
    weights = [sentences[form] for _, form in wanted]
    wanted += chance.choices(wanted, weights, k=count - len(wanted))
    chance.shuffle(wanted)
    found: dict[str, Composed] = {}
    for number, (kind, form) in enumerate(wanted, 1):
        composer = _Composer(chance, kind, form, kept)
        one = next(one for one in composer.tries(f"mp-{number:04}") if one.text not in found)
        found[one.text] = one
    return list(found.values())


def pairs(kept: bool = False) -> Iterator[tuple[Kind, str]]:
    """Every kind of event with every form that suits it."""
    for kind in kinds():
        for form in forms(kept):
            if any(frame.suits(kind) for frame in frames() if frame.form == form and frame.kept == kept):
                yield kind, form


@dataclass(frozen=True, slots=True)
class _Composer:
    """Composes passages that tell a kind of event in a form."""

    chance: random.Random
    kind: Kind
    form: str
    kept: bool

    def tries(self, name: str) -> Iterator[Composed]:
        """Passages of one name, one after the other."""
        for _ in range(TRIES):
            yield self._passage(name)

    def _passage(self, name: str) -> Composed:
        conflict = self.chance.choice([c for c in conflicts() if c.kept == self.kept])
        cast = chosen(self.chance, conflict, self.kind)
        second = self._second(cast)
        wording = Wording(self.chance, cast, self.kept)
        told: list[Told] = []
        for frame, both in self._plan(second):
            text = varied(self.chance, frame, self.chance.choice(frame.texts))
            for sentence in wording.sentences(frame, text, both):
                headed = bool(told) and told[0].frame.headline
                told.append(Told(0 if frame.headline else len(told) + (not headed), sentence, frame, both))
        facts = {
            "manner": "composed sentences",
            "conflict": conflict.name,
            "published": f"{self._year(conflict)}-{self.chance.randint(1, 12):02}-{self.chance.randint(1, 28):02}",
        }
        passage, events = Marking(cast, tuple(told)).lines(name, facts)
        text = " ".join(one.sentence.text for one in told)
        own = tuple(t.number for t in told if t.frame.form == self.form and t.number and t.kinds[0] == self.kind)
        return Composed(self.kind.name, self.kind.type, self.form, own, text, tuple(passage), tuple(events))

    def _year(self, conflict: Conflict) -> int:
        return self.chance.randint(*conflict.years)

    def _plan(self, second: Kind) -> list[tuple[Frame, tuple[Kind, Kind]]]:
        """The frames of a passage in order: the form, at times under a headline, and what stands around it."""
        own, turned = (self.kind, second), (second, self.kind)
        first = self._frame(self.kind, self.form, headline=False)
        plan = [(first, own)]
        draw = self.chance.random()
        if draw < 0.25:
            fitting = AFTER_A_FACT if first.status == "actual" else AFTER_ALL_ELSE
            plan.append((self._frame(self.kind, self._another(fitting), headline=False), own))
        elif draw < 0.25 + AROUND and second != self.kind:
            other = (self._frame(second, self._another(OTHER_EVENTS), headline=False), turned)
            plan.insert(self.chance.randrange(2), other)
        elif draw < 0.85:
            plan.insert(self.chance.choice((0, 1, 1)), (self.chance.choice(followers()), own))
        if self._has_headline() and self.chance.random() < HEADLINES:
            plan.insert(0, (self._frame(self.kind, self.form, headline=True), own))
        if not any(frame.says for frame, _ in plan):
            plan.append((self.chance.choice([f for f in followers() if f.says]), own))
        return plan

    def _another(self, choices: Sequence[str]) -> str:
        there = {frame.form for frame in frames() if frame.kept == self.kept}
        return self.chance.choice([form for form in choices if form != self.form and form in there])

    def _has_headline(self) -> bool:
        return any(f.form == self.form and f.headline and f.kept == self.kept for f in frames())

    def _frame(self, kind: Kind, form: str, *, headline: bool) -> Frame:
        fitting = [
            frame
            for frame in frames()
            if frame.form == form and frame.headline == headline and frame.kept == self.kept and frame.suits(kind)
        ]
        return self.chance.choices(fitting, [len(frame.texts) for frame in fitting])[0]

    def _second(self, cast: Cast) -> Kind:
        """Another kind of event that the same side may do to the same other one."""
        acting, other = cast.bodies["A"].part, cast.bodies["B"].part
        fitting = [
            another
            for another in kinds()
            if another.name != self.kind.name
            and another.says is None
            and not another.people
            and acting in another.actors
            and (other in another.recipients or not another.recipients)
        ]
        return self.chance.choice(fitting or [self.kind])
