"""What only says who did it meets what says to whom, where both are sure to speak of one deed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from tests.linking.actors import event, reading

from onrecord.linking.claims import matter_of
from onrecord.linking.families import Families, Family, families, family_of, is_half, matter_id
from onrecord.linking.marks import Mark
from onrecord.linking.parties import Sides
from onrecord.model import Matter, Occasion, Party, Site

A, B, C = (Party(name.lower(), name) for name in "ABC")
ATTACK = Matter("attack", "ASSAULT", "ASSAULT", "attack by A on B", (A, B))
ON_C = Matter("on-c", "ASSAULT", "ASSAULT", "attack by A on C", (A, C))
TOGETHER = Matter("together", "ASSAULT", "ASSAULT", "attack by A and B", (A, B))
HALF = Matter("half", "ASSAULT", "ASSAULT", "attack by A", (A,))
RELEASE = Matter("release", "release", "RETREAT", "release by A", (A,))
TRUCE = Matter("truce", "ceasefire", "RETREAT", "ceasefire by A", (A,))
KHAR = Site("1", "Khar", "place", "PAK", None, 34.7, 71.5)
QUETTA = Site("2", "Quetta", "place", "PAK", None, 30.2, 67.0)


def mark(name: str, published: int, day: int | None = None, site: Site | None = None, *, past: bool = False) -> Mark:
    """A report's word of a deed in January 2012, published on a day and telling of a day, if it does."""
    out, on = date(2012, 1, published), None if day is None else date(2012, 1, day)
    occasion = Occasion(on, on, None if on is None else "day", site, background=past)
    return Mark((name,), name, 0, out, out, occasion)


def told(matters: Sequence[Matter], *marks: tuple[Matter, Mark]) -> dict[str, list[str]]:
    """Which marks stand together, under which matter."""
    family = Family(matters)
    for matter, one in marks:
        family.take(matter.id, one)
    return {
        matter.id: [" ".join(one.report for one in e.marks) for e in family.episodes(matter.id) if e.marks]
        for matter in matters
    }


def test_a_family_is_what_one_does_alone_and_to_each() -> None:
    assert family_of(HALF) == family_of(ATTACK) == family_of(ON_C) == ("ASSAULT", "a")
    assert family_of(TOGETHER) is None
    assert family_of(TRUCE) is None
    assert family_of(RELEASE) == ("release", "a")
    assert [is_half(one) for one in (HALF, ATTACK, RELEASE, TRUCE)] == [True, False, True, False]
    some = {one.id: one for one in (ATTACK, ON_C, TOGETHER, RELEASE)}
    assert families(some) == [["attack"], ["on-c"], ["release"], ["together"]]
    assert families({**some, "half": HALF}) == [["attack", "half", "on-c"], ["release"], ["together"]]


def test_families_grow_with_the_matters() -> None:
    grown = Families([ATTACK, RELEASE])
    assert (list(grown), grown.take([ON_C]), list(grown)) == ([], [], [])
    assert grown.take([HALF]) == [["attack", "half", "on-c"]]
    assert list(grown) == [["attack", "half", "on-c"]]


def test_the_id_of_a_half_is_that_of_its_matter() -> None:
    half = matter_of(event(("a1",), (), type_="ASSAULT"), Sides(reading((), ())))
    assert half is not None
    assert half.id == matter_id("ASSAULT", ["ttp"])


@pytest.mark.parametrize(
    ("half", "whole", "meet"),
    [
        (mark("h", 6, day=5), mark("w", 5, day=5), True),
        (mark("h", 6, day=5), mark("w", 5, day=4), True),
        (mark("h", 6, day=5), mark("w", 5, day=3), False),
        (mark("h", 6, site=KHAR), mark("w", 5, day=5, site=KHAR), True),
        (mark("h", 6, site=KHAR), mark("w", 5, site=KHAR), True),
        (mark("h", 6, day=5, site=QUETTA), mark("w", 5, day=5, site=KHAR), False),
        (mark("h", 6), mark("w", 5, day=5), False),
        (mark("h", 6, day=5), mark("w", 5), False),
        (mark("h", 6, day=5, past=True), mark("w", 5, day=5), False),
    ],
)
def test_a_half_meets_the_whole_by_a_day_that_both_give_or_by_the_place(half: Mark, whole: Mark, meet: bool) -> None:
    both = {"attack": ["w h"], "half": []} if meet else {"attack": ["w"], "half": ["h"]}
    assert told((ATTACK, HALF), (ATTACK, whole), (HALF, half)) == both


def test_a_whole_takes_up_the_half_that_was_told_before() -> None:
    before, after = mark("h", 5, day=5), mark("w", 6, day=5)
    assert told((ATTACK, HALF), (HALF, before), (ATTACK, after)) == {"attack": ["h w"], "half": []}
    later = mark("k", 7, day=5)
    assert told((ATTACK, HALF), (HALF, before), (ATTACK, after), (HALF, later))["attack"] == ["h w k"]


def test_a_half_that_may_be_either_of_two_is_neither() -> None:
    wholes = (ATTACK, mark("w", 5, day=5)), (ON_C, mark("c", 5, day=5))
    found = told((ATTACK, HALF, ON_C), *wholes, (HALF, mark("h", 6, day=5)))
    assert found == {"attack": ["w"], "half": ["h"], "on-c": ["c"]}


def test_what_stood_apart_stays_apart() -> None:
    """Of two tellings in full of one day only the first takes up the half, and an old episode takes up none."""
    half, first, second = mark("h", 5, day=5), mark("w", 6, day=5), mark("c", 7, day=5)
    found = told((ATTACK, HALF, ON_C), (HALF, half), (ATTACK, first), (ON_C, second))
    assert found == {"attack": ["h w"], "half": [], "on-c": ["c"]}
    old, apart, again = mark("o", 3, day=3), mark("h", 8, day=5), mark("n", 9, day=4)
    assert told((ATTACK, HALF), (ATTACK, old), (HALF, apart), (ATTACK, again)) == {"attack": ["o n"], "half": ["h"]}
