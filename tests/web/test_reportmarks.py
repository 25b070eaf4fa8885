from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Furniture, Span, Statement
from onrecord.web.pages.reportmarks import Mark, marks_of, stretches
from onrecord.web.pages.reportparts import LONGEST, part_of

TEXT = "He said that she said no. AD They deny."


def mark(words: str, kind: str = "content", statement: str = "s1", text: str = TEXT) -> Mark:
    start = text.index(words)
    return Mark(start, start + len(words), kind, statement, "asserts")  # type: ignore[arg-type]


def pieces(marks: list[Mark], furniture: tuple[Furniture, ...] = (), text: str = TEXT) -> list[tuple[str, str]]:
    return [
        (piece.text, " ".join(f"{m.statement}:{m.kind}" for m in piece.marks))
        for stretch in stretches(text, marks, furniture)
        for piece in stretch.pieces
    ]


def test_a_nested_statement_lies_within_the_outer_one() -> None:
    outer, inner = mark("that she said no"), mark("no", statement="s2")
    source, cue = mark("she", "source", "s2"), mark("said no".split()[0], "cue", "s1")
    found = pieces([outer, inner, source, cue])
    assert found == [
        ("He ", ""),
        ("said", "s1:cue"),
        (" ", ""),
        ("that ", "s1:content"),
        ("she", "s1:content s2:source"),
        (" said ", "s1:content"),
        ("no", "s1:content s2:content"),
        (". AD They deny.", ""),
    ]


def test_overlapping_statements_share_the_piece_in_which_they_meet() -> None:
    found = pieces([mark("that she said"), mark("she said no", statement="s2")])
    assert found[1:4] == [("that ", "s1:content"), ("she said", "s1:content s2:content"), (" no", "s2:content")]


def test_furniture_carries_no_marks_and_cuts_those_that_reach_into_it() -> None:
    start = TEXT.index("AD")
    found = pieces([mark("no. AD They")], (Furniture(start, start + 2, "advert", "says so"),))
    assert ("AD", "") in found
    assert [words for words, marks in found if marks] == ["no. ", " They"]


def test_a_statement_is_anchored_where_it_begins_and_opens_and_closes_once() -> None:
    marks = [mark("He", "source"), mark("said", "cue"), mark("that she said no"), mark("no", statement="s2")]
    (stretch,) = stretches(TEXT, marks, ())
    anchored = {ident: piece.text for piece in stretch.pieces for ident in piece.anchors}
    assert anchored == {"s1": "He", "s2": "no"}
    assert [p.text for p in stretch.pieces if any(m.kind == "content" for m in p.opens)] == ["that she said ", "no"]
    last = stretch.pieces[-2]
    assert {(m.statement, m.kind) for m in last.closes} == {("s1", "content"), ("s2", "content")}


def test_a_character_that_turns_text_round_stands_alone() -> None:
    text = "good \u202eevil\u202c good"
    (stretch,) = stretches(text, [], ())
    assert [piece.turning for piece in stretch.pieces] == [None, "U+202E", None, "U+202C", None]


def test_empty_spans_leave_no_marks() -> None:
    nothing = Span(0, 0, "")
    statement = Statement("s1", (nothing,), nothing, None, "named", "asserts", "actual", "direct", 0.5)
    assert marks_of([("x", statement)]) == []


spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: (min(pair), max(pair)))


@given(
    st.text(max_size=60),
    st.lists(
        st.tuples(spans, st.sampled_from(["source", "cue", "content"]), st.sampled_from(["a", "b", "c"])), max_size=12
    ),
    st.lists(spans, max_size=4),
)
def test_the_pieces_are_the_text_and_each_knows_all_marks_over_it(
    text: str, told: list[tuple[tuple[int, int], str, str]], apart: list[tuple[int, int]]
) -> None:
    marks = [Mark(s, min(e, len(text)), kind, who, "asserts") for (s, e), kind, who in told if s < min(e, len(text))]  # type: ignore[arg-type]
    furniture = [Furniture(s, e, "other", "x") for s, e in apart if s < e]
    found = stretches(text, marks, furniture)
    assert "".join(piece.text for stretch in found for piece in stretch.pieces) == text
    for stretch in found:
        for piece in stretch.pieces:
            assert piece.text == text[piece.start : piece.start + len(piece.text)]
            over = {m for m in marks if m.start < piece.start + len(piece.text) and m.end > piece.start}
            assert set(piece.marks) == (set() if stretch.furniture else over)


@given(st.text(alphabet="ab \n", max_size=400), st.integers(0, 500))
def test_the_parts_of_a_long_text_are_the_text(words: str, times: int) -> None:
    text = words * times
    of = part_of(text, 1).of
    parts = [part_of(text, number) for number in range(1, of + 1)]
    assert "".join(text[part.first : part.last] for part in parts) == text
    assert all(part.last - part.first <= LONGEST + 4_000 for part in parts)
    assert all(part.holding(part.first) == part.number for part in parts)
