"""CSV a row at a time, as RFC 4180 has it, safe to open in a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from onrecord.export.cells import cell_text, harmless
from onrecord.tables import Table
from onrecord.tables.columns import columns_of

BYTE_ORDER_MARK = "\ufeff"
"""Tells Excel that a file is in UTF-8."""
_QUOTED = re.compile('[",;\t\r\n]|^\\s|\\s$')
_BREAKS = re.compile(r"[\t\r\n\v\f\u0085\u2028\u2029]+")


def csv_rows(
    columns: Sequence[str], rows: Iterable[Sequence[object]], *, raw: bool = False, bom: bool = False
) -> Iterator[str]:
    """A heading and then the rows, each as a line that ends in CRLF; write them in UTF-8.

    Unless `raw`, texts that a spreadsheet would take for a formula get an apostrophe (`harmless`). `bom` begins with the
    mark by which Excel knows UTF-8.
    """
    yield (BYTE_ORDER_MARK if bom else "") + csv_row(columns, raw=raw)
    for row in rows:
        yield csv_row(row, raw=raw)


def csv_row(values: Sequence[object], *, raw: bool = False) -> str:
    """One line of CSV."""
    return ",".join(_cell(value, raw=raw) for value in values) + "\r\n"


def tab_row(values: Sequence[object], *, raw: bool = False) -> str:
    """One line of tab-separated values; tabs and line breaks within a value become a space."""
    return "\t".join(_BREAKS.sub(" ", _plain(value, raw=raw)) for value in values) + "\n"


def answer_csv(table: Table[Any], *, raw: bool = False, bom: bool = False) -> Iterator[str]:
    """A table of answers (`record.claims()`, `record.positions()` …) as CSV, with the names of `table.columns`."""
    columns = columns_of(table._of)
    rows = ([column.value(item) for column in columns] for item in table)
    return csv_rows(table.columns, rows, raw=raw, bom=bom)


def _cell(value: object, *, raw: bool) -> str:
    if value is None:
        return ""
    text = _plain(value, raw=raw)
    return f'"{text.replace(chr(34), chr(34) * 2)}"' if _QUOTED.search(text) else text


def _plain(value: object, *, raw: bool) -> str:
    text = cell_text(value)
    is_text = isinstance(value, str | list | tuple)
    return harmless(text) if is_text and not raw else text
