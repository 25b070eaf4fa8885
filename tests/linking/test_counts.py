from __future__ import annotations

from dataclasses import replace

from tests.linking.actors import event, span, statement

from onrecord.linking.counts import figures_of
from onrecord.model import Figure, Participant, Quantity

TOLD = statement("they killed 24 soldiers there")
KILLING = event(type_="ASSAULT", trigger=span("killed", 5))
HIT = Participant(span("24 soldiers", 12), "recipient")


def test_the_number_that_opens_the_words_for_the_hit_is_claimed() -> None:
    assert figures_of(replace(KILLING, participants=(HIT,)), TOLD) == [Figure("killed", 24, 24)]
    acting = replace(HIT, side="actor")
    assert figures_of(replace(KILLING, participants=(acting,)), TOLD) == []


def test_a_number_outside_the_statement_is_not_its_own() -> None:
    elsewhere, own = Quantity(span("11", 90), 11, 11, 11, "killed"), Quantity(span("24", 12), 24, 24, 24, "killed")
    assert figures_of(replace(KILLING, quantities=(elsewhere, own)), TOLD) == [Figure("killed", 24, 24)]
    assert figures_of(replace(KILLING, quantities=(elsewhere,)), TOLD) == []
