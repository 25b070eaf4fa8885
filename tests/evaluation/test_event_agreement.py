"""The second annotation of events holds together, and its agreement with the first is counted as it says."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from conflict_set.events.agreement import HERE, Overlap, alike, kappa, matched, second_events
from conflict_set.events.marks import GoldEvent
from conflict_set.passages import all_passages

TALKS = GoldEvent("E1", "CONSULT", None, "actual", ("S1",), (10, 15))
DENIED = replace(TALKS, id="E2", status="negated", statements=("S2",))


def test_the_second_annotation_of_events_has_no_problems() -> None:
    second = second_events(p for part in ("train", "held_out") for p in all_passages(HERE / part))
    assert second
    assert all(second.values())


def test_events_that_share_a_trigger_are_told_apart_by_their_statements() -> None:
    wide, other = replace(DENIED, trigger=(4, 15)), replace(TALKS, trigger=(30, 34))
    assert matched([TALKS, DENIED], [replace(DENIED, id="E7"), TALKS]) == [
        (TALKS, TALKS),
        (DENIED, replace(DENIED, id="E7")),
    ]
    assert matched([TALKS], [other, wide]) == [(TALKS, wide)]
    assert matched([TALKS, DENIED], [wide]) == [(DENIED, wide)]


def test_kappa_takes_chance_off() -> None:
    pairs = Counter({("a", "a"): 20, ("a", "b"): 5, ("b", "a"): 10, ("b", "b"): 15})
    assert alike(pairs) == pytest.approx(0.7)
    assert kappa(pairs) == pytest.approx(0.4)
    assert kappa(Counter({("a", "a"): 3})) == 1.0


def test_each_thing_meets_one_at_most() -> None:
    counts = Overlap()
    counts.count(["a", "a", "b"], ["a", "c"], lambda one, other: one == other)
    assert (counts.both, counts.first, counts.second) == (1, 3, 2)
    assert counts.f1 == pytest.approx(0.4)
