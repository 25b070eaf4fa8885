"""Tables of answers as Arrow, pandas and polars tables; the packages are needed here alone, and loaded when asked for."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from onrecord.errors import PackageMissing
from onrecord.tables.columns import Column, ColumnKind

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow


def arrow_table(rows: Sequence[Any], columns: Sequence[Column]) -> pyarrow.Table:
    """The rows as an Arrow table; the types depend on the columns alone. PackageMissing without pyarrow."""
    arrow = _package("pyarrow")
    schema = arrow.schema([(column.name, _arrow_type(arrow, column.kind)) for column in columns])
    values = {column.name: [column.value(row) for row in rows] for column in columns}
    made: pyarrow.Table = arrow.Table.from_pydict(values, schema=schema)
    return made


def pandas_frame(rows: Sequence[Any], columns: Sequence[Column]) -> pandas.DataFrame:
    """The rows as a pandas frame backed by Arrow. PackageMissing without pandas and pyarrow."""
    types = _package("pandas").ArrowDtype
    made: pandas.DataFrame = arrow_table(rows, columns).to_pandas(types_mapper=types)
    return made


def polars_frame(rows: Sequence[Any], columns: Sequence[Column]) -> polars.DataFrame:
    """The rows as a polars frame. PackageMissing without polars and pyarrow."""
    made: polars.DataFrame = _package("polars").from_arrow(arrow_table(rows, columns))
    return made


def _arrow_type(arrow: Any, kind: ColumnKind) -> Any:
    return {
        "text": arrow.string,
        "number": arrow.int64,
        "fraction": arrow.float64,
        "truth": arrow.bool_,
        "day": arrow.date32,
        "texts": lambda: arrow.list_(arrow.string()),
    }[kind]()


def _package(name: str) -> Any:
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise PackageMissing(
            f'tables of this kind need the package {error.name}; run: pip install "onrecord[tables]"'
        ) from error
