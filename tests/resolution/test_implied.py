"""What words for people imply: their head noun, the body they serve, and whether they are anybody's at all."""

from __future__ import annotations

import pytest

from onrecord.resolution import implied as i


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("1,200 guardsmen", "guardsmen"),
        ("the attorney general", "attorney-general"),
        ("the general", "general"),
        ("the secretary-general himself", "secretary-general"),
        ("a shopkeeper in Khar", "shopkeeper"),
        ("the army's commander, a tall man", "commander"),
    ],
)
def test_the_noun_that_a_phrase_is_about(words: str, head: str) -> None:
    assert i.head_noun(words) == head


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("1,200 guardsmen", "military"),
        ("24 sailors", "military"),
        ("the attorney general", "government"),
        ("the general prosecutor", "court"),
        ("Turkish MPs", "parliament"),
        ("the junta", "government"),
        ("the military junta", "government"),
        ("peacekeepers", "many states"),
        ("a warlord", None),
        ("a deacon", None),
        ("Basayev's fighters", "group"),
    ],
)
def test_the_body_that_words_imply(words: str, body: str | None) -> None:
    assert i.implied_body(words) == body


def test_which_implied_bodies_every_state_has() -> None:
    assert i.of_a_state("military")
    assert i.of_a_state("court")
    assert not any(i.of_a_state(body) for body in ("group", "many states", None))


@pytest.mark.parametrize("word", ["Minister", "Maj.-Gen.", "Secretary-General", "Superintendent"])
def test_a_word_before_a_name_is_an_office(word: str) -> None:
    assert i.is_office(word)


@pytest.mark.parametrize("word", ["Bishop", "Smith", "Monday"])
def test_a_word_before_a_name_is_none(word: str) -> None:
    assert not i.is_office(word)


def test_whose_side_words_leave_open_or_turn_round() -> None:
    assert i.is_opposite("his Rwandan counterpart")
    assert not i.is_opposite("his deputy")
    assert i.is_of_several("both delegations")
    assert i.is_of_several("each side")
    assert not i.is_of_several("the delegation")
    assert i.acts_against("the kidnappers of the bishop")
    assert not i.acts_against("the brother of the bishop")
    assert i.may_speak_for_country("the Libyan leader")
    assert not i.may_speak_for_country("a Libyan teacher")


def test_a_mans_own_men_are_no_outsiders() -> None:
    assert not i.is_outsider("Basayev's men")
    assert not i.is_outsider("his own men")
    assert i.is_outsider("forty men")
    assert i.is_outsider("the parents of boys")


@pytest.mark.parametrize(
    "words", ["a hospital official", "two aid officials in Goma", "hospital staff", "an oil company director"]
)
def test_officials_of_a_house_are_no_states(words: str) -> None:
    assert i.implied_body(words) is None
    assert i.is_outsider(words)


def test_an_official_of_nothing_else_is_a_governments() -> None:
    assert i.implied_body("a senior official") == "government" != i.implied_body("a hospital official")
