from __future__ import annotations

from dataclasses import replace

import pytest
from tests.linking.actors import CAST, actor, event, statement

from onrecord.linking.ourselves import as_told_by
from onrecord.linking.parties import Sides
from onrecord.model import Article, Event, Participant, Reading, Span

WORDS = "They killed nine of our men and hurt them; the enemy took villagers and Maulvi Faqir Mohammad's men"
OF_TWO = "India took twenty of its soldiers and the army took rebels"
MEN = replace(actor("a8", "nine of our men", "people"), known_as=None)
SIDES = Sides(Reading(Article("r1", WORDS), (), (), (*CAST, MEN)))
BY_THE_FRONT = statement(WORDS, speaker="a5", party="a1")


def told(*took_part: tuple[str, str, str | None], type_: str = "ASSAULT") -> Event:
    """An event with those who take part in it: on which side, by which words, and which actor they were read as."""
    found = tuple(
        Participant(
            Span(at := WORDS.index(words), at + len(words), words), "actor" if side == "by" else "recipient", who
        )
        for side, words, who in took_part
    )
    by, hit = (tuple(p.actor for p in found if p.side == side and p.actor) for side in ("actor", "recipient"))
    return replace(event(by, hit, type_=type_), participants=found)


@pytest.mark.parametrize(
    ("took_part", "actors", "recipients"),
    [
        # "They" are nobody of the party whose men are "ours", for whomever the reader took them.
        ((("by", "They", "a1"), ("hit", "our men", "a1")), (), ("a1",)),
        ((("by", "They", "a3"), ("hit", "nine of our men", "a8")), ("a3",), ("a1",)),
        ((("by", "They", "a3"), ("hit", "our men", None)), ("a3",), ("a1",)),
        # Who hits "our men" is not hit with them.
        ((("hit", "They", "a3"), ("hit", "our men", "a1")), ("a3",), ("a1",)),
        # The enemy is nobody of the party that calls him so.
        ((("by", "the enemy", "a1"), ("hit", "our men", "a6")), (), ("a6",)),
        ((("by", "the enemy", "a1"), ("hit", "villagers", None)), (), ()),
        # A party may hit whom another name means, and its own men may be read right.
        ((("by", "They", "a1"), ("hit", "villagers", None)), ("a1",), ()),
        ((("by", "They", "a3"), ("hit", "our men", "a1")), ("a3",), ("a1",)),
    ],
)
def test_who_speaks_of_ours_speaks_of_his_party(
    took_part: tuple[tuple[str, str, str | None], ...], actors: tuple[str, ...], recipients: tuple[str, ...]
) -> None:
    found = as_told_by(told(*took_part), BY_THE_FRONT, SIDES)
    assert (found.actors, found.recipients) == (actors, recipients)


def test_what_no_party_tells_stays_as_it_was_read() -> None:
    deed = told(("by", "They", "a1"), ("hit", "our men", "a1"))
    assert as_told_by(deed, None, SIDES) == deed
    assert as_told_by(deed, statement(WORDS, speaker="a8"), SIDES) == deed
    assert as_told_by(deed, replace(BY_THE_FRONT, content=()), SIDES) == deed
    talks = told(("by", "They", "a1"), ("hit", "our men", "a1"), type_="CONSULT")
    assert as_told_by(talks, BY_THE_FRONT, SIDES) == talks


FOE = actor("a9", "Government of India", "government", country="IND", known_as="gov-ind")
STATES = Sides(Reading(Article("r1", OF_TWO), (), (), (*CAST, FOE)))
BY_PAKISTAN = statement(OF_TWO, speaker="a2", party="a2")


def between(by: tuple[str, str], hit: tuple[str, str]) -> Event:
    def words(told: str) -> Span:
        return Span(at := OF_TWO.index(told), at + len(told), told)

    took_part = Participant(words(by[0]), "actor", by[1]), Participant(words(hit[0]), "recipient", hit[1])
    return replace(event((by[1],), (hit[1],), type_="COERCE"), participants=took_part)


@pytest.mark.parametrize(
    ("by", "hit", "actors", "recipients"),
    [
        # Nobody captures his own soldiers: by whom it is told, they are his.
        (("India", "a9"), ("twenty of its soldiers", "a9"), ("a9",), ("a2",)),
        # "The army", said for a state, is that state's.
        (("the army", "a9"), ("rebels", "a1"), ("a2",), ("a1",)),
        (("India", "a9"), ("rebels", "a1"), ("a9",), ("a1",)),
    ],
)
def test_whose_men_are_told_of_follows_from_who_tells_it(
    by: tuple[str, str], hit: tuple[str, str], actors: tuple[str, ...], recipients: tuple[str, ...]
) -> None:
    found = as_told_by(between(by, hit), BY_PAKISTAN, STATES)
    assert (found.actors, found.recipients) == (actors, recipients)


def test_what_outsiders_tell_of_a_partys_own_men_is_left_alone() -> None:
    observers = actor("a7", "Red Cross", "organisation", known_as="icrc")
    sides = Sides(Reading(Article("r1", OF_TWO), (), (), (*CAST, FOE, observers)))
    deed = between(("India", "a9"), ("twenty of its soldiers", "a9"))
    assert as_told_by(deed, statement(OF_TWO, speaker="a7", party="a7"), sides).recipients == ("a9",)
