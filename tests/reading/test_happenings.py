"""Triggers, what stands round them and their values, whatever the weights are."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.by_hand import SEEDS, encoded, parsed, weights

from onrecord.model import Span, Statement
from onrecord.reading.encoded import Encoded
from onrecord.reading.events import events, whole
from onrecord.reading.grammar import Grammar
from onrecord.reading.happenings import SIDES, VALUES, Trigger, judged, sides, triggers


def flat(report: Encoded) -> Grammar:
    """Words that nothing governs."""
    count = len(report.places)
    return Grammar(("NOUN",) * count, tuple(range(count)), ("root",) * count)


TEXTS = st.text(alphabet="Thearmy talkd. ,“”\n3é", max_size=200)


@given(TEXTS, SEEDS)
@settings(deadline=None, max_examples=60)
def test_triggers_stand_apart_in_order_within_one_sentence(text: str, seed: int) -> None:
    report = encoded(text, seed)
    found = triggers(report, weights(seed))
    for one, other in pairwise(found):
        assert one.last < other.first
    for trigger in found:
        assert report.sentence[trigger.first] == report.sentence[trigger.last]
        assert 0 <= trigger.sure <= 1
    around = sides(report, found, weights(seed))
    assert len(around) == len(found)
    assert all(set(stretches) == set(SIDES) for stretches in around)


@given(TEXTS, SEEDS)
@settings(deadline=None, max_examples=60)
def test_events_hold_exact_words_and_their_own_mode(text: str, seed: int) -> None:
    report = encoded(text, seed)
    known = weights(seed)
    found, words = events(report, flat(report), (), known, before=3)
    assert [e.id for e in found] == [f"e{n}" for n in range(4, 4 + len(found))] == [w.event for w in words]
    for event in found:
        assert text[event.trigger.start : event.trigger.end] == event.trigger.text
        assert event.mode in (None, {"CONSULT": "phone", "ASSAULT": "aerial"}[event.type])


def test_values_are_shares() -> None:
    report = encoded("The army said that talks were held.", 7)
    found = triggers(report, weights(7)) or ()
    for shares in judged(report, weights(7), [(trigger, ()) for trigger in found]):
        assert all(abs(sum(shares[name].values()) - 1) < 1e-4 for name in VALUES)


def test_an_event_is_told_by_the_innermost_statements_and_once_for_each() -> None:
    text = "The minister said the army had denied talks."
    report = encoded(text, 3)

    def statement(ident: str, cue: str, content: str, parent: str | None) -> Statement:
        spans = [Span(text.index(words), text.index(words) + len(words), words) for words in (cue, content)]
        return Statement(
            ident, (spans[1],), None, spans[0], "role", "asserts", "actual", "indirect", 1.0, parent=parent
        )

    outer = statement("s1", "said", "the army had denied talks", None)
    inner = statement("s2", "denied", "talks", "s1")
    known = weights(3)
    always = type(known)(
        {**known.arrays, "trigger.weight": known.arrays["trigger.weight"] * 0}, known.labels,
        {**known.measured, "trigger_threshold": [-9.0]},
    )  # fmt: skip
    found, _ = events(report, flat(report), (outer, inner), always)
    assert "denied" not in {e.trigger.text for e in found}, "a verb of saying is no event"
    told = {e.trigger.text: e.statement for e in found}
    assert told["talks"] == "s2"
    assert told["army"] == "s1"
    assert told["minister"] is None


def test_an_adjective_leads_to_the_noun_that_it_stands_before() -> None:
    _, tree = parsed(
        "They/PRON/2/nsubj made/VERB/2/root bloody/ADJ/5/amod suicide/NOUN/5/compound attacks/NOUN/2/obj"
    )
    assert whole(tree, Trigger(2, 2, 0.9)) == Trigger(3, 4, 0.9)
    assert whole(tree, Trigger(1, 1, 0.9)) == Trigger(1, 1, 0.9)
