"""What furniture is judged by besides words, and what becomes of the encoder's shares."""

from __future__ import annotations

import math

import numpy as np
import pytest

from onrecord.encoding import pages
from onrecord.encoding.pages import EncodedPage
from onrecord.encoding.weights import Weights
from onrecord.page import judge
from onrecord.page.judge import SIGNS, judged, log_odds, names, outlet_pattern, signs


@pytest.mark.parametrize(
    ("text", "outlet", "named"),
    [
        ("Support The Harbour Gazette today", "The Harbour Gazette", True),
        ("Support the harbour gazette today", "Harbour Gazette", True),
        ("The Gazettes were sold", "Gazette", False),
        ("(c) C++ News", "C++ News", True),
        ("Nothing of the kind", None, False),
        ("Nothing of the kind", "The ", False),
    ],
)
def test_a_piece_that_names_its_outlet_is_told(text: str, outlet: str | None, named: bool) -> None:
    assert names(text, outlet_pattern(outlet)) is named


def test_the_signs_of_a_piece_say_how_it_is_parted_how_long_it_is_and_whether_it_names_the_outlet() -> None:
    assert signs("line", 1, names_outlet=False) == [1, 0, 0, 0, 0, 0]
    assert signs("glue", 12, names_outlet=True) == [0, 1, 0, math.log(12), 1, 1]
    assert len(signs("sentence", 3, names_outlet=False)) == SIGNS


@pytest.mark.parametrize("report", [0.0, 1e-9, 0.5, 0.9, 1.0])
def test_log_odds_are_those_of_furniture_and_never_endless(report: float) -> None:
    found = log_odds({None: report, "other": 1 - report})
    assert abs(found) < 14
    assert math.copysign(1, found) == (1 if report <= 0.5 else -1) or found == 0


@pytest.fixture
def by_length(monkeypatch: pytest.MonkeyPatch) -> None:
    """A head that calls a piece an appeal when it has twelve words or more, and all vectors zero."""
    first = np.zeros((2, 3 * 384 + SIGNS), dtype=np.float32)
    first[0, -2] = 9.0
    known = Weights(
        {"furniture.first.weight": first, "furniture.kinds.weight": np.array([[0, 0], [1, 0], [0, 0]], np.float32),
         "furniture.kinds.bias": np.array([3, 0, -9], np.float32)},
        {"furniture": ["report", "appeal", "legal"]},
        {},
    )  # fmt: skip
    monkeypatch.setattr(judge, "weights", lambda: known)
    monkeypatch.setattr(pages, "encoded", lambda ids, *_: np.zeros((len(ids), 384), np.float32))


@pytest.mark.usefixtures("by_length")
def test_every_piece_has_a_share_of_each_kind_and_is_judged_by_its_own_words_and_signs() -> None:
    page = EncodedPage("A short line\n" + "give " * 12 + "\nAnother one.It is glued")
    found = judged(page, page.pieces, None)
    assert [max(row, key=lambda kind: row[kind]) for row in found] == [None, "appeal", None, None]
    assert all(set(row) == {None, "appeal", "legal"} for row in found)
    assert all(math.isclose(sum(row.values()), 1, rel_tol=1e-5) for row in found)
    assert judged(page, page.pieces[1:2], None) == [pytest.approx(found[1])]
    assert judged(page, (), None) == []


@pytest.mark.usefixtures("by_length")
def test_of_an_endless_piece_only_the_first_words_are_encoded() -> None:
    page = EncodedPage("word " * 100_000)
    [found] = judged(page, page.pieces, None)
    assert max(found, key=lambda kind: found[kind]) == "appeal"
    assert len(page._held) == 1
