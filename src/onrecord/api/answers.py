"""The answers of a record as the objects that the commands print with `--format json`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from onrecord.contract import claim_json, noun_json
from onrecord.model import Evidence, LinkState, Precision, Stance
from onrecord.record import Correction, Decision, HeldClaim, HeldLink, Identity, Judgement
from onrecord.record.questions.brief import Brief
from onrecord.record.questions.people import Who

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason for holding two for one, or not: its kind, words for it, and its weight in log odds."""

    sign: str
    words: str
    weight: float


@dataclass(frozen=True, slots=True)
class Name:
    """A spelling, and how often it stands in reports."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class LinkLine:
    """A statement's bearing on a claim, with what reviewers decided of it and said of the statement.

    `first` to `last` are the days that the report gives for the event.
    """

    id: str
    claim: str
    statement: str
    report: str
    published: date | None
    stance: Stance
    score: float
    state: LinkState
    first: date | None
    last: date | None
    precision: Precision | None
    place: str | None
    background: bool
    decisions: tuple[Decision, ...]
    correction: Correction | None


@dataclass(frozen=True, slots=True)
class ActorLine:
    """One row of the table of actors: somebody on record, with names, parties and offices in one cell each."""

    id: str
    name: str
    kind: str
    country: str | None
    known_as: str | None
    names: tuple[str, ...]
    parties: tuple[str, ...]
    roles: tuple[str, ...]
    places: tuple[str, ...]
    first: date | None
    last: date | None
    reports: tuple[str, ...]
    members: tuple[str, ...]


def link_lines(held: HeldClaim) -> list[LinkLine]:
    """The links of a claim, in the order of publication."""
    return [_link_line(link, held.claim.id) for link in held.links]


def link_json(line: LinkLine) -> Json:
    """One line of `onrecord links --format json`."""
    plain: Json = noun_json(line)
    names = {"first": "from", "last": "to"}
    return {names.get(name, name): value for name, value in plain.items()}


def actor_line(identity: Identity) -> ActorLine:
    """An identity as a row."""
    return ActorLine(
        id=identity.id,
        name=identity.name,
        kind=identity.kind,
        country=identity.country,
        known_as=identity.known_as,
        names=tuple(name for name, _ in identity.names),
        parties=tuple(party.name for party in identity.parties),
        roles=tuple(role.role for role in identity.roles),
        places=identity.places,
        first=identity.first,
        last=identity.last,
        reports=identity.reports,
        members=identity.members,
    )


def identity_json(identity: Identity, *, why: bool) -> Json:
    """One line of `onrecord actors --format json`; `links` are given only where reasons are asked for."""
    plain: Json = noun_json(identity)
    return plain | {
        "names": [{"name": name, "count": count} for name, count in identity.names],
        "links": [judgement_json(link) for link in identity.links] if why else [],
        "candidates": [noun_json(one) | {"evidence": _reasons(one.evidence)} for one in identity.candidates],
    }


def judgement_json(judgement: Judgement) -> Json:
    """A judgement, with its reasons."""
    plain: Json = noun_json(judgement)
    return plain | {"evidence": _reasons(judgement.evidence)}


def who_json(found: Who) -> Json:
    """What `onrecord who --format json` prints."""
    return {
        "asked": found.asked,
        "person": None if found.person is None else identity_json(found.person, why=True),
        "candidates": [identity_json(one, why=False) for one in found.candidates],
        "statements": [noun_json(one) for one in found.statements],
        "said_of": [noun_json(one) for one in found.said_of],
    }


def brief_json(page: Brief) -> Json:
    """What `onrecord brief --format json` prints."""
    plain: Json = noun_json(page)
    return plain | {"claim": claim_json(page.claim)}


def _link_line(link: HeldLink, claim: str) -> LinkLine:
    return LinkLine(
        id=link.id,
        claim=claim,
        statement=link.statement,
        report=link.report,
        published=link.published,
        stance=link.stance,
        score=link.score,
        state=link.state,
        first=link.occasion.first,
        last=link.occasion.last,
        precision=link.occasion.precision,
        place=None if link.occasion.site is None else link.occasion.site.name,
        background=link.occasion.background,
        decisions=tuple(one for one in (link.decision, link.moved) if one is not None),
        correction=link.correction,
    )


def _reasons(evidence: tuple[Evidence, ...]) -> list[Json]:
    return [{"sign": one.sign, "words": one.words, "weight": one.weight} for one in evidence]
