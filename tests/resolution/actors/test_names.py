from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolution.actors.names import personal_name
from onrecord.resolution.actors.transliteration import ALIKE, letters, skeletons, sounds, word_likeness


@pytest.mark.parametrize(
    ("written", "words", "titles"),
    [
        ("Maulvi Faqir Mohammad", ("faqir", "mohammad"), ("mawlawi",)),
        ("Lt. Gen. Abdel Fattah al-Burhan", ("abdfattah", "burhan"), ("lieutenant", "general")),
        ("Abd al-Rahman", ("abdrahman",), ()),
        ("Abdur Rahman", ("abdrahman",), ()),
        ("Abdurrahman", ("abdrahman",), ()),
        ("Abdelrahman", ("abdrahman",), ()),
        ("Abdulla", ("abdullah",), ()),
        ("Ehsan Ullah Ehsan", ("ehsanullah", "ehsan"), ()),
        ("Shams al-Din", ("shamsuddin",), ()),
        ("Shamseddine", ("shamsuddin",), ()),
        ("Qamar ud-Din", ("qamaruddin",), ()),
        ("Osama bin Laden", ("osama", "laden"), ()),
        ("Abu Bakr al-Baghdadi", ("abubakr", "baghdadi"), ()),
        ("Ja’far Numayri", ("jafar", "numayri"), ()),
        ("Rodrigo Londoño", ("rodrigo", "londono"), ()),
        ("Kim Jong-un", ("kim", "jong", "un"), ()),
        ("George W. Bush", ("george", "w", "bush"), ()),
        ("de la Cruz", ("cruz",), ()),
        ("Mullah", ("mullah",), ()),
    ],
)
def test_a_name_is_taken_apart(written: str, words: tuple[str, ...], titles: tuple[str, ...]) -> None:
    name = personal_name(written)
    assert (name.words, name.titles) == (words, titles)


def test_titles_tell_who_is_a_woman_and_who_is_a_man() -> None:
    told = [
        personal_name(name).gender for name in ("Daw Khin Win", "U Thein Sein", "Mrs. Khan", "Sir Kieran", "Khan")
    ]
    assert told == ["female", "male", "female", "male", None]


def test_a_generation_is_set_aside() -> None:
    name = personal_name("Ferdinand Marcos Jr.")
    assert (name.words, name.suffix) == (("ferdinand", "marcos"), "junior")


SPELLINGS = """
    mohammad muhammed  mohamed mohammad  faqir faqeer  dagalo daglo  hussein husayn  hossein hussain  osman uthman
    zelenskyy zelensky  zelenskiy zelensky  qaddafi khadafy  gadhafi kadafi  khaled khalid  ahmed akhmed  dawood daoud
    umar omar  yusuf yousef  rachid rashid  sergei sergey  yevgeny evgeni  karzai karzay  wazir vazir  hekmatyar hikmatyar
    soleimani soleymani  qasem ghasem  aulaqi awlaqi  nuri noori  haniya haniyeh  zawahiri zawahri  said saeed
"""
OTHERS = """
    hasan hussein  mohammad mahmood  jamal jamil  salam salim  omar amr  ahmad hamid  ali wali  santos sanchez  hamas hamad
    mansour masoud  khalid khalil  amin min  karim kamil  nasir nazim  gadafi kayani
"""


def _pairs(text: str) -> list[tuple[str, str]]:
    words = text.split()
    return list(zip(words[::2], words[1::2], strict=True))


@pytest.mark.parametrize(("one", "other"), _pairs(SPELLINGS))
def test_spellings_of_one_word_sound_alike_and_share_a_key(one: str, other: str) -> None:
    assert word_likeness(one, other) >= ALIKE
    assert set(skeletons(one)) & set(skeletons(other))


@pytest.mark.parametrize(("one", "other"), _pairs(OTHERS))
def test_two_names_do_not_sound_alike(one: str, other: str) -> None:
    assert word_likeness(one, other) < ALIKE


def test_letters_are_plain() -> None:
    assert letters("  Ólafur Łukasz-Þór, Ja‘far ") == "olafur lukasz thor jafar"


WORDS = st.text(st.characters(codec="utf-8"), max_size=24)


@given(WORDS, WORDS)
def test_any_two_words_have_one_likeness(one: str, other: str) -> None:
    left, right = letters(one), letters(other)
    found = word_likeness(left, right)
    assert 0 <= found <= 1
    assert found == pytest.approx(word_likeness(right, left))
    assert word_likeness(left, left) == 1


@given(WORDS)
def test_any_text_is_a_name_of_some_sort(text: str) -> None:
    name = personal_name(text)
    assert name == personal_name(text)
    assert bool(name.words) == bool(letters(text))
    assert all(sounds(word) is not None for word in name.words)
