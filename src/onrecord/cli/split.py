"""`onrecord split`: a reviewer takes statements out of a claim."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli import options
from onrecord.cli.options import DEFAULT_DATABASE, Format

EXAMPLES = """Examples:

  onrecord split 3f0c2a 7a31c0 c4410d --user "A. Reviewer" --note "the talks of the year before"

  onrecord split 3f0c2a 7a31c0 --to 81d9be --user "A. Reviewer"

  onrecord split 81d9be 7a31c0 --user "A. Reviewer" --withdraw"""


def command(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="The claim that they are in: its id, or words.")],
    statements: Annotated[list[str], typer.Argument(metavar="STATEMENT...", help="Ids of its statements.")],
    to: Annotated[str | None, typer.Option("--to", metavar="CLAIM", help="The claim that they go to.")] = None,
    user: options.User = "",
    note: options.Note = None,
    withdraw: options.Withdraw = False,
    db: options.Database = DEFAULT_DATABASE,
    format: options.FormatOption = Format.table,  # noqa: A002 - the option's name is the contract's
) -> None:
    """Take statements out of a claim: together into a claim of their own, or into another one.

    With --withdraw they go back; CLAIM is then the one that they are in now.
    """
    from onrecord.cli.deciding import decide

    decide(
        db,
        (user, note),
        lambda review: review.unsplit(claim, statements) if withdraw else review.split(claim, statements, to),
        withdrawn=withdraw,
        as_json=format is Format.json,
    )
