"""Checksums of files, as `sha256sum` writes and checks them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

NAME = "SHA256SUMS"
"""The file that holds them."""


@dataclass(frozen=True, slots=True)
class FileSum:
    """How long a file is, and the SHA-256 of its bytes."""

    bytes: int
    sha256: str


def sums_of(folder: Path) -> dict[str, FileSum]:
    """Every file in a folder and the folders in it, by its path within, with `/` between."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sum_of(path) for path in files}


def sum_of(path: Path) -> FileSum:
    """The sum of one file, read piece by piece."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return FileSum(path.stat().st_size, digest)


def sums_text(sums: Mapping[str, FileSum]) -> str:
    """The lines of `SHA256SUMS`."""
    return "".join(f"{sums[path].sha256}  {path}\n" for path in sorted(sums))
