"""Who led what when, by the hand-made table."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from assets_src.registry.leaders import Row, faults, first_day, hand_rows, last_day, main, table

from onrecord.resolution.actors.entries import rows
from onrecord.resolution.actors.leaders import Holder, holders, leader_key

FACTS = [
    ("Prime Minister Yousaf Raza Gilani", "2011-12-10", "prime minister", "PAK-government"),
    ("Maulvi Faqir Muhammad", "2011-12-10", "deputy leader of the pakistani taliban", "TTP"),
    ("Volodymyr Zelensky", "2022-03-01", "president", "UKR-government"),
    ("Foreign Minister Sergey Lavrov", "2022-03-01", "foreign minister", "RUS-government"),
    ("Timochenko", "2015-09-23", "leader of the farc", "FARC"),
    ("Hemedti", "2023-04-15", "leader of the rapid support forces", "RSF"),
    ("Gen. Ashfaq Pervez Kiyani", "2011-05-02", "chief of army staff", "PAK-military"),
    ("Ban Ki Moon", "2012-01-01", "secretary-general", "UNO"),
    ("Velupillai Prabhakaran", "2002-02-22", "leader of the tamil tigers", "ucdp:320"),
    ("Slobodan Milošević", "1995-11-21", "president", "SRB-government"),
    ("King Hussein", "1994-10-26", "king", "JOR-government"),
    ("Jens Stoltenberg", "2022-02-24", "secretary-general", "NATO"),
]


@pytest.mark.parametrize(("name", "day", "office", "body"), FACTS)
def test_who_held_an_office_on_a_day(name: str, day: str, office: str, body: str) -> None:
    on = date.fromisoformat(day)
    held = [(h.office, h.body) for h in holders(name, on) if h.may_hold_on(on)]
    assert (office, body) in held


@pytest.mark.parametrize("name", ["", " ", "' '", "President", "Nobody Whatsoever", "Juan Manuel", "\x00"])
def test_names_that_find_nobody(name: str) -> None:
    assert holders(name) == ()


def test_a_surname_finds_all_who_bear_it_those_of_the_day_first() -> None:
    found = holders("Sharif", date(2014, 6, 1))
    assert {h.name for h in found} == {"Nawaz Sharif", "Raheel Sharif", "Shehbaz Sharif"}
    assert [h.name for h in found[:2]] == ["Nawaz Sharif", "Raheel Sharif"]
    assert not any(h.may_hold_on(date(2014, 6, 1)) for h in found[2:])


def test_a_surname_that_stands_first_is_one() -> None:
    assert {h.name for h in holders("Xi")} == {"Xi Jinping"}
    assert "Kim Jong-il" in {h.name for h in holders("Kim")}
    assert "Ban Ki-moon" in {h.name for h in holders("Ban")}


def test_a_day_outside_every_term_leaves_them_last_and_told_apart() -> None:
    found = holders("Imran Khan", date(1995, 1, 1))
    assert found != ()
    assert not any(h.may_hold_on(date(1995, 1, 1)) for h in found)


def test_a_further_surname_and_a_longer_name_are_no_other_person() -> None:
    assert holders("Álvaro Uribe Vélez") == holders("Alvaro Uribe") != ()
    assert holders("Abdullah Abdullah") != holders("Abdullah")
    assert {h.name for h in holders("Abdullah Abdullah")} == {"Abdullah Abdullah"}


def test_partial_dates_are_widened() -> None:
    assert (first_day("2009"), last_day("2009")) == (date(2009, 1, 1), date(2009, 12, 31))
    assert (first_day("2012-02"), last_day("2012-02")) == (date(2012, 2, 1), date(2012, 2, 29))
    assert (first_day("2012-02-03"), last_day("2012-02-03"), last_day("")) == (date(2012, 2, 3),) * 2 + (None,)
    [held] = [h for h in holders("Hakimullah Mehsud") if h.body == "TTP"]
    assert (held.since, held.until) == (date(2009, 8, 1), date(2013, 11, 1))


def test_open_ends_do_not_speak_against_a_day() -> None:
    held = Holder("A", "president", "B", None, None, date(2000, 1, 1))
    assert held.may_hold_on(date(1990, 1, 1))
    assert not held.may_hold_on(date(2000, 1, 2))


def test_titles_and_numerals_are_set_aside() -> None:
    assert leader_key("Crown Prince Mohammed bin Salman") == leader_key("Muhammad bin Salman")
    assert leader_key("Ferdinand Marcos Jr.") == leader_key("Ferdinand Marcos")
    assert leader_key("President") != () == leader_key("-")


def test_the_hand_made_table_is_sound_and_sorted() -> None:
    made = list(hand_rows())
    assert len(made) > 1_200
    assert faults(made) == []
    assert made == sorted(made, key=lambda r: (r.country, r.since, r.name, r.office, r.until, r.body))


def test_faults_are_told() -> None:
    row = Row("Some One", (), "QQQ", "President", "no such body", "2001-13", "2000")
    told = " ".join(faults([row, row]))
    for words in ("no country QQQ", "no body no such body", "small letters", "no date", "stands twice"):
        assert words in told
    late = Row("Some One", (), "PAK", "president", "PAK-government", "2001", "2000")
    assert faults([late]) == ["Some One, president: ends before it begins: 2001, 2000"]


def test_the_package_holds_what_is_made_from_the_hand_made_table(tmp_path: Path) -> None:
    main(["--out", str(tmp_path / "leaders.tsv")])
    lines = (tmp_path / "leaders.tsv").read_text(encoding="utf-8").splitlines()[1:]
    assert [line.split("\t") for line in lines] == list(rows("leaders")) == table(list(hand_rows()))


def test_a_line_with_too_few_fields_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "leaders.tsv"
    broken.write_text("name\tothers\tiso3\toffice\tbody\tfrom\tuntil\nonly a name\n", encoding="utf-8")
    with pytest.raises(ValueError, match="line 2"):
        list(hand_rows(broken))
