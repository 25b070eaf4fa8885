"""Words for roles with their CAMEO codes ("rebel", "peasant"), from the Phoenix dictionary of agents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from onrecord.resolution.names import folded

_LINE = re.compile(r"^([^#;\[!][^\[;]*?)\s*\[~([A-Z]+)\]")
_SET = re.compile(r"^!(\w+)!\s*=\s*(.+)$")
_IN_LINE = re.compile(r"!(\w+)!")


def roles(path: Path) -> list[tuple[str, str]]:
    """Words, folded, and code, sorted; a word with two codes keeps the first."""
    found: dict[str, str] = {}
    sets: dict[str, list[str]] = {}
    for line in path.read_text(encoding="latin-1").split("\n"):
        named = _SET.match(line)
        if named is not None:
            sets[named[1]] = [word.strip() for word in named[2].split(",")]
        match = _LINE.match(line)
        for words in _expanded(match[1], sets) if match is not None else ():
            key = folded(words)
            if key and match is not None:
                found.setdefault(key, match[2])
    return sorted(found.items())


def _expanded(words: str, sets: dict[str, list[str]]) -> Iterator[str]:
    """The words with each `!SET!` replaced by each of its members."""
    match = _IN_LINE.search(words)
    if match is None:
        yield words
        return
    for member in sets.get(match[1], ()):
        before = words[: match.start()]
        yield from _expanded(before + member + words[match.end() :], sets)
