"""Windows that corpora are learnt from: cut from documents, some with a line of furniture in them."""

from __future__ import annotations

import random
from importlib.resources import as_file, files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from training.reader.documents import Document, plain
from training.reader.windows import Pieces, interrupted, windows

TEXT = "The army denied it. Nobody knew why.\nA spokesman said so.\nThe mill burned."
LINE = "Subscribe to the Gazette"


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    with as_file(files("onrecord.assets") / "reader" / "tokenizer.json") as path:
        return Pieces(path)


def document() -> Document:
    return plain("polnear", "d1", TEXT)


@given(seed=st.integers(0, 1_000))
@settings(deadline=None)
def test_a_line_of_furniture_moves_the_words_behind_it_and_adds_none(pieces: Pieces, seed: int) -> None:
    [window] = windows(document(), pieces, 200)
    found = interrupted(window, LINE, pieces, random.Random(seed))
    added = len(found.pieces) - len(window.pieces)
    assert added == sum(len(pieces(word)) for word in LINE.split())
    assert len(found.pieces) == len(found.capitals) == len(found.settings)
    assert (found.begin, found.end, len(found.first)) == (window.begin, window.end, len(window.first))
    assert [found.pieces[at] for at in found.first] == [window.pieces[at] for at in window.first]
    assert [found.settings[at] for at in found.first] == [window.settings[at] for at in window.first]
    assert (found.pieces[0], found.pieces[-1]) == (window.pieces[0], window.pieces[-1])
    moved = [word for word in range(window.size) if found.first[word] != window.first[word]]
    opens = {window.size, *(w for w in range(window.size) if window.settings[window.first[w]] & 1)}
    assert (moved[0] if moved else window.size) in opens
    assert moved == list(range(moved[0], window.size)) if moved else True


def test_no_line_of_furniture_stands_before_a_window_that_begins_within_a_paragraph(pieces: Pieces) -> None:
    second = list(windows(document(), pieces, 8))[1]
    assert not second.settings[second.first[0]] & 1
    for seed in range(50):
        found = interrupted(second, LINE, pieces, random.Random(seed))
        assert found.first[0] == second.first[0]


def test_windows_hold_every_word_once_and_no_more_pieces_than_asked(pieces: Pieces) -> None:
    found = list(windows(document(), pieces, 14))
    assert [w for window in found for w in range(window.begin, window.end)] == list(range(len(document().places)))
    assert all(len(window.pieces) <= 14 for window in found)
