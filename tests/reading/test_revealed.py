"""Who an unnamed source is, where the quotation right after it names him."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.model import Act, Form, Mention, Span, Statement
from onrecord.reading.reader import Chain
from onrecord.reading.revealed import revealed


def pairs(
    source: str, named: str, name: str, *, act: Act = "asserts", form: Form = "direct"
) -> list[tuple[str, str]]:
    """The pairs found in a report of two sentences: one of an unnamed source, and a quotation with words for its own."""
    text = f'{source} said that they had met. "We met," said {named}. '

    def of(words: str, after: int = 0) -> Span:
        at = text.index(words, after)
        return Span.of(text, at, at + len(words))

    first = Statement(
        "s1", (of("they had met"),), of(source), of("said"), "anonymous", "asserts", "actual", "indirect", 1.0
    )
    quoted = text.index('"')
    second = Statement(
        "s2", (of("We met"),), of(named, quoted), of("said", quoted), "named", "asserts", "actual", "direct", 1.0
    )
    second = replace(second, act=act, form=form)
    chain = Chain("person", (Mention(of(name, quoted), "name"),))
    return [(one.text, other.text) for one, other in revealed(text, (first, second), (chain,))]


@pytest.mark.parametrize(
    ("source", "named", "name"),
    [
        ("An officer of the border guard", "Gor Barsan, the officer", "Gor Barsan"),
        ("A field commander", "the man, who gave his name as Vasan", "Vasan"),
        ("An adviser to the president", "Elnur Qas, an adviser", "Elnur Qas"),
    ],
)
def test_the_quotation_that_follows_names_him(source: str, named: str, name: str) -> None:
    assert pairs(source, named, name) == [(source, name)]


@pytest.mark.parametrize(
    ("source", "named", "name"),
    [
        ("An officer of the border guard", "Gor Barsan, a baker", "Gor Barsan"),
        ("An officer of the border guard", "Colonel Gor Barsan", "Gor Barsan"),
        ("A member of the council", "Idris Sifel", "Idris Sifel"),
        ("A diplomat", "Colonel Gor Barsan", "Gor Barsan"),
        ("Two officers", "Gor Barsan", "Gor Barsan"),
        ("The officer", "Gor Barsan", "Gor Barsan"),
        ("One of the officers", "Gor Barsan", "Gor Barsan"),
        ("An official, who asked not to be named,", "Gor Barsan", "Gor Barsan"),
    ],
    ids=[
        "another trade",
        "a rank alone",
        "a name alone",
        "no rank",
        "several",
        "known before",
        "one of several",
        "without a name by his wish",
    ],
)
def test_somebody_else_is_not_he(source: str, named: str, name: str) -> None:
    assert pairs(source, named, name) == []


def test_who_contradicts_and_who_is_not_quoted_are_others() -> None:
    officer = ("An officer", "Gor Barsan, the officer", "Gor Barsan")
    assert pairs(*officer) != []
    assert pairs(*officer, act="denies") == []
    assert pairs(*officer, form="indirect") == []
