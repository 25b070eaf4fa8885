"""Known bodies found in running text."""

from __future__ import annotations

import time

import pytest

from onrecord.reading.segmentation import words
from onrecord.resolution.registry import Match, matches


def found(text: str) -> list[Match]:
    return list(matches(text, tuple(words(text))))


def bodies(text: str) -> list[tuple[str, str]]:
    """Words and first body of each match that is a body and no country."""
    return [(m.span.text, m.entries[0].id) for m in found(text) if m.entries and m.entries[0].kind != "country"]


NAMED = {
    "He joined the Kurdistan Workers' Party in Turkey.": [("Kurdistan Workers' Party", "PKK")],
    "the al-Shabaab fighters": [("al-Shabaab", "ucdp:717")],
    "They blamed al Qaeda for it.": [("al Qaeda", "ALQAEDA")],
    "The Haqqani network's men": [("Haqqani network", "HAQQANI")],
    "the Lord's Resistance Army's leader": [("Lord's Resistance Army", "ucdp:488")],
    "rebels of the CPI (Maoist) said": [("CPI (Maoist)", "ucdp:195")],
    "Hamas's men": [("Hamas", "ucdp:209")],
    "U.N. officials": [("U.N.", "UNO")],
    "said the Pakistani army's spokesman": [("Pakistani army", "PAK-military")],
    "In Colombia, officials said so.": [],
    "Colombian officials said so.": [("Colombian officials", "COL-government")],
    "the government of the Central African Republic": [
        ("government of the Central African Republic", "CAF-government")
    ],
    "The foreign ministry in Damascus said": [("foreign ministry in Damascus", "SYR-ministry-foreign")],
    "troops in Kabul": [],
    "He sat in a town called Hama's edge, let us say.": [],
    "Let us hope that it is so, said an aide.": [],
    "It was a unity government, not the Unity of old.": [],
    "The youth and the order held.": [],
    "SAN'A": [],
    "who is it that was eta": [],
}


@pytest.mark.parametrize("text", NAMED)
def test_bodies_in_text(text: str) -> None:
    assert bodies(text) == NAMED[text]


def test_a_headline_in_capitals_names_countries_but_no_short_acronym() -> None:
    headline = "WHO IS TO SAY IF CHAD WILL SIGN WITH US"
    assert [e.id for m in found(headline) for e in m.entries] == ["TCD"]


def test_spans_hold_their_words() -> None:
    text = "The UN’s Security Council met; Sudan’s Rapid Support Forces’ men, and M23, did not."
    for match in found(text):
        assert text[match.span.start : match.span.end] == match.span.text


@pytest.mark.parametrize(
    "text", ["", "…", "' ' '", "(((", "’s", "a", "\N{GREEK SMALL LETTER ALPHA}", "The", "-al-", "of of of in"]
)
def test_odd_words_do_no_harm(text: str) -> None:
    assert [m for m in found(text) if m.entries] == []


def test_looking_up_a_long_report_is_quick() -> None:
    sentence = "The Pakistani army said on Monday that the Tehrik-i-Taliban Pakistan and the Security Council had met in Kabul. "
    text = sentence * 50
    split = tuple(words(text))
    assert len(split) > 900
    list(matches(text, split))
    begin = time.process_time()
    assert len(list(matches(text, split))) == 200
    assert time.process_time() - begin < 0.2
