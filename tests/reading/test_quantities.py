"""What a number of an event counts: its figure and bounds, its span, and its unit."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Quantity, Span
from onrecord.reading.figures import figures
from onrecord.reading.quantities import UNITS, counted


def quantity(text: str, number: str, trigger: str = "", kind: str = "ASSAULT") -> Quantity | None:
    """The quantity of these words in a sentence; it stands behind other words, as in a report."""
    before = "Earlier words. "
    whole = before + text
    start, trigger_at = whole.index(number, len(before)), whole.index(trigger, len(before))
    return counted(
        Span.of(whole, start, start + len(number)),
        Span.of(whole, len(before), len(whole)),
        Span.of(whole, trigger_at, trigger_at + len(trigger)),
        kind,
    )


def unit(text: str, number: str, trigger: str, kind: str = "ASSAULT") -> str | None:
    found = quantity(text, number, trigger, kind)
    assert found is not None
    return found.unit


@pytest.mark.parametrize(
    ("words", "value", "low", "high"),
    [
        ("12", 12, 12, 12),
        ("1,200", 1200, 1200, 1200),
        ("12 000", 12000, 12000, 12000),
        ("twenty-five", 25, 25, 25),
        ("a dozen", 12, 12, 12),
        ("half a dozen", 6, 6, 6),
        ("a couple of dozen", 24, 24, 24),
        ("fifteen hundred", 1500, 1500, 1500),
        ("a hundred and thirty", 130, 130, 130),
        ("three hundred and forty-five thousand two hundred", 345200, 345200, 345200),
        ("half a million", 500000, 500000, 500000),
        ("a quarter of a million", 250000, 250000, 250000),
        ("two and a half million", 2500000, 2500000, 2500000),
        ("12.5 million", 12500000, 12500000, 12500000),
        ("at least 12", 12, 12, None),
        ("At least one", 1, 1, None),
        ("more than 1,200", 1200, 1200, None),
        ("no fewer than forty", 40, 40, None),
        ("well over 100", 100, 100, None),
        ("500 or more", 500, 500, None),
        ("up to 40", 40, None, 40),
        ("as many as 90", 90, None, 90),
        ("fewer than ten", 10, None, 10),
        ("nearly two million", 2000000, None, 2000000),
        ("some 3,000", 3000, None, None),
        ("about two dozen", 24, None, None),
        ("an estimated 300,000", 300000, None, None),
        ("300 or so", 300, None, None),
        ("between 30 and 50", None, 30, 50),
        ("30 to 50", None, 30, 50),
        ("2,000-3,000", None, 2000, 3000),
        ("two or three", None, 2, 3),
        ("2 to 3 million", None, 2000000, 3000000),
        ("forty, perhaps fifty", None, 40, 50),
        ("hundreds, perhaps a thousand", None, 200, 1000),
        ("dozens", None, 24, None),
        ("scores", None, 40, None),
        ("hundreds", None, 200, None),
        ("tens of thousands", None, 20000, None),
        ("several", None, 3, None),
        ("several hundred", None, 300, None),
        ("more than a few hundred", None, 200, None),
        ("no one", 0, 0, 0),
        ("none", 0, 0, 0),
        ("not a single", 0, 0, 0),
        ("half", None, None, None),
        ("nine of every ten", None, None, None),
    ],
)
def test_the_figure_and_the_bounds_are_those_that_are_said(
    words: str, value: float | None, low: float | None, high: float | None
) -> None:
    found = quantity(f"The army says {words} of the rebels died.", words, "died")
    assert found is not None
    assert (found.span.text, found.value, found.low, found.high) == (words, value, low, high)
    assert found.unit == "killed"


@pytest.mark.parametrize(
    ("text", "number", "span"),
    [
        ("They killed 12 people.", "12 people", "12"),
        ("They killed at least 12 people.", "12", "at least 12"),
        ("They killed only 12 people.", "only 12", "12"),
        ("They killed between 30 and 50 people.", "30", "between 30 and 50"),
        ("They killed a hundred and thirty.", "hundred", "a hundred and thirty"),
        ("They killed an estimated 300 people.", "300", "an estimated 300"),
        ("They killed 12 and wounded at least 30.", "30", "at least 30"),
        ("After talks over 20 hostages they killed one.", "20", "20"),
        ("They killed over 20 hostages.", "over 20", "over 20"),
        ("The dead rose from 12 to 15.", "15", "15"),
    ],
)
def test_the_span_is_the_number_with_its_hedge(text: str, number: str, span: str) -> None:
    found = quantity(text, number, "killed" if "killed" in text else "dead")
    assert found is not None
    assert found.span.text == span


@pytest.mark.parametrize(
    ("text", "number", "trigger", "kind", "expected"),
    [
        ("The raid left 12 killed and 30 wounded.", "12", "raid", "ASSAULT", "killed"),
        ("The raid left 12 killed and 30 wounded.", "30", "raid", "ASSAULT", "wounded"),
        ("The blast killed 12 and injured dozens.", "dozens", "blast", "ASSAULT", "wounded"),
        ("It killed 12 people and wounded 30.", "30", "killed", "ASSAULT", "wounded"),
        ("It killed or wounded thousands of men.", "thousands", "killed", "ASSAULT", "killed"),
        ("It killed or wounded thousands of men.", "thousands", "wounded", "ASSAULT", "wounded"),
        ("12 soldiers died.", "12", "died", "ASSAULT", "killed"),
        ("Four American soldiers died in a rocket attack.", "Four", "rocket attack", "ASSAULT", "killed"),
        ("The dead numbered 12.", "12", "dead", "ASSAULT", "killed"),
        ("The dead of the attack numbered 12.", "12", "attack", "ASSAULT", "killed"),
        ("No one was killed.", "No one", "killed", "ASSAULT", "killed"),
        ("They shot down two helicopters.", "two", "shot down", "ASSAULT", "aircraft"),
        ("The group says it shot down three.", "three", "shot down", "ASSAULT", "aircraft"),
        ("Three men were shot down there.", "Three", "shot down", "ASSAULT", "killed"),
        ("Two of its drones were brought down.", "Two", "brought down", "ASSAULT", "aircraft"),
        ("The militia burned 40 houses.", "40", "burned", "ASSAULT", "buildings"),
        ("The number of burnt houses was put at 40.", "40", "burnt", "ASSAULT", "buildings"),
        ("The trucks turned back, two of them burnt.", "two", "burnt", "ASSAULT", "vehicles"),
        ("The army took 11 trucks and two mortars.", "11", "took", "COERCE", "vehicles"),
        ("The army took 11 trucks and two mortars.", "two", "took", "COERCE", "weapons"),
        ("Rebels seized seven observers.", "seven", "seized", "ASSAULT", "abducted"),
        ("Rebels seized eight soldiers.", "eight", "seized", "ASSAULT", "captured"),
        ("Police seized eight students.", "eight", "seized", "COERCE", "arrested"),
        ("Police rounded up 200 students.", "200", "rounded up", "COERCE", "arrested"),
        ("Rebels kidnapped 21 people.", "21", "kidnapped", "ASSAULT", "abducted"),
        ("Four tourists have disappeared.", "Four", "disappeared", "ASSAULT", "missing"),
        ("Fighters captured 16 policemen.", "16", "captured", "COERCE", "captured"),
        ("They released 16 captured policemen.", "16", "released", "RETREAT", "released"),
        ("The government released 40 prisoners.", "40", "released", "RETREAT", "released"),
        ("40 soldiers laid down their arms.", "40", "laid down their arms", "RETREAT", "surrendered"),
        ("About 30,000 fled.", "30,000", "fled", "ASSAULT", "displaced"),
        ("The war drove two million people from their homes.", "two million", "war", "ASSAULT", "displaced"),
        ("3,000 troops fled.", "3,000", "fled", "RETREAT", "troops"),
        ("India deployed 3,000 troops.", "3,000", "deployed", "MOBILIZE", "troops"),
        ("It put 1,000 men into the search.", "1,000", "put", "MOBILIZE", "troops"),
        ("The 45,000-strong force will leave.", "45,000", "leave", "RETREAT", "troops"),
        ("It withdrew its last 103 staff members.", "103", "withdrew", "RETREAT", "people"),
        ("They agreed to exchange views on two questions.", "two", "agreed", "AGREE", None),
    ],
)
def test_the_words_around_a_number_tell_what_it_counts(
    text: str, number: str, trigger: str, kind: str, expected: str | None
) -> None:
    assert unit(text, number, trigger, kind) == expected


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("In 2011 rebels were killed there.", "2011"),
        ("They met on May 11, when some were killed.", "11"),
        ("He was killed on 11 May.", "11"),
        ("They were killed at 10:30.", "10:30"),
        ("A 12-year-old boy was killed.", "12"),
        ("Men aged 12 to 60 were killed.", "12 to 60"),
        ("They were killed 12 miles away.", "12"),
        ("They were killed within three days.", "three"),
        ("A $3 million aircraft was killed off.", "3 million"),
        ("Forty percent of the men were killed.", "Forty"),
        ("51.2% were killed.", "51.2%"),
        ("A second soldier was killed.", "second"),
        ("The twenty-first soldier was killed.", "twenty-first"),
        ("A MiG-29 pilot was killed.", "MiG-29"),
        ("They killed the guards.", "the"),
        ("They killed the guards.", "guards."),
    ],
)
def test_dates_measures_and_ranks_count_nothing(text: str, number: str) -> None:
    assert quantity(text, number, "killed") is None


def test_a_day_before_a_noun_is_a_number() -> None:
    found = quantity("On May 11 people were killed.", "11", "killed")
    assert found is not None
    assert found.value == 11


def test_a_long_sentence_takes_no_long_time() -> None:
    started = time.perf_counter()
    for words in ("two hundred and ", "12 ", "a half ", "between 1 and ", "more than ", "1,"):
        text = words * 20_000
        for start in (0, len(text) // 2):
            counted(Span.of(text, start, start + 4), Span.of(text, 0, len(text)), Span.of(text, 0, 3), "ASSAULT")
    assert time.perf_counter() - started < 2


WORDS = st.sampled_from(
    "at least 12 1,200 a half dozen dozens of thousand two three and or to - , between more than some killed wounded"
    " people soldiers tanks $ % May 2011 none no one twenty hundred million quarter every in . , - – + 3.5 ² ٣ İ".split()
)


@given(st.lists(WORDS | st.text(max_size=4), max_size=14).map(" ".join), st.data())
def test_any_words_give_exact_spans_and_ordered_bounds(text: str, data: st.DataObject) -> None:
    places = st.integers(0, len(text))
    start, end = sorted((data.draw(places), data.draw(places)))
    trigger = sorted((data.draw(places), data.draw(places)))
    sentence = Span(7, 7 + len(text), text)
    number = Span(7 + start, 7 + end, text[start:end])
    found = counted(number, sentence, Span(7 + trigger[0], 7 + trigger[1], text[slice(*trigger)]), "ASSAULT")
    if found is not None:
        assert text[found.span.start - 7 : found.span.end - 7] == found.span.text
        assert found.span.overlaps(number)
        known = [n for n in (found.low, found.value, found.high) if n is not None]
        assert known == sorted(known)
        assert found.unit is None or found.unit in UNITS


@given(st.lists(WORDS, max_size=20).map(" ".join))
def test_no_number_of_a_text_stands_within_another(text: str) -> None:
    found = list(figures(text))
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_a_number_outside_its_sentence_counts_nothing() -> None:
    text = "They killed 12. Then 30 fled."
    assert counted(Span.of(text, 21, 23), Span.of(text, 0, 15), Span.of(text, 5, 11), "ASSAULT") is None
    assert counted(Span.of(text, 12, 12), Span.of(text, 0, 15), Span.of(text, 5, 11), "ASSAULT") is None
