"""Sends the calls of webhooks, each within a limit of time; of the answer no more than the status is read."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.desk.publicaddresses import Resolve, address_to_call, place_of
from onrecord.desk.signatures import HEADER, signature
from onrecord.errors import UsageError

if TYPE_CHECKING:
    import httpx

SECONDS = 20
"""How long a call may take, from looking the name up to the status of the answer."""
_AT_ONCE = 4
ROUND_SECONDS = 60
"""So long one receiver is called in one round; what is left waits for the next, so that a slow one holds up nobody."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call to make: where to, signed with what, and the body under its id."""

    url: str
    secret: str
    id: str
    attempt: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """How a call ended: the status of the answer, or why there was none."""

    status: int | None
    error: str | None = None

    @property
    def taken(self) -> bool:
        """Whether the receiver took it."""
        return self.status is not None and 200 <= self.status < 300


class Postman:
    """Makes calls; `resolve`, `transport` and `clock` are for tests."""

    def __init__(
        self,
        resolve: Resolve,
        *,
        private: bool,
        transport: httpx.AsyncBaseTransport | None = None,
        clock: Callable[[], float] = time.time,
        seconds: float = SECONDS,
    ) -> None:
        self._resolve = resolve
        self._private = private
        self._transport = transport
        self._clock = clock
        self._seconds = seconds

    def send(self, rounds: Sequence[Sequence[Call]]) -> list[list[Answer]]:
        """Makes the calls of several receivers side by side, those of each in order and up to the first that fails."""
        return asyncio.run(self._all(rounds))

    async def _all(self, rounds: Sequence[Sequence[Call]]) -> list[list[Answer]]:
        import httpx

        turns = asyncio.Semaphore(_AT_ONCE)
        # Neither proxies nor passwords of the environment: the address that was looked at is the one that is called.
        async with httpx.AsyncClient(
            trust_env=False, follow_redirects=False, timeout=self._seconds, transport=self._transport
        ) as client:
            return await asyncio.gather(*(self._in_order(client, turns, calls) for calls in rounds))

    async def _in_order(
        self, client: httpx.AsyncClient, turns: asyncio.Semaphore, calls: Sequence[Call]
    ) -> list[Answer]:
        answers = list[Answer]()
        async with turns:
            until = time.monotonic() + ROUND_SECONDS
            for call in calls:
                if answers and time.monotonic() > until:
                    break
                answers.append(await self._one(client, call))
                if not answers[-1].taken:
                    break
        return answers

    async def _one(self, client: httpx.AsyncClient, call: Call) -> Answer:
        import httpx

        try:
            async with asyncio.timeout(self._seconds):
                return Answer(await self._status(client, call))
        except TimeoutError:
            return Answer(None, f"no answer within {self._seconds:g} seconds")
        except UsageError as error:
            return Answer(None, str(error))
        except (httpx.HTTPError, httpx.InvalidURL, OSError, UnicodeError) as error:
            return Answer(None, " ".join(f"{type(error).__name__}: {error}".split())[:300])

    async def _status(self, client: httpx.AsyncClient, call: Call) -> int:
        import httpx

        scheme, host, port = place_of(call.url)
        address = await asyncio.to_thread(address_to_call, host, port, self._resolve, private=self._private)
        url = httpx.URL(call.url)
        named = url.netloc.decode("ascii")
        headers = {
            "Host": named,
            "Content-Type": "application/json; charset=utf-8",
            "X-Onrecord-Id": call.id,
            "X-Onrecord-Attempt": str(call.attempt),
            HEADER: signature(call.secret, int(self._clock()), call.body),
        }
        # The certificate has to be that of the name, whatever address it has.
        extensions = {"sni_hostname": host} if scheme == "https" else {}
        request = client.build_request(
            "POST", url.copy_with(host=address), content=call.body, headers=headers, extensions=extensions
        )
        response = await client.send(request, stream=True)
        await response.aclose()
        return response.status_code
