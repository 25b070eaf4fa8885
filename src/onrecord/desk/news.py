"""What is new to somebody: on what they follow, and under the notes they wrote, since they last looked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import Connection, select

from onrecord.desk import subjects
from onrecord.desk.findings import Finding, finding_from, held_findings
from onrecord.desk.followrows import Follow, follows_held, looked_at_all
from onrecord.desk.freshness import Fresh, fresh_after
from onrecord.desk.noterows import Note, notes_of_threads, notes_since
from onrecord.desk.otheranswers import statements
from onrecord.desk.watchquestions import Question
from onrecord.errors import ClaimNotFound
from onrecord.model import StandingName
from onrecord.record.gathering import HeldClaim
from onrecord.record.heldclaims import counted_links, held_claims
from onrecord.record.lots import in_lots
from onrecord.record.schema import finding as finding_table
from onrecord.record.schema import link, report, statement
from onrecord.record.standing import standing
from onrecord.record.testimonies import told_on
from onrecord.record.vantage import EVERYTHING, Vantage
from onrecord.record.words import Aliases

NewsKind = Literal["statement", "standing", "note", "reply", "finding"]
MOST = 200
"""How much news is told at once: the newest."""


@dataclass(frozen=True, slots=True)
class News:
    """One thing that is new: why it is told (`follow`; None for a reply to a note of one's own), and what it is.

    `at` is when the record took it in, `day` its day of publication. `before` and `after` are the standing of the claim
    when it was last looked at and now.
    """

    kind: NewsKind
    follow: Follow | None
    at: str
    day: date | None = None
    claim: str | None = None
    gloss: str | None = None
    before: StandingName | None = None
    after: StandingName | None = None
    statement: str | None = None
    report: str | None = None
    speaker: str | None = None
    party: str | None = None
    words: str | None = None
    outlet: str | None = None
    note: Note | None = None
    finding: Finding | None = None


class Newsreader:
    """Gathers what is new to somebody in one transaction."""

    def __init__(self, connection: Connection, aliases: Aliases, user: str) -> None:
        self._connection = connection
        self._aliases = aliases
        self._user = user
        self._follows = follows_held(connection, user)
        # What was recorded since whichever of them was looked at first; each looks for its own among it.
        since = [follow.seen_at for follow in self._follows if follow.kind != "watch"]
        self._fresh = fresh_after(connection, min(since)) if since else Fresh("", frozenset(), frozenset())

    def news(self) -> list[News]:
        """All that is new, the newest first; of what two follows lead to only the first is told."""
        told: dict[tuple[object, ...], News] = {}
        for one in (*self._of_follows(), *self._notes()):
            key = (one.kind, one.claim if one.kind == "standing" else None, one.statement, one.note, one.finding)
            told.setdefault(key, one)
        return sorted(told.values(), key=_order, reverse=True)[:MOST]

    def _of_follows(self) -> Iterator[News]:
        for follow in self._follows:
            if follow.kind == "watch":
                yield from self._findings(follow)
            elif self._fresh.nothing:
                continue
            elif follow.kind == "claim":
                yield from self._of_claim(follow)
            else:
                actor, party = (follow.subject, None) if follow.kind == "actor" else (None, follow.subject)
                asked = Question("new-statement", actor=actor, party=party)
                found = statements(self._connection, None, self._aliases, asked, self._fresh)
                told = self._statements(follow, [one.statement for one in found if one.statement is not None])
                yield from (one for one in told if one.at > follow.seen_at)

    def _of_claim(self, follow: Follow) -> Iterator[News]:
        fresh = self._fresh.matters or frozenset()
        told = subjects.matters_of_claim(self._connection, follow.subject)
        if told is not None and not told & fresh:
            return
        try:
            one = subjects.claim_with_id(self._connection, follow.subject)
        except ClaimNotFound:
            return
        matters = {held.matter for held in one.links}
        if not matters & fresh:
            return
        new = self._new_statements(one, follow.seen_at)
        for item in self._statements(follow, new):
            yield _on_claim(item, one)
        yield from self._standing(follow, one, matters)

    def _new_statements(self, one: HeldClaim, clock: str) -> list[str]:
        found: list[str] = []
        for some in in_lots(held.id for held in counted_links(one.links)):
            query = select(link.c.statement_id).where(link.c.link_id.in_(some), link.c.recorded_at > clock)
            found += self._connection.scalars(query.distinct())
        return found

    def _standing(self, follow: Follow, one: HeldClaim, matters: set[str]) -> Iterator[News]:
        then = Vantage(None, datetime.fromisoformat(follow.seen_at))
        before = self._stood(matters, {held.id for held in one.links}, then)
        now = self._stood(matters, {one.claim.id}, EVERYTHING)
        if before is None or now is None or before.standing == now.standing:
            return
        because = now.changes[-1].because if now.changes else None
        for item in self._statements(follow, [] if because is None else [because]):
            yield News(
                "standing", follow, item.at, item.day, one.claim.id, one.claim.gloss, before.standing, now.standing,
                item.statement, item.report, item.speaker, item.party, item.words, item.outlet,
            )  # fmt: skip

    def _stood(self, matters: set[str], idents: set[str], vantage: Vantage) -> Any:
        held = held_claims(self._connection, matters, vantage)
        found = held.holding(idents)
        if not found:
            return None
        told = told_on(self._connection, held.only(found[:1]), vantage)
        return standing(found[0].claim, told[found[0].claim.id])

    def _statements(self, follow: Follow, idents: Iterable[str]) -> Iterator[News]:
        columns = ("report_id", "speaker_name", "source_text", "party_name", "content_text", "recorded_at")
        for some in in_lots(idents):
            query = (
                select(statement.c.statement_id, *(statement.c[name] for name in columns))
                .add_columns(report.c.published, report.c.outlet)
                .join_from(statement, report, report.c.report_id == statement.c.report_id)
            )
            for row in self._connection.execute(query.where(statement.c.statement_id.in_(some))):
                yield News(
                    kind="statement",
                    follow=follow,
                    at=row.recorded_at,
                    day=row.published,
                    statement=row.statement_id,
                    report=row.report_id,
                    speaker=row.speaker_name or row.source_text,
                    party=row.party_name,
                    words=row.content_text,
                    outlet=row.outlet,
                )

    def _findings(self, follow: Follow) -> Iterator[News]:
        found = finding_table.c
        query = held_findings().where(
            found.watch_id == follow.subject, found.recorded_at > follow.seen_at, found.already.is_(False)
        )
        for row in self._connection.execute(query):
            one = finding_from(row)
            yield News(
                kind="finding",
                follow=follow,
                at=one.found_at,
                day=one.published,
                claim=one.claim,
                gloss=one.gloss,
                before=one.before,
                after=one.after,
                statement=one.statement,
                report=one.report,
                speaker=one.speaker or one.source,
                party=one.party,
                words=one.words,
                outlet=one.outlet,
                finding=one,
            )

    def _notes(self) -> Iterator[News]:
        """What others wrote on what is followed, and below notes of one's own."""
        looked = looked_at_all(self._connection, self._user)
        since = min([looked, *(f.seen_at for f in self._follows if f.kind in {"claim", "actor"})])
        new = [note for note in notes_since(self._connection, since) if note.user != self._user]
        threads = notes_of_threads(self._connection, (note.thread for note in new))
        ids = {
            f: set(subjects.same_ids(self._connection, f.kind, f.subject))
            for f in self._follows
            if new and f.kind in {"claim", "actor"}
        }
        for note in new:
            opening = next(one for one in threads[note.thread] if one.id == note.thread)
            if note.subject.kind == "note" and note.written_at > looked and self._wrote(threads[note.thread], note):
                yield News("reply", None, note.written_at, note=note, report=note.report)
                continue
            for follow, every in ids.items():
                on_it = opening.subject.kind == follow.kind and opening.subject.id in every
                if on_it and note.written_at > follow.seen_at:
                    claim = follow.subject if follow.kind == "claim" else None
                    yield News("note", follow, note.written_at, claim=claim, gloss=follow.label, note=note)

    def _wrote(self, thread: Iterable[Note], note: Note) -> bool:
        return any(one.user == self._user and one.written_at <= note.written_at for one in thread)


def _on_claim(item: News, one: HeldClaim) -> News:
    return News(
        "statement", item.follow, item.at, item.day, one.claim.id, one.claim.gloss, None, None,
        item.statement, item.report, item.speaker, item.party, item.words, item.outlet,
    )  # fmt: skip


def _order(one: News) -> tuple[str, date, str, str]:
    return one.at, one.day or date.min, one.kind, one.statement or (one.note.id if one.note is not None else "")
