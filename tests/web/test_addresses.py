from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.web.addresses import Addresses
from onrecord.web.dayline import day_line

DAY = date(2011, 12, 10)
TO = Addresses("/", (("q", "talks"), ("as_of", "2011-12-10"), ("after", "x"), ("party", "TTP")), DAY)


def test_the_day_is_in_every_address() -> None:
    made = [
        TO.claims(),
        TO.claim("c1"),
        TO.brief("c1"),
        TO.reports(),
        TO.report("r1", "s1"),
        TO.actors(),
        TO.actor("a1"),
    ]
    made += [TO.place("geonames:1"), TO.map(), TO.timeline("talks"), TO.search("talks"), TO.review(), TO.notes()]
    made += [TO.following(), TO.help(), TO.here(), TO.here(party=None)]
    assert all("as_of=2011-12-10" in address for address in made)


def test_a_changed_page_keeps_the_rest_and_begins_its_list_anew() -> None:
    assert parse_qs(urlsplit(TO.here(party=None)).query) == {"q": ["talks"], "as_of": ["2011-12-10"]}
    assert parse_qs(urlsplit(TO.at(None)).query) == {"q": ["talks"], "party": ["TTP"]}
    assert parse_qs(urlsplit(TO.here(after="y")).query)["after"] == ["y"]


def test_a_form_carries_all_but_its_own_fields() -> None:
    assert TO.fields("q") == [("as_of", "2011-12-10"), ("party", "TTP")]


@given(st.text(min_size=1))
def test_any_key_is_one_part_of_a_path(key: str) -> None:
    try:
        key.encode()
    except UnicodeEncodeError:
        return
    path = urlsplit(Addresses().place(key)).path
    assert path.count("/") == 2
    assert unquote(path.rpartition("/")[2]) == key


DAYS = [(date(2011, 11, 15), 1), (date(2011, 11, 16), 3), (date(2011, 12, 10), 2)]


@pytest.mark.parametrize(
    ("as_of", "at", "earlier", "later", "seen", "unseen"),
    [
        (None, 25, date(2011, 11, 16), None, 6, 0),
        (date(2011, 11, 16), 1, date(2011, 11, 15), date(2011, 12, 10), 4, 2),
        (date(2011, 11, 20), 5, date(2011, 11, 16), date(2011, 12, 10), 4, 2),
        (date(2010, 1, 1), 0, None, date(2011, 11, 15), 0, 6),
        (date(2012, 1, 1), 25, date(2011, 12, 10), None, 6, 0),
    ],
)
def test_the_line_of_days_knows_what_lies_around_a_day(
    as_of: date | None, at: int, earlier: date | None, later: date | None, seen: int, unseen: int
) -> None:
    line = day_line(DAYS, as_of)
    assert line is not None
    assert (line.at, line.earlier, line.later, line.reports, line.unseen) == (at, earlier, later, seen, unseen)


@given(st.dictionaries(st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.integers(1, 99), min_size=1, max_size=40))
def test_the_bars_of_the_line_hold_every_report_once_and_lie_within_it(days: dict[date, int]) -> None:
    line = day_line(sorted(days.items()), None)
    assert line is not None
    assert sum(bar.reports for bar in line.bars) == sum(days.values())
    assert len(line.bars) <= 181
    assert all(bar.first <= bar.last and 0 <= bar.x <= 100 and 0 < bar.height <= 100 for bar in line.bars)


def test_without_days_there_is_no_line() -> None:
    assert day_line([], None) is None
