"""Sources that a second verb shares with the first."""

from __future__ import annotations

import pytest
from tests.reading.reports import statements


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        (
            "The leader of the region said that his men were ready for talks but rejected reports of a first round.",
            "rejected",
            "The leader of the region",
        ),
        (
            "The governor confirmed the meeting and denied that money had been paid.",
            "denied",
            "The governor",
        ),
        (
            "The rebels said that they had left the town, and the army denied that they had ever held it.",
            "denied",
            "the army",
        ),
    ],
)
def test_a_joined_verb_has_the_source_of_the_first(text: str, cue: str, source: str) -> None:
    found = {s.cue.text.split()[0]: s.source.text for s in statements(text) if s.cue and s.source}
    assert found[cue] == source


def test_a_passive_verb_takes_over_no_source() -> None:
    text = "The minister spoke of progress, and it was reported that the talks would resume in May."
    assert [s.source for s in statements(text) if s.cue and "reported" in s.cue.text] in ([None], [])
