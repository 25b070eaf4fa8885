"""Reads the Phoenix dictionaries, which follow TABARI: a head, synonyms after `+`, codes in brackets with dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

_CODE = re.compile(r"\[\s*([A-Z]{2,})\s*(?:([<>]?)\s*([0-9]{6,8})?(?:\s*-\s*([0-9]{6,8}))?)?\s*\]")
_COMMENT = re.compile(r"[;#].*$")


@dataclass(frozen=True)
class Code:
    """A code of an actor, with the days from and until which it holds; None where that end is open."""

    code: str
    since: date | None
    until: date | None

    @property
    def dated(self) -> bool:
        """Whether the dictionary gives either day."""
        return self.since is not None or self.until is not None


@dataclass
class Actor:
    """A head of a dictionary with its synonyms and codes; names in capitals, blanks for underscores."""

    name: str
    synonyms: list[str] = field(default_factory=list)
    codes: list[Code] = field(default_factory=list)

    @property
    def names(self) -> list[str]:
        """Head and synonyms, each once."""
        return list(dict.fromkeys((self.name, *self.synonyms)))


def actors(path: Path) -> Iterator[Actor]:
    """The actors of a dictionary in order; lines that follow no form are passed over."""
    current: Actor | None = None
    for raw in path.read_text(encoding="latin-1").split("\n"):
        line = _COMMENT.sub("", raw).rstrip()
        if not line.strip():
            continue
        if line.startswith("+"):
            if current is not None:
                current.synonyms += _names(line[1:])
        elif not line.lstrip().startswith("["):
            if current is not None:
                yield current
            names = _names(line)
            current = Actor(names[0], names[1:]) if names else None
        if current is not None:
            current.codes += _codes(line)
    if current is not None:
        yield current


def _names(line: str) -> list[str]:
    words = " ".join(line.split("[")[0].replace("_", " ").split())
    return [words] if words else []


def _codes(line: str) -> Iterator[Code]:
    for code, sign, one, other in _CODE.findall(line):
        first, second = day(one), day(other)
        if (one and first is None) or (other and second is None):
            continue
        if sign == ">":
            yield Code(code, first, None)
        elif sign == "<":
            yield Code(code, None, first)
        else:
            yield Code(code, first, second)


def day(digits: str) -> date | None:
    """A day from `yymmdd` or `yyyymmdd`; None for what is no day. Two-digit years up to 15 are of this century."""
    if len(digits) == 6:
        digits = ("20" if int(digits[:2]) <= 15 else "19") + digits
    if len(digits) != 8:
        return None
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
