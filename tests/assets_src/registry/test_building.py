"""The registry built from a tiny set of sources of the same forms."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from assets_src.registry.__main__ import main
from assets_src.registry.cases import written
from assets_src.registry.quality import Words
from assets_src.registry.tabari import day

UCDP_HEADING = (
    "ActorId,NameData,NameOrig,NameOrigFull,NameOrigFullEng,NameChange,NewName,NewNameFullMotherTongue,NewNameFullEng,"
    "Org,Splinter,NamePrev,ActorIdPrev,SplitTemp,NameSplitTemp,ActorIdSplitTemp,Alliance,NameAlliance,ActorIdAlliance,"
    "JoinGroup,GroupName,ActorIdGroup,Location"
)
UCDP_ROWS = (
    "1,Government of Pakistan,Government of Pakistan,n/a,Government of Pakistan,0,,,,4,0,,,0,,,0,,,0,,,Pakistan",
    "2,ZLF,ZLF,Jabhat al-Zed,Zed Liberation Front,1,ZLA,Jaish al-Zed,Zed Liberation Army,1,0,,,0,,,0,,,0,,,Mali",
    '3,ZLF - KM,ZLF - KM,n/a,Zed Liberation Front - Karim faction,0,,,,1,1,ZLF,2,0,,,1,ZLF,2,0,,,"Mali, Niger"',
    "4,Unity,Unity,Unity,Unity,0,,,,1,0,,,0,,,0,,,1,Government of Pakistan,1,Nowhereland",
    "5,Zedi,Zedi,Zedi,Zedi,0,,,,3,0,,,0,,,0,,,0,,,Mali",
    "6,Hand Made,Hand Made,n/a,Hand Made Army,0,,,,1,0,,,0,,,0,,,0,,,Chad",
)
UN = """<CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL><FIRST_NAME>FAQIR</FIRST_NAME></INDIVIDUAL></INDIVIDUALS><ENTITIES>
<ENTITY><FIRST_NAME>ZED LIBERATION FRONT (ZLF)</FIRST_NAME><UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE>
<REFERENCE_NUMBER>QDe.901</REFERENCE_NUMBER><ENTITY_ALIAS><ALIAS_NAME>Zedist Front for Mali</ALIAS_NAME></ENTITY_ALIAS></ENTITY>
<ENTITY><FIRST_NAME>ZED TRADING COMPANY</FIRST_NAME><UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE>
<REFERENCE_NUMBER>QDe.902</REFERENCE_NUMBER><ENTITY_ADDRESS><COUNTRY>Mali</COUNTRY></ENTITY_ADDRESS></ENTITY>
<ENTITY><FIRST_NAME/><REFERENCE_NUMBER>QDe.903</REFERENCE_NUMBER></ENTITY></ENTITIES></CONSOLIDATED_LIST>"""
COUNTRIES = """# a comment
PAKISTAN_  [PAK]
+LAHORE_
NATIONAL_ZED_BUREAU_
\t[PAKGOV]
PRESIDENT_KARIM_BILAL_ZED_  ; a note
+KARIM_B._ZED_
\t[PAKELI 700101-991014]
\t[PAKGOV 991014-021123]
\t[PAKGOV >20130605]
\t[PAKGOV 20990101-20980101]
ZEDMAN_
\t[PAKGOV 991014-021123]
PAKISTANI_ZED_PARTY_
\t[PAKPTY 991014-021123]
"""
NON_STATE = """TALIBAN_FIGHTERS_GROUP_
\t[AFGREB]
ZED_LIBERATION_FRONT_
+FRONT_OF_ZED_LIBERATORS_
\t[MLIREB]
RED_ZED_CELLS_(RZC)_
\t[ITAREB]
"""
AGENTS = """!PERSON! = MAN, WOMEN
FISHER!PERSON! [~AGR]
POLICE_OFFICER_ [~COP]
#BANK [~BUS]
"""
HAND = """actor = [
  { ucdp = "6", country = "TCD", first = 1990, aliases = ["Hand Made Army"], weak = ["Makers"] },
  { id = "PAK-military", aliases = ["Zed Corps"] },
  { id = "PAK-military", weak = ["Zeds"] },
]
relation = [{ of = "ucdp:6", kind = "allied_with", to = "ucdp:2", first = 1991 }]
"""


@pytest.fixture
def built(tmp_path: Path) -> Path:
    actors = tmp_path / "corpora" / "actors"
    actors.mkdir(parents=True)
    hand = tmp_path / "hand"
    hand.mkdir()
    (actors / "ucdp-actor-221.csv").write_text("\n".join((UCDP_HEADING, *UCDP_ROWS)) + "\n", encoding="utf-8-sig")
    (actors / "UN_consolidated.xml").write_text(UN, encoding="utf-8")
    (actors / "Phoenix.Countries.actors.txt").write_text(COUNTRIES, encoding="latin-1")
    (actors / "Phoenix.International.actors.txt").write_text("", encoding="latin-1")
    (actors / "Phoenix.MilNonState.actors.txt").write_text(NON_STATE, encoding="latin-1")
    (actors / "Phoenix.agents.txt").write_text(AGENTS, encoding="latin-1")
    (hand / "groups.toml").write_text(HAND, encoding="utf-8")
    (hand / "states.txt").write_text("# none\n", encoding="utf-8")
    (tmp_path / "words.json").write_text(json.dumps({"model": {"vocab": {"unity": 1, "the": 2}}}), encoding="utf-8")
    return build(tmp_path, "out")


def build(folder: Path, out: str) -> Path:
    corpora, hand, words = folder / "corpora", folder / "hand", folder / "words.json"
    main(["--corpora", str(corpora), "--hand", str(hand), "--vocabulary", str(words), "--out", str(folder / out)])
    return folder / out


def table(out: Path, name: str) -> list[list[str]]:
    heading, *lines = (out / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    assert all(len(row) == len(heading.split("\t")) for row in rows)
    return rows


def test_the_same_sources_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    again = build(tmp_path, "again")
    for path in sorted(built.iterdir()):
        assert path.read_bytes() == (again / path.name).read_bytes()


def test_a_group_takes_its_names_from_every_list(built: Path) -> None:
    names = {row[1]: (row[3], row[4]) for row in table(built, "aliases") if row[2] == "ucdp:2"}
    assert {"ZLF", "ZLA", "Jabhat al-Zed", "Zed Liberation Front", "Zed Liberation Army"} <= set(names)
    assert names["Zedist Front for Mali"] == ("0", "un")
    assert names["Front of Zed Liberators"] == ("0", "phoenix")
    [entry] = [row for row in table(built, "entries") if row[0] == "ucdp:2"]
    assert entry[1:5] == ["Zed Liberation Front", "armed_group", "MLI", "cameo=MLIREB,iso3=MLI,ucdp=2,un=QDe.901"]


def test_a_faction_is_part_of_its_group_and_the_ties_are_kept(built: Path) -> None:
    [faction] = [row for row in table(built, "entries") if row[0] == "ucdp:3"]
    assert (faction[5], faction[9]) == ("ucdp:2", "MLI,NER")
    ties = {tuple(row[:4]) for row in table(built, "relations")}
    assert ("splinter_of", "ucdp:3", "ucdp:2", "") in ties
    assert ("allied_with", "ucdp:6", "ucdp:2", "1991") in ties
    assert ("joined", "ucdp:4", "PAK-government", "") in ties


def test_an_ordinary_word_and_a_people_are_weak_and_a_missing_country_is_left_open(built: Path) -> None:
    weak = {row[1]: row[3] for row in table(built, "aliases")}
    assert (weak["Unity"], weak["Zedi"], weak["Makers"], weak["ZLF"]) == ("1", "1", "1", "0")
    [entry] = [row for row in table(built, "entries") if row[0] == "ucdp:4"]
    assert entry[3] == ""


def test_governments_go_under_their_state(built: Path) -> None:
    assert table(built, "codes") == [["PAK-government", "ucdp", "1"]]
    assert not any(row[0] in {"ucdp:1", "PAK-military"} for row in table(built, "entries"))
    assert ["zed corps", "Zed Corps", "PAK-military", "0", "hand"] in table(built, "aliases")
    assert ["zeds", "Zeds", "PAK-military", "1", "hand"] in table(built, "aliases")


def test_no_person_and_no_taliban_comes_from_the_lists(built: Path) -> None:
    names = " ".join(row[1] for row in table(built, "aliases")).lower()
    assert "faqir" not in names
    assert "karim bilal" not in names
    assert "taliban" not in names
    kinds = {row[0]: row[2] for row in table(built, "entries")}
    assert kinds["un:QDe.902"] == "organisation"
    assert kinds["phoenix:PAK-national-zed-bureau"] == "government"
    assert kinds["phoenix:ITA-red-zed-cells"] == "armed_group"


def test_only_dated_offices_of_persons_are_kept(built: Path) -> None:
    held = [row[1:] for row in table(built, "offices")]
    assert held == [
        ["Karim B Zed", "Karim Bilal Zed", "PAK", "PAKGOV", "1999-10-14", "2002-11-23"],
        ["Karim B Zed", "Karim Bilal Zed", "PAK", "PAKGOV", "2013-06-05", ""],
        ["Karim Bilal Zed", "", "PAK", "PAKGOV", "1999-10-14", "2002-11-23"],
        ["Karim Bilal Zed", "", "PAK", "PAKGOV", "2013-06-05", ""],
    ]


def test_sets_of_words_are_spelt_out(built: Path) -> None:
    assert table(built, "roles") == [["fisherman", "AGR"], ["fisherwomen", "AGR"], ["police officer", "COP"]]


def test_the_card_counts_what_is_there(built: Path) -> None:
    card = (built / "README.md").read_text(encoding="utf-8")
    assert f"| `entries.tsv` | {len(table(built, 'entries'))} |" in card
    assert "CC BY 4.0" in card
    assert "{" not in card


@pytest.mark.parametrize(
    ("digits", "found"),
    [("991014", "1999-10-14"), ("20130605", "2013-06-05"), ("2004017", None), ("990231", None), ("", None)],
)
def test_days_of_the_dictionaries(digits: str, found: str | None) -> None:
    parsed = day(digits)
    assert (parsed.isoformat() if parsed else None) == found


@pytest.mark.parametrize(
    ("capitals", "name"),
    [
        ("LORD'S RESISTANCE ARMY", "Lord's Resistance Army"),
        ("ANSAR AL-SHARIA", "Ansar Al-Sharia"),
        ("M23", "M23"),
        ("Al Qa'ida", "Al Qa'ida"),
        ("FRONT OF THE WEST", "Front of the West"),
    ],
)
def test_names_in_capitals_as_newspapers_write_them(capitals: str, name: str) -> None:
    assert written(capitals) == name


def test_several_words_are_weak_only_when_all_are_common() -> None:
    words = Words(frozenset({"order"}), frozenset({"said"}))
    assert words.is_weak("National Front", "armed_group", "ucdp")
    assert not words.is_weak("Polisario Front", "armed_group", "ucdp")
    assert words.is_weak("Said", "armed_group", "ucdp")
    assert words.is_weak("ORDER", "armed_group", "ucdp")
    assert not words.is_weak("MILF", "armed_group", "ucdp")
    assert words.is_weak("PF", "armed_group", "ucdp")
    assert words.is_weak("Republic of Armenia", "armed_group", "ucdp")
    assert not words.is_weak("National Front of Chad", "armed_group", "ucdp")
