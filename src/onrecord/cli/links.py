"""`onrecord links`: the statements that bear on a claim."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli import options
from onrecord.cli.options import DEFAULT_DATABASE, Format

EXAMPLES = """Examples:

  onrecord links Taliban talks

  onrecord links 3f0c2a --format json"""


def command(
    claim: Annotated[
        list[str], typer.Argument(metavar="CLAIM_ID|WORDS", help="A claim's id, or words that find it.")
    ],
    db: options.Database = DEFAULT_DATABASE,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    format: options.FormatOption = Format.table,  # noqa: A002 - the option's name is the contract's
) -> None:
    """List the statements that bear on a claim, what each does to it, and whether a reviewer has seen to it."""
    from onrecord.cli import linktables, output
    from onrecord.cli.opening import held_record

    with held_record(db) as record:
        held = record.claim(" ".join(claim), as_of, known_at)
        sayings = record.sayings([link.statement for link in held.links])
    if format is Format.json:
        output.print_json(linktables.link_json(link, held.claim) for link in held.links)
    else:
        linktables.print_links(output.screen(), held, sayings)
