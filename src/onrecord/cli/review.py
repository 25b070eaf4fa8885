"""`onrecord review`: what to look at next, what reviewers said so far, and how far two of them agree."""

from __future__ import annotations

import enum
from typing import Annotated, get_args

import typer

from onrecord.cli import options
from onrecord.cli.options import DEFAULT_DATABASE, Format
from onrecord.errors import UsageError

EXAMPLES = """Examples:

  onrecord review --user "A. Reviewer"

  onrecord review --kind statement --party TTP --limit 5

  onrecord review --agreement "A. Reviewer" "B. Reviewer"

  onrecord review --history --format json"""


class Kind(enum.StrEnum):
    """What can be judged."""

    link = "link"
    statement = "statement"


def command(
    user: Annotated[
        str | None,
        typer.Option("--user", metavar="NAME", help="Without what this reviewer has judged; in a history, only his."),
    ] = None,
    kind: Annotated[Kind | None, typer.Option("--kind", help="Only links, or only statements.")] = None,
    claim: Annotated[str | None, typer.Option("--claim", metavar="CLAIM", help="Only on this claim.")] = None,
    party: Annotated[str | None, typer.Option("--party", metavar="NAME", help="Only said for this party.")] = None,
    report: Annotated[str | None, typer.Option("--report", metavar="REPORT", help="Only of this report.")] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="What is shown, at most.")] = 20,
    after: Annotated[
        str | None, typer.Option("--after", metavar="PLACE", help="From there on: the place of the last one shown.")
    ] = None,
    history: Annotated[bool, typer.Option("--history", help="What reviewers said so far, by time.")] = False,
    agreement: Annotated[
        tuple[str, str] | None, typer.Option("--agreement", metavar="NAME NAME", help="How far two reviewers agree.")
    ] = None,
    db: options.Database = DEFAULT_DATABASE,
    format: options.FormatOption = Format.table,  # noqa: A002 - the option's name is the contract's
) -> None:
    """List the links and statements that are least certain and on which most hangs, most pressing first.

    A link is judged with `onrecord link`, a statement with `onrecord correct`.
    """
    import onrecord.review as room
    from onrecord.cli import output, reviewshown
    from onrecord.cli.opening import held_record
    from onrecord.contract import noun_json

    if history and agreement is not None:
        raise UsageError("give --history or --agreement, not both")
    as_json = format is Format.json
    with held_record(db) as record:
        if agreement is not None:
            found = room.agreement(record, *agreement)
            if as_json:
                output.print_json([reviewshown.agreement_json(found)])
            else:
                reviewshown.print_agreement(output.screen(), found)
        elif history:
            name: room.HistoryKind | None = None if kind is None else kind.value
            rows = room.history(record, user=user, kind=name, report=report, claim=claim)
            if as_json:
                output.print_json(map(noun_json, rows))
            else:
                reviewshown.print_history(output.screen(), rows)
        else:
            kinds = get_args(room.ItemKind) if kind is None else (kind.value,)
            page = room.queue(record, limit, after, kinds, user, claim=claim, party=party, report=report)
            if as_json:
                output.print_json(map(noun_json, page.items))
            else:
                reviewshown.print_queue(output.screen(), page)
