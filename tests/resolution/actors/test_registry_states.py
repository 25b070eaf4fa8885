"""The bodies that every state has by rule."""

from __future__ import annotations

import pytest

from onrecord.assets import table
from onrecord.resolution.actors.states import (
    body_named,
    body_of,
    by_iso3,
    countries,
    government_seated_in,
    state_entry,
)


def test_every_country_has_every_body() -> None:
    for country in countries():
        for body in ("government", "military", "police", "ministry-foreign", "parliament", "court", "intelligence"):
            entry = body_of(country.iso3, body)
            assert entry.name
            assert (entry.country, dict(entry.codes)["iso3"]) == (country.iso3, country.iso3)


def test_no_country_is_listed_twice_and_every_code_has_three_letters() -> None:
    codes = [country.iso3 for country in countries()]
    assert len(codes) == len(set(codes)) == len(by_iso3())
    assert all(len(code) == 3 and code.isupper() for code in codes)


def test_a_body_of_an_unknown_country_goes_by_the_code() -> None:
    assert body_of("QQQ", "military").name == "QQQ Army"
    assert state_entry("QQQ-military") is None


ALONE = {
    "the army": "military",
    "the foreign ministry": "ministry-foreign",
    "the Interior Ministry's spokesman": "ministry-interior",
    "government officials": "government",
    "the General Staff": "military",
    "state television": None,
    "the forces": None,
    "both sides": None,
    "": None,
}


@pytest.mark.parametrize("words", ALONE)
def test_a_body_named_by_itself(words: str) -> None:
    assert body_named(words) == ALONE[words]


def test_a_capital_stands_for_its_government() -> None:
    seats = [government_seated_in(name) for name in ("Kyiv", "KABUL", "Lahore", "")]
    assert [seat.id if seat else None for seat in seats] == ["UKR-government", "AFG-government", None, None]


def test_a_country_is_named_as_english_names_it() -> None:
    assert body_of("PHL", "government").name == "Government of the Philippines"
    assert body_of("USA", "ministry-defence").name.endswith("of the United States")
    assert body_of("USA", "military").name == "United States Army"
    assert body_of("PAK", "government").name == "Government of Pakistan"
    names = {country.name for country in countries()}
    assert set(table("registry")["with_the"]) <= names
