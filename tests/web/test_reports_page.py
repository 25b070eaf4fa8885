from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from starlette.testclient import TestClient
from tests.record.readings import GOVERNMENT_DENIES, filler, reading_of_report
from tests.web.desks import Page, client_at, record_of

DAYS = [date(2011, 1, 1) + timedelta(days=n // 2) for n in range(70)]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    readings = [
        reading_of_report(f"r{n}", day, outlet=f"Paper {n % 3}", body=f"number{n} {filler(f'b{n}', 12)}")
        for n, day in enumerate(DAYS)
    ]
    readings.append(reading_of_report("undated", None, GOVERNMENT_DENIES))
    with client_at(tmp_path_factory.mktemp("many") / "r.db", readings) as client:
        yield client


def listed(client: TestClient, address: str) -> list[str]:
    """The reports of every page of a list, from its first page on."""
    found: list[str] = []
    while True:
        answer = client.get(address)
        assert answer.status_code == 200
        page = Page(answer.text)
        found += [one["href"].partition("?")[0].removeprefix("/reports/") for one in page.all("a", "class", "row")]
        following = page.all("a", "rel", "next")
        if not following:
            return found
        address = following[0]["href"]


def test_all_pages_together_list_every_report_once_newest_first(many: TestClient) -> None:
    held = {one.id: one.published for one in record_of(many).reports()}
    found = listed(many, "/reports")
    assert sorted(found) == sorted(held)
    days = [held[ident] for ident in found]
    assert days[-1] is None
    assert days[:-1] == sorted((day for day in days[:-1] if day), reverse=True)
    assert listed(many, "/reports?order=oldest")[:-1] == sorted(found[:-1], key=lambda i: (held[i] or date.max, i))


def test_as_of_a_day_only_what_was_out_is_listed(many: TestClient) -> None:
    held = {one.id: one.published for one in record_of(many).reports()}
    day = date(2011, 1, 9)
    found = listed(many, f"/reports?as_of={day}")
    assert sorted(found) == sorted(ident for ident, out in held.items() if out is not None and out <= day)


@pytest.mark.parametrize(
    ("asked", "times"),
    [("outlet=Paper+1", 23), ("q=number7", 1), ("year=2011", 70), ("only=undated", 1), ("year=1999", 0)],
)
def test_the_list_is_narrowed(many: TestClient, asked: str, times: int) -> None:
    assert len(listed(many, f"/reports?{asked}")) == times


def test_copies_are_told_from_their_origin(desk: TestClient) -> None:
    page = Page(desk.get("/reports?only=copied").text)
    assert "copy of" in page.text
    assert "origin of 1 copy" in page.text


def test_a_place_in_the_list_that_is_none_is_refused(many: TestClient) -> None:
    assert many.get("/reports?after=nonsense").status_code in {400, 422}


def test_an_empty_record_says_how_to_fill_it(bare: TestClient) -> None:
    assert "onrecord add" in bare.get("/reports").text
