"""What a table of an export is: its columns, each with its type, its meaning and an example."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from onrecord.export.snapshot import Snapshot

ColumnKind = Literal["id", "text", "texts", "number", "fraction", "truth", "day", "date", "time"]
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    `kind` is its type (`KINDS` of the codebook), `values` the name of the set of values that it takes, `unit` what its
    numbers count. `example` is a value as CSV writes it.
    """

    name: str
    kind: ColumnKind
    definition: str
    example: str
    values: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class TableKind:
    """One table: what a row is, its columns, which column tells a row from every other, and how its rows are made.

    `key` may be several columns together. `leads_to` tells which columns hold ids of which tables.
    """

    name: str
    definition: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Callable[[Snapshot], Iterator[Row]]
    leads_to: tuple[tuple[str, str], ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)

    def values(self, row: Row) -> list[Any]:
        """The values of a row in the order of the columns."""
        return [row[column.name] for column in self.columns]
