"""Identities out of judgements on pairs: nobody is joined through a third who could be either."""

from __future__ import annotations

from itertools import permutations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolution.actors.clusters import Found, Tie, clusters


def found(*named: str) -> dict[str, Found]:
    """Actors by id, given as `id:name` or `id:name:report`."""
    rows = [text.split(":") for text in named]
    return {row[0]: Found(row[0], row[1], True, row[2] if len(row) > 2 else f"r-{row[0]}") for row in rows}


BROTHERS = found("a:Juan Manuel Santos", "b:Santos", "c:Francisco Santos")


def test_ties_make_groups_through_each_other() -> None:
    everybody = found("a:Faqir Mohammad", "b:Faqeer Mohammed", "c:Faqir", "d:Rehman Malik")
    ties = [Tie("a", "b", 0.95), Tie("b", "c", 0.92)]
    assert clusters(everybody, ties, []) == (("a", "b", "c"), ("d",))


def test_a_bare_surname_between_two_men_joins_neither() -> None:
    assert clusters(BROTHERS, [Tie("a", "b", 0.93), Tie("b", "c", 0.92)], []) == (("a",), ("b",), ("c",))


def test_a_bare_surname_goes_with_the_one_that_it_clearly_fits() -> None:
    assert clusters(BROTHERS, [Tie("a", "b", 0.99), Tie("b", "c", 0.92)], []) == (("a", "b"), ("c",))


def test_two_men_are_not_joined_over_two_surnames_either() -> None:
    everybody = BROTHERS | found("d:Santos")
    ties = [Tie("a", "b", 0.99), Tie("b", "d", 0.95), Tie("c", "d", 0.94)]
    groups = clusters(everybody, ties, [])
    assert not any({"a", "c"} <= set(group) for group in groups)


def test_a_reviewer_joins_what_names_hold_apart() -> None:
    assert clusters(BROTHERS, [Tie("a", "c", 1.0, reviewed=True)], []) == (("a", "c"), ("b",))


def test_a_reviewer_holds_apart_what_ties_join_on_any_way() -> None:
    everybody = found("a:Faqir Mohammad", "b:Faqir Mohammed", "c:Faqir Muhammad")
    ties = [Tie("a", "b", 0.99), Tie("b", "c", 0.95), Tie("a", "c", 0.95)]
    assert clusters(everybody, ties, [("a", "c")]) == (("a", "b"), ("c",))


def test_what_one_report_tells_apart_stays_apart_unless_it_says_otherwise() -> None:
    everybody = found("a:Mohammad Khan:r1", "b:Mohammad Khan:r1", "c:Mohammad Khan:r2")
    ties = [Tie("a", "c", 0.97), Tie("b", "c", 0.96)]
    assert clusters(everybody, ties, []) == (("a", "c"), ("b",))
    told = found("a:Mohamed Dagalo:r1", "b:Hemedti:r1")
    assert clusters(told, [Tie("a", "b", 0.99, within=True)], []) == (("a", "b"),)


def test_ties_to_somebody_unseen_count_for_nothing() -> None:
    assert clusters(BROTHERS, [Tie("a", "x", 1.0)], [("b", "x")]) == (("a",), ("b",), ("c",))
    assert clusters({}, [], []) == ()


IDS = [f"{letter}" for letter in "abcdefgh"]
NAMES = ["Juan Santos", "Francisco Santos", "Santos", "Juan Manuel Santos", "Faqir Mohammad", "Faqir"]
CROWDS = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(["r1", "r2", "r3", None])), min_size=2, max_size=8
)
EDGES = st.lists(
    st.tuples(st.integers(0, 7), st.integers(0, 7), st.sampled_from([0.9, 0.93, 0.99]), st.booleans()), max_size=12
)


@given(CROWDS, EDGES, st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=3), st.randoms())
def test_groups_do_not_depend_on_any_order(
    crowd: list[tuple[str, str | None]],
    edges: list[tuple[int, int, float, bool]],
    apart: list[tuple[int, int]],
    chance: Random,
) -> None:
    everybody = {IDS[n]: Found(IDS[n], name, True, report) for n, (name, report) in enumerate(crowd)}
    ties = [Tie(min(a, b), max(a, b), s, r) for i, j, s, r in edges if (a := IDS[i]) != (b := IDS[j])]
    foes = [(IDS[a], IDS[b]) for a, b in apart if a != b]
    first = clusters(everybody, ties, foes)
    chance.shuffle(ties)
    chance.shuffle(foes)
    assert clusters(dict(reversed(everybody.items())), ties, foes) == first
    assert sorted(ident for group in first for ident in group) == sorted(everybody)
    assert not any({a, b} <= set(group) for group in first for a, b in foes)


def test_every_order_of_three_ties_gives_the_same() -> None:
    everybody = found("a:Faqir Mohammad", "b:Faqir", "c:Faqir Khan", "d:Faqir Mohammed")
    ties = [Tie("a", "b", 0.95), Tie("b", "c", 0.95), Tie("a", "d", 0.95)]
    assert len({clusters(everybody, order, []) for order in permutations(ties)}) == 1
