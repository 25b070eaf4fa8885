"""Following: what is new on the claims, actors and saved questions that somebody follows, since they last looked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated, get_args

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from onrecord.desk import Desk
from onrecord.desk.access import Asker
from onrecord.desk.follows import FollowKind, Follows, News
from onrecord.desk.watches import WATCH_KINDS, FindingPage, Question, Watch, Watches, WatchKind
from onrecord.desk.watchrows import last_mark
from onrecord.errors import UsageError
from onrecord.web.asked import TheDesk
from onrecord.web.askers import TheAsker, may
from onrecord.web.back import way_back
from onrecord.web.pages.told import told
from onrecord.web.rendering import shown

router = APIRouter()
_FINDINGS = 20
_Given = Annotated[str, Form(max_length=400)]
_Writer = Annotated[Asker, Depends(may("write"))]
_Back = Annotated[str, Form(max_length=2_000)]


@router.get("/following")
def following_page(request: Request, desk: TheDesk, asker: TheAsker) -> HTMLResponse:
    """What is new since one last looked, what one follows, and the saved questions of this desk."""
    follows, now = Follows(desk.record), datetime.now(UTC).isoformat()
    news = _once(follows.news(asker.name)) if asker.name else ()
    watches = _watches(desk)
    with desk.record.asking() as connection:
        asked_before = {one.id for one, _ in watches if last_mark(connection, one.id) is not None}
        findings = [found for _, page in watches for found in page.findings]
        shown_for = [(one.statement, one.claim) for one in news] + [(one.statement, one.claim) for one in findings]
        about = told(desk, connection, [(ident, claim) for ident, claim in shown_for if ident is not None])
    return shown(
        request,
        "following.html",
        follows=follows.of(asker.name) if asker.name else (),
        news=news,
        watches=watches,
        asked_before=asked_before,
        about=about,
        kinds=WATCH_KINDS,
        now=now,
    )


@router.post("/following")
def follow(
    desk: TheDesk, asker: _Writer, kind: _Given, subject: _Given, follow: _Given = "yes", back: _Back = "/following"
) -> RedirectResponse:
    """Follows a claim, an actor, a party or a saved question from now on, or no longer."""
    follows, named = Follows(desk.record), _kind(kind)
    if follow == "no":
        follows.unfollow(asker.name or "", named, subject, datetime.now(UTC))
    else:
        follows.follow(asker.name or "", named, subject, datetime.now(UTC))
    return RedirectResponse(way_back(back, "/following"), 303)


@router.post("/following/seen")
def seen(desk: TheDesk, asker: _Writer, at: _Given = "") -> RedirectResponse:
    """Marks as seen all that the page showed; what came in since `at`, when it was made, stays new."""
    Follows(desk.record).looked(asker.name or "", _shown_at(at))
    return RedirectResponse("/following", 303)


@router.post("/following/questions")
def save_question(
    desk: TheDesk, asker: _Writer, kind: _Given, words: _Given = "", party: _Given = "", name: _Given = ""
) -> RedirectResponse:
    """Saves a question: whatever answers it from now on is kept, told in its feed, and sent to its webhooks."""
    question = Question(_watch_kind(kind), words=words.strip() or None, party=party.strip() or None)
    made = Watches(desk.record).add(question, asker.name or "", datetime.now(UTC), name.strip() or None)
    return RedirectResponse(f"/following#question-{made.id}", 303)


@router.post("/following/questions/{ident}/remove")
def remove_question(desk: TheDesk, asker: _Writer, ident: str) -> RedirectResponse:
    """Asks a saved question no longer; what it found stays on record."""
    Watches(desk.record).remove(ident, asker.name or "", datetime.now(UTC), anybodys=asker.may("admin"))
    return RedirectResponse("/following", 303)


def _once(news: Sequence[News]) -> tuple[News, ...]:
    """The news, without statements that are told as a change of standing or as an answer to a question as well."""
    more = {(one.statement, one.claim) for one in news if one.kind in {"standing", "finding"}}
    return tuple(one for one in news if one.kind != "statement" or (one.statement, one.claim) not in more)


def _watches(desk: Desk) -> list[tuple[Watch, FindingPage]]:
    """Each saved question with the last that it found."""
    watches = Watches(desk.record)
    return [(one, watches.findings(one.id, limit=_FINDINGS)) for one in watches.all()]


def _shown_at(given: str) -> datetime:
    """When a page was made, by what it says; UsageError for what is no time, and now for a time to come."""
    now = datetime.now(UTC)
    try:
        at = datetime.fromisoformat(given) if given else now
    except ValueError:
        raise UsageError(f"{given[:40]!r} is no time; load the page again") from None
    if at.tzinfo is None:
        raise UsageError(f"{given[:40]!r} has no time zone; load the page again")
    return min(at, now)


def _kind(given: str) -> FollowKind:
    for known in get_args(FollowKind):
        if given == known:
            return known  # type: ignore[no-any-return]
    raise UsageError(f"a {given[:40]!r} cannot be followed; give one of {', '.join(get_args(FollowKind))}")


def _watch_kind(given: str) -> WatchKind:
    for known in WATCH_KINDS:
        if given == known:
            return known
    raise UsageError(f"{given[:40]!r} is no question that can be saved; give one of {', '.join(WATCH_KINDS)}")
