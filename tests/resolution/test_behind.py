"""Where and when an event is by the words behind it."""

from __future__ import annotations

import pytest

from onrecord.model import DateExpression, Event, Span, Statement
from onrecord.nearby import Nearby
from onrecord.reading.reader import Relations
from onrecord.resolution.behind import Tied, reach


def words(text: str, part: str) -> Span:
    return Span.of(text, text.index(part), text.index(part) + len(part))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("They denied the attack near Khar on Sunday.", " near Khar on Sunday."),
        ("They denied the attack. It rained in Khar.", ""),
        ('"We made the attack," he said in Khar.', ","),
        ("It made the attack, the army said in Khar.", ", "),
        ("They denied the attack by men whom they had let go in May.", " by men "),
    ],
)
def test_the_words_behind_end_with_the_sentence_the_quotation_and_who_says_it(text: str, told: str) -> None:
    event = Event("e1", words(text, "attack"), "ASSAULT", "actual", 0.9, "s1")
    source = words(text, "the army") if "the army" in text else None
    cue = words(text, "said") if "said" in text else words(text, "denied")
    statement = Statement("s1", (), source, cue, "collective", "asserts", "actual", "indirect", 0.9)
    assert reach(text, event, {"s1": statement}).text == told


def test_a_report_may_end_with_the_trigger() -> None:
    event = Event("e1", Span(0, 6, "attack"), "ASSAULT", "actual", 0.9)
    assert reach("attack", event, {}).text == ""


TOLD = "They seized men in May and fled"
HEADS = {"They": "seized", "seized": "seized", "men": "seized", "in": "May", "and": "fled", "fled": "seized"}


@pytest.mark.parametrize(("above", "found"), [("seized", "May"), ("men", "May"), ("fled", None)])
def test_a_day_is_of_what_it_hangs_from(above: str, found: str | None) -> None:
    spans = tuple(words(TOLD, word) for word in TOLD.split())
    numbers = {span.text: number for number, span in enumerate(spans)}
    heads = tuple(numbers[(HEADS | {"May": above, "fled": "fled"})[span.text]] for span in spans)
    grammar = Relations(spans, ("X",) * len(spans), heads, ("dep",) * len(spans))
    may = DateExpression(words(TOLD, "May"))
    tied = Tied(grammar, Nearby([(may.span, may)]))
    day = tied.day(Event("e1", words(TOLD, "seized"), "COERCE", "actual", 0.9))
    assert (None if day is None else day.span.text) == found


def test_without_grammar_no_day_is_tied() -> None:
    assert Tied(None, Nearby([])).day(Event("e1", words(TOLD, "seized"), "COERCE", "actual", 0.9)) is None


def test_no_day_behind_whom_is_tied() -> None:
    told = "They freed men whom others seized in May"
    heads = {"They": "freed", "freed": "freed", "men": "freed", "whom": "seized", "others": "seized"}
    heads |= {"seized": "freed", "in": "May", "May": "seized"}
    spans = tuple(words(told, word) for word in told.split())
    numbers = {span.text: number for number, span in enumerate(spans)}
    grammar = Relations(spans, ("X",) * 8, tuple(numbers[heads[s.text]] for s in spans), ("dep",) * 8)
    may = DateExpression(words(told, "May"))
    tied = Tied(grammar, Nearby([(may.span, may)]))
    days = [tied.day(Event("e1", words(told, verb), "RETREAT", "actual", 0.9)) for verb in ("freed", "seized")]
    assert days == [None, may]
