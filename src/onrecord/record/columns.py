"""What a query finds, column by column, in one step of the database.

Python's driver of SQLite gives up its turn at every row; while another thread of the process works, it then waits for
the next turn thousands of times. A query of many short rows is therefore put together by SQLite itself, which lets other
threads work meanwhile.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, func, select


def columns(connection: Connection, query: Select[Any]) -> list[list[Any]]:
    """The values of each column, all in one order that the database chooses; days are text, `2011-12-10`."""
    if connection.dialect.name == "postgresql":
        rows = connection.execute(query).all()
        return [[_plain(row[place]) for row in rows] for place in range(len(query.selected_columns))]
    told = query.subquery()
    row = connection.execute(select(*(func.json_group_array(one) for one in told.c))).one()
    return [json.loads(one) for one in row]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
