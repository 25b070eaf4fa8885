from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from starlette.testclient import TestClient
from tests.web.desks import Page, record_of

from onrecord.desk.board import Board
from onrecord.desk.timelines import timeline_told
from onrecord.model import Standing
from onrecord.web.pages.timelinepicture import NARROW, WIDE, picture_of
from onrecord.web.pages.timelineview import Item, items_of, lanes_of, last_day, narrowed, page_of


@pytest.fixture(scope="module")
def items(desk: TestClient) -> tuple[Item, ...]:
    record = record_of(desk)
    told = timeline_told(record, Board(record), None)
    return items_of(told.entries, told.standings)


def test_every_statement_of_the_timeline_is_there_once_in_order_of_time(
    desk: TestClient, items: tuple[Item, ...]
) -> None:
    held = [(entry.claim, entry.statement) for entry in record_of(desk).timeline()]
    found = [(item.entry.claim, item.entry.statement) for item in items if item.entry]
    assert sorted(found) == sorted(held)
    days = [item.day or date.max for item in items]
    assert days == sorted(days)


def test_changes_parties_and_days_narrow_it(items: tuple[Item, ...]) -> None:
    assert narrowed(items, show="changes")
    assert all(item.changed for item in narrowed(items, show="changes"))
    assert {item.party for item in narrowed(items, party="TTP")} == {"TTP"}
    assert all(item.day and item.day >= date(2012, 1, 1) for item in narrowed(items, since=date(2012, 1, 1)))


def test_pages_together_are_the_timeline(items: tuple[Item, ...]) -> None:
    many = items * 30
    found: list[Item] = []
    at: int | None = 0
    while at is not None:
        page = page_of(many, at)
        found += [item for _, some in page.months for item in some]
        at = page.next
    assert tuple(found) == many


@pytest.mark.parametrize(
    ("iso", "last"),
    [
        ("2011-12-10", date(2011, 12, 10)),
        ("2011-W49", date(2011, 12, 11)),
        ("2011-11", date(2011, 11, 30)),
        ("2011", date(2011, 12, 31)),
    ],
)
def test_a_date_is_sorted_by_its_last_day_which_is_not_after_publication(iso: str, last: date) -> None:
    assert last_day(iso) == last
    assert last_day(iso, date(2011, 11, 5)) == date(2011, 11, 5)


def test_the_picture_counts_what_the_lanes_say(items: tuple[Item, ...]) -> None:
    lanes = lanes_of(items)
    picture = picture_of(items, lanes)
    assert picture is not None
    for row in picture.rows:
        told = [i.entry.stance for i in items if i.entry and i.day and i.entry.party == row.name]
        assert sum(bar.affirms for bar in row.bars) == told.count("affirms")
        assert sum(bar.denies for bar in row.bars) == told.count("denies")
        assert all(picture.sizes.left <= bar.x <= picture.sizes.width for bar in row.bars)
    assert len(picture.turns) == len([item for item in items if item.changed and item.day])
    assert picture_of((), ()) is None


def test_events_outside_the_days_of_the_picture_are_counted_and_not_drawn(desk: TestClient) -> None:
    record = record_of(desk)
    told = record.timeline()
    days = sorted(item.day for item in items_of(told, ()) if item.day)
    some = list(timeline_told(record, Board(record), None).standings)
    happened = [days[0] - timedelta(1), days[0] - timedelta(4_000), days[0], days[-1], days[-1] + timedelta(1)]
    items = items_of(told, [_happened(one, day) for one, day in zip(some * 5, happened, strict=False)])
    for sizes in (WIDE, NARROW):
        picture = picture_of(items, lanes_of(items), sizes)
        assert picture is not None
        assert (picture.earlier, picture.later) == (2, 1)
        assert [one.day for one in picture.events] == [days[0], days[-1]]
        assert all(sizes.left <= one.x <= sizes.width for one in picture.events)
        assert all(sizes.left <= x <= sizes.width for x, _ in picture.ticks)


def test_where_there_are_too_many_changes_those_of_some_days_share_a_mark(items: tuple[Item, ...]) -> None:
    changed = [item for item in items if item.changed and item.day]
    many = items + tuple(changed) * 200
    picture = picture_of(many, lanes_of(many))
    assert picture is not None
    assert sum(1 + turn.beside for turn in picture.turns) == len(changed) * 201
    assert len(picture.turns) <= len(changed)
    assert {turn.after for turn in picture.turns} == {item.entry.after for item in changed if item.entry}


def _happened(one: Standing, day: date) -> Standing:
    """Where a claim stands of what is said to have happened on a day."""
    return replace(one, claim=replace(one.claim, first=day, last=day, figure=None))


def test_the_page_says_who_said_what_and_what_it_changed(desk: TestClient) -> None:
    page = Page(desk.get("/timeline?q=talks+pakistan").text)
    assert "Maulvi Faqir Mohammad" in page.text
    assert "Standing:" in page.text
    assert "Timochenko" not in page.text
    assert "Nothing on this timeline" in Page(desk.get("/timeline?q=zeppelin").text).text


def test_as_of_a_day_nothing_later_is_on_it(desk: TestClient) -> None:
    assert "Faqir" not in Page(desk.get("/timeline?q=talks&as_of=2011-11-20").text).text


def test_an_empty_record_has_an_empty_timeline(bare: TestClient) -> None:
    answer = bare.get("/timeline")
    assert answer.status_code == 200
    assert "holds no statement" in answer.text
