"""Where an event is by the words close behind it."""

from __future__ import annotations

import pytest

from onrecord.model import Event, Span, Statement
from onrecord.resolution.behind import reach


def words(text: str, part: str) -> Span:
    return Span.of(text, text.index(part), text.index(part) + len(part))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("They denied the attack near Khar on Sunday.", " near Khar on Sunday."),
        ("They denied the attack. It rained in Khar.", ""),
        ('"We made the attack," he said in Khar.', ","),
        ("It made the attack, the army said in Khar.", ", "),
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
