"""`onrecord read`: what reports say, printed and not kept."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from onrecord.cli import options
from onrecord.cli.options import Format
from onrecord.contract import error_json, reading_json
from onrecord.model import Reading

if TYPE_CHECKING:
    from onrecord.run import Unread

EXAMPLES = """Examples:

  onrecord read report.txt --published 2011-12-10 --outlet "The Harbour Gazette"

  onrecord read samples/ --format json > readings.jsonl

  zcat news.jsonl.gz | onrecord read - --format json"""


def command(
    paths: options.Paths,
    published: options.Published = None,
    outlet: options.Outlet = None,
    url: options.Url = None,
    format: options.FormatOption = Format.table,  # noqa: A002 - the option's name is the contract's
) -> None:
    """Read reports and print who says what in them.

    Leaves with 1 when some reports could not be read; the others are whole.
    """
    from onrecord.cli import output, tables
    from onrecord.reading import EncoderReader
    from onrecord.run import Unread, read_reports
    from onrecord.settings import settings

    failed, processes = False, settings().reading_processes
    found = read_reports(paths, options.stated(published, outlet, url), EncoderReader(), sys.stdin.buffer, processes)
    screen = output.screen()
    for reading in output.followed(found, "reading"):
        failed = failed or isinstance(reading, Unread)
        if format is Format.json:
            output.print_json([_json(reading)])
        if isinstance(reading, Unread):
            output.tell_unread(reading.origin, reading.error)
        elif format is Format.table:
            tables.print_reading(screen, reading)
    raise typer.Exit(1 if failed else 0)


def _json(reading: Reading | Unread) -> object:
    return reading_json(reading) if isinstance(reading, Reading) else error_json(reading.origin, reading.error)
