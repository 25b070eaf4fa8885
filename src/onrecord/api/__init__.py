"""The HTTP API: every question of the command line under `/api`, with the same answers.

`app.mount("/api", api_for(desk))` puts it into a server.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.api.application import Api, api_for

__all__ = ["Api", "api_for"]


def __getattr__(name: str) -> Any:
    """The names of this room, loaded when they are asked for: FastAPI is no light thing to import."""
    if name not in __all__:
        raise AttributeError(name)
    from onrecord.api import application

    return getattr(application, name)
