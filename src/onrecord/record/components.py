"""Who belongs together as of a date: the actors of reports gathered into identities by the judgements in force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import Connection, Select, select

from onrecord.record.judgements import Judgement, in_force, judgements_touching
from onrecord.record.schema import profile
from onrecord.resolution.actors.clusters import Found, Tie, clusters

_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class Component:
    """One identity: its id, the keys of its members, sorted, and the judgements in force that touch it.

    The id is the registry's where there is one, else the first key. A member's key is the id of an actor of a report, or
    a registry id, which stands for every actor known as that.
    """

    id: str
    members: tuple[str, ...]
    judgements: tuple[Judgement, ...]


def components(
    connection: Connection,
    keys: Iterable[str],
    as_of: date | None = None,
    recorded_by: datetime | None = None,
    *,
    reasons: bool = True,
) -> dict[str, Component]:
    """The identity of each of some actors, and of everybody judged beside them, by key.

    Seen is what was published by `as_of` and recorded by `recorded_by`. It is worked out anew for every question, so
    that the order of adding makes no difference. An actor of the registry has its registry id for a key. Without
    `reasons` the judgements come without their evidence, which makes no difference to who is one.
    """
    everybody, judged = everybody_reached(connection, keys, as_of, recorded_by, reasons=reasons)
    groups = groups_of(everybody, judged)
    of_key = {key: members for members in groups for key in members}
    touching_group: dict[tuple[str, ...], list[Judgement]] = {members: [] for members in groups}
    for judgement in in_force(judged).values():
        for members in {of_key[k] for k in (judgement.left, judgement.right) if k in of_key}:
            touching_group[members].append(judgement)
    made = {m: Component(_id_of(m, everybody), m, tuple(some)) for m, some in touching_group.items()}
    return {key: made[members] for key, members in of_key.items()}


def everybody_reached(
    connection: Connection,
    keys: Iterable[str],
    as_of: date | None = None,
    recorded_by: datetime | None = None,
    *,
    reasons: bool = True,
) -> tuple[dict[str, Found], list[Judgement]]:
    """Some actors with everybody judged beside them, and beside those, and so on; and the judgements on all of them."""
    everybody: dict[str, Found] = {}
    judged: dict[str, Judgement] = {}
    waiting = set(keys)
    while waiting:
        seen = _found(connection, waiting, as_of, recorded_by)
        everybody |= seen
        touching = judgements_touching(connection, seen, recorded_by, reasons=reasons)
        judged |= {j.id: j for j in touching}
        reached = {key for j in touching if reaches(j) for key in (j.left, j.right)}
        waiting = reached - everybody.keys() - waiting
    return everybody, list(judged.values())


def reaches(judgement: Judgement) -> bool:
    """Whether a judgement may have a say in who is one with whom: those by which onrecord is unsure have none."""
    return judgement.judgement != "unsure" or judgement.reviewed


def groups_of(everybody: Mapping[str, Found], judged: Iterable[Judgement]) -> tuple[tuple[str, ...], ...]:
    """Who of some actors belong together by the judgements in force: the keys of each identity, sorted."""
    holding = [j for j in in_force(judged).values() if j.left in everybody and j.right in everybody]
    return clusters(everybody, _ties(holding, everybody), _apart(holding))


def _id_of(members: tuple[str, ...], everybody: dict[str, Found]) -> str:
    return next((key for key in members if everybody[key].report is None), members[0])


def _ties(holding: Iterable[Judgement], everybody: Mapping[str, Found]) -> Iterator[Tie]:
    for judgement in holding:
        if judgement.judgement == "same":
            one, other = everybody[judgement.left], everybody[judgement.right]
            within = one.report is not None and one.report == other.report
            score = 1.0 if judgement.score is None else judgement.score
            yield Tie(judgement.left, judgement.right, score, judgement.reviewed, within)


def _apart(holding: Iterable[Judgement]) -> list[tuple[str, str]]:
    """Pairs that a reviewer holds apart; one of which he is unsure is not joined until somebody is sure."""
    return [(j.left, j.right) for j in holding if j.reviewed and j.judgement != "same"]


def _found(
    connection: Connection, keys: Iterable[str], as_of: date | None, recorded_by: datetime | None
) -> dict[str, Found]:
    found: dict[str, Found] = {}
    ordered = sorted(keys)
    for at in range(0, len(ordered), _AT_ONCE):
        some = ordered[at : at + _AT_ONCE]
        columns = (profile.c.actor_id, profile.c.name, profile.c.kind, profile.c.report_id)
        unknown = select(*columns).where(profile.c.actor_id.in_(some), profile.c.known_as.is_(None))
        for row in connection.execute(visible(unknown, as_of, recorded_by)).all():
            found[row.actor_id] = Found(row.actor_id, row.name, row.kind == "person", row.report_id)
        known = select(profile.c.known_as, profile.c.name, profile.c.kind).where(profile.c.known_as.in_(some))
        rows = connection.execute(visible(known, as_of, recorded_by).distinct()).all()
        for row in sorted(rows, key=lambda row: (row.known_as, row.name, row.kind)):
            found.setdefault(row.known_as, Found(row.known_as, row.name, row.kind == "person", None))
    return found


def visible(
    query: Select[tuple[str, ...]], as_of: date | None, recorded_by: datetime | None
) -> Select[tuple[str, ...]]:
    """A query on profiles restricted to what was published and recorded by then."""
    if as_of is not None:
        query = query.where(profile.c.published <= as_of)
    if recorded_by is not None:
        query = query.where(profile.c.recorded_at <= recorded_by.astimezone(UTC).isoformat(timespec="microseconds"))
    return query
