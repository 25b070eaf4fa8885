from __future__ import annotations

from dataclasses import replace

import pytest
from tests.linking.actors import CAST, event, statement

from onrecord.linking.claims import links
from onrecord.linking.miscounts import rejected_numbers
from onrecord.model import Article, Event, Quantity, Reading, Span, Statement


def words(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part), part)


def said(text: str, part: str, ident: str, party: str, *, cue: str = "said") -> Statement:
    told = statement(part, ident=ident, party=party, cue=cue)
    return replace(told, content=(words(text, part),), source=words(text, {"a1": "The TTP", "a3": "the army"}[party]))


def killing(text: str, trigger: str, number: str, told_by: str) -> Event:
    deed = event(("a1",), ("a3",), type_="ASSAULT", trigger=words(text, trigger), told_by=told_by, ident=told_by)
    value = int(number)
    return replace(deed, quantities=(Quantity(words(text, number), value, value, value, "killed"),))


def stances(text: str, statements: tuple[Statement, ...], events: tuple[Event, ...]) -> set[tuple[str, str, float]]:
    reading = Reading(Article("r1", text), statements, events, CAST)
    return {
        (link.statement, link.stance, link.figure.low)
        for link in links(reading)
        if link.figure is not None and link.figure.low is not None
    }


def test_who_calls_a_figure_false_denies_the_claim_of_it() -> None:
    text = 'It killed 11, the army said. "The figure of 11 is false. They lost 24," The TTP said.'
    front, army = said(text, "They lost 24", "s1", "a1"), said(text, "It killed 11", "s2", "a3")
    found = stances(text, (front, army), (killing(text, "lost", "24", "s1"), killing(text, "killed", "11", "s2")))
    assert found == {("s1", "affirms", 24), ("s1", "denies", 11), ("s2", "affirms", 11)}


def test_a_number_that_nobody_gives_stands_beside_the_one_that_is_put_right() -> None:
    text = '"It was not 24. We killed 11," The TTP said.'
    found = stances(text, (said(text, "We killed 11", "s1", "a1"),), (killing(text, "killed", "11", "s1"),))
    assert found == {("s1", "affirms", 11), ("s1", "denies", 24)}


def test_who_is_named_beside_a_rejected_number_claims_it() -> None:
    text = "The TTP said that it lost 11 men and not 24, as the army claims."
    front, army = (
        said(text, "it lost 11 men and not 24", ident, party, cue="claims")
        for ident, party in (("s1", "a1"), ("s2", "a3"))
    )
    found = stances(text, (front, army), (killing(text, "lost", "11", "s1"), killing(text, "lost", "11", "s2")))
    assert found == {("s1", "affirms", 11), ("s1", "denies", 24), ("s2", "affirms", 24)}


@pytest.mark.parametrize(
    ("content", "numbers"),
    [
        ("it was 11, not 24", {24}),
        ("not 24 but 11 had died", {24}),
        ("the toll of 1,200 was plainly wrong", {1200}),
        ("A hundred and twenty is pure fantasy", {120}),
        ("The figure of nine is a joke", {9}),
        ("It was not nine who were killed", {9}),
        ("the figure of 11 is right", set()),
        ("120 is not a lie", set()),
        ("it was not 24 hours before", set()),
        ("not one of them died", set()),
        (f"it was not {'9' * 5000}.", set()),
    ],
)
def test_which_numbers_words_reject(content: str, numbers: set[int]) -> None:
    assert rejected_numbers(statement(content), content) == numbers


def test_the_words_before_a_quotation_are_not_its_own() -> None:
    text = 'It was not 24. "We killed 11," The TTP said.'
    assert rejected_numbers(said(text, "We killed 11", "s1", "a1"), text) == set()


def test_who_denies_that_a_number_is_wrong_does_not_reject_it() -> None:
    text = "The TTP denied that the figure of 24 was false. It killed 24, the army said."
    front = said(text, "the figure of 24 was false", "s1", "a1", cue="denied")
    army = said(text, "It killed 24", "s2", "a3")
    assert ("s1", "denies", 24) not in stances(text, (front, army), (killing(text, "killed", "24", "s2"),))


def test_a_number_beside_figures_of_two_units_is_of_neither() -> None:
    text = '"It was not 24. We killed 11 and hurt 30," The TTP said.'
    front, killed = said(text, "We killed 11 and hurt 30", "s1", "a1"), killing(text, "killed", "11", "s1")
    hurt = Quantity(words(text, "30"), 30, 30, 30, "wounded")
    both = replace(killed, quantities=(*killed.quantities, hurt))
    assert stances(text, (front,), (both,)) == {("s1", "affirms", 11), ("s1", "affirms", 30)}


def test_who_rejects_a_number_does_not_give_it() -> None:
    text = 'It killed 9, the army said. "It was not 9 who were killed," The TTP said.'
    front = said(text, "It was not 9 who were killed", "s1", "a1")
    army = said(text, "It killed 9", "s2", "a3")
    at = text.index("killed,")
    deed = replace(killing(text, "killed", "9", "s1"), trigger=Span(at, at + 6, "killed"))
    deed = replace(deed, quantities=(Quantity(Span(at - 11, at - 10, "9"), 9, 9, 9, "killed"),))
    found = stances(text, (front, army), (deed, killing(text, "killed", "9", "s2")))
    assert found == {("s1", "denies", 9), ("s2", "affirms", 9)}
