"""How much a request may bring along."""

from __future__ import annotations

from fastapi import HTTPException
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.server.refusals import refusal

MOST_BYTES = 1_000_000
"""Bytes that the body of a request may have."""


class SizeLimit:
    """Answers 413 to a request whose body is too long, whether it says so beforehand or not."""

    def __init__(self, app: ASGIApp, most: int = MOST_BYTES) -> None:
        self.app = app
        self.most = most
        self._words = f"A request may bring at most {most:,} bytes."

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on what is short enough."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        told = Headers(scope=scope).get("content-length", "0")
        if not told.isdecimal() or int(told) > self.most:
            await self._refusal(scope, receive, send)
            return
        came, begun = 0, False

        async def received() -> Message:
            nonlocal came
            message = await receive()
            came += len(message.get("body", b""))
            if came > self.most:
                raise HTTPException(413, self._words)
            return message

        async def sent(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, received, sent)
        except HTTPException:
            if begun:
                raise
            await self._refusal(scope, receive, send)

    async def _refusal(self, scope: Scope, receive: Receive, send: Send) -> None:
        await refusal(scope, 413, "TooLarge", self._words)(scope, receive, send)
