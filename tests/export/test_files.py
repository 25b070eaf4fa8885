"""Files of tables: the same rows in every form, nothing that acts in a spreadsheet, nothing half written."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest
from tests.export.hostile import FORMULA, LONG, hostile_readings
from tests.record.questions.held import filled
from tests.record.tables import RECORDED

from onrecord.errors import OutputUnusable, PackageMissing, UsageError
from onrecord.export import KINDS, Choices, Seen, answer_csv, export, export_everything
from onrecord.export.cells import BETWEEN
from onrecord.export.tables import TABLES
from onrecord.export.workbook import CUT, LONGEST_CELL, fitted
from onrecord.record import Record

# Its package brings no types.
openpyxl: Any = pytest.importorskip("openpyxl")
NOTHING = Choices()
SIGNS = tuple("=+-@\t\r＝＋－＠")


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with filled(tmp_path_factory.mktemp("held") / "x.db") as record:
        yield record


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with Record.open(tmp_path_factory.mktemp("hostile") / "x.db", create=True) as record:
        for reading in hostile_readings():
            record.add(reading, RECORDED)
        yield record


def exported(record: Record, kind: str, form: str | None = None, choices: Choices = NOTHING) -> bytes:
    stream = io.BytesIO()
    export(record, kind, stream, form, None, choices)
    return stream.getvalue()


def csv_of(record: Record, kind: str, choices: Choices = NOTHING) -> list[dict[str, str]]:
    text = exported(record, kind, "csv", choices).decode("utf-8")
    csv.field_size_limit(10_000_000)
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def json_of(record: Record, kind: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in exported(record, kind, "jsonl").decode().splitlines()]


@pytest.mark.parametrize("name", TABLES)
def test_every_form_has_the_same_rows(held: Record, name: str, tmp_path: Path) -> None:
    table, rows = TABLES[name], json_of(held, name)
    written = csv_of(held, name, Choices(raw=True))
    export(held, name, path := tmp_path / "x.parquet")
    typed = pyarrow.parquet.read_table(path).to_pylist()
    sheet = openpyxl.load_workbook(io.BytesIO(exported(held, name, "xlsx")))[name]
    cells = [dict(zip(table.names, line, strict=False)) for line in sheet.iter_rows(min_row=2, values_only=True)]
    assert len(written) == len(typed) == len(rows)
    assert len(cells) == len(rows) or not rows
    for row, line, other, cell in zip(rows, written, typed, cells, strict=False):
        for column in table.columns:
            value = row[column.name]
            assert json.loads(json.dumps(other[column.name], default=_iso)) == value
            if column.kind in {"id", "text", "date", "day"}:
                assert line[column.name] == (value or "")
            if column.kind == "texts":
                assert line[column.name] == BETWEEN.join(v.replace("\\", "\\\\").replace(";", "\\;") for v in value)
            if column.kind == "day" and value is not None:
                assert cell[column.name].date() == date.fromisoformat(value)
            if column.kind in {"truth", "number"}:
                assert cell[column.name] == value


def _iso(value: object) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    assert isinstance(value, date)
    return value.isoformat()


@pytest.mark.parametrize("name", TABLES)
def test_no_csv_cell_begins_like_a_formula(hostile: Record, name: str) -> None:
    table = TABLES[name]
    texts = {column.name for column in table.columns if column.kind in {"id", "text", "texts"}}
    for row in csv_of(hostile, name):
        for column, cell in row.items():
            bare = cell.strip(" \"'\n\u202e")
            assert column not in texts or cell == "-12" or not bare.startswith(SIGNS) or cell.startswith("'"), cell
            assert "\x00" not in cell
            assert "\x1b" not in cell


def test_raw_cells_are_as_the_report_has_them(hostile: Record) -> None:
    raw = {row["report_id"]: row for row in csv_of(hostile, "reports", Choices(raw=True))}
    rows = {row["report_id"]: row for row in json_of(hostile, "reports")}
    assert {ident: row["title"] for ident, row in raw.items()} == {i: row["title"] for i, row in rows.items()}
    assert any(row["title"].startswith(FORMULA) for row in raw.values())
    assert any(row["title"] == LONG for row in raw.values())
    assert any(row["title"] == "'" + LONG for row in csv_of(hostile, "reports"))


def test_no_cell_of_a_workbook_is_a_formula_or_a_link(hostile: Record) -> None:
    made = exported(hostile, "tables")
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert book.sheetnames == [*TABLES, "codebook", "about"]
    for sheet in book:
        for line in sheet.iter_rows():
            for cell in line:
                assert cell.data_type != "f"
                assert cell.hyperlink is None
                assert not isinstance(cell.value, str) or len(cell.value) <= LONGEST_CELL
    reports = list(book["reports"].iter_rows(values_only=True))
    titles = {row[2] for row in reports[1:]}
    assert FORMULA + "\ufffd\ufffd\ufffd[2J\ufffd\u202egnp\u2066" in titles
    cut = {row[2][-1]: row[-1] for row in reports[1:] if row[2].startswith("+1+1 ")}
    assert reports[0][-1] == CUT
    assert cut == {"…": "title"}
    assert book["reports"].freeze_panes == "B2"


def test_formulas_are_marked_as_quoted_for_whoever_edits_them(hostile: Record) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(exported(hostile, "reports", "xlsx")))["reports"]
    cells = [cell for line in sheet.iter_rows(min_row=2) for cell in line if isinstance(cell.value, str)]
    assert {cell.quotePrefix for cell in cells if cell.value.startswith("=")} == {True}


def test_a_text_is_cut_at_the_units_that_excel_counts() -> None:
    assert fitted("x" * LONGEST_CELL) == "x" * LONGEST_CELL
    assert fitted("x" * (LONGEST_CELL + 1)) == "x" * (LONGEST_CELL - 2) + " …"
    wide = fitted("\U0001f600" * LONGEST_CELL)
    assert len(wide.encode("utf-16-le")) <= LONGEST_CELL * 2
    assert set(wide) == {"\U0001f600", " ", "…"}


def test_parquet_says_what_its_columns_are(held: Record, tmp_path: Path) -> None:
    export(held, "statements", tmp_path / "x.parquet", choices=Choices(licence="CC-BY-4.0"))
    schema = pyarrow.parquet.read_schema(tmp_path / "x.parquet")
    types = {
        name: str(schema.field(name).type) for name in ("published", "claims", "speaks_for_party", "recorded_at")
    }
    assert types == {
        "published": "date32[day]",
        "claims": "list<element: string>",
        "speaks_for_party": "bool",
        "recorded_at": "timestamp[us, tz=UTC]",
    }
    described = [schema.field(name).metadata[b"description"] for name in TABLES["statements"].names]
    assert all(described)
    assert schema.metadata[b"licence"] == b"CC-BY-4.0"
    assert json.loads(schema.metadata[b"onrecord"])["reports"] == len(held.reports())


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_record_gives_the_same_bytes(held: Record, kind: str) -> None:
    for form in KINDS[kind].forms:
        assert exported(held, kind, form) == exported(held, kind, form)


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_record_can_be_exported_in_every_form(kind: str, tmp_path: Path) -> None:
    with Record.open(tmp_path / "x.db", create=True) as record:
        for form in KINDS[kind].forms:
            assert exported(record, kind, form) or form == "jsonl"


def test_everything_is_in_one_new_folder(held: Record, tmp_path: Path) -> None:
    names = export_everything(held, folder := tmp_path / "new" / "all")
    assert sorted(names) == sorted(path.name for path in folder.iterdir())
    assert {kind.file() for kind in KINDS.values()} | {"codebook.csv"} == set(names)
    with pytest.raises(OutputUnusable, match="is there already"):
        export_everything(held, folder)


def test_a_file_is_replaced_only_by_force_and_only_when_the_new_one_is_whole(
    held: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "claims.csv"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(OutputUnusable, match="--force"):
        export(held, "claims", path)
    monkeypatch.setattr("onrecord.export.exporting.csv_rows", lambda *_, **__: iter(["a", 1 / 0]))
    with pytest.raises(ZeroDivisionError):
        export(held, "claims", path, force=True)
    assert path.read_text(encoding="utf-8") == "mine"
    assert [one.name for one in tmp_path.iterdir()] == ["claims.csv"]
    monkeypatch.undo()
    export(held, "claims", path, force=True)
    assert path.read_text(encoding="utf-8").startswith("claim_id,")


def test_what_cannot_be_written_says_so(held: Record, tmp_path: Path) -> None:
    for path, words in ((tmp_path, "is a folder"), (tmp_path / "none" / "x.csv", "make it first")):
        with pytest.raises(OutputUnusable, match=words):
            export(held, "claims", path)


def test_what_there_is_not_is_answered_with_what_there_is(held: Record) -> None:
    for arguments, words in (
        (("spells", io.BytesIO()), "choose one of: statements, events"),
        (("gexf", io.BytesIO(), "csv"), "choose one of: gexf"),
        (("actors", io.BytesIO(), None, Seen(words="talks")), "they can narrow: statements"),
    ):
        with pytest.raises(UsageError, match=words):
            export(held, *arguments)


@pytest.mark.parametrize(("form", "package"), [("xlsx", "xlsxwriter"), ("parquet", "pyarrow")])
def test_a_missing_package_is_named(held: Record, monkeypatch: pytest.MonkeyPatch, form: str, package: str) -> None:
    def missing(_: str) -> object:
        raise ModuleNotFoundError(name=package)

    module = {"xlsx": "workbook", "parquet": "parquet"}[form]
    monkeypatch.setattr(f"onrecord.export.{module}.import_module", missing)
    with pytest.raises(PackageMissing, match=f"pip install {package}"):
        exported(held, "claims", form)


def test_answers_can_be_written_row_by_row(held: Record) -> None:
    heading, *rows = answer_csv(held.positions())
    assert heading.startswith("claim,gloss,type,standing,party,")
    assert len(rows) == len(held.positions())
