from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.by_hand import LABELS, SEEDS, WIDTH, encoded, weights

from onrecord.encoding.weights import Weights
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
    found = _pooled(vectors, weights(1), [(2, 2)], [(0, 1)], [(3, 4), (6, 6)])
    means = [vectors[2], vectors[:2].mean(0), vectors[[3, 4, 6]].mean(0), vectors[3]]
    assert found[: 4 * WIDTH].tolist() == np.concatenate(means).tolist()
    assert found[-2:].tolist() == [1, 1]


def test_what_matters_to_the_cue_is_a_mean_of_all_words_weighed_by_it() -> None:
    vectors = np.zeros((WORDS, WIDTH), dtype=np.float32)
    vectors[2, 0], vectors[3, 1], vectors[4, 2] = 1, 1, 1
    asked = np.zeros((WIDTH, WIDTH), dtype=np.float32)
    asked[2, 0] = 1000.0  # a cue like this one asks for words like the last
    known = Weights({"values.asked.weight": asked}, {}, {})
    matters = _pooled(vectors, known, [(2, 2)], [], [(3, 4)])[4 * WIDTH : 5 * WIDTH]
    assert matters.tolist() == vectors[4].tolist()
    alike = Weights({"values.asked.weight": np.zeros((WIDTH, WIDTH), dtype=np.float32)}, {}, {})
    even = _pooled(vectors, alike, [(2, 2)], [], [(3, 4)])[4 * WIDTH : 5 * WIDTH]
    assert even == pytest.approx(vectors[2:5].mean(0), abs=1e-6)


def test_a_cue_without_source_or_content_is_looked_at_alone() -> None:
    vectors = np.ones((WORDS, WIDTH), dtype=np.float32)
    alone = _pooled(vectors, weights(1), [(2, 2)], [], []).tolist()
    assert alone == [1] * WIDTH + [0] * (3 * WIDTH) + [1] * WIDTH + [0] * 2
    assert _pooled(vectors, weights(1), [(2, 2)], [(0, 1)], []).tolist()[-2:] == [1, 0]
