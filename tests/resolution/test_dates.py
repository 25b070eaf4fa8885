"""Days that words of time mean, seen from the day of publication (Saturday, 10 December 2011)."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.reports import SATURDAY, reading

from onrecord.model import DateExpression

DAY, WEEK, MONTH, YEAR, LASTING = "day", "week", "month", "year", "duration"
MEANT = {
    "on Saturday": ("Saturday", "2011-12-10", "2011-12-10", "2011-12-10", DAY),
    "on Friday": ("Friday", "2011-12-09", "2011-12-09", "2011-12-09", DAY),
    "on Sunday": ("Sunday", "2011-12-04", "2011-12-04", "2011-12-04", DAY),
    "last Saturday": ("last Saturday", "2011-12-03", "2011-12-03", "2011-12-03", DAY),
    "next Friday": ("next Friday", "2011-12-16", "2011-12-16", "2011-12-16", DAY),
    "today": ("today", "2011-12-10", "2011-12-10", "2011-12-10", DAY),
    "yesterday": ("yesterday", "2011-12-09", "2011-12-09", "2011-12-09", DAY),
    "tomorrow": ("tomorrow", "2011-12-11", "2011-12-11", "2011-12-11", DAY),
    "this week": ("this week", "2011-W49", "2011-12-05", "2011-12-11", WEEK),
    "last week": ("last week", "2011-W48", "2011-11-28", "2011-12-04", WEEK),
    "last month": ("last month", "2011-11", "2011-11-01", "2011-11-30", MONTH),
    "next month": ("next month", "2012-01", "2012-01-01", "2012-01-31", MONTH),
    "last year": ("last year", "2010", "2010-01-01", "2010-12-31", YEAR),
    "in November": ("November", "2011-11", "2011-11-01", "2011-11-30", MONTH),
    "in January": ("January", "2011-01", "2011-01-01", "2011-01-31", MONTH),
    "since May": ("May", "2011-05", "2011-05-01", "2011-05-31", MONTH),
    "in May 2010": ("May 2010", "2010-05", "2010-05-01", "2010-05-31", MONTH),
    "on November 20": ("November 20", "2011-11-20", "2011-11-20", "2011-11-20", DAY),
    "on 2 January": ("2 January", "2012-01-02", "2012-01-02", "2012-01-02", DAY),
    "on 29 February": ("29 February", "2012-02-29", "2012-02-29", "2012-02-29", DAY),
    "on Sept. 4, 2012": ("Sept. 4, 2012", "2012-09-04", "2012-09-04", "2012-09-04", DAY),
    "on the 12th of December": ("the 12th of December", "2011-12-12", "2011-12-12", "2011-12-12", DAY),
    "over the past three years": ("the past three years", "P3Y", "2008-12-10", "2011-12-10", LASTING),
    "over the last year": ("the last year", "P1Y", "2010-12-10", "2011-12-10", LASTING),
    "in the last 10 days": ("the last 10 days", "P10D", "2011-11-30", "2011-12-10", LASTING),
    "for the last decade": ("the last decade", "P10Y", "2001-12-10", "2011-12-10", LASTING),
    "three years ago": ("three years ago", "2008", "2008-01-01", "2008-12-31", YEAR),
    "two decades ago": ("two decades ago", "1991", "1991-01-01", "1991-12-31", YEAR),
    "a month ago": ("a month ago", "2011-11", "2011-11-01", "2011-11-30", MONTH),
    "two weeks ago": ("two weeks ago", "2011-11-26", "2011-11-26", "2011-11-26", DAY),
    "in 2008": ("2008", "2008", "2008-01-01", "2008-12-31", YEAR),
    "on 2011-11-21": ("2011-11-21", "2011-11-21", "2011-11-21", "2011-11-21", DAY),
}


def dates(words: str, published: date | None = SATURDAY) -> list[DateExpression]:
    return list(reading(f"The mill burned {words}.", published=published).dates)


def as_words(found: DateExpression) -> tuple[str, ...]:
    return found.span.text, str(found.value), str(found.first), str(found.last), str(found.precision)


@pytest.mark.parametrize("words", MEANT)
def test_the_days_that_words_of_time_mean(words: str) -> None:
    assert [as_words(d) for d in dates(words)] == [MEANT[words]]


@pytest.mark.parametrize(
    "words", ["on Saturday", "last month", "in November", "on 5 May", "today", "three years ago", "this week"]
)
def test_without_a_publication_date_words_that_need_one_keep_their_text_and_no_value(words: str) -> None:
    [found] = dates(words, None)
    assert found.span.text in words
    assert (found.value, found.first, found.last) == (None, None, None)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("on 20 November 2011", "2011-11-20"),
        ("in May 2010", "2010-05"),
        ("in 2008", "2008"),
        ("on 2011-11-21", "2011-11-21"),
    ],
)
def test_words_that_say_their_year_need_no_publication_date(words: str, value: str) -> None:
    assert [d.value for d in dates(words, None)] == [value]


def test_a_length_of_time_is_known_without_a_publication_date_but_not_when_it_was() -> None:
    [found] = dates("over the past three years", None)
    assert (found.value, found.first, found.last) == ("P3Y", None, None)


@pytest.mark.parametrize("words", ["on 31 February", "on 30 February 2011", "on 2011-13-45", "several weeks ago"])
def test_a_day_that_there_is_not_and_a_number_that_is_not_given_have_no_value(words: str) -> None:
    [found] = dates(words)
    assert (found.value, found.first, found.last) == (None, None, None)


@pytest.mark.parametrize(
    "words", ["because we may leave", "as they march on", "since the sun may set", "by a second", ""]
)
def test_may_and_march_as_verbs_and_other_words_are_no_dates(words: str) -> None:
    assert dates(words) == []


def test_29_february_is_found_from_the_year_before_it_and_the_year_after_it() -> None:
    values = [dates("on 29 February", day)[0].value for day in (date(2012, 3, 1), date(2013, 1, 5), date(2014, 6, 1))]
    assert values == ["2012-02-29", "2012-02-29", None]


def test_years_before_the_calendar_begins_are_not_counted_back_to() -> None:
    [found] = dates("900 years ago", date(400, 1, 1))
    assert found.value is None


def test_the_turn_of_the_year() -> None:
    assert [as_words(d)[1] for d in dates("last month", date(2012, 1, 3))] == ["2011-12"]
    assert [as_words(d)[1] for d in dates("this week", date(2012, 1, 1))] == ["2011-W52"]
    assert [as_words(d)[1] for d in dates("on 30 December", date(2012, 1, 3))] == ["2011-12-30"]
    assert [as_words(d)[1] for d in dates("in December", date(2012, 1, 3))] == ["2011-12"]


def test_every_expression_of_a_report_is_found_in_order() -> None:
    found = reading(
        "In November the mill burned. On Monday, 5 December 2011, it was rebuilt, a year earlier than planned."
    )
    assert [d.span.text for d in found.dates] == ["November", "Monday, 5 December 2011", "a year earlier"]
