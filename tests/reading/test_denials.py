"""A cue that rejects claims denies them."""

from __future__ import annotations

import pytest

from onrecord.model import Span
from onrecord.reading.denials import by_its_words


@pytest.mark.parametrize(
    "words",
    [
        "rejected a report",
        "has repeatedly rejected claims",
        "dismissed as baseless the suggestion that",
        "denied reports",
    ],
)
def test_who_rejects_claims_denies(words: str) -> None:
    assert by_its_words(Span(0, len(words), words), "asserts", "actual") == ("denies", "negated")


@pytest.mark.parametrize(
    "words",
    ["rejected", "did not reject claims", "rejected the offer", "repeated claims", "would not dismiss reports"],
)
def test_other_cues_say_what_they_are_taken_for(words: str) -> None:
    assert by_its_words(Span(0, len(words), words), "asserts", "possible") == ("asserts", "possible")
    assert by_its_words(None, "asserts", "actual") == ("asserts", "actual")
