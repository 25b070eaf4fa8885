"""A desk over a record of both peace processes, and its API as a browser or a program on the machine calls it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from fastapi import FastAPI
from starlette.testclient import TestClient
from tests.record.questions.held import filled
from tests.record.stores import Place

from onrecord.api import api_for
from onrecord.api.failures import answer_failures
from onrecord.desk import Desk
from onrecord.desk.access import Access
from onrecord.desk.board import Board
from onrecord.desk.cast import Cast
from onrecord.desk.places import Places
from onrecord.record import Record
from onrecord.review.queue import ReviewQueue

HERE = ("127.0.0.1", 50_000)
ELSEWHERE = ("192.0.2.7", 50_000)
ADDRESS = "http://127.0.0.1:8400"
USER = "A. Reviewer"


def server_of(record: Record, user: str | None = USER, *, loopback: bool = True) -> FastAPI:
    """A server with nothing but the API."""
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    answer_failures(app)
    held = Board(record), Access(record, user=user), Places(record), ReviewQueue(record), Cast(record)
    app.mount("/api", api_for(Desk(record, *held, user, loopback)))
    return app


def client_of(app: FastAPI, client: tuple[str, int] = HERE) -> TestClient:
    """Somebody who calls it from an address; a fault is an answer of 500, as it is to those who call."""
    return TestClient(app, base_url=ADDRESS, client=client, raise_server_exceptions=False)


@contextmanager
def desk_at(place: Place) -> Iterator[tuple[Record, TestClient]]:
    """A filled record at a place, and somebody at the machine who asks its API."""
    with filled(place) as record:
        yield record, client_of(server_of(record))
