from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.by_hand import LABELS, SEEDS, drawn, encoded, weights

from onrecord.reading.grammar import Grammar, grammar, tree

LARGE = st.builds(lambda seed, count: drawn(seed, (count, count), 4.0), SEEDS, st.integers(1, 40))
SMALL = st.builds(lambda seed, count: drawn(seed, (count, count), 4.0), SEEDS, st.integers(1, 5))
EQUAL = st.builds(
    lambda seed, count: np.random.default_rng(seed).integers(0, 2, (count, count)).astype(np.float32),
    SEEDS,
    st.integers(1, 8),
)


def is_tree(heads: np.ndarray) -> bool:
    roots = [w for w, h in enumerate(heads) if w == h]
    if len(roots) != 1:
        return False
    for start in range(len(heads)):
        word = start
        for _ in heads:
            word = heads[word]
        if word != roots[0]:
            return False
    return True


def root_of(heads: np.ndarray) -> int:
    return int(np.flatnonzero(heads == np.arange(len(heads)))[0])


def margins(scores: np.ndarray) -> np.ndarray:
    others = scores.copy()
    np.fill_diagonal(others, -np.inf)
    found: np.ndarray = scores.diagonal() - others.max(1)
    return found


def total(scores: np.ndarray, heads: np.ndarray, root: int) -> float:
    return sum(float(scores[w, h]) for w, h in enumerate(heads) if w != root)


@given(st.one_of(LARGE, EQUAL))
@settings(deadline=None, max_examples=300)
def test_all_words_hang_together_under_one_root_that_governs_itself(scores: np.ndarray) -> None:
    before = scores.copy()
    assert is_tree(tree(scores))
    assert (scores == before).all()


@given(SMALL)
@settings(deadline=None, max_examples=300)
def test_a_greedy_answer_that_is_a_tree_is_kept(scores: np.ndarray) -> None:
    greedy = scores.argmax(1)
    if is_tree(greedy):
        assert (tree(scores) == greedy).all()


@given(SEEDS, st.integers(1, 12))
@settings(deadline=None)
def test_a_tree_that_the_scores_clearly_say_is_found(seed: int, count: int) -> None:
    rng = np.random.default_rng(seed)
    order = rng.permutation(count)
    heads = np.zeros(count, dtype=np.int64)
    for place, word in enumerate(order):
        heads[word] = order[rng.integers(0, place)] if place else word
    scores = rng.random((count, count))
    scores[np.arange(count), heads] += 2
    assert (tree(scores) == heads).all()


@given(LARGE)
@settings(deadline=None)
def test_the_root_is_the_word_that_would_lose_most_by_another_head(scores: np.ndarray) -> None:
    assert root_of(tree(scores)) == int(margins(scores).argmax())


@given(LARGE)
@settings(deadline=None)
def test_no_word_would_rather_hang_from_the_root_than_from_its_head(scores: np.ndarray) -> None:
    heads = tree(scores)
    root = root_of(heads)
    for word, head in enumerate(heads):
        assert word == root or scores[word, head] >= scores[word, root]


@given(LARGE)
@settings(deadline=None)
def test_a_greedy_answer_with_one_root_changes_by_one_word_for_each_cycle(scores: np.ndarray) -> None:
    scores = scores.copy()
    np.fill_diagonal(scores, -100)
    scores[0, 0] = 100
    greedy, heads = scores.argmax(1), tree(scores)
    assert len(cycles(greedy)) == int((greedy != heads).sum())
    assert all(sum(int(greedy[w] != heads[w]) for w in cycle) == 1 for cycle in cycles(greedy))


def cycles(heads: np.ndarray) -> set[frozenset[int]]:
    found = set()
    for start in range(len(heads)):
        word = start
        for _ in heads:
            word = int(heads[word])
        seen = {word}
        while (word := int(heads[word])) not in seen:
            seen.add(word)
        found.add(frozenset(seen))
    return {cycle for cycle in found if len(cycle) > 1}


@given(SMALL)
@settings(deadline=None, max_examples=300)
def test_no_tree_with_that_root_that_differs_from_the_greedy_heads_in_one_word_is_better(scores: np.ndarray) -> None:
    heads = tree(scores)
    root, count = root_of(heads), len(scores)
    free = scores.copy()
    np.fill_diagonal(free, -np.inf)
    greedy = free.argmax(1) if count > 1 else np.zeros(1, dtype=np.int64)
    greedy[root] = root
    near = []
    for word, head in product(range(count), repeat=2):
        other = greedy.copy()
        other[word] = head
        if is_tree(other) and other[root] == root:
            near.append(total(scores, other, root))
    if near:
        assert total(scores, heads, root) >= max(near) - 1e-4


@given(SEEDS, st.integers(1, 3))
@settings(deadline=None, max_examples=300)
def test_for_up_to_three_words_no_tree_with_that_root_is_better(seed: int, count: int) -> None:
    scores = drawn(seed, (count, count), 4.0)
    heads = tree(scores)
    root = root_of(heads)
    every = [np.array(other) for other in product(range(count), repeat=count)]
    best = max(total(scores, other, root) for other in every if is_tree(other) and other[root] == root)
    assert total(scores, heads, root) == pytest.approx(best)


def test_two_words_that_govern_each_other_are_parted_where_it_costs_least() -> None:
    scores = np.array([[9, 0, 0], [6, 0, 8], [1, 8, 0]])
    assert tree(scores).tolist() == [0, 0, 1]
    scores[2, 0] = 7
    assert tree(scores).tolist() == [0, 2, 0]


def test_of_several_words_that_would_be_root_the_surest_is_and_the_others_hang_from_their_next_best() -> None:
    assert tree(np.array([[5, 4, 0], [0, 5, 0], [0, 1, 2]])).tolist() == [1, 1, 1]


def test_where_no_word_would_be_root_the_one_with_least_to_lose_is() -> None:
    assert tree(np.array([[0, 5, 0], [3, 2, 0], [0, 4, 0]])).tolist() == [1, 1, 1]


TEXTS = st.lists(st.sampled_from("The army denied it . “ Nobody ” \n , said 's".split(" ")), max_size=40).map(
    " ".join
)


@given(TEXTS, SEEDS)
@settings(deadline=None)
def test_every_sentence_has_one_root_and_no_word_is_governed_from_another_sentence(text: str, seed: int) -> None:
    report = encoded(text, seed)
    found = grammar(report, weights(seed))
    assert len(found.tags) == len(found.heads) == len(found.relations) == len(report.places)
    assert set(found.tags) <= set(LABELS["tags"])
    for begin, end in report.bounds:
        assert is_tree(np.array(found.heads[begin:end]) - begin)
    for word, (head, relation) in enumerate(zip(found.heads, found.relations, strict=True)):
        assert (head == word) == (relation == "root")


def test_an_empty_report_has_no_grammar() -> None:
    assert grammar(encoded(""), weights(0)) == Grammar((), (), ())
