"""Reports in capitals: which they are, and in what case they are read."""

from __future__ import annotations

from pathlib import Path

import pytest
from conflict_set.passages import all_passages
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.encoding.recasing import in_likely_case, is_in_capitals, recased

CONFLICT_SET = Path(__file__).parents[2] / "conflict_set"
WIRE = (
    "TEGUCIGALPA, 4 MAY 88 (EFE) -- THE HONDURAN GOVERNMENT SAID ON WEDNESDAY THAT GUERRILLAS OF THE FARC HAD KILLED "
    "SIX SOLDIERS NEAR THE BORDER. GENERAL PEDRO GOMEZ DENIED IT.\nHE TOLD REPORTERS THAT HIS MEN WERE NOT THERE."
)


@settings(deadline=None)
@given(st.text())
def test_only_the_case_of_letters_changes(text: str) -> None:
    found = recased(text)
    assert len(found) == len(text)
    assert all(new.casefold() == old.casefold() for new, old in zip(found, text, strict=True))


def test_a_wire_in_capitals_gets_small_letters_and_keeps_its_names() -> None:
    found = in_likely_case(WIRE)
    assert found.lower() == WIRE.lower()
    for words in ("Tegucigalpa", "The Honduran", "Wednesday", "FARC", "Pedro Gomez", "He told", "4 May 88"):
        assert words in found
    for words in (
        " guerrillas of the ",
        " six soldiers near the border",
        " denied it",
        " reporters that his men were not ",
    ):
        assert words in found


@pytest.mark.parametrize("part", ["train", "held_out"])
def test_texts_with_small_letters_are_left_as_they_are(part: str) -> None:
    for passage in all_passages(CONFLICT_SET / part):
        assert in_likely_case(passage.text) is passage.text
        assert not is_in_capitals(passage.text)


@pytest.mark.parametrize(
    "text",
    ["", "FARC", "军方否认了这一指控。" * 20, "12 / 3.5% -- (40) ... 1,200 -- 2011-12-10 " * 5],
)
def test_texts_without_letters_of_two_cases_stay(text: str) -> None:
    assert not is_in_capitals(text)
    assert in_likely_case(text) == text


def test_a_headline_in_capitals_makes_no_text_in_capitals() -> None:
    headline = "REBELS DENY TALKS WITH GOVERNMENT IN HAVANA, OFFICIALS SAY\n"
    text = headline + "The rebels denied on Monday that they had met anybody from the government in Havana."
    assert not is_in_capitals(text)
    assert in_likely_case(text) is text


def test_what_is_recased_stays_so() -> None:
    assert recased(recased(WIRE)) == recased(WIRE)
