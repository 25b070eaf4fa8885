"""Quotations fall whole to whoever says a part of them, and to nobody where two people share one."""

from __future__ import annotations

from onrecord.encoding.quotations import Quotation
from onrecord.model import Span, Statement
from onrecord.reading.quoting import with_whole_quotations

TEXT = '"They were let go on Tuesday, as the rebels say. I was not told," the spokesman declared. "Ask them."'
MARKS = (Quotation(0, TEXT.index(" the spokesman")), Quotation(TEXT.index('"Ask'), len(TEXT)))


def _of(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


def _statement(number: int, cue: str | None, *content: str) -> Statement:
    return Statement(
        id=f"s{number}",
        content=tuple(_of(words) for words in content),
        source=None,
        cue=None if cue is None else _of(cue),
        source_kind="role",
        act="asserts",
        certainty="actual",
        form="direct",
        confidence=0.5,
    )


def test_a_content_that_begins_within_a_quotation_is_given_all_of_it() -> None:
    (found,) = with_whole_quotations(TEXT, [_statement(1, "declared", "the rebels say. I was not told")], MARKS)
    assert [c.text for c in found.content] == ["They were let go on Tuesday, as the rebels say. I was not told"]


def test_pieces_of_a_quotation_are_joined_over_the_words_between_them() -> None:
    (found,) = with_whole_quotations(TEXT, [_statement(1, "declared", "They", "I was not told", "Ask them")], MARKS)
    assert [c.text for c in found.content] == [
        "They were let go on Tuesday, as the rebels say. I was not told",
        "Ask them",
    ]


def test_a_quotation_without_cue_or_source_falls_to_him_who_says_the_rest() -> None:
    bare = _statement(1, None, "They were let go on Tuesday")
    (found,) = with_whole_quotations(TEXT, [bare, _statement(2, "declared", "I was not told")], MARKS)
    assert found.id == "s2"
    assert [c.text for c in found.content] == ["They were let go on Tuesday, as the rebels say. I was not told"]


def test_a_quotation_that_two_people_share_stays_as_it_was_read() -> None:
    two = [_statement(1, "declared", "I was not told"), _statement(2, "spokesman", "They were let go on Tuesday")]
    assert with_whole_quotations(TEXT, two, MARKS) == two
