from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord.page.pieces import Piece, pieces
from onrecord.page.windows import CONTEXT, LONGEST_PIECE, LONGEST_WINDOW, MARKERS, OUTLET, windows, without_outlet

WORD = 7


def tokens(text: str) -> list[int]:
    """As many tokens as words, none of which is a marker."""
    return [WORD] * len(text.split())


def page(*lengths: int) -> tuple[Piece, ...]:
    return pieces("\n".join(" ".join(["word"] * length) for length in lengths))


@given(st.lists(st.integers(1, 150), max_size=60))
@example([LONGEST_PIECE] * 30)
@example([1] * 700)
@settings(deadline=None, max_examples=100)
def test_every_piece_is_judged_in_exactly_one_window(lengths: list[int]) -> None:
    parts = page(*lengths)
    judged = [number for window in windows(parts, None, tokens) for number, _ in window.markers]
    assert judged == list(range(len(parts)))


@given(st.lists(st.integers(1, 150), max_size=60))
@settings(deadline=None, max_examples=100)
def test_windows_are_short_and_each_judgement_is_at_a_marker(lengths: list[int]) -> None:
    for window in windows(page(*lengths), None, tokens):
        assert len(window.tokens) <= LONGEST_WINDOW + 1 + (CONTEXT + 1) * (LONGEST_PIECE + 1)
        assert {window.tokens[place] for _, place in window.markers} <= set(MARKERS.values())


def test_a_marker_says_how_a_piece_is_parted_from_the_one_before() -> None:
    parts = pieces("The ferry sank.Nobody drowned. It was late.\nThe end")
    [window] = windows(parts, None, tokens)
    found = [window.tokens[place] for _, place in window.markers]
    assert found == [MARKERS[b] for b in ("line", "glue", "sentence", "line")]


def test_a_piece_is_seen_with_what_stands_before_and_after_it() -> None:
    first, *_, last = windows(page(*[40] * 30), None, tokens)
    markers = set(MARKERS.values())
    assert sum(token in markers for token in first.tokens) == len(first.markers) + CONTEXT
    assert sum(token in markers for token in last.tokens) == CONTEXT + len(last.markers)


def test_a_page_is_judged_the_same_every_time() -> None:
    parts = page(3, 80, 12, 200, 5)
    assert list(windows(parts, "The Gazette", tokens)) == list(windows(parts, "The Gazette", tokens))


def test_a_page_without_pieces_has_no_window() -> None:
    assert list(windows((), None, tokens)) == []


@pytest.mark.parametrize(
    ("text", "outlet", "shown"),
    [
        ("Support The Harbour Gazette today", "The Harbour Gazette", f"Support {OUTLET} today"),
        ("Support the harbour gazette today", "Harbour Gazette", f"Support {OUTLET} today"),
        ("The Gazettes were sold", "Gazette", "The Gazettes were sold"),
        ("(c) C++ News", "C++ News", f"(c) {OUTLET}"),
        ("Nothing of the kind", None, "Nothing of the kind"),
        ("Nothing of the kind", "The ", "Nothing of the kind"),
    ],
)
def test_the_name_of_the_outlet_is_one_token(text: str, outlet: str | None, shown: str) -> None:
    assert " ".join(without_outlet(text, outlet).split()) == shown
