"""Whose time words of time tell, where a relative clause holds them."""

from __future__ import annotations

from tests.reading.by_hand import parsed

from onrecord.model import Event, Span
from onrecord.reading.owntimes import with_own_times
from onrecord.reading.reader import EventWords, Relations

FREED = (
    "They/PRON/2/nsubj freed/VERB/2/root men/NOUN/2/obj whom/PRON/6/obj they/PRON/6/nsubj seized/VERB/3/acl:relcl"
    " in/ADP/8/case spring/NOUN/6/obl"
)
THEN = "They/PRON/2/nsubj freed/VERB/2/root men/NOUN/2/obj in/ADP/5/case spring/NOUN/2/obl"


def times(told: str, trigger: str) -> list[str]:
    report, tree = parsed(told)
    spans = tuple(Span.of(report.text, start, end) for start, end in report.places)
    named = {span.text: span for span in spans}
    words = EventWords("e1", time=(named["spring"],))
    grammar = Relations(spans, tree.tags, tree.heads, tree.relations)
    (found,) = with_own_times([Event("e1", named[trigger], "RETREAT", "actual", 0.9)], [words], grammar)
    return [span.text for span in found.time]


def test_the_time_of_a_relative_clause_is_not_that_of_the_clause_around_it() -> None:
    assert times(FREED, "freed") == []
    assert times(FREED, "seized") == ["spring"]
    assert times(THEN, "freed") == ["spring"]
