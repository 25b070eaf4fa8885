"""A record as it is at one moment, from one vantage: what every table and file of an export is made from.

What reports hold is read report by report (`heldreports.py`); here is what has to be known of all of them together, each
worked out once and when first asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any, TypeVar

from sqlalchemy import Connection, select

from onrecord.model import Stance, Testimony
from onrecord.record import Record
from onrecord.record.board import claims_called
from onrecord.record.clock import clock_of
from onrecord.record.components import components, visible
from onrecord.record.correctionoverlay import overlay
from onrecord.record.corrections import HeldCorrection
from onrecord.record.heldclaims import HeldClaims
from onrecord.record.identities import Identity, identities
from onrecord.record.origins import origins
from onrecord.record.schema import profile, report
from onrecord.record.testimonies import told_on
from onrecord.record.vantage import Vantage
from onrecord.record.withdrawals import Withdrawal, withdrawals

Item = TypeVar("Item")
Followed = Callable[[Iterable[Any], str], Iterator[Any]]
"""Passes items on and shows how far it is, given what is being done."""


def unfollowed(items: Iterable[Item], _: str) -> Iterator[Item]:
    """Passes items on and shows nothing."""
    yield from items


@dataclass(frozen=True, slots=True)
class Seen:
    """What of a record an export sees: what was published by `as_of` and recorded by `known_at`; all for None.

    `words` keep to the claims that have them, and to the statements that speak to these.
    """

    as_of: date | None = None
    known_at: datetime | None = None
    words: str | None = None

    @property
    def vantage(self) -> Vantage:
        """The two times to look from."""
        return Vantage(self.as_of, self.known_at)


class Snapshot:
    """A record from one vantage, within one transaction; make it with `snapshot_of`."""

    def __init__(
        self,
        connection: Connection,
        record: Record,
        seen: Seen,
        follow: Followed = unfollowed,
        *,
        texts: bool = False,
    ) -> None:
        self.connection = connection
        self.seen = seen
        self.vantage = seen.vantage
        self.follow = follow
        self.texts = texts
        """Whether the full texts of reports go out, which are their publishers'."""
        self._aliases = record.aliases

    @cached_property
    def reports(self) -> dict[str, date | None]:
        """The day of publication of every report that is seen, in order of publication, undated ones last."""
        query = select(report.c.report_id, report.c.published)
        if self.vantage.as_of is not None:
            query = query.where(report.c.published <= self.vantage.as_of)
        if self.vantage.known_at is not None:
            query = query.where(report.c.recorded_at <= clock_of(self.vantage.known_at))
        rows = self.connection.execute(query).all()
        ordered = sorted(rows, key=lambda row: (row.published or date.max, row.report_id))
        return {row.report_id: row.published for row in ordered}

    @cached_property
    def origin_of(self) -> dict[str, str]:
        """The report of which each one is a copy, or its own id."""
        found = origins(self.connection, self.reports, self.vantage.as_of, self.vantage.known_at)
        return {ident: found[ident] for ident in self.reports}

    @cached_property
    def withdrawn(self) -> dict[str, Withdrawal]:
        """The reports that were taken back, and how."""
        return withdrawals(self.connection, self.reports, self.vantage.as_of, self.vantage.known_at)

    @cached_property
    def identity_of(self) -> dict[str, str]:
        """The id in the whole record of each actor of a report, by the actor's id or its id in the registry."""
        query = select(profile.c.actor_id, profile.c.known_as)
        rows = self.connection.execute(visible(query, self.vantage.as_of, self.vantage.known_at)).all()
        keys = {row.known_as or row.actor_id for row in rows}
        found = components(self.connection, keys, self.vantage.as_of, self.vantage.known_at, reasons=False)
        by_key = {key: component.id for key, component in found.items()}
        return by_key | {row.actor_id: by_key.get(row.known_as or row.actor_id, row.actor_id) for row in rows}

    @cached_property
    def identities(self) -> list[Identity]:
        """Everybody on record, each once, the most reported first."""
        return identities(self.connection, None, self.vantage.as_of, self.vantage.known_at)

    @cached_property
    def claims(self) -> HeldClaims:
        """The claims that have the words, or all of them; ClaimNotFound where no claim has."""
        return claims_called(self.connection, self.seen.words, self.vantage, self._aliases)

    @cached_property
    def told(self) -> dict[str, list[Testimony]]:
        """Every statement that counts for a claim, by claim id."""
        return told_on(self.connection, self.claims, self.vantage)

    @cached_property
    def spoken_to(self) -> Mapping[str, list[tuple[str, Stance]]]:
        """The claims that each statement speaks to, and how, by statement id."""
        found: dict[str, list[tuple[str, Stance]]] = defaultdict(list)
        for claim in sorted(self.told):
            for testimony in self.told[claim]:
                found[testimony.statement].append((claim, testimony.stance))
        return found

    @cached_property
    def corrections(self) -> Mapping[str, HeldCorrection]:
        """What reviewers said of statements and holds, by statement id."""
        return overlay(self.connection, self.vantage.known_at).in_force

    def wants(self, statement: str | None) -> bool:
        """Whether a statement is asked for: any, or with words those that speak to claims that have them."""
        return self.seen.words is None or statement in self.spoken_to


@contextmanager
def snapshot_of(
    record: Record, seen: Seen | None = None, follow: Followed = unfollowed, *, texts: bool = False
) -> Iterator[Snapshot]:
    """The record as it is now, whatever is added meanwhile, within one transaction."""
    with record.asking() as connection:
        yield Snapshot(connection, record, seen or Seen(), follow, texts=texts)
