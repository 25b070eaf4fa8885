"""Tables as Parquet: typed columns, each with its meaning in the file's own schema."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import islice
from typing import IO, Any

from onrecord.errors import PackageMissing
from onrecord.export.about import About
from onrecord.export.columns import Column, Row, TableKind

_AT_ONCE = 20_000
"""Rows in a row group: few enough to hold, enough to compress."""


def write_parquet(table: TableKind, rows: Iterable[Row], about: About, file: IO[bytes]) -> None:
    """Writes a table; PackageMissing without pyarrow.

    Days are `date32`, times are UTC, lists are lists. The schema's metadata has the table's and every column's meaning,
    the licence and the state of the record.
    """
    arrow, parquet = _package("pyarrow"), _package("pyarrow.parquet")
    schema = arrow_schema(arrow, table, about)
    with parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        for some in _batches(iter(rows)):
            columns = {column.name: [_value(column, row[column.name]) for row in some] for column in table.columns}
            writer.write_table(arrow.Table.from_pydict(columns, schema=schema))


def arrow_schema(arrow: Any, table: TableKind, about: About) -> Any:
    """The Arrow schema of a table, with what its columns mean."""
    fields = [
        arrow.field(
            column.name,
            _type(arrow, column),
            nullable=column.name not in table.key,
            metadata={key: value for key, value in _told(column).items() if value},
        )
        for column in table.columns
    ]
    told = {
        "description": table.definition,
        "licence": about.licence,
        "onrecord": json.dumps(about.json(), ensure_ascii=False, sort_keys=True),
    }
    return arrow.schema(fields, metadata=told)


def _told(column: Column) -> dict[str, str | None]:
    return {"description": column.definition, "unit": column.unit, "values": column.values}


def _type(arrow: Any, column: Column) -> Any:
    return {
        "id": arrow.string,
        "text": arrow.string,
        "date": arrow.string,
        "texts": lambda: arrow.list_(arrow.string()),
        "number": arrow.int64,
        "fraction": arrow.float64,
        "truth": arrow.bool_,
        "day": arrow.date32,
        "time": lambda: arrow.timestamp("us", tz="UTC"),
    }[column.kind]()


def _value(column: Column, value: Any) -> Any:
    return float(value) if column.kind == "fraction" and value is not None else value


def _batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    """The rows in batches; one that is empty where there are none, so that the file has its columns all the same."""
    some = list(islice(rows, _AT_ONCE))
    yield some
    while len(some) == _AT_ONCE:
        some = list(islice(rows, _AT_ONCE))
        if some:
            yield some


def _package(name: str) -> Any:
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise PackageMissing(f"Parquet needs the package {error.name}; run: pip install pyarrow") from error
