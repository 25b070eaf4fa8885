"""The people of a report: one person under all spellings, two people never one, pronouns, offices and appositions."""

from __future__ import annotations

import pytest
from tests.reading.reports import reading

from onrecord.model import Actor, Reading


def people(found: Reading) -> list[Actor]:
    return [a for a in found.actors if a.kind == "person"]


def speakers(text: str) -> list[str | None]:
    found = reading(text)
    known = {actor.id: actor.name for actor in found.actors}
    return [None if s.speaker is None else known[s.speaker] for s in found.statements]


def test_a_surname_is_the_person_whose_full_name_the_report_gives() -> None:
    text = "Interior Minister Rehman Malik denied the report. Malik said it was false."
    assert speakers(text) == ["Rehman Malik", "Rehman Malik"]
    [malik] = people(reading(text))
    assert [m.span.text for m in malik.mentions] == ["Rehman Malik", "Malik"]


def test_spellings_of_one_name_are_one_person() -> None:
    text = "Maulvi Faqir Mohammad said yes at first. Later, Faqir Muhammad said he was not sure of it."
    assert len(people(reading(text))) == 1
    assert len(set(speakers(text))) == 1


def test_two_full_names_that_share_a_surname_stay_two_people() -> None:
    text = "Juan Santos said it was true. Ana Santos said it was false."
    assert speakers(text) == ["Juan Santos", "Ana Santos"]
    assert len(people(reading(text))) == 2


def test_two_men_of_one_first_name_stay_two_people() -> None:
    assert speakers("Juan Santos said it was true. Juan Ruiz said it was false.") == ["Juan Santos", "Juan Ruiz"]


@pytest.mark.parametrize(
    "text",
    [
        "A spokesman for the FARC, Ana Ruiz, denied the report.",
        "Ana Ruiz, a spokeswoman for the FARC, denied the report.",
        "FARC spokeswoman Ana Ruiz denied the report.",
        "The FARC's leader, Ana Ruiz, denied the report.",
        "The leader of the FARC, Ana Ruiz, denied the report.",
    ],
)
def test_an_office_beside_a_name_is_the_persons_and_tells_the_party(text: str) -> None:
    found = reading(text)
    known = {actor.id: actor for actor in found.actors}
    [ruiz] = people(found)
    assert ruiz.name == "Ana Ruiz"
    assert {known[role.of].name for role in ruiz.roles if role.of} == {"FARC"}
    assert known[ruiz.party or ""].name == "FARC"
    [said] = found.statements
    assert (said.speaker, said.source_kind) == (ruiz.id, "named")


@pytest.mark.parametrize("words", ["said to be", "believed to be", "who claims to be", "described as"])
def test_an_office_that_is_only_said_to_be_held_is_hedged(words: str) -> None:
    [ruiz] = people(reading(f"Ana Ruiz, {words} the deputy chief of the FARC, denied the report."))
    assert [(role.role, role.hedged) for role in ruiz.roles] == [("deputy chief", True)]


def test_an_office_that_is_held_is_not_hedged() -> None:
    [ruiz] = people(reading("Ana Ruiz, the deputy chief of the FARC, denied the report."))
    assert [(role.role, role.hedged) for role in ruiz.roles] == [("deputy chief", False)]


def test_a_former_president_speaks_for_nobody() -> None:
    found = reading(
        "Former President Álvaro Uribe said the Colombian government met the FARC. Uribe said it was wrong."
    )
    assert [s.party for s in found.statements] == [None, None]
    assert [s.source_kind for s in found.statements] == ["named", "named"]


def test_the_president_is_the_person_last_named_with_that_office() -> None:
    text = "Colombian President Juan Santos denied the report. The president said it was false."
    assert speakers(text) == ["Juan Santos", "Juan Santos"]
    assert [s.source_kind for s in reading(text).statements] == ["named", "named"]


def test_the_president_is_nobody_where_none_is_named() -> None:
    assert speakers("Juan Santos, a farmer, denied the report. The president said it was false.") == [
        "Juan Santos",
        None,
    ]


def test_he_means_the_person_who_spoke_last() -> None:
    text = "Juan Santos denied the report. Ana Ruiz confirmed it. She said it was true."
    assert speakers(text) == ["Juan Santos", "Ana Ruiz", "Ana Ruiz"]
    [_, ruiz] = people(reading(text))
    assert [(m.span.text, m.form) for m in ruiz.mentions] == [("Ana Ruiz", "name"), ("She", "pronoun")]


def test_after_somebody_unnamed_has_spoken_he_is_nobody_known() -> None:
    assert speakers("Juan Santos denied the report. An official confirmed it. He said it was true.")[2] is None


@pytest.mark.parametrize(
    "text",
    [
        "A senior commander in the Taliban said talks were held. The statement by Maulvi Faqir Mohammad is the first.",
        "A senior commander in the Taliban said talks were held. Maulvi Faqir Mohammad, who commands in Bajaur, left.",
    ],
)
def test_an_unnamed_source_that_the_next_sentence_names_is_named(text: str) -> None:
    found = reading(text)
    assert speakers(text)[0] == "Maulvi Faqir Mohammad"
    assert found.statements[0].source_kind == "named"


def test_an_unnamed_source_stays_unnamed_where_the_name_is_somebody_elses() -> None:
    text = "Juan Santos met the envoy. A commander said talks were held. Juan Santos left."
    assert speakers(text) == [None]


def test_names_of_places_bodies_days_and_papers_are_no_people() -> None:
    found = reading(
        "Colombia, the FARC, Monday and the Daily Gazette said so. The Taliban in Bajaur denied it on Friday."
    )
    assert people(found) == []


@pytest.mark.parametrize("who", ["an Asian envoy", "An African mediator", "a Gulf official"])
def test_an_adjective_before_an_office_names_nobody(who: str) -> None:
    assert people_named(f"The town was taken on Monday, said {who}.") == []


def people_named(text: str) -> list[str]:
    found = reading(text)
    return [a.name for a in people(found) if any(m.form == "name" for m in a.mentions)]
