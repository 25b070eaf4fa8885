"""Which names a request may call this server by: a page of another site must not reach it under a name of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from onrecord.desk.doors import LOOPBACK_NAMES, bare, is_address
from onrecord.server.refusals import refusal

_HOST = re.compile(r"(?:\[[0-9a-f:.]+\]|[^\s\[\]/?#@\\:%]+)(?::\d{1,5})?", re.IGNORECASE)


class HostCheck:
    """Answers 400 to a request that calls the server by a name which is not its own.

    A browser can be led to an address under any name (DNS rebinding), but a Host that is an address of numbers or
    `localhost` cannot be somebody else's name. `names` are further ones under which the desk is known.
    """

    def __init__(self, app: ASGIApp, names: Iterable[str] = ()) -> None:
        self.app = app
        self.names = LOOPBACK_NAMES | {name.lower() for name in names}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on what calls the server by its name."""
        if scope["type"] == "http" and not self._own(Headers(scope=scope).get("host", "")):
            words = "This desk does not go by that name. Open it by its address, or start it with --name NAME."
            await refusal(scope, 400, "BadRequest", words)(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def _own(self, host: str) -> bool:
        name = bare(host)
        return _HOST.fullmatch(host) is not None and (name in self.names or is_address(name))
