from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord.encoding.pieces import pieces

FRAGMENTS = st.sampled_from(
    ["The road is open.", "Read more", "talks", " ", "\n", "“Yes,”", ".", "U.S.", "A.", "Photo: ", "Ä", "5", "\t", "\r",
     "🕊️", "…", ")", "Comments", "\xa0", "\u2028", "e.g. ", "No!", "No?No."]
)  # fmt: skip


def cut(text: str) -> list[tuple[str, str]]:
    return [(piece.text, piece.boundary) for piece in pieces(text)]


def test_every_line_and_every_sentence_is_a_piece() -> None:
    assert cut("A ferry sank\n\nNobody was hurt. The crew swam ashore.\n") == [
        ("A ferry sank", "line"),
        ("Nobody was hurt.", "line"),
        ("The crew swam ashore.", "sentence"),
    ]


def test_abbreviations_and_initials_part_nothing() -> None:
    text = "Gen. J. R. Smith met Mr. Brown of the U.S. embassy at 5 p.m. on Friday"
    assert cut(text) == [(text, "line")]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Give what you can.The ferry sank on Monday", ["Give what you can.", "The ferry sank on Monday"]),
        ("Will you help?The ferry sank on Monday", ["Will you help?", "The ferry sank on Monday"]),
        ("He said “never.”The ferry sank", ["He said “never.”", "The ferry sank"]),
        ("They fled to the US.The ferry sank", ["They fled to the US.", "The ferry sank"]),
        ("the whole valleyRead more about it", ["the whole valley", "Read more about it"]),
        ("the island.Share this report", ["the island.", "Share this report"]),
        ("the whole valleyPhoto: A. Smith", ["the whole valley", "Photo: A. Smith"]),
        ("It rose by 5%.The rest fell", ["It rose by 5%.", "The rest fell"]),
    ],
)
def test_what_is_glued_to_a_sentence_is_a_piece_of_its_own(text: str, parts: list[str]) -> None:
    assert [piece.text for piece in pieces(text)] == parts


def test_glue_is_told_from_a_space() -> None:
    assert [b for _, b in cut("The ferry sank.Nobody drowned. It was late.")] == ["line", "glue", "sentence"]


@pytest.mark.parametrize("text", ["www.example.org", "The price was 3.5 million", "e.g.the ferry", "the U.S. Navy"])
def test_stops_inside_names_and_numbers_are_no_glue(text: str) -> None:
    assert cut(text) == [(text, "line")]


def test_a_piece_knows_its_line() -> None:
    found = pieces("Home\nThe ferry sank. Nobody drowned.")
    assert [(p.line, p.line_text) for p in found] == [
        (0, "Home"),
        (1, "The ferry sank. Nobody drowned."),
        (1, "The ferry sank. Nobody drowned."),
    ]


@given(st.lists(FRAGMENTS, max_size=40).map("".join) | st.text(max_size=80))
@example("")
@example(" \n\t\n ")
@settings(deadline=None, max_examples=200)
def test_pieces_are_exact_in_order_and_leave_out_white_space_alone(text: str) -> None:
    end = 0
    for piece in pieces(text):
        assert text[end : piece.start].strip() == ""
        assert piece.text == text[piece.start : piece.end] == piece.text.strip() != ""
        end = piece.end
    assert text[end:].strip() == ""
