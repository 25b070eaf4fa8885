"""`onrecord positions`: the matrix of claims and parties."""

from __future__ import annotations

from onrecord.cli import options
from onrecord.cli.options import DEFAULT_DATABASE, Format

EXAMPLES = """Examples:

  onrecord positions

  onrecord positions Taliban talks --as-of 2011-12-10

  onrecord positions FARC --db talks.db --format json"""


def command(
    words: options.ClaimWords = None,
    db: options.Database = DEFAULT_DATABASE,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    format: options.FormatOption = Format.table,  # noqa: A002 - the option's name is the contract's
) -> None:
    """Show where each party stands on each claim: its stance, how it is sourced, and since when.

    A party whose speakers differ is divided. Anonymous claims are shown as such and count for no position.
    """
    from onrecord.cli import output, positionsshown
    from onrecord.cli.opening import held_record
    from onrecord.contract import noun_json

    with held_record(db) as record:
        found = record.positions(" ".join(words) if words else None, as_of, known_at)
    if format is Format.json:
        output.print_json(map(noun_json, found))
    else:
        positionsshown.print_positions(output.screen(), found)
