"""The words of who takes part in an event reach to the end of their noun."""

from __future__ import annotations

import pytest
from tests.reading.by_hand import parsed

from onrecord.model import Event, Span
from onrecord.reading.reader import EventWords, Relations
from onrecord.reading.wholephrases import with_whole_phrases

HIT = (
    "The/DET/2/det army/NOUN/3/nsubj hit/VERB/3/root one/NUM/3/obj of/ADP/7/case its/PRON/7/nmod:poss"
    " helicopters/NOUN/4/nmod beside/ADP/10/case a/DET/10/det village/NOUN/7/nmod"
)
ATTACK = "An/DET/2/det attack/NOUN/2/root on/ADP/6/case an/DET/6/det Azerbaijani/ADJ/6/amod post/NOUN/2/nmod"


def whole(told: str, words: str, trigger: str, kind: str = "ASSAULT") -> list[str]:
    report, tree = parsed(told)
    spans = tuple(Span.of(report.text, start, end) for start, end in report.places)
    at = report.text.index(trigger)
    event = Event("e1", Span.of(report.text, at, at + len(trigger)), kind, "actual", 0.9)
    start = f" {report.text} ".index(f" {words} ")
    marked = EventWords("e1", recipients=(Span.of(report.text, start, start + len(words)),))
    grammar = Relations(spans, tree.tags, tree.heads, tree.relations)
    (found,) = with_whole_phrases(report.text, [event], [marked], grammar)
    return [span.text for span in found.recipients]


@pytest.mark.parametrize(
    ("told", "words", "trigger", "expected"),
    [
        (HIT, "one", "hit", "one of its helicopters"),
        (HIT, "The", "hit", "The army"),
        (HIT, "a", "hit", "a village"),
        (ATTACK, "an", "attack", "an Azerbaijani post"),
        (ATTACK, "an Azerbaijani", "attack", "an Azerbaijani post"),
        (ATTACK, "Azerbaijani", "attack", "Azerbaijani"),
        (ATTACK, "An", "attack", "An"),
        (ATTACK, "an", "An", "an Azerbaijani post"),
        (HIT, "its helicopters", "hit", "its helicopters"),
    ],
)
def test_words_that_stop_before_their_noun_are_taken_to_it(
    told: str, words: str, trigger: str, expected: str
) -> None:
    assert whole(told, words, trigger) == [expected]


def test_whose_men_are_hit_does_not_hit_them() -> None:
    report, tree = parsed(HIT)
    spans = tuple(Span.of(report.text, start, end) for start, end in report.places)
    its, hit = spans[5], Span.of(report.text, spans[3].start, spans[6].end)
    event = Event("e1", spans[2], "ASSAULT", "actual", 0.9)
    words = EventWords("e1", (its,), (hit,))
    grammar = Relations(spans, tree.tags, tree.heads, tree.relations)
    assert with_whole_phrases(report.text, [event], [words], grammar) == (EventWords("e1", (), (hit,)),)
    talks = Event("e1", spans[2], "CONSULT", "actual", 0.9)
    assert with_whole_phrases(report.text, [talks], [words], grammar) == (words,)
