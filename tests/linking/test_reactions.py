from __future__ import annotations

from dataclasses import replace

import pytest
from tests.linking.actors import event, reading, span, statement

from onrecord.linking.claims import links
from onrecord.linking.reactions import CERTAINTY
from onrecord.linking.retold import is_retold
from onrecord.model import Act, Article, DateExpression, Link, Span, Stance, Statement

ATTACK = event(("a1",), ("a2",), type_="ASSAULT", trigger=span("attack", 40))
TOLD = statement("the attack was theirs", ident="s1", party="a2")


def answer(words: str, act: Act, *, cue: str = "said", party: str | None = "a1", at: int = 100) -> Statement:
    placed = statement(words, cue=cue, act=act, ident="s2", party=party)
    return replace(placed, content=(span(words, at),), cue=span(cue, at - 10), source=span("They", at - 20))


def linked(answering: Statement) -> list[Link]:
    return [link for link in links(reading((TOLD, answering), (ATTACK,))) if link.statement == "s2"]


@pytest.mark.parametrize(
    ("words", "act", "cue", "stance"),
    [
        ("it", "denies", "denied", "denies"),
        ("the allegation", "denies", "rejected", "denies"),
        ("the army's account", "denies", "dismissed", "denies"),
        ("any involvement", "denies", "denied", "denies"),
        ("It was not us", "denies", "said", "denies"),
        ("It is a lie meant for the cameras", "denies", "said", "denies"),
        ("the understanding", "confirms", "confirmed", "affirms"),
        ("it", "confirms", "confirmed", "affirms"),
        ("It was us", "asserts", "said", "affirms"),
        ("responsibility", "asserts", "claimed", "affirms"),
        ("the claim", "doubts", "doubted", "unclear"),
        ("when he was shown the picture", "denies", "stuck to his denial", "denies"),
        ("I have told you that our men did not do it. He likes cameras", "denies", "replied", "denies"),
        ("We had nothing to do with the blast", "denies", "said", "denies"),
        ("the charge", "denies", "had levelled", "affirms"),
    ],
)
def test_what_answers_a_claim_speaks_of_the_event_told_last(words: str, act: Act, cue: str, stance: Stance) -> None:
    (link,) = linked(answer(words, act, cue=cue))
    assert (link.matter.gloss, link.stance) == ("attack by TTP on Government of Pakistan", stance)
    assert link.score == CERTAINTY


@pytest.mark.parametrize(
    "answering",
    [
        answer("it", "denies", party=None),
        answer("it", "denies", at=20),
        answer("it", "denies", at=5000),
        answer("schools would stay closed", "denies"),
        answer("it", "declines"),
        answer("it", "asserts"),
    ],
    ids=["party unknown", "told before it", "told long after it", "of something else", "says nothing", "no answer"],
)
def test_what_answers_nothing_is_left_alone(answering: Statement) -> None:
    assert linked(answering) == []


def test_who_is_no_side_of_it_does_not_answer_it() -> None:
    assert linked(answer("it", "denies", party="a9")) == []


def test_who_dismisses_a_claim_denies_what_is_claimed() -> None:
    outer = statement(
        "a rebel claim that they had won", cue="dismissed", act="denies", ident="s1", speaker="a3", party="a2"
    )
    inner = replace(statement("they had attacked", cue="claim", ident="s2", party="a1"), parent="s1")
    attack = event(type_="ASSAULT", trigger=span("attacked", 9), told_by="s2")
    found = {link.statement: link.stance for link in links(reading((outer, inner), (attack,)))}
    assert found == {"s1": "denies", "s2": "unclear"}
    said = replace(inner, cue=span("said"))
    assert {link.statement for link in links(reading((outer, said), (attack,)))} == {"s2"}


def test_a_retold_denial_is_open_where_its_party_now_affirms() -> None:
    denied = statement("the talks", cue="had denied", act="denies", ident="s1", party="a2")
    affirmed = statement("the talks", cue="confirmed", act="confirms", ident="s2", party="a2")
    talks = event(told_by="s1", status="negated"), event(told_by="s2", ident="e2")
    found = {link.statement: link.stance for link in links(reading((denied, affirmed), talks))}
    assert found == {"s1": "unclear", "s2": "affirms"}
    other = replace(affirmed, party="a1")
    assert {link.stance for link in links(reading((denied, other), talks))} == {"denies", "affirms"}


def test_a_retold_saying_is_one_before_the_news_of_an_unknown_day() -> None:
    told = reading((), ())
    assert is_retold(statement(cue="had denied"), told)
    assert not is_retold(statement(cue="denied"), told)
    dated = DateExpression(Span(0, 6, "Monday"), precision="day")
    assert not is_retold(replace(statement(cue="had denied"), said_on=dated), told)
    text = "The government first denied the talks."
    first = replace(statement(), cue=Span(21, 27, "denied"))
    assert is_retold(first, replace(told, article=Article("r1", text)))


def test_who_denies_an_allegation_denies_what_is_alleged() -> None:
    alleging = replace(
        event(("a2",), ("a1",), type_="ACCUSE", trigger=span("allegations", 104)), id="e2", statement="s2"
    )
    signing = replace(event(("a2",), ("a1",), type_="AGREE", trigger=span("signing", 60)), id="e3", statement="s1")
    answering = answer("These allegations are fabricated", "denies")
    accusing = replace(TOLD, act="accuses")

    def answered(before: Statement) -> set[tuple[str, Stance]]:
        found = links(reading((before, answering), (ATTACK, signing, alleging)))
        return {(link.matter.type, link.stance) for link in found if link.statement == "s2"}

    assert ("ASSAULT", "denies") in answered(accusing)
    assert "AGREE" not in {type_ for type_, _ in answered(accusing)}


def test_what_has_no_word_of_denial_answers_nothing() -> None:
    assert linked(answer("the story", "denies", cue="put its side of")) == []
    assert [link.stance for link in linked(answer("the story", "denies", cue="poured scorn on"))] == ["denies"]
