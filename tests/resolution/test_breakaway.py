"""Whom reports mean by separatists without a name: by territory and year, as a whole or by an office of theirs."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.reports import reading

from onrecord.assets import table
from onrecord.resolution.actors.registry import entry
from onrecord.resolution.breakaway import is_parting, is_whole, territories


def test_every_territory_has_a_body_of_the_registry_and_years_in_order() -> None:
    for data in table("breakaway")["territory"]:
        assert entry(data["body"]) is not None, data["body"]
        assert data.get("since", 0) <= data.get("until", 9999)
        assert data["words"]


@pytest.mark.parametrize(
    ("text", "year", "bodies"),
    [
        ("Shells fell on Tskhinvali and Sukhumi.", 2008, ["ucdp:343", "ucdp:342"]),
        ("Fighting went on in Aden.", 1994, ["ucdp:353"]),
        ("Fighting went on in Aden.", 2019, ["ucdp:7344"]),
        ("Fighting went on in Aden.", 2005, []),
        ("The Adenauer government.", 1994, []),
    ],
)
def test_a_territory_is_told_by_its_name_and_the_year(text: str, year: int, bodies: list[str]) -> None:
    assert [t.body.id for t in territories(text, year)] == bodies


def test_without_a_year_every_body_of_a_territory_is_possible() -> None:
    assert [t.body.id for t in territories("Aden", None)] == ["ucdp:353", "ucdp:7344"]


def test_parting_words_and_what_they_stand_beside() -> None:
    assert is_parting("the self-styled defence minister")
    assert is_parting("Separatists")
    assert not is_parting("the separate talks")
    assert is_whole("region")
    assert is_whole("separatists")
    assert not is_whole("spokesman")


def test_separatists_without_a_name_are_those_of_the_territory() -> None:
    found = reading(
        "Georgian troops shelled Tskhinvali in South Ossetia on Friday.\n\nThe separatist government, whose spokeswoman, "
        "Irina Valieva, spoke to Interfax, said that 1,400 people had died.",
        published=date(2008, 8, 9),
    )
    spoken_of = next(a for a in found.actors if a.known_as == "ucdp:343")
    assert any(m.span.text == "The separatist government" for m in spoken_of.mentions)
    [woman] = [a for a in found.actors if a.name == "Irina Valieva"]
    assert woman.party == spoken_of.id


def test_a_state_keeps_its_own_government_beside_separatists() -> None:
    found = reading(
        "The Georgian government denied that its tanks had entered South Ossetia. The separatists said they had.",
        published=date(2008, 8, 9),
    )
    government = next(a for a in found.actors if a.known_as == "GEO-government")
    assert any(m.span.text == "The Georgian government" for m in government.mentions)
    assert not any("separatist" in m.span.text for m in government.mentions)
