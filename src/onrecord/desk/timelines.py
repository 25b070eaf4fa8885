"""The timeline of some claims, and how much of a record one can be of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.desk.board import Board, BoardView
from onrecord.errors import ClaimNotFound, UsageError
from onrecord.model import Standing
from onrecord.record import Record
from onrecord.record.moments import seen
from onrecord.record.questions.heard import heard, heard_on
from onrecord.record.questions.timeline import TimelineEntry, timeline_of
from onrecord.record.reports import sayings
from onrecord.record.vantage import Vantage

MOST_CLAIMS = 400
"""So many claims are one timeline at most: the words of all that is said on them have to be read before it begins."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The statements on some claims in order of time, and where those claims stand that some report still makes."""

    entries: Sequence[TimelineEntry]
    standings: Sequence[Standing]


def timeline_told(record: Record, board: Board, words: str | None, as_of: date | None = None) -> Timeline:
    """The timeline of the claims with some words as `Record.timeline` has it, read off the board where that holds it.

    ClaimNotFound where no claim has the words.
    """
    vantage = Vantage(as_of)
    ready = [(one.held.claim, seen(one.testimonies, as_of)) for one in board.told_with(words, as_of)]
    with record.asking() as connection:
        if ready:
            said = sayings(connection, sorted({testimony.statement for _, some in ready for testimony in some}))
            told = [heard_on(claim, some, said, vantage) for claim, some in ready if some]
        else:
            told = heard(connection, words, vantage, record.aliases)
    return Timeline(timeline_of(told), tuple(one.standing for one in told if one.counting))


def claims_found(board: Board, words: str | None, as_of: date | None) -> int:
    """Of how many claims a timeline would be; 0 where none has the words."""
    try:
        return board.page(BoardView(words=words, as_of=as_of, limit=1)).total
    except ClaimNotFound:
        return 0


def demand_few(board: Board, words: str | None, as_of: date | None) -> None:
    """UsageError, which asks for words or for more of them, where a timeline would be of too many claims."""
    found = claims_found(board, words, as_of)
    if found > MOST_CLAIMS:
        few = "words" if words is None else "more words"
        raise UsageError(
            f"a timeline of {found:,} claims would be too long: give {few} that find at most {MOST_CLAIMS} of them, "
            "or have the whole one written by: onrecord timeline --format json"
        )
