"""What is asked of the board, and a page of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from onrecord.model import ClaimSummary
from onrecord.record.questions.changes import ClaimChange
from onrecord.record.questions.positions import ClaimPosition

Sort = Literal["reported", "latest", "moved"]
"""The order of the lines: those that most independent reports speak to, those last reported, those that moved last."""
MOST_CHOICES = 100
"""Values that a list of further choices has at most."""
MOST_LINES = 500
"""Lines that one page may have."""


@dataclass(frozen=True, slots=True)
class BoardView:
    """Which part of the board is wanted, as of when, and in what order.

    `words` find claims as in `Record.claims`. `party` is a party's key, or words of one of its names; it finds the claims
    that it or a branch of it is a party to or speaks on. `place` is the key of a site, or words of its name; `type` and
    `standing` are values of the contract. `since` marks what changed on that day and after it. `after` is the `next` of
    the page before.
    """

    words: str | None = None
    party: str | None = None
    place: str | None = None
    type: str | None = None
    standing: str | None = None
    as_of: date | None = None
    known_at: datetime | None = None
    since: date | None = None
    sort: Sort = "reported"
    limit: int = 50
    after: str | None = None


@dataclass(frozen=True, slots=True)
class BoardLine:
    """One claim with its standing, the position of each party, and what changed on it since the day of the view.

    `keys` are the keys of the parties of the cells, in their order; None for a speaker whose party no report tells.
    """

    summary: ClaimSummary
    cells: tuple[ClaimPosition, ...]
    keys: tuple[str | None, ...] = ()
    moved: tuple[ClaimChange, ...] = ()

    def cell(self, party: str) -> ClaimPosition | None:
        """The position of the party with this key; None where it has none."""
        return next((cell for key, cell in zip(self.keys, self.cells, strict=True) if key == party), None)


@dataclass(frozen=True, slots=True)
class PartyColumn:
    """A party that has a position on some of the lines found: `claims` of them. `name` is that of the cells."""

    key: str
    name: str
    claims: int


@dataclass(frozen=True, slots=True)
class Counted:
    """A value by which the board can be narrowed, its name for readers, and how many claims there would be."""

    value: str
    name: str
    claims: int


@dataclass(frozen=True, slots=True)
class Facets:
    """How many claims each further choice would leave, the most first.

    Each list counts the claims that meet everything else that is asked, so that another value of the same kind can be
    chosen instead.
    """

    types: tuple[Counted, ...] = ()
    standings: tuple[Counted, ...] = ()
    parties: tuple[Counted, ...] = ()
    places: tuple[Counted, ...] = ()


@dataclass(frozen=True, slots=True)
class BoardPage:
    """A page of the board: its lines, how many there are in all, and the cursor of the next page if there is one.

    `parties` are those with a position on most of the lines found, the most frequent first; `moved` is on how many of
    the lines found something was said or changed since the day of the view. `pending` is how many reports were added to
    the record that are not on the page yet, since they are still being taken in.
    """

    lines: tuple[BoardLine, ...]
    total: int
    next: str | None = None
    parties: tuple[PartyColumn, ...] = ()
    facets: Facets = field(default_factory=Facets)
    moved: int = 0
    pending: int = 0
