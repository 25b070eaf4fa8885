"""A report's words with the vectors of its page, nothing of the furniture."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading import by_hand
from tests.reading.reports import article

from onrecord.encoding.pages import WIDTH, encoded_page
from onrecord.model import Article, Furniture
from onrecord.reading.encoded import encode, sections
from onrecord.reading.segmentation import sentences

TEXTS = st.text(st.sampled_from("ab A.!?“”\"\n\t'-_5é🕊\x00\u2028\x85"), max_size=80)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = draw(TEXTS)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=4)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return Article("r1", text, furniture=tuple(Furniture(a, b, "other", "told so") for a, b in pairs if a < b))


@given(report=articles())
@settings(deadline=None, max_examples=60)
def test_words_sentences_and_places_of_a_report_hang_together(report: Article) -> None:
    found = encode(report)
    assert found.vectors.shape == (len(found.places), WIDTH)
    assert len(found.sentence) == len(found.places)
    assert [w for begin, end in found.bounds for w in range(begin, end)] == list(range(len(found.places)))
    assert len(found.bounds) == len(found.parts)
    for number, (begin, end) in enumerate(found.bounds):
        assert end > begin
        assert set(found.sentence[begin:end]) == {number}
        whole = found.parts[number].span
        assert whole == found.span(begin, end - 1)
    for start, end in found.places:
        assert not any(f.start < end and start < f.end for f in report.furniture)


def test_nothing_of_the_furniture_is_among_the_words() -> None:
    report = encode(article("The mill GIVE NOW burned. Nobody", "GIVE NOW"))
    assert report.forms == ("The", "mill", "burned", ".", "Nobody")
    assert [report.opens(w) for w in range(5)] == [True, False, True, False, False]


def test_the_words_of_a_report_have_the_vectors_of_their_page() -> None:
    found = article("The mill GIVE NOW burned. Nobody", "GIVE NOW")
    page = encoded_page(found.text)
    everything = page.vectors(0, len(page.starts))
    assert np.array_equal(encode(found).vectors, everything[[0, 1, 4, 5, 6]])


def test_a_word_too_long_for_a_sentence_and_furniture_behind_it_leave_each_word_its_own_vector() -> None:
    found = article("x" * 1_600 + " said\nGIVE\nThe end", "GIVE")
    page = encoded_page(found.text)
    everything = page.vectors(0, len(page.starts))
    report = encode(found)
    assert [len(form) for form in report.forms] == [1_500, 100, 4, 3, 3]
    assert np.array_equal(report.vectors, everything[[0, 0, 1, 3, 4]])


def test_a_report_read_in_sections_has_the_words_and_vectors_of_the_whole() -> None:
    text = "The army denied it. Nobody knew why.\n" * 2_500
    report = Article("r1", text)
    whole, parts = encode(report), list(sections(report, sentences(report)))
    assert len(parts) > 1
    assert tuple(place for part in parts for place in part.places) == whole.places
    assert np.array_equal(np.concatenate([part.vectors for part in parts]), whole.vectors)


def test_a_report_without_words_has_no_vectors() -> None:
    report = encode(Article("r1", " \n\t "))
    assert report.vectors.shape == (0, WIDTH)
    assert (report.places, report.bounds) == ((), ())


def test_solid_words_hold_a_letter_a_digit_or_a_sign_that_is_read_aloud() -> None:
    report = by_hand.encoded("Peru's 5 % , $ & - “ ... 中 🕊 _")
    solid = [form for form, flag in zip(report.forms, report.solid, strict=True) if flag]
    assert solid == ["Peru", "'s", "5", "%", "$", "&", "中"]


def test_a_span_holds_both_of_its_words_and_what_stands_between() -> None:
    report = by_hand.encoded("The  army \t denied it.")
    assert report.span(1, 2).text == "army \t denied"
    assert report.span(3, 3).text == "it"
