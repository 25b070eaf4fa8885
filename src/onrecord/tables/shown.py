"""A table of answers as a notebook shows it: few rows, readable cells, the colours of the notebook around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from onrecord.markup import escaped
from onrecord.tables.columns import Column

MOST_ROWS = 20
"""Rows that are shown; of the others their number is told."""
_LONGEST = 160
_WRAPPED = 40
_WHOLE = 20
_IDS = 3
_ID = re.compile("[0-9a-f]{24}")
_STYLE = (
    "<style>.onrecord-table{border-collapse:collapse;font-variant-numeric:tabular-nums}"
    ".onrecord-table th,.onrecord-table td{text-align:left;vertical-align:top;padding:.25em .6em;"
    "border-bottom:1px solid rgba(128,128,128,.35)}"
    ".onrecord-table td{max-width:26em;overflow-wrap:break-word}"
    ".onrecord-table .long{min-width:16em}.onrecord-table .short{white-space:nowrap}"
    ".onrecord-table .none{opacity:.5}.onrecord-table code{font-size:.85em}</style>"
)


def html_table(rows: Sequence[Any], columns: Sequence[Column]) -> str:
    """The first rows as an HTML table without scripts; everything in it is escaped, long texts and ids are cut.

    Columns in which none of these rows has anything are left out.
    """
    columns = [c for c in columns if not rows or any(c.value(row) not in (None, []) for row in rows[:MOST_ROWS])]
    heads = "".join(f'<th scope="col">{escaped(column.name.replace("_", " "))}</th>' for column in columns)
    body = "".join(f"<tr>{''.join(_cell(column.value(row)) for column in columns)}</tr>" for row in rows[:MOST_ROWS])
    more = len(rows) - MOST_ROWS
    foot = f"<p>… and {more} more</p>" if more > 0 else ""
    empty = "" if rows else "<p>no rows</p>"
    table = f'<table class="onrecord-table"><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>'
    return f'{_STYLE}<div style="overflow-x:auto">{table}</div>{empty}{foot}'


def _cell(value: Any) -> str:
    if value is None or value == []:
        return '<td class="none">–</td>'
    if isinstance(value, list) and all(_ID.fullmatch(one) for one in value):
        return f"<td>{' '.join(map(_ident, value[:_IDS]))}{' …' if len(value) > _IDS else ''}</td>"
    words = _words(value)
    if _ID.fullmatch(words):
        return f'<td class="short">{_ident(words)}</td>'
    if len(words) <= _WHOLE:
        return f'<td class="short">{escaped(words)}</td>'
    if len(words) <= _LONGEST:
        return f"<td{' class=long' if len(words) > _WRAPPED else ''}>{escaped(words)}</td>"
    return f'<td class="long" title="{escaped(words)}">{escaped(words[: _LONGEST - 1].rstrip())}…</td>'


def _ident(ident: str) -> str:
    return f'<code title="{escaped(ident)}">{escaped(ident[:8])}</code>'


def _words(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else str(value)
