"""JSON in bytes: one object a line, or an array an item a line, without holding more than one of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from onrecord.export.cells import cell_text
from onrecord.export.columns import Row, TableKind


def json_text(value: object) -> str:
    """The JSON of a value with readable characters; days and times are ISO 8601."""
    return json.dumps(value, ensure_ascii=False, default=_plain)


def json_lines(values: Iterable[object]) -> Iterator[str]:
    """Each value as one line."""
    return (json_text(value) + "\n" for value in values)


def table_lines(table: TableKind, rows: Iterable[Row]) -> Iterator[str]:
    """The rows of a table, one object a line, in the order of the columns."""
    return json_lines({name: row[name] for name in table.names} for row in rows)


def json_items(values: Iterable[object]) -> Iterator[str]:
    """The items of an array, each on a line of its own, with commas between; the brackets are the caller's."""
    between = "\n"
    for value in values:
        yield between + json_text(value)
        between = ",\n"
    yield "\n"


def _plain(value: Any) -> str:
    if isinstance(value, date | datetime):
        return cell_text(value)
    raise TypeError(f"no JSON for {value!r}")
