"""What the pages and the API of a desk share: the record, its board held ready, and who may ask."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.desk.access import Access
    from onrecord.desk.board import Board
    from onrecord.desk.cast import Cast
    from onrecord.desk.places import Places
    from onrecord.record import Record
    from onrecord.review.queue import ReviewQueue


@dataclass(frozen=True, slots=True)
class Desk:
    """One record as a server shows it.

    `user` is the name under which everybody acts where no token is asked for, None where each gives a name.
    `loopback` tells that only this machine can reach the server.
    """

    record: Record
    board: Board
    access: Access
    places: Places
    queue: ReviewQueue
    cast: Cast
    user: str | None = None
    loopback: bool = True

    @property
    def name(self) -> str:
        """What the record is called: its file without the ending, or the database of a server."""
        place = str(self.record.place)
        last = place.partition("?")[0].rstrip("/").rpartition("/")[2]
        return Path(last).stem or place
