"""The actors of a record, from the list that the desk holds ready: a page of it asks the record for few of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from onrecord.api.asking import Asking
from onrecord.api.paging import Page, page_of
from onrecord.api.remembering import remembering
from onrecord.desk.cast import Known
from onrecord.record import Identity

_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class ActorsWanted:
    """Which actors are asked for, as of when."""

    words: str | None
    as_of: date | None
    known_at: datetime | None


def actors_page(ask: Asking, wanted: ActorsWanted, question: object, limit: int, after: str | None) -> Page[Identity]:
    """The actors after a cursor, as `Record.identities` has them."""
    if wanted.words is not None:
        return page_of(_called(ask, wanted), lambda one: one.id, question, limit, after)
    page = page_of(_listed(ask, wanted), lambda one: one.id, question, limit, after)
    return Page(tuple(ask.desk.cast.identities(page.items, wanted.as_of, wanted.known_at)), page.total, page.next)


def all_actors(ask: Asking, wanted: ActorsWanted) -> Iterator[Identity]:
    """Everybody who is asked for, some at a time: all at once would take much room."""
    return iter(_called(ask, wanted)) if wanted.words is not None else _whole(ask, wanted, _listed(ask, wanted))


def actor_called(ask: Asking, ident: str, as_of: date | None, known_at: datetime | None) -> Sequence[Identity]:
    """Those who have this id, or a member with an id that begins so: one, or none, or several who may be meant."""
    known = ask.desk.cast.as_of(as_of, known_at, now=True).of_key.get(ident)
    if known is not None:
        return ask.desk.cast.identities([known], as_of, known_at)
    return [
        one
        for one in ask.record.identities(ident, as_of, known_at)
        if ident in {one.id, one.known_as} or any(member.startswith(ident) for member in one.members)
    ]


def _whole(ask: Asking, wanted: ActorsWanted, listed: Sequence[Known]) -> Iterator[Identity]:
    for at in range(0, len(listed), _AT_ONCE):
        yield from ask.desk.cast.identities(listed[at : at + _AT_ONCE], wanted.as_of, wanted.known_at)


def _listed(ask: Asking, wanted: ActorsWanted) -> Sequence[Known]:
    return ask.desk.cast.as_of(wanted.as_of, wanted.known_at, now=True).listed


def _called(ask: Asking, wanted: ActorsWanted) -> Sequence[Identity]:
    return _named(ask, words=wanted.words, as_of=wanted.as_of, known_at=wanted.known_at)


@remembering
def _named(ask: Asking, words: str, as_of: date | None, known_at: datetime | None) -> Sequence[Identity]:
    return ask.record.identities(words, as_of, known_at)
