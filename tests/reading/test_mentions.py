"""Words that may refer to people and bodies, and the offices that the text gives to names."""

from __future__ import annotations

from itertools import pairwise

import pytest
from tests.reading.reports import article

from onrecord.reading import EncoderReader, Found


def found(text: str, *furniture: str) -> Found:
    return EncoderReader().read(article(text, *furniture))


def mentioned(text: str) -> list[tuple[str, str]]:
    return [(m.span.text, m.form) for m in found(text).mentions]


MENTIONS = {
    "Ana Ruiz met the army chief.": [("Ana Ruiz", "name"), ("the army", "description")],
    "On Monday the Taliban left Kabul.": [("Monday", "name"), ("Taliban", "name"), ("Kabul", "name")],
    "José de la Vega and Osama bin Said met.": [("José de la Vega", "name"), ("Osama bin Said", "name")],
    "She said the militant group left.": [("She", "pronoun"), ("the militant group", "description")],
    "Ana's mill burned; the government's did not.": [("Ana", "name"), ("the government", "description")],
    "": [],
}


@pytest.mark.parametrize("text", MENTIONS)
def test_names_descriptions_and_pronouns(text: str) -> None:
    assert mentioned(text) == MENTIONS[text]


def test_mentions_come_in_order_and_never_overlap() -> None:
    text = "The Pakistani government and its army chief, Gen. Ana Ruiz, said they met the rebels of the FARC."
    spans = [m.span for m in found(text).mentions]
    assert len(spans) > 4
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_furniture_mentions_nobody() -> None:
    assert found("Join Ana Ruiz! Li Wei met Eve Cole.", "Join Ana Ruiz!").mentions[0].span.text == "Li Wei"


ROLES = {
    "Ana Ruiz, a spokeswoman for the FARC, left.": ("Ana Ruiz", "spokeswoman", "the FARC", False),
    "A spokesman for the FARC, Juan Ruiz, left.": ("Juan Ruiz", "spokesman", "the FARC", False),
    "FARC commander Ana Ruiz left.": ("Ana Ruiz", "commander", "FARC", False),
    "Interior Minister Rehman Malik left.": ("Rehman Malik", "interior minister", None, False),
    "Ana Ruiz, said to be the deputy chief of the group, left.": ("Ana Ruiz", "deputy chief", "the group", True),
    "Ana Ruiz, who commands the rebels, left.": ("Ana Ruiz", "commander", "the rebels", False),
    "Ana Ruiz, who claims to lead the rebels, left.": None,
}


@pytest.mark.parametrize("text", ROLES)
def test_the_office_that_the_text_gives_to_a_name(text: str) -> None:
    here = [(r.holder.text, r.role.role, r.body.text if r.body else None, r.role.hedged) for r in found(text).roles]
    wanted = ROLES[text]
    assert here == ([wanted] if wanted is not None else [])


def test_an_unnamed_source_and_the_name_that_takes_it_up_are_one() -> None:
    pairs = found("A commander said talks were held. The statement by Ana Ruiz is the first.").identities
    assert [(one.text, other.text) for one, other in pairs] == [("A commander", "Ana Ruiz")]


@pytest.mark.parametrize(
    "text",
    [
        "The statement by Ana Ruiz is the first.",
        "A commander said talks were held. Rain fell. Ana Ruiz left the valley.",
        "Ana Ruiz left. A commander said talks were held. Ana Ruiz came back.",
    ],
)
def test_no_name_is_given_to_a_source_that_the_text_does_not_give_it_to(text: str) -> None:
    assert found(text).identities == ()


def test_the_one_of_whom_a_clause_tells_more_is_named_by_the_next_sentence() -> None:
    text = (
        "The officer who was dismissed last week as head of the garrison said on Tuesday that he had obeyed orders."
        "\nMoses Ochieng said by telephone that nobody had given him a reason."
    )
    pairs = {(unnamed.text.split(" was")[0], name.text) for unnamed, name in found(text).identities}
    assert ("The officer who", "Moses Ochieng") in pairs
