"""Offices that a report gives to people: whose, of what, hedged, over or acting."""

from __future__ import annotations

import pytest
from tests.reading.reports import article

from onrecord.reading import EncoderReader
from onrecord.reading.offices import Office, offices, roles
from onrecord.reading.segmentation import sentences

Told = tuple[str, str, str | None, str]


def told(text: str) -> list[Told]:
    found = EncoderReader().read(article(text))
    assert found.grammar is not None
    return [_words(text, o) for o in offices(text, found.grammar, found.chains, found.things)]


def _words(text: str, office: Office) -> Told:
    for span in (office.holder, office.words, *([office.body] if office.body else [])):
        assert text[span.start : span.end] == span.text
    marks = "?" * office.hedged + "-" * office.ended + "*" * office.acting
    return (office.holder.text, office.name, office.body.text if office.body else None, marks)


TOLD: dict[str, list[Told]] = {
    "Ana Ruiz, who is said to be the deputy chief of the FARC, left.": [
        ("Ana Ruiz", "deputy chief", "the FARC", "?")
    ],
    "The deputy chief of the FARC, Ana Ruiz, left.": [("Ana Ruiz", "deputy chief", "the FARC", "")],
    "The FARC removed Ana Ruiz as deputy chief.": [("Ana Ruiz", "deputy chief", "The FARC", "-")],
    "The FARC appointed Ana Ruiz as its deputy leader.": [("Ana Ruiz", "deputy leader", "The FARC", "")],
    "Ana Ruiz was appointed deputy leader of the FARC.": [("Ana Ruiz", "deputy leader", "the FARC", "")],
    "Ana Ruiz became the leader of the FARC last year.": [("Ana Ruiz", "leader", "the FARC", "")],
    "Ana Ruiz is no longer the leader of the FARC.": [("Ana Ruiz", "leader", "the FARC", "-")],
    "Ana Ruiz is not the leader of the FARC.": [],
    "Ana Ruiz, the acting foreign minister, left.": [("Ana Ruiz", "acting foreign minister", None, "*")],
    "Juan Ruiz, the former president of Peru, left.": [("Juan Ruiz", "former president", "Peru", "-")],
    "Juan Ruiz resigned as prime minister on Monday.": [("Juan Ruiz", "prime minister", None, "-")],
    "FARC commander Juan Ruiz left.": [("Juan Ruiz", "commander", "FARC", "")],
    "The FARC, led by Juan Ruiz, left the talks.": [("Juan Ruiz", "leader", "The FARC", "")],
    "Juan Ruiz met Ana Silva. She is the chief negotiator of the FARC.": [
        ("Ana Silva", "chief negotiator", "the FARC", "")
    ],
    "Juan Ruiz, believed to be a senior commander of the FARC, left.": [
        ("Juan Ruiz", "senior commander", "the FARC", "?")
    ],
    "Juan Ruiz denied that he was the leader of the FARC.": [],
    "Juan Ruiz replaced Ana Silva as army chief.": [
        ("Juan Ruiz", "army chief", "army", ""),
        ("Ana Silva", "army chief", "army", "-"),
    ],
    "Juan Ruiz met the FARC in Lima.": [],
    "": [],
}
AS_MANY = 16
"""Of these, those that have to be right with the grammar and mentions of the trained reader."""


def test_offices_are_told_with_holder_body_and_marks() -> None:
    wrong = {text: told(text) for text in TOLD if text and told(text) != TOLD[text]}
    assert len(TOLD) - len(wrong) >= AS_MANY, wrong


def with_grammar(text: str) -> list[tuple[str, str, str | None, bool]]:
    report = article(text)
    found = EncoderReader().read(report)
    held = roles(text, sentences(report), found.grammar, found.chains, found.things)
    return [(r.holder.text, r.role.role, r.body.text if r.body else None, r.role.hedged) for r in held]


def test_roles_take_from_grammar_what_no_pattern_of_words_finds() -> None:
    assert with_grammar("Ana Ruiz was appointed deputy leader of the FARC.") == [
        ("Ana Ruiz", "deputy leader", "the FARC", False)
    ]


def test_roles_are_told_once_where_patterns_and_grammar_agree() -> None:
    assert with_grammar("Ana Ruiz, the deputy chief of the FARC, left.") == [
        ("Ana Ruiz", "deputy chief", "the FARC", False)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Juan Ruiz resigned as prime minister on Monday.",
        "Ana Ruiz is no longer the leader of the FARC.",
        "A commander of the FARC left.",
    ],
)
def test_roles_leave_out_what_is_over_and_who_has_no_name(text: str) -> None:
    assert with_grammar(text) == []


def test_roles_without_grammar_are_those_of_patterns() -> None:
    report = article("Ana Ruiz, the deputy chief of the FARC, left.")
    assert roles(report.text, sentences(report)) == EncoderReader().read(report).roles
