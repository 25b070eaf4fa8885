"""Wrong tokens counted by address, in memory: whoever shows too many has to wait before the next is answered."""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from collections.abc import Callable
from threading import Lock

from onrecord.errors import TooManyTries

MOST = 10
"""How many wrong tokens an address may show within `SECONDS`."""
SECONDS = 60
_MOST_ADDRESSES = 10_000


class Tries:
    """Counts wrong tokens; safe to use from several threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._wrong: OrderedDict[str, deque[float]] = OrderedDict()
        self._lock = Lock()

    def check(self, address: str) -> None:
        """TooManyTries while an address has to wait."""
        now = self._clock()
        with self._lock:
            told = self._recent(address, now)
            if told is not None and len(told) >= MOST:
                raise TooManyTries(max(1, round(told[0] + SECONDS - now)))

    def wrong(self, address: str) -> None:
        """Takes in that a wrong token came from an address."""
        now = self._clock()
        with self._lock:
            told = self._recent(address, now) or deque(maxlen=MOST)
            told.append(now)
            self._wrong[address] = told
            self._wrong.move_to_end(address)
            while len(self._wrong) > _MOST_ADDRESSES:
                self._wrong.popitem(last=False)

    def _recent(self, address: str, now: float) -> deque[float] | None:
        told = self._wrong.get(address)
        while told and told[0] <= now - SECONDS:
            told.popleft()
        if told is not None and not told:
            del self._wrong[address]
            return None
        return told
