"""Review: the least certain links and statements one after another, what was decided, and how far two reviewers agree."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated, Any, get_args
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from sqlalchemy import Connection

from onrecord.desk.access import Asker
from onrecord.errors import NotAllowed, UsageError
from onrecord.model import Act, Certainty, SourceKind, SourceType, Stance
from onrecord.record.correctionoverlay import overlay
from onrecord.record.corrections import Correction
from onrecord.record.decisions import Decision
from onrecord.review.agreement import agreement
from onrecord.review.history import history
from onrecord.review.page import ReviewItem
from onrecord.review.weighing import ItemKind
from onrecord.web.asked import TheDesk
from onrecord.web.askers import TheAsker, may
from onrecord.web.back import way_back
from onrecord.web.claim.excerpts import excerpts
from onrecord.web.pages.judged import judged
from onrecord.web.rendering import shown

router = APIRouter()
_AT_ONCE = 400
_HISTORY = 50
_AS_READ = ""
_NONE = "(none)"
_Field = Annotated[str, Query(max_length=400)]
_Given = Annotated[str, Form(max_length=400)]
CHOICES: dict[str, tuple[str, ...]] = {
    "act": get_args(Act),
    "certainty": get_args(Certainty),
    "source_kind": get_args(SourceKind),
    "source_type": get_args(SourceType),
    "stance": get_args(Stance),
}


@router.get("/review")
def review_page(
    request: Request,
    desk: TheDesk,
    asker: TheAsker,
    kind: _Field = "",
    claim: _Field = "",
    party: _Field = "",
    report: _Field = "",
    after: _Field = "",
    done: _Field = "",
) -> HTMLResponse:
    """The next thing to judge: why it comes up, its words, what hangs on it, and what others said.

    `done` is the id of the judgement that was just made, which the page tells and offers to undo.
    """
    desk.queue.refresh(most=_AT_ONCE)
    page = desk.queue.page(
        1,
        after or None,
        _kinds(kind),
        asker.name,
        claim=claim or None,
        party=party or None,
        report=report or None,
    )
    item = page.items[0] if page.items else None
    with desk.record.asking() as connection:
        excerpt = None if item is None else excerpts(connection, [item.statement]).get(item.statement)
        force = None if item is None else _in_force(connection, item)
        last = judged(connection, done) if done else None
    return shown(
        request,
        "review.html",
        page=page,
        item=item,
        excerpt=excerpt,
        corrected=force,
        done=last,
        after=after,
        choices=CHOICES,
        progress=desk.queue.progress,
        may_review=asker.may("review"),
        kind=kind,
        narrowed={"claim": claim, "party": party, "report": report},
    )


@router.post("/review")
def judge(
    desk: TheDesk,
    asker: Annotated[Asker, Depends(may("review"))],
    verdict: Annotated[str, Form(pattern="^(accept|reject|unsure|correct|withdraw)$")],
    item_kind: Annotated[str, Form(pattern="^(link|statement)$")],
    statement: _Given,
    claim: _Given,
    note: Annotated[str, Form(max_length=4_000)] = "",
    back: Annotated[str, Form(max_length=2_000)] = "/review",
    act: _Given = "",
    certainty: _Given = "",
    source_kind: _Given = "",
    source_type: _Given = "",
    speaker: _Given = "",
    party: _Given = "",
    stance: _Given = "",
) -> RedirectResponse:
    """Puts a judgement on record, as a row with name and time; it holds at once."""
    values = _corrected(
        {"act": act, "certainty": certainty, "source_kind": source_kind, "source_type": source_type,
         "speaker": speaker, "party": party}, stance, claim,
    )  # fmt: skip
    if verdict == "correct" and not values:
        raise UsageError("nothing is corrected: choose another value, or accept the statement as it stands")
    made: Sequence[Correction | Decision]
    with desk.record.review(asker.name or "", datetime.now(UTC), note.strip() or None) as review:
        if verdict == "correct":
            made = [review.correct_statement(statement, values)]
        elif verdict == "withdraw":
            made = (
                review.unjudge_link(statement, claim)
                if item_kind == "link"
                else review.withdraw_correction(statement)
            )
        elif item_kind == "link" and verdict != "unsure":
            made = review.judge_link(statement, claim, "confirm" if verdict == "accept" else "reject")
        elif verdict == "accept":
            made = [review.accept_statement(statement)]
        elif verdict == "reject":
            made = [review.reject_statement(statement)]
        else:
            made = [review.unsure_statement(statement)]
    return RedirectResponse(_with_done(way_back(back, "/review"), made[0].id if made else ""), 303)


@router.post("/review/withdraw")
def withdraw(
    desk: TheDesk,
    asker: Annotated[Asker, Depends(may("review"))],
    ident: _Given,
    back: Annotated[str, Form(max_length=2_000)] = "/review/history",
) -> RedirectResponse:
    """Takes back a correction or a decision on a link, one's own or, with the right to, anybody's."""
    with desk.record.asking() as connection:
        held = judged(connection, ident)
    if held is None:
        raise UsageError(f"{ident[:40]!r} is no judgement that can be withdrawn here")
    if held.user != asker.name and not asker.may("admin"):
        raise NotAllowed(f"the judgement is by {held.user}; only they can withdraw it")
    if not held.withdrawn:
        with desk.record.review(asker.name or "", datetime.now(UTC)) as review:
            if held.claim is None:
                review.withdraw_correction(held.id)
            elif held.id not in {one.id for one in review.unjudge_link(held.statement, held.claim)}:
                raise UsageError("a later decision on this link holds; withdraw that one first")
    return RedirectResponse(_with_done(way_back(back, "/review/history"), held.id), 303)


@router.get("/review/history")
def history_page(
    request: Request,
    desk: TheDesk,
    asker: TheAsker,
    user: _Field = "",
    claim: _Field = "",
    report: _Field = "",
    opens: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
    done: _Field = "",
) -> HTMLResponse:
    """Every correction, decision and judgement with name and time, the last first."""
    with desk.record.asking() as connection:
        last = judged(connection, done) if done else None
    everybodys = list(history(desk.record, claim=claim or None, report=report or None))[::-1]
    rows = [row for row in everybodys if not user.strip() or row.user == user.strip()]
    return shown(
        request,
        "review-history.html",
        rows=rows[opens : opens + _HISTORY],
        total=len(rows),
        earlier=opens + _HISTORY if opens + _HISTORY < len(rows) else None,
        user=user,
        users=sorted({row.user for row in everybodys}),
        may_review=asker.may("review"),
        done=last,
        narrowed=claim or report,
    )


@router.get("/review/agreement")
def agreement_page(request: Request, desk: TheDesk, a: _Field = "", b: _Field = "") -> HTMLResponse:
    """How far two reviewers agree, and where they do not."""
    found = agreement(desk.record, a, b) if a.strip() and b.strip() else None
    users = sorted({row.user for row in history(desk.record)})
    return shown(request, "review-agreement.html", found=found, a=a, b=b, users=users)


def _kinds(kind: str) -> tuple[ItemKind, ...]:
    kinds: tuple[ItemKind, ...] = get_args(ItemKind)
    chosen = tuple(one for one in kinds if kind in ("", one))
    if not chosen:
        raise UsageError(f"kind: {kind[:40]!r} is nothing to review; give one of {', '.join(kinds)}")
    return chosen


def _in_force(connection: Connection, item: ReviewItem) -> Correction | None:
    """What a reviewer said of the statement that changes how it is read, where somebody did."""
    held = overlay(connection, reports={item.report}).in_force.get(item.statement)
    return None if held is None else held.said


def _with_done(address: str, ident: str) -> str:
    """An address that also tells what was just done; the rest of it stays."""
    parts = urlsplit(address)
    asked = [(name, value) for name, value in parse_qsl(parts.query) if name != "done"]
    return urlunsplit(parts._replace(query=urlencode([*asked, ("done", ident)] if ident else asked)))


def _corrected(given: dict[str, str], stance: str, claim: str) -> dict[str, Any]:
    """What the form corrects: only fields that were filled in; `(none)` stands for nobody and nothing."""
    values: dict[str, Any] = {
        name: None if value == _NONE else value.strip() for name, value in given.items() if value.strip() != _AS_READ
    }
    if stance:
        values["stances"] = {claim: stance}
    return values
