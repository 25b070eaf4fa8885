"""`onrecord timeline`: the statements on claims in order of time."""

from __future__ import annotations

from onrecord.cli import options
from onrecord.cli.options import DEFAULT_DATABASE, Format

EXAMPLES = """Examples:

  onrecord timeline

  onrecord timeline Taliban talks --as-of 2011-12-10

  onrecord timeline FARC --db talks.db --format json"""


def command(
    words: options.ClaimWords = None,
    db: options.Database = DEFAULT_DATABASE,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    format: options.FormatOption = Format.table,  # noqa: A002 - the option's name is the contract's
) -> None:
    """Show who said what on claims in order of time, and where a statement changed the standing of a claim."""
    from onrecord.cli import output, timelineshown
    from onrecord.cli.opening import held_record
    from onrecord.contract import noun_json

    with held_record(db) as record:
        found = record.timeline(" ".join(words) if words else None, as_of, known_at)
    if format is Format.json:
        output.print_json(map(noun_json, found))
    else:
        timelineshown.print_timeline(output.screen(), found)
