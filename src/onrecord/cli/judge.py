"""`onrecord judge`: a reviewer decides whether two actors are one."""

from __future__ import annotations

import enum
from typing import Annotated

import typer

from onrecord.cli import options
from onrecord.cli.options import DEFAULT_DATABASE, Format
from onrecord.errors import UsageError

EXAMPLES = """Examples:

  onrecord judge 3f0c2a 81d9be same --user "A. Reviewer"

  onrecord judge 3f0c2a 81d9be different --user "A. Reviewer" --note "two men: one of Bajaur, one of Kurram"

  onrecord judge 3f0c2a 81d9be --user "A. Reviewer" --withdraw"""


class Decision(enum.StrEnum):
    """What a reviewer may hold of two actors."""

    same = "same"
    different = "different"
    unsure = "unsure"


def command(
    left: Annotated[str, typer.Argument(metavar="LEFT", help="An actor's id, or the beginning of it.")],
    right: Annotated[str, typer.Argument(metavar="RIGHT", help="The other actor's id.")],
    judgement: Annotated[
        Decision | None, typer.Argument(metavar="JUDGEMENT", help="same, different or unsure.")
    ] = None,
    user: Annotated[str, typer.Option("--user", metavar="NAME", help="Who judges.")] = "",
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help="Why, in your words.")] = None,
    withdraw: Annotated[bool, typer.Option("--withdraw", help="Withdraw what reviewers judged of the two.")] = False,
    db: options.Database = DEFAULT_DATABASE,
    format: options.FormatOption = Format.table,  # noqa: A002 - the option's name is the contract's
) -> None:
    """Judge whether two actors are the same; the judgement is kept beside onrecord's own and overrides it.

    `unsure` keeps the two apart until somebody is sure. Nothing is overwritten: a new judgement and a withdrawal are rows
    of their own. `onrecord actors` shows the ids.
    """
    from onrecord.cli import actortables, output
    from onrecord.cli.opening import held_record
    from onrecord.run.adding import recording_time

    if withdraw == (judgement is not None):
        raise UsageError("give a judgement (same, different or unsure), or --withdraw")
    if not user.strip():
        raise UsageError('say who judges: --user "A. Reviewer"')
    with held_record(db) as record:
        if judgement is None:
            made = record.withdraw(left, right, user, recording_time(), note)
        else:
            made = [record.judge(left, right, judgement.value, user, recording_time(), note)]
    if format is Format.json:
        output.print_json(actortables.judgement_json(one) | {"withdrawn": withdraw} for one in made)
    else:
        actortables.print_judgements(output.screen(), made, withdrawn=withdraw)
