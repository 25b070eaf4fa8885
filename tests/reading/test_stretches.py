from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.by_hand import LABELS, SEEDS, drawn, encoded, weights

from onrecord.reading.sequences import log_shares
from onrecord.reading.stretches import LONGEST, Stretch, stretches
from onrecord.reading.stretches import _chosen as chosen_of_bands

KINDS = ("person", "place", "time")
SHARES = st.builds(
    lambda seed, size, none: log_shares(drawn(seed, (size, size, 4), 3.0) + np.array([none, 0, 0, 0])),
    SEEDS,
    st.integers(1, 30),
    st.sampled_from([-3.0, 0.0, 3.0, 6.0]),
)


def _chosen(square: np.ndarray, begin: int, labels: Sequence[str]) -> list[Stretch]:
    """What is chosen from shares of every first and last word."""
    size = len(square)
    bands = np.full((size, LONGEST, square.shape[2]), -99.0)
    bands[:, :, 0] = 0.0
    for first in range(size):
        reach = min(LONGEST, size - first)
        bands[first, :reach] = square[first, first : first + reach]
    return chosen_of_bands(bands, begin, labels)


def crossing(one: Stretch, other: Stretch) -> bool:
    a, b = (set(range(s.first, s.last + 1)) for s in (one, other))
    return bool(a & b) and not a <= b and not b <= a


def shares_of(size: int, sure: dict[tuple[int, int], float], kind: int = 1) -> np.ndarray:
    scores = np.zeros((size, size, 4))
    scores[:, :, 0] = 9
    for (first, last), score in sure.items():
        scores[first, last, kind] = 9 + score
    return log_shares(scores)


@given(SHARES)
@settings(deadline=None)
def test_no_mention_crosses_another_and_none_is_found_twice(shares: np.ndarray) -> None:
    found = list(_chosen(shares, 0, KINDS))
    assert not [(a, b) for a in found for b in found if crossing(a, b)]
    assert len({(s.first, s.last) for s in found}) == len(found)


@given(SHARES, st.integers(0, 50))
@settings(deadline=None)
def test_every_mention_is_likelier_than_none_of_its_likeliest_kind_and_no_longer_than_may_be(
    shares: np.ndarray, begin: int
) -> None:
    for found in _chosen(shares, begin, KINDS):
        assert begin <= found.first <= found.last < begin + len(shares)
        assert found.last - found.first < LONGEST
        here = shares[found.first - begin, found.last - begin]
        assert found.sure == here[1:].max() > here[0]
        assert here[1 + KINDS.index(found.kind)] == found.sure


@given(SHARES)
@settings(deadline=None)
def test_a_likely_mention_is_left_out_only_where_a_surer_one_crosses_it(shares: np.ndarray) -> None:
    found = list(_chosen(shares, 0, KINDS))
    kept = {(s.first, s.last) for s in found}
    for first in range(len(shares)):
        for last in range(first, min(len(shares), first + LONGEST)):
            here = shares[first, last]
            if here[1:].max() > here[0] and (first, last) not in kept:
                left = Stretch(first, last, "", float(here[1:].max()))
                assert any(crossing(left, s) and s.sure >= left.sure for s in found)


@given(SHARES)
@settings(deadline=None)
def test_mentions_come_in_order_and_outer_ones_before_those_inside_them(shares: np.ndarray) -> None:
    found = [(s.first, -s.last) for s in _chosen(shares, 0, KINDS)]
    assert found == sorted(found)


def test_of_two_that_cross_the_surer_is_kept() -> None:
    assert [(s.first, s.last) for s in _chosen(shares_of(5, {(0, 2): 1, (1, 3): 2}), 0, KINDS)] == [(1, 3)]
    assert [(s.first, s.last) for s in _chosen(shares_of(5, {(0, 2): 2, (1, 3): 1}), 0, KINDS)] == [(0, 2)]


def test_mentions_within_each_other_and_beside_each_other_are_all_kept() -> None:
    sure = {(0, 4): 1.0, (2, 4): 3.0, (2, 2): 2.0, (5, 5): 1.0}
    found = [(s.first, s.last) for s in _chosen(shares_of(6, sure), 10, KINDS)]
    assert found == [(10, 14), (12, 14), (12, 12), (15, 15)]


def test_a_mention_has_the_kind_of_its_best_score() -> None:
    [found] = _chosen(shares_of(3, {(0, 1): 4}, kind=3), 0, KINDS)
    assert found.kind == "time"


def test_the_longest_mention_has_as_many_words_as_may_be() -> None:
    sure = {(0, LONGEST - 1): 2.0, (0, LONGEST): 5.0}
    assert [s.last for s in _chosen(shares_of(LONGEST + 2, sure), 0, KINDS)] == [LONGEST - 1]


def test_a_stretch_that_ends_before_it_begins_is_none() -> None:
    assert list(_chosen(shares_of(4, {(3, 1): 9.0}), 0, KINDS)) == []


TEXTS = st.lists(st.sampled_from("The army denied it . “ Nobody ” \n , said 's".split(" ")), max_size=40).map(
    " ".join
)


@given(TEXTS, SEEDS)
@settings(deadline=None)
def test_no_mention_runs_over_the_end_of_its_sentence(text: str, seed: int) -> None:
    report = encoded(text, seed)
    found = stretches(report, weights(seed))
    for mention in found:
        assert report.sentence[mention.first] == report.sentence[mention.last]
        assert mention.kind in LABELS["spans.conflict"]
    assert [s.first for s in found] == sorted(s.first for s in found)


@given(SEEDS)
@settings(deadline=None)
def test_a_sentence_has_the_same_mentions_wherever_it_stands(seed: int) -> None:
    text = "The army of Peru denied it."
    once, known = encoded(text, seed), weights(seed)
    twice = encoded(f"{text} {text}")
    twice.vectors[:] = np.concatenate([once.vectors, once.vectors])
    there = stretches(once, known)
    moved = [(s.first + len(once.places), s.last + len(once.places), s.kind) for s in there]
    assert [(s.first, s.last, s.kind) for s in stretches(twice, known)] == [
        (s.first, s.last, s.kind) for s in there
    ] + moved


def test_an_empty_report_mentions_nothing() -> None:
    assert stretches(encoded(""), weights(0)) == ()
