"""Options that several commands share, with their help."""

from __future__ import annotations

import enum
from datetime import UTC, date, datetime, time
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


def moment(text: str) -> datetime:
    """A time of recording: a day, which means its last moment in UTC, or an ISO 8601 time with its time zone."""
    value: datetime | None
    try:
        value = datetime.fromisoformat(text)
    except ValueError:
        value = None
    if value is not None and value.tzinfo is not None and date.min < value.date() < date.max:
        return value
    if value is not None and len(text) == len("2012-01-31"):
        return datetime.combine(value.date(), time.max, UTC)
    raise typer.BadParameter(
        f"{text!r} is not a time; write a day, 2012-01-31, or a time with its zone, 2012-01-31T09:00Z"
    )


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
KnownAt = Annotated[
    datetime | None,
    typer.Option(
        "--known-at",
        parser=moment,
        metavar="TIME",
        help="Only what the record held then: a day, to its end in UTC, or a time such as 2012-01-31T09:00Z.",
    ),
]
ClaimWords = Annotated[
    list[str] | None, typer.Argument(metavar="[WORDS]", help="Only claims with these words, in any order.")
]
User = Annotated[str, typer.Option("--user", metavar="NAME", help="Who decides.")]
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="Why, in your words.")]
Withdraw = Annotated[bool, typer.Option("--withdraw", help="Withdraw what was decided; it stays on record.")]
FormatOption = Annotated[
    Format, typer.Option("--format", "-f", help="A table to look at, or JSON, an object a line.")
]

DEFAULT_DATABASE = "onrecord.db"


def stated(published: date | None, outlet: str | None, url: str | None) -> Stated:
    """What the caller says of the reports."""
    return Stated(outlet=outlet, url=url, published=published)
