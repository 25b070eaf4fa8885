from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import UsageError
from onrecord.record.search.query import Term, terms_of


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Peace talks", [Term(("peace",)), Term(("talks",))]),
        ('"peace talks" Bajaur', [Term(("peace", "talks")), Term(("bajaur",))]),
        ("“peace talks”", [Term(("peace", "talks"))]),
        ("talk*", [Term(("talk",), begins=True)]),
        ('"peace talk*"', [Term(("peace", "talk"), begins=True)]),
        ("cease-fire", [Term(("cease", "fire"))]),
        ("talks talks", [Term(("talks",))]),
        ('"peace talks', [Term(("peace", "talks"))]),
        ("NEAR(talks, 5) AND NOT -x", [Term(("near", "talks")), *(Term((w,)) for w in ("5", "and", "not", "x"))]),
        ("talks * \" ( ' ;", [Term(("talks",))]),
    ],
)
def test_words_beginnings_and_phrases_are_told(text: str, terms: list[Term]) -> None:
    assert list(terms_of(text)) == terms


@pytest.mark.parametrize("text", ["", "   ", '"', "*", "-- ;", "\x00", "()", "a " * 1_000_000, "x" * 1_000_000])
def test_what_cannot_be_searched_for_is_an_error_that_says_what_to_do(text: str) -> None:
    with pytest.raises(UsageError, match="give"):
        terms_of(text)


def test_there_is_a_most_of_what_one_query_may_hold() -> None:
    with pytest.raises(UsageError, match="at most 32"):
        terms_of(" ".join(f"w{n}" for n in range(33)))


def test_a_phrase_stands_where_its_words_follow_one_another() -> None:
    held = "the peace talks of peace and talks".split()
    assert Term(("peace", "talks")).times(held) == 1
    assert Term(("peace",)).times(held) == 2
    assert Term(("peace", "t"), begins=True).stands_in(held)
    assert not Term(("talks", "peace")).stands_in(held)
    assert not Term(("talks", "x", "y")).stands_in(["talks"])


@given(st.text(max_size=300))
@settings(deadline=None)
def test_any_text_is_a_query_or_an_error_of_the_call(text: str) -> None:
    try:
        terms = terms_of(text)
    except UsageError:
        return
    assert all(term.words for term in terms)
