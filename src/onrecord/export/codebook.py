"""The codebook of all exports, made from the code: every table, column, type, unit and value with what it means."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.export.columns import Column, ColumnKind, TableKind
from onrecord.export.csvrows import csv_rows
from onrecord.export.tables import TABLES
from onrecord.export.values import VALUES

KINDS: dict[ColumnKind, str] = {
    "id": "Text that names a row: the same for the same thing in every record and export.",
    "text": "Text; of a report its very words.",
    "texts": "Several texts. CSV and Excel part them by `; ` and put a backslash before a semicolon or backslash within"
    " one; Parquet and JSON have lists.",
    "number": "A whole number.",
    "fraction": "A number that may have a fraction.",
    "truth": "`true` or `false`.",
    "day": "A day, written YYYY-MM-DD (ISO 8601).",
    "date": "A day, week, month or year in ISO 8601, as precisely as it is known: `2011-12-10`,"
    " `2011-W49`, `2011-11`, `2011`.",
    "time": "A time in UTC, ISO 8601.",
}
"""The types of columns."""
_SPANS = (
    "Stretches of a text (`630-651`) count Unicode code points of the report's text from 0; the second number is the"
    " first character after the stretch."
)
_FORMULAS = (
    "In CSV and tab-separated files an apostrophe stands before `=`, `+`, `-` and `@` where a spreadsheet would begin a"
    " cell with them: at the beginning of a text, and after a tab, line break, comma or semicolon. Control characters are"
    " shown as U+FFFD. Plain numbers stay as they are. `--raw` writes every text as it is."
)
_WORKBOOKS = (
    "In Excel files all cells are text, numbers or days, never formulas. A cell takes 32,767 characters: what is longer"
    " is cut, ends in ` …`, and its column is named in the last column, `cut_columns`."
)
RULES = (
    "Unknown is empty (null in Parquet and JSON). Nothing is filled in, guessed or rounded.",
    _SPANS,
    _FORMULAS,
    _WORKBOOKS,
    "Rows are ordered, so that the same record seen from the same times gives the same file, byte for byte.",
    "Texts of reports are their publishers'. Exports hold quotations; full texts only where they were asked for.",
)
"""What holds for all tables."""
HEADING = ("table", "column", "type", "definition", "unit", "values", "example")


def codebook_rows() -> Iterator[tuple[str, ...]]:
    """The codebook as a table with its heading: a row a column; then a row a value, its set in the place of the table."""
    yield HEADING
    for table in TABLES.values():
        yield (table.name, "", "table", table.definition, "", "", "")
        yield from (_column_row(table, column) for column in table.columns)
    for name, values in VALUES.items():
        yield from ((f"values of {name}", value, "value", meaning, "", "", "") for value, meaning in values.items())


def codebook_csv() -> str:
    """The codebook as CSV."""
    heading, *rows = codebook_rows()
    return "".join(csv_rows(heading, rows))


def codebook_markdown() -> str:
    """The codebook as a page: the rules, the types, each table with its columns, each set of values."""
    return "\n".join(_page()).rstrip("\n") + "\n"


def _page() -> Iterator[str]:
    yield "# Codebook\n"
    yield "What every table of `onrecord export` holds. This page is made from the code.\n"
    yield "## What holds for all tables\n"
    yield from (f"- {rule}" for rule in RULES)
    yield "\n## Types of columns\n"
    yield from _lines(("type", "meaning"), ((f"`{kind}`", meaning) for kind, meaning in KINDS.items()))
    for table in TABLES.values():
        yield from _table(table)
    for name, values in VALUES.items():
        yield f"\n## Values of `{name}`\n"
        yield from _lines(("value", "meaning"), ((f"`{value}`", meaning) for value, meaning in values.items()))


def _table(table: TableKind) -> Iterator[str]:
    yield f"\n## `{table.name}`\n"
    yield f"{table.definition} A row is told by {' and '.join(f'`{name}`' for name in table.key)}.\n"
    yield from _lines(("column", "type", "meaning", "example"), (_column_line(column) for column in table.columns))


def _column_line(column: Column) -> tuple[str, ...]:
    further = [f"Unit: {column.unit}."] if column.unit else []
    further += [f"[Values](#values-of-{column.values})."] if column.values else []
    return f"`{column.name}`", column.kind, " ".join([column.definition, *further]), f"`{column.example}`"


def _column_row(table: TableKind, column: Column) -> tuple[str, ...]:
    values = ", ".join(VALUES[column.values]) if column.values else ""
    return table.name, column.name, column.kind, column.definition, column.unit or "", values, column.example


def _lines(heading: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(heading)} |"
    yield f"|{'---|' * len(heading)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
