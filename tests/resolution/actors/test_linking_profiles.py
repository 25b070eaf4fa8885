"""What a report tells of its actors: names, second names, offices over time, places, company."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from onrecord.model import (
    Actor,
    ActorKind,
    Article,
    DateExpression,
    Mention,
    MentionForm,
    Place,
    Reading,
    Role,
    Span,
)
from onrecord.resolution.actors.nicknames import nicknames
from onrecord.resolution.actors.profiles import Profile, profiles_of
from onrecord.resolution.actors.tenure import held_by_one, plain_office

DAY = date(2011, 12, 10)


def span(text: str, words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span.of(text, start, start + len(words))


@pytest.mark.parametrize(
    ("text", "name", "other"),
    [
        ("Mohamed Hamdan Dagalo, widely known as Hemedti, left.", "Mohamed Hamdan Dagalo", "Hemedti"),
        ("Mohamed Hamdan Dagalo (“Hemedti”) left.", "Mohamed Hamdan Dagalo", "Hemedti"),
        ("Rodrigo Londono, alias Timochenko, spoke.", "Rodrigo Londono", "Timochenko"),
        ("Rodrigo Londono, known by his nom de guerre Timochenko, spoke.", "Rodrigo Londono", "Timochenko"),
        (
            "Timochenko, whose real name is Rodrigo Londoño Echeverri, spoke.",
            "Timochenko",
            "Rodrigo Londoño Echeverri",
        ),
        ("Ilich Ramírez a.k.a. Carlos the Jackal was held.", "Ilich Ramírez", "Carlos"),
        ("The commander Abdul Qayum, who goes by Zakir, spoke.", "Abdul Qayum", "Zakir"),
        (
            "Ahmed Hussein, better known to his men as Abu Maria al-Qahtani, spoke.",
            "Ahmed Hussein",
            "Abu Maria al-Qahtani",
        ),
    ],
)
def test_a_second_name_is_taken_from_the_words_that_give_it(text: str, name: str, other: str) -> None:
    (found,) = nicknames(text, [span(text, name)])
    assert found.name == other
    assert text[found.span.start : found.span.end] == found.span.text
    assert found.span.text.endswith(other)


@pytest.mark.parametrize(
    "text",
    [
        "Faqir is known as a moderate.",
        "Faqir is known for his speeches in Bajaur.",
        "Faqir (deputy chief) left.",
        "Faqir spoke. Known as Hemedti, another man left.",
        "Faqir",
    ],
)
def test_other_words_give_no_second_name(text: str) -> None:
    assert nicknames(text, [span(text, "Faqir")]) == ()


TEXT = (
    "Maulvi Faqir Mohammad, who was born in Damadola, has been deputy chief of the TTP since 2007. Faqir met Malik in Khar,"
    " he said. He calls himself a tribesman."
)


def profile(**changes: object) -> Profile:
    """The profile of Faqir in the text above."""
    name, surname = span(TEXT, "Maulvi Faqir Mohammad"), span(TEXT, "Faqir met")
    surname = Span.of(TEXT, surname.start, surname.start + 5)
    role = Role("deputy chief", "a2", False, span(TEXT, "deputy chief"))
    pronouns = (
        Mention(span(TEXT, "he said"), "pronoun"),
        Mention(Span.of(TEXT, TEXT.index("He calls"), TEXT.index("He calls") + 2), "pronoun"),
    )
    faqir = Actor(
        "a1", "Maulvi Faqir Mohammad", "person", (Mention(name, "name"), Mention(surname, "name"), *pronouns), "a2",
        roles=(role,),
    )  # fmt: skip
    actors = (
        replace(faqir, **changes),  # type: ignore[arg-type]
        Actor("a2", "TTP", "armed_group", (), known_as="ttp"),
        Actor("a3", "Rehman Malik", "person", (Mention(span(TEXT, "Malik"), "name"),), "a4"),
        Actor("a4", "Government of Pakistan", "government", (), known_as="PAK-government"),
    )
    places = (
        Place("p1", "Damadola", "place", (Mention(span(TEXT, "Damadola"), "name"),), "PAK"),
        Place("p2", "Khar", "place", (Mention(span(TEXT, "Khar"), "name"),), "PAK"),
    )
    since = DateExpression(span(TEXT, "2007"), "2007", date(2007, 1, 1), date(2007, 12, 31), "year")
    return profiles_of(
        Reading(Article("r", TEXT, published=DAY), actors=actors, places=places, dates=(since,)), "r1"
    )[0]


def test_a_profile_holds_what_the_report_tells() -> None:
    found = profile()
    assert found.names == (("Maulvi Faqir Mohammad", 1), ("Faqir", 1))
    assert (found.party, found.party_name, found.side, found.party_kind) == ("ttp", "TTP", "ttp", "armed_group")
    assert (found.gender, found.titles) == ("male", ("mawlawi",))
    assert (found.first, found.last, found.reports) == (DAY, DAY, ("r1",))
    assert [name for _, name in found.company] == ["Rehman Malik"]
    assert found.states == (("PAK-government", "Government of Pakistan"),)


def test_places_are_those_of_the_same_sentences_and_a_birthplace_is_told() -> None:
    found = profile()
    assert found.places == ("PAK/damadola", "PAK/khar")
    assert found.born == "PAK/damadola"


def test_an_office_has_its_body_and_the_days_that_the_text_gives() -> None:
    (office,) = profile().offices
    assert (office.role, office.body, office.body_name) == ("deputy chief", "ttp", "TTP")
    assert (office.since, office.until, office.told) == (date(2007, 1, 1), None, DAY)
    assert not office.former
    assert office.for_one


def test_words_that_have_nothing_in_common_with_the_name_are_no_name() -> None:
    found = profile(
        mentions=(Mention(span(TEXT, "Maulvi Faqir Mohammad"), "name"), Mention(span(TEXT, "TTP"), "name"))
    )
    assert found.names == (("Maulvi Faqir Mohammad", 1),)


@pytest.mark.parametrize(
    ("before", "role", "former"),
    [
        ("The ", "deputy chief", False),
        ("The former ", "deputy chief", True),
        ("The Taliban removed him as ", "deputy chief", True),
        ("He was dismissed in March. The ", "deputy chief", False),
        ("The ", "ex-president", True),
        ("Later on, the ", "president", False),
    ],
)
def test_a_past_office_is_told_from_a_present_one(before: str, role: str, former: bool) -> None:
    text = f"{before}{role} spoke."
    actor = Actor("a1", "Faqir", "person", (), roles=(Role(role, None, False, span(text, role)),))
    (found,) = profiles_of(Reading(Article("r", text), actors=(actor,)), "r1")
    assert found.offices[0].former is former


def test_offices_are_compared_in_plain_words() -> None:
    assert plain_office("the former Deputy Chief") == "deputy chief"
    assert plain_office("Defense Minister") == plain_office("defence minister")
    assert [held_by_one(r) for r in ("deputy chief", "President", "a commander", "senior leader", "spokesman")] == [
        True, True, False, False, False,
    ]  # fmt: skip


def test_bodies_made_from_the_text_are_unknown_and_those_of_the_registry_known() -> None:
    made = Actor("a1", "Popular Front", "armed_group", (), known_as="text:armed_group:popular front")
    known = Actor("a2", "TTP", "armed_group", (), known_as="ttp")
    found = profiles_of(Reading(Article("r", "…"), actors=(made, known)), "r1")
    assert [p.known_as for p in found] == [None, "ttp"]


@pytest.mark.parametrize(
    ("name", "form", "named"),
    [
        ("senior figure in the Pakistani Taliban", "description", False),
        ("Taliban commander", "name", False),
        ("two sides", "name", False),
        ("145 prisoners", "name", False),
        ("Faqir Mohammad", "name", True),
        ("Faqir Mohammad", "description", False),
        ("محمد خان", "name", True),
    ],
)
def test_a_description_is_nobody_in_other_reports(name: str, form: MentionForm, named: bool) -> None:
    kind: ActorKind = "people" if name[0].isdigit() or name == "two sides" else "person"
    actor = Actor("a1", name, kind, (Mention(Span(0, len(name), name), form),))
    assert bool(profiles_of(Reading(Article("r", name), actors=(actor,)), "r1")) is named
