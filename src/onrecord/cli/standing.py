"""`onrecord standing`: where one claim stands, as of a date."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli import options
from onrecord.cli.options import DEFAULT_DATABASE, Format

EXAMPLES = """Examples:

  onrecord standing Taliban talks

  onrecord standing FARC talks --as-of 2012-08-21

  onrecord standing 3f0c2a --format json"""


def command(
    claim: Annotated[
        list[str], typer.Argument(metavar="CLAIM_ID|WORDS", help="A claim's id, or words that find it.")
    ],
    db: options.Database = DEFAULT_DATABASE,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    format: options.FormatOption = Format.table,  # noqa: A002 - the option's name is the contract's
) -> None:
    """Show where a claim stands: who affirms it, who denies it, who said it first, and what changed when."""
    from onrecord.cli import output, tables
    from onrecord.cli.opening import held_record
    from onrecord.contract import standing_json

    with held_record(db) as record:
        found = record.standing(" ".join(claim), as_of, known_at)
        sayings = record.sayings([s for p in found.positions for who in p.speakers for s in who.statements])
        told = record.testimonies(found.claim.id, as_of, known_at) if found.positions else []
    if format is Format.json:
        output.print_json([standing_json(found)])
    else:
        tables.print_standing(output.screen(), found, sayings, {t.statement: t.stance for t in told})
