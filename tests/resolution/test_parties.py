"""Whose every statement is: the speaker and the party on whose behalf a source speaks."""

from __future__ import annotations

import pytest
from tests.reading.reports import reading

from onrecord.model import Actor, Reading, SourceKind


def names(found: Reading) -> dict[str | None, str | None]:
    return {None: None} | {actor.id: actor.name for actor in found.actors}


def speaking(text: str) -> list[tuple[str | None, str | None, SourceKind]]:
    """Speaker, party and kind of source of each statement."""
    found = reading(text)
    known = names(found)
    return [(known[s.speaker], known[s.party], s.source_kind) for s in found.statements]


def party_of(text: str) -> str | None:
    """The party of a report's first statement."""
    return speaking(text)[0][1]


def actor(text: str, name: str) -> Actor:
    [found] = [a for a in reading(text).actors if a.name == name]
    return found


PAKISTAN = " The Pakistani Taliban have strongholds in Bajaur."
COLOMBIA = " The FARC has fought in Colombia since 1964."
PARTIES = {
    "A spokesman for the Pakistani Taliban denied the report.": "TTP",
    "The Tehreek-e-Taliban Pakistan denied the report.": "TTP",
    "The FARC denied the report.": "FARC",
    "The ELN denied the report.": "ELN",
    "The Revolutionary Armed Forces of Colombia denied the report.": "FARC",
    "The Pakistani army denied the report.": "Pakistan Army",
    "Colombia's army denied the report.": "Colombia Army",
    "A spokesman for the Colombian army denied the report.": "Colombia Army",
    "The Colombian government denied the report.": "Government of Colombia",
    "The government of Colombia denied the report.": "Government of Colombia",
    "Pakistan's interior minister denied the report.": "Government of Pakistan",
    "Colombia denied the report.": "Government of Colombia",
    "Islamabad denied the report.": "Government of Pakistan",
    "Kyiv denied the report.": "Government of Ukraine",
    "Bogotá denied the report.": "Government of Colombia",
    "The United Nations denied the report.": "United Nations",
    "UN officials denied the report.": "United Nations",
    "The army denied the report." + PAKISTAN: "Pakistan Army",
    "The army denied the report." + COLOMBIA: "Colombia Army",
    "The government denied the report." + COLOMBIA: "Government of Colombia",
    "The interior minister denied the report." + PAKISTAN: "Government of Pakistan",
    "A military spokesman denied the report." + PAKISTAN: "Pakistan Army",
    "The group's spokesman denied the report." + COLOMBIA: "FARC",
    "The rebels denied the report." + COLOMBIA: "FARC",
    "The army denied the report.": None,
    "A former Pakistani minister denied the report.": None,
    "Former Colombian president Ana Ruiz denied the report.": None,
    "The ex-president denied the report." + COLOMBIA: None,
    "Residents denied the report." + COLOMBIA: None,
    "State television reported that talks were held." + COLOMBIA: None,
}


@pytest.mark.parametrize("text", PARTIES)
def test_the_party_for_which_a_source_speaks(text: str) -> None:
    assert party_of(text) == PARTIES[text]


@pytest.mark.parametrize(
    ("rest", "party"),
    [
        ("The Pakistani army has fought them in Bajaur.", "TTP"),
        ("They rule Afghanistan from Kabul, the Afghan capital.", "Afghan Taliban"),
        ("The Afghan Taliban rule in Kabul.", "Afghan Taliban"),
        ("The Tehrik-i-Taliban Pakistan was founded in 2007. Afghanistan is near.", "TTP"),
    ],
)
def test_an_ambiguous_name_is_told_by_the_rest_of_the_report(rest: str, party: str) -> None:
    assert party_of(f"The Taliban denied the report. {rest}") == party


BODIES: dict[str, SourceKind] = {
    "The FARC denied the report.": "collective",
    "The ELN denied the report.": "collective",
    "NATO denied the report.": "collective",
    "Islamabad denied the report.": "collective",
    "The Colombian government denied the report.": "collective",
    "FARC rebels denied the report.": "anonymous",
    "Colombian diplomats denied the report.": "anonymous",
    "One of the FARC commanders denied the report.": "anonymous",
    "A senior figure in the Pakistani Taliban denied the report.": "anonymous",
}


@pytest.mark.parametrize("text", BODIES)
def test_a_body_speaks_as_one_and_one_of_its_men_does_not(text: str) -> None:
    assert speaking(text)[0][2] == BODIES[text]


def test_a_body_that_speaks_is_the_speaker_and_the_party() -> None:
    assert speaking("The FARC denied the report.") == [("FARC", "FARC", "collective")]


def test_a_spokesman_without_a_name_is_no_actor() -> None:
    assert speaking("A spokesman for the FARC denied the report.") == [(None, "FARC", "role")]


def test_the_army_is_a_branch_of_its_government() -> None:
    found = reading("The Pakistani army denied the report.")
    known = names(found)
    [army] = [a for a in found.actors if a.kind == "military"]
    assert known[army.party] == "Government of Pakistan"
    assert dict(army.codes) == {"cameo": "PAKMIL", "iso3": "PAK"}
    assert army.known_as == "PAK-military"


def test_the_codes_of_an_armed_group_come_from_the_registry() -> None:
    group = actor("The FARC denied the report.", "FARC")
    assert (group.kind, group.country, group.known_as) == ("armed_group", "COL", "FARC")
    assert dict(group.codes)["cameo"] == "COLREB"


def test_a_country_that_is_only_a_place_is_no_actor() -> None:
    found = reading("The FARC met in Cuba. The talks across the border in Norway went on.")
    assert [a.name for a in found.actors] == ["FARC"]
    assert {p.name for p in found.places} == {"Cuba", "Norway"}


def test_a_country_that_acts_is_an_actor() -> None:
    found = reading("Norway and Cuba will act as guarantors, the FARC said.")
    assert {a.name for a in found.actors if a.kind == "country"} == {"Norway", "Cuba"}


def test_every_mention_of_a_body_is_held_by_it_once() -> None:
    text = "The Pakistani Taliban met. The group left. The Tehrik-i-Taliban Pakistan is strong, the army said."
    held = [m.span.text for m in actor(text, "TTP").mentions]
    assert held == ["Pakistani Taliban", "The group", "Tehrik-i-Taliban Pakistan"]
    starts = [m.span.start for a in reading(text).actors for m in a.mentions]
    assert len(set(starts)) == len(starts)


@pytest.mark.parametrize("text", ["Both sides denied the report.", "Officials denied the report.", "He denied it."])
def test_without_anything_known_nobody_is_guessed(text: str) -> None:
    [(speaker, party, _)] = speaking(text)
    assert (speaker, party) == (None, None)


def test_they_and_it_mean_the_body_that_spoke_last() -> None:
    assert speaking("The FARC denied the report. They said it was false.")[1] == ("FARC", "FARC", "collective")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The FARC met the Colombian government, the army said.", {"FARC", "the Colombian government", "the army"}),
        ("The FARC met the Colombian government.", {"FARC", "the Colombian government"}),
        ("In Colombia, officials denied the report.", {"officials"}),
        ("“The FARC”, Colombia's government said, “is weak.”", {"FARC", "Colombia's government", "Colombia"}),
    ],
)
def test_a_mention_is_a_name_alone_or_a_whole_description_without_the_marks_around_it(
    text: str, names: set[str]
) -> None:
    assert {m.span.text for a in reading(text).actors for m in a.mentions} == names


def test_the_ministry_is_the_one_that_the_report_names() -> None:
    text = "Armenia's defence ministry denied that Azerbaijan had attacked. The ministry said that the road was open."
    assert [party for _, party, _ in speaking(text)][-1] == "Government of Armenia"


def test_a_central_committee_is_of_the_movement_and_no_state() -> None:
    text = "The FARC said on Monday that the Colombian army had attacked. The central committee denied any talks."
    assert [party for _, party, _ in speaking(text)] == ["FARC", "FARC"]
