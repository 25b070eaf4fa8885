from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.encoding.words import LETTER, LOWER, MIXED, NUMBER, SIGN, TITLE, UPPER, capitals, words

TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
    st.text(st.sampled_from("ab Nn't’sS.U-_'`\"“,:05%\n\t\xa0\u2028é\u0301🕊İ中"), max_size=80),
)


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in words(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The army's reply: “no”.", "The army 's reply : “ no ” ."),
        ("FARC’s and ARMY'S", "FARC ’s and ARMY 'S"),
        ("It didn’t, and can't or won't", "It did n’t , and ca n't or wo n't"),
        ("We're sure I'm, they've, he'd", "We 're sure I 'm , they 've , he 'd"),
        ("the rebels' men", "the rebels ' men"),
        ("Tehrik-i-Taliban, a 12-year-old", "Tehrik - i - Taliban , a 12 - year - old"),
        ("left U.S. soil at 5 a.m. on", "left U.S. soil at 5 a.m. on"),
        ("Gen. Ruiz and Mr. Brown of Acme Inc. met", "Gen. Ruiz and Mr. Brown of Acme Inc. met"),
        ("It ended in Jan", "It ended in Jan"),
        ("He said no.", "He said no ."),
        ("1,200 men at 10:30, 3.5% of 5km.", "1,200 men at 10:30 , 3.5 % of 5km ."),
        ("In 2012. 40 came, 2 left", "In 2012 . 40 came , 2 left"),
        ("Well... no -- ``none''", "Well ... no -- `` none ''"),
        ("a_b__c", "a _ b __ c"),
        ("$5 & €6 (both)", "$ 5 & € 6 ( both )"),
        ("", ""),
        (" \n\t ", ""),
    ],
)
def test_words_are_cut_as_in_treebanks(text: str, parts: str) -> None:
    assert cut(text) == parts.split()


@pytest.mark.parametrize("title", ["Gen", "Mr", "Dr", "Sept", "Co", "No", "St"])
def test_a_title_keeps_its_full_stop_only_before_a_space_and_only_as_a_whole_word(title: str) -> None:
    assert cut(f"{title}. Ruiz")[0] == f"{title}."
    assert cut(f"{title}.") == [title, "."]
    assert cut(f"X{title}. Ruiz")[:2] == [f"X{title}", "."]


@given(TEXTS)
@settings(deadline=None)
def test_words_come_in_order_and_only_white_space_belongs_to_none(text: str) -> None:
    end = 0
    for start, stop in words(text, 0, len(text)):
        assert text[end:start].strip() == ""
        assert start < stop
        assert not any(sign.isspace() for sign in text[start:stop])
        end = stop
    assert text[end:].strip() == ""


@given(TEXTS, st.data())
@settings(deadline=None)
def test_only_what_stands_between_the_two_places_is_cut(text: str, data: st.DataObject) -> None:
    end = data.draw(st.integers(0, len(text)))
    start = data.draw(st.integers(0, end))
    found = words(text, start, end)
    assert all(start <= first < last <= end for first, last in found)
    kept = "".join(text[first:last] for first, last in found)
    assert kept == "".join(text[start:end].split())


@given(TEXTS)
@settings(deadline=None)
def test_no_word_has_both_a_letter_and_a_mark_that_parts_words(text: str) -> None:
    for word in cut(text):
        assert not any(sign.isalnum() for sign in word) or not set(word) & set('-_"“`/'), word


@pytest.mark.parametrize(
    ("pattern", "forms"),
    [
        (LOWER, ["the", "a", "é", "ß", "'s", "n’t", "a.m."]),
        (TITLE, ["The", "Ángela", "Gen.", "Él"]),
        (UPPER, ["FARC", "U.S.", "ÁÉ", "'S", "ИРА"]),
        (LETTER, ["A", "É", "И"]),
        (MIXED, ["iPhone", "McCain", "中文", "FARCs"]),
        (NUMBER, ["5", "5th", "A1", "1,200", "٣", "10:30"]),
        (SIGN, ["", ".", "--", "“", "$", "_", "🕊️", "\u0301"]),
    ],
)
def test_patterns_of_capitals(pattern: int, forms: list[str]) -> None:
    assert {form: capitals(form) for form in forms} == dict.fromkeys(forms, pattern)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=8))
def test_every_word_has_one_of_seven_patterns(word: str) -> None:
    assert capitals(word) in range(7)
    assert (capitals(word) == SIGN) == (not any(sign.isalnum() for sign in word))


@given(st.from_regex(r"[a-z]{2,8}", fullmatch=True))
def test_the_pattern_tells_apart_the_ways_to_write_one_word(word: str) -> None:
    assert [capitals(w) for w in (word, word.title(), word.upper())] == [LOWER, TITLE, UPPER]
