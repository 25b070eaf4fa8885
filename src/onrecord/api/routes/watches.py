"""Saved questions: what each is, what it found, and whom to call."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from onrecord.api.asking import Reading, Writing
from onrecord.api.documented import answered, done
from onrecord.api.keepbodies import WatchAsked
from onrecord.api.paging import Page
from onrecord.api.parameters import After, Limit, Text
from onrecord.api.sending import json_response
from onrecord.api.shapes import catalogue
from onrecord.api.tabled import page_response
from onrecord.contract import noun_json
from onrecord.desk.watches import Finding, Question, Watch, Watches
from onrecord.run.adding import recording_time

router = APIRouter(tags=["saved questions"])
WatchPath = Annotated[Text, Path(description="A saved question's id, or the beginning of it.")]
WatchWanted = Annotated[Text | None, Query(alias="watch", description="Only what this question found.")]
UserWanted = Annotated[Text | None, Query(alias="user", description="Only those of this user.")]


@router.get(
    "/watches",
    operation_id="watches",
    response_class=Response,
    responses=answered(catalogue.list_of(Watch), "The questions."),
)
def watches(ask: Reading, user: UserWanted = None) -> Response:
    """The saved questions of everybody, the oldest first; those that were given up are left out."""
    return json_response([noun_json(one) for one in Watches(ask.record).all(user)], headers=ask.headers)


@router.get(
    "/watches/{watch}",
    operation_id="watch",
    response_class=Response,
    responses=answered(catalogue.object_of(Watch), "The question."),
)
def watch(ask: Reading, watch: WatchPath) -> Response:
    """One saved question."""
    return json_response(noun_json(Watches(ask.record).watch(watch)), headers=ask.headers)


@router.get(
    "/findings",
    operation_id="findings",
    response_class=Response,
    responses=answered(catalogue.page_of(Finding), "A page."),
)
def findings(
    ask: Reading, watch: WatchWanted = None, user: UserWanted = None, limit: Limit = 50, after: After = None
) -> Response:
    """What saved questions found, the last first.

    `already` is true of what the record held when the question was saved. `total` is null: nobody counts them for a page.
    """
    page = Watches(ask.record).findings(watch, user=user, limit=limit, after=after)
    return page_response(ask, Page(page.findings, None, page.next), noun_json)


@router.post(
    "/watches",
    operation_id="save_watch",
    status_code=201,
    response_class=Response,
    responses=done(catalogue.object_of(Watch), "The question.", 201),
)
def save_watch(ask: Writing, body: WatchAsked) -> Response:
    """Save a question; it is asked again whenever something is added."""
    question = Question(body.kind, body.words, body.claim, body.party, body.actor, body.since)
    made = Watches(ask.record).add(question, ask.user, recording_time(), body.name)
    return json_response(noun_json(made), 201, ask.headers)


@router.delete(
    "/watches/{watch}",
    operation_id="give_up_watch",
    response_class=Response,
    responses=done(catalogue.object_of(Watch), "The question."),
)
def give_up_watch(ask: Writing, watch: WatchPath) -> Response:
    """Give up a saved question of your own; what it found stays on record."""
    anybodys = ask.asker.may("admin")
    made = Watches(ask.record).remove(watch, ask.user, recording_time(), anybodys=anybodys)
    return json_response(noun_json(made), headers=ask.headers)
