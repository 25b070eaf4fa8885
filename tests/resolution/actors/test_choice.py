"""Whom a shared name means: told by the rest of the report, and by nothing where the report does not tell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.model import Span
from onrecord.resolution.actors import choice
from onrecord.resolution.actors.choice import Choice, Circumstances, chosen
from onrecord.resolution.actors.entries import Entry, Relation

TTP = Entry("TTP", "TTP", "armed_group", "PAK", first_year=2007)
AFGHAN = Entry("AFG-TALIBAN", "Afghan Taliban", "armed_group", "AFG", first_year=1994)
ELN = Entry("ELN", "ELN", "armed_group", "COL", first_year=1964)
ALBANIANS = Entry("ucdp:10", "NLA", "armed_group", "MKD", first_year=2001, last_year=2001)
NAME = Span(0, 7, "Taliban")


@pytest.fixture(autouse=True)
def ties(monkeypatch: pytest.MonkeyPatch) -> None:
    tied = {"TTP": (Relation("allied_with", "TTP", "LEJ"),)}
    monkeypatch.setattr(choice, "relations_of", lambda ident: tied.get(ident, ()))


def taliban(around: Circumstances) -> Choice:
    return chosen(NAME, (TTP, AFGHAN), around)


def test_a_shared_name_alone_links_nobody() -> None:
    found = taliban(Circumstances())
    assert found.entry is None
    assert [c.id for c in found.candidates] == ["TTP", "AFG-TALIBAN"]
    assert all(sum(c.score for c in found.candidates) <= 1 and c.evidence for c in found.candidates)


@pytest.mark.parametrize(
    ("around", "expected"),
    [
        (Circumstances(countries={"PAK": 0.9, "AFG": 0.1}), "TTP"),
        (Circumstances(countries={"AFG": 1.0}), "AFG-TALIBAN"),
        (Circumstances(outright=frozenset({"TTP"}), countries={"AFG": 0.6, "PAK": 0.4}), "TTP"),
        (Circumstances(outright=frozenset({"LEJ"})), "TTP"),
        (Circumstances(year=1996), "AFG-TALIBAN"),
    ],
)
def test_country_full_name_ties_and_time_tell_it(around: Circumstances, expected: str) -> None:
    found = taliban(around)
    assert found.entry is not None
    assert found.entry.id == expected
    assert found.evidence


def test_the_evidence_says_what_counted() -> None:
    found = taliban(Circumstances(year=2011, countries={"PAK": 1.0}))
    assert [(e.sign, e.weight) for e in found.evidence][-1] == ("place", 2.0)
    assert found.evidence[0].span == NAME
    assert found.candidates[0].id == "AFG-TALIBAN"


def test_a_group_that_did_not_exist_yet_is_not_meant() -> None:
    assert chosen(NAME, (ALBANIANS,), Circumstances(year=1975)).entry is None
    assert chosen(NAME, (ALBANIANS,), Circumstances(year=1998)).entry == ALBANIANS


def test_a_name_of_its_own_is_enough_unless_the_words_are_read_as_something_else() -> None:
    assert chosen(NAME, (ELN,), Circumstances(countries={"NGA": 1.0})).entry == ELN
    assert chosen(NAME, (ALBANIANS,), Circumstances(year=2030), kind="person").entry is None


def test_a_name_shared_by_forty_gives_a_handful_of_candidates() -> None:
    many = tuple(Entry(f"x{n}", f"Front {n}", "armed_group") for n in range(40))
    found = chosen(NAME, many, Circumstances(countries={"PAK": 1.0}))
    assert found.entry is None
    assert len(found.candidates) == 5
    assert found == chosen(NAME, many, Circumstances(countries={"PAK": 1.0}))


def test_an_entry_without_country_or_years_is_no_trouble() -> None:
    bare = Entry("x", "X", "armed_group")
    assert chosen(NAME, (bare,), Circumstances(2011, frozenset(), {"PAK": 1.0})).entry == bare
    assert chosen(NAME, (), Circumstances()) == Choice(None)


def test_a_group_that_the_registry_has_twice_under_one_name_and_country_is_one() -> None:
    one, two = (Entry(f"ucdp:{number}", "Karen National Union", "armed_group", "MMR") for number in (180, 890))
    name = Span(0, 20, "Karen National Union")
    assert chosen(name, (one, two), Circumstances(countries={"MMR": 1.0})).entry == one
    elsewhere = replace(two, country="THA")
    assert chosen(name, (one, elsewhere), Circumstances()).entry is None


def test_the_body_whose_own_name_it_is_comes_before_one_that_was_called_so() -> None:
    own = Entry("ucdp:6815", "Hayat Tahrir al-Sham", "armed_group", "SYR")
    earlier = replace(own, id="ucdp:1170", name="al-Nusra Front")
    found = chosen(Span(0, 20, "Hayat Tahrir al-Sham"), (earlier, own), Circumstances(countries={"SYR": 1.0}))
    assert (found.entry or found.candidates[0]).id == own.id
