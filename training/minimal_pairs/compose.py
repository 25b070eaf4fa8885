"""Chooses what each passage tells and in which form, and puts passages together."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from training.minimal_pairs.cast import Cast, chosen
from training.minimal_pairs.marking import Marking, Told
from training.minimal_pairs.tables import Frame, Kind, conflicts, followers, forms, frames, kinds
from training.minimal_pairs.wording import Wording

HEADLINES = 0.2
AFTER_A_FACT = ("denied holding", "neither confirmed nor denied", "background", "spokesman confirmed")
AFTER_ALL_ELSE = ("denied holding", "called for", "background")
TRIES = 60


@dataclass(frozen=True, slots=True)
class Composed:
    """A passage: what it tells, in which form, its lines and its events' lines."""

    kind: str
    form: str
    text: str
    passage: tuple[str, ...]
    events: tuple[str, ...]


def composed(seed: int, count: int) -> list[Composed]:
    """Passages, no two alike, that cover every kind of event in every form it can have; the same for the same seed.

    ValueError where `count` is too small for that.
    """
    chance = random.Random(seed)  # noqa: S311 - chance from a seed, so that the same passages come again
    wanted = list(pairs())
    if count < len(wanted):
        raise ValueError(
            f"{len(wanted)} passages are needed for every kind of event in every form, {count} are too few"
        )
    wanted += [chance.choice(wanted) for _ in range(count - len(wanted))]
    chance.shuffle(wanted)
    found: dict[str, Composed] = {}
    for number, (kind, form) in enumerate(wanted, 1):
        one = next(one for one in _tries(chance, f"mp-{number:04}", kind, form) if one.text not in found)
        found[one.text] = one
    return list(found.values())


def pairs() -> Iterator[tuple[Kind, str]]:
    """Every kind of event with every form that suits it."""
    for kind in kinds():
        for form in forms():
            if any(frame.suits(kind) for frame in frames() if frame.form == form):
                yield kind, form


def _tries(chance: random.Random, name: str, kind: Kind, form: str) -> Iterator[Composed]:
    for _ in range(TRIES):
        yield _passage(chance, name, kind, form)


def _passage(chance: random.Random, name: str, kind: Kind, form: str) -> Composed:
    conflict = chance.choice(conflicts())
    cast = chosen(chance, conflict, kind)
    second = _second(chance, cast, kind)
    wording = Wording(chance, cast, kind, second)
    told = tuple(
        Told(number, wording.sentence(frame, chance.choice(frame.texts)), frame)
        for number, frame in _plan(chance, kind, form)
    )
    facts = {
        "manner": "composed sentences",
        "conflict": conflict.name,
        "published": f"{chance.randint(*conflict.years)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
    }
    passage, events = Marking(cast, (kind, second), told).lines(name, facts)
    text = " ".join(one.sentence.text for one in told)
    return Composed(kind.name, form, text, tuple(passage), tuple(events))


def _plan(chance: random.Random, kind: Kind, form: str) -> list[tuple[int, Frame]]:
    """The frames of a passage by sentence number: the form, at times under a headline, and what follows."""
    first = _frame(chance, kind, form, headline=False)
    plan = [(1, first)]
    if any(frame.form == form and frame.headline for frame in frames()) and chance.random() < HEADLINES:
        plan.insert(0, (0, _frame(chance, kind, form, headline=True)))
    draw = chance.random()
    if draw < 0.25:
        others = [other for other in (AFTER_A_FACT if first.status == "actual" else AFTER_ALL_ELSE) if other != form]
        plan.append((2, _frame(chance, kind, chance.choice(others), headline=False)))
    elif draw < 0.65:
        plan.append((2, chance.choice(followers())))
    if not any(frame.says for _, frame in plan):
        plan.append((plan[-1][0] + 1, chance.choice([f for f in followers() if f.says])))
    return plan


def _frame(chance: random.Random, kind: Kind, form: str, *, headline: bool) -> Frame:
    fitting = [frame for frame in frames() if frame.form == form and frame.headline == headline and frame.suits(kind)]
    return chance.choices(fitting, [len(frame.texts) for frame in fitting])[0]


def _second(chance: random.Random, cast: Cast, kind: Kind) -> Kind:
    """Another kind of event that the same side may do to the same other one."""
    acting, other = cast.bodies["A"].part, cast.bodies["B"].part
    fitting = [
        another
        for another in kinds()
        if another.name != kind.name
        and another.says is None
        and not another.people
        and acting in another.actors
        and (other in another.recipients or not another.recipients)
    ]
    return chance.choice(fitting or [kind])
