"""What somebody follows, and what is new of it since they last looked."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from onrecord.api.asking import Asking, Reading, Writing
from onrecord.api.documented import answered, done
from onrecord.api.keepbodies import Followed, LookedAt
from onrecord.api.parameters import Text
from onrecord.api.sending import json_response
from onrecord.api.shapes import catalogue
from onrecord.contract import noun_json
from onrecord.desk.follows import Follow, FollowKind, Follows, News
from onrecord.run.adding import recording_time

router = APIRouter(tags=["following"])
Kind = Annotated[FollowKind, Query(alias="kind", description="The kind of what is followed.", examples=["claim"])]
SubjectId = Annotated[Text, Query(alias="subject", description="The id of it; of a party its key or a name.")]
_ALL = catalogue.list_of(Follow)


@router.get("/follows", operation_id="follows", response_class=Response, responses=answered(_ALL, "What you follow."))
def follows(ask: Reading) -> Response:
    """What you follow: claims, actors, parties and saved questions."""
    return _held(ask, 200)


@router.post(
    "/follows",
    operation_id="follow",
    status_code=201,
    response_class=Response,
    responses=done(_ALL, "All of it.", 201),
)
def follow(ask: Writing, body: Followed) -> Response:
    """Follow something; twice is as good as once."""
    Follows(ask.record).follow(ask.user, body.kind, body.subject, recording_time())
    return _held(ask, 201)


@router.delete("/follows", operation_id="unfollow", response_class=Response, responses=done(_ALL, "What is left."))
def unfollow(ask: Writing, kind: Kind, subject: SubjectId) -> Response:
    """Follow something no longer."""
    Follows(ask.record).unfollow(ask.user, kind, subject, recording_time())
    return _held(ask, 200)


@router.get(
    "/news",
    operation_id="news",
    response_class=Response,
    responses=answered(catalogue.list_of(News), "What is new, the newest first."),
)
def news(ask: Reading) -> Response:
    """What is new of what you follow since you last looked, and replies to your notes."""
    found = () if ask.asker.name is None else Follows(ask.record).news(ask.asker.name)
    return json_response([noun_json(one) for one in found], headers=ask.headers)


@router.post(
    "/news/seen",
    operation_id="seen",
    status_code=201,
    response_class=Response,
    responses=done(catalogue.list_of(News), "What is new still.", 201),
)
def seen(ask: Writing, body: LookedAt) -> Response:
    """Say that you have looked: at one thing, or at everything."""
    held = Follows(ask.record)
    held.looked(ask.user, recording_time(), body.kind, body.subject)
    return json_response([noun_json(one) for one in held.news(ask.user)], 201, ask.headers)


def _held(ask: Asking, status: int) -> Response:
    found = () if ask.asker.name is None else Follows(ask.record).of(ask.asker.name)
    return json_response([noun_json(one) for one in found], status, ask.headers)
