"""Offices that descriptions give."""

from __future__ import annotations

import pytest

from onrecord.model import Span
from onrecord.resolution.titles import _office


@pytest.mark.parametrize(
    ("words", "office"),
    [
        ("the deputy chief of the group", "deputy chief"),
        ("the new senior\n  commander of the north", "commander"),
        ("a Taliban spokesman", "spokesman"),
        ("their top negotiator in Oslo", "negotiator"),
        ("a shopkeeper in Khar", None),
        ("", None),
    ],
)
def test_the_office_is_the_last_common_nouns_of_a_description(words: str, office: str | None) -> None:
    text = "x " + words
    found = _office(Span.of(text, 2, len(text)))
    assert (None if found is None else found.text) == office
    assert found is None or text[found.start : found.end] == found.text
