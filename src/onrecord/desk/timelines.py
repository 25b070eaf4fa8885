"""How much of a record one timeline can be of."""

from __future__ import annotations

from datetime import date

from onrecord.desk.board import Board, BoardView
from onrecord.errors import ClaimNotFound, UsageError

MOST_CLAIMS = 400
"""So many claims are one timeline at most: the words of all that is said on them have to be read before it begins."""


def demand_few(board: Board, words: str | None, as_of: date | None) -> None:
    """UsageError, which asks for words or for more of them, where a timeline would be of too many claims."""
    try:
        found = board.page(BoardView(words=words, as_of=as_of, limit=1)).total
    except ClaimNotFound:
        return
    if found > MOST_CLAIMS:
        few = "words" if words is None else "more words"
        raise UsageError(
            f"a timeline of {found:,} claims would be too long: give {few} that find at most {MOST_CLAIMS} of them, "
            "or have the whole one written by: onrecord timeline --format json"
        )
