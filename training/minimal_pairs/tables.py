"""The tables that passages are composed from: conflicts and their bodies, kinds of event, frames, followers."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PARTS = ("government", "army", "group", "foreign", "mediator", "civic")
_KINDS = {"government": "government", "army": "military", "group": "armed_group", "civic": "organisation"}
_TYPES = {"army": "military", "group": "armed_group", "civic": "other"}


@dataclass(frozen=True, slots=True)
class Body:
    """Somebody who may act: full and short name, the word before "spokesman", its pronoun, kind and type of source."""

    part: str
    name: str
    short: str
    attribute: str
    pronoun: str
    kind: str
    source_type: str

    @property
    def many(self) -> bool:
        """Whether its verb stands in the plural."""
        return self.pronoun == "they"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A conflict with its bodies by part, its towns, years and the names that spokesmen bear."""

    name: str
    years: tuple[int, int]
    bodies: dict[str, Body]
    towns: tuple[str, ...]
    given: tuple[str, ...]
    family: tuple[str, ...]
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event with the words for it; `kinds.toml` explains the fields."""

    name: str
    type: str
    temper: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    passives: tuple[str, ...]
    mode: str = "-"
    says: str | None = None
    unit: str | None = None
    people: tuple[str, ...] = ()
    tail: bool = True
    where: bool = False
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """Sentences of one form; `frames/1_held.toml` explains the fields."""

    form: str
    status: str
    texts: tuple[str, ...]
    says: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    status2: str | None = None
    headline: bool = False
    we: bool = False
    speech: bool = True
    kept: bool = False

    def suits(self, kind: Kind) -> bool:
        """Whether a kind of event can be told in this form."""
        own_types = {words.split()[0] for words in self.own} if self.form != "called for" else set()
        same_word = kind.type in own_types or (kind.type == "CONCEDE" and "AGREE" in own_types)
        spoken = kind.says is not None and not self.speech
        one_alone = self.we and "minister" in kind.actors
        return (not self.only or kind.temper in self.only) and not (same_word or spoken or one_alone)


@cache
def conflicts() -> tuple[Conflict, ...]:
    """Every conflict of `bodies.toml`."""
    return tuple(_conflict(row) for row in _rows("bodies.toml", "conflict"))


@cache
def kinds() -> tuple[Kind, ...]:
    """Every kind of event of `kinds.toml`."""
    return tuple(Kind(**_frozen(row)) for row in _rows("kinds.toml", "kind"))


@cache
def frames() -> tuple[Frame, ...]:
    """Every frame of the files in `frames`, files in the order of their names."""
    files = sorted((HERE / "frames").glob("*.toml"))
    return tuple(Frame(**_frozen(row)) for file in files for row in _rows(f"frames/{file.name}", "frame"))


@cache
def followers() -> tuple[Frame, ...]:
    """Every sentence of `followers.toml`, as frames without an event."""
    return tuple(Frame("follower", "-", **_frozen(row)) for row in _rows("followers.toml", "follower"))


def forms(kept: bool = False) -> tuple[str, ...]:
    """The names of the forms, in the order of the tables."""
    return tuple(dict.fromkeys(frame.form for frame in frames() if frame.kept == kept))


def _rows(name: str, key: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads((HERE / name).read_text(encoding="utf-8"))[key]
    return rows


def _frozen(row: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}


def _conflict(row: dict[str, Any]) -> Conflict:
    first, last = row["years"]
    return Conflict(
        row["name"],
        (first, last),
        {part: _body(part, row[part]) for part in PARTS},
        tuple(row["towns"]),
        tuple(row["given"]),
        tuple(row["family"]),
        row.get("kept", False),
    )


def _body(part: str, words: str) -> Body:
    name, short, attribute, pronoun = words.split(" | ")
    abroad = "organisation" if name.startswith("the ") else "country"
    return Body(part, name, short, attribute, pronoun, _KINDS.get(part, abroad), _TYPES.get(part, "official"))
