"""`onrecord reports`: what a record holds."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from onrecord.cli import options
from onrecord.cli.options import DEFAULT_DATABASE, Format

EXAMPLES = """Examples:

  onrecord reports

  onrecord reports --db talks.db --format json"""


def command(
    db: options.Database = DEFAULT_DATABASE,
    format: options.FormatOption = Format.table,  # noqa: A002 - the option's name is the contract's
) -> None:
    """List the reports of a record, copies under the report that they are copies of."""
    from onrecord.cli import output, tables
    from onrecord.cli.opening import held_record

    with held_record(db) as record:
        held = record.reports()
    if format is Format.json:
        rows = (asdict(r) | {"published": _iso(r.published), "withdrawn_on": _iso(r.withdrawn_on)} for r in held)
        output.print_json(rows)
    else:
        tables.print_reports(output.screen(), held)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
