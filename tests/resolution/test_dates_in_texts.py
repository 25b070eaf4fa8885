"""Words of time that are counted from what the text has told before."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from tests.resolution.datings import SATURDAY, dates

from onrecord.model import DateExpression, Span
from onrecord.resolution.dates import dated, ends

HISTORY = (
    "The war began on 1 September 1939. In November 1939 the river froze. In March 1940 it thawed. In April, the army"
    " crossed it. Two days later, the bridge fell. On May 10, 1940, a council met. The next day it was dissolved."
    " By the end of the month, the town was lost. The following year was quiet. In December 1941 the mill burned."
    " In January, it was rebuilt. That year the harvest failed. Three years later it failed again."
)


def values(text: str, published: date | None = SATURDAY) -> dict[str, str | None]:
    return {d.span.text: d.value for d in dates(text, published)}


def test_a_history_is_told_from_one_date_to_the_next() -> None:
    found = values(HISTORY)
    assert found["April"] == "1940-04"
    assert found["The next day"] == "1940-05-11"
    assert found["the end of the month"] == "1940-05"
    assert found["The following year"] == "1941"
    assert found["January"] == "1942-01"
    assert found["That year"] == "1942"
    assert found["Three years later"] == "1945"
    assert found["Two days later"] is None


def test_a_history_needs_no_day_of_publication() -> None:
    assert values(HISTORY, None) == values(HISTORY)


def test_what_was_counted_from_the_text_says_from_where() -> None:
    text = "It began on 5 May 2009. The next day it ended."
    *_, found = dates(text, SATURDAY)
    assert (found.value, found.basis) == ("2009-05-06", f"text 2009-05-05 at {text.index('5 May')}")


def test_in_news_the_next_day_follows_the_last_day_told() -> None:
    found = values("On Monday the mill burned. The next day it was rebuilt, and two days later it burned again.")
    assert found["The next day"] == "2011-12-06"
    assert found["two days later"] == "2011-12-08"


def test_in_news_a_month_is_seen_from_publication_unless_the_passage_is_about_years_long_past() -> None:
    assert values("He was arrested in 2009. In March he was freed.")["March"] == "2011-03"
    assert values("In April 1994 the genocide began. By July it was over.")["July"] == "1994-07"


def test_a_time_of_day_belongs_to_the_day_of_its_sentence() -> None:
    found = values("On Monday, the army advanced; overnight it fell back. At 3 p.m. a bomb went off.")
    assert found["overnight"] == "2011-12-05TNI"
    assert found["3 p.m."] == "XXXX-XX-XXT15:00"


def test_days_counted_from_an_event_have_no_value_and_say_why() -> None:
    [found] = dates("Two days after the raid the army left.", SATURDAY)
    assert (found.value, found.basis) == (None, "counted from an event that the text names")


def test_a_week_after_a_denial_dates_the_denial() -> None:
    [found] = dates("A week after it denied the talks, the army confirmed them.", SATURDAY)
    assert (found.value, found.basis) == ("2011-12-03", "published 2011-12-10")
    assert dated(DateExpression(Span(0, 12, "a week after")), SATURDAY).value == "2011-12-03"


def test_what_a_day_came_after_is_dated_from_that_day() -> None:
    text = "Gunmen killed a man on Wednesday, a day after a truce expired."
    assert values(text) == {"Wednesday": "2011-12-07", "a day after": "2011-12-06"}


def test_what_will_be_is_seen_from_publication_whatever_was_told_before() -> None:
    assert values("The talks, which began in March 2009, would end in June.")["June"] == "2012-06"


def test_a_stretch_can_be_parted_into_its_ends() -> None:
    text = "It ran from March to June 2011 and on May 3-5."
    stretch, days = dates(text, SATURDAY)
    pairs = [ends(stretch), ends(days)]
    assert [[(e.span.text, e.value) for e in pair or ()] for pair in pairs] == [
        [("March", "2011-03"), ("June 2011", "2011-06")],
        [("May 3", "2011-05-03"), ("5", "2011-05-05")],
    ]
    assert all(text[e.span.start : e.span.end] == e.span.text for pair in pairs for e in pair or ())
    [day] = dates("It fell on 5 May.", SATURDAY)
    assert ends(day) is None


WORDS = (
    "the a an early late mid last next this that past year month week day days years May March 5 10 31 2011 1914 20011 BC"
    " of in on to - – , . ' ’ s ago later before after every Sunday night Ramadan Easter between and from until 99 th"
    " 5th first second century 1990s quarter half two twelve several 5:30 p.m. 10/12/2011 31.12.0001 0 00 end beginning"
).split()


@given(
    st.lists(st.sampled_from(WORDS), max_size=25),
    st.sampled_from([None, SATURDAY, date(1, 1, 1), date(9999, 12, 31)]),
)
def test_any_words_are_read_without_a_crash_and_days_run_forwards(words: list[str], published: date | None) -> None:
    text = " ".join(words)
    for found in dates(text, published):
        assert text[found.span.start : found.span.end] == found.span.text
        assert (found.first is None) == (found.last is None)
        assert found.first is None or found.last is None or found.first <= found.last
        if found.value is None:
            assert found.first is None
