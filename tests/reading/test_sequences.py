from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.by_hand import SEEDS, drawn

from onrecord.reading.parts import CUE_TAGS, PART_TAGS
from onrecord.reading.sequences import allowed_moves, likeliest, log_shares, runs


@st.composite
def small(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray]:
    count, length, tags = (draw(st.integers(1, most)) for most in (3, 5, 3))
    rng = np.random.default_rng(draw(SEEDS))
    whole = rng.integers(-4, 5, (count, length, tags)), rng.integers(-4, 5, (tags, tags))
    return whole[0].astype(np.float32), whole[1].astype(np.float32)


def total(scores: np.ndarray, moves: np.ndarray, path: tuple[int, ...]) -> float:
    steps = zip((0, *path), path, strict=False)
    return float(sum(moves[step] for step in steps) + sum(row[tag] for row, tag in zip(scores, path, strict=True)))


@given(small())
@settings(deadline=None)
def test_no_sequence_of_tags_is_likelier_than_the_one_found(task: tuple[np.ndarray, np.ndarray]) -> None:
    scores, moves = task
    found = likeliest(scores, moves)
    assert found.shape == scores.shape[:2]
    for row, path in zip(scores, found, strict=True):
        every = product(range(row.shape[1]), repeat=len(row))
        assert total(row, moves, tuple(path)) == max(total(row, moves, other) for other in every)


@given(small())
@settings(deadline=None)
def test_a_sequence_is_tagged_alike_whatever_stands_beside_it(task: tuple[np.ndarray, np.ndarray]) -> None:
    scores, moves = task
    alone = [likeliest(row[None], moves)[0].tolist() for row in scores]
    assert likeliest(scores, moves).tolist() == alone


@given(SEEDS, st.integers(1, 12), st.sampled_from([CUE_TAGS, PART_TAGS]))
@settings(deadline=None)
def test_no_stretch_goes_on_that_has_not_begun(seed: int, length: int, tags: tuple[str, ...]) -> None:
    scores = drawn(seed, (2, length, len(tags)), 20.0)
    for path in likeliest(scores, allowed_moves(tags)):
        before = "O"
        for tag in path:
            if tags[tag][0] == "I":
                assert before in (tags[tag], "B" + tags[tag][1:])
            before = tags[tag]


def test_what_is_surely_inside_begins_its_stretch_at_the_likeliest_word() -> None:
    scores = np.array([[[0, -1, 9], [-9, -5, 9], [9, 0, 0]]], dtype=np.float32)
    assert likeliest(scores, allowed_moves(("O", "B", "I"))).tolist() == [[1, 2, 0]]
    scores[0, 0, 1] = -50
    assert likeliest(scores, allowed_moves(("O", "B", "I"))).tolist() == [[0, 1, 0]]


def test_only_the_moves_into_a_stretch_of_another_role_or_none_are_barred() -> None:
    barred = {(PART_TAGS[i], PART_TAGS[j]) for i, j in np.argwhere(allowed_moves(PART_TAGS) < 0)}
    sources, contents = {"B-source", "I-source"}, {"B-content", "I-content"}
    assert barred == {(tag, "I-source") for tag in set(PART_TAGS) - sources} | {
        (tag, "I-content") for tag in set(PART_TAGS) - contents
    }
    assert set(allowed_moves(PART_TAGS)[:, 0]) == {0}


@given(SEEDS, st.floats(-1e4, 1e4), st.integers(1, 6))
def test_shares_sum_to_one_and_keep_their_order_however_large_the_scores(seed: int, shift: float, size: int) -> None:
    scores = drawn(seed, (3, size), 30.0).astype(np.float64)
    found = log_shares(scores + shift)
    assert np.allclose(np.exp(found).sum(-1), 1)
    assert np.allclose(found, log_shares(scores), atol=1e-6)
    assert (found.argmax(-1) == scores.argmax(-1)).all()
    assert (found <= 0).all()


@pytest.mark.parametrize("axes", [(4,), (2, 4), (2, 3, 4)])
def test_equal_scores_share_equally_along_the_last_axis(axes: tuple[int, ...]) -> None:
    assert np.allclose(np.exp(log_shares(np.full(axes, 1e3))), 0.25)


@given(st.lists(st.booleans(), max_size=30))
def test_runs_hold_all_true_places_and_none_touches_the_next(flags: list[bool]) -> None:
    found = runs(flags)
    assert [p for first, last in found for p in range(first, last + 1)] == [p for p, flag in enumerate(flags) if flag]
    assert all(one[1] + 1 < other[0] for one, other in pairwise(found))
