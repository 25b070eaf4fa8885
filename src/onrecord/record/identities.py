"""Everybody whom the record speaks of, each once: names, offices over time, parties, reports, and why they are one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, func, or_, select

from onrecord.errors import UsageError
from onrecord.model import ActorKind, Evidence
from onrecord.record.components import Component, components, visible
from onrecord.record.judgements import Judgement
from onrecord.record.profilerows import profile_from
from onrecord.record.schema import profile
from onrecord.record.tellings import PartyTold, RoleTold, commonest, parties_told, roles_told
from onrecord.resolution.actors.names import personal_name
from onrecord.resolution.actors.profiles import Profile
from onrecord.resolution.actors.transliteration import ALIKE, letters, word_likeness

_FEWEST_LETTERS = 4
_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class Possible:
    """Somebody who may be the same without being joined: an identity's id and name, the score, and the reasons."""

    id: str
    name: str
    score: float | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Identity:
    """One person or group as all reports together know it.

    `id` is the registry's, or the first of the `members`, the ids of the actors in reports that it is made of; every
    member's id finds it. `names` are all its spellings with how often each stands in reports. `links` are the judgements
    that hold it together or apart, `candidates` those it may yet be joined with.
    """

    id: str
    name: str
    kind: ActorKind
    names: tuple[tuple[str, int], ...]
    parties: tuple[PartyTold, ...]
    country: str | None
    known_as: str | None
    roles: tuple[RoleTold, ...]
    places: tuple[str, ...]
    first: date | None
    last: date | None
    reports: tuple[str, ...]
    members: tuple[str, ...]
    links: tuple[Judgement, ...]
    candidates: tuple[Possible, ...]


def identities(
    connection: Connection,
    words: str | None = None,
    as_of: date | None = None,
    recorded_by: datetime | None = None,
    also: Iterable[str] = (),
) -> list[Identity]:
    """The identities with these words in a name, or with an id that begins so; all for None; the most reported first.

    `also` are registry ids to take in whatever their names, for words that are another name of theirs.
    """
    return identities_of(connection, _wanted(connection, words, as_of, recorded_by) | set(also), as_of, recorded_by)


def identities_of(
    connection: Connection,
    wanted: Iterable[str],
    as_of: date | None = None,
    recorded_by: datetime | None = None,
) -> list[Identity]:
    """The identities with these keys among their members, registry ids and ids of actors; the most reported first."""
    wanted = set(wanted)
    found = components(connection, wanted, as_of, recorded_by)
    chosen = {found[key].members: found[key] for key in wanted if key in found}
    beside = {
        j.other(key) for c in chosen.values() for j in c.judgements for key in c.members if key in {j.left, j.right}
    }
    found |= {
        k: c for k, c in components(connection, beside - found.keys(), as_of, recorded_by).items() if k not in found
    }
    held = _profiles(connection, {key for c in found.values() for key in c.members}, as_of, recorded_by)
    made = [_identity(component, held, found) for component in chosen.values()]
    return sorted(made, key=lambda i: (-len(i.reports), i.name, i.id))


def key_of(connection: Connection, ident: str) -> str:
    """The key of the one identity whose id, or a member's id, is this or begins so; UsageError for none or several."""
    exact = select(profile.c.actor_id, profile.c.known_as).where(
        or_(profile.c.actor_id == ident, profile.c.known_as == ident)
    )
    rows = connection.execute(exact.limit(1)).all()
    if not rows and len(ident) >= _FEWEST_LETTERS:
        begins = func.substr(profile.c.actor_id, 1, len(ident)) == ident
        rows = connection.execute(select(profile.c.actor_id, profile.c.known_as).where(begins).limit(3)).all()
    keys: list[str] = sorted({row.known_as or row.actor_id for row in rows})
    if len(keys) == 1:
        return keys[0]
    if not keys:
        raise UsageError(f"no actor of this record has the id {ident!r}, or one that begins so; see: onrecord actors")
    raise UsageError(f"several actors have an id that begins with {ident!r}; give more of it: {', '.join(keys)}")


def _wanted(connection: Connection, words: str | None, as_of: date | None, recorded_by: datetime | None) -> set[str]:
    query = select(profile.c.actor_id, profile.c.known_as, profile.c.words)
    rows = connection.execute(visible(query, as_of, recorded_by)).all()
    if words is None:
        return {row.known_as or row.actor_id for row in rows}
    asked = letters(words).split()
    found = {row.known_as or row.actor_id for row in rows if asked and _has(row.words, asked)}
    if not found and len(words) >= _FEWEST_LETTERS:
        found = {
            row.known_as or row.actor_id for row in rows if row.actor_id.startswith(words) or row.known_as == words
        }
    return found


def _has(names: str, asked: Sequence[str]) -> bool:
    """Whether one of the names has every word asked for, in any spelling; a longer word may go on as it likes."""
    for name in names.split(" | "):
        held = name.split()
        if all(any(word.startswith(a) or word_likeness(a, word) >= ALIKE for word in held) for a in asked):
            return True
    return False


def _profiles(
    connection: Connection, keys: Iterable[str], as_of: date | None, recorded_by: datetime | None
) -> dict[str, list[Profile]]:
    """The profiles behind each key, in the order of publication."""
    held: dict[str, list[Profile]] = defaultdict(list)
    ordered = sorted(keys)
    for at in range(0, len(ordered), _AT_ONCE):
        some = ordered[at : at + _AT_ONCE]
        query = select(profile).where(or_(profile.c.actor_id.in_(some), profile.c.known_as.in_(some)))
        for row in connection.execute(visible(query, as_of, recorded_by)):
            held[row.known_as or row.actor_id].append(profile_from(row))
    return {key: sorted(some, key=_by_publication) for key, some in held.items()}


def _by_publication(one: Profile) -> tuple[date, str]:
    return one.first or date.min, one.id


def _identity(component: Component, held: Mapping[str, list[Profile]], found: Mapping[str, Component]) -> Identity:
    profiles = sorted((p for key in component.members for p in held.get(key, ())), key=_by_publication)
    known_as = next((p.known_as for p in profiles if p.known_as is not None), None)
    names: Counter[str] = Counter()
    for one in profiles:
        names.update({name: max(1, count) for name, count in one.names})
    days = [day for one in profiles for day in (one.first, one.last) if day is not None]
    return Identity(
        id=component.id,
        name=_main_name(profiles, names),
        kind=commonest(one.kind for one in profiles) or "person",
        names=tuple(sorted(names.items(), key=lambda item: (-item[1], item[0]))),
        parties=parties_told(profiles),
        country=commonest(one.country for one in profiles if one.country is not None),
        known_as=known_as,
        roles=roles_told((office, one.reports[0]) for one in profiles for office in one.offices),
        places=tuple(sorted({place for one in profiles for place in one.places})),
        first=min(days, default=None),
        last=max(days, default=None),
        reports=tuple(dict.fromkeys(report for one in profiles for report in one.reports)),
        members=tuple(sorted(one.id for one in profiles)),
        links=tuple(j for j in component.judgements if j.judgement != "unsure" or j.reviewed),
        candidates=tuple(_possible(component, held, found)),
    )


def _main_name(profiles: Sequence[Profile], names: Mapping[str, int]) -> str:
    """The name that most reports know it by in full: two words before one, whatever stands more often."""
    main = Counter(one.name for one in profiles)
    return max(main, key=lambda name: (len(personal_name(name).full) > 1, main[name], names[name], len(name), name))


def _possible(
    component: Component, held: Mapping[str, list[Profile]], found: Mapping[str, Component]
) -> Iterator[Possible]:
    """The best judgement that leads to each other identity without joining it."""
    best: dict[tuple[str, ...], Judgement] = {}
    ends: dict[tuple[str, ...], str] = {}
    own = set(component.members)
    for judgement in component.judgements:
        end = judgement.right if judgement.left in own else judgement.left
        other = found.get(end)
        if end in own or other is None or judgement.judgement == "different":
            continue
        kept = best.get(other.members)
        if kept is None or (judgement.score or 0.0, judgement.id) > (kept.score or 0.0, kept.id):
            best[other.members], ends[other.members] = judgement, end
    for members, judgement in sorted(best.items(), key=lambda item: (-(item[1].score or 0.0), item[0])):
        profiles = [p for key in members for p in held.get(key, ())]
        if profiles:
            name = _main_name(profiles, Counter(one.name for one in profiles))
            yield Possible(found[ends[members]].id, name, judgement.score, judgement.evidence)
