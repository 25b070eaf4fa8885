"""`onrecord show`: a report with its speakers marked in the text."""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli import options
from onrecord.cli.options import DEFAULT_DATABASE, Format
from onrecord.errors import UsageError
from onrecord.model import Reading, Stated

EXAMPLES = """Examples:

  onrecord show report.txt --published 2011-12-10

  onrecord show report.txt --published 2011-12-10 --why

  onrecord show 1f0c2a9b --db talks.db"""


def command(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="A file, or the id of a report of the record.")],
    db: options.Database = DEFAULT_DATABASE,
    published: options.Published = None,
    outlet: options.Outlet = None,
    why: Annotated[
        bool, typer.Option("--why", help="Say why each actor and place was taken for whom it is.")
    ] = False,
    format: options.FormatOption = Format.table,  # noqa: A002 - the option's name is the contract's
) -> None:
    """Show a report in the terminal: its text with sources, cues and contents marked; who, where and when below."""
    from onrecord.cli import annotated, output, world
    from onrecord.contract import reading_json

    reading = _read_file(report, options.stated(published, outlet, None)) or _held(report, db)
    if format is Format.json:
        output.print_json([reading_json(reading)])
    else:
        screen = output.screen()
        annotated.print_report(screen, reading)
        world.print_world(screen, reading, why=why)


def _read_file(report: str, stated: Stated) -> Reading | None:
    from onrecord.reading import EncoderReader
    from onrecord.run import Unread, read_reports

    if report != "-" and not _is_there(report):
        if Path(report).suffix or "/" in report:
            raise UsageError(f"there is no file {report}; name a file, or the id of a report of the record")
        return None
    everything = list(islice(read_reports([report], stated, EncoderReader(), sys.stdin.buffer), 2))
    if len(everything) > 1:
        raise UsageError(f"{report} holds several reports; add them to a record and show one by its id")
    found = next(iter(everything), None)
    if isinstance(found, Unread):
        raise UsageError(f"{found.origin}: {found.error}")
    return found


def _is_there(report: str) -> bool:
    """Whether words name a file; words too long for any file's name do not."""
    try:
        return Path(report).exists()
    except OSError:
        return False


def _held(report: str, db: str) -> Reading:
    from onrecord.cli.opening import held_record

    with held_record(db) as record:
        return record.reading(report)
