"""`onrecord token`: who may use the desk from beyond this machine."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from onrecord.cli import options
from onrecord.cli.options import DEFAULT_DATABASE, Format

EXAMPLES = """Examples:

  onrecord token add "R. Eader" --expires 2027-06-30

  onrecord token add "A. Reviewer" --scope write --scope review

  onrecord token list

  onrecord token revoke onr_5d1f0c9a --user "A. Reviewer\""""

app = typer.Typer(
    help="Tokens, with which people use the desk from beyond this machine.", epilog=EXAMPLES, no_args_is_help=True
)
User = Annotated[str, typer.Option("--user", metavar="NAME", help="Who does it; the holder, if not given.")]


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a day; write it as YYYY-MM-DD, for example 2027-06-30") from None


@app.command("add")
def add(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="Whose token it is; notes and decisions bear this name.")
    ],
    scope: Annotated[
        list[str] | None,
        typer.Option("--scope", metavar="SCOPE", help="What it allows: read (always), write, review or admin."),
    ] = None,
    expires: Annotated[
        date | None, typer.Option("--expires", parser=_day, metavar="DATE", help="The last day on which it holds.")
    ] = None,
    user: User = "",
    db: options.Database = DEFAULT_DATABASE,
    format: options.FormatOption = Format.table,  # noqa: A002 - the option's name is the contract's
) -> None:
    """Make a token and print it, once: the record keeps only its hash.

    From the first token on, the desk asks everybody for one, at this machine too.
    """
    from onrecord.cli import desktables, output
    from onrecord.cli.opening import held_record
    from onrecord.desk.tokens import Tokens
    from onrecord.run.adding import recording_time

    with held_record(db) as record:
        made = Tokens(record).add(name, recording_time(), scope or ("read",), expires, user)
    if format is Format.json:
        output.print_json([desktables.token_json(made.token) | {"secret": made.secret}])
    else:
        output.print_page(f"{made.secret}\n")
        output.aside().print(
            f"This is the only time it is shown. It begins with {made.token.prefix}, by which you know it."
        )


@app.command("list")
def listed(
    db: options.Database = DEFAULT_DATABASE,
    format: options.FormatOption = Format.table,  # noqa: A002 - the option's name is the contract's
) -> None:
    """List the tokens that were ever made, by how they begin; none of them can be shown again."""
    from onrecord.cli import desktables, output
    from onrecord.cli.opening import held_record
    from onrecord.desk.tokens import Tokens
    from onrecord.run.adding import recording_time

    with held_record(db) as record:
        held = Tokens(record).all()
    if format is Format.json:
        output.print_json(desktables.token_json(one) for one in held)
    else:
        desktables.print_tokens(output.screen(), held, recording_time())


@app.command("revoke")
def revoke(
    token: Annotated[str, typer.Argument(metavar="TOKEN", help="The token's id, or how it begins: onr_5d1f0c9a.")],
    user: User = "",
    db: options.Database = DEFAULT_DATABASE,
    format: options.FormatOption = Format.table,  # noqa: A002 - the option's name is the contract's
) -> None:
    """End a token, and with it whoever is signed in by it; that it was there stays on record."""
    from onrecord.cli import desktables, output
    from onrecord.cli.opening import held_record
    from onrecord.desk.tokens import Tokens
    from onrecord.run.adding import recording_time

    with held_record(db) as record:
        tokens = Tokens(record)
        ended = tokens.revoke(token, recording_time(), user)
        closed = any(one.revoked_at is None for one in tokens.all())
    if format is Format.json:
        output.print_json([desktables.token_json(ended)])
        return
    desktables.print_tokens(output.screen(), [ended], recording_time())
    if not closed:
        output.aside().print("No token is left: the desk is open again to whoever sits at its machine.")
