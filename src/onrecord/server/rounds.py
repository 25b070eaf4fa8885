"""What a served desk does by itself: puts saved questions to what came in, and tells those who want to know."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime

from starlette.concurrency import run_in_threadpool

from onrecord.desk import Desk
from onrecord.desk.hooks import Hooks
from onrecord.desk.watches import Watches
from onrecord.errors import OnrecordError

_PAUSE = 20.0
_log = logging.getLogger("onrecord.server")


@asynccontextmanager
async def rounds(desk: Desk, pause: float = _PAUSE) -> AsyncIterator[None]:
    """Makes a round after each pause, for as long as the desk is served; a round that fails is made again."""
    going = asyncio.create_task(_go_round(desk, pause))
    try:
        yield
    finally:
        going.cancel()
        with suppress(asyncio.CancelledError):
            await going


def one_round(desk: Desk) -> None:
    """Puts the saved questions of a desk to what came in, and calls the webhooks that are due."""
    now = datetime.now(UTC)
    Watches(desk.record).run(now)
    Hooks(desk.record).deliver(now)


async def _go_round(desk: Desk, pause: float) -> None:
    while True:
        await asyncio.sleep(pause)
        try:
            await run_in_threadpool(one_round, desk)
        except OnrecordError as error:
            _log.warning("saved questions were not asked this time: %s", error)
        except Exception:  # noqa: BLE001 - the next round has to come whatever happened in this one
            _log.exception("saved questions were not asked this time")
