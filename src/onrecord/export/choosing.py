"""What somebody asks for by name, or an error that says what there is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from onrecord.errors import UsageError
from onrecord.export.formats.geojson import LAYERS, Layer
from onrecord.model import EventStatus

_STATUSES: tuple[EventStatus, ...] = get_args(EventStatus)


def status_called(name: str | None) -> EventStatus | None:
    """The status of events with this name; None for none."""
    if name is None:
        return None
    for status in _STATUSES:
        if status == name:
            return status
    raise UsageError(f"there is no status {name!r}; choose one of: {', '.join(_STATUSES)}")


def layers_called(names: Sequence[str]) -> tuple[Layer, ...]:
    """The layers with these names; all for none."""
    for name in names:
        if name not in LAYERS:
            raise UsageError(f"there is no layer {name!r}; choose from: {', '.join(LAYERS)}")
    return tuple(layer for layer in LAYERS if not names or layer in names)
