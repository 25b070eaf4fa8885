"""Everybody on record as a list shows them: the identities of `Record.identities`, by the same rules."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from onrecord.desk.cast.rows import CastRows, Judged, Seen, holding
from onrecord.model import ActorKind
from onrecord.record.clock import clock_of
from onrecord.record.tellings import commonest
from onrecord.resolution.actors.clusters import Found, Tie, clusters
from onrecord.resolution.actors.names import personal_name
from onrecord.resolution.names import folded

_NAME = "name:"
"""With it begins the key of a party that no registry knows; its folded name follows."""


@dataclass(frozen=True, slots=True)
class Everybody:
    """All identities as of a day, the most reported first.

    `of_key` finds the one of a member's key, `of_name` those that have a name, folded.
    """

    listed: tuple[Known, ...]
    of_key: Mapping[str, Known]
    of_name: Mapping[str, Sequence[Known]]

    def find(self, key: str | None) -> Known | None:
        """The identity with this id or member, or the only one with the name that a party's key tells; None for none."""
        if key is None:
            return None
        alike = self.of_name.get(key.removeprefix(_NAME), ()) if key.startswith(_NAME) else ()
        return alike[0] if len(alike) == 1 else self.of_key.get(key)

    def id_of(self, key: str | None) -> str | None:
        """The id of that identity."""
        found = self.find(key)
        return None if found is None else found.id


@dataclass(frozen=True, slots=True)
class Known:
    """One person or group of the list; `party` is its most told party, by key and name, if it is not its own.

    `names` are all its spellings, the most frequent first; `keys` are its members: ids of the registry, and ids of actors
    of reports that it does not know. `reviewed` tells that a reviewer judged some of them.
    """

    id: str
    name: str
    names: tuple[str, ...]
    keys: tuple[str, ...]
    kind: ActorKind
    known_as: str | None
    party: str | None
    party_name: str | None
    reports: int
    first: date | None
    last: date | None
    reviewed: bool


def everybody_in(rows: CastRows, day: date | None = None, known_at: datetime | None = None) -> Everybody:
    """The identities that reports published by a day and the judgements in force make, of what was held at a time."""
    held = None if known_at is None else clock_of(known_at)
    seen = [s for s in rows.seen.values() if day is None or (s.published is not None and s.published <= day)]
    judgements: Iterable[Judged] = rows.judged.values()
    if held is not None:
        seen = [s for s in seen if s.recorded_at <= held]
        judgements = [j for j in judgements if j.at <= held]
    by_key: dict[str, list[Seen]] = defaultdict(list)
    for one in seen:
        by_key[one.key].append(one)
    judged = [j for j in holding(judgements).values() if j.left in by_key and j.right in by_key]
    groups = clusters(_everybody(by_key), _ties(judged, by_key), _apart(judged))
    reviewed = {key for j in judged if j.reviewed for key in (j.left, j.right)}
    made = [_known(members, by_key, not reviewed.isdisjoint(members)) for members in groups]
    listed = tuple(sorted(made, key=lambda one: (-one.reports, one.name, one.id)))
    return Everybody(listed, {key: one for one in listed for key in one.keys}, _by_name(listed))


def _by_name(listed: Iterable[Known]) -> dict[str, list[Known]]:
    found: dict[str, list[Known]] = defaultdict(list)
    for one in listed:
        for name in sorted({folded(name) for name in one.names}):
            found[name].append(one)
    return found


def _everybody(by_key: Mapping[str, Sequence[Seen]]) -> dict[str, Found]:
    """An actor for each key as its first report has it; a registry id stands for all that are known as that."""
    found = {}
    for key, some in by_key.items():
        first = min(some, key=lambda one: one.actor)
        report = first.report if first.known_as is None else None
        found[key] = Found(key, first.names[0][0], first.kind == "person", report)
    return found


def _ties(judged: Iterable[Judged], by_key: Mapping[str, Sequence[Seen]]) -> list[Tie]:
    return [
        Tie(
            j.left, j.right, 1.0 if j.score is None else j.score, j.reviewed, _within(by_key[j.left], by_key[j.right])
        )
        for j in judged
        if j.judgement == "same"
    ]


def _within(left: Sequence[Seen], right: Sequence[Seen]) -> bool:
    """Whether one report itself says it of two of its actors."""
    unknown = left[0].known_as is None and right[0].known_as is None
    return unknown and left[0].report == right[0].report


def _apart(judged: Iterable[Judged]) -> list[tuple[str, str]]:
    return [(j.left, j.right) for j in judged if j.reviewed and j.judgement != "same"]


def _known(members: Sequence[str], by_key: Mapping[str, Sequence[Seen]], reviewed: bool) -> Known:
    seen = sorted((s for key in members for s in by_key[key]), key=lambda s: (s.published or date.min, s.actor))
    names: Counter[str] = Counter()
    for one in seen:
        names.update({name: max(1, count) for name, count in one.names})
    known_as = next((one.known_as for one in seen if one.known_as is not None), None)
    days = [one.published for one in seen if one.published is not None]
    parties = Counter(one.party for one in seen if one.party is not None)
    ident = next((key for key in members if by_key[key][0].known_as is not None), members[0])
    party = min(parties, key=lambda key: (-parties[key], key), default=None)
    return Known(
        id=ident,
        name=_main_name(seen, names),
        keys=tuple(members),
        names=tuple(sorted(names, key=lambda name: (-names[name], name))),
        kind=commonest(one.kind for one in seen) or "person",
        known_as=known_as,
        party=party if party != ident else None,
        party_name=commonest(one.party_name for one in seen if one.party == party and one.party_name) or party,
        reports=len({one.report for one in seen}),
        first=min(days, default=None),
        last=max(days, default=None),
        reviewed=reviewed,
    )


def _main_name(seen: Sequence[Seen], names: Mapping[str, int]) -> str:
    main = Counter(one.names[0][0] for one in seen)
    return max(main, key=lambda name: (len(personal_name(name).full) > 1, main[name], names[name], len(name), name))
