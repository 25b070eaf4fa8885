"""The last few tables that were asked for, kept while nothing is added: whoever turns pages asks for one many times."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import wraps
from threading import Lock
from typing import Any

from onrecord.api.asking import Asking

TABLES = 4
MOST_ROWS = 5_000
"""A table with more rows is worked out anew for every page: it would take too much room."""
_Key = tuple[Any, ...]


class Remembered:
    """The tables, by question and state of the record; safe to use from several threads."""

    def __init__(self) -> None:
        self._held: OrderedDict[_Key, Sequence[Any]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: _Key, ask: Callable[[], Sequence[Any]]) -> Sequence[Any]:
        """The table, worked out where it is not held."""
        with self._lock:
            found = self._held.get(key)
            if found is not None:
                self._held.move_to_end(key)
                return found
        rows = ask()
        if len(rows) <= MOST_ROWS:
            with self._lock:
                self._held[key] = rows
                while len(self._held) > TABLES:
                    self._held.popitem(last=False)
        return rows


def remembering(question: Callable[..., Sequence[Any]]) -> Callable[..., Sequence[Any]]:
    """A question whose last answers are kept as long as the record stays as it is."""

    @wraps(question)
    def asked(ask: Asking, **parameters: Any) -> Sequence[Any]:
        held: Remembered = ask.request.app.state.remembered
        key = ask.state, question.__name__, *sorted(parameters.items())
        return held.get(key, lambda: question(ask, **parameters))

    return asked
