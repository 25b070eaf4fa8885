"""By what medium a thing is said."""

from __future__ import annotations

import pytest

from onrecord.model import Span
from onrecord.reading.manner import medium_of


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


@pytest.mark.parametrize(
    ("marked", "medium"),
    [
        ("by telephone", "telephone"),
        ("in a communiqué", "statement"),
        ("a written statement", "statement"),
        ("on Twitter", "social media"),
        ("via Al Jazeera", "Al Jazeera"),
        ("in his Friday sermon", "Friday sermon"),
    ],
)
def test_a_medium_that_is_marked_goes_by_its_kind_or_its_own_words(marked: str, medium: str) -> None:
    text = f"He said {marked} that it had ended."
    assert medium_of(text, [], span(text, text), span(text, marked)) == medium


def test_without_a_mark_the_sentence_outside_the_content_tells() -> None:
    text = "He said by telephone that a letter had come."
    content = [span(text, "a letter had come")]
    assert medium_of(text, content, span(text, text)) == "telephone"
    assert medium_of(text, [span(text, "by telephone that a letter had come")], span(text, text)) is None
