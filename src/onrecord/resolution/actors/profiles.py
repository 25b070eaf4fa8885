"""What one report tells of each of its actors that helps to know them again: names, offices, party, places, company."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from onrecord.model import Actor, ActorKind, Reading, Span
from onrecord.resolution.actors.groupnames import group_likeness
from onrecord.resolution.actors.likeness import name_likeness
from onrecord.resolution.actors.names import Gender, personal_name
from onrecord.resolution.actors.nicknames import Nickname, nicknames
from onrecord.resolution.actors.surroundings import Surroundings, is_named, registry_id
from onrecord.resolution.actors.tenure import OfficeTold, office_told

MOST_NAMES = 12
MOST_COMPANY = 20
STATE_KINDS = frozenset[ActorKind]({"government", "military", "country"})
_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})


Other = tuple[str, str]
"""Somebody else by key and name."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of an actor in one report, or of somebody in the world.

    `id` is the actor's id where it was found. `names` are the words that name it with how often each stands there, the
    fullest first. `party` and `side` are the keys of the party that it belongs to and of the top party above that.
    `places` are keys of places named in the same sentence; `company` are the other people and groups that the report
    names, `states` the states and their bodies, each with its key and its name.
    `first` and `last` are the days of publication between which it was spoken of. Everything unknown is None or empty.
    """

    id: str
    names: tuple[tuple[str, int], ...]
    kind: ActorKind
    party: str | None = None
    side: str | None = None
    country: str | None = None
    offices: tuple[OfficeTold, ...] = ()
    nicknames: tuple[Nickname, ...] = ()
    places: tuple[str, ...] = ()
    born: str | None = None
    gender: Gender | None = None
    party_name: str | None = None
    party_kind: ActorKind | None = None
    company: tuple[Other, ...] = ()
    states: tuple[Other, ...] = ()
    first: date | None = None
    last: date | None = None
    known_as: str | None = None
    reports: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The fullest name."""
        return self.names[0][0]

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles before its names, one form for all spellings, each once."""
        return tuple(sorted({title for name, _ in self.names for title in personal_name(name).titles}))


def profiles_of(reading: Reading, report: str, ids: Mapping[str, str] | None = None) -> tuple[Profile, ...]:
    """The profile of each actor that a report names, in the order of the reading; "a commander" is nobody yet.

    `report` is the report's id; `ids` give each actor, by its local id, the id under which it is kept.
    """
    surroundings = Surroundings(reading)
    return tuple(
        _profile(actor, surroundings, report, (ids or {}).get(actor.id, actor.id))
        for actor in reading.actors
        if is_named(actor)
    )


def _profile(actor: Actor, around: Surroundings, report: str, ident: str) -> Profile:
    named = [mention.span for mention in actor.mentions if mention.form == "name"]
    person = actor.kind == "person"
    party = around.actors.get(actor.party or "")
    if party is not None and party.kind != "person" and party.known_as is None:
        party = None  # a body that is only described here ("the rebels") may be any: it is no party to compare
    known = registry_id(actor) is not None
    return Profile(
        id=ident,
        names=_names(actor, named),
        kind=actor.kind,
        party=None if party is None or party is actor else around.keys[party.id],
        side=around.side(actor),
        country=actor.country,
        offices=tuple(office_told(role, actor, around.actors, around.keys, around.reading) for role in actor.roles),
        nicknames=nicknames(around.text, named) if person and not known else (),
        places=() if known else around.places(named),
        born=around.birthplace(named) if person else None,
        gender=_gender(actor, named) if person else None,
        party_name=None if party is None or party is actor else party.name,
        party_kind=None if party is None or party is actor else party.kind,
        company=() if known else _company(actor, around, of_states=False),
        states=() if known else _company(actor, around, of_states=True),
        first=around.published,
        last=around.published,
        known_as=registry_id(actor),
        reports=(report,),
    )


def _names(actor: Actor, named: Iterable[Span]) -> tuple[tuple[str, int], ...]:
    """The actor's name and its other spellings and shorter forms.

    Words that a reader took for the same person though they have nothing in common with the name are left out: they
    count as a second name only where the report says so.
    """
    counts = Counter(" ".join(span.text.split()) for span in named if any(c.isalnum() for c in span.text))
    if registry_id(actor) is None:
        counts = Counter({name: count for name, count in counts.items() if _agrees(name, actor)})
    if actor.name not in counts:
        counts[actor.name] = 0

    def fullest(item: tuple[str, int]) -> tuple[bool, int, int, str]:
        return item[0] != actor.name, -len(item[0].split()), -item[1], item[0]

    return tuple(sorted(counts.items(), key=fullest)[:MOST_NAMES])


def _agrees(name: str, actor: Actor) -> bool:
    found = name_likeness(name, actor.name) if actor.kind == "person" else group_likeness(name, actor.name)
    return found.shape not in {"conflict", "none"}


def _gender(actor: Actor, named: Iterable[Span]) -> Gender | None:
    """What the pronouns for somebody say, or else a title; None where they disagree."""
    words = [m.span.text.lower() for m in actor.mentions if m.form == "pronoun"]
    he, she = sum(w in _HE for w in words), sum(w in _SHE for w in words)
    if he or she:
        return None if min(he, she) * 3 > max(he, she) else "male" if he > she else "female"
    told = {personal_name(span.text).gender for span in named} - {None}
    return told.pop() if len(told) == 1 else None


def _company(actor: Actor, around: Surroundings, *, of_states: bool) -> tuple[Other, ...]:
    """Everybody else in the report who is not above the actor: states and their bodies, or all others."""
    above = around.keys.get(actor.party or "")
    others = {
        around.keys[other.id]: other.name
        for other in around.actors.values()
        if other.id != actor.id and around.keys[other.id] != above and (other.kind in STATE_KINDS) == of_states
    }
    return tuple(sorted(others.items())[:MOST_COMPANY])
