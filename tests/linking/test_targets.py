"""A thing of which a report told whose it is, hit again by somebody else's account."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.linking.actors import CAST, actor, event, span

from onrecord.linking.parties import Sides
from onrecord.linking.targets import with_known_targets
from onrecord.model import Article, Event, Participant, Reading

OTHERS = actor("a9", "Lashkar", "armed_group", known_as="lashkar")
SIDES = Sides(Reading(Article("r1", "…"), (), (), (*CAST, OTHERS)))


def hitting(by: str, words: str, whose: str | None, ident: str) -> Event:
    deed = event((by,), () if whose is None else (whose,), type_="ASSAULT", ident=ident)
    return replace(deed, participants=(Participant(span(words), "recipient", whose),))


def hit(first: str, second: str, *, by: str = "a9") -> tuple[str, ...]:
    return with_known_targets([hitting("a1", first, "a3", "e1"), hitting(by, second, None, "e2")], SIDES)[
        1
    ].recipients


def test_the_post_is_theirs_of_whom_it_was_told() -> None:
    assert hit("a Pakistani post", "the post") == ("a3",)
    assert hit("a Pakistani post", "that border post") == ("a3",)


@pytest.mark.parametrize(
    ("first", "second", "by"),
    [
        ("a Pakistani post", "a post", "a9"),
        ("a Pakistani post", "the bridge", "a9"),
        ("Pakistani soldiers", "the soldiers", "a9"),
        ("a Pakistani post", "the post", "a2"),
    ],
    ids=["another post", "another thing", "people", "its owner's own doing"],
)
def test_nothing_else_is_told_by_it(first: str, second: str, by: str) -> None:
    assert hit(first, second, by=by) == ()
