from __future__ import annotations

import pytest

from onrecord.linking.outlets import outlet_key, relayed_from
from onrecord.model import Article, Reading, Span, Statement


def found(text: str, cue: str, outlet: str | None = "Frontier Daily", to: str | None = None) -> str | None:
    def span(words: str) -> Span:
        at = text.index(words)
        return Span.of(text, at, at + len(words))

    statement = Statement(
        "s1",
        (),
        None,
        span(cue),
        "named",
        "asserts",
        "actual",
        "indirect",
        0.9,
        said_to=None if to is None else span(to),
    )
    return relayed_from(statement, Reading(Article("r", text, outlet=outlet), (statement,)))


@pytest.mark.parametrize(
    ("text", "cue", "outlet"),
    [
        ("A commander told Dawn that talks were going well.", "told", "media:DAWN"),
        ("The commander said in an interview with Al Jazeera that talks were on.", "said", outlet_key("Al Jazeera")),
        ("Reuters reported, citing two officials, that envoys had met.", "reported", "media:REUTERS"),
        (
            "According to the Harbour Gazette, he said. He told the Harbour Gazette so.",
            "told",
            "name:harbour gazette",
        ),
    ],
)
def test_a_statement_made_to_another_outlet_is_passed_on(text: str, cue: str, outlet: str) -> None:
    assert found(text, cue) == outlet


@pytest.mark.parametrize(
    ("text", "cue", "paper"),
    [
        ("A commander told reporters that talks were going well.", "told", "Frontier Daily"),
        ("He told parliament that there were none.", "told", "Frontier Daily"),
        ("He told Dawn that talks were going well.", "told", "Dawn"),
        ("He told Reuters so.", "told", "Reuters"),
        ("She told President Santos that the FARC agreed.", "told", None),
        ('He said: "Nobody told Dawn the truth."', "said", "Frontier Daily"),
    ],
)
def test_a_statement_at_first_hand_is_not(text: str, cue: str, paper: str | None) -> None:
    assert found(text, cue, paper) is None


def test_whom_it_was_said_to_is_asked_first() -> None:
    assert found("He told the BBC that it was so.", "told", to="the BBC") == outlet_key("BBC")
