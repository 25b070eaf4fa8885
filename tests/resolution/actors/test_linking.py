"""Who is one and who is not: pairs of real people, with facts that are public, in the words of this project."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.resolution.actors.people import who

from onrecord.resolution.actors.blocking import blocking_keys, looked_up
from onrecord.resolution.actors.linking import compare
from onrecord.resolution.actors.profiles import Profile
from onrecord.resolution.actors.weights import THRESHOLD

TTP, FARC, HAQQANI, TALIBAN = "TTP", "FARC", "Haqqani network", "Taliban"

TWO = {
    "the Faqir of the sanctions list and the Faqir of Bajaur": (
        who("Faqir Muhammad", HAQQANI, born="PAK/north waziristan", year=2012),
        who("Maulvi Faqir Mohammad", TTP, "deputy chief", place="PAK/bajaur"),
    ),
    "the same two when no report gives a birthplace": (
        who("Faqir Muhammad", HAQQANI, "member", place="PAK/north waziristan", year=2012),
        who("Maulvi Faqir Mohammad", TTP, "deputy chief", place="PAK/bajaur"),
    ),
    "the leader of the Taliban and the governor of Kunduz": (
        who("Mullah Mohammed Omar", TALIBAN, "leader", place="AFG/kandahar", year=2010),
        who("Mohammad Omar", "Afghanistan", "governor", place="AFG/kunduz", year=2010),
    ),
    "two presidents Bush, with their initials": (
        who("George H. W. Bush", "USA", "president", year=1990),
        who("George W. Bush", "USA", "president", year=2003),
    ),
    "two presidents Bush, without": (
        who("George Bush", "USA", "president", year=1990),
        who("George Bush", "USA", "president", year=2005),
    ),
    "the president of Colombia and his cousin, the vice president of another": (
        who("Juan Manuel Santos", "Colombia", "president", year=2010),
        who("Francisco Santos", "Colombia", "vice president", year=2009),
    ),
    "the leader of the Islamic State and the writer on savagery": (
        who("Abu Bakr al-Baghdadi", "Islamic State", "leader", place="IRQ/mosul", year=2014),
        who("Abu Bakr Naji", "al-Qaeda", year=2008),
    ),
    "two leaders of the Islamic State of Iraq, one after the other": (
        who("Abu Omar al-Baghdadi", "Islamic State of Iraq", "leader", year=2009),
        who("Abu Bakr al-Baghdadi", "Islamic State of Iraq", "leader", year=2010),
    ),
    "the cousin of Saddam Hussein and the president of Tanzania": (
        who("Ali Hassan al-Majid", "Iraq", "defence minister", year=1992),
        who("Ali Hassan Mwinyi", "Tanzania", "president", year=1992),
    ),
    "the founder of Lashkar-e-Taiba and the first head of the Islamic State in Khorasan": (
        who("Hafiz Saeed", "Lashkar-e-Taiba", "founder", place="PAK/lahore", year=2015),
        who("Hafiz Saeed Khan", "Islamic State", "leader", place="AFG/nangarhar", year=2015),
    ),
    "father and son Kabila": (
        who("Laurent-Désiré Kabila", "Congo", "president", year=2000),
        who("Joseph Kabila", "Congo", "president", year=2001),
    ),
    "the rebel of southern Sudan and the minister hanged in 1971": (
        who("John Garang", "SPLM", "leader", year=2004),
        who("Joseph Garang", "Sudan", "minister", year=1971),
    ),
    "two leaders of the Pakistani Taliban of one clan": (
        who("Baitullah Mehsud", TTP, "leader", place="PAK/south waziristan", year=2009),
        who("Hakimullah Mehsud", TTP, "leader", place="PAK/south waziristan", year=2009),
    ),
    "father and son Kim": (
        who("Kim Jong-il", "North Korea", "leader", year=2011),
        who("Kim Jong-un", "North Korea", "leader", year=2012),
    ),
    "the general of independence and his daughter": (
        who("Aung San", "Myanmar", "general", year=1947, gender="male"),
        who("Aung San Suu Kyi", "National League for Democracy", "leader", year=2012, gender="female"),
    ),
    "the police general killed in 2011 and the president of 1973": (
        who("Mohammad Daud Daud", "Afghanistan", "police chief", place="AFG/takhar", year=2011),
        who("Mohammed Daoud Khan", "Afghanistan", "president", place="AFG/kabul", year=1975),
    ),
    "the cleric of the Red Mosque and the president of Mauritania": (
        who("Maulana Abdul Aziz", "Red Mosque", place="PAK/islamabad", year=2014),
        who("Mohamed Ould Abdel Aziz", "Mauritania", "president", year=2014),
    ),
    "two commanders of one common name in one group, in two districts": (
        who("Mohammad Khan", TTP, "commander", place="PAK/swat"),
        who("Mohammed Khan", TTP, "commander", place="PAK/mohmand"),
    ),
    "a man and a woman of one name": (
        who("Noor Ahmed", "Pakistan", "minister", gender="male"),
        who("Noor Ahmad", "Pakistan", "minister", gender="female"),
    ),
    "a name alone, however rare": (who("Gulbuddin Hekmatyar"), who("Gulbuddin Hekmatyar", year=2012)),
    "a surname and a party": (who("Malik", "Pakistan"), who("Rehman Malik", "Pakistan")),
    "two heads of two bodies at once": (
        who("Ahmed Ibrahim", "Sudan", "president", year=2012),
        who("Ahmed Ibrahim", "Umma", "chairman", year=2012),
    ),
    "two that one report tells apart": (
        who("Mohammad Khan", TTP, "commander", report="r1#a"),
        who("Mohammed Khan", "Pakistan", "minister", report="r1#b"),
    ),
    "two groups with one word between them": (
        who("Popular Front for Renewal", kind="armed_group", country="SDN"),
        who("Popular Front for Liberation", kind="armed_group", country="SDN"),
    ),
    "one name of two groups in two countries": (
        who("Movement for Justice", kind="armed_group", country="SDN"),
        who("Movement for Justice", kind="armed_group", country="PHL"),
    ),
    "a man and the group named after him": (
        who("Hekmatyar", "Hezb-e-Islami"),
        who("Hekmatyar", "Hezb-e-Islami", kind="armed_group"),
    ),
}

ONE = {
    "Faqir in two spellings, with title, party and office": (
        who("Maulvi Faqir Mohammad", TTP, "deputy chief", place="PAK/bajaur"),
        who("Faqeer Muhammad", TTP, "deputy chief", year=2012),
    ),
    "Faqir with nothing but his group": (who("Faqir Mohammad", TTP), who("Maulvi Faqir Mohammed", TTP)),
    "a common name, with district and group": (
        who("Mohammad Khan", TTP, "commander", place="PAK/swat"),
        who("Muhammad Khan", TTP, "commander", place="PAK/swat"),
    ),
    "Dagalo and Daglo": (
        who("Mohamed Hamdan Dagalo", "RSF", "commander", year=2023),
        who("Mohammad Hamdan Daglo", "RSF", "commander", year=2023),
    ),
    "Hemedti, where a report gives the name": (
        who("Mohamed Hamdan Dagalo", "RSF", "leader", year=2023, also="Hemedti"),
        who("Hemedti", "RSF", "leader", year=2023),
    ),
    "Zelenskyy by his surname, with his office": (
        who("Volodymyr Zelenskyy", "Ukraine", "president", year=2023),
        who("Zelensky", "Ukraine", "president", year=2023),
    ),
    "Londoño with his second surname": (
        who("Rodrigo Londoño Echeverri", FARC, "leader", year=2016),
        who("Rodrigo Londono", FARC, "commander", year=2016),
    ),
    "Timochenko, where a report gives the name": (
        who("Rodrigo Londoño", FARC, "leader", year=2012, also="Timochenko"),
        who("Timoshenko", FARC, "leader", year=2012),
    ),
    "Ehsan run together and apart": (
        who("Ehsanullah Ehsan", TTP, "spokesman"),
        who("Ihsan Ullah Ihsan", TTP, "spokesman"),
    ),
    "Hakimullah in two spellings": (
        who("Hakimullah Mehsud", TTP, "leader", place="PAK/south waziristan"),
        who("Hakeemullah Mahsud", TTP, "chief", place="PAK/south waziristan"),
    ),
    "the general of Sudan with and without his article": (
        who("Gen. Abdel Fattah al-Burhan", "Sudan", "army chief", year=2023),
        who("Abdelfattah Burhan", "Sudan", "army chief", year=2023),
    ),
    "the prime minister of Pakistan": (
        who("Yousuf Raza Gilani", "Pakistan", "prime minister"),
        who("Yusuf Raza Gillani", "Pakistan", "prime minister"),
    ),
    "the family name first": (
        who("Saw Mutu Sae Poe", "KNU", "chairman", year=2015),
        who("Mutu Sae Poe", "KNU", "chairman", year=2015),
    ),
    "U and Daw are no names": (
        who("U Thein Sein", "Myanmar", "president", year=2012),
        who("Thein Sein", "Myanmar", "president", year=2012),
    ),
    "Baradar, held and released": (
        who("Mullah Abdul Ghani Baradar", TALIBAN, "deputy leader", year=2010),
        who("Abdul Ghani Brader", TALIBAN, "deputy leader", year=2013),
    ),
    "a commander who changed sides, where a report says so": (
        who("Maulana Fazlullah Khorasani", TTP, "commander", year=2014, place="PAK/mohmand"),
        Profile(
            "later", (("Fazlullah Khorasani", 1),), "person", "Islamic State", places=("PAK/mohmand",),
            offices=who("x", TTP, "commander", year=2015, former=True).offices,
            first=who("x", year=2015).first, last=who("x", year=2015).last, reports=("later",),
        ),
    ),
    "Qayum Zakir with and without his first word": (
        who("Abdul Qayyum Zakir", TALIBAN, "commander", place="AFG/helmand", year=2010),
        who("Qayum Zakir", TALIBAN, "military chief", place="AFG/helmand", year=2012),
    ),
    "a man without a party, in the same company at the same place": (
        who("Sartaj Habibi", place="AFG/kunar", beside=("Ehsanullah Ehsan",)),
        who("Sertaj Habibi", place="AFG/kunar", beside=("Ehsanullah Ehsan",)),
    ),
    "a group that no list knows": (
        who("Popular Front for Renewal", kind="armed_group", country="SDN", year=2012),
        who("the Popular Front for Renewal", kind="armed_group", country="SDN", year=2013),
    ),
    "a group in two spellings": (
        who("Tehrik-e-Nafaz-e-Shariat-e-Mohammadi", kind="armed_group", place="PAK/swat"),
        who("Tehreek-i-Nifaz-i-Shariat-i-Mohammadi", kind="armed_group", place="PAK/swat"),
    ),
    "a group and its first letters": (
        who("Popular Front for Renewal", kind="armed_group", country="SDN", place="SDN/kassala"),
        who("PFR", kind="armed_group", country="SDN", place="SDN/kassala"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("pair", TWO.values(), ids=TWO)
def test_they_are_not_joined(pair: tuple[Profile, Profile]) -> None:
    verdict = compare(*pair)
    assert not verdict.linked, verdict
    assert verdict.evidence


@pytest.mark.parametrize("pair", ONE.values(), ids=ONE)
def test_they_are_joined_and_meet_under_a_key(pair: tuple[Profile, Profile]) -> None:
    verdict = compare(*pair)
    assert verdict.linked, verdict
    assert verdict.score >= THRESHOLD
    assert any(e.sign not in {"name", "second name"} and e.weight > 0 for e in verdict.evidence)
    one, other = pair
    assert set(looked_up(one)) & set(blocking_keys(other))
    assert set(looked_up(other)) & set(blocking_keys(one))


@pytest.mark.parametrize("pair", [*TWO.values(), *ONE.values()], ids=[*TWO, *ONE])
def test_a_verdict_is_the_same_from_either_side(pair: tuple[Profile, Profile]) -> None:
    one, other = pair
    assert compare(one, other) == compare(other, one)


EVERYBODY = st.sampled_from([profile for pair in (*TWO.values(), *ONE.values()) for profile in pair])


@given(EVERYBODY, EVERYBODY)
def test_everybody_is_weighed_against_everybody_within_bounds(one: Profile, other: Profile) -> None:
    verdict = compare(one, other)
    assert 0 <= verdict.score <= 1
    assert not verdict.linked or verdict.score >= THRESHOLD
    assert compare(other, one) == verdict


def test_what_falls_short_is_a_candidate_with_reasons() -> None:
    verdict = compare(who("Kayani", "Pakistan"), who("Ashfaq Kayani", "Pakistan"))
    assert verdict.worth_a_look
    assert {e.sign for e in verdict.evidence} >= {"name", "party", "date"}


def test_in_copies_of_one_report_one_name_is_one_man() -> None:
    one, other = who("Mohammad Khan", report="r1#a"), who("Mohammad Khan", report="r2#a")
    assert not compare(one, other).linked
    assert compare(one, other, copied=True).linked


def test_a_report_that_gives_both_names_joins_its_own_two_actors() -> None:
    one = who("Mohamed Hamdan Dagalo", "RSF", also="Hemedti", report="r1#a")
    other = who("Hemedti", "RSF", report="r1#b")
    assert compare(one, other).linked
