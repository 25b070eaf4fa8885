from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.encoding.weights import Weights, pieces_of, special_pieces
from onrecord.encoding.words import words


def test_a_linear_layer_adds_its_bias_where_it_has_one() -> None:
    arrays = {"a.weight": np.array([[1.0, 2.0], [0.0, 1.0], [3.0, 0.0]]), "b.weight": np.eye(2)}
    known = Weights({**arrays, "b.bias": np.array([1.0, -1.0])}, {}, {})
    states = np.array([[1.0, 1.0], [0.0, 2.0]])
    assert known.linear("a", states).tolist() == [[3, 1, 3], [4, 2, 0]]
    assert known.linear("b", states).tolist() == [[2, 0], [1, 1]]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
@settings(deadline=None)
def test_every_word_has_between_one_and_eight_pieces_none_of_them_a_mark_of_windows(word: str) -> None:
    found = pieces_of(word)
    opening, closing, _ = special_pieces()
    assert 1 <= len(found) <= 8
    assert not {opening, closing} & set(found)
    assert pieces_of(word) == found


def test_a_word_that_has_no_piece_is_unknown_and_a_long_one_is_looked_at_from_its_start() -> None:
    assert pieces_of("\x00") == pieces_of("") == (special_pieces()[2],)
    assert pieces_of("x" * 100_000) == pieces_of("x" * 200)


def test_a_text_that_spells_the_marks_of_a_window_out_does_not_make_them() -> None:
    text = "[CLS] the army [SEP] left"
    marks = special_pieces()[:2]
    assert len(set(special_pieces())) == 3
    assert not [p for start, end in words(text, 0, len(text)) for p in pieces_of(text[start:end]) if p in marks]
