"""Deliveries of arms and fighters: who gives and who gets, by the grammar of one sentence."""

from __future__ import annotations

import pytest
from tests.reading.by_hand import parsed

from onrecord.reading.deliveries import CERTAINTY, deliveries, with_deliveries
from onrecord.reading.happenings import Trigger

SENT = "Rwanda/PROPN/3/nsubj has/AUX/3/aux sent/VERB/3/root rifles/NOUN/3/obj to/ADP/7/case the/DET/7/det rebels/NOUN/3/obl"
GAVE_US = "Rwanda/PROPN/3/nsubj has/AUX/3/aux given/VERB/3/root us/PRON/3/iobj no/DET/6/det rifles/NOUN/3/obj"
BROUGHT = (
    "Fighters/NOUN/3/nsubj:pass were/AUX/3/aux:pass brought/VERB/3/root to/ADP/5/case it/PRON/3/obl by/ADP/7/case"
    " Turkey/PROPN/3/obl:agent"
)
GETS = (
    "The/DET/2/det rebels/NOUN/3/nsubj receive/VERB/3/root no/DET/5/det weapons/NOUN/3/obj from/ADP/7/case"
    " Rwanda/PROPN/3/obl"
)
ARMED = "Rwanda/PROPN/3/nsubj is/AUX/3/aux arming/VERB/3/root the/DET/5/det rebels/NOUN/3/obj"
SHIPMENTS = (
    "Shipments/NOUN/8/nsubj of/ADP/3/case missiles/NOUN/1/nmod by/ADP/5/case Rwanda/PROPN/1/nmod to/ADP/7/case"
    " rebels/NOUN/1/nmod continued/VERB/8/root"
)
REACHED = "Arms/NOUN/2/nsubj reached/VERB/2/root the/DET/4/det rebels/NOUN/2/obj from/ADP/6/case Rwanda/PROPN/2/obl"


@pytest.mark.parametrize(
    ("told", "word", "giver", "getter"),
    [
        (SENT, "sent", "Rwanda", "the rebels"),
        (GAVE_US, "given", "Rwanda", "us"),
        (BROUGHT, "brought", "Turkey", "it"),
        (GETS, "receive", "Rwanda", "The rebels"),
        (ARMED, "arming", "Rwanda", "the rebels"),
        (REACHED, "reached", "Rwanda", "the rebels"),
        (SHIPMENTS, "Shipments", "Rwanda", "rebels"),
    ],
)
def test_the_grammar_tells_who_gives_and_who_gets(told: str, word: str, giver: str, getter: str) -> None:
    report, grammar = parsed(told)
    (found,) = deliveries(report, grammar).values()
    assert (report.forms[found.word], report.span(*found.giver).text, report.span(*found.getter).text) == (
        word,
        giver,
        getter,
    )


@pytest.mark.parametrize(
    "told",
    [
        "Rwanda/PROPN/2/nsubj sent/VERB/2/root rice/NOUN/2/obj to/ADP/6/case the/DET/6/det rebels/NOUN/2/obl",
        "The/DET/2/det rebels/NOUN/3/nsubj have/VERB/3/root rifles/NOUN/3/obj in/ADP/6/case cellars/NOUN/3/obl",
        "Rebels/NOUN/2/nsubj handed/VERB/2/root over/ADP/2/compound:prt rifles/NOUN/2/obj to/ADP/6/case Rwanda/PROPN/2/obl",
        "Who/PRON/3/nsubj is/AUX/3/aux arming/VERB/3/root the/DET/5/det rebels/NOUN/3/obj ?/PUNCT/3/punct",
        "Armed/ADJ/2/amod men/NOUN/3/nsubj attacked/VERB/3/root the/DET/5/det village/NOUN/3/obj",
    ],
    ids=["no arms", "from nobody", "given up", "asked", "armed men"],
)
def test_nothing_else_is_a_delivery(told: str) -> None:
    assert deliveries(*parsed(told)) == {}


def test_a_delivery_takes_the_place_of_what_the_heads_saw_in_its_words() -> None:
    report, grammar = parsed(SENT)
    told = deliveries(report, grammar)
    elsewhere = Trigger(6, 6, 0.5)
    assert with_deliveries([Trigger(3, 3, 0.9), elsewhere], told) == [Trigger(2, 2, CERTAINTY), elsewhere]
