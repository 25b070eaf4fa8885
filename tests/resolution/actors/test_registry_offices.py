"""Who held an office when."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.resolution.actors.entries import rows
from onrecord.resolution.actors.roles_held import offices, role_code
from onrecord.resolution.names import name_words


def test_an_office_is_found_by_name_and_day() -> None:
    [held] = offices("President Asif Ali Zardari", date(2011, 12, 10))
    assert (held.country, held.code, held.since, held.until) == ("PAK", "PAKGOV", date(2008, 9, 9), date(2013, 9, 8))
    assert offices("Asif Ali Zardari", date(2014, 1, 1)) == ()


def test_spellings_of_a_name_are_one() -> None:
    assert offices("Mohammad Zia ul-Haq") == offices("Muhammad Zia ul Haq") != ()


def test_an_open_end_reaches_no_further_than_the_source() -> None:
    assert offices("Nawaz Sharif", date(2014, 1, 1)) != ()
    assert offices("Nawaz Sharif", date(2020, 1, 1)) == ()


@pytest.mark.parametrize("name", ["", "Zardari", "President", "Nobody Whatsoever", "' '"])
def test_names_that_tell_nobody(name: str) -> None:
    assert offices(name) == ()


def test_no_holder_is_a_body_and_every_key_is_the_folded_name() -> None:
    table = list(rows("offices"))
    assert len(table) > 20_000
    assert [row[1] for row in table if row[0].split() != [word for word in name_words(row[1]) if word]] == []
    assert [row[1] for row in table if {"Council", "Ministry", "Party", "Front"} & set(row[1].split())] == []


ROLES = {"rebel commander": "REB", "farmers": "AGR", "the police officer": "COP", "": None, "somebody": None}


@pytest.mark.parametrize("words", ROLES)
def test_words_for_roles_have_a_code(words: str) -> None:
    assert role_code(words) == ROLES[words]
