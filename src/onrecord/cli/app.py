"""The commands and the help that they share."""

from __future__ import annotations

from typing import Annotated

import typer

import onrecord
from onrecord.cli import (
    actors,
    add,
    brief,
    changes,
    claims,
    correct,
    export,
    join,
    judge,
    link,
    links,
    output,
    positions,
    read,
    release,
    reports,
    review,
    search,
    serve,
    show,
    split,
    standing,
    timeline,
    token,
    watch,
    who,
)

app = typer.Typer(
    name="onrecord",
    help="Who is on record saying, confirming or denying what, from news about war and peace talks.",
    epilog="Start with:  onrecord read REPORT.txt   then  onrecord add samples/  and  onrecord claims",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"onrecord {onrecord.__version__}")
        raise typer.Exit


@app.callback()
def shared(
    no_color: Annotated[bool, typer.Option("--no-color", help="No colour (as does NO_COLOR=1).")] = False,
    _version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Options of every command."""
    output.use_colour(not no_color)


app.command("read", epilog=read.EXAMPLES)(read.command)
app.command("add", epilog=add.EXAMPLES)(add.command)
app.command("claims", epilog=claims.EXAMPLES)(claims.command)
app.command("standing", epilog=standing.EXAMPLES)(standing.command)
app.command("positions", epilog=positions.EXAMPLES)(positions.command)
app.command("timeline", epilog=timeline.EXAMPLES)(timeline.command)
app.command("changes", epilog=changes.EXAMPLES)(changes.command)
app.command("search", epilog=search.EXAMPLES)(search.command)
app.command("who", epilog=who.EXAMPLES)(who.command)
app.command("brief", epilog=brief.EXAMPLES)(brief.command)
app.command("actors", epilog=actors.EXAMPLES)(actors.command)
app.command("judge", epilog=judge.EXAMPLES)(judge.command)
app.command("links", epilog=links.EXAMPLES)(links.command)
app.command("link", epilog=link.EXAMPLES)(link.command)
app.command("join", epilog=join.EXAMPLES)(join.command)
app.command("split", epilog=split.EXAMPLES)(split.command)
app.command("review", epilog=review.EXAMPLES)(review.command)
app.command("correct", epilog=correct.EXAMPLES)(correct.command)
app.command("reports", epilog=reports.EXAMPLES)(reports.command)
app.command("export", epilog=export.EXAMPLES)(export.command)
app.command("release", epilog=release.EXAMPLES)(release.command)
app.command("show", epilog=show.EXAMPLES)(show.command)
app.command("serve", epilog=serve.EXAMPLES)(serve.command)
app.add_typer(token.app, name="token")
app.add_typer(watch.app, name="watch")
