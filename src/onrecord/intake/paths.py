"""The files that a call names: themselves, through folders, or through patterns."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import Empty, Unreadable
from onrecord.intake.chunks import reason
from onrecord.intake.failure import Failure
from onrecord.intake.kinds import READ_KINDS, kind_of_name


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file to be read. `by_name` is true of one that the user named, false of one found in a folder."""

    path: str
    by_name: bool


def files_of(path: str) -> Iterator[NamedFile | Failure]:
    """The files that one argument of a call means, in an order that never changes.

    A folder gives the files of known kinds below it, sorted by name, hidden ones and loops of links passed over. A
    pattern is tried only where no file has that very name. What matches nothing gives one Failure.
    """
    try:
        is_folder = stat.S_ISDIR(_about(path).st_mode)
    except (OSError, ValueError) as error:
        yield from _of_pattern(path, error)
        return
    yield from _of_folder(path) if is_folder else (NamedFile(path, by_name=True),)


def printable_path(path: str) -> str:
    """A path in characters that can always be printed, whatever bytes the file system holds."""
    return os.fsencode(path).decode("utf-8", "replace")


def _about(path: str) -> os.stat_result:
    if not path:  # Path("") would be the working folder, which nobody named
        raise FileNotFoundError("the path is empty")
    return Path(path).stat()


def _of_pattern(path: str, error: OSError | ValueError) -> Iterator[NamedFile | Failure]:
    is_pattern = any(sign in path for sign in "*?[") and "\0" not in path
    # Path.glob takes no absolute patterns
    matches = sorted(glob.glob(path, recursive=True)) if is_pattern else []  # noqa: PTH207
    recursive = "**" in path
    for match in matches:
        if not _is_folder(match):
            yield NamedFile(match, by_name=True)
        elif not recursive:
            yield from _of_folder(match)
    if not matches:
        why = "no file matches this pattern" if is_pattern else f"cannot be opened: {reason(error)}"
        yield Failure(printable_path(path), Unreadable(f"{why}; check the path"))


def _of_folder(folder: str) -> Iterator[NamedFile | Failure]:
    nothing = True
    for found in _walk(folder):
        nothing = False
        yield found
    if nothing:
        yield Failure(
            printable_path(folder), Empty(f"no file in this folder is of a kind that is read ({READ_KINDS})")
        )


def _walk(folder: str) -> Iterator[NamedFile | Failure]:
    """Files below a folder; an own stack rather than recursion, for folders nest deeper than Python does."""
    seen: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            about = _about(path)
            if not stat.S_ISDIR(about.st_mode):
                yield NamedFile(path, by_name=False)
            elif (about.st_dev, about.st_ino) not in seen:
                seen.add((about.st_dev, about.st_ino))
                waiting += reversed(_children(path))
        except OSError as error:
            yield Failure(
                printable_path(path), Unreadable(f"cannot be opened: {reason(error)}; check its permissions")
            )


def _children(folder: str) -> list[str]:
    """What is worth a look in a folder, sorted: folders, and whatever has the name of a known kind."""
    with os.scandir(folder) as entries:
        return sorted(
            entry.path
            for entry in entries
            if not entry.name.startswith(".") and (_is_folder(entry.path) or kind_of_name(entry.name))
        )


def _is_folder(path: str) -> bool:
    try:
        return stat.S_ISDIR(_about(path).st_mode)
    except OSError:  # forbidden, or a link that leads to itself
        return False
