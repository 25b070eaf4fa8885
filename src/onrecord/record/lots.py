"""Ids in lots, since a database takes only so many values in one question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

AT_ONCE = 400
"""Values in one question: below the 999 that older SQLite takes, with room for what else is asked."""


def in_lots(idents: Iterable[str]) -> Iterator[list[str]]:
    """The ids, each once and in order, in lots that a database takes at once."""
    ordered = sorted(set(idents))
    return (ordered[at : at + AT_ONCE] for at in range(0, len(ordered), AT_ONCE))
