"""Atom feeds: of what a saved question found, and of what changed: on a claim, on all, or by what an actor said."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Path
from starlette.responses import Response

from onrecord.api.asking import Asking, Reading
from onrecord.api.documented import text
from onrecord.api.meant import claim_meant
from onrecord.api.parameters import ActorPath, ClaimPath, ClaimWords, Text
from onrecord.desk.board import BoardView
from onrecord.desk.feeds import Entry, atom, feed_of_changes, feed_of_watch
from onrecord.desk.watches import Watches
from onrecord.errors import PersonNotFound
from onrecord.record.questions.changes import ClaimChange
from onrecord.record.questions.saidby import PersonStatement

router = APIRouter(prefix="/feeds", tags=["feeds"])
ATOM = "application/atom+xml"
MOST_ENTRIES = 100
"""Entries that a feed has, the last ones."""
_LONGEST_TITLE = 200
_LATELY = timedelta(days=31)
WatchPath = Annotated[Text, Path(description="A saved question's id, or the beginning of it.")]
_ATOM = text("The feed, as Atom 1.0.", ATOM)


@router.get("/changes.atom", operation_id="changes_feed", response_class=Response, responses=_ATOM)
def changes_feed(ask: Reading, words: ClaimWords = None) -> Response:
    """What changed in the last month of the record: new claims, new standings, more said; as an Atom feed.

    It holds the last changes of the claims that were reported last.
    """
    view = BoardView(words=words, since=_lately(ask), sort="latest", limit=MOST_ENTRIES)
    found = [change for line in ask.board.page(view).lines for change in line.moved]
    found.sort(key=lambda change: (change.date, change.gloss, change.claim))
    return _changes(ask, "What changed" if words is None else f"What changed: {words}", found)


@router.get("/claims/{claim}.atom", operation_id="claim_feed", response_class=Response, responses=_ATOM)
def claim_feed(ask: Reading, claim: ClaimPath) -> Response:
    """Every change of one claim, as an Atom feed."""
    one = ask.record.claim(claim_meant(ask, claim)).claim
    found = [change for change in ask.record.changes(date.min, one.id) if change.claim == one.id]
    return _changes(ask, one.gloss, found)


@router.get("/actors/{actor}.atom", operation_id="actor_feed", response_class=Response, responses=_ATOM)
def actor_feed(ask: Reading, actor: ActorPath) -> Response:
    """What somebody says, as an Atom feed; 404 where the words may mean several."""
    found = ask.record.who(actor)
    if found.person is None:
        raise PersonNotFound(f"{len(found.candidates)} go by {actor[:80]!r}; give the id of one, see /api/actors")
    entries = [_said(one, ask.base) for one in found.statements]
    entries.sort(key=lambda entry: (entry.updated, entry.id), reverse=True)
    address = f"{ask.base}{ask.request.url.path}"
    person = found.person
    return _atom(
        ask,
        atom(f"urn:onrecord:actor:{person.id}", person.name, address, ask.base, entries[:MOST_ENTRIES]),
    )


@router.get("/{watch}.atom", operation_id="watch_feed", response_class=Response, responses=_ATOM)
def watch_feed(ask: Reading, watch: WatchPath) -> Response:
    """What a saved question found, as an Atom feed."""
    held = Watches(ask.record)
    one = held.watch(watch)
    return _atom(ask, feed_of_watch(one, held.findings(one.id, limit=MOST_ENTRIES).findings, ask.base))


def _said(one: PersonStatement, base: str) -> Entry:
    who = one.speaker or one.source or "nobody named"
    day = one.published or date(1970, 1, 1)
    return Entry(
        id=f"urn:onrecord:statement:{one.statement}",
        title=f"{who} {one.act}: {one.words}"[:_LONGEST_TITLE],
        link=f"{base}/reports/{one.report}#{one.statement}",
        updated=f"{day.isoformat()}T00:00:00Z",
        summary=one.words,
        author=one.outlet,
    )


def _changes(ask: Asking, title: str, found: list[ClaimChange]) -> Response:
    address = f"{ask.base}{ask.request.url.path}"
    return _atom(ask, feed_of_changes(title, found[-MOST_ENTRIES:], ask.base, address))


def _atom(ask: Asking, feed: bytes) -> Response:
    return Response(feed, 200, ask.headers, f"{ATOM}; charset=utf-8")


def _lately(ask: Asking) -> date:
    days = ask.board.days
    return max(days[-1][0] - _LATELY, date.min + _LATELY) if days else date.max
