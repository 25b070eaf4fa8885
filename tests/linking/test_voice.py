from __future__ import annotations

from dataclasses import replace

import pytest
from tests.linking.actors import ARMY, CAST, GOVERNMENT, MOHMAND, PAKISTAN, TTP, actor, reading, span, statement

from onrecord.linking.parties import Sides, without_doubled_states
from onrecord.linking.voice import speaker_key, speaker_name, speaks_for_party
from onrecord.model import Actor, Article, Mention, Reading, SourceKind, Span


def cast(*more: Actor) -> Reading:
    return reading((), (), (*CAST, *more))


@pytest.mark.parametrize(
    ("source", "kind", "speaks"),
    [
        ("a spokesman for the Taliban", "role", True),
        ("the media co-ordinator of the Tigers", "role", True),
        ("the Taliban's chief", "role", True),
        ("Taliban leader", "role", True),
        ("the prime minister", "role", True),
        ("the army chief", "role", True),
        ("the chief of army staff", "role", True),
        ("the commander-in-chief", "role", True),
        ("the secretary-general", "role", True),
        ("the group", "collective", True),
        ("a statement", "document", True),
        ("a leaked letter", "document", False),
        ("a Taliban leader", "role", False),
        ("a senior leader", "role", False),
        ("Taliban leaders", "role", False),
        ("the deputy chief", "role", False),
        ("the former president", "role", False),
        ("ex-president", "role", False),
        ("the vice president", "role", False),
        ("a former spokesman", "role", False),
        ("the chief of staff", "role", False),
        ("the president's adviser", "role", False),
        ("the interior minister", "role", False),
        ("a commander", "role", False),
        ("the spokesman", "anonymous", False),
        ("The Outlet", "outlet", False),
    ],
)
def test_bodies_spokesmen_and_heads_speak_for_the_party(source: str, kind: SourceKind, speaks: bool) -> None:
    assert speaks_for_party(statement(source=source, kind=kind, party="a1"), cast()) is speaks


def test_the_office_may_be_told_elsewhere_in_the_report() -> None:
    ehsan = actor("p1", "Ehsanullah Ehsan", "person", party="a1", role="chief spokesman")
    said = statement(source="Ehsan", speaker="p1", party="a1")
    assert speaks_for_party(said, cast(ehsan))


def test_an_office_that_is_only_supposed_does_not_count() -> None:
    supposed = actor("p1", "Faqir", "person", party="a1", role="chief", hedged=True)
    assert not speaks_for_party(statement(source="Faqir", speaker="p1", party="a1"), cast(supposed))


def test_an_office_in_another_body_does_not_count() -> None:
    visitor = actor("p1", "Wali", "person", party="a1", role="leader", role_of="a2")
    assert not speaks_for_party(statement(source="Wali", speaker="p1", party="a1"), cast(visitor))


def test_nobody_speaks_for_no_party() -> None:
    assert not speaks_for_party(statement(source="a spokesman", kind="role"), cast())


def test_one_person_is_one_speaker_in_every_spelling_of_his_name() -> None:
    one = actor("p1", "Maulvi Faqir Mohammad", "person", party="a1")
    other = actor("p1", "Faqir Mohammed", "person", party="a1")
    said = statement(speaker="p1", party="a1")
    assert speaker_key(said, cast(one)) == speaker_key(said, cast(other))
    assert speaker_name(said, cast(one)) == "Maulvi Faqir Mohammad"


def test_two_people_of_one_name_in_two_parties_stay_two() -> None:
    rebel = actor("p1", "Mohammad Khan", "person", party="a1")
    minister = actor("p1", "Mohammad Khan", "person", party="a2")
    said = statement(speaker="p1")
    assert speaker_key(said, cast(rebel)) != speaker_key(said, cast(minister))


def test_a_registry_id_is_surer_than_a_name() -> None:
    one, other = (actor("p1", name, "person", party="a1", known_as="q1") for name in ("Faqir", "Maulvi F. Mohammad"))
    said = statement(speaker="p1", party="a1")
    assert speaker_key(said, cast(one)) == speaker_key(said, cast(other))


def test_a_body_is_one_speaker_in_any_words() -> None:
    one, other = (statement(source=s, kind="collective", party="a3") for s in ("the army", "Pakistan's military"))
    assert speaker_key(one, cast()) == speaker_key(other, cast())
    assert speaker_name(one, cast()) is None


def test_an_unnamed_speaker_of_no_known_party_is_the_same_only_within_a_report() -> None:
    said = statement(source="a spokesman", kind="role")
    here, there = cast(), Reading(Article("r2", "…"), (), (), CAST)
    assert speaker_key(said, here) != speaker_key(said, there)


def test_a_party_knows_the_party_that_it_is_a_branch_of() -> None:
    sides = Sides(cast())
    assert sides.party(ARMY).part_of == "gov-pak"
    assert sides.party(TTP).part_of is None
    assert (sides.party(GOVERNMENT).part_of, sides.party(PAKISTAN).part_of) == ("pak", "gov-pak")


def test_a_body_that_points_at_itself_is_at_the_top() -> None:
    state = actor("b1", "Government of Colombia", "government", country="COL", party="b1", known_as="gov-col")
    country = actor("b2", "Colombia", "country", country="COL", party="b2", known_as="col")
    sides = Sides(cast(state, country))
    assert (sides.party(state).part_of, sides.party(country).part_of) == ("col", "gov-col")


def test_a_statement_is_made_for_its_party_its_speakers_or_the_speaker_himself() -> None:
    loner = actor("p1", "Álvaro Uribe", "person")
    sides = Sides(cast(loner))
    keys = [sides.of_statement(statement(speaker=s, party=p)) for s, p in (("a5", None), ("p1", None), ("a5", "a3"))]
    assert [None if party is None else party.key for party in keys] == ["ttp", "name:alvaro uribe", "army-pak"]
    assert sides.of_statement(statement()) is None


def test_who_has_no_known_party_speaks_for_those_whom_his_we_means() -> None:
    words = "We held talks and our men kept to it"
    us = [Mention(Span(at := words.index(w), at + len(w), w), "pronoun") for w in ("We", "our")]
    front, rival = replace(TTP, mentions=tuple(us)), replace(MOHMAND, mentions=(us[1],))
    nobodys = actor("p1", "Puvan", "person")
    said = statement(words, speaker="p1")
    party = Sides(cast(nobodys, front)).of_statement(said)
    assert party is not None
    assert party.key == "ttp"
    for of_his_own in (
        Sides(cast(nobodys, front, replace(rival, party=None))).of_statement(said),
        Sides(cast(nobodys, front)).of_statement(replace(said, content=(span("They held talks", 50),))),
    ):
        assert of_his_own is not None
        assert of_his_own.key == "name:puvan"
    others = Sides(cast(replace(nobodys, party="a3"), front)).of_statement(said)
    assert others is not None
    assert others.key == "army-pak"


def test_a_government_that_fights_the_state_is_not_the_side_of_its_country() -> None:
    republic = actor("r1", "Republic of the Hills", "government", country="PAK", known_as="ucdp:1")
    sides = Sides(reading((), (), (PAKISTAN, republic)))
    assert sides.party(republic).part_of is None
    assert sides.party(PAKISTAN).part_of is None
    (top,) = sides.tops(["a4"])
    assert top.known_as != "ucdp:1"
    both = [PAKISTAN, republic]
    assert without_doubled_states(both, both) == both
    assert without_doubled_states([PAKISTAN, GOVERNMENT], [PAKISTAN, GOVERNMENT]) == [GOVERNMENT]


@pytest.mark.parametrize("words", ["who", "He"])
def test_one_of_whom_only_a_pronoun_is_known_is_another_in_every_report(words: str) -> None:
    said = statement(source=words, kind="role", party="a1")
    there = replace(cast(), article=Article("r2", cast().article.text))
    assert speaker_key(said, cast()) == speaker_key(said, cast())
    assert speaker_key(said, cast()) != speaker_key(said, there)
    deputy = statement(source="the deputy chief", kind="role", party="a1")
    assert speaker_key(deputy, cast()) == speaker_key(deputy, there)
