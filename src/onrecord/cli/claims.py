"""`onrecord claims`: the board of claims."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli import options
from onrecord.cli.options import DEFAULT_DATABASE, Format

EXAMPLES = """Examples:

  onrecord claims

  onrecord claims Taliban talks --as-of 2011-11-30

  onrecord claims --db talks.db --format json"""


def command(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORDS]", help="Only claims with these words.")
    ] = None,
    db: options.Database = DEFAULT_DATABASE,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    format: options.FormatOption = Format.table,  # noqa: A002 - the option's name is the contract's
) -> None:
    """List the claims of a record with where each stands."""
    from onrecord.cli import output, tables
    from onrecord.cli.opening import held_record
    from onrecord.contract import summary_json

    with held_record(db) as record:
        board = record.claims(" ".join(words) if words else None, as_of, known_at)
    if format is Format.json:
        output.print_json(summary_json(summary) for summary in board)
    else:
        tables.print_board(output.screen(), board, as_of)
