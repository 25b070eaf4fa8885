"""Options that several commands share, with their help."""

from __future__ import annotations

import enum
from datetime import date
from typing import Annotated

import typer

from onrecord.model import Stated


class Format(enum.StrEnum):
    """How answers are printed."""

    table = "table"
    json = "json"


def day(text: str) -> date:
    """A day written YYYY-MM-DD."""
    from onrecord.intake import EARLIEST, LATEST

    try:
        value = date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a day; write it as YYYY-MM-DD, for example 2011-12-10") from None
    if not EARLIEST <= value <= LATEST:
        raise typer.BadParameter(
            f"{text} is no day a report can have been published; give one from {EARLIEST} to {LATEST}"
        )
    return value


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Files, folders or patterns (.txt .html .jsonl, also .gz of these); - reads standard input.",
        show_default=False,
    ),
]
Published = Annotated[
    date | None,
    typer.Option(parser=day, metavar="DATE", help="Day of publication, for reports that do not state theirs."),
]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Outlet, for reports that do not state theirs.")]
Url = Annotated[str | None, typer.Option(metavar="URL", help="Address, for reports that do not state theirs.")]
Database = Annotated[str, typer.Option("--db", metavar="FILE", help="The record: an SQLite file, or a database URL.")]
AsOf = Annotated[
    date | None,
    typer.Option("--as-of", parser=day, metavar="DATE", help="Only what was published on or before this day."),
]
FormatOption = Annotated[
    Format, typer.Option("--format", "-f", help="A table to look at, or JSON, an object a line.")
]

DEFAULT_DATABASE = "onrecord.db"


def stated(published: date | None, outlet: str | None, url: str | None) -> Stated:
    """What the caller says of the reports."""
    return Stated(outlet=outlet, url=url, published=published)
