"""Where the next page of the board begins: after a line, named by what sorts it, so that new claims move no page."""

from __future__ import annotations

import base64
import json
from datetime import date

from onrecord.desk.board.views import Sort
from onrecord.errors import CursorUnknown
from onrecord.model import ClaimSummary
from onrecord.record.board import most_reported

Key = tuple[int | bool | str, ...]
_LONGEST = 4_000


def sort_key(line: ClaimSummary, moved_on: date | None, sort: Sort) -> Key:
    """What sorts a line; two lines never have the same."""
    if sort == "latest":
        return (-_ordinal(line.last_reported), *most_reported(line))
    if sort == "moved":
        return (-_ordinal(moved_on), *most_reported(line))
    return most_reported(line)


def cursor_of(key: Key, sort: Sort) -> str:
    """The cursor of the page that begins after the line with this key."""
    packed = json.dumps([sort, *key], ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return base64.urlsafe_b64encode(packed).decode().rstrip("=")


def key_of(cursor: str, sort: Sort) -> Key:
    """The key of the line after which a page begins; CursorUnknown for what is no cursor of this order of lines."""
    try:
        if len(cursor) > _LONGEST:
            raise ValueError(cursor[:20])
        packed = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        asked, *key = json.loads(packed.decode("utf-8", "surrogatepass"))
        if asked != sort or [type(part) for part in key] != _KINDS[sort]:
            raise ValueError(asked)
    except (ValueError, TypeError, RecursionError) as error:
        raise CursorUnknown(f"{cursor[:40]!r} is no page of this board; begin again without it") from error
    return tuple(key)


def _ordinal(day: date | None) -> int:
    return 0 if day is None else day.toordinal()


_REPORTED: list[type] = [int, int, bool, str, int, str]
_KINDS: dict[str, list[type]] = {"reported": _REPORTED, "latest": [int, *_REPORTED], "moved": [int, *_REPORTED]}
