from __future__ import annotations

from dataclasses import replace

import pytest
from tests.linking.actors import CAST, GOVERNMENT, TTP, actor, event, reading, span, statement

from onrecord.linking.claims import links
from onrecord.linking.glosses import kind_of, listed, words_for
from onrecord.model import Actor, Article, Event, Link, Matter, Participant, Reading


def claims_in(*events: Event, cast: tuple[Actor, ...] = CAST) -> list[Matter]:
    return [link.matter for link in links(reading((statement(),), events, cast))]


def only(found: Reading) -> Link:
    (link,) = links(found)
    return link


def test_talks_are_one_claim_whoever_comes_first() -> None:
    (one,), (other,) = claims_in(event(("a1",), ("a2",))), claims_in(event(("a2", "a1"), ()))
    assert one == other
    assert one.gloss == "talks between TTP and Government of Pakistan"
    assert [party.key for party in one.parties] == ["ttp", "gov-pak"]


def test_branches_stand_under_their_top_party() -> None:
    assert claims_in(event(("a3",), ("a5",))) == claims_in(event(("a2",), ("a1",)))
    assert claims_in(event(("a6",), ("a2",))) == claims_in(event(("a2",), ("a1",)))


def test_a_country_and_its_government_are_one_side() -> None:
    (claim,) = claims_in(event(("a1",), ("a2", "a4")))
    assert claim.gloss == "talks between TTP and Government of Pakistan"
    assert claims_in(event(("a2",), ("a4",))) == []
    assert claims_in(event(("a1",), ("a4",)))[0] == claim


def test_a_side_with_itself_is_no_claim() -> None:
    assert claims_in(event(("a1",), ("a5",))) == []
    assert claims_in(event(("a1",), ())) == []
    assert claims_in(event((), ())) == []


def test_an_attack_has_a_direction() -> None:
    (one,), (other,) = (claims_in(event(a, r, type_="ASSAULT")) for a, r in ((("a1",), ("a3",)), (("a3",), ("a1",))))
    assert one.gloss == "attack by TTP on Government of Pakistan"
    assert other.gloss == "attack by Government of Pakistan on TTP"
    assert one.id != other.id


def test_an_attack_on_nobody_known_is_a_claim_of_one_party() -> None:
    (matter,) = claims_in(event(("a1",), (), type_="ASSAULT"))
    assert (matter.gloss, [party.key for party in matter.parties]) == ("attack by TTP", ["ttp"])
    assert claims_in(event((), ("a1",), type_="ASSAULT")) == []


@pytest.mark.parametrize(
    ("type_", "gloss", "alone"),
    [
        ("AGREE", "agreement between TTP and Government of Pakistan", None),
        ("COOPERATE", "cooperation between TTP and Government of Pakistan", None),
        ("SUPPORT", "support by TTP for Government of Pakistan", None),
        ("CONCEDE", "concession by TTP to Government of Pakistan", "concession by TTP"),
        ("AID", "aid from TTP to Government of Pakistan", None),
        ("RETREAT", "retreat by TTP from Government of Pakistan", "retreat by TTP"),
        ("REQUEST", "request by TTP to Government of Pakistan", "request by TTP"),
        ("ACCUSE", "accusation by TTP against Government of Pakistan", None),
        ("REJECT", "rejection by TTP of Government of Pakistan", "rejection by TTP"),
        ("THREATEN", "threat by TTP against Government of Pakistan", None),
        ("PROTEST", "protest by TTP against Government of Pakistan", "protest by TTP"),
        ("SANCTION", "sanctions by TTP on Government of Pakistan", None),
        ("MOBILIZE", "mobilisation by TTP against Government of Pakistan", "mobilisation by TTP"),
        ("COERCE", "coercion by TTP of Government of Pakistan", "coercion by TTP"),
        ("ASSAULT", "attack by TTP on Government of Pakistan", "attack by TTP"),
    ],
)
def test_every_type_has_a_gloss(type_: str, gloss: str, alone: str | None) -> None:
    cast = (TTP, GOVERNMENT)
    assert [claim.gloss for claim in claims_in(event(type_=type_, trigger=span("it")), cast=cast)] == [gloss]
    by_one = claims_in(event(recipients=(), type_=type_, trigger=span("it")), cast=cast)
    assert [claim.gloss for claim in by_one] == ([] if alone is None else [alone])


@pytest.mark.parametrize("type_", ["AGREE", "CONCEDE", "RETREAT"])
def test_a_ceasefire_is_one_claim_promised_or_kept(type_: str) -> None:
    (claim,) = claims_in(event(type_=type_, trigger=span("cease-fire")))
    assert (claim.gloss, claim.type) == ("ceasefire between TTP and Government of Pakistan", "RETREAT")
    assert claims_in(event(type_=type_, mode="ceasefire", trigger=span("it"))) == [claim]


def test_a_broken_ceasefire_is_an_attack() -> None:
    assert claims_in(event(type_="ASSAULT", trigger=span("ceasefire")))[0].type == "ASSAULT"


def test_unknown_types_and_the_outlets_own_events_link_nothing() -> None:
    assert kind_of(event(type_="FROBNICATE")) is None
    assert claims_in(event(type_="FROBNICATE")) == []
    assert claims_in(event(told_by=None)) == []
    assert claims_in(event(told_by="s9")) == []


def test_talks_of_three_have_all_three() -> None:
    usa = actor("a7", "United States", "country", country="USA", known_as="usa")
    (claim,) = claims_in(event(("a1", "a7"), ("a2",)), cast=(*CAST, usa))
    assert claim.gloss == "talks between TTP, Government of the United States and Government of Pakistan"


def test_an_unknown_party_is_keyed_by_its_folded_name() -> None:
    front = actor("a7", "Frente  Bolívar", "armed_group")
    (claim,) = claims_in(event(("a7",), ("a2",)), cast=(*CAST, front))
    assert claim.parties[0].key == "name:frente bolivar"


def test_parties_that_point_at_each_other_end_somewhere() -> None:
    one, other = (actor(i, i, "armed_group", party=p) for i, p in (("x", "y"), ("y", "x")))
    assert claims_in(event(("x",), ("a2",)), cast=(GOVERNMENT, one, other)) != []


def test_a_statement_has_one_link_to_a_claim_and_a_decided_one_is_preferred() -> None:
    vague = event(ident="e1", status="possible", confidence=1.0)
    plain = event(ident="e2", status="actual", confidence=0.5)
    link = only(reading((statement(confidence=0.8),), (vague, plain)))
    assert (link.stance, link.score) == ("affirms", 0.4)


def test_of_two_decided_events_the_surer_one_links() -> None:
    sure = event(ident="e1", status="negated", confidence=0.9)
    unsure = event(ident="e2", status="actual", confidence=0.3)
    assert only(reading((statement("no talks were held"),), (unsure, sure))).stance == "denies"


def test_scores_stay_between_nought_and_one() -> None:
    assert only(reading((statement(confidence=7.0),), (event(confidence=1.0),))).score == 1.0


def test_lists_and_search_words() -> None:
    assert [listed(names) for names in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == ["", "A", "A and B", "A, B and C"]
    assert "negotiations" in words_for("CONSULT")
    assert "truce" in words_for("ceasefire")
    assert "withdrawal" in words_for("RETREAT")
    assert words_for("unheard of") == ()


def test_what_is_less_likely_an_event_than_not_links_nothing_and_lends_nothing() -> None:
    sure, unsure = event(("a1",), ("a2",)), event(("a1",), ("a2",), type_="ASSAULT", ident="e2", confidence=0.49)
    assert [matter.type for matter in claims_in(sure, unsure)] == ["CONSULT"]
    half = event((), ("a2",), type_="ASSAULT", ident="e3", trigger=span("shelled", 20))
    assert [matter.type for matter in claims_in(unsure, half)] == []
    assert len(claims_in(event(("a1",), ("a2",), confidence=0.5))) == 1


@pytest.mark.parametrize(
    ("words", "actors", "stance"),
    [
        ("the post was hit by persons unknown", (), "unclear"),
        ("unidentified gunmen hit the post", (), "unclear"),
        ("the post was hit; it was not known who was behind it", (), "unclear"),
        ("the post was hit by rockets", (), "affirms"),
        ("unidentified gunmen of the TTP hit the post", ("a1",), "affirms"),
    ],
)
def test_who_leaves_open_who_did_it_affirms_of_nobody_that_he_did(
    words: str, actors: tuple[str, ...], stance: str
) -> None:
    whole = "The TTP attacked the post"
    text = f"{whole}, the mayor said. It was looked into, and {words}, the army said."
    at = text.index(words)
    mayor = replace(statement(whole, ident="s1"), content=(span(whole),))
    army = replace(statement(words, ident="s2"), content=(span(words, at),))
    attacked = event(("a1",), ("a3",), type_="ASSAULT", trigger=span("attacked", 8), told_by="s1", ident="e1")
    hit = event(actors, (), type_="ASSAULT", trigger=span("hit", text.index("hit", at)), told_by="s2", ident="e2")
    told = replace(reading((mayor, army), (attacked, hit)), article=Article("r1", text))
    assert {link.statement: link.stance for link in links(told)} == {"s1": "affirms", "s2": stance}


@pytest.mark.parametrize(
    ("type_", "words", "kind"),
    [
        ("COERCE", "arrested", "detention"),
        ("ASSAULT", "kidnapped", "detention"),
        ("COERCE", "captured", "detention"),
        ("COERCE", "seized", "detention"),
        ("ASSAULT", "shot", "ASSAULT"),
    ],
)
def test_who_holds_people_is_one_claim_by_whatever_name(type_: str, words: str, kind: str) -> None:
    hit = (Participant(span("30 soldiers", 40), "recipient"),)
    assert kind_named(replace(event(("a1",), ("a3",), type_=type_, trigger=span(words)), participants=hit)) == kind


def test_a_town_is_seized_and_not_held() -> None:
    hit = (Participant(span("the town", 40), "recipient"),)
    taken = replace(event(("a1",), ("a3",), type_="COERCE", trigger=span("seized")), participants=hit)
    assert kind_named(taken) == "seizure"


def kind_named(told: Event) -> str | None:
    kind = kind_of(told)
    return None if kind is None else kind.name


def test_a_person_who_stands_for_nobody_is_no_side_of_talks_between_two_bodies() -> None:
    priest = actor("a9", "Father Ignacio", "person")
    (talks,) = claims_in(event(("a1", "a9"), ("a2",)), cast=(*CAST, priest))
    assert talks.gloss == "talks between TTP and Government of Pakistan"


def test_ground_that_is_captured_is_seized_and_not_detained() -> None:
    outskirts = Participant(span("the outskirts of the town", 60), "recipient")
    captured = replace(
        event(("a1",), type_="COERCE", trigger=span("captured")), mode="arrest", participants=(outskirts,)
    )
    men = replace(captured, participants=(Participant(span("two soldiers", 60), "recipient"),))
    assert [kind and kind.name for kind in map(kind_of, (captured, men))] == ["seizure", "detention"]
    assert kind_of(event(("a1",), type_="COERCE", trigger=span("repelled"))) is None
