"""Zero characters (U+0000), which SQLite holds and PostgreSQL does not: written there as two others, and read back.

Pages lose theirs when they are decoded; this is for readings that come from elsewhere. The escape is U+0010, "data link
escape" in Unicode, which texts do not use; where one does, it is doubled.
"""

from __future__ import annotations

import re
from typing import Any

from psycopg import Connection
from psycopg.adapt import Loader
from psycopg.types.string import StrDumperUnknown

_ESCAPE, _ZERO = "\x10", "\x10" + "0"
_ESCAPED = re.compile(_ESCAPE + "(.)", re.DOTALL)


def escaped(text: str) -> str:
    """The text without zero characters; `plain` gives it back."""
    return text.replace(_ESCAPE, _ESCAPE * 2).replace("\0", _ZERO)


def plain(text: str) -> str:
    """The text that `escaped` was given."""
    return _ESCAPED.sub(lambda found: "\0" if found[1] == "0" else found[1], text)


class _Dumper(StrDumperUnknown):
    """Writes any text, as the driver does but for the zeros."""

    def dump(self, obj: str) -> Any:
        return super().dump(escaped(obj) if "\0" in obj or _ESCAPE in obj else obj)


class _Loader(Loader):
    """Reads back what `_Dumper` wrote."""

    def load(self, data: Any) -> str:
        text = str(data, "utf-8")
        return plain(text) if _ESCAPE in text else text


def hold_zeros(connection: Connection[Any]) -> None:
    """Makes a connection take and give texts with zero characters."""
    connection.adapters.register_dumper(str, _Dumper)
    for kind in ("text", "varchar"):
        connection.adapters.register_loader(kind, _Loader)
