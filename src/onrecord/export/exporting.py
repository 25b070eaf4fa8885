"""Exports of a record: one kind into a file or a stream, or all kinds into a folder."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from onrecord.errors import UsageError
from onrecord.export.about import about
from onrecord.export.codebook import codebook_csv, codebook_markdown, codebook_rows
from onrecord.export.csvrows import csv_rows
from onrecord.export.formats.annotations import annotation_collection
from onrecord.export.formats.citations import citations
from onrecord.export.formats.followthemoney import followthemoney
from onrecord.export.formats.geojson import LAYERS, Layer, geojson
from onrecord.export.formats.gexf import gexf
from onrecord.export.formats.icews import icews
from onrecord.export.formats.plover import plover
from onrecord.export.jsonlines import table_lines
from onrecord.export.kinds import BINARY_FORMS, KINDS, Kind, form_of, kind_called
from onrecord.export.parquet import write_parquet
from onrecord.export.snapshot import Followed, Seen, Snapshot, snapshot_of, unfollowed
from onrecord.export.tables import TABLES
from onrecord.export.workbook import write_workbook
from onrecord.export.writing import new_file, new_folder, write_text
from onrecord.model import EventStatus
from onrecord.record import Record


@dataclass(frozen=True, slots=True)
class Choices:
    """How an export is written.

    `raw` leaves texts as they are where a spreadsheet would take them for formulas, `bom` marks UTF-8 for Excel, `texts`
    takes the full texts of reports in, `only` keeps to events of one status (PLOVER and ICEWS), `layers` are those of
    GeoJSON, `licence` goes into the files that have a place for it.
    """

    raw: bool = False
    bom: bool = False
    texts: bool = False
    only: EventStatus | None = None
    layers: tuple[Layer, ...] = LAYERS
    licence: str | None = None


PLAIN = Choices()


def export(
    record: Record,
    kind: str,
    out: Path | IO[bytes],
    form: str | None = None,
    seen: Seen | None = None,
    choices: Choices = PLAIN,
    follow: Followed = unfollowed,
    *,
    force: bool = False,
) -> None:
    """Writes one kind of export to a file, or to a stream of bytes.

    `kind` is one of `KINDS`; `form` one of its forms, by default what the name of the file tells, or the kind's first. A
    file that is there already is left alone, unless `force`: OutputUnusable. UsageError for what makes no sense.
    """
    wanted = kind_called(kind)
    form = form_of(wanted, form, out.name if isinstance(out, Path) else None)
    seen = seen or Seen()
    if seen.words is not None and not wanted.by_words:
        able = ", ".join(name for name, one in KINDS.items() if one.by_words)
        raise UsageError(f"words cannot narrow {kind}; they can narrow: {able}")
    with snapshot_of(record, seen, follow, texts=choices.texts) as snapshot:
        if seen.words is not None:
            # Words that no claim has are found out before anything is written.
            _ = snapshot.claims
        if not isinstance(out, Path):
            _to_stream(snapshot, wanted, form, choices, out)
            return
        with new_file(out, force=force) as file:
            write(snapshot, wanted, form, choices, file)


def export_everything(
    record: Record,
    folder: Path,
    seen: Seen | None = None,
    choices: Choices = PLAIN,
    follow: Followed = unfollowed,
) -> list[str]:
    """Writes every kind into a new folder, tables as CSV and in one workbook; gives the names of the files."""
    with snapshot_of(record, seen, follow, texts=choices.texts) as snapshot, new_folder(folder) as held:
        files = [(kind, kind.forms[0]) for kind in KINDS.values()] + [(KINDS["codebook"], "csv")]
        return write_files(snapshot, files, choices, held)


def write_files(snapshot: Snapshot, files: list[tuple[Kind, str]], choices: Choices, folder: Path) -> list[str]:
    """Writes some kinds, each in a form, into a folder; gives the names of the files."""
    names = []
    for kind, form in files:
        names.append(kind.file(form))
        with (folder / names[-1]).open("xb") as file:
            write(snapshot, kind, form, choices, file)
    return names


def write(snapshot: Snapshot, kind: Kind, form: str, choices: Choices, file: IO[bytes]) -> None:
    """Writes one kind in one form."""
    if form == "xlsx":
        tables = TABLES.values() if kind.name == "tables" else [TABLES[kind.name]]
        state = about(snapshot, choices.licence)
        write_workbook([(one, one.rows(snapshot)) for one in tables], codebook_rows(), state, file)
    elif form == "parquet":
        table = TABLES[kind.name]
        write_parquet(table, table.rows(snapshot), about(snapshot, choices.licence), file)
    else:
        write_text(_text(snapshot, kind, form, choices), file)


def _text(snapshot: Snapshot, kind: Kind, form: str, choices: Choices) -> Iterator[str]:
    if kind.name in TABLES:
        table = TABLES[kind.name]
        rows = table.rows(snapshot)
        if form == "jsonl":
            return table_lines(table, rows)
        return csv_rows(table.names, map(table.values, rows), raw=choices.raw, bom=choices.bom)
    if kind.name == "codebook":
        return iter([codebook_csv() if form == "csv" else codebook_markdown()])
    makers: dict[str, Callable[[], Iterator[str]]] = {
        "plover": lambda: plover(snapshot, choices.only),
        "icews": lambda: icews(snapshot, choices.only, raw=choices.raw),
        "geojson": lambda: geojson(snapshot, choices.layers),
        "gexf": lambda: gexf(snapshot),
        "annotations": lambda: annotation_collection(snapshot),
        "ftm": lambda: followthemoney(snapshot),
        "csl": lambda: citations(snapshot),
    }
    return makers[kind.name]()


def _to_stream(snapshot: Snapshot, kind: Kind, form: str, choices: Choices, stream: IO[bytes]) -> None:
    """Writes to a stream; files that are made of parts are made beside it first, since a stream cannot go back."""
    if form not in BINARY_FORMS:
        write(snapshot, kind, form, choices, stream)
        return
    with tempfile.TemporaryFile() as file:
        write(snapshot, kind, form, choices, file)
        file.seek(0)
        shutil.copyfileobj(file, stream)
