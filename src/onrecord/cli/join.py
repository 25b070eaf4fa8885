"""`onrecord join`: a reviewer makes one claim of two."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli import options
from onrecord.cli.options import DEFAULT_DATABASE, Format

EXAMPLES = """Examples:

  onrecord join 3f0c2a 81d9be --user "A. Reviewer" --note "one attack, told of two days"

  onrecord join 3f0c2a 81d9be --user "A. Reviewer" --withdraw"""


def command(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="The claim that is kept: its id, or words.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The claim that goes into it.")],
    user: options.User = "",
    note: options.Note = None,
    withdraw: options.Withdraw = False,
    db: options.Database = DEFAULT_DATABASE,
    format: options.FormatOption = Format.table,  # noqa: A002 - the option's name is the contract's
) -> None:
    """Make one claim of two; it reads as the first one does.

    The ids of both find it. With --withdraw they are two again.
    """
    from onrecord.cli.deciding import decide

    decide(
        db,
        (user, note),
        lambda review: review.unjoin(claim, other) if withdraw else review.join(claim, other),
        withdrawn=withdraw,
        as_json=format is Format.json,
    )
