"""Checks that a release is as it was made: every file there, none changed, none added."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from onrecord.errors import UsageError
from onrecord.export.release.checksums import NAME, sum_of

_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")


def verify(folder: Path) -> list[str]:
    """What differs from the checksums of a release, a sentence each; nothing where it is as it was made.

    UsageError where the folder holds no release.
    """
    sums = folder / NAME
    if not sums.is_file():
        raise UsageError(f"{folder} is no release: there is no {NAME} in it")
    told, troubles = _told(sums)
    for name, expected in sorted(told.items()):
        path = folder / name
        if not path.is_file():
            troubles.append(f"{name} is missing")
        elif sum_of(path).sha256 != expected:
            troubles.append(f"{name} was changed")
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {NAME}
    return troubles + [f"{name} was added" for name in sorted(there - told.keys())]


def _told(sums: Path) -> tuple[dict[str, str], list[str]]:
    told: dict[str, str] = {}
    troubles: list[str] = []
    for number, line in enumerate(sums.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
        match = _LINE.fullmatch(line)
        if match is None or _leads_out(match[2]):
            troubles.append(f"line {number} of {NAME} is no checksum of a file in this folder")
        else:
            told[match[2]] = match[1]
    if not told:
        troubles.append(f"{NAME} names no file")
    return told, troubles


def _leads_out(name: str) -> bool:
    path = PurePosixPath(name)
    return path.is_absolute() or ".." in path.parts or "\\" in name
