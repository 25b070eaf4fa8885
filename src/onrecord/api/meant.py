"""Which claim somebody means by words: the board that is held ready tells it sooner than the record does."""

from __future__ import annotations

from datetime import date, datetime

from onrecord.api.asking import Asking


def claim_meant(ask: Asking, claim: str, as_of: date | None = None, known_at: datetime | None = None) -> str:
    """The id of the claim that `Record.standing` takes for these words; the words, where only the record can tell.

    The board tells it as of any day, but not as of a time of recording, nor while reports are still being taken in.
    """
    found = None if known_at is not None else ask.desk.board.best(claim, as_of)
    return claim if found is None else found
