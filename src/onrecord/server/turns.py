"""Turns for what takes long, so that a few such requests leave threads for everything else."""

from __future__ import annotations

import anyio
from starlette.types import ASGIApp, Receive, Scope, Send

AT_ONCE = 2
"""Requests that take long and are worked on side by side; the others wait for their turn."""
_PATHS = frozenset({"/timeline", "/map", "/map/places.geojson", "/api/timeline"})


class Turns:
    """Lets only so many long histories and maps be made at once."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._turns = anyio.Semaphore(AT_ONCE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, once it is its turn."""
        if scope["type"] != "http" or not takes_long(scope["path"]):
            await self.app(scope, receive, send)
            return
        async with self._turns:
            await self.app(scope, receive, send)


def takes_long(path: str) -> bool:
    """Whether what is at an address is made of much of the record at once; tables are sent as they are read."""
    return path in _PATHS
