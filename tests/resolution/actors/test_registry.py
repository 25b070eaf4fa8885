"""The registry of bodies: what a name may mean, and how bodies stand to one another."""

from __future__ import annotations

import pytest

from onrecord.resolution.actors import entries, registry
from onrecord.resolution.actors.entries import Entry, alias_key, listed, namings_by_key
from onrecord.resolution.actors.registry import (
    aliases_of,
    branches_of,
    entry,
    fits,
    named,
    namings,
    relations_of,
    top_party,
    whole_of,
)
from onrecord.resolution.actors.states import countries

KEPT = ("TTP", "AFG-TALIBAN", "FARC", "ELN", "HAQQANI", "ALQAEDA", "UNO", "NATO", "EEC", "TELESUR")

MEANT = {
    "Pakistani Taliban": "TTP",
    "the Pakistani Taliban": "TTP",
    "Tehreek-e-Taliban Pakistan": "TTP",
    "Tehrik-i-Taleban Pakistan": "TTP",
    "Tehreek-i-Taliban Pakistan (TTP)": "TTP",
    "al-Qa'ida": "ALQAEDA",
    "Al Qaida": "ALQAEDA",
    "Islamic State of Iraq and Syria": "IS",
    "Houthi rebels": "HOUTHI",
    "Ansar Allah": "HOUTHI",
    "Hizbollah": "ucdp:366",
    "Lebanese Shia group Hezbollah": "ucdp:366",
    "Darfur's Sudan Liberation Army": "ucdp:469",
    "Kurdistan Workers' Party": "PKK",
    "Irish Republican Army": "ucdp:282",
    "U.N.": "UNO",
    "UN": "UNO",
    "UN Security Council": "igo:UNSC",
    "European Union": "EEC",
    "Médecins sans Frontières": "ngo:MSF",
    "the official agency Tass": "media:TASS",
    "Kremlin": "RUS-government",
    "Pentagon": "USA-ministry-defence",
    "Pakistani army": "PAK-military",
    "government of Colombia": "COL-government",
    "the Nigerian police": "NGA-police",
    "Israeli foreign ministry": "ISR-ministry-foreign",
    "Sudan's ruling military council": "SDN-military",
    "Supreme Court of Israel": "ISR-court",
    "Defence Ministry in Paris": "FRA-ministry-defence",
    "Baku's defence ministry": "AZE-ministry-defence",
    "Moscow": "RUS-government",
    "Russians": "RUS",
    "Kurds": "people:Kurds",
    "Republic of Armenia": "ARM",
    "the Islamic Republic of Pakistan": "PAK",
    "Inter-Services Intelligence": "PAK-ISI",
}


@pytest.mark.parametrize("words", MEANT)
def test_a_name_means_a_body(words: str) -> None:
    assert [e.id for e in named(words)][:1] == [MEANT[words]]


@pytest.mark.parametrize(
    "words",
    ["", " ", "taliban", "farc", "unity", "the rebels", "Kurdish rebels' camp", "Afghan rebels", "(", "'s", "…"],
)
def test_words_that_name_no_known_body(words: str) -> None:
    assert not [e for e in named(words) if e.kind == "armed_group"]


def test_the_ids_of_the_first_registry_are_kept() -> None:
    assert {ident for ident in KEPT if entry(ident) is None} == set()


def test_the_plain_name_of_the_taliban_stays_open_and_no_list_decides_it() -> None:
    assert [e.id for e in named("Taliban")] == ["TTP", "AFG-TALIBAN"]
    assert {n.source for n in namings("Taleban")} <= {"hand", "ucdp"}


def test_a_name_shared_by_several_keeps_them_all_with_where_each_is_from() -> None:
    found = namings("National Liberation Army")
    assert len({n.owner for n in found}) >= 4
    assert found[0].owner == "ELN"
    assert all(n.source in {"hand", "ucdp", "un", "phoenix", "rule"} for n in found)
    assert [n.weak for n in found] == sorted(n.weak for n in found)


def test_an_ordinary_word_is_weak() -> None:
    assert all(n.weak for n in namings("Tigers"))
    assert all(n.weak for n in namings("Guardian"))
    assert not any(n.weak for n in namings("Tamil Tigers"))


def test_an_alias_of_forty_bodies_gives_forty_candidates(monkeypatch: pytest.MonkeyPatch) -> None:
    many = {f"x:{n}": Entry(f"x:{n}", f"Group {n}", "armed_group") for n in range(40)}
    names = {"people front": tuple(entries.Naming("People Front", ident, weak=True, source="hand") for ident in many)}
    monkeypatch.setattr(registry, "listed", lambda: many)
    monkeypatch.setattr(registry, "namings_by_key", lambda: names)
    assert [e.id for e in named("People Front")] == list(many)


def test_a_name_whose_owner_is_missing_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    names = {"lost front": (entries.Naming("Lost Front", "x:none", weak=False, source="hand"),)}
    monkeypatch.setattr(registry, "namings_by_key", lambda: names)
    assert named("Lost Front") == ()


def test_spellings_have_one_key() -> None:
    assert alias_key("Tehreek-e-Taliban") == alias_key("Tehrik-i-Taleban")
    assert alias_key("al-Qa’ida") == alias_key("Al Qaeda")
    assert alias_key("U.N.") == alias_key("UN")
    assert alias_key("Séléka") == alias_key("SELEKA")
    assert alias_key("Organisation of African Unity") == alias_key("the Organization of African Unity")


TOPS = {
    "PAK-military": "PAK-military",
    "PAK-ministry-foreign": "PAK-government",
    "PAK-police": "PAK-government",
    "PAK-ISPR": "PAK-ISPR",
    "ISR-parliament": "ISR-parliament",
    "IS-KHORASAN": "IS",
    "HAQQANI": "AFG-TALIBAN",
    "group:kia": "ucdp:201",
    "igo:UNSC": "UNO",
    "TTP": "TTP",
    "PAK": "PAK",
}


@pytest.mark.parametrize("ident", TOPS)
def test_a_branch_speaks_for_its_party(ident: str) -> None:
    top = top_party(ident)
    assert top is not None
    assert top.id == TOPS[ident]


def test_an_army_is_part_of_its_state_all_the_same() -> None:
    whole = whole_of("PAK-military")
    assert whole is not None
    assert whole.id == "PAK-government"


def test_nobody_knows_an_unknown_id() -> None:
    assert (entry("nobody"), top_party("nobody"), whole_of("XXX-military")) == (None, None, None)
    assert (aliases_of("nobody"), relations_of("nobody"), branches_of("nobody")) == ((), (), ())


def test_bodies_that_are_part_of_each_other_end_somewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    ring = {"a": Entry("a", "A", "armed_group", part_of="b"), "b": Entry("b", "B", "armed_group", part_of="a")}
    monkeypatch.setattr(registry, "listed", lambda: ring)
    assert top_party("a") is not None


def test_factions_are_branches_of_their_group() -> None:
    assert "ucdp:1101" in {branch.id for branch in branches_of("TTP")}
    assert {"IS-KHORASAN", "IS-WESTAFRICA", "IS-SAHARA"} <= {branch.id for branch in branches_of("IS")}


def test_relations_have_their_years_and_source() -> None:
    joined = [r for r in relations_of("ucdp:5928") if r.other == "TTP" and r.source == "hand"]
    assert {(r.kind, r.first_year) for r in joined} == {("splinter_of", 2014), ("joined", 2020)}
    assert any(r.kind == "splinter_of" and r.source == "ucdp" for r in relations_of("ucdp:1161"))


def test_codes_of_the_lists_are_kept() -> None:
    group = entry("TTP")
    assert group is not None
    assert dict(group.codes) == {"cameo": "PAKREB", "iso3": "PAK", "ucdp": "356", "un": "QDe.132"}
    assert (group.sector, group.first_year, group.active_in) == ("REB", 2007, ("PAK",))
    state = entry("PAK-government")
    assert state is not None
    assert dict(state.codes) == {"cameo": "PAKGOV", "iso3": "PAK", "ucdp": "142"}


def test_every_body_that_another_is_part_of_exists_and_every_name_has_its_body() -> None:
    assert {e.part_of for e in listed().values() if e.part_of and entry(e.part_of) is None} == set()
    owners = {naming.owner for group in namings_by_key().values() for naming in group}
    assert {owner for owner in owners if entry(owner) is None} == set()
    assert {e.country for e in listed().values() if e.country} <= {c.iso3 for c in countries()}


def test_kinds_that_a_reader_confuses_fit() -> None:
    known = {ident: entry(ident) for ident in ("PAK-military", "ISR-parliament", "NATO", "TTP", "people:Kurds")}
    found = {ident: e for ident, e in known.items() if e is not None}
    assert fits(found["PAK-military"], "government")
    assert fits(found["ISR-parliament"], "government")
    assert fits(found["NATO"], "military")
    assert not fits(found["people:Kurds"], "military")
    assert not fits(found["TTP"], "country")


def test_aliases_begin_with_the_own_name() -> None:
    assert aliases_of("FARC")[0] == "FARC"
    assert "Fuerzas Armadas Revolucionarias de Colombia" in aliases_of("FARC")
    assert {"Burma", "Burmese"} <= set(aliases_of("MMR"))
