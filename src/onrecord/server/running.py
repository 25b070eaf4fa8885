"""Runs a desk until it is stopped."""

from __future__ import annotations

import ctypes
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from errno import EACCES, EADDRINUSE

import uvicorn
from fastapi import FastAPI

from onrecord.desk import Desk
from onrecord.errors import UsageError

_SECONDS_TO_FINISH = 5
_ARENAS = -8
"""What `mallopt` calls the most arenas in which the C library keeps memory; more than one leaves holes in each."""
_TURN = 0.0005
"""Seconds for which one thread computes while another waits: a request changes threads dozens of times, and Python's own
5 ms each time would add up while reports are taken in in the background."""


def serve(app: FastAPI, host: str, port: int, ready: Callable[[str], None]) -> None:
    """Serves until it is told to stop; `ready` is called with the address once it can be opened.

    Beyond this machine somebody must hold a token first. UsageError where there is none, or where the port is taken.
    """
    _demand_tokens(app.state.desk, host)
    sys.setswitchinterval(_TURN)
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(_ARENAS, 1)
    with listening(host, port) as taken:
        config = uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=_SECONDS_TO_FINISH,
        )
        _Announcing(config, lambda: ready(address_of(host, taken.getsockname()[1]))).run(sockets=[taken])


class _Announcing(uvicorn.Server):
    """Tells when it is ready."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens there; UsageError says why there can be none."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return _bound(socket.socket(family, kind), address)
    except socket.gaierror as error:
        raise UsageError(f"--host {host} is no address of this machine; try 127.0.0.1") from error
    except OSError as error:
        if error.errno == EADDRINUSE:
            raise UsageError(f"port {port} is in use at {host}; choose another one: --port {port + 1}") from error
        if error.errno == EACCES:
            raise UsageError(f"port {port} may not be used without special rights; try --port 8321") from error
        raise UsageError(f"nothing can listen at {host}, port {port}: {error.strerror or error}") from error


def address_of(host: str, port: int) -> str:
    """The address to open in a browser."""
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    return f"http://{shown}:{port}/"


def _bound(made: socket.socket, address: object) -> socket.socket:
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(address)  # type: ignore[arg-type]
        made.listen(128)
    except OSError:
        made.close()
        raise
    return made


def _demand_tokens(desk: Desk, host: str) -> None:
    if not desk.loopback and desk.access.open_desk():
        raise UsageError(
            f"at {host} and by the names given others can reach this desk, and nobody has a token yet; make one "
            f"first: onrecord token add NAME --db {desk.record.place}"
        )
