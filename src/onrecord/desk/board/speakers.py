"""Which actors of reports are one person as of any day: the identities of speakers, worked out once for all days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

from sqlalchemy import Connection, or_, select

from onrecord.desk.board.timelines import UNDATED, Epochs, connected, day_of, merging
from onrecord.record.components import everybody_reached, groups_of, reaches
from onrecord.record.judgements import Judgement, in_force
from onrecord.record.schema import profile
from onrecord.resolution.actors.clusters import Found, differ

_AT_ONCE = 400
_Names = Mapping[str, Sequence[tuple[int, str]]]


def speakers_over_time(connection: Connection, actors: Iterable[str]) -> dict[str, Epochs]:
    """The identity of each of some actors, and of all who may be one with them, by the key of the first of its members.

    As of each day it joins the same actors as `onrecord.record.components` does.
    """
    everybody, judged = everybody_reached(connection, actors, reasons=False)
    telling = [j for j in in_force(judged).values() if reaches(j) and j.left in everybody and j.right in everybody]
    groups = connected(everybody, ((j.left, j.right) for j in telling))
    # Of whoever is nobody else, one of the registry is never asked for: he is known by his key everywhere.
    groups = [group for group in groups if len(group) > 1 or any(everybody[key].report is not None for key in group)]
    named = _named(connection, {key for group in groups for key in group})
    of_key = {key: number for number, group in enumerate(groups) for key in group}
    judged_in: dict[int, list[Judgement]] = defaultdict(list)
    for judgement in telling:
        judged_in[of_key[judgement.left]].append(judgement)
    found: dict[str, Epochs] = {}
    for number, group in enumerate(groups):
        found |= _over_time({key: everybody[key] for key in group}, judged_in[number], named)
    return found


def _over_time(group: Mapping[str, Found], judged: Sequence[Judgement], named: _Names) -> dict[str, Epochs]:
    members = {key: min((day for day, _ in named[key]), default=UNDATED) for key in group}
    if _is_calm(group, judged, named):
        return merging(members, ((j.left, j.right) for j in judged))
    epochs: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for day in sorted(set(members.values()) | {day for key in group for day, _ in named[key]}):
        there = {key: _named_by(one, named[key], day) for key, one in group.items() if members[key] <= day}
        for some in groups_of(there, judged):
            first = min(some, key=lambda key: (members[key], key))
            for key in some:
                if not epochs[key] or epochs[key][-1][1] != first:
                    epochs[key].append((day, first))
    return {key: tuple(some) for key, some in epochs.items()}


def _is_calm(group: Mapping[str, Found], judged: Sequence[Judgement], named: _Names) -> bool:
    """Whether nothing ever speaks against one of the ties, so that whoever hangs together is one."""
    reports = [one.report for one in group.values() if one.report is not None]
    if len(set(reports)) < len(reports) or any(j.judgement != "same" for j in judged):
        return False
    persons = {one.person for one in group.values()}
    names = sorted({name for key in group for _, name in named[key]} | {one.name for one in group.values()})
    return not any(differ(a, b, person=person) for person in persons for a, b in combinations(names, 2))


def _named_by(one: Found, names: Sequence[tuple[int, str]], day: int) -> Found:
    """The actor under the name by which it was known by then; one of the registry may have several."""
    return replace(one, name=min((name for first, name in names if first <= day), default=one.name))


def _named(connection: Connection, keys: Iterable[str]) -> _Names:
    """The names that reports give each actor, with their days of publication."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    ordered = sorted(keys)
    for at in range(0, len(ordered), _AT_ONCE):
        some = ordered[at : at + _AT_ONCE]
        query: Any = select(profile.c.actor_id, profile.c.known_as, profile.c.name, profile.c.published)
        for row in connection.execute(query.where(or_(profile.c.actor_id.in_(some), profile.c.known_as.in_(some)))):
            found[row.known_as or row.actor_id].append((day_of(row.published), row.name))
    return found
