"""The types and modes of events that PLOVER knows, and the code that CAMEO has for each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.assets import table
from onrecord.reading.wordlists import pattern


@dataclass(frozen=True, slots=True)
class Finer:
    """A code that holds where the trigger has one of these words, for these modes or where no mode is told."""

    code: str
    modes: frozenset[str]
    words: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class EventType:
    """One type of event: what it means in a line, its CAMEO code and that of each mode, None where CAMEO has none."""

    name: str
    gloss: str
    code: str | None
    modes: Mapping[str, str | None]
    finer: tuple[Finer, ...]


def cameo_code(kind: str, mode: str | None, trigger: str) -> str | None:
    """The CAMEO code of an event of this PLOVER type and mode, by the trigger's words where they tell a finer one.

    After CAMEO2PLOVER of 17 September 2021 (draft 0.8), read backwards. None where CAMEO has no code, and for what is
    no type; a mode that the type does not have counts as none.
    """
    known = ontology().get(kind)
    if known is None:
        return None
    mode = mode if mode in known.modes else None
    for finer in known.finer:
        if (mode is None or mode in finer.modes) and finer.words.search(trigger):
            return finer.code
    return known.code if mode is None else known.modes[mode]


@cache
def ontology() -> Mapping[str, EventType]:
    """The event types by name in PLOVER's order, read once from `assets/events.toml`."""
    return {row["type"]: _event_type(row) for row in table("events")["event"]}


def _event_type(row: Mapping[str, Any]) -> EventType:
    modes: dict[str, str] = row.get("modes", {})
    general = frozenset(name for name, code in modes.items() if code and code == row["code"])
    return EventType(
        row["type"],
        row["gloss"],
        row["code"] or None,
        {name: code or None for name, code in modes.items()},
        tuple(_finer(finer, general) for finer in row.get("finer", ())),
    )


def _finer(row: Mapping[str, Any], general: frozenset[str]) -> Finer:
    return Finer(row["code"], frozenset(row.get("modes", general)), re.compile(pattern(row["words"]), re.IGNORECASE))


TYPES: tuple[str, ...] = tuple(row["type"] for row in table("events")["event"])
"""The event types of PLOVER, list of 2021, in its order."""
MODES: Mapping[str, tuple[str, ...]] = {row["type"]: tuple(row.get("modes", ())) for row in table("events")["event"]}
"""The modes of each event type, in the codebook's order; some types have none."""
