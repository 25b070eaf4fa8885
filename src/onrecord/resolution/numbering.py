"""The finished actors of a report, in the order of first mention, with parties, roles, relations and evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from onrecord.model import Actor, Candidate, Evidence, Mention, Role, Span
from onrecord.reading.reader import RoleMention
from onrecord.resolution.bodies import is_described
from onrecord.resolution.cast import Cast
from onrecord.resolution.people import Person
from onrecord.resolution.registry import Entry
from onrecord.resolution.ties import with_relations
from onrecord.resolution.titles import told_offices
from onrecord.resolution.unnamed import Unnamed


@dataclass(frozen=True, slots=True)
class Numbered:
    """The finished actors of a report and the ids under which bodies and people are found in it."""

    actors: tuple[Actor, ...]
    body_ids: dict[str, str]
    person_ids: dict[int, str]
    """Of people with a name, by their key."""
    unnamed_ids: dict[Span, str]
    """Of people without a name, by their first mention."""

    def of(self, who: Entry | Person | Unnamed) -> str:
        """The id of somebody who takes part in the report."""
        if isinstance(who, Entry):
            return self.body_ids[who.id]
        return self.person_ids[who.key] if isinstance(who, Person) else self.unnamed_ids[who.mentions[0].span]


def numbered(cast: Cast, pronouns: dict[int, list[Mention]]) -> Numbered:
    """The actors with ids in the order of their first mention; `pronouns` are further mentions by person's key."""
    for person in cast.everybody:
        cast.party_of_person(person)  # notes the bodies of people who do not speak, so that they get ids too
    for who in cast.unnamed:
        cast.party_of_unnamed(who)
    end = len(cast.setting.article.text)
    rows: list[tuple[int, str, Entry | Person | Unnamed]] = []
    rows += [(person.mentions[0].span.start, person.name, person) for person in cast.everybody]
    rows += [(who.mentions[0].span.start, who.name, who) for who in cast.unnamed]
    rows += [(min((m.span.start for m in cast.mentions[e.id]), default=end), e.id, e) for e in cast.bodies.values()]
    rows.sort(key=lambda row: (row[0], row[1]))
    ids = _Ids(
        {e.id: f"a{n}" for n, (_, _, e) in enumerate(rows, 1) if isinstance(e, Entry)},
        {p.key: f"a{n}" for n, (_, _, p) in enumerate(rows, 1) if isinstance(p, Person)},
    )
    actors = [_actor(cast, who, f"a{n}", ids, pronouns) for n, (_, _, who) in enumerate(rows, 1)]
    nameless = {w.mentions[0].span: f"a{n}" for n, (_, _, w) in enumerate(rows, 1) if isinstance(w, Unnamed)}
    return Numbered(with_relations(cast, tuple(actors)), ids.bodies, ids.people, nameless)


@dataclass(frozen=True, slots=True)
class _Ids:
    bodies: dict[str, str]
    people: dict[int, str]


def _actor(
    cast: Cast, who: Entry | Person | Unnamed, ident: str, ids: _Ids, pronouns: dict[int, list[Mention]]
) -> Actor:
    if isinstance(who, Entry):
        return _body_actor(cast, who, ids.bodies)
    if isinstance(who, Person):
        return _person_actor(cast, who, ids, pronouns)
    party = cast.party_of_unnamed(who)
    return Actor(
        id=ident,
        name=who.name,
        kind=who.kind,
        mentions=_ordered(who.mentions),
        party=ids.bodies[party.id] if party else None,
        country=party.country if party else None,
    )


def _body_actor(cast: Cast, entry: Entry, body_ids: dict[str, str]) -> Actor:
    evidence, candidates = _grounds(cast, entry)
    return Actor(
        id=body_ids[entry.id],
        name=entry.name,
        kind=entry.kind,
        mentions=_ordered(cast.mentions[entry.id]),
        party=body_ids.get(entry.part_of or entry.id),
        codes=entry.codes,
        country=entry.country,
        known_as=None if is_described(entry) else entry.id,
        evidence=evidence,
        candidates=candidates,
    )


def _grounds(cast: Cast, entry: Entry) -> tuple[tuple[Evidence, ...], tuple[Candidate, ...]]:
    """Why a body was linked to the registry, and what else it may be; for one that was not linked, what it may be."""
    local = is_described(entry) or entry.id.startswith("text:")
    told = [m for m in _ordered(cast.mentions[entry.id]) if m.form != "pronoun"]
    for mention in told:
        for match in cast.setting.matches_at(mention.span):
            choice = cast.setting.choice(match, entry.kind) if match.entries else None
            if choice is not None and choice.entry is not None and choice.entry.id == entry.id:
                return choice.evidence, choice.candidates
            if choice is not None and local and choice.entry is None and mention.span.contains(match.span):
                return (), choice.candidates
    if local or not told:
        return (), ()
    words = f"“{told[0].span.text}” where the report speaks of {entry.country}" if entry.country else "is spoken of"
    return (Evidence("place", words, 1.0, told[0].span),), ()


def _person_actor(cast: Cast, person: Person, ids: _Ids, pronouns: dict[int, list[Mention]]) -> Actor:
    party = cast.party_of_person(person)
    return Actor(
        id=ids.people[person.key],
        name=person.name,
        kind="person",
        mentions=_ordered([*person.mentions, *pronouns.get(person.key, ())]),
        party=ids.bodies[party.id] if party else None,
        country=party.country if party else None,
        roles=_roles(cast, person, ids.bodies),
    )


def _roles(cast: Cast, person: Person, body_ids: dict[str, str]) -> tuple[Role, ...]:
    """The offices that the reader found, and those that only the person's descriptions give."""
    found = [_role(cast, r, body_ids) for r in person.roles]
    for told in told_offices(cast, person.mentions):
        if not any(r.role == told.role or r.span.overlaps(told.span) for r in found):
            body = cast.allegiance.named_in(next(m.span for m in person.mentions if m.span.contains(told.span)))
            found.append(replace(told, of=body_ids.get(body.id) if body else None))
    return tuple(sorted(found, key=lambda r: (r.span, r.role)))


def _role(cast: Cast, mention: RoleMention, body_ids: dict[str, str]) -> Role:
    own = None if mention.body is None else cast.allegiance.placed_at(mention.body)
    body = own if own is not None and own.id in body_ids else cast.body_of_role(mention)
    return replace(mention.role, of=body_ids.get(body.id) if body else None)


def _ordered(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(set(mentions), key=lambda m: (m.span.start, m.span.end)))
