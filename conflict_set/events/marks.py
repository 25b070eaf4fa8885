"""Reads the files of marked events into spans of their passages; `docs/annotation.md` describes the format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from conflict_set.passages import FormatError, Passage, Stretch, all_passages
from onrecord.model import EventStatus
from onrecord.reading.ontology import MODES
from onrecord.reading.quantities import UNITS

STATUSES = get_args(EventStatus)

_EVENT = re.compile(r"E\d+ ")
_LETTERS = re.compile(r"[A-Z]{1,2}")


@dataclass(frozen=True)
class GoldQuantity:
    """A number of an event: what it counts and its words with their hedge ("at least 12")."""

    unit: str
    span: Stretch


@dataclass(frozen=True)
class Participant:
    """Who takes part: an actor of the passage by its letter, or words of the text that are no actor of it."""

    actor: str | None
    span: Stretch | None = None


@dataclass(frozen=True)
class GoldEvent:
    """One marked event; `statements` are those that speak of it, none where the report itself does."""

    id: str
    type: str
    mode: str | None
    status: str
    statements: tuple[str, ...]
    trigger: Stretch
    actors: tuple[Participant, ...] = ()
    recipients: tuple[Participant, ...] = ()
    place: Stretch | None = None
    time: Stretch | None = None
    quantities: tuple[GoldQuantity, ...] = ()


def events_of(path: Path, passages: Iterable[Passage]) -> dict[str, list[GoldEvent]]:
    """The events of a file by passage; FormatError lists every line that is wrong."""
    found, errors = parsed(path, {p.id: p for p in passages})
    if errors:
        raise FormatError("\n".join(errors))
    return found


def all_events(folder: Path, part: str) -> dict[str, list[GoldEvent]]:
    """All marked events of a part of the conflict set ("train" or "held_out") by passage."""
    passages = list(all_passages(folder / part))
    found: dict[str, list[GoldEvent]] = {}
    for path in sorted((folder / "events" / part).glob("*.txt")):
        found |= events_of(path, passages)
    return found


def is_kept_to_choose(passage: str) -> bool:
    """Whether a passage of train is kept to choose settings with: the events of every eighth are never learnt from."""
    return int(passage.rpartition("-")[2]) % 8 == 7


def parsed(path: Path, passages: Mapping[str, Passage]) -> tuple[dict[str, list[GoldEvent]], list[str]]:
    """The events of one file by passage, and what is wrong in it, a line each."""
    found: dict[str, list[GoldEvent]] = {}
    errors: list[str] = []
    current: Passage | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            if line.startswith("== "):
                current = _passage(line[3:].strip(), passages, found)
            elif current is None:
                raise ValueError("stands before the first passage")
            else:
                found[current.id].append(_event(current, line.rstrip()))
        except ValueError as error:
            errors.append(f"{path.name}:{number}: {error}")
    return found, errors


def _passage(name: str, passages: Mapping[str, Passage], found: dict[str, list[GoldEvent]]) -> Passage:
    if name not in passages:
        raise ValueError(f"there is no passage {name}")
    if name in found:
        raise ValueError(f"the passage {name} stands twice")
    found[name] = []
    return passages[name]


def _event(passage: Passage, line: str) -> GoldEvent:
    fields = line.split(" | ")
    if not _EVENT.match(line) or len(fields) not in (4, 5):
        raise ValueError(f"{passage.id}: an event has a head and 3 or 4 more fields: {line[:60]!r}")
    head = fields[0].split()
    if len(head) != 5:
        raise ValueError(
            f"{passage.id}: an event begins with 5 words (E1 TYPE mode status statements): {fields[0]!r}"
        )
    name, kind, mode, status, said = head
    if kind not in MODES:
        raise ValueError(f"{passage.id} {name}: {kind!r} is not one of {', '.join(MODES)}")
    if mode != "-" and mode not in MODES[kind]:
        raise ValueError(
            f"{passage.id} {name}: {mode!r} is no mode of {kind}: {', '.join(MODES[kind]) or 'it has none'}"
        )
    if status not in STATUSES:
        raise ValueError(f"{passage.id} {name}: {status!r} is not one of {', '.join(STATUSES)}")
    trigger = passage.find(fields[1])
    if len(trigger) != 1:
        raise ValueError(f"{passage.id} {name}: a trigger is one piece of text")
    extras = list(_extras(fields[4] if len(fields) == 5 else ""))
    one = {key: passage.find(value)[0] for key, value in extras if key in ("place", "time")}
    return GoldEvent(
        name,
        kind,
        None if mode == "-" else mode,
        status,
        tuple(_statements(passage, name, said)),
        trigger[0],
        tuple(_participants(passage, name, fields[2])),
        tuple(_participants(passage, name, fields[3])),
        one.get("place"),
        one.get("time"),
        tuple(GoldQuantity(key, passage.find(value)[0]) for key, value in extras if key in UNITS),
    )


def _statements(passage: Passage, name: str, said: str) -> Iterator[str]:
    known = {statement.id for statement in passage.statements}
    for one in said.split(",") if said != "-" else ():
        if one not in known:
            raise ValueError(f"{passage.id} {name}: there is no statement {one}")
        yield one


def _participants(passage: Passage, name: str, field: str) -> Iterator[Participant]:
    letters = {actor.id for actor in passage.actors}
    for piece in field.strip().split(" ; ") if field.strip() != "-" else ():
        words = piece.strip()
        if not _LETTERS.fullmatch(words):
            yield Participant(None, passage.find(words)[0])
        elif words in letters:
            yield Participant(words)
        else:
            raise ValueError(f"{passage.id} {name}: there is no actor {words}")


def _extras(field: str) -> Iterator[tuple[str, str]]:
    keys = "|".join(("place", "time", *UNITS))
    pieces = re.split(rf"(?:^|\s)({keys})=(?=\d+:)", " " + field)
    if pieces[0].strip():
        raise ValueError(f"extras are place=, time= or a unit ({', '.join(UNITS)}), not {pieces[0].strip()!r}")
    for key, value in zip(pieces[1::2], pieces[2::2], strict=True):
        yield key, value.strip()
