"""Releases: numbered, the same from the same record, whole, described, and checked."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow.parquet
import pytest
from tests.record.questions.held import FIRST, LATER, UNDATED, filled
from tests.record.readings import GOVERNMENT_DENIES, reading_of_report

from onrecord.errors import OutputUnusable, UsageError
from onrecord.export.release import Citation, make_release, verify
from onrecord.export.snapshot import Seen
from onrecord.export.tables import TABLES
from onrecord.record import Record

CITED = Citation('Talks: "2011"\nto 2012', ("Peace Desk", "Ö. Coder"), "CC-BY-4.0")


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Record]:
    with filled(tmp_path / "x.db") as record:
        yield record


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_a_release_holds_everything_and_says_what(held: Record, tmp_path: Path) -> None:
    made = make_release(held, tmp_path / "all", CITED, zipped=True)
    files = bytes_of(made)
    assert made.name == "onrecord-release-1"
    assert {f"tables/{name}.{form}" for name in TABLES for form in ("csv", "parquet")} <= set(files)
    assert {"README.md", "CITATION.cff", "codebook.md", "codebook.csv", "datapackage.json", "map.geojson"} <= set(
        files
    )
    lines = [line.split("  ") for line in files["SHA256SUMS"].decode().splitlines()]
    sums = {name: digest for digest, name in lines}
    assert sums == {n: hashlib.sha256(b).hexdigest() for n, b in files.items() if n != "SHA256SUMS"}
    told = json.loads(files["release.json"])
    assert told["state"]["reports"] == len(held.reports())
    assert told["state"]["known_at"] == LATER.isoformat(timespec="microseconds").replace("+00:00", "Z")
    assert told["files"]["tables/reports.csv"]["sha256"] == sums["tables/reports.csv"]
    citation = files["CITATION.cff"].decode()
    assert 'title: "Talks: \\"2011\\" to 2012"' in citation
    assert "license: CC-BY-4.0" in citation
    assert f"date-released: {LATER.date()}" in citation
    assert "Peace Desk, Ö. Coder (2026)" in files["README.md"].decode()
    with zipfile.ZipFile(made.with_name(f"{made.name}.zip")) as archive:
        assert {info.filename: archive.read(info) for info in archive.infolist()} == {
            f"{made.name}/{name}": content for name, content in files.items()
        }


def test_the_same_record_gives_the_same_release(held: Record, tmp_path: Path) -> None:
    one = make_release(held, tmp_path / "one", CITED, zipped=True)
    other = make_release(held, tmp_path / "other", CITED, zipped=True)
    assert bytes_of(tmp_path / "one") == bytes_of(tmp_path / "other")
    assert one != other


def test_an_earlier_state_can_be_released_again_after_more_was_added(held: Record, tmp_path: Path) -> None:
    before = make_release(held, tmp_path / "before", CITED)
    state = datetime.fromisoformat(json.loads((before / "release.json").read_bytes())["state"]["known_at"])
    held.add(reading_of_report("new", date(2012, 1, 1), GOVERNMENT_DENIES), datetime(2026, 4, 1, tzinfo=UTC))
    again = make_release(held, tmp_path / "again", CITED, Seen(known_at=state))
    assert bytes_of(before) == bytes_of(again)
    assert bytes_of(make_release(held, tmp_path / "now", CITED)) != bytes_of(before)


def test_releases_are_numbered_and_none_is_overwritten(held: Record, tmp_path: Path) -> None:
    (tmp_path / "onrecord-release-7.zip").write_bytes(b"")
    (tmp_path / "onrecord-release-x").mkdir()
    assert make_release(held, tmp_path).name == "onrecord-release-8"
    assert make_release(held, tmp_path).name == "onrecord-release-9"
    with pytest.raises(OutputUnusable, match="is a file"):
        make_release(held, tmp_path / "x.db")


def test_a_release_that_fails_leaves_nothing(held: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.export.release.making.readme", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        make_release(held, tmp_path / "all")
    assert list((tmp_path / "all").iterdir()) == []


def test_what_was_published_later_is_not_in_a_release_as_of_a_day(held: Record, tmp_path: Path) -> None:
    made = make_release(held, tmp_path / "all", seen=Seen(date(2011, 12, 10), FIRST))
    days = [row["published"] for row in _csv(made / "tables" / "reports.csv")]
    assert max(days) == "2011-12-10"
    assert "" not in days
    assert UNDATED.article.id not in (made / "tables" / "reports.csv").read_text(encoding="utf-8")


def test_the_package_describes_its_tables(held: Record, tmp_path: Path) -> None:
    made = make_release(held, tmp_path / "all", CITED)
    package = json.loads((made / "datapackage.json").read_bytes())
    resources = {one["name"]: one for one in package["resources"]}
    assert len(resources) == len(package["resources"])
    for name, table in TABLES.items():
        resource = resources[name]
        rows = _csv(made / resource["path"])
        schema = resource["schema"]
        assert [field["name"] for field in schema["fields"]] == list(table.names)
        assert not rows or list(rows[0]) == list(table.names)
        assert resource["hash"] == f"sha256:{hashlib.sha256((made / resource['path']).read_bytes()).hexdigest()}"
        assert pyarrow.parquet.read_table(made / "tables" / f"{name}.parquet").num_rows == len(rows)
        for field in schema["fields"]:
            allowed = field.get("constraints", {}).get("enum")
            assert allowed is None or {row[field["name"]] for row in rows} - {""} <= set(allowed)
        assert all(key["reference"]["resource"] in resources for key in schema.get("foreignKeys", ()))


def test_full_texts_are_in_it_only_when_asked_for(held: Record, tmp_path: Path) -> None:
    without, with_texts = make_release(held, tmp_path), make_release(held, tmp_path, texts=True)
    assert {row["text"] for row in _csv(without / "tables" / "reports.csv")} == {""}
    assert all(row["text"] for row in _csv(with_texts / "tables" / "reports.csv"))
    assert "texts of reports are not in it" in (without / "README.md").read_text(encoding="utf-8")
    assert "texts of reports are in it" in (with_texts / "README.md").read_text(encoding="utf-8")


def test_verifying_finds_every_change(held: Record, tmp_path: Path) -> None:
    made = make_release(held, tmp_path)
    assert verify(made) == []
    (made / "tables" / "claims.csv").write_bytes(b"mine")
    (made / "README.md").unlink()
    (made / "more.txt").write_bytes(b"")
    assert verify(made) == ["README.md is missing", "tables/claims.csv was changed", "more.txt was added"]
    (made / "SHA256SUMS").write_text(f"{'0' * 64}  ../x.db\nnonsense\n", encoding="utf-8")
    assert sum("no checksum of a file" in trouble for trouble in verify(made)) == 2
    with pytest.raises(UsageError, match="is no release"):
        verify(tmp_path)


def test_an_empty_record_can_be_released(tmp_path: Path) -> None:
    with Record.open(tmp_path / "x.db", create=True) as record:
        made = make_release(record, tmp_path)
    assert verify(made) == []
    assert "date-released" not in (made / "CITATION.cff").read_text(encoding="utf-8")
    assert 'name: "Anonymous"' in (made / "CITATION.cff").read_text(encoding="utf-8")


def _csv(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8"), newline="")))
