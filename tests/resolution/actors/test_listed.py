"""A man of two names in the press is one where the list of office holders knows both, and his side is told."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.resolution.actors.linking import compare
from onrecord.resolution.actors.listed import listed_as
from onrecord.resolution.actors.profiles import Profile

DAY = date(2023, 11, 9)


def person(name: str, party: str | None = None, country: str | None = None) -> Profile:
    return Profile(name, ((name, 2),), "person", party, party, country, first=DAY, last=DAY, reports=(name,))


def test_a_second_name_is_known_by_party_or_country() -> None:
    assert listed_as(person("Hemedti", "RSF", "SDN")) == "Mohamed Hamdan Dagalo"
    assert listed_as(person("Mohamed Hamdan Dagalo", country="SDN")) == "Mohamed Hamdan Dagalo"


@pytest.mark.parametrize(
    "who", [person("Hemedti"), person("Hemedti", "TTP", "PAK"), person("Nobody Atall", "RSF", "SDN"), person("x")]
)
def test_nobody_is_listed_for_a_name_alone_or_under_another_party(who: Profile) -> None:
    assert listed_as(who) is None


def test_both_names_are_joined_with_the_reason_and_not_across_countries() -> None:
    found = compare(person("Hemedti", "RSF", "SDN"), person("Mohamed Hamdan Dagalo", country="SDN"))
    assert found.linked
    assert "as listed" in found.evidence[0].words
    assert not compare(person("Hemedti", "RSF", "SDN"), person("Mohamed Hamdan Dagalo", country="EGY")).linked
