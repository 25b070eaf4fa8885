from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.encoding.pieces import Boundary
from onrecord.page.sequence import best_sequence

CHANGE: dict[Boundary, float] = {"line": 0.5, "glue": 2.0, "sentence": 4.0}
ODDS = st.integers(-12, 12).map(lambda n: n / 2 + 0.125)
BOUNDARIES = st.sampled_from(["line", "glue", "sentence"])
PAGES = st.lists(st.tuples(ODDS, BOUNDARIES), max_size=9)


def worth(
    chosen: Sequence[bool], odds: Sequence[float], boundaries: Sequence[Boundary], change: Mapping[Boundary, float]
) -> float:
    total = sum(odd for odd, is_furniture in zip(odds, chosen, strict=True) if is_furniture)
    pairs = zip(chosen, chosen[1:], boundaries[1:], strict=False)
    return total - sum(change[boundary] for before, after, boundary in pairs if before != after)


@given(PAGES)
@settings(deadline=None, max_examples=150)
def test_no_other_division_of_the_page_is_likelier(page: list[tuple[float, Boundary]]) -> None:
    odds, boundaries = [odd for odd, _ in page], [boundary for _, boundary in page]
    found = best_sequence(odds, boundaries, CHANGE)
    best = max(worth(other, odds, boundaries, CHANGE) for other in product([False, True], repeat=len(page)))
    assert worth(found, odds, boundaries, CHANGE) == best


def test_an_empty_page_has_no_pieces() -> None:
    assert best_sequence([], [], CHANGE) == []


def test_one_doubtful_sentence_follows_its_neighbours_and_a_doubtful_line_stands_alone() -> None:
    doubtful = [-5.0, 1.5, -5.0]
    assert best_sequence(doubtful, ["line", "sentence", "sentence"], CHANGE) == [False, False, False]
    assert best_sequence(doubtful, ["line", "line", "line"], CHANGE) == [False, True, False]


def test_what_is_sure_needs_no_neighbours() -> None:
    assert best_sequence([-9.0, 12.0, -9.0], ["line", "sentence", "sentence"], CHANGE) == [False, True, False]


def test_the_first_piece_pays_for_no_change() -> None:
    assert best_sequence([0.1], ["sentence"], CHANGE) == [True]


def test_a_headline_is_never_furniture_whatever_stands_around_it() -> None:
    assert best_sequence([9.0, -math.inf, 9.0], ["line", "sentence", "sentence"], CHANGE) == [True, False, True]
