"""`onrecord changes`: what changed since a day."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from onrecord.cli import options
from onrecord.cli.options import DEFAULT_DATABASE, Format

EXAMPLES = """Examples:

  onrecord changes --since 2011-12-10

  onrecord changes Taliban talks --since 2011-11-20 --as-of 2011-12-12

  onrecord changes --since 2012-08-01 --db talks.db --format json"""


def command(
    since: Annotated[
        date, typer.Option("--since", parser=options.day, metavar="DATE", help="From this day of publication on.")
    ],
    words: options.ClaimWords = None,
    db: options.Database = DEFAULT_DATABASE,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    format: options.FormatOption = Format.table,  # noqa: A002 - the option's name is the contract's
) -> None:
    """Show which claims are new, which changed their standing and because of whom, and on which more was said."""
    from onrecord.cli import changesshown, output
    from onrecord.cli.opening import held_record
    from onrecord.contract import noun_json

    with held_record(db) as record:
        found = record.changes(since, " ".join(words) if words else None, as_of, known_at)
    if format is Format.json:
        output.print_json(map(noun_json, found))
    else:
        changesshown.print_changes(output.screen(), found, since)
