"""Rows of the desk: made once with an id of their content, and never changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

from onrecord.contract import content_id
from onrecord.errors import UsageError

Row = dict[str, Any]
ONRECORD = "onrecord"
"""The name under which the record itself decides, which no user may have."""
MOST_IN_NAME = 100
_FEWEST_LETTERS = 4


def add_row(connection: Connection, table: Table, row: Row) -> str:
    """Adds a row under an id made from its content, once; gives the id."""
    key = f"{table.name}_id"
    ident = row.get(key) or content_id({"table": table.name, **{name: _plain(v) for name, v in row.items()}})
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    connection.execute(dialect.insert(table).on_conflict_do_nothing(), row | {key: ident})
    return str(ident)


def user_called(name: str) -> str:
    """The name of a user as it is kept; UsageError for none, one that is too long, or one with characters unseen."""
    plain = " ".join(name.split())
    if not plain or plain.casefold() == ONRECORD:
        raise UsageError(f"say who you are: give a name, not {name!r:.40}")
    if len(plain) > MOST_IN_NAME or not plain.isprintable():
        raise UsageError(f"a name has at most {MOST_IN_NAME} characters that can be seen; {name!r:.40} is none")
    return plain


def one_with_id(idents: Sequence[str], asked: str) -> str | None:
    """The one of some ids that is this, or the only one that begins so."""
    if asked in idents:
        return asked
    begun = [ident for ident in idents if len(asked) >= _FEWEST_LETTERS and ident.startswith(asked)]
    return begun[0] if len(begun) == 1 else None


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)
