"""Which country a place of a report speaks of: the nearest, the one it opens with, and whose army is meant there."""

from __future__ import annotations

import pytest

from onrecord.resolution.homelands import SURE, Homelands
from onrecord.resolution.registry import body_at, body_of, office_of_one_state


def test_a_country_named_close_before_a_place_is_spoken_of_there() -> None:
    named = Homelands([(0, "PAK", 2.0), (900, "IND", 2.0)])
    assert named.at(20) == "PAK"
    assert named.at(920) == "IND"


def test_far_from_every_name_the_report_is_about_the_country_it_opens_with() -> None:
    named = Homelands([(0, "RWA", 2.0), (300, "COD", 2.0), (340, "COD", 2.0)])
    assert named.at(3_000) == "RWA"


def test_where_countries_vie_none_is_sure() -> None:
    vying = Homelands([(0, "GEO", 2.0), (40, "RUS", 4.0)])
    assert vying.at(50) is not None
    assert vying.surely_at(50) is None or vying.ranked(50)[0][1] >= SURE


def test_nothing_named_is_no_country() -> None:
    assert Homelands([]).at(0) is None


@pytest.mark.parametrize(
    ("country", "army"), [("PSE", "ISR-military"), ("ESH", "MAR-military"), ("PAK", "PAK-military")]
)
def test_the_army_in_a_territory_without_one_is_that_of_the_state_that_holds_it(country: str, army: str) -> None:
    assert body_at(country, "military").id == army


def test_all_else_in_such_a_territory_is_its_own() -> None:
    assert body_at("PSE", "police") == body_of("PSE", "police")
    assert body_of("PSE", "military").id == "PSE-military"


def test_offices_that_only_one_state_calls_so() -> None:
    taoiseach = office_of_one_state("the Taoiseach")
    assert taoiseach is not None
    assert taoiseach.id == "IRL-government"
    assert office_of_one_state("the prime minister") is None
    assert office_of_one_state("popes") is None
