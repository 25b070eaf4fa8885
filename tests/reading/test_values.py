from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.by_hand import LABELS, SEEDS, WIDTH, encoded, weights

from onrecord.reading.values import NAMES, _pooled, judged

TEXT = "The army said that Ana Ruiz left"
WORDS = 7
STRETCHES = st.lists(
    st.tuples(st.integers(0, WORDS - 1), st.integers(0, WORDS - 1)).map(lambda pair: (min(pair), max(pair))),
    max_size=3,
)
ROWS = st.lists(st.tuples(st.just([(2, 2)]), STRETCHES, STRETCHES), max_size=4)


@given(SEEDS, ROWS)
@settings(deadline=None)
def test_each_row_shares_every_value_of_each_name_to_a_sum_of_one(
    seed: int, rows: list[tuple[list[tuple[int, int]], list[tuple[int, int]], list[tuple[int, int]]]]
) -> None:
    found = judged(encoded(TEXT, seed), weights(seed), rows)
    assert len(found) == len(rows)
    for row in found:
        assert set(row) == set(NAMES)
        for name in NAMES:
            assert tuple(row[name]) == tuple(LABELS[name])
            assert math.isclose(sum(row[name].values()), 1, rel_tol=1e-4)
            assert all(0 <= share <= 1 for share in row[name].values())


@given(SEEDS, ROWS)
@settings(deadline=None)
def test_a_row_is_judged_alike_whatever_stands_beside_it(
    seed: int, rows: list[tuple[list[tuple[int, int]], list[tuple[int, int]], list[tuple[int, int]]]]
) -> None:
    report, known = encoded(TEXT, seed), weights(seed)
    for row, together in zip(rows, judged(report, known, rows), strict=True):
        [alone] = judged(report, known, [row])
        for name in NAMES:
            assert alone[name] == pytest.approx(together[name], abs=1e-4)


def test_what_is_looked_at_is_the_mean_of_each_part_the_first_word_of_the_content_and_what_is_there() -> None:
    vectors = np.arange(WORDS * WIDTH, dtype=np.float32).reshape(WORDS, WIDTH)
    found = _pooled(vectors, [(2, 2)], [(0, 1)], [(3, 4), (6, 6)]).tolist()
    means = [vectors[2], vectors[:2].mean(0), vectors[[3, 4, 6]].mean(0), vectors[3]]
    assert found == [*np.concatenate(means).tolist(), 1, 1]


def test_a_cue_without_source_or_content_is_looked_at_alone() -> None:
    vectors = np.ones((WORDS, WIDTH), dtype=np.float32)
    assert _pooled(vectors, [(2, 2)], [], []).tolist() == [1] * WIDTH + [0] * (3 * WIDTH + 2)
    assert _pooled(vectors, [(2, 2)], [(0, 1)], []).tolist()[-2:] == [1, 0]
