"""Who takes part in an event, where and when, by the words that the reader marks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.reading.reports import reading

from onrecord.model import Article, DateExpression, Event, Mention, Reading, Span, Statement
from onrecord.reading import Found
from onrecord.reading.reader import Chain, EventWords
from onrecord.resolution import resolve

TEXT = (
    "The FARC attacked the Colombian army near Caquetá on Sunday. Twelve villagers were killed. "
    "Peace talks with the Colombian government were held in Havana."
)
PUBLISHED = date(2011, 12, 10)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def resolved(*happened: tuple[Event, EventWords]) -> Reading:
    events, words = zip(*happened, strict=True)
    villagers = Chain("people", (Mention(span("Twelve villagers"), "description"),))
    found = Found(
        events=events, event_words=words, chains=(villagers,), dates=(DateExpression(span("Sunday")),)
    )  # fmt: skip
    return resolve(Article("r1", TEXT, published=PUBLISHED), found)


def event(ident: str, trigger: str, kind: str) -> Event:
    return Event(ident, span(trigger), kind, "actual", 0.9)


def names(reading: Reading, idents: tuple[str, ...]) -> list[str]:
    known = {actor.id: actor.name for actor in reading.actors}
    return [known[ident] for ident in idents]


ATTACK = (
    event("e1", "attacked", "ASSAULT"),
    EventWords("e1", (span("The FARC"),), (span("the Colombian army"),), (span("Caquetá"),), (span("on Sunday"),)),
)
KILLING = (event("e2", "killed", "ASSAULT"), EventWords("e2", (), (span("Twelve villagers"),)))
TALKS = (event("e3", "Peace talks", "CONSULT"), EventWords("e3", (), (span("the Colombian government"),)))


def test_marked_words_become_actors_a_place_and_a_day() -> None:
    reading = resolved(ATTACK)
    (found,) = reading.events
    assert names(reading, found.actors) == ["FARC"]
    assert names(reading, found.recipients) == ["Colombia Army"]
    assert [(p.span.text, p.side) for p in found.participants] == [
        ("The FARC", "actor"),
        ("the Colombian army", "recipient"),
    ]
    assert [p.actor for p in found.participants] == [*found.actors, *found.recipients]
    assert next(p.name for p in reading.places if p.id == found.place).startswith("Caquet")
    assert found.date is not None
    assert found.date.value == "2011-12-04"


def test_people_who_act_for_nobody_take_part_as_themselves() -> None:
    reading = resolved(KILLING)
    (found,) = reading.events
    assert names(reading, found.recipients) == ["Twelve villagers"]
    assert found.actors == ()
    assert found.date is None


def test_who_attacks_nobody_marked_has_no_other_side() -> None:
    reading = resolved((ATTACK[0], EventWords("e1", (span("The FARC"),))))
    assert reading.events[0].recipients == ()


def test_talks_of_one_marked_side_are_completed_from_the_words_around() -> None:
    reading = resolved(ATTACK, TALKS)
    talks = reading.events[1]
    assert {"Government of Colombia"} <= set(names(reading, talks.actors + talks.recipients))


def test_without_marked_words_sides_are_told_from_the_words_around() -> None:
    found = Found(events=(event("e1", "attacked", "ASSAULT"),))
    reading = resolve(Article("r1", TEXT, published=PUBLISHED), found)
    assert names(reading, reading.events[0].actors) == ["FARC"]
    assert reading.events[0].participants == ()


def talks_in(text: str, actors: tuple[str, ...], recipients: tuple[str, ...] = ()) -> list[str]:
    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words), words)

    words = EventWords("e1", tuple(map(at, actors)), tuple(map(at, recipients)))
    found = Found(events=(Event("e1", at("talks"), "CONSULT", "actual", 0.9),), event_words=(words,))
    reading = resolve(Article("r1", text, published=PUBLISHED), found)
    return sorted(names(reading, reading.events[0].actors + reading.events[0].recipients))


def test_the_country_in_which_two_sides_meet_and_their_mediator_are_none() -> None:
    sides = ["FARC", "Government of Colombia"]
    text = "The FARC held talks with the Colombian government in Havana, with Norway as guarantor."
    assert talks_in(text, ("The FARC",), ("the Colombian government", "Havana", "Norway")) == sides


def test_envoys_of_two_bodies_who_meet_are_both_sides() -> None:
    text = "Envoys of the Colombian government and of the FARC held talks."
    assert talks_in(text, ("Envoys of the Colombian government and of the FARC",)) == [
        "FARC",
        "Government of Colombia",
    ]


def test_an_attack_on_a_body_has_it_for_its_other_side() -> None:
    text = "The FARC carried out the attack on the Colombian army near Caquetá."
    trigger, actor = text.index("attack"), Span(0, 8, "The FARC")
    happened = Event("e1", Span(trigger, trigger + 6, "attack"), "ASSAULT", "actual", 0.9)
    found = Found(events=(happened,), event_words=(EventWords("e1", (actor,)),))
    reading = resolve(Article("r1", text, published=PUBLISHED), found)
    assert names(reading, reading.events[0].recipients) == ["Colombia Army"]


def test_fighters_of_a_group_are_the_group_and_a_capital_names_no_armed_group() -> None:
    text = "Gunmen of the FARC attacked a patrol. Bogotá said that it would answer."
    gunmen = Span(0, 18, "Gunmen of the FARC")
    seat = text.index("Bogotá")
    chains = (
        Chain("armed_group", (Mention(gunmen, "description"),)),
        Chain("armed_group", (Mention(Span(seat, seat + 6, "Bogotá"), "name"),)),
    )
    happened = Event("e1", Span(19, 27, "attacked"), "ASSAULT", "actual", 0.9)
    found = Found(events=(happened,), event_words=(EventWords("e1", (gunmen,)),), chains=chains)
    reading = resolve(Article("r1", text, published=PUBLISHED), found)
    assert names(reading, reading.events[0].actors) == ["FARC"]
    assert {a.name for a in reading.actors if a.kind in {"armed_group", "government"}} == {
        "FARC",
        "Government of Colombia",
    }


def test_we_in_a_quotation_is_who_is_quoted_whomever_he_refers_to() -> None:
    text = (
        "The FARC answered the army of Colombia. “We killed 11 soldiers, as the Colombian army says,” the FARC said."
    )

    def at(words: str, last: bool = False) -> Span:
        start = text.rindex(words) if last else text.index(words)
        return Span(start, start + len(words), words)

    quoted = at("We killed 11 soldiers, as the Colombian army says")
    outer = Statement(
        "s1", (quoted,), at("the FARC", last=True), at("said"), "collective", "asserts", "actual", "direct", 0.9
    )
    army, says = at("the Colombian army"), at("says")
    inner = Statement(
        "s2",
        (at("We killed 11 soldiers"),),
        army,
        says,
        "collective",
        "asserts",
        "actual",
        "indirect",
        0.9,
        parent="s1",
    )
    killed = Event("e1", at("killed"), "ASSAULT", "actual", 0.9, "s2")
    words = EventWords("e1", (at("We"),), (at("11 soldiers"),))
    found = Found(statements=(outer, inner), events=(killed,), event_words=(words,))
    reading = resolve(Article("r1", text), found)
    assert names(reading, reading.events[0].actors) == ["FARC"]
    asked = Found(statements=(replace(outer, form="indirect"), inner), events=(killed,), event_words=(words,))
    reading = resolve(Article("r1", text), asked)
    assert names(reading, reading.events[0].actors) == ["Colombia Army"]


HEADLINE = "Ana Ruiz says Colombia is talking to FARC in Cuba. Ana Ruiz was a minister."


def stretch(words: str) -> Span:
    start = HEADLINE.index(words)
    return Span(start, start + len(words), words)


def told_by_ruiz(*actors: str) -> list[str]:
    """Who acts in talks that Ana Ruiz tells of, where the reader marks these words for those who do."""
    said = Statement(
        "s1", (stretch("Colombia is talking to FARC in Cuba"),), stretch("Ana Ruiz"), stretch("says"), "named",
        "asserts", "actual", "indirect", 0.9,
    )  # fmt: skip
    talks = Event("e1", stretch("talking"), "CONSULT", "actual", 0.9, "s1")
    words = EventWords("e1", tuple(map(stretch, actors)), (stretch("FARC"),))
    ruiz = Chain("person", (Mention(stretch("Ana Ruiz"), "name"),))
    colombia = Chain("country", (Mention(stretch("Colombia"), "name"),))
    found = Found(statements=(said,), events=(talks,), event_words=(words,), chains=(ruiz, colombia))
    reading = resolve(Article("r1", HEADLINE, published=PUBLISHED), found)
    return names(reading, reading.events[0].actors)


def test_whoever_only_tells_of_it_does_not_act() -> None:
    assert told_by_ruiz("Ana Ruiz", "Colombia") == ["Colombia"] == told_by_ruiz("Colombia")
    assert told_by_ruiz("Ana Ruiz") != ["Colombia"]


def test_no_armed_group_is_called_after_a_country_alone() -> None:
    text = "Pakistan denied on Monday that it was holding talks with the Taliban."
    taken = Chain("armed_group", (Mention(Span(0, 8, "Pakistan"), "name"),))
    reading = resolve(Article("r1", text, published=PUBLISHED), Found(chains=(taken,)))
    pakistan = next(a for a in reading.actors if a.name == "Pakistan")
    assert (pakistan.kind, pakistan.country) == ("country", "PAK")
    assert not any(a.kind == "armed_group" and a.name == "Pakistan" for a in reading.actors)


def test_whoever_tells_what_befell_his_men_did_not_do_it() -> None:
    text = "The Colombian army denied that any of its men had been taken prisoner."

    def of(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words), words)

    said = Statement(
        "s1", (of("any of its men had been taken prisoner"),), of("The Colombian army"), of("denied"), "collective",
        "denies", "negated", "indirect", 0.9,
    )  # fmt: skip
    taken = Event("e1", of("taken prisoner"), "COERCE", "negated", 0.9, "s1")
    words = EventWords("e1", (of("The Colombian army"),), (of("its men"),))
    army = Chain("military", (Mention(of("The Colombian army"), "description"), Mention(of("its"), "pronoun")))
    found = Found(statements=(said,), events=(taken,), event_words=(words,), chains=(army,))
    (event,) = resolve(Article("r1", text, published=PUBLISHED), found).events
    assert event.actors == ()


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "GENEVA - The United Nations confirmed talks with the Taliban in Doha on Friday.",
            {"United Nations", "Taliban"},
        ),
        (
            "NEW YORK - The United Nations announced peace talks between the Libyan government and the Libyan National Army.",
            {"Government of Libya", "Libyan National Army"},
        ),
    ],
)
def test_an_international_body_is_a_side_of_talks_only_if_they_are_with_it(text: str, sides: set[str]) -> None:
    found = reading(text)
    (talks,) = [e for e in found.events if e.trigger.text.endswith("talks")]
    assert {*names(found, talks.actors), *names(found, talks.recipients)} == sides
