"""`export` and `release` on a record of readings made by hand."""

from __future__ import annotations

import csv
import io
import json

import pytest
from tests.cli.calls import Caller
from tests.record.questions.held import filled


@pytest.fixture
def held(call: Caller) -> Caller:
    filled(call.folder / "onrecord.db").close()
    return call


def test_a_table_is_printed_and_nothing_else(held: Caller) -> None:
    left = held("export", "positions", "TTP", "talks", "--as-of", "2011-12-11")
    rows = list(csv.DictReader(io.StringIO(left.out, newline="")))
    asked = held("positions", "TTP", "talks", "--as-of", "2011-12-11", "-f", "json").lines
    assert (left.status, left.err) == (0, "")
    assert [(row["party"], row["stance"]) for row in rows] == [(cell["party"], cell["stance"]) for cell in asked]


def test_the_name_of_the_file_tells_the_form(held: Caller) -> None:
    for name, begins in (
        ("x.csv", b"claim_id,"),
        ("x.xlsx", b"PK"),
        ("x.parquet", b"PAR1"),
        ("x.jsonl", b'{"claim_id"'),
    ):
        left = held("export", "claims", "--out", name)
        assert (left.status, left.out) == (0, "")
        assert (held.folder / name).read_bytes().startswith(begins)
    assert held("export", "claims", "--out", "x.txt", "--format", "jsonl").status == 0
    assert (held.folder / "x.txt").read_bytes() == (held.folder / "x.jsonl").read_bytes()


def test_a_file_that_is_there_is_left_alone(held: Caller) -> None:
    held.write("x.csv", "mine")
    left = held("export", "claims", "--out", "x.csv")
    assert left.status == 2
    assert "--force" in left.err
    assert (held.folder / "x.csv").read_text(encoding="utf-8") == "mine"
    assert held("export", "claims", "--out", "x.csv", "--force").status == 0


def test_options_reach_the_file(held: Caller) -> None:
    assert held("export", "claims", "--bom").out.startswith("\ufeffclaim_id,")
    events = held("export", "plover", "--only", "negated").lines
    assert {event["status"] for event in events} == {"negated"}
    found = json.loads(held("export", "geojson", "--layer", "claims").out)
    assert {feature["properties"]["layer"] for feature in found["features"]} <= {"claims"}
    assert any(row.split(",")[-1].strip() for row in held("export", "reports", "--with-texts").out.splitlines()[1:])
    assert len(held("export", "reports", "--known-at", "2026-01-15").out.splitlines()) < len(
        held("export", "reports").out.splitlines()
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("export",), "say what to export"),
        (("export", "spells"), "choose one of: statements"),
        (("export", "gexf", "--format", "csv"), "choose one of: gexf"),
        (("export", "plover", "--only", "maybe"), "no status 'maybe'"),
        (("export", "geojson", "--layer", "roads"), "no layer 'roads'"),
        (("export", "claims", "zebra"), "zebra"),
        (("export", "actors", "talks"), "they can narrow"),
        (("export", "claims", "--out", "none/x.csv"), "make it first"),
        (("export", "claims", "--everything", "all"), "leave out the kind"),
        (("export", "claims", "--db", "none.db"), "there is no record"),
        (("release",), "DIR"),
        (("release", "a", "b", "c"), "one folder for releases"),
        (("release", "verify", "."), "is no release"),
    ],
)
def test_a_call_that_makes_no_sense_says_so(held: Caller, arguments: tuple[str, ...], words: str) -> None:
    left = held(*arguments)
    assert (left.status, left.out) == (2, "")
    assert words in " ".join(left.err.split())


def test_everything_goes_into_a_new_folder(held: Caller) -> None:
    left = held("export", "--everything", "all")
    assert (left.status, left.out) == (0, "")
    assert "files in all" in left.err
    assert {"statements.csv", "tables.xlsx", "codebook.md"} <= {path.name for path in (held.folder / "all").iterdir()}
    assert held("export", "--everything", "all").status == 2


def test_a_release_is_made_and_verified(held: Caller) -> None:
    made = held("release", "all", "--title", "Talks", "--creator", "Peace Desk", "--zip")
    assert (made.status, made.out) == (0, "")
    assert "onrecord release verify all/onrecord-release-1" in " ".join(made.err.split())
    assert (held.folder / "all" / "onrecord-release-1.zip").is_file()
    assert held("release", "verify", "all/onrecord-release-1").status == 0
    (held.folder / "all" / "onrecord-release-1" / "README.md").write_bytes(b"")
    left = held("release", "verify", "all/onrecord-release-1")
    assert (left.status, left.out) == (1, "")
    assert "README.md was changed" in left.err


@pytest.mark.parametrize("command", ["export", "release"])
def test_the_help_shows_examples_that_call_it(call: Caller, command: str) -> None:
    left = call(command, "--help")
    assert left.status == 0
    assert left.out[left.out.index("Examples") :].count(f"onrecord {command}") >= 2
