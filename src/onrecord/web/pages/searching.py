"""What the page of the search asks of a record, and a page of what is found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy import Connection

from onrecord.errors import CursorUnknown
from onrecord.model import Act, SourceKind
from onrecord.record.search import Facets, Found, Narrowed, Order, facets, find
from onrecord.record.search.matches import HeldReport
from onrecord.record.words import Aliases

Kind = Literal["reports", "statements"]
A_PAGE = 20


@dataclass(frozen=True, slots=True)
class Asked:
    """What is searched for, what it is narrowed to, and how many reports were shown on the pages before (`after`).

    Of statements, those of a page of reports are shown.
    """

    words: str
    kind: Kind = "reports"
    outlet: str | None = None
    month: str | None = None
    act: Act | None = None
    source: SourceKind | None = None
    party: str | None = None
    since: date | None = None
    until: date | None = None
    order: Order = "best"
    after: str | None = None

    @property
    def narrowed(self) -> Narrowed:
        """The same as the record takes it."""
        return Narrowed(
            self.since,
            self.until,
            act=self.act,
            source_kind=self.source,
            party=self.party,
            outlet=self.outlet,
            month=self.month,
            spoken=self.kind == "statements",
        )

    @property
    def is_narrowed(self) -> bool:
        """Whether it is narrowed by more than days."""
        return any((self.outlet, self.month, self.act, self.source, self.party))


@dataclass(frozen=True, slots=True)
class SearchPage:
    """A page of what is found.

    `reports` are those of the page. `total` counts reports or statements, whichever are shown, `statements` all that
    were found. `next` is where the next page begins, if there is one.
    """

    found: Found
    reports: Sequence[HeldReport]
    total: int
    statements: int
    next: str | None
    facets: Facets

    @property
    def shown(self) -> int:
        """How many statements the page has."""
        return sum(len(self.found.said(one)) for one in self.reports)


def search(connection: Connection, asked: Asked, aliases: Aliases | None = None) -> SearchPage:
    """A page of what a search finds; UsageError without a word to search for, CursorUnknown for an `after` of none."""
    begin = _begin(asked.after)
    found = find(connection, asked.words, asked.narrowed, aliases, asked.order)
    statements = found.statements
    end = begin + A_PAGE
    return SearchPage(
        found=found,
        reports=found.reports[begin:end],
        total=statements if asked.kind == "statements" else len(found.reports),
        statements=statements,
        next=str(end) if end < len(found.reports) else None,
        facets=facets(found),
    )


def _begin(after: str | None) -> int:
    if after is None:
        return 0
    if len(after) < 10 and after.isascii() and after.isdecimal():
        return int(after)
    raise CursorUnknown(f"after: {after[:40]!r} is no page of this search; begin again without it")
