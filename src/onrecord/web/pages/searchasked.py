"""What is searched for and what it is narrowed to, and a page of what was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

from onrecord.model import Act, SourceKind
from onrecord.web.pages.reportorder import Order

Kind = Literal["reports", "statements"]
ACTS = get_args(Act)
SOURCE_KINDS = get_args(SourceKind)
Counted = tuple[tuple[str, str, int], ...]
"""Values with the words for them and how many there are of each."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is searched for, and what it is narrowed to; `month` is a year (`2011`) or a month (`2011-12`).

    With an act, a kind of source or a party (by key) only statements like that are found, and reports that have one.
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
    order: Order = "newest"
    after: str | None = None

    @property
    def of_statements(self) -> bool:
        """Whether it is narrowed to statements of some kind."""
        return self.act is not None or self.source is not None or self.party is not None

    def fits(self, one: Held, *, without: str | None = None) -> bool:
        """Whether a report is of the outlet and the month; `without` overlooks one of the two."""
        if self.outlet is not None and without != "outlet" and one.outlet != self.outlet:
            return False
        if self.month is None or without == "month":
            return True
        return one.published is not None and one.published.isoformat().startswith(self.month)

    def wants(self, row: Any, *, without: str | None = None) -> bool:
        """Whether a row of a statement is of the act, the kind of source and the party; `without` overlooks a column."""
        wanted = {"act": self.act, "source_kind": self.source, "party_key": self.party}
        return all(v is None or name == without or getattr(row, name) == v for name, v in wanted.items())


@dataclass(frozen=True, slots=True)
class Held:
    """A report that holds the words, before its text is read."""

    id: str
    published: date | None
    outlet: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Facets:
    """What a search can be narrowed to: value, words for it, and how many there are."""

    outlets: Counted = ()
    months: Counted = ()
    acts: Counted = ()
    sources: Counted = ()
    parties: Counted = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A page of what was found.

    `reports` are those of the page; `spoken` their statements (rows) that hold the words, by report. `total` counts
    reports or statements, whichever are shown; it is the most that there can be where `exact` is false. `statements` is
    how many statements were found in all, None where they were not all looked through.
    """

    reports: tuple[Held, ...]
    spoken: Mapping[str, Sequence[Any]]
    total: int
    exact: bool
    statements: int | None
    next: str | None
    facets: Facets
