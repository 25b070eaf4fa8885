"""A statement as a reviewer has it, laid over its reading, and what follows from it for its row and its links.

Nothing here has rules of its own. The values are laid over the reading, and the reading goes the way that it went when it
was added: who speaks for whom comes from `linking/voice.py` and `linking/parties.py`, what the statement does to each
claim from `linking/claims.py` and so from act, negation and status. What comes out otherwise is the effect.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import asdict, dataclass, replace
from typing import Any

from sqlalchemy import Connection, select

from onrecord.linking.claims import links
from onrecord.linking.glosses import figure_words
from onrecord.linking.parties import Sides
from onrecord.model import Certainty, EventStatus, Reading, Stance, Statement
from onrecord.record.correctedactors import Voice, voice_json
from onrecord.record.corrections import Corrected, CorrectedValue
from onrecord.record.linkrows import figure_from, link_rows
from onrecord.record.reports import reading_held
from onrecord.record.rows import statement_columns
from onrecord.record.schema import actor, link, matter, statement

_PLAIN = ("act", "certainty", "source_kind", "source_type")
_STATUS: dict[Certainty, EventStatus] = {
    "actual": "actual",
    "possible": "possible",
    "negated": "negated",
    "conditional": "conditional",
    "unknown": "possible",
}
_TELLING_STANCE = frozenset({"act", "certainty"})


@dataclass(frozen=True, slots=True)
class ReadStatement:
    """A statement of the record in the reading that it comes from, with the record's ids of its parts."""

    ident: str
    report: str
    reading: Reading
    local: str
    statement_ids: Mapping[str | None, str]
    actor_ids: Mapping[str, str]

    @property
    def statement(self) -> Statement:
        """The statement as it was read."""
        return next(s for s in self.reading.statements if s.id == self.local)


def read_statement(connection: Connection, ident: str) -> ReadStatement:
    """A statement of the record with its reading."""
    row = connection.execute(
        select(statement.c.report_id, statement.c.local_id).where(statement.c.statement_id == ident)
    ).one()
    told = select(statement.c.local_id, statement.c.statement_id).where(statement.c.report_id == row.report_id)
    actors = select(actor.c.local_id, actor.c.actor_id).where(actor.c.report_id == row.report_id)
    return ReadStatement(
        ident,
        row.report_id,
        reading_held(connection, row.report_id),
        row.local_id,
        {one.local_id: one.statement_id for one in connection.execute(told)},
        {one.local_id: one.actor_id for one in connection.execute(actors)},
    )


def laid_over(reading: Reading, local: str, corrected: Corrected, voice: Voice) -> Reading:
    """The reading with one statement as a reviewer has it; actors that it did not know come last, without mentions.

    Events in the statement whose status said what its certainty said follow the certainty.
    """
    plain: dict[str, Any] = {name: value for name, value in corrected.items() if name in _PLAIN}
    plain |= {name: getattr(voice, name) for name in ("speaker", "party") if name in voice.given}
    known = {one.id for one in reading.actors}
    told = next(s for s in reading.statements if s.id == local)
    status = _STATUS[corrected.get("certainty", told.certainty)]
    return replace(
        reading,
        statements=tuple(replace(s, **plain) if s.id == local else s for s in reading.statements),
        events=tuple(
            replace(e, status=status) if e.statement == local and e.status == _STATUS[told.certainty] else e
            for e in reading.events
        ),
        actors=(*reading.actors, *(one for one in voice.actors if one.id not in known)),
    )


def effects_of(connection: Connection, read: ReadStatement, corrected: Corrected, voice: Voice) -> dict[str, Any]:
    """What a correction makes of the statement's row (`columns`) and of the links of its report (`stances`).

    `values` say what changed, for a reader; `voice` who speaks for whom.
    """
    after = laid_over(read.reading, read.local, corrected, voice)
    held = _links_held(connection, read.report)
    return {
        "columns": _columns(read, _spoken_alone(after, read.local) if _speaks_alone(voice) else after, voice),
        "stances": [*_stances(read, after, corrected, held), *_given(corrected, held)],
        "values": [asdict(value) for value in _values(read, after, corrected, held)],
        "voice": voice_json(voice, after, read.actor_ids),
    }


def _columns(read: ReadStatement, after: Reading, voice: Voice) -> dict[str, Any]:
    """The columns of the statement's row that come out otherwise."""
    decided = frozenset({read.local} if voice.given else ())
    was, now = _row(read, Sides(read.reading), read.reading), _row(read, Sides(after, decided), after)
    return {name: now[name] for name in sorted(now) if now[name] != was[name]}


def _row(read: ReadStatement, sides: Sides, reading: Reading) -> dict[str, Any]:
    told = next(s for s in reading.statements if s.id == read.local)
    row = statement_columns(reading, told, sides)
    del row["said_first"], row["said_last"], row["published"]
    # An actor that the reading took in goes by its id in the record; one of the registry alone has none.
    speaker = read.actor_ids.get(told.speaker or "", told.speaker)
    return row | {"speaker_actor": speaker}


def _speaks_alone(voice: Voice) -> bool:
    return "party" in voice.given and voice.party is None


def _spoken_alone(reading: Reading, local: str) -> Reading:
    """The reading with the speaker of a statement as a party to himself, where he speaks for no other."""
    speaker = next(s.speaker for s in reading.statements if s.id == local)
    return replace(reading, actors=tuple(replace(a, party=None) if a.id == speaker else a for a in reading.actors))


def _stances(
    read: ReadStatement, after: Reading, corrected: Corrected, held: Iterable[Any]
) -> Iterable[dict[str, Any]]:
    """The links of the report to which a statement does something else now.

    A link that no longer follows is left open: what there is on record stays, and counts for less.
    """
    told_anew = not _TELLING_STANCE.isdisjoint(corrected)
    was, now = _by_link(read, read.reading), _by_link(read, after, {read.local} if told_anew else frozenset())
    for row in held:
        before, stance = was.get(row.link_id), now.get(row.link_id)
        lost = before is None and row.statement_id == read.ident and told_anew
        if before != stance or lost:
            yield _stance(row, stance or "unclear", given=False)


def _by_link(read: ReadStatement, reading: Reading, reviewed: Set[str] = frozenset()) -> dict[str, Stance]:
    rows = link_rows(links(reading, reviewed), read.report, reading.article.published, read.statement_ids)
    return {row["link_id"]: row["stance"] for row in rows}


def _given(corrected: Corrected, held: Iterable[Any]) -> Iterable[dict[str, Any]]:
    """The stances that the reviewer names himself."""
    wanted = corrected.get("stances", {})
    return [_stance(row, wanted[row.link_id], given=True) for row in held if row.link_id in wanted]


def _stance(row: Any, stance: Stance, *, given: bool) -> dict[str, Any]:
    figure = None if row.unit is None else [row.unit, row.low, row.high, row.about]
    return {
        "link": row.link_id,
        "statement": row.statement_id,
        "matter": row.matter_id,
        "figure": figure,
        "stance": stance,
        "given": given,
    }


def _links_held(connection: Connection, report: str) -> list[Any]:
    """The links of a report as the record holds them, with the words for their matters."""
    query = (
        select(link, matter.c.gloss)
        .join_from(statement, link, link.c.statement_id == statement.c.statement_id)
        .join(matter, matter.c.matter_id == link.c.matter_id)
        .where(statement.c.report_id == report)
    )
    return sorted(connection.execute(query).all(), key=lambda row: (row.ordinal, row.link_id))


def _values(
    read: ReadStatement, after: Reading, corrected: Corrected, held: Iterable[Any]
) -> Iterable[CorrectedValue]:
    """What changed, in words."""
    told, now = read.statement, next(s for s in after.statements if s.id == read.local)
    names = {one.id: one.name for one in after.actors}
    for name in _PLAIN:
        if name in corrected:
            yield CorrectedValue.of(name, getattr(told, name), getattr(now, name))
    for name in ("speaker", "party"):
        if name in corrected:
            before, value = (getattr(one, name) for one in (told, now))
            yield CorrectedValue.of(name, names.get(before or ""), names.get(value or ""))
    wanted = corrected.get("stances", {})
    for row in held:
        if row.link_id in wanted:
            figure = figure_from(row)
            what = row.gloss if figure is None else f"{figure_words(figure)} in {row.gloss}"
            yield CorrectedValue.of("stance", row.stance, wanted[row.link_id], f"stance to {what}")
