"""Follows as rows of the record: who follows what, since when, and up to when they have looked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, get_args

from sqlalchemy import Connection, func, select

from onrecord.desk import subjects
from onrecord.desk.rows import Row, add_row
from onrecord.desk.watchrows import one_watch
from onrecord.errors import ClaimNotFound, NotOnDesk, PersonNotFound, UsageError
from onrecord.record.schema import follow, looked

FollowKind = Literal["claim", "actor", "party", "watch"]
FOLLOW_KINDS: tuple[FollowKind, ...] = get_args(FollowKind)


@dataclass(frozen=True, slots=True)
class Follow:
    """Something that somebody follows: a claim, an actor, a party by its key, or a saved question.

    `since` is when they began, and `seen_at` up to what was recorded they have looked; `label` is what it is called.
    """

    user: str
    kind: FollowKind
    subject: str
    label: str
    since: str
    seen_at: str


def label_of(connection: Connection, kind: str, ident: str) -> str:
    """What a thing is called; the error of the record where there is none."""
    if kind == "claim":
        return subjects.gloss_of_claim(connection, ident)
    if kind == "actor":
        return subjects.name_of_actor(connection, ident)
    if kind == "party":
        return subjects.name_of_party(connection, ident)
    if kind == "watch":
        return one_watch(connection, ident).name
    raise UsageError(f"people follow {', '.join(FOLLOW_KINDS)}; {kind!r:.40} is none of these")


def rows_held(connection: Connection, user: str) -> list[Any]:
    """The rows of what somebody follows, in the order in which they began to."""
    last = select(follow.c.kind, follow.c.subject_id, func.max(follow.c.number).label("number"))
    last_rows = last.where(follow.c.user_name == user).group_by(follow.c.kind, follow.c.subject_id).subquery()
    query = select(follow).join(
        last_rows,
        (follow.c.kind == last_rows.c.kind)
        & (follow.c.subject_id == last_rows.c.subject_id)
        & (follow.c.number == last_rows.c.number),
    )
    rows = connection.execute(query.where(follow.c.user_name == user, follow.c.follows)).all()
    return sorted(rows, key=lambda row: (row.recorded_at, row.kind, row.subject_id))


def follows_held(connection: Connection, user: str) -> list[Follow]:
    """What somebody follows, in the order in which they began to."""
    seen = _seen(connection, user)
    return [_follow(connection, row, seen) for row in rows_held(connection, user)]


def set_follow(connection: Connection, user: str, kind: str, idents: list[str], clock: str, *, follows: bool) -> None:
    """Puts on record that somebody follows a thing, or no longer does; nothing where that is so already.

    `idents` are all ids of the thing; it is followed under the first of them.
    """
    held = {row.subject_id for row in rows_held(connection, user) if row.kind == kind}
    already = [ident for ident in idents if ident in held]
    changed = already if not follows else [] if already else idents[:1]
    for ident in changed:
        row: Row = {"user_name": user, "kind": kind, "subject_id": ident}
        same = [getattr(follow.c, name) == value for name, value in row.items()]
        number = connection.execute(select(func.count()).select_from(follow).where(*same)).scalar_one()
        add_row(connection, follow, row | {"number": number, "follows": follows, "recorded_at": clock})


def one_follow(connection: Connection, user: str, kind: str, idents: list[str]) -> Follow:
    """What somebody follows under one of these ids."""
    rows = rows_held(connection, user)
    row = next(row for row in rows if row.kind == kind and row.subject_id in idents)
    return _follow(connection, row, _seen(connection, user))


def followers_of(connection: Connection, kind: str, idents: list[str]) -> list[str]:
    """Those who follow a thing by any of its ids, by name."""
    query = select(follow.c.user_name).where(follow.c.kind == kind, follow.c.subject_id.in_(idents)).distinct()
    names = connection.scalars(query).all()
    return sorted(
        name
        for name in names
        if any(row.kind == kind and row.subject_id in idents for row in rows_held(connection, name))
    )


def mark_looked(connection: Connection, user: str, kind: str | None, ident: str | None, clock: str) -> None:
    """Puts on record up to when somebody has looked at one thing, or at everything."""
    add_row(connection, looked, {"user_name": user, "kind": kind, "subject_id": ident, "recorded_at": clock})


def looked_at_all(connection: Connection, user: str) -> str:
    """Up to when somebody has looked at everything; the empty text for never."""
    query = select(func.max(looked.c.recorded_at)).where(looked.c.user_name == user, looked.c.kind.is_(None))
    return connection.execute(query).scalar() or ""


def _seen(connection: Connection, user: str) -> dict[tuple[str | None, str | None], str]:
    query = select(looked.c.kind, looked.c.subject_id, func.max(looked.c.recorded_at).label("at"))
    rows = connection.execute(query.where(looked.c.user_name == user).group_by(looked.c.kind, looked.c.subject_id))
    return {(row.kind, row.subject_id): row.at for row in rows}


def _follow(connection: Connection, row: Any, seen: dict[tuple[str | None, str | None], str]) -> Follow:
    try:
        label = label_of(connection, row.kind, row.subject_id)
    except (ClaimNotFound, PersonNotFound, NotOnDesk):
        label = row.subject_id
    marks = (row.recorded_at, seen.get((None, None), ""), seen.get((row.kind, row.subject_id), ""))
    return Follow(row.user_name, row.kind, row.subject_id, label, row.recorded_at, max(marks))
