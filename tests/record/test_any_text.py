"""Texts that a database may stumble over are held and given back as they were, on both backends alike."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from tests.record.people import Named, report
from tests.record.readings import FAQIR_CONFIRMS, filler, reading_of_report
from tests.record.stores import Stores
from tests.record.tables import RECORDED, add_all, tables_of

from onrecord.errors import OnrecordError, ReportNotFound, UsageError
from onrecord.model import Reading
from onrecord.record import Record

DAY = date(2011, 12, 10)
ODD = (
    "\0",
    "a\0b",
    "\x100",
    "\x10\x10",
    "\0\x100\0",
    "😀\U0010ffff",
    "﻿\u2028\x85",
    "\\000 \\x00",
    "%_'\";--",
    "ﬁ İ ß",
)


def odd(reading: Reading, text: str) -> Reading:
    """The reading with some text behind its own, and in all that was stated of it."""
    article = replace(
        reading.article,
        id=f"id of {text}",
        text=reading.article.text + text,
        outlet=text,
        title=text,
        url=text,
        byline=text,
    )
    return replace(reading, article=article)


@pytest.mark.parametrize("text", ODD, ids=ascii)
def test_a_report_comes_back_to_the_character(stores: Stores, text: str) -> None:
    reading = odd(reading_of_report("r", DAY, FAQIR_CONFIRMS), text)
    add_all(stores.place(), [reading])
    with Record.open(stores.place()) as record:
        (listed,) = record.reports()
        assert (listed.given_id, listed.outlet, listed.title) == (f"id of {text}", text, text)
        for name in (listed.id, f"id of {text}", "id of"):
            assert record.reading(name) == reading
    assert tables_of(stores.place())["report"][0][4] == text


def test_the_words_of_an_office_are_those_of_the_text_behind_a_zero(stores: Stores) -> None:
    reading = report("r", DAY, Named("Maulvi Faqir Mohammad", "ttp", "deputy chief"))
    shifted = report("\0", DAY, Named("Maulvi Faqir Mohammad", "ttp", "deputy chief"))
    add_all(stores.place(), [shifted, reading])
    with Record.open(stores.place()) as record:
        (holder,) = record.office_holders("deputy chief")
        assert {saying.text for saying in holder.sayings} == {"deputy chief"}


def test_half_a_character_is_refused_and_nothing_of_it_kept(stores: Stores) -> None:
    with Record.open(stores.place(), create=True) as record:
        record.add(reading_of_report("r", DAY, FAQIR_CONFIRMS), RECORDED)
        with pytest.raises(UsageError, match="half a character"):
            record.add(odd(reading_of_report("s", DAY, FAQIR_CONFIRMS), "\ud800"), RECORDED)
        assert len(record.reports()) == 1
        for ask in (record.standing, record.claims, record.reading, record.identities):
            with suppress(OnrecordError):
                assert ask("\udcff talks") == []


@pytest.mark.parametrize("length", [2_704, 20_000, 1_000_000])
def test_an_id_of_any_length_finds_its_report(stores: Stores, length: int) -> None:
    ident = filler("id", length // 20)[:length]
    add_all(stores.place(), [replace(r, article=replace(r.article, id=ident)) for r in [reading_of_report("r", DAY)]])
    with Record.open(stores.place()) as record:
        assert record.reading(ident).article.id == ident
        assert record.reading(ident[:300]).article.id == ident


@pytest.mark.parametrize("words", [400, 3_000])
def test_names_of_any_length_are_held(stores: Stores, words: int) -> None:
    long = " ".join(w.strip(".").capitalize() for w in filler("name", words // 12 + 1).split())
    people = [Named(long, "ttp", "deputy chief"), Named(f"{long} Front", kind="armed_group")]
    reading = report("r", DAY, *people)
    known = replace(reading, actors=(*reading.actors, replace(reading.actors[0], id="k", name="K", known_as=long)))
    add_all(stores.place(), [known, report("s", DAY, *people)])
    with Record.open(stores.place()) as record:
        assert record.reading("r") == known
        assert len(record.reports()) == 2
        assert any(long in dict(identity.names) for identity in record.identities())


def test_letters_and_signs_of_an_id_are_taken_as_they_are(stores: Stores) -> None:
    add_all(stores.place(), [reading_of_report("Dec-10%", DAY)])
    with Record.open(stores.place()) as record:
        assert record.reading("Dec-10").article.id == "Dec-10%"
        for other in ("dec-10", "DEC-", "Dec_1", "%%%%"):
            with pytest.raises(ReportNotFound):
                record.reading(other)
