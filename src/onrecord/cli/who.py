"""`onrecord who`: everything on record by somebody, and what is said of him."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli import options
from onrecord.cli.options import DEFAULT_DATABASE, Format

EXAMPLES = """Examples:

  onrecord who Faqir Mohammad

  onrecord who "Rehman Malik" --as-of 2011-12-31

  onrecord who 3f0c2a81d9be --db talks.db --format json"""


def command(
    person: Annotated[
        list[str], typer.Argument(metavar="PERSON", help="A name in any spelling, words of it, or an id.")
    ],
    db: options.Database = DEFAULT_DATABASE,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    format: options.FormatOption = Format.table,  # noqa: A002 - the option's name is the contract's
) -> None:
    """Show who somebody is, what is on record by them, and what others say of them.

    Where several go by the name, all are listed with their ids and none is chosen.
    """
    from onrecord.cli import output, whoshown
    from onrecord.cli.opening import held_record

    with held_record(db) as record:
        found = record.who(" ".join(person), as_of, known_at)
    if format is Format.json:
        output.print_json([whoshown.who_json(found)])
    else:
        whoshown.print_who(output.screen(), found)
