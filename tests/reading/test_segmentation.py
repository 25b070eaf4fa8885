from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.reports import article

from onrecord.model import Article, Furniture
from onrecord.reading.segmentation import paragraphs, sentences, words


def cut(text: str, *furniture: str) -> list[str]:
    return [s.span.text for s in sentences(article(text, *furniture))]


SENTENCES = {
    "The mill burned. Nobody was hurt.": ["The mill burned.", "Nobody was hurt."],
    "Was it the mill? It was! All of it…": ["Was it the mill?", "It was!", "All of it…"],
    "“We stay.” The elder sat down.": ["“We stay.”", "The elder sat down."],
    "He said “we stay.” “Why go?”": ["He said “we stay.”", "“Why go?”"],
    "He sat down. “We stay,” he said.": ["He sat down.", "“We stay,” he said."],
    "It cost 3.5 million. In 2012. 40 came.": ["It cost 3.5 million.", "In 2012.", "40 came."],
    "They left (or fled.) Nobody saw it.": ["They left (or fled.)", "Nobody saw it."],
    "The mill burned.  \t Nobody was hurt.  ": ["The mill burned.", "Nobody was hurt."],
    "El molino ardió. Ángela llegó tarde.": ["El molino ardió.", "Ángela llegó tarde."],
    "The mill burned\n\nNobody was hurt": ["The mill burned", "Nobody was hurt"],
}


@pytest.mark.parametrize("text", SENTENCES)
def test_sentences_end_where_a_reader_ends_them(text: str) -> None:
    assert cut(text) == SENTENCES[text]


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Ana Ruiz met Mr. Brown and Dr. Li in St. Mary.",
        "J. R. Smith and A. B. Cole signed.",
        "The U.S. Army left on Jan. 5 at 6 a.m. Eastern time.",
        "Acme Inc. Chairman Lee said no.",
        "They won 3 vs. 2 on No. 10 street.",
        "Maj. Gen. Lopez of the U.N. Mission left.",
        "“We stay,” he said.",
        "He asked “why?” and left.",
    ],
)
def test_abbreviations_initials_and_quotations_end_no_sentence(text: str) -> None:
    assert cut(text) == [text]


def test_furniture_ends_a_sentence_and_belongs_to_none() -> None:
    assert cut("The mill GIVE NOW burned. Nobody", "GIVE NOW") == ["The mill", "burned.", "Nobody"]
    assert cut("GIVE NOW", "GIVE NOW") == []


def test_a_sentence_knows_its_paragraph() -> None:
    found = sentences(article("One. Two.\n\nThree.\nFour."))
    assert [s.paragraph for s in found] == [0, 0, 1, 2]


def test_furniture_that_overlaps_is_left_out_once() -> None:
    text = "The mill burned. GIVE NOW to us. Nobody was hurt."
    marks = (Furniture(17, 25, "appeal", "x"), Furniture(22, 32, "appeal", "y"))
    report = Article("r", text, furniture=marks)
    assert [text[s:e] for s, e in paragraphs(report)] == ["The mill burned.", "Nobody was hurt."]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The army's reply: “no”.", ["The", "army's", "reply", ":", "“", "no", "”", "."]),
        ("Tehrik-i-Taliban left U.S. soil", ["Tehrik-i-Taliban", "left", "U.S.", "soil"]),
        ("It didn’t cost 3.5%", ["It", "didn’t", "cost", "3.5", "%"]),
        ("Bogotá, 5 a.m.", ["Bogotá", ",", "5", "a.m."]),
        ("🕊️ now", None),
        ("", []),
    ],
)
def test_words_and_punctuation_marks(text: str, parts: list[str] | None) -> None:
    found = list(words(text))
    if parts is not None:
        assert [w.text for w in found] == parts
    assert all(text[w.start : w.end] == w.text for w in found)


def test_words_are_counted_from_the_place_of_their_sentence() -> None:
    text = "One. The mill burned."
    last = sentences(article(text))[-1]
    assert [text[w.start : w.end] for w in last.words] == ["The", "mill", "burned", "."]


@given(st.text(st.sampled_from(" .!?\"“”'aAéÉ5\n\tU.S🕊\xa0\u2028"), max_size=120))
@settings(deadline=None, max_examples=150)
def test_sentences_are_exact_in_order_and_lose_no_word(text: str) -> None:
    end = 0
    for sentence in sentences(Article("r", text)):
        span = sentence.span
        assert text[end : span.start].strip() == ""
        assert text[span.start : span.end] == span.text == span.text.strip() != ""
        assert "\n" not in span.text
        end = span.end
    assert text[end:].strip() == ""


def test_what_has_no_full_stop_is_cut_between_words_so_that_it_can_be_read() -> None:
    text = "bread milk salt " * 2_000
    found = sentences(Article("r", text))
    assert len(found) > 5
    assert {word for s in found for word in s.span.text.split()} == {"bread", "milk", "salt"}
    assert [len(s.span.text) for s in sentences(Article("r", "x" * 9_000))] != [9_000]
