"""Tokens: what programs, and people beyond the machine, show to be let in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Path
from starlette.responses import Response

from onrecord.api.asking import Administering
from onrecord.api.documented import answered, done
from onrecord.api.keepbodies import TokenAsked
from onrecord.api.parameters import Text
from onrecord.api.sending import json_response
from onrecord.api.shapes import catalogue
from onrecord.contract import noun_json
from onrecord.desk.tokens import NewToken, Token, Tokens
from onrecord.run.adding import recording_time

router = APIRouter(tags=["tokens"])
TokenPath = Annotated[Text, Path(description="A token's id, or how it begins.")]


@router.get(
    "/tokens",
    operation_id="tokens",
    response_class=Response,
    responses=answered(catalogue.list_of(Token), "The tokens, without their secrets."),
)
def tokens(ask: Administering) -> Response:
    """The tokens that were made, revoked and expired ones included; their secrets are kept nowhere."""
    held: Sequence[Token] = Tokens(ask.record).all()
    return json_response([noun_json(one) for one in held], headers=ask.headers)


@router.post(
    "/tokens",
    operation_id="make_token",
    status_code=201,
    response_class=Response,
    responses=done(catalogue.object_of(NewToken), "The token, with its secret.", 201),
)
def make_token(ask: Administering, body: TokenAsked) -> Response:
    """Make a token; its secret is shown this once.

    From the first token on, nobody is let in without one, on the machine itself either.
    """
    made = Tokens(ask.record).add(body.name, recording_time(), tuple(body.scopes), body.expires, ask.user)
    return json_response(noun_json(made), 201, ask.headers)


@router.delete(
    "/tokens/{token}",
    operation_id="revoke_token",
    response_class=Response,
    responses=done(catalogue.object_of(Token), "The token."),
)
def revoke_token(ask: Administering, token: TokenPath) -> Response:
    """Revoke a token: from now on it lets nobody in."""
    return json_response(noun_json(Tokens(ask.record).revoke(token, recording_time(), ask.user)), headers=ask.headers)
