"""`onrecord export`: files for other tools."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import options
from onrecord.cli.options import DEFAULT_DATABASE
from onrecord.errors import UsageError

if TYPE_CHECKING:
    from onrecord.export import Choices, Seen
    from onrecord.record import Record

EXAMPLES = """Examples:

  onrecord export statements > statements.csv

  onrecord export tables --out talks.xlsx

  onrecord export positions Taliban talks --as-of 2011-12-10 --out positions.parquet

  onrecord export plover --only actual --out events.jsonl

  onrecord export --everything talks/"""

_STDOUT = "-"


def command(
    kind: Annotated[
        str | None,
        typer.Argument(
            metavar="[KIND]",
            help="statements, events, claims, positions, reports, actors, places, links, quantities or copies; tables"
            " (all of them in one workbook); plover, icews, geojson, gexf, annotations, ftm, csl; codebook.",
        ),
    ] = None,
    words: options.ClaimWords = None,
    db: options.Database = DEFAULT_DATABASE,
    out: Annotated[
        str, typer.Option("--out", "-o", metavar="FILE", help="The file to write; - is standard output.")
    ] = _STDOUT,
    format: Annotated[  # noqa: A002 - the option's name is the contract's
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORM",
            help="csv, xlsx, parquet or jsonl for tables; by default what the file's name tells, else CSV.",
        ),
    ] = None,
    everything: Annotated[
        str | None, typer.Option("--everything", metavar="DIR", help="Write every kind into this new folder.")
    ] = None,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    only: Annotated[
        str | None,
        typer.Option("--only", metavar="STATUS", help="plover, icews: only events of this status, such as actual."),
    ] = None,
    layer: Annotated[
        list[str] | None,
        typer.Option("--layer", metavar="LAYER", help="geojson: only events, statements or claims; may be repeated."),
    ] = None,
    raw: Annotated[
        bool, typer.Option("--raw", help="csv, icews: write texts that a spreadsheet takes for formulas as they are.")
    ] = False,
    bom: Annotated[bool, typer.Option("--bom", help="csv: begin with the mark by which Excel knows UTF-8.")] = False,
    with_texts: Annotated[
        bool, typer.Option("--with-texts", help="Take in the full texts of reports, which are their publishers'.")
    ] = False,
    licence: Annotated[
        str | None, typer.Option("--licence", metavar="TEXT", help="Under what licence the file is passed on.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it is there already.")] = False,
) -> None:
    """Write what a record holds for other tools: tables, event rows, a map, a network, annotations, citations.

    Without the texts of reports, unless asked for: only quotations go out. Events that are denied or only possible are
    written with their status, as everything else is.
    """
    from onrecord.cli.opening import held_record
    from onrecord.export import Choices, Seen
    from onrecord.export.choosing import layers_called, status_called

    choices = Choices(raw, bom, with_texts, status_called(only), layers_called(layer or []), licence)
    seen = Seen(as_of, known_at, " ".join(words) if words else None)
    if everything is not None:
        _everything(kind, out, everything, seen, choices, db)
        return
    if kind is None:
        raise UsageError("say what to export, such as statements, or everything with: --everything DIR")
    with held_record(db) as record:
        _one(record, kind, out, format, seen, choices, force=force)


def _everything(kind: str | None, out: str, folder: str, seen: Seen, choices: Choices, db: str) -> None:
    from onrecord.cli import output
    from onrecord.cli.opening import held_record
    from onrecord.export import export_everything

    if kind is not None or out != _STDOUT:
        raise UsageError("--everything writes every kind into a folder; leave out the kind and --out")
    with held_record(db) as record:
        names = export_everything(record, Path(folder), seen, choices, output.followed)
    output.aside().print(output.plain(f"{len(names)} files in {folder}"))


def _one(record: Record, kind: str, out: str, form: str | None, seen: Seen, choices: Choices, *, force: bool) -> None:
    from onrecord.cli import output
    from onrecord.export import export
    from onrecord.export.kinds import BINARY_FORMS, form_of, kind_called

    if out != _STDOUT:
        export(record, kind, Path(out), form, seen, choices, output.followed, force=force)
        return
    if sys.stdout.isatty() and form_of(kind_called(kind), form) in BINARY_FORMS:
        raise UsageError("that is no text to look at; write it to a file with: --out FILE")
    export(record, kind, sys.stdout.buffer, form, seen, choices, output.followed)
    sys.stdout.buffer.flush()
