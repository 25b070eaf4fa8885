"""Which words of a report are time expressions."""

from __future__ import annotations

import time

import pytest

from onrecord.model import Article, Span
from onrecord.reading.dates import date_spans, lasts
from onrecord.reading.segmentation import sentences


def found(text: str) -> list[str]:
    return [span.text for span in date_spans(text, sentences(Article("r", text)))]


@pytest.mark.parametrize(
    "text",
    [
        "We may leave and they march on.",
        "Prime Minister Theresa May spoke, and Mrs May left.",
        "The Women's March was long.",
        "He sat in the sun for a second.",
        "They second the motion and wed.",
        "Some 2000 people and 1,500 men fled; 1914 soldiers stayed.",
        "It cost $1990 under resolution 1973, or 2011 dollars.",
        "The fall of Kabul led to a fall in prices; leaders fall and spring up.",
        "He is 25 years old and his 30-year-old son is not.",
        "The F16 and the B2 flew from base 12 to base 5.",
        "The Good Friday Agreement held.",
        "As soon as he left, he soon fell.",
        "MAY THEY MARCH",
    ],
)
def test_no_dates_by_accident(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left in May and in March.", ["May", "March"]),
        ("The May summit and the March offensive failed.", ["May", "March"]),
        ("On Monday, 5 December 2011, it fell.", ["Monday, 5 December 2011"]),
        ("It fell by the end of March 1944.", ["the end of March 1944"]),
        ("On the night of 15 December 2010 it fell.", ["the night of 15 December 2010"]),
        ("In the fall of 2001, the town fell.", ["the fall of 2001"]),
        ("The 1967 war and the 1998 deal ended.", ["1967", "1998"]),
        ("The war (1914-1918) ended.", ["1914-1918"]),
        ("It fell in 1915-16.", ["1915-16"]),
        ("It fell later that month, and that same day it rose.", ["later that month", "that same day"]),
        ("It fell twelve days later and the day before.", ["twelve days later", "the day before"]),
        ("It met twice a week, then daily.", ["twice a week", "daily"]),
        ("For months and for two and a half years it held.", ["months", "two and a half years"]),
        ("It fell on 5 May. 12 people died.", ["5 May"]),
    ],
)
def test_expressions_are_found_whole(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("words", ["the past three years", "six-month", "every Friday", "now", "daily", "for months"])
def test_words_that_mean_no_moment(words: str) -> None:
    [only] = found(f"It was {words}.") if not words.startswith("for") else found(f"It held {words}.")
    assert lasts(Span(0, len(only), only))


@pytest.mark.parametrize("words", ["Sunday", "last month", "3 May 2011", "three days ago"])
def test_words_that_mean_a_moment(words: str) -> None:
    assert not lasts(Span(0, len(words), words))


@pytest.mark.parametrize(
    "unit", ["1", "12 ", "May ", "in May ", "twenty-", "the very first last ", "5 May 2009 to ", "1/", "a"]
)
def test_the_time_grows_with_the_length_of_the_text(unit: str) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        parts = sentences(Article("r", text))
        begun = time.perf_counter()
        date_spans(text, parts)
        return time.perf_counter() - begun

    seconds(2_000)
    assert seconds(80_000) < 40 * max(seconds(10_000), 0.01)
