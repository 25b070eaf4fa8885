"""What people follow, and what is new on it since they last looked."""

from __future__ import annotations

from datetime import datetime

from onrecord.desk import subjects
from onrecord.desk.followrows import (
    FOLLOW_KINDS,
    Follow,
    FollowKind,
    followers_of,
    follows_held,
    label_of,
    mark_looked,
    one_follow,
    rows_held,
    set_follow,
)
from onrecord.desk.news import News, NewsKind, Newsreader
from onrecord.desk.rows import user_called
from onrecord.desk.watchrows import one_watch
from onrecord.record import Record
from onrecord.record.clock import clock_of

__all__ = ["FOLLOW_KINDS", "Follow", "FollowKind", "Follows", "News", "NewsKind"]


class Follows:
    """Who follows what in a record. A claim or an actor is the same thing under each of its ids."""

    def __init__(self, record: Record) -> None:
        self._record = record

    def follow(self, user: str, kind: FollowKind, subject: str, at: datetime) -> Follow:
        """Begins to follow a claim, an actor, a party or a saved question; twice is once."""
        who = user_called(user)
        with self._record.changing() as connection:
            label_of(connection, kind, subject)
            ident = one_watch(connection, subject).id if kind == "watch" else subject
            idents = [ident, *(i for i in subjects.same_ids(connection, kind, ident) if i != ident)]
            set_follow(connection, who, kind, idents, clock_of(at), follows=True)
            return one_follow(connection, who, kind, idents)

    def unfollow(self, user: str, kind: FollowKind, subject: str, at: datetime) -> None:
        """No longer follows something; nothing where it was not followed."""
        with self._record.changing() as connection:
            idents = subjects.same_ids(connection, kind, subject)
            set_follow(connection, user_called(user), kind, idents, clock_of(at), follows=False)

    def of(self, user: str) -> tuple[Follow, ...]:
        """What somebody follows, in the order in which they began to."""
        with self._record.asking() as connection:
            return tuple(follows_held(connection, user_called(user)))

    def holds(self, user: str, kind: FollowKind, subject: str) -> bool:
        """Whether somebody follows something."""
        with self._record.asking() as connection:
            held = {row.subject_id for row in rows_held(connection, user_called(user)) if row.kind == kind}
            return subject in held or (
                bool(held) and not held.isdisjoint(subjects.same_ids(connection, kind, subject))
            )

    def followers(self, kind: FollowKind, subject: str) -> tuple[str, ...]:
        """Those who follow something, by name."""
        with self._record.asking() as connection:
            return tuple(followers_of(connection, kind, subjects.same_ids(connection, kind, subject)))

    def looked(self, user: str, at: datetime, kind: FollowKind | None = None, subject: str | None = None) -> None:
        """Puts on record that somebody has looked at what was recorded by a time: on one thing, or on everything.

        One thing is named as the follow has it (`Follow.subject`). `at` is best the time at which the news was asked for.
        """
        with self._record.changing() as connection:
            mark_looked(connection, user_called(user), kind, subject, clock_of(at))

    def news(self, user: str) -> tuple[News, ...]:
        """What is new to somebody since they last looked, or began to follow it; the newest first, `MOST` at once."""
        with self._record.asking() as connection:
            return tuple(Newsreader(connection, self._record.aliases, user_called(user)).news())
