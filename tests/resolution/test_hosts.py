from __future__ import annotations

import pytest

from onrecord.model import Span
from onrecord.resolution.hosts import is_host, is_where


def words(text: str, named: str) -> Span:
    return Span(text.index(named), text.index(named) + len(named), named)


@pytest.mark.parametrize("text", ["The two sides met in Cuba.", "Talks at Cuba", "from a camp inside Cuba"])
def test_a_country_named_with_in_is_a_place(text: str) -> None:
    assert is_where(text, words(text, "Cuba"))


@pytest.mark.parametrize("text", ["Talks with Cuba", "Cuba met the rebels.", "arms for Cuba", "spoke to Cuba"])
def test_a_country_that_acts_is_none(text: str) -> None:
    assert not is_where(text, words(text, "Cuba"))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Talks between A and B with Norway and Cuba as guarantors", "Norway"),
        ("Talks between A and B with Norway and Cuba as guarantors", "Cuba"),
        ("Talks between A and B mediated by Qatar", "Qatar"),
        ("They met with the support of Cuba, Norway and Venezuela.", "Venezuela"),
        ("Norway will act as mediator.", "Norway"),
        ("They met the Malaysian facilitator.", "the Malaysian facilitator"),
    ],
)
def test_who_hosts_mediates_or_guarantees_is_no_side(text: str, named: str) -> None:
    assert is_host(text, words(text, named))


@pytest.mark.parametrize(("text", "named"), [("Norway held talks with Cuba", "Norway"), ("Talks with Cuba", "Cuba")])
def test_who_talks_is_a_side(text: str, named: str) -> None:
    assert not is_host(text, words(text, named))
