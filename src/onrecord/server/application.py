"""One application out of the pages, the API and the record that both show."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

import anyio.to_thread
from fastapi import Depends, FastAPI
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

import onrecord
from onrecord.api import api_for
from onrecord.desk import Desk
from onrecord.desk.access import Access
from onrecord.desk.board import Board
from onrecord.desk.cast import Cast
from onrecord.desk.doors import is_loopback
from onrecord.desk.places import Places
from onrecord.record import Record
from onrecord.resolution.registry import aliases_by_id
from onrecord.review.queue import ReviewQueue
from onrecord.server.entry import Entry
from onrecord.server.files import Files
from onrecord.server.headers import SafeHeaders
from onrecord.server.heads import Heads
from onrecord.server.hosts import HostCheck
from onrecord.server.problems import answer_problems
from onrecord.server.rounds import rounds
from onrecord.server.sizes import SizeLimit
from onrecord.server.turns import Turns
from onrecord.web.askers import form_checked
from onrecord.web.pages import ROUTERS

WORKERS = 4
"""Requests that are worked on side by side; each keeps a connection with a cache of its own."""


def application(
    record: str | Path, *, user: str | None = None, host: str = "127.0.0.1", names: Iterable[str] = ()
) -> FastAPI:
    """The desk of the record at a path or URL, as an ASGI application.

    `user` is whose name everybody acts under as long as no token is asked for. `host` is where it will be served,
    `names` are names by which it may be called. RecordMissing where there is no record.
    """
    names = tuple(names)
    held = Record.open(record, aliases=aliases_by_id(), shared=True)
    access = Access(held, user=user)
    desk = Desk(
        *(held, Board(held), access, Places(held), ReviewQueue(held), Cast(held)),
        user=user,
        loopback=is_loopback(host) and all(map(is_loopback, names)),
    )

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = WORKERS
        desk.cast.warm(after=desk.board.wait)
        desk.places.warm(after=desk.board.wait)
        async with rounds(desk):
            yield
        for kept in (desk.board, desk.cast, desk.places, desk.queue):
            kept.close()
        held.close()

    app = FastAPI(
        title="onrecord",
        version=onrecord.__version__,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        middleware=[
            Middleware(SafeHeaders),
            Middleware(HostCheck, names=[host, *names]),
            Middleware(SizeLimit),
            Middleware(Heads),
            Middleware(GZipMiddleware, minimum_size=1_000, compresslevel=5),
            Middleware(Entry, desk=desk),
            Middleware(Turns),
        ],
    )
    app.state.desk = desk
    _with_pages(app)
    return app


def _with_pages(app: FastAPI) -> None:
    answer_problems(app)
    for router in ROUTERS:
        app.include_router(router, dependencies=[Depends(form_checked)], include_in_schema=False)
    app.mount("/api", api_for(app.state.desk))
    app.mount("/static", Files(), name="static")
    app.state.paths = frozenset(route.path for router in ROUTERS for route in router.routes if hasattr(route, "path"))
