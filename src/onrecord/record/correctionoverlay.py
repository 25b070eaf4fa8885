"""What reviewers say of statements, laid over the rows of statements and links as these are read.

The same statement in copies of a report is one statement: what is said of it in one copy is said of it in all, so that
a misreading which an agency's story has in six papers is mended once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Connection, select

from onrecord.model import Figure, LinkState, Stance
from onrecord.record.corrections import Correction, HeldCorrection, corrections_held, word_in_force
from onrecord.record.heldlinks import HeldLink
from onrecord.record.linkrows import figure_from
from onrecord.record.origins import origins
from onrecord.record.schema import correction, link, statement

_AT_ONCE = 400
_Link = tuple[str, str, Figure | None]
"""A statement, a matter and a figure: what tells a link again in a copy."""


@dataclass(frozen=True, slots=True)
class Overlay:
    """The corrections in force, by statement, and all that was said of each."""

    in_force: Mapping[str, HeldCorrection] = field(default_factory=dict)
    said: Mapping[str, tuple[Correction, ...]] = field(default_factory=dict)
    _stances: Mapping[_Link, tuple[Stance, bool]] = field(default_factory=dict)
    _of_links: Mapping[str, tuple[Stance, bool]] = field(default_factory=dict)

    def rejects(self, ident: str) -> bool:
        """Whether a statement is rejected and counts for nothing."""
        held = self.in_force.get(ident)
        return held is not None and held.said.action == "reject"

    def row(self, row: Any) -> Any:
        """A row of the statement table with the columns as corrected; further columns stay."""
        held = self.in_force.get(row.statement_id)
        columns = {} if held is None else held.effects["columns"]
        return SimpleNamespace(**{**row._mapping, **columns}) if columns else row

    def corrects(self, ident: str, *columns: str) -> dict[str, Any]:
        """Some columns of a statement as far as they are corrected."""
        held = self.in_force.get(ident)
        effects = {} if held is None else held.effects["columns"]
        return {name: effects[name] for name in columns if name in effects}

    def stance(self, row: Any) -> Stance:
        """The stance of a row of the link table, as reviewers have it; what only its claim tells is left out."""
        figure = figure_from(row)
        told = self._of_links.get(row.link_id) or self._stances.get((row.statement_id, row.matter_id, figure))
        stance: Stance = row.stance if told is None else told[0]
        return stance

    def links(self, some: list[HeldLink]) -> list[HeldLink]:
        """Some links, in their order, as `link` gives each."""
        return [self.link(one) for one in some] if self.said else some

    def link(self, one: HeldLink) -> HeldLink:
        """A link with the stance that follows, and with the correction in force on its statement."""
        held = self.in_force.get(one.statement)
        told = self._of_links.get(one.id) or self._stances.get((one.statement, one.matter, one.figure))
        if held is None and told is None:
            return one
        stance, given = (one.stance, False) if told is None else told
        state: LinkState = "rejected" if self.rejects(one.statement) else one.state
        said = None if held is None else held.said
        return replace(one, stance=stance, stance_given=given, state=state, correction=said)


NOTHING = Overlay()


def matters_touched(connection: Connection, known: Set[str] = frozenset()) -> tuple[frozenset[str], frozenset[str]]:
    """The ids of all corrections and withdrawals, and the matters that those which are not `known` bear on.

    These are the matters of all statements of the report, and of the same statements in copies of it. Whoever keeps
    answers ready asks again with the ids of last time; it costs one look at the ids where nothing is new.
    """
    found = frozenset(connection.scalars(select(correction.c.correction_id)))
    new = sorted(found - known)
    told: set[str] = set()
    for at in range(0, len(new), _AT_ONCE):
        some = select(correction.c.report_id).where(correction.c.correction_id.in_(new[at : at + _AT_ONCE]))
        told |= set(connection.scalars(select(statement.c.statement_id).where(statement.c.report_id.in_(some))))
    everywhere = sorted({ident for same in same_in_copies(connection, told).values() for ident in same})
    matters: set[str] = set()
    for at in range(0, len(everywhere), _AT_ONCE):
        bearing = link.c.statement_id.in_(everywhere[at : at + _AT_ONCE])
        matters |= set(connection.scalars(select(link.c.matter_id).where(bearing).distinct()))
    return found, frozenset(matters)


def overlay(
    connection: Connection, known_at: datetime | None = None, reports: Collection[str] | None = None
) -> Overlay:
    """What was said by then of the statements of some reports, in whichever copy of them; of all for None.

    A record without corrections costs one look at an empty table.
    """
    if connection.execute(select(correction.c.correction_id).limit(1)).first() is None:
        return NOTHING
    kin = None if reports is None or len(reports) > _AT_ONCE else origins(connection, reports, None)
    held = corrections_held(connection, known_at, reports=kin)
    if not held:
        return NOTHING
    concerned = {told["statement"] for one in held for told in one.effects["stances"]}
    same = same_in_copies(connection, concerned | {one.said.statement for one in held})
    said: dict[str, list[HeldCorrection]] = defaultdict(list)
    for one in held:
        for ident in same[one.said.statement]:
            said[ident].append(one)
    words = {ident: word for ident, some in said.items() if (word := word_in_force(some)) is not None}
    of_links, stances = _stances(words.values(), same)
    return Overlay(words, {ident: tuple(one.said for one in some) for ident, some in said.items()}, stances, of_links)


def same_in_copies(connection: Connection, idents: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Each of some statements with the same one in copies of its report: in equal words, itself first."""
    wanted = sorted(set(idents))
    places = {row.statement_id: row.report_id for row in _rows(connection, statement.c.statement_id, wanted)}
    origin_of = origins(connection, set(places.values()), None)
    copies: dict[str, list[str]] = defaultdict(list)
    for report, origin in origin_of.items():
        copies[origin].append(report)
    concerned = {origin_of[report] for report in places.values()}
    reports = [report for origin in sorted(concerned) if len(copies[origin]) > 1 for report in copies[origin]]
    key_of: dict[str, tuple[object, ...]] = {}
    same: dict[tuple[object, ...], list[str]] = defaultdict(list)
    times: dict[tuple[object, ...], int] = defaultdict(int)
    told = _rows(connection, statement.c.report_id, reports)
    for row in sorted(told, key=lambda row: (row.report_id, row.ordinal)):
        words = tuple(" ".join((text or "").split()) for text in (row.source_text, row.cue_text, row.content_text))
        times[row.report_id, words] += 1
        key = origin_of[row.report_id], words, times[row.report_id, words]
        key_of[row.statement_id] = key
        same[key].append(row.statement_id)
    return {
        ident: (ident, *(other for other in same.get(key_of.get(ident, ()), ()) if other != ident))
        for ident in wanted
    }


def _rows(connection: Connection, column: Any, values: Sequence[str]) -> list[Any]:
    names = ("statement_id", "report_id", "ordinal", "source_text", "cue_text", "content_text")
    found: list[Any] = []
    for at in range(0, len(values), _AT_ONCE):
        query = select(*(statement.c[name] for name in names)).where(column.in_(values[at : at + _AT_ONCE]))
        found += connection.execute(query).all()
    return found


def _stances(
    words: Iterable[HeldCorrection], same: Mapping[str, Sequence[str]]
) -> tuple[dict[str, tuple[Stance, bool]], dict[_Link, tuple[Stance, bool]]]:
    """The stances that follow, by link, and for the same links in copies by what these link.

    Where corrections of two statements bear on one link (its own, and that of whoever passes it on) the one that a
    reviewer names holds, and else it is left open if either leaves it open.
    """
    of_links: dict[str, tuple[Stance, bool]] = {}
    stances: dict[_Link, tuple[Stance, bool]] = {}
    unique = {one.said.id: one for one in words}
    for ident in sorted(unique):
        for told in unique[ident].effects["stances"]:
            now: tuple[Stance, bool] = told["stance"], told["given"]
            figure = None if told["figure"] is None else Figure(*told["figure"])
            of_links[told["link"]] = _stronger(of_links.get(told["link"]), now)
            for other in same[told["statement"]][1:]:
                at = other, told["matter"], figure
                stances[at] = _stronger(stances.get(at), now)
    return of_links, stances


def _stronger(held: tuple[Stance, bool] | None, now: tuple[Stance, bool]) -> tuple[Stance, bool]:
    if held is None or now[1] > held[1]:
        return now
    return now if now[1] == held[1] and now[0] == "unclear" else held
