"""Tables as an Excel workbook: a sheet a table, one for the codebook, one on the record; no cell is ever a formula."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from importlib import import_module
from itertools import chain, islice
from typing import IO, Any

from onrecord.errors import PackageMissing
from onrecord.export.about import About
from onrecord.export.cells import cell_text, is_formula_like, xml_safe
from onrecord.export.columns import Column, Row, TableKind

LONGEST_CELL = 32_767
"""Characters that Excel takes in a cell, as UTF-16 counts them."""
MOST_ROWS = 1_048_576
"""Rows that Excel takes in a sheet, heading included; what goes beyond begins another sheet."""
CUT = "cut_columns"
"""The last column of each sheet: which of the others were too long for a cell."""
_MARK = " …"
_WIDTHS = {"id": 26, "day": 12, "date": 12, "time": 28, "number": 12, "fraction": 12, "truth": 9, "texts": 30}
_TEXT_WIDTH, _HEADING_SPACE, _WIDEST = 24, 3, 60
_PLAIN = {"number", "fraction"}
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": True,
}


def write_workbook(
    tables: Sequence[tuple[TableKind, Iterable[Row]]],
    codebook: Iterable[Sequence[object]],
    about: About,
    file: IO[bytes],
) -> None:
    """Writes tables, the rows of the codebook with its heading, and the state of the record.

    Every text is written as text, and marked as such where Excel would take it for a formula once it is edited. A text
    that is too long for a cell is cut with ` …` and its column named in the last column. PackageMissing without
    xlsxwriter.
    """
    book = _package("xlsxwriter").Workbook(file, _OPTIONS)
    # The clock of the record, not that of the machine: the same rows are the same file.
    made = datetime.fromisoformat(about.held_until).replace(tzinfo=None) if about.held_until else datetime(1970, 1, 1)
    book.set_properties({"title": "onrecord", "created": made, "comments": about.licence})
    pen = _Pen(book)
    for table, rows in tables:
        for number, some in enumerate(_sheets(iter(rows)), 1):
            name = table.name if number == 1 else f"{table.name} {number}"
            pen.table(book.add_worksheet(name), table, some)
    pen.plain(book.add_worksheet("codebook"), codebook, (16, 26, 12, 60, 24, 50, 40))
    pen.plain(book.add_worksheet("about"), [("what", "value"), *about.rows()], (22, 80))
    book.close()


class _Pen:
    """Writes cells with the formats of one workbook."""

    def __init__(self, book: Any) -> None:
        self._heading = book.add_format({"bold": True, "bottom": 1})
        self._day = book.add_format({"num_format": "yyyy-mm-dd"})
        self._quoted = book.add_format({"quote_prefix": True})

    def table(self, sheet: Any, table: TableKind, rows: Iterable[Row]) -> None:
        """Writes a table with a frozen heading and a filter."""
        columns = table.columns
        sheet.freeze_panes(1, 1)
        for at, column in enumerate(columns):
            sheet.set_column(at, at, _width(column))
        sheet.set_column(len(columns), len(columns), 16)
        self._head(sheet, [*(column.name for column in columns), CUT])
        last = 0
        for last, row in enumerate(rows, 1):
            cut = [c.name for at, c in enumerate(columns) if self._cell(sheet, last, at, row[c.name], c)]
            self._text(sheet, last, len(columns), ", ".join(cut))
        sheet.autofilter(0, 0, last, len(columns))

    def plain(self, sheet: Any, rows: Iterable[Sequence[object]], widths: Sequence[int]) -> None:
        """Writes rows of texts, of which the first is the heading."""
        sheet.freeze_panes(1, 0)
        for at, width in enumerate(widths):
            sheet.set_column(at, at, width)
        for number, row in enumerate(rows):
            if number == 0:
                self._head(sheet, [str(value) for value in row])
                continue
            for at, value in enumerate(row):
                self._text(sheet, number, at, cell_text(value))

    def _head(self, sheet: Any, names: Sequence[str]) -> None:
        for at, name in enumerate(names):
            sheet.write_string(0, at, name, self._heading)

    def _cell(self, sheet: Any, row: int, at: int, value: Any, column: Column) -> bool:
        """Writes a value; True where it had to be cut."""
        if value is None or value == []:
            return False
        if column.kind in _PLAIN:
            sheet.write_number(row, at, value)
        elif column.kind == "truth":
            sheet.write_boolean(row, at, value)
        elif column.kind == "day" and _excel_has(value):
            sheet.write_datetime(row, at, datetime(value.year, value.month, value.day), self._day)
        else:
            return self._text(sheet, row, at, cell_text(value))
        return False

    def _text(self, sheet: Any, row: int, at: int, text: str) -> bool:
        whole = xml_safe(text)
        kept = fitted(whole)
        if kept:
            sheet.write_string(row, at, kept, self._quoted if is_formula_like(kept) else None)
        return kept != whole


def fitted(text: str) -> str:
    """The text, or as much of it as a cell takes with a mark that it goes on."""
    if len(text) <= LONGEST_CELL // 2:
        return text
    units = text.encode("utf-16-le")
    if len(units) <= LONGEST_CELL * 2:
        return text
    return units[: (LONGEST_CELL - len(_MARK)) * 2].decode("utf-16-le", "ignore") + _MARK


def _excel_has(day: date) -> bool:
    """Whether it is a day of Excel's calendar, which begins in 1900 with a leap day that never was."""
    return day >= date(1900, 3, 1)


def _width(column: Column) -> int:
    wide = _WIDTHS.get(column.kind, _WIDEST if column.name in {"title", "content", "gloss"} else _TEXT_WIDTH)
    return max(wide, len(column.name) + _HEADING_SPACE)


def _sheets(rows: Iterator[Row]) -> Iterator[Iterable[Row]]:
    """The rows sheet by sheet; one empty sheet where there are none."""
    first = next(rows, None)
    if first is None:
        yield ()
    while first is not None:
        yield chain([first], islice(rows, MOST_ROWS - 2))
        first = next(rows, None)


def _package(name: str) -> Any:
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise PackageMissing(f"Excel workbooks need the package {error.name}; run: pip install xlsxwriter") from error
