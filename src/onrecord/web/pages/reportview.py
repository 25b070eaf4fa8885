"""A report as its page shows it: the text with its marks, and what stands in the margin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.linking.occasions import site_key
from onrecord.model import Actor, DateExpression, Event, Evidence, Place, Reading, Statement
from onrecord.record.correctedreading import CorrectedReading
from onrecord.record.corrections import Correction
from onrecord.web.pages.bearings import Bearing
from onrecord.web.pages.reportmarks import Stretch, marks_of, stretches
from onrecord.web.pages.reportparts import Part
from onrecord.web.pages.reportrows import ReportRow


@dataclass(frozen=True, slots=True)
class Somebody:
    """An actor by name; `id` leads to the page of the identity, None for words that name nobody."""

    name: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement in the margin; `id` is the record's, `number` its place in the report, counted from 1.

    `here` tells whether it begins in the part of the text that is shown. `why` are the reasons for who speaks. `noun` is
    as reviewers have it: `correction` is what holds, `said` all that reviewers said of it.
    """

    id: str
    number: int
    noun: Statement
    speaker: Somebody | None
    party: Somebody | None
    parent: str | None
    claims: tuple[Bearing, ...]
    why: tuple[Evidence, ...]
    part: int
    here: bool
    correction: Correction | None = None
    said: tuple[Correction, ...] = ()

    @property
    def rejected(self) -> bool:
        """Whether a reviewer rejected it, so that it counts for nothing."""
        return self.correction is not None and self.correction.action == "reject"

    @property
    def label(self) -> str:
        """One line on who does what, for whom, how sure."""
        who = (
            self.speaker.name if self.speaker else self.noun.source.text if self.noun.source else "the report itself"
        )
        party = f" ({self.party.name})" if self.party and self.party.name != who else ""
        return f"{who}{party} {self.noun.act}"


@dataclass(frozen=True, slots=True)
class EventView:
    """An event in the margin with the sides as actors; `said_in` is the number of the statement that tells of it."""

    noun: Event
    actors: tuple[Somebody, ...]
    recipients: tuple[Somebody, ...]
    place: Place | None
    statement: StatementView | None


@dataclass(frozen=True, slots=True)
class ActorView:
    """An actor in the margin, with `id` as in `Somebody`; `of` names the bodies of his offices, by their ids."""

    noun: Actor
    id: str | None
    party: Somebody | None
    of: Mapping[str, str]
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimTouched:
    """A claim to which the report speaks, with the statements that do, and how."""

    claim: str
    gloss: str
    told: tuple[tuple[Bearing, StatementView], ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """All that the page of a report shows of it; the text is that of one part."""

    reading: Reading
    row: ReportRow
    part: Part
    text: tuple[Stretch, ...]
    statements: tuple[StatementView, ...]
    events: tuple[EventView, ...]
    actors: tuple[ActorView, ...]
    places: tuple[Place, ...]
    dates: tuple[DateExpression, ...]

    @property
    def here(self) -> tuple[StatementView, ...]:
        """The statements that begin in the part shown."""
        return tuple(one for one in self.statements if one.here)

    @property
    def elsewhere(self) -> tuple[StatementView, ...]:
        """The statements that begin in other parts."""
        return tuple(one for one in self.statements if not one.here)

    @property
    def anchored(self) -> frozenset[str]:
        """The statements whose words are marked in the text that is shown."""
        return frozenset(ident for stretch in self.text for piece in stretch.pieces for ident in piece.anchors)

    @property
    def claims(self) -> tuple[ClaimTouched, ...]:
        """The claims to which it speaks, those first of which it has most statements."""
        found: dict[str, list[tuple[Bearing, StatementView]]] = {}
        for one in self.statements:
            for bearing in one.claims:
                found.setdefault(bearing.claim, []).append((bearing, one))
        touched = [ClaimTouched(claim, told[0][0].gloss, tuple(told)) for claim, told in found.items()]
        return tuple(sorted(touched, key=lambda c: (-len(c.told), c.gloss, c.claim)))

    @property
    def by_id(self) -> Mapping[str, StatementView]:
        """The statements by id."""
        return {one.id: one for one in self.statements}


def report_view(
    held: CorrectedReading, row: ReportRow, claims: Mapping[str, Sequence[Bearing]], part: Part
) -> ReportView:
    """A reading as its page shows it, the given part of its text."""
    reading = held.reading
    cast = {one.id: Somebody(one.name, row.actors.get(one.id)) for one in reading.actors}
    why = {one.id: one.evidence for one in reading.actors}
    statements = tuple(
        _statement(number, noun, held, cast, why, claims, part) for number, noun in enumerate(reading.statements, 1)
    )
    by_noun = {one.noun.id: one for one in statements}
    places = {place.id: place for place in reading.places}
    marks = marks_of((one.id, one.noun) for one in statements)
    return ReportView(
        reading=reading,
        row=row,
        part=part,
        text=stretches(reading.article.text, marks, reading.article.furniture, part.first, part.last),
        statements=statements,
        events=tuple(_event(one, cast, places, by_noun) for one in reading.events),
        actors=tuple(_actor(one, row, cast) for one in reading.actors if one.mentions or one.roles),
        places=tuple(place for place in reading.places if place.mentions),
        dates=reading.dates,
    )


def place_key(place: Place) -> str:
    """The key of the site under which claims know a place of a report."""
    return site_key(place.geonames, place.name, place.country)


def _statement(
    number: int,
    noun: Statement,
    held: CorrectedReading,
    cast: Mapping[str, Somebody],
    why: Mapping[str, tuple[Evidence, ...]],
    claims: Mapping[str, Sequence[Bearing]],
    part: Part,
) -> StatementView:
    ident = held.ids[noun.id]
    begins = min((s.start for s in (*noun.content, noun.source, noun.cue) if s is not None), default=0)
    where = part.holding(begins)
    return StatementView(
        id=ident,
        number=number,
        noun=noun,
        speaker=cast.get(noun.speaker or ""),
        party=cast.get(noun.party or ""),
        parent=None if noun.parent is None else held.ids.get(noun.parent),
        claims=tuple(claims.get(ident, ())),
        why=why.get(noun.speaker or noun.party or "", ()),
        part=where,
        here=where == part.number,
        correction=held.in_force.get(noun.id),
        said=tuple(held.said.get(noun.id, ())),
    )


def _event(
    noun: Event, cast: Mapping[str, Somebody], places: Mapping[str, Place], statements: Mapping[str, StatementView]
) -> EventView:
    return EventView(
        noun=noun,
        actors=_named(noun.actors, cast),
        recipients=_named(noun.recipients, cast),
        place=places.get(noun.place or ""),
        statement=statements.get(noun.statement or ""),
    )


def _named(idents: Iterable[str], cast: Mapping[str, Somebody]) -> tuple[Somebody, ...]:
    return tuple(cast[ident] for ident in idents if ident in cast)


def _actor(noun: Actor, row: ReportRow, cast: Mapping[str, Somebody]) -> ActorView:
    of = {role.of: cast[role.of].name for role in noun.roles if role.of in cast and role.of is not None}
    of |= {relation.to: cast[relation.to].name for relation in noun.relations if relation.to in cast}
    named = dict.fromkeys(m.span.text for m in noun.mentions if m.form == "name" and m.span.text != noun.name)
    party = cast.get(noun.party or "") if noun.party != noun.id else None
    return ActorView(noun, row.actors.get(noun.id), party, of, tuple(named))
