"""`onrecord serve`: the desk in a browser, and the API."""

from __future__ import annotations

import contextlib
from typing import Annotated

import typer

from onrecord.cli import options
from onrecord.cli.options import DEFAULT_DATABASE

EXAMPLES = """Examples:

  onrecord serve --db talks.db --user "A. Reader"

  onrecord serve --db talks.db --port 8400 --open

  onrecord serve --host 0.0.0.0 --name desk.example.org"""


def command(
    db: options.Database = DEFAULT_DATABASE,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Where to listen; beyond this machine everybody needs a token.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen at; 0 takes any free one.")] = 8321,
    user: Annotated[
        str | None, typer.Option(metavar="NAME", help="In whose name notes and reviews are written at this machine.")
    ] = None,
    name: Annotated[
        list[str] | None,
        typer.Option(metavar="HOST", help="A name by which others may call this desk; everybody then needs a token."),
    ] = None,
    open_: Annotated[bool, typer.Option("--open", help="Open the desk in the browser.")] = False,
) -> None:
    """Serve the desk: claims, reports, actors and places in a browser, and the API under /api.

    Only this machine can reach it, unless --host says otherwise. It works while `onrecord add` adds reports, and
    stops with Ctrl-C.
    """
    from onrecord.cli import output
    from onrecord.server import application
    from onrecord.server.running import serve

    def ready(address: str) -> None:
        output.aside().print(f"the desk of [bold]{output.plain(db)}[/] is at {address}  (Ctrl-C stops it)")
        if open_:
            typer.launch(address)

    app = application(db, user=user, host=host, names=name or ())
    with contextlib.suppress(KeyboardInterrupt):
        serve(app, host, port, ready)
