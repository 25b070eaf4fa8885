"""Where a record is: the path of a file, or the URL of a PostgreSQL database, and how messages name it."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from onrecord.errors import RecordUnusable

_HOW = "give the path of a file, or postgresql://user@host/database"
_SECRETS = ("password", "sslpassword")


def url_of(place: str | Path) -> URL:
    """The database URL of a path or of a URL; RecordUnusable, which never shows a password, for what is neither."""
    named = str(place)
    if "://" not in named:
        return URL.create("sqlite", database=named)
    scheme = named.partition("://")[0]
    try:
        url = make_url(named)
    except (ArgumentError, ValueError) as error:
        # What cannot be taken apart may hold a password anywhere, so none of it is shown.
        raise RecordUnusable(f"{scheme}://… is no database URL: {_HOW}") from error
    if "@" in (url.host or ""):
        raise RecordUnusable(f"{scheme}://… is no database URL: write an @ in a password as %40")
    if url.drivername in {"postgres", "postgresql"}:
        return url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() not in {"sqlite", "postgresql"}:
        raise RecordUnusable(f"{shown(url)}: {_HOW}")
    return url


def shown(place: str | Path | URL) -> str:
    """The place as messages name it: never with its password."""
    url = place if isinstance(place, URL) else url_of(place)
    if url.drivername == "sqlite":
        return url.database or ""
    plain = url.difference_update_query(_SECRETS).set(drivername=url.drivername.partition("+")[0])
    return plain.render_as_string()
