"""Texts without sense or end: each is read in a time that grows with its length, not with the square of it."""

from __future__ import annotations

import time

import pytest
from tests.reading.reports import reading
from tests.reading.spans import spans_of

SECONDS = 60.0
PLAIN = "the river runs past the old mill and over the weir to the sea "
TEXTS = {
    "60,000 characters without a full stop": PLAIN * 1_000,
    "a sentence of 2,400 words": "the minister of the interior said that the road was open and " * 200,
    "cues without a full stop": "the army denied that talks were held and " * 200,
    "2,000 quotation marks": 'The elder said "yes" and "no". ' * 500,
    "4,000 marks that open": "“" * 4_000,
    "4,000 marks of both kinds": "“”" * 2_000,
    "one word": "a" * 300_000,
    "capitals": "Aa " * 1_000,
    "initials": "A. " * 1_000,
    "articles": "The " * 1_000,
    "offices": "deputy " * 1_000,
    "names": "Ana Ruiz, " * 400,
    "known names": "Taliban Colombia Kabul " * 300,
    "elisions": "the army denied talks, as did " * 150,
    "open questions": "it is unclear whether " * 200,
    "he said": "he said " * 400,
    "commas": "a, " * 1_500,
    "spaces": "The army" + " " * 200_000 + "said no.",
    "lines": "x\n" * 2_000,
    "times": "last Monday " * 600,
    "emoji": "🕊️" * 2_000,
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_long_text_is_read_in_time_and_every_span_is_exact(name: str) -> None:
    text = TEXTS[name]
    begun = time.monotonic()
    found = reading(text)
    assert time.monotonic() - begun < SECONDS
    assert all(text[span.start : span.end] == span.text for _, span in spans_of(found))


def test_many_reports_in_one_are_read_in_time() -> None:
    people = [f"{first} {last}" for first in ("Ana", "Li", "Omar", "Juan", "Eve") for last in ("Ruiz", "Wei", "Khan")]
    paragraphs = [
        f"The army denied that talks with the Taliban were held in Bajaur. {people[n % 15]}, a spokesman for the group,"
        f" said on Monday that no talks were under way. “We will not talk,” he said."
        for n in range(60)
    ]
    begun = time.monotonic()
    found = reading("\n".join(paragraphs))
    assert time.monotonic() - begun < SECONDS
    assert len(found.statements) >= 2 * 60
    assert sum(actor.kind == "person" for actor in found.actors) >= 15
