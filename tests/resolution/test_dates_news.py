"""What words of time mean in news, seen from the day of publication."""

from __future__ import annotations

from datetime import date

import pytest
from tests.resolution.datings import SATURDAY, SUNDAY, dates, row

# words, value, first and last day, precision, modifier
SEEN_FROM_SATURDAY = [
    ("A commander said today that talks go on.", "today", "2011-12-10", "2011-12-10", "2011-12-10", "day", None),
    ("Last month, officials said so.", "Last month", "2011-11", "2011-11-01", "2011-11-30", "month", None),
    ("It split over the last year.", "the last year", "P1Y", "2010-12-10", "2011-12-10", "duration", None),
    ("It was hit over the past three years.", "the past three years", "P3Y", "2008-12-10", "2011-12-10", "duration", None),
    ("It fell three days ago.", "three days ago", "2011-12-07", "2011-12-07", "2011-12-07", "day", None),
    ("It fell in late 2011.", "late 2011", "2011", "2011-09-01", "2011-12-31", "year", "END"),
    ("It fell in early 2011.", "early 2011", "2011", "2011-01-01", "2011-04-30", "year", "START"),
    ("It fell in mid-November.", "mid-November", "2011-11", "2011-11-11", "2011-11-20", "month", "MID"),
    ("It fell over the weekend.", "the weekend", "2011-W49-WE", "2011-12-10", "2011-12-11", "day", None),
    ("It fell at Easter.", "Easter", "2011-04-24", "2011-04-24", "2011-04-24", "day", None),
    ("It fell at Christmas.", "Christmas", "2010-12-25", "2010-12-25", "2010-12-25", "day", None),
    ("It will end by Christmas.", "Christmas", "2011-12-25", "2011-12-25", "2011-12-25", "day", None),
    ("It fell on Nowruz.", "Nowruz", "2011-03-21", "2011-03-21", "2011-03-21", "day", None),
    ("It fell during Eid al-Fitr.", "Eid al-Fitr", "2011-08-31/2011-09-02", "2011-08-31", "2011-09-02", "day", None),
    ("It fell on Dec 10.", "Dec 10", "2011-12-10", "2011-12-10", "2011-12-10", "day", None),
    ("It fell on Dec. 10, 2010.", "Dec. 10, 2010", "2010-12-10", "2010-12-10", "2010-12-10", "day", None),
    ("It fell on 10 December 2010.", "10 December 2010", "2010-12-10", "2010-12-10", "2010-12-10", "day", None),
    ("It fell in the 1990s.", "the 1990s", "199", "1990-01-01", "1999-12-31", "decade", None),
    ("It fell in the early 1980s.", "the early 1980s", "198", "1980-01-01", "1982-12-31", "decade", "START"),
    ("It fell between 1 and 5 May.", "1 and 5 May", "2011-05-01/2011-05-05", "2011-05-01", "2011-05-05", "day", None),
    ("It lasted from March to June.", "March to June", "2011-03/2011-06", "2011-03-01", "2011-06-30", "month", None),
    ("The war of 1914–1918 ended.", "1914–1918", "1914/1918", "1914-01-01", "1918-12-31", "year", None),
    ("It fell on May 3-5.", "May 3-5", "2011-05-03/2011-05-05", "2011-05-03", "2011-05-05", "day", None),
    ("It ran from October to March.", "October to March", "2010-10/2011-03", "2010-10-01", "2011-03-31", "month", None),
    ("The truce will last until Thursday.", "Thursday", "2011-12-15", "2011-12-15", "2011-12-15", "day", None),
    ("They will meet on Friday.", "Friday", "2011-12-16", "2011-12-16", "2011-12-16", "day", None),
    ("They met on Friday.", "Friday", "2011-12-09", "2011-12-09", "2011-12-09", "day", None),
    ("They plan to vote in May.", "May", "2012-05", "2012-05-01", "2012-05-31", "month", None),
    ("It fell in the 20th century.", "the 20th century", "19", "1900-01-01", "1999-12-31", "year", None),
    ("It fell this summer.", "this summer", "2011-SU", "2011-06-01", "2011-08-31", "season", None),
    ("It fell last winter.", "last winter", "2011-WI", "2010-12-01", "2011-02-28", "season", None),
    ("It fell in the third quarter of 2010.", "the third quarter of 2010", "2010-Q3", "2010-07-01", "2010-09-30", "month", None),
    ("It fell in the second half of 2010.", "the second half of 2010", "2010-H2", "2010-07-01", "2010-12-31", "month", None),
    ("It fell at 5 p.m. Sunday.", "5 p.m. Sunday", "2011-12-04T17:00", "2011-12-04", "2011-12-04", "day", None),
    ("It fell on Tuesday night.", "Tuesday night", "2011-12-06TNI", "2011-12-06", "2011-12-06", "day", None),
    ("It fell at dawn on Tuesday.", "dawn on Tuesday", "2011-12-06TMO", "2011-12-06", "2011-12-06", "day", None),
    ("Shelling went on overnight.", "overnight", "2011-12-09TNI", "2011-12-09", "2011-12-10", "day", None),
    ("It fell this morning.", "this morning", "2011-12-10TMO", "2011-12-10", "2011-12-10", "day", None),
    ("It fell earlier this week.", "earlier this week", "2011-W49", "2011-12-05", "2011-12-10", "week", None),
    ("It ends later this month.", "later this month", "2011-12", "2011-12-10", "2011-12-31", "month", None),
    ("It ends early next year.", "early next year", "2012", "2012-01-01", "2012-04-30", "year", "START"),
    ("It ends by the end of the month.", "the end of the month", "2011-12", "2011-12-22", "2011-12-31", "month", "END"),
    ("It fell in the last week of October.", "the last week of October", "2011-10", "2011-10-25", "2011-10-31", "month", "END"),
    ("They met on the 20th.", "the 20th", "2011-11-20", "2011-11-20", "2011-11-20", "day", None),
    ("It ends in two weeks' time.", "in two weeks' time", "2011-12-24", "2011-12-24", "2011-12-24", "day", None),
    ("It will last over the next two weeks.", "the next two weeks", "P2W", "2011-12-10", "2011-12-24", "duration", None),
    ("It has now ended.", "now", "PRESENT_REF", None, None, None, None),
    ("It is currently open.", "currently", "PRESENT_REF", None, None, None, None),
    ("It recently ended.", "recently", "PAST_REF", None, None, None, None),
    ("We may soon sign.", "soon", "FUTURE_REF", None, None, None, None),
    ("It held for three weeks.", "three weeks", "P3W", None, None, "duration", None),
    ("It held for more than three weeks.", "more than three weeks", "P3W", None, None, "duration", "MORE_THAN"),
    ("A six-month truce held.", "six-month", "P6M", None, None, "duration", None),
    ("On a two-day visit he spoke.", "two-day", "P2D", None, None, "duration", None),
    ("They march every Friday.", "every Friday", "XXXX-WXX-5", None, None, "day", None),
    ("They meet annually.", "annually", "XXXX", None, None, "duration", None),
    ("It fell on 2011-12-08.", "2011-12-08", "2011-12-08", "2011-12-08", "2011-12-08", "day", None),
    ("It fell on 25/11/2011.", "25/11/2011", "2011-11-25", "2011-11-25", "2011-11-25", "day", None),
    ("It fell on 11/25/2011.", "11/25/2011", "2011-11-25", "2011-11-25", "2011-11-25", "day", None),
    ("It fell on 8.12.2011.", "8.12.2011", "2011-12-08", "2011-12-08", "2011-12-08", "day", None),
    ("It fell a year and a half ago.", "a year and a half ago", "2010-06", "2010-06-01", "2010-06-30", "month", None),
    ("It fell more than a year ago.", "more than a year ago", "2010", "2010-01-01", "2010-12-31", "year", "BEFORE"),
    ("It fell half a century ago.", "half a century ago", "1961", "1961-01-01", "1961-12-31", "year", None),
    ("It began in 480 BC.", "480 BC", "BC0480", None, None, "year", None),
]  # fmt: skip


@pytest.mark.parametrize("case", SEEN_FROM_SATURDAY, ids=lambda case: case[1])
def test_what_words_mean_on_a_saturday(case: tuple[str | None, ...]) -> None:
    assert [row(found) for found in dates(str(case[0]), SATURDAY)] == [case[1:]]


def test_sunday_on_a_sunday_is_today() -> None:
    [found] = dates("The army said on Sunday that it fell.", SUNDAY)
    assert (found.value, found.basis) == ("2011-12-11", "published 2011-12-11")


def test_the_day_of_the_saying_is_past_and_that_of_what_is_said_to_come() -> None:
    said, meant = dates("Officials said on Thursday that talks would resume on Monday.", SATURDAY)
    assert (said.value, meant.value) == ("2011-12-08", "2011-12-12")


def test_words_seen_from_publication_say_so() -> None:
    assert {d.basis for d in dates("It fell last month, on Sunday, in May and three days ago.", SATURDAY)} == {
        "published 2011-12-10"
    }


def test_a_date_that_is_whole_is_counted_from_nothing() -> None:
    assert [d.basis for d in dates("It fell on 5 May 2009.", SATURDAY)] == [None]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("It fell during Ramadan.", "2011-08-01", "2011-08-30"),
        ("It will last through Ramadan.", "2012-07-20", "2012-08-18"),
        ("It fell in Ramadan 2010.", "2010-08-11", "2010-09-09"),
        ("It fell on Eid al-Adha.", "2011-11-07", "2011-11-10"),
    ],
)
def test_islamic_months_are_those_of_the_tabular_calendar_and_say_so(words: str, first: str, last: str) -> None:
    [found] = dates(words, SATURDAY)
    assert (str(found.first), str(found.last)) == (first, last)
    assert "tabular calendar" in (found.basis or "")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Easter 2016", "2016-03-27"),
        ("Orthodox Easter 2012", "2012-04-15"),
        ("Good Friday 2011", "2011-04-22"),
        ("Nowruz 2012", "2012-03-20"),
        ("Nowruz 2025", "2025-03-21"),
        ("New Year's Eve 2010", "2010-12-31"),
        ("Thanksgiving 2011", "2011-11-24"),
    ],
)
def test_feasts_of_a_year(words: str, day: str) -> None:
    assert [d.value for d in dates(f"It fell at {words}.", None)] == [day]


def test_10_12_2011_has_no_value_until_something_tells_how_it_is_read() -> None:
    [open_one] = dates("It fell on 10/12/2011.", date(2012, 3, 3))
    assert (open_one.value, open_one.basis) == (None, "ambiguous: 2011-10-12 or 2011-12-10")
    told = dates("It fell on 10/12/2011, not on 25/12/2011.", date(2012, 3, 3))
    assert [d.value for d in told] == ["2011-12-10", "2011-12-25"]
    [published] = dates("It fell on 12/10/2011.", SATURDAY)
    assert published.value == "2011-12-10"
    [british] = dates("It fell on 10/12/2011.", date(2012, 3, 3), url="https://news.example.co.uk/1")
    assert british.value == "2011-12-10"


def test_without_a_publication_date_only_whole_dates_have_values() -> None:
    found = dates(
        "Tomorrow, on Friday, last month, in May, at Easter, this week, on 5 May 2009 and in 2008 it fell.", None
    )
    assert [d.span.text for d in found if d.value] == ["5 May 2009", "2008"]
    assert len(found) == 8
    assert all(d.first is None for d in found if d.value is None)


@pytest.mark.parametrize(
    "words", ["31 February", "30 February 2011", "2011-13-45", "10 Dec 20011", "the year 20011", "45/45/2011"]
)
def test_days_and_years_that_there_are_not_have_no_value(words: str) -> None:
    for found in dates(f"It fell on {words}.", SATURDAY):
        assert (found.value, found.first, found.last) == (None, None, None)
