"""Pages of a table: where the next one begins is said by a cursor, which stays good while reports are added.

A cursor names the last row that was given, and the question that it belongs to. The next page begins after that row
wherever it stands by now; where it is gone, after as many rows as were given. Nobody but this API reads one.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from onrecord.contract import content_id
from onrecord.errors import CursorUnknown

Item = TypeVar("Item")
MOST_ROWS = 500
"""Rows that one page may have."""
_CHECK = 8
_NONE = "this is no cursor of this question; take `next` of the page before, or begin without one"


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """Some rows of a table, and the cursor of the page after this one, None at the end.

    `total` is how many rows the table has, None where finding out would take as long as reading them all.
    """

    items: tuple[Item, ...]
    total: int | None
    next: str | None


def page_of(
    rows: Sequence[Item], name_of: Callable[[Item], object], question: object, limit: int, after: str | None
) -> Page[Item]:
    """The rows after a cursor, or the first ones; `name_of` gives what tells a row from all others of its table."""
    begin = 0 if after is None else _begin(rows, name_of, *unpacked(after, question, str, int))
    some = tuple(rows[begin : begin + limit])
    end = begin + len(some)
    more = bool(some) and end < len(rows)
    return Page(some, len(rows), packed(question, [_named(name_of, some[-1]), end]) if more else None)


def packed(question: object, place: Sequence[Any]) -> str:
    """A cursor: a place among the rows of a question, with a check on its own characters."""
    body = json.dumps(place, separators=(",", ":"))
    return urlsafe_b64encode(f"{_check(question, body)}{body}".encode()).decode().rstrip("=")


def unpacked(cursor: str, question: object, *kinds: type) -> list[Any]:
    """The place that a cursor names; CursorUnknown for one of another question, or that was changed.

    `kinds` are what the parts of the place are, each of which may be null if it is no number.
    """
    try:
        plain = urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4)).decode()
    except ValueError:
        plain = ""
    check, body = plain[:_CHECK], plain[_CHECK:]
    if check != _check(question, body):
        raise CursorUnknown(_NONE)
    try:
        place = json.loads(body)
    except (ValueError, RecursionError):
        raise CursorUnknown(_NONE) from None
    if not isinstance(place, list) or len(place) != len(kinds) or not all(map(_is, place, kinds)):
        raise CursorUnknown(_NONE)
    return place


def _is(part: object, kind: type) -> bool:
    """Whether a part of a place is of its kind: a count from 0 on, or a text or nothing."""
    if kind is int:
        return type(part) is int and 0 <= part < 2**53
    return part is None or isinstance(part, kind)


def _begin(rows: Sequence[Item], name_of: Callable[[Item], object], named: str | None, given: int) -> int:
    """After the row that the cursor names: it is looked for where it stood first, as it has seldom gone far."""
    if 0 < given <= len(rows) and _named(name_of, rows[given - 1]) == named:
        return given
    at = next((n for n, row in enumerate(rows) if _named(name_of, row) == named), None)
    return given if at is None else at + 1


def _named(name_of: Callable[[Any], object], row: Any) -> str:
    return content_id(name_of(row))[:16]


def _check(question: object, body: str) -> str:
    return content_id([question, body])[:_CHECK]
