from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.record.search.tokens import LONGEST, tokens_of, words_of
from onrecord.record.search.wording import written


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Peace TALKS, talks!", ["peace", "talks", "talks"]),
        ("Álvaro Uribe’s cease-fire", ["alvaro", "uribe", "s", "cease", "fire"]),
        ("e\u0301tat ﬁve Straße", ["etat", "five", "strasse"]),
        ("snake_case 12,000 U.S.", ["snake", "case", "12", "000", "u", "s"]),
        ("переговоры 和平", ["переговоры", "和平"]),
        ("", []),
        ("x" * 100, ["x" * LONGEST]),
    ],
)
def test_words_are_runs_of_letters_and_digits_in_small_letters_without_accents(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@given(st.text(max_size=200))
@settings(deadline=None)
def test_placed_words_are_the_same_words_and_stand_where_they_say(text: str) -> None:
    tokens = tokens_of(text)
    assert [token.word for token in tokens] == words_of(text)
    for token in tokens:
        assert 0 <= token.start < token.end <= len(text)
        assert token.word in words_of(text[token.start : token.end])
    assert [token.start for token in tokens] == sorted(token.start for token in tokens)


@given(st.text(max_size=20), st.integers(0, 20))
@settings(deadline=None)
def test_words_are_written_in_ascii_and_beginnings_stay_beginnings(text: str, length: int) -> None:
    for word in words_of(text):
        assert written(word).isascii()
        assert set(written(word)) <= set("0123456789abcdefghijklmnopqrstuvwxyz_")
        assert written(word).startswith(written(word[:length]))
