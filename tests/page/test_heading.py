from __future__ import annotations

from datetime import date

import pytest

from onrecord.page.heading import byline_of, headline_of, stated_day

BODY = "The ferry to the island was cancelled on Monday after a storm broke the pier, the harbour master said."


@pytest.mark.parametrize(
    "line",
    ["Ferry to the island cancelled after storm", "Is the ferry ever coming back?", "‘No ferry until May’"],
)
def test_a_short_first_line_before_the_text_is_the_headline(line: str) -> None:
    assert headline_of([line, BODY]) == line


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ([], "nothing"),
        (["Ferry cancelled"], "no text after it"),
        (["The ferry was cancelled.", BODY], "a sentence"),
        (["Ferry", BODY], "one word"),
        (["Also in this report:", BODY], "a label"),
        (["“We wait,", BODY], "an unfinished quotation"),
        ([" ".join(["ferry"] * 40), BODY * 3], "a paragraph"),
        (["Ferry cancelled after storm", "Pier broken"], "two lines of the same kind"),
    ],
)
def test_other_first_lines_are_no_headline(lines: list[str], why: str) -> None:
    assert headline_of(lines) is None, why


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("By Jane Doe in Kabul", "Jane Doe"),
        ("by Jane Doe, Harbour correspondent", "Jane Doe"),
        ("Words by José de la Vega", "José de la Vega"),
        ("Reported by Ann O'Hara and Li Wei", "Ann O'Hara and Li Wei"),
    ],
)
def test_a_line_that_signs_the_report_gives_the_byline(line: str, name: str) -> None:
    assert byline_of([BODY, line]) == name


@pytest.mark.parametrize(
    "line",
    [
        "by the harbour this morning",
        "Standby Jane Doe",
        "By Monday the harbour had been closed, and the ferries that were still at sea had to turn round and go back",
    ],
)
def test_other_lines_with_by_give_no_byline(line: str) -> None:
    assert byline_of([line]) is None


@pytest.mark.parametrize(
    "line",
    [
        "2011-12-10",
        "10 December 2011",
        "10th December, 2011",
        "December 10, 2011",
        "Dec. 10, 2011",
        "Saturday 10 December 2011",
        "Published: 10 December 2011",
        "First published on 10 Dec 2011 at 14:05 GMT",
        "Posted 10 December 2011, 2.05 p.m.",
        "Last updated: December 10th 2011 | 14:05",
    ],
)
def test_a_line_that_is_a_day_states_the_day_of_publication(line: str) -> None:
    assert stated_day(["Menu", line, BODY]) == date(2011, 12, 10)


@pytest.mark.parametrize(
    "line",
    [
        "The pier was broken on 10 December 2011.",
        "10 December",
        "December 2011",
        "31 February 2011",
        "Published: soon",
        "10 Brumaire 2011",
    ],
)
def test_a_day_is_never_guessed(line: str) -> None:
    assert stated_day([line]) is None


def test_two_days_that_disagree_state_none_and_two_that_agree_state_one() -> None:
    assert stated_day(["10 December 2011", "Updated: 11 December 2011"]) is None
    assert stated_day(["10 December 2011", "Updated: 2011-12-10"]) == date(2011, 12, 10)


def test_september_is_known_by_four_letters_too() -> None:
    assert stated_day(["Sept 4, 2012"]) == stated_day(["4 Sep 2012"]) == date(2012, 9, 4)
