"""What the board needs of a record, held in memory: links, what is told of their statements, and who is who when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import Connection, select

from onrecord.desk.board.kinship import origins_over_time
from onrecord.desk.board.speakers import speakers_over_time
from onrecord.desk.board.timelines import Timelines, day_of
from onrecord.model import Matter, Stance, Testimony
from onrecord.record.correctionoverlay import NOTHING, Overlay
from onrecord.record.gathering import HeldClaim
from onrecord.record.heldlinks import HeldLink
from onrecord.record.relayed import Source, with_relays_traced
from onrecord.record.reportsources import source_of
from onrecord.record.schema import withdrawal
from onrecord.record.testimonies import has_an_identity, identity_key, links_that_speak, testimony_from, told_rows
from onrecord.record.vantage import EVERYTHING
from onrecord.record.withdrawals import withdrawal_days

_AT_ONCE = 400
_Made = tuple[str, Stance, str, str, date | None]


@dataclass(slots=True)
class Holdings:
    """Facts on linked statements and their reports, for all days at once."""

    matters: dict[str, Matter] = field(default_factory=dict)
    links: dict[str, list[HeldLink]] = field(default_factory=dict)
    """The links of each matter as read, before anything that reviewers say."""
    corrections: Overlay = NOTHING
    origins: Timelines = field(default_factory=Timelines)
    speakers: Timelines = field(default_factory=Timelines)
    withdrawn: dict[str, date] = field(default_factory=dict)
    _links: dict[str, tuple[HeldLink, ...]] = field(default_factory=dict)
    _matters: dict[str, dict[str, None]] = field(default_factory=dict)
    _told: dict[str, Testimony] = field(default_factory=dict)
    _actors: dict[str, str] = field(default_factory=dict)
    _relayed: dict[str, str] = field(default_factory=dict)
    _outlets: dict[str, frozenset[str]] = field(default_factory=dict)
    _made: dict[_Made, Testimony] = field(default_factory=dict)

    def links_on(self, matters: Iterable[str]) -> list[HeldLink]:
        """The links of some matters as reviewers have them."""
        correct = self.corrections.link
        held = [link for matter in matters for link in self.links.get(matter, ())]
        return held if self.corrections is NOTHING else [correct(link) for link in held]

    def turns(self, links: Iterable[HeldLink]) -> dict[int, None]:
        """The days on which something changes about what some links tell, other than that more is told."""
        days: dict[int, None] = {}
        for report, statement in {(link.report, link.statement): None for link in links}:
            days |= dict.fromkeys(self.origins.turns(report))
            if report in self.withdrawn:
                days[self.withdrawn[report].toordinal()] = None
            actor = self._actors.get(statement)
            if actor is not None:
                days |= dict.fromkeys(self.speakers.turns(actor))
        return days

    def origin_of(self, links: Iterable[HeldLink], day: int) -> dict[str, str]:
        """The origin of the reports of some links as of a day."""
        at = self.origins.at
        return {report: at(report, day) or report for report in {link.report for link in links}}

    def is_passed_on(self, links: Iterable[HeldLink]) -> bool:
        """Whether a report passes on some of these statements from another outlet."""
        return any(link.statement in self._relayed for link in links)

    def testimonies(self, one: HeldClaim, day: int) -> list[Testimony]:
        """What is told on a claim as of a day."""
        told = [self._testimony(link, day) for link in links_that_speak(one)]
        return with_relays_traced(told, Source(self._outlets, self._relayed))

    def take_statements(self, connection: Connection, links: Iterable[HeldLink]) -> dict[str, int]:
        """Reads the statements of some links; gives the actors who are now somebody else, and from which day on."""
        linked = {link.statement: link for link in links}
        rows = told_rows(connection, linked, self.corrections)
        for ident, row in rows.items():
            self._told[ident] = testimony_from(linked[ident], row, row.report_id, row.speaker_key, None)
            self._relayed.pop(ident, None)
            self._actors.pop(ident, None)
            if row.relayed_from is not None:
                self._relayed[ident] = row.relayed_from
            if has_an_identity(row):
                self._actors[ident] = row.speaker_actor
        return self.learn_speakers(connection, {self._actors[i] for i in rows if i in self._actors})

    def learn_speakers(self, connection: Connection, actors: Collection[str]) -> dict[str, int]:
        """Works out who some actors are; gives those whose identity differs from what was held."""
        return self.speakers.learn(speakers_over_time(connection, actors)) if actors else {}

    def take_reports(self, connection: Connection, reports: Collection[str] | None) -> dict[str, int]:
        """Reads what hangs on some reports (on all, for None): copies, withdrawals and outlets.

        Gives the reports that now count otherwise than was held, and from which day on.
        """
        if reports is not None:
            reports = {*reports, *_taken_back_by(connection, reports)}
        kin = origins_over_time(connection, reports)
        differing = self.origins.learn(kin)
        linked = {link.report for links in self.links.values() for link in links} if reports is None else {*reports}
        withdrawn = withdrawal_days(connection, linked | kin.keys(), EVERYTHING) if _any_withdrawn(connection) else {}
        for report in sorted(withdrawn):
            held, now = self.withdrawn.get(report), withdrawn[report]
            if held != now:
                day = min(day_of(d) for d in (held, now) if d is not None)
                differing[report] = min(day, differing.get(report, day))
                self.withdrawn[report] = now
        return differing

    def take_outlets(self, connection: Connection) -> None:
        """Reads who printed the reports, if any statement is passed on from another outlet at all."""
        if self._relayed:
            reports = {link.report for links in self.links.values() for link in links} - self._outlets.keys()
            self._outlets |= source_of(connection, self._relayed, reports).outlets

    def take_links(self, links: Mapping[str, Sequence[HeldLink]]) -> None:
        """Takes links in, by matter; their statements have to be held already."""
        for matter, some in links.items():
            self.links.setdefault(matter, []).extend(some)
            for link in some:
                self._links[link.statement] = (*self._links.get(link.statement, ()), link)
                self._matters.setdefault(link.report, {})[matter] = None

    def has(self, link: str, statement: str) -> bool:
        """Whether a link of a statement is held."""
        return any(link == held.id for held in self._links.get(statement, ()))

    def links_of_statements(self, statements: Iterable[str]) -> list[HeldLink]:
        """The links of some statements as read."""
        return [link for ident in sorted(statements) for link in self._links.get(ident, ())]

    def matters_of_report(self, report: str) -> Iterable[str]:
        """The matters of which a report tells."""
        return self._matters.get(report, ())

    def told_by(self, actors: Collection[str]) -> list[tuple[str, str]]:
        """The statements that these actors make under their names, each with its actor."""
        return [pair for pair in self._actors.items() if pair[1] in actors] if actors else []

    def told_otherwise(self, corrections: Overlay) -> set[str]:
        """The statements of which other corrections than those held would make something else."""
        before, now = self.corrections.in_force, corrections.in_force
        mended = {ident for ident in before.keys() | now.keys() if before.get(ident) != now.get(ident)}
        outer = {told.statement for told in self._told.values() if told.reported_in in mended}
        links = (link for some in self.links.values() for link in some)
        stances = {link.statement for link in links if self.corrections.link(link) != corrections.link(link)}
        return mended | outer | stances

    def _testimony(self, link: HeldLink, day: int) -> Testimony:
        told = self._told[link.statement]
        origin = self.origins.at(told.report, day) or told.report
        actor = self._actors.get(link.statement)
        identity = None if actor is None else self.speakers.at(actor, day)
        withdrawn = self.withdrawn.get(told.report)
        if withdrawn is not None and withdrawn.toordinal() > day:
            withdrawn = None
        key = link.statement, link.stance, origin, identity or "", withdrawn
        made = self._made.get(key)
        if made is None:
            speaker = told.speaker_key if identity is None else identity_key(identity)
            made = replace(told, stance=link.stance, origin=origin, speaker_key=speaker, withdrawn=withdrawn)
            self._made[key] = made
        return made


def _any_withdrawn(connection: Connection) -> bool:
    return connection.execute(select(withdrawal.c.report_id).limit(1)).first() is not None


def _taken_back_by(connection: Connection, notices: Iterable[str]) -> set[str]:
    """The reports that some reports take back."""
    found: set[str] = set()
    ordered = sorted(notices)
    for at in range(0, len(ordered), _AT_ONCE):
        some = withdrawal.c.notice_report.in_(ordered[at : at + _AT_ONCE])
        found.update(connection.scalars(select(withdrawal.c.report_id).where(some)))
    return found


def by_matter(links: Iterable[HeldLink]) -> dict[str, list[HeldLink]]:
    """Links by the matter that they bear on."""
    found: dict[str, list[HeldLink]] = defaultdict(list)
    for link in links:
        found[link.matter].append(link)
    return found
