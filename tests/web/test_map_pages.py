from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.record.readings import FAQIR, MALIK, PAKISTAN, TTP, Said, reading_of_report
from tests.web.desks import Page, client_at, record_of

from onrecord.desk.places import Places
from onrecord.desk.placesborne import borne_out
from onrecord.model import Evidence, Reading

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


def place_noun(
    ident: str, country: str | None, *signs: tuple[str, float, str], kind: str = "place"
) -> dict[str, Any]:
    """A place of the contract, as far as it is asked whether it is borne out."""
    reasons = [{"sign": sign, "weight": weight, "words": words, "span": None} for sign, weight, words in signs]
    return {"id": ident, "kind": kind, "country": country, "evidence": reasons}


def unsure_reading() -> Reading:
    """A report that writes "Peace" where the gazetteer has a town of another name, and says nothing else of it."""
    said = Said(
        "Faqir Mohammad", "said", TOLD, "named", party=TTP, speaker=FAQIR, on=(*2 * (date(2011, 12, 9),), "day")
    )
    reading = reading_of_report("u", date(2011, 12, 10), said)
    (place,) = reading.places
    return replace(reading, places=(replace(place, evidence=(Evidence("largest", LARGEST[2], LARGEST[1]),)),))


LARGEST = "largest", 1.8, "the most populous place of that name"
FEW = "population", 1.0, "998 people"
MANY = "population", 1.0, "474,292 people"


@pytest.mark.parametrize(
    ("nouns", "plain"),
    [
        ([place_noun("p1", "TUR", LARGEST, FEW, ("sort", -1.7, "another name of it"))], set()),
        ([place_noun("p1", "TUR", LARGEST, MANY, ("sort", -1.7, "another name of it"))], set()),
        ([place_noun("p1", "HUN", LARGEST, FEW)], set()),
        ([place_noun("p1", "NLD", LARGEST, MANY)], {"p1"}),
        ([place_noun("p1", "KEN", ("capital", 3.7, "a capital"))], {"p1"}),
        ([place_noun("p1", "HUN", FEW, ("country named", 1.3, "the report names Hungary"))], {"p1"}),
        ([place_noun("p1", "HUN", FEW, ("country named", -1.3, "of Kony, Ukraine: named"))], set()),
        ([place_noun("p1", "HUN", LARGEST, FEW), place_noun("p2", "HUN", LARGEST, kind="country")], {"p1", "p2"}),
        ([place_noun("p1", "HUN", LARGEST, FEW), place_noun("p2", "UGA", LARGEST, kind="country")], {"p2"}),
        ([place_noun("p1", None, LARGEST, kind="region")], {"p1"}),
        ([place_noun("p1", "HUN")], {"p1"}),
    ],
)
def test_a_name_alone_is_no_place(nouns: list[dict[str, Any]], plain: set[str]) -> None:
    assert borne_out(nouns) == plain


@pytest.mark.parametrize("asked", ["type=attack", "standing=true", "type=attack&standing=disputed"])
def test_a_kind_or_standing_that_there_is_none_of_is_refused_with_the_ones_there_are(
    desk: TestClient, asked: str
) -> None:
    for page in ("/map", "/map/places.geojson"):
        answer = desk.get(f"{page}?{asked}")
        assert answer.status_code == 400
        assert "disputed" in answer.text or "CONSULT" in answer.text


def test_a_place_that_no_report_bears_out_is_on_the_map_only_when_asked_for(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with client_at(tmp_path_factory.mktemp("unsure") / "unsure.db", [unsure_reading()]) as client:
        (feature,) = client.get("/map/places.geojson?uncertain=yes").json()["features"]
        assert feature["properties"]["uncertain"] is True
        assert client.get("/map/places.geojson").json()["features"] == []
        page = Page(client.get("/map").text)
        assert "place uncertain, not on the map" in page.text
        assert "written Peace" in page.text
        assert "place uncertain" in Page(client.get(f"/places/{feature['properties']['key']}").text).text
        assert client.get("/map?uncertain=perhaps").status_code == 422
