"""A table of answers: a sequence of typed rows that goes into a notebook, Arrow, pandas and polars as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from onrecord.tables.columns import columns_of

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

Item = TypeVar("Item")


class Table(Sequence[Item], Generic[Item]):
    """Rows of one kind, in their order; `of` is the dataclass of a row, so that an empty table has its columns too.

    It is read like a tuple: `table[0].standing`, `len(table)`, `for row in table`. It equals another table of the same
    kind, and a list, with equal rows.
    """

    __slots__ = ("_items", "_of")

    def __init__(self, items: Iterable[Item], of: type[Item]) -> None:
        self._items = tuple(items)
        self._of = of

    @overload
    def __getitem__(self, at: int) -> Item: ...
    @overload
    def __getitem__(self, at: slice) -> Table[Item]: ...
    def __getitem__(self, at: int | slice) -> Item | Table[Item]:
        return Table(self._items[at], self._of) if isinstance(at, slice) else self._items[at]

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[Item]:
        return iter(self._items)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Table):
            return self._of is other._of and self._items == other._items
        return list(self._items) == other if isinstance(other, list) else NotImplemented

    def __hash__(self) -> int:
        return hash((self._of, self._items))

    def __repr__(self) -> str:
        return f"<Table of {len(self)} {self._of.__name__}>"

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in snake_case."""
        return tuple(column.name for column in columns_of(self._of))

    def records(self) -> list[dict[str, Any]]:
        """One flat dictionary a row, by column: days are `date`, several values a list, unknown is None."""
        columns = columns_of(self._of)
        return [{column.name: column.value(item) for column in columns} for item in self._items]

    def to_arrow(self) -> pyarrow.Table:
        """An Arrow table, one tidy row an item, with the same types whatever it holds; needs pyarrow."""
        from onrecord.tables.frames import arrow_table

        return arrow_table(self._items, columns_of(self._of))

    def to_pandas(self) -> pandas.DataFrame:
        """A pandas frame whose columns have Arrow's types, so that nothing unknown turns a number into a fraction."""
        from onrecord.tables.frames import pandas_frame

        return pandas_frame(self._items, columns_of(self._of))

    def to_polars(self) -> polars.DataFrame:
        """A polars frame with the types of the Arrow table."""
        from onrecord.tables.frames import polars_frame

        return polars_frame(self._items, columns_of(self._of))

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from onrecord.tables.shown import html_table

        return html_table(self._items, columns_of(self._of))
