from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from starlette.testclient import TestClient
from tests.record.readings import FAQIR, MALIK, PAKISTAN, TTP, Said, reading_of_report
from tests.web.desks import Page, client_at, record_of

from onrecord.desk.places import Places

TOLD = "that talks were held"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A desk over reports on events at a place."""
    first, second = date(2011, 12, 9), date(2011, 12, 1)
    readings = [
        reading_of_report(
            "a",
            date(2011, 12, 10),
            Said("Faqir Mohammad", "said", TOLD, "named", party=TTP, speaker=FAQIR, on=(first, first, "day")),
        ),
        reading_of_report(
            "b",
            date(2011, 11, 29),
            Said(
                "Rehman Malik",
                "denied",
                TOLD,
                "named",
                party=PAKISTAN,
                speaker=MALIK,
                act="denies",
                on=(second, second, "day"),
            ),
        ),
    ]
    with client_at(tmp_path_factory.mktemp("map") / "places.db", readings) as client:
        yield client


def test_the_map_has_every_place_that_events_are_told_of(desk: TestClient) -> None:
    places = Places(record_of(desk))
    places.refresh()
    told = {line.site.key: line.events for line in places.lines()}
    answer = desk.get("/map/places.geojson")
    assert answer.headers["content-type"] == "application/geo+json"
    features = answer.json()["features"]
    assert features
    assert {one["properties"]["key"] for one in features} >= {
        key for key in told if (site := places.site(key)).lat is not None and site.lon is not None
    }
    for one in features:
        lon, lat = one["geometry"]["coordinates"]
        site = places.site(one["properties"]["key"])
        assert (lon, lat) == (site.lon, site.lat)
        assert one["properties"]["events"] == told.get(site.key, 0)


def test_the_list_says_in_words_what_the_map_shows(desk: TestClient) -> None:
    page = Page(desk.get("/map").text)
    for one in desk.get("/map/places.geojson").json()["features"]:
        held = one["properties"]
        assert held["name"] in page.text
        assert any(link.get("data-site") == held["key"] and link["href"] == held["address"] for link in page.all("a"))


def test_before_the_first_report_nothing_is_anywhere(desk: TestClient) -> None:
    assert desk.get("/map/places.geojson?as_of=1999-01-01").json()["features"] == []
    assert "No places here" in desk.get("/map?as_of=1999-01-01").text


def test_words_that_no_claim_has_are_answered_with_an_empty_map(desk: TestClient) -> None:
    answer = desk.get("/map?q=zzzzzz")
    assert answer.status_code == 200
    assert "No places here" in answer.text


def test_a_place_lists_its_claims_and_who_tells_what_of_it(desk: TestClient) -> None:
    record = record_of(desk)
    places = Places(record)
    places.refresh()
    line = next(line for line in places.lines() if line.statements)
    page = Page(desk.get(f"/places/{line.site.key}").text)
    assert line.site.name in page.text
    statements = sorted({one.statement for one in places.events(line.site.key) if one.statement is not None})
    for statement, saying in record.sayings(statements).items():
        assert any(link["href"] == f"/reports/{saying.report}#{statement}" for link in page.all("a"))


def test_what_is_told_later_is_not_there_yet(desk: TestClient) -> None:
    places = Places(record_of(desk))
    places.refresh()
    for line in places.lines(date(2011, 11, 30)):
        assert line.last is not None
        assert line.last <= date(2011, 11, 30)


def test_a_place_that_nobody_names_is_not_on_record(desk: TestClient) -> None:
    assert desk.get("/places/geonames:1").status_code == 404
    assert desk.get("/places/%00").status_code in {400, 404}


def test_the_outlines_come_with_the_desk(desk: TestClient) -> None:
    address = next(div["data-outlines"] for div in Page(desk.get("/map").text).all("div") if "data-outlines" in div)
    assert len(desk.get(address).json()["features"]) > 200
