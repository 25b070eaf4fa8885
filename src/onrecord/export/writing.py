"""Files written whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from onrecord.errors import OutputUnusable

_BUFFER = 1 << 18


def write_text(pieces: Iterable[str], file: IO[bytes]) -> None:
    """Writes pieces of text in UTF-8, many at a time."""
    held, size = list[bytes](), 0
    for piece in pieces:
        held.append(piece.encode("utf-8", "replace"))
        size += len(held[-1])
        if size >= _BUFFER:
            file.write(b"".join(held))
            held, size = [], 0
    file.write(b"".join(held))


@contextmanager
def new_file(path: Path, *, force: bool = False) -> Iterator[IO[bytes]]:
    """A file to write to that takes its name once it is whole; OutputUnusable where one is there already or cannot be.

    Whatever goes wrong meanwhile, what was there stays as it was.
    """
    if path.is_dir():
        raise OutputUnusable(f"{path} is a folder; give the name of a file")
    if path.exists() and not force:
        raise OutputUnusable(f"{path} is there already; give another name, or --force to replace it")
    if not path.parent.is_dir():
        raise OutputUnusable(f"there is no folder {path.parent}; make it first")
    with (
        _told(path),
        tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name[:40]}.", delete=False) as file,
    ):
        try:
            yield file
            file.flush()
            # Temporary files are for their owner alone; an export is as any other file that he makes.
            mask = os.umask(0)
            os.umask(mask)
            Path(file.name).chmod(0o666 & ~mask)
            Path(file.name).replace(path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """A folder to fill that takes its name once it is whole; OutputUnusable where one with something in it is there."""
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise OutputUnusable(f"{path} is there already; give a folder that does not exist or is empty")
    with _told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        held = Path(tempfile.mkdtemp(dir=path.parent, prefix=f".{path.name[:40]}."))
        try:
            yield held
            mask = os.umask(0)
            os.umask(mask)
            held.chmod(0o777 & ~mask)
            held.rename(path)
        except BaseException:
            shutil.rmtree(held, ignore_errors=True)
            raise


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputUnusable(f"{path} cannot be written: {error.strerror or error}") from error
