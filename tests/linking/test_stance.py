from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.linking.actors import event, span, statement

from onrecord.linking.stance import stance_of
from onrecord.model import Act, Certainty, DateExpression, EventStatus, Stance


@pytest.mark.parametrize(
    ("act", "certainty", "status", "stance"),
    [
        ("asserts", "actual", "actual", "affirms"),
        ("confirms", "actual", "historical", "unclear"),
        ("accuses", "actual", "actual", "affirms"),
        ("promises", "actual", "future", "affirms"),
        ("asserts", "negated", "actual", "denies"),
        ("asserts", "actual", "negated", "denies"),
        ("confirms", "negated", "negated", "denies"),
        ("denies", "negated", "negated", "denies"),
        ("denies", "actual", "actual", "denies"),
        ("denies", "possible", "possible", "denies"),
        ("asserts", "possible", "actual", "affirms"),
        ("asserts", "possible", "future", "unclear"),
        ("promises", "possible", "future", "unclear"),
        ("promises", "conditional", "conditional", "unclear"),
        ("asserts", "actual", "conditional", "unclear"),
        ("asserts", "unknown", "actual", "unclear"),
        ("doubts", "actual", "actual", "unclear"),
        ("demands", "actual", "future", "unclear"),
        ("threatens", "actual", "future", "unclear"),
        ("predicts", "actual", "future", "unclear"),
        ("declines", "unknown", "actual", "declines"),
        ("unavailable", "unknown", "negated", "declines"),
    ],
)
def test_stance_comes_from_act_certainty_and_status(
    act: Act, certainty: Certainty, status: EventStatus, stance: Stance
) -> None:
    words = "no talks were held" if stance == "denies" else "talks were held"
    assert stance_of(statement(words, act=act, certainty=certainty), event(status=status)) == stance


@pytest.mark.parametrize(
    ("cue", "content", "stance"),
    [
        (":", "the drone was ours after all", "affirms"),
        ("said", "there is such an agreement and our units observe it", "affirms"),
        ("denied", "the drone was ours", "denies"),
        ("said", "the story of the drone was a lie", "denies"),
        ("said", "it had refrained from any attack", "denies"),
    ],
)
def test_words_that_deny_nothing_affirm_what_is_told_as_fact(cue: str, content: str, stance: Stance) -> None:
    told = statement(content, act="denies", certainty="actual", cue=cue)
    assert stance_of(told, event(status="actual")) == stance


@pytest.mark.parametrize(
    ("cue", "content", "stance"),
    [
        ("announces", "truce", "affirms"),
        ("announces", "no truce", "denies"),
        ("rules out", "truce", "denies"),
        ("announces", "the truce was called off", "denies"),
    ],
)
def test_what_is_negated_has_to_be_negated_by_words(cue: str, content: str, stance: Stance) -> None:
    told = statement(content, act="promises", certainty="possible", cue=cue)
    assert stance_of(told, event(type_="RETREAT", status="negated")) == stance


def test_what_a_reviewer_says_of_a_statement_holds_whatever_its_words() -> None:
    denied = statement(act="denies", certainty="actual")
    assert stance_of(denied, event(status="actual")) == "affirms"
    assert stance_of(denied, event(status="actual"), reviewed=True) == "denies"
    negated = statement(act="asserts", certainty="actual")
    assert stance_of(negated, event(status="negated"), reviewed=True) == "denies"


def test_what_cannot_be_is_negated_in_its_own_clause_only() -> None:
    content = "We are under a blockade. Nobody can get out and food cannot get in"
    said = statement(content, certainty="negated")
    at = content.index("blockade")
    assert stance_of(said, event(type_="COERCE", trigger=span("blockade", at))) == "affirms"
    one = "We cannot be under a blockade"
    told = event(type_="COERCE", trigger=span("blockade", one.index("blockade")))
    assert stance_of(statement(one, certainty="negated"), told) == "denies"


@pytest.mark.parametrize(
    ("cue", "content", "stance"),
    [
        ("denied", "that no talks were held", "affirms"),
        ("denied", "they had never held talks", "affirms"),
        ("rejected", "reports that it wasn't in talks", "affirms"),
        ("denied", "any talks", "denies"),
        ("denied", "that talks were held, saying no such contact was made", "denies"),
        ("denied", "there was no plan, and said talks never began", "denies"),
        ("said", "no talks were held", "denies"),
        ("confirmed", "that it had not held talks", "denies"),
    ],
)
def test_only_a_verb_of_denial_and_a_negation_make_a_double_negation(cue: str, content: str, stance: Stance) -> None:
    said = statement(content, act="denies", certainty="negated", cue=cue)
    assert stance_of(said, event(trigger=span("talks", content.index("talks")), status="negated")) == stance


@pytest.mark.parametrize(
    ("told", "act", "certainty", "status", "stance"),
    [
        ("confirmed that the report of talks was incorrect", "denies", "negated", "negated", "denies"),
        ("no talks were held", "asserts", "negated", "negated", "denies"),
        ("doubted that talks were held", "doubts", "unknown", "possible", "unclear"),
        ("called for talks", "demands", "possible", "possible", "unclear"),
        ("promised to hold talks", "promises", "actual", "future", "affirms"),
        ("promised talks if the raids stop", "promises", "conditional", "conditional", "unclear"),
        ("threatened to break off the talks", "threatens", "actual", "future", "unclear"),
        ("foresaw talks", "predicts", "possible", "future", "unclear"),
        ("talks will be held", "asserts", "actual", "future", "affirms"),
        ("if talks are held", "asserts", "conditional", "conditional", "unclear"),
        ("talks may be held", "asserts", "possible", "possible", "unclear"),
        ("would not say whether talks were held", "declines", "unknown", "possible", "declines"),
        ("accused them of holding talks", "accuses", "actual", "actual", "affirms"),
    ],
)
def test_polarity(told: str, act: Act, certainty: Certainty, status: EventStatus, stance: Stance) -> None:
    said = statement(told, act=act, certainty=certainty, cue=told.split()[0])
    assert stance_of(said, event(trigger=span("talks", told.index("talks")), status=status)) == stance


def test_background_affirms_only_where_its_day_is_known() -> None:
    dated = replace(event(status="historical"), date=DateExpression(span("2009"), "2009", date(2009, 1, 1)))
    assert stance_of(statement(), dated) == "affirms"
    assert stance_of(statement(certainty="possible"), dated) == "unclear"
    assert stance_of(statement(act="denies", cue="denied"), dated) == "denies"
    assert stance_of(statement(), event(status="historical")) == "unclear"


def test_a_negation_belongs_to_the_event_that_bears_it() -> None:
    said = statement("the talks brought no deal", certainty="negated")
    talks, deal = event(ident="e1"), event(ident="e2", type_="AGREE", status="negated")
    assert stance_of(said, talks, [talks, deal]) == "affirms"
    assert stance_of(said, deal, [talks, deal]) == "denies"


def test_what_a_denial_takes_for_granted_is_left_open() -> None:
    said = statement("that the talks brought a deal", act="denies", certainty="negated", cue="denied")
    talks, deal = event(ident="e1"), event(ident="e2", type_="AGREE", status="negated")
    assert stance_of(said, talks, [talks, deal]) == "unclear"


def test_who_tells_his_deed_apart_from_others_affirms_it() -> None:
    words = "its fighters, and not those of the front, had ambushed the patrol"
    ambush = event(trigger=span("ambushed", words.index("ambushed")), type_="ASSAULT")
    told = statement(words, act="denies", certainty="negated")
    assert stance_of(told, ambush) == "affirms"
    assert stance_of(replace(told, cue=span("denied")), ambush) == "denies"
    assert stance_of(told, replace(ambush, status="negated")) == "denies"


def told_of(words: str, trigger: str, *, act: Act, cue: str = "said", type_: str = "ASSAULT") -> Stance:
    happened = event(trigger=span(trigger, words.index(trigger)), type_=type_)
    certainty: Certainty = "negated" if act in {"denies", "asserts"} else "possible"
    return stance_of(statement(words, act=act, certainty=certainty, cue=cue), happened)


def test_what_is_told_beside_a_negation_is_affirmed() -> None:
    owned = "Our sector attacked the base. I was misinformed when I denied it"
    assert told_of(owned, "attacked", act="denies") == "affirms"
    assert told_of(owned, "attacked", act="denies", cue="denied") == "denies"
    assert told_of("the envoys had met and had signed nothing", "met", act="asserts") == "affirms"
    assert told_of("nobody of ours attacked the base", "attacked", act="asserts") == "denies"


def test_a_quoted_negation_is_the_denial_itself() -> None:
    words = 'it: "They have not released our officers'
    freed = event(trigger=span("released", words.index("released")), type_="RETREAT", status="negated")
    assert stance_of(statement(words, act="denies", certainty="negated", cue="denied"), freed) == "denies"


def test_who_undertakes_to_yield_affirms_it_and_not_the_violence_that_he_would_end() -> None:
    assert told_of("a truce from noon", "truce", act="promises", type_="CONCEDE") == "affirms"
    assert told_of("to end the fighting", "fighting", act="promises") == "unclear"


@pytest.mark.parametrize(
    ("agreed", "status", "between", "stance"),
    [
        ("agreed", "actual", 8, "affirms"),
        ("agreed", "possible", 8, "unclear"),
        ("discussed", "actual", 8, "unclear"),
        ("agreed", "actual", 200, "unclear"),
    ],
)
def test_a_truce_that_is_agreed_on_is_affirmed_though_it_is_still_to_begin(
    agreed: str, status: EventStatus, between: int, stance: Stance
) -> None:
    told = statement("they have agreed on a ceasefire that will begin on Sunday", certainty="possible")
    deal = event(type_="AGREE", status=status, trigger=span(agreed, 10))
    truce = event(type_="RETREAT", status="future", trigger=span("ceasefire", 10 + len(agreed) + between))
    assert stance_of(told, truce, [deal, truce]) == stance


def test_who_denies_a_breach_takes_the_truce_as_given() -> None:
    denied = told_of("violating the week-old ceasefire", "ceasefire", act="denies", cue="denied", type_="RETREAT")
    assert denied == "affirms"
    assert told_of("The truce has not been broken by us", "truce", act="asserts", type_="RETREAT") == "affirms"
    assert told_of("agreeing to a ceasefire", "ceasefire", act="denies", cue="denied", type_="RETREAT") == "denies"
