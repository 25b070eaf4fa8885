"""`onrecord link`: a reviewer confirms or rejects that a statement bears on a claim."""

from __future__ import annotations

import enum
from typing import Annotated

import typer

from onrecord.cli import options
from onrecord.cli.options import DEFAULT_DATABASE, Format
from onrecord.errors import UsageError

EXAMPLES = """Examples:

  onrecord link 7a31c0 3f0c2a reject --user "A. Reviewer" --note "speaks of the talks in Doha"

  onrecord link 7a31c0 3f0c2a confirm --user "A. Reviewer"

  onrecord link 7a31c0 3f0c2a --user "A. Reviewer" --withdraw"""


class Verdict(enum.StrEnum):
    """What a reviewer may hold of a link."""

    confirm = "confirm"
    reject = "reject"


def command(
    statement: Annotated[str, typer.Argument(metavar="STATEMENT", help="A statement's id, or the beginning of it.")],
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="The claim's id, or words that find it.")],
    verdict: Annotated[Verdict | None, typer.Argument(metavar="VERDICT", help="confirm or reject.")] = None,
    user: options.User = "",
    note: options.Note = None,
    withdraw: options.Withdraw = False,
    db: options.Database = DEFAULT_DATABASE,
    format: options.FormatOption = Format.table,  # noqa: A002 - the option's name is the contract's
) -> None:
    """Confirm or reject that a statement bears on a claim; what is rejected counts for nothing.

    The link that onrecord suggested stays on record beside the decision, and so does a decision that is withdrawn.
    `onrecord links` shows the ids.
    """
    from onrecord.cli.deciding import decide

    if withdraw == (verdict is not None):
        raise UsageError("give a verdict (confirm or reject), or --withdraw")
    decide(
        db,
        (user, note),
        lambda review: (
            review.unjudge_link(statement, claim)
            if verdict is None
            else review.judge_link(statement, claim, verdict.value)
        ),
        withdrawn=withdraw,
        as_json=format is Format.json,
    )
