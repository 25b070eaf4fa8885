"""The questions that a record answers beyond where a claim stands; `Record` takes them in."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from onrecord.model import Act, SourceKind
from onrecord.record.identities import identities
from onrecord.record.vantage import Vantage
from onrecord.record.words import Aliases
from onrecord.tables import Table

if TYPE_CHECKING:
    from onrecord.record.questions.brief import Brief
    from onrecord.record.questions.changes import ClaimChange
    from onrecord.record.questions.people import Who
    from onrecord.record.questions.positions import ClaimPosition
    from onrecord.record.questions.timeline import TimelineEntry
    from onrecord.record.search import Order, SearchHit


class Questions:
    """Questions over all that a record holds.

    `words` find claims as in `claims`, in any order; None is all claims. Seen is only what was published by `as_of` and
    what the record held at `known_at`, a time with its time zone.
    """

    _aliases: Aliases | None

    def positions(
        self, words: str | None = None, as_of: date | None = None, known_at: datetime | None = None
    ) -> Table[ClaimPosition]:
        """The matrix of claims and parties: a row for each party's position on each claim, in the order of the board."""
        from onrecord.record.questions.heard import heard
        from onrecord.record.questions.positions import positions_on

        with self._reading() as connection:
            return positions_on(heard(connection, words, Vantage(as_of, known_at), self._aliases))

    def timeline(
        self, words: str | None = None, as_of: date | None = None, known_at: datetime | None = None
    ) -> Table[TimelineEntry]:
        """The statements on claims in order of time, with the changes of standing that they made."""
        from onrecord.record.questions.heard import heard
        from onrecord.record.questions.timeline import timeline_of

        with self._reading() as connection:
            return timeline_of(heard(connection, words, Vantage(as_of, known_at), self._aliases))

    def changes(
        self, since: date, words: str | None = None, as_of: date | None = None, known_at: datetime | None = None
    ) -> Table[ClaimChange]:
        """What reports of that day and after it changed: new claims, new standings and why, and new statements."""
        from onrecord.record.questions.changes import changes_since
        from onrecord.record.questions.heard import heard

        with self._reading() as connection:
            return changes_since(heard(connection, words, Vantage(as_of, known_at), self._aliases), since)

    def search(
        self,
        words: str,
        *,
        party: str | None = None,
        speaker: str | None = None,
        since: date | None = None,
        until: date | None = None,
        act: Act | None = None,
        source_kind: SourceKind | None = None,
        outlet: str | None = None,
        order: Order = "best",
        as_of: date | None = None,
        known_at: datetime | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Table[SearchHit]:
        """The reports that hold all the words: `talk*` is the beginning of a word, `"peace talks"` a phrase.

        `since` and `until` are days of publication, and `as_of` is one more bound like `until`. With a speaker, a
        party, an act or a kind of source, a statement of theirs holds the words. Those with most statements that hold
        them come first; `order` is `best`, `newest` or `oldest`. `limit` and `offset` leave out all but some of them,
        which is quicker. UsageError where there is no word to search for.
        """
        from onrecord.record.search import Narrowed, SearchHit, find, hits_on

        last = min((day for day in (until, as_of) if day is not None), default=None)
        narrowed = Narrowed(since, last, speaker, party, act, known_at, source_kind, outlet)
        with self._reading() as connection:
            found = find(connection, words, narrowed, self._aliases, order)
            shown = found.reports[offset:] if limit is None else found.reports[offset : offset + limit]
            return Table(hits_on(connection, found, shown), SearchHit)

    def who(self, person: str, as_of: date | None = None, known_at: datetime | None = None) -> Who:
        """Everything on record by somebody and what is said of him; all who may be meant where several are.

        `person` is a name in any spelling, some words of it, or an id. PersonNotFound where nobody goes by it.
        """
        from onrecord.record.questions.people import who_is

        with self._reading() as connection:
            named = person.strip()
            found = identities(connection, named, as_of, known_at, self._called(named)) if named else []
            return who_is(connection, named, found, Vantage(as_of, known_at))

    def brief(self, claim: str, as_of: date | None = None, known_at: datetime | None = None) -> Brief:
        """One page on a claim, every sentence of which leads to statements; `.markdown()` and `.html()` write it.

        `claim` is an id, the beginning of one, or words, of which the most reported claim is taken.
        """
        from onrecord.record.questions.brief import brief_on

        with self._reading() as connection:
            return brief_on(connection, claim, Vantage(as_of, known_at), self._aliases)

    def _reading(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    def _called(self, words: str | None) -> list[str]:
        raise NotImplementedError
