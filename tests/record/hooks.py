"""Something that happens between two SQL statements of a record, once, whichever engine runs them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, event


@contextmanager
def before(words: str, happens: Callable[[Connection], object]) -> Iterator[list[str]]:
    """Calls something before the first statement with these words; the list holds that statement once it was called."""
    seen: list[str] = []

    def look(connection: Connection, _cursor: Any, statement: str, *_: object) -> None:
        if words in statement and not seen:
            seen.append(statement)
            happens(connection)

    event.listen(Engine, "before_cursor_execute", look)
    try:
        yield seen
    finally:
        event.remove(Engine, "before_cursor_execute", look)
