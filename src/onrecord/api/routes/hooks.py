"""Webhooks: addresses that are called, by a signed POST, with what a saved question finds."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.responses import Response

from onrecord.api.asking import Writing
from onrecord.api.documented import answered, done
from onrecord.api.keepbodies import HookAsked
from onrecord.api.parameters import Limit, Text
from onrecord.api.sending import json_response
from onrecord.api.shapes import catalogue
from onrecord.contract import noun_json
from onrecord.desk.hooks import Delivery, Hook, Hooks, NewHook
from onrecord.errors import NotAllowed
from onrecord.run.adding import recording_time

router = APIRouter(tags=["saved questions"])
WatchPath = Annotated[Text, Path(description="A saved question's id, or the beginning of it.")]
HookPath = Annotated[Text, Path(description="A webhook's id, or the beginning of it.")]


@router.get(
    "/watches/{watch}/hooks",
    operation_id="hooks",
    response_class=Response,
    responses=answered(catalogue.list_of(Hook), "The webhooks, without their secrets."),
)
def hooks(ask: Writing, watch: WatchPath) -> Response:
    """Your own webhooks of a saved question; all of them for scope `admin`.

    Their addresses may hold a secret.
    """
    own = [one for one in Hooks(ask.record).all(watch) if ask.asker.may("admin") or one.user == ask.user]
    return json_response([noun_json(one) for one in own], headers=ask.headers)


@router.post(
    "/watches/{watch}/hooks",
    operation_id="add_hook",
    status_code=201,
    response_class=Response,
    responses=done(catalogue.object_of(NewHook), "The webhook, with its secret.", 201),
)
def add_hook(ask: Writing, watch: WatchPath, body: HookAsked) -> Response:
    """Have an address called with what a saved question finds; the secret that signs the calls is shown this once."""
    made = Hooks(ask.record).add(watch, body.url, ask.user, recording_time())
    return json_response(noun_json(made), 201, ask.headers)


@router.get(
    "/hooks/{hook}/deliveries",
    operation_id="deliveries",
    response_class=Response,
    responses=answered(catalogue.list_of(Delivery), "The calls, the last first."),
)
def deliveries(ask: Writing, hook: HookPath, limit: Limit = 50) -> Response:
    """The calls that were made to a webhook of your own, or to any for scope `admin`."""
    held = Hooks(ask.record).hook(hook)
    if held.user != ask.user and not ask.asker.may("admin"):
        raise NotAllowed("this webhook is somebody else's; only who added it and scope admin see its calls")
    return json_response([noun_json(one) for one in Hooks(ask.record).deliveries(hook, limit)], headers=ask.headers)


@router.delete(
    "/hooks/{hook}",
    operation_id="remove_hook",
    response_class=Response,
    responses=done(catalogue.object_of(Hook), "The webhook."),
)
def remove_hook(ask: Writing, hook: HookPath) -> Response:
    """Call an address no longer; the calls that were made stay on record."""
    anybodys = ask.asker.may("admin")
    made = Hooks(ask.record).remove(hook, ask.user, recording_time(), anybodys=anybodys)
    return json_response(noun_json(made), headers=ask.headers)
