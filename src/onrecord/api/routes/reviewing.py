"""What reviewers decide: of actors, links, claims and statements; every decision a row with a name and a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import Response

from onrecord.api import answers
from onrecord.api.asking import Asking, Reading, Reviewing
from onrecord.api.bodies import Corrected, Joined, Judged, Linked, Split
from onrecord.api.documented import answered, done
from onrecord.api.paging import Page
from onrecord.api.parameters import After, AsOf, ClaimPath, KnownAt, Limit, PartyName, Text
from onrecord.api.sending import json_response
from onrecord.api.shapes import catalogue
from onrecord.api.tabled import Tabled, page_response, table_routes
from onrecord.contract import noun_json
from onrecord.errors import UsageError
from onrecord.record import Correction, Decision, Judgement
from onrecord.record.decisions import decisions_on
from onrecord.record.reviewing import Review
from onrecord.review import Agreement, HistoryRow, ReviewItem, agreement, history
from onrecord.review.history import HistoryKind
from onrecord.review.queue import KINDS
from onrecord.review.weighing import ItemKind
from onrecord.run.adding import recording_time

router = APIRouter(tags=["review"])
_DECISIONS = Tabled(Decision, lambda one: one.id)
_WITHDRAWN = {"withdrawn": {"type": "boolean", "description": "Whether it was taken back just now."}}
_MADE = {"type": "array", "items": catalogue.with_more("DecisionMade", Decision, _WITHDRAWN)}
_JUDGED = {"type": "array", "items": catalogue.with_more("JudgementMade", Judgement, _WITHDRAWN)}
_CORRECTED = {"type": "array", "items": catalogue.with_more("CorrectionMade", Correction, _WITHDRAWN)}
_PUT = "What was put on record."
_HISTORY = Tabled(HistoryRow, lambda one: one.id)
_WEIGHED_AT_ONCE = 400
UserWanted = Annotated[Text | None, Query(alias="user", description="A reviewer's name.")]
ItemWanted = Annotated[ItemKind | None, Query(alias="kind", description="Only links, or only statements.")]
HistoryWanted = Annotated[HistoryKind | None, Query(alias="kind", description="Only what was said of this.")]
ClaimWanted = Annotated[Text | None, Query(alias="claim", description="Only of this claim, by its id or words.")]
ReportWanted = Annotated[Text | None, Query(alias="report", description="Only of this report, by its id.")]
StatementWanted = Annotated[Text | None, Query(alias="statement", description="Only of this statement, by its id.")]
Reviewer = Annotated[Text, Query(description="The name of a reviewer.", examples=["A. Reviewer"])]


def decisions(ask: Reading, known_at: KnownAt = None) -> Sequence[Decision]:
    """What reviewers decided of links and claims, withdrawn decisions included, in the order of deciding."""
    with ask.record.asking() as connection:
        return decisions_on(connection, None, known_at)


def claim_decisions(
    ask: Reading, claim: ClaimPath, as_of: AsOf = None, known_at: KnownAt = None
) -> Sequence[Decision]:
    """What reviewers decided of a claim and its links, withdrawn decisions included, in the order of deciding."""
    held = ask.record.claim(claim, as_of, known_at)
    links = {link.id for link in held.links}
    with ask.record.asking() as connection:
        made = decisions_on(connection, {link.matter for link in held.links}, known_at)
    return [one for one in made if one.link in links or one.to_link in links]


table_routes(router, "/decisions", decisions, _DECISIONS)
table_routes(router, "/claims/{claim}/decisions", claim_decisions, _DECISIONS)


@router.get(
    "/review",
    operation_id="review",
    response_class=Response,
    responses=answered(catalogue.page_of(ReviewItem), "A page of the queue."),
)
def review_queue(
    ask: Reading,
    user: UserWanted = None,
    kind: ItemWanted = None,
    claim: ClaimWanted = None,
    party: PartyName = None,
    report: ReportWanted = None,
    limit: Limit = 20,
    after: After = None,
) -> Response:
    """What to judge next: the links and statements that are least certain and on which most hangs.

    `user` leaves out what that reviewer has judged. On a large record more comes in while it is being weighed.
    """
    ask.desk.queue.refresh(_WEIGHED_AT_ONCE)
    kinds = KINDS if kind is None else (kind,)
    page = ask.desk.queue.page(limit, after, kinds, user, claim=claim, party=party, report=report)
    asking = replace(ask, headers={"Cache-Control": "no-store"})
    return page_response(asking, Page(page.items, page.left, page.next), noun_json)


def review_history(
    ask: Reading,
    user: UserWanted = None,
    kind: HistoryWanted = None,
    claim: ClaimWanted = None,
    report: ReportWanted = None,
    statement: StatementWanted = None,
) -> Sequence[HistoryRow]:
    """Everything that reviewers said and took back, by time: of statements, links, claims, and who is one with whom."""
    return history(ask.record, user=user, kind=kind, statement=statement, report=report, claim=claim)


table_routes(router, "/review/history", review_history, _HISTORY)


@router.get(
    "/review/agreement",
    operation_id="agreement",
    response_class=Response,
    responses=answered(catalogue.object_of(Agreement), "How far they agree."),
)
def review_agreement(ask: Reading, first: Reviewer, second: Reviewer) -> Response:
    """How far two reviewers agree, by kind of judgement, with Cohen's kappa; and all on which they do not."""
    found = agreement(ask.record, first, second)
    body = {
        "first": found.first,
        "second": found.second,
        "kinds": [noun_json(one) for one in found.kinds],
        "disagreements": [noun_json(one) for one in found.disagreements],
    }
    return json_response(body, headers=ask.headers)


@router.post(
    "/correct",
    operation_id="correct",
    status_code=201,
    response_class=Response,
    responses=done(_CORRECTED, _PUT, 201),
)
def correct(ask: Reviewing, body: Corrected) -> Response:
    """Accept, correct or reject a statement, or say that you are unsure; what you say holds at once.

    The statement stays as it was read, and your word is a row beside it, with your name and the time.
    """
    values = body.values.given()
    if bool(values) != (body.action == "correct"):
        raise UsageError("values go with the action correct, which needs at least one")
    with ask.record.review(ask.user, recording_time(), body.note) as review:
        made = _said(review, body, values)
    withdrawn = body.action == "withdraw"
    return json_response([noun_json(one) | {"withdrawn": withdrawn} for one in made], 201, ask.headers)


def _said(review: Review, body: Corrected, values: dict[str, Any]) -> list[Correction]:
    said: dict[str, Callable[[], list[Correction]]] = {
        "accept": lambda: [review.accept_statement(body.statement, anew=body.anew)],
        "correct": lambda: [review.correct_statement(body.statement, values, anew=body.anew)],
        "reject": lambda: [review.reject_statement(body.statement)],
        "unsure": lambda: [review.unsure_statement(body.statement)],
        "withdraw": lambda: review.withdraw_correction(body.statement),
    }
    return said[body.action]()


@router.post(
    "/judge", operation_id="judge", status_code=201, response_class=Response, responses=done(_JUDGED, _PUT, 201)
)
def judge(ask: Reviewing, body: Judged) -> Response:
    """Judge whether two actors are the same; the judgement overrides the program's own.

    Nothing is overwritten: a new judgement and a withdrawal are rows of their own.
    """
    _one_of(body.judgement, withdraw=body.withdraw, what="judgement")
    pair = body.left, body.right
    if body.judgement is None:
        made = ask.record.withdraw(*pair, ask.user, recording_time(), body.note)
    else:
        made = [ask.record.judge(*pair, body.judgement, ask.user, recording_time(), body.note)]
    return json_response(
        [answers.judgement_json(one) | {"withdrawn": body.withdraw} for one in made], 201, ask.headers
    )


@router.post("/link", operation_id="link", status_code=201, response_class=Response, responses=done(_MADE, _PUT, 201))
def link(ask: Reviewing, body: Linked) -> Response:
    """Confirm or reject that a statement bears on a claim; what is rejected counts for nothing."""
    verdict = body.verdict
    _one_of(verdict, withdraw=body.withdraw, what="verdict")

    def decide(review: Review) -> list[Decision]:
        if verdict is None:
            return review.unjudge_link(body.statement, body.claim)
        return review.judge_link(body.statement, body.claim, verdict)

    return _decided(ask, decide, body.note, withdrawn=body.withdraw)


@router.post("/join", operation_id="join", status_code=201, response_class=Response, responses=done(_MADE, _PUT, 201))
def join(ask: Reviewing, body: Joined) -> Response:
    """Make one claim of two; it reads as the first one does, and the ids of both find it."""
    return _decided(
        ask,
        lambda review: (review.unjoin if body.withdraw else review.join)(body.claim, body.other),
        body.note,
        withdrawn=body.withdraw,
    )


@router.post(
    "/split", operation_id="split", status_code=201, response_class=Response, responses=done(_MADE, _PUT, 201)
)
def split(ask: Reviewing, body: Split) -> Response:
    """Take statements out of a claim: together into a claim of their own, or into another one."""

    def decide(review: Review) -> list[Decision]:
        if body.withdraw:
            return review.unsplit(body.claim, body.statements)
        return review.split(body.claim, body.statements, body.to)

    return _decided(ask, decide, body.note, withdrawn=body.withdraw)


def _decided(
    ask: Asking, decide: Callable[[Review], list[Decision]], note: str | None, *, withdrawn: bool
) -> Response:
    with ask.record.review(ask.user, recording_time(), note) as review:
        made = decide(review)
    return json_response([noun_json(one) | {"withdrawn": withdrawn} for one in made], 201, ask.headers)


def _one_of(given: Any, *, withdraw: bool, what: str) -> None:
    if withdraw == (given is not None):
        raise UsageError(f"give a {what}, or withdraw; one of the two")
