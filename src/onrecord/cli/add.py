"""`onrecord add`: reports read and kept in a record."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

import typer

from onrecord.cli import options
from onrecord.cli.options import DEFAULT_DATABASE, Format
from onrecord.contract import error_json

if TYPE_CHECKING:
    from onrecord.run import Kept

EXAMPLES = """Examples:

  onrecord add samples/

  onrecord add news/*.html --db talks.db --outlet "Valley Post"

  onrecord add crawl.jsonl.gz --db talks.db --format json"""


def command(
    paths: options.Paths,
    db: options.Database = DEFAULT_DATABASE,
    published: options.Published = None,
    outlet: options.Outlet = None,
    url: options.Url = None,
    format: options.FormatOption = Format.table,  # noqa: A002 - the option's name is the contract's
) -> None:
    """Read reports and add them to a record; adding a report twice changes nothing.

    Each report is added whole, so a run that was killed is taken up by running it again. Leaves with 1 when some
    reports could not be read; the others are added.
    """
    from onrecord.cli import output
    from onrecord.reading import EncoderReader
    from onrecord.record import Record
    from onrecord.run import Unread, add_reports
    from onrecord.settings import settings

    counts: Counter[str] = Counter()
    reader, processes = EncoderReader(), settings().reading_processes
    with Record.open(db, create=True, reader=reader.name) as record:
        done = add_reports(record, paths, options.stated(published, outlet, url), reader, sys.stdin.buffer, processes)
        for one in output.followed(done, "adding"):
            counts["unread" if isinstance(one, Unread) else _outcome(one)] += 1
            counts["undated"] += not isinstance(one, Unread) and one.added.new and one.published is None
            if format is Format.json:
                output.print_json([error_json(one.origin, one.error) if isinstance(one, Unread) else _json(one)])
            if isinstance(one, Unread):
                output.tell_unread(one.origin, one.error)
    if format is Format.table:
        output.screen().print(_told(counts, output.plain(db)))
    if counts["undated"]:
        output.aside().print(_undated(counts["undated"]), soft_wrap=True)
    raise typer.Exit(1 if counts["unread"] else 0)


def _outcome(one: Kept) -> str:
    if not one.added.new:
        return "held"
    return "copies" if one.added.copies else "new"


def _json(one: Kept) -> object:
    return {
        "origin": one.origin,
        "report": one.added.report_id,
        "new": one.added.new,
        "copies": list(one.added.copies),
    }


def _undated(number: int) -> str:
    who = "1 report has no date, and answers" if number == 1 else f"{number} reports have no date, and answer"
    return f"[yellow]{who}[/] no question that has one; give --published"


def _told(counts: Counter[str], db: str) -> str:
    added = counts["new"] + counts["copies"]
    parts = [f"[bold]{added}[/] {'report' if added == 1 else 'reports'} added to {db}"]
    if counts["copies"]:
        parts.append(
            f"{counts['copies']} of them {'a copy' if counts['copies'] == 1 else 'copies'} of a report already held"
        )
    if counts["held"]:
        parts.append(f"{counts['held']} were held before")
    if counts["unread"]:
        parts.append(f"[yellow]{counts['unread']} could not be read[/]")
    return ", ".join(parts)
