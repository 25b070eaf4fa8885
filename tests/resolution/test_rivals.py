"""Rival factions are no part of the body that was named before them."""

from __future__ import annotations

import pytest

from onrecord.model import Mention, Span
from onrecord.reading.reader import Chain
from onrecord.resolution.rivals import set_apart


def chain(kind: str, *told: tuple[str, str]) -> Chain:
    at, mentions = 0, []
    for words, form in told:
        mentions.append(Mention(Span(at, at + len(words), words), form))  # type: ignore[arg-type]
        at += len(words) + 1
    return Chain(kind, tuple(mentions))


def words(chains: list[Chain]) -> list[list[str]]:
    return [[m.span.text for m in c.mentions] for c in chains]


def test_what_follows_a_rival_goes_with_it_up_to_the_next_name() -> None:
    told = chain(
        "armed_group",
        ("the Council", "name"),
        ("its", "pronoun"),
        ("The rival faction", "description"),
        ("It", "pronoun"),
        ("The Council", "name"),
    )
    assert words(list(set_apart([told]))) == [["the Council", "its", "The Council"], ["The rival faction", "It"]]


@pytest.mark.parametrize(
    "told",
    [
        chain("armed_group", ("the Council", "name"), ("a rival party in the alliance", "description")),
        chain("armed_group", ("The dissidents", "description"), ("the Council", "name")),
        chain("person", ("Ali Khan", "name"), ("the rival commander", "description")),
    ],
    ids=["in apposition", "before any name", "a person"],
)
def test_a_chain_stays_whole(told: Chain) -> None:
    assert list(set_apart([told])) == [told]
