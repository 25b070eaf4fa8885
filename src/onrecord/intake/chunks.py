"""Streams as chunks of bytes, so that no file has to fit into memory to be judged."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from onrecord.errors import ReportError, Unreadable

CHUNK = 16_384
# A FIFO or a terminal must not make the open itself wait; Windows has no such flags.
_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


def open_regular(path: str) -> BinaryIO:
    """An open file for reading; Unreadable for what is missing, forbidden, or no regular file (a FIFO, a device)."""
    try:
        descriptor = os.open(path, _OPEN_FLAGS)
    except (OSError, ValueError) as error:
        raise Unreadable(f"cannot be opened: {reason(error)}") from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise Unreadable("not a regular file; to read from a pipe, send it through standard input: -")
    return os.fdopen(descriptor, "rb")


def chunks_of(stream: BinaryIO) -> Iterator[bytes]:
    """The bytes of a stream, a chunk at a time; Unreadable when reading fails midway."""
    try:
        yield from iter(partial(stream.read, CHUNK), b"")
    except OSError as error:
        raise Unreadable(f"cannot be read to its end: {reason(error)}") from error


def headed(chunks: Iterator[bytes], size: int) -> tuple[bytes, Iterator[bytes]]:
    """The first `size` bytes or more of a stream, and the whole stream again from its start.

    A stream that breaks within its head still gives what came before: the error is raised again where it happened.
    """
    held: list[bytes] = []
    broken: ReportError | None = None
    try:
        while sum(map(len, held)) < size:
            held.append(next(chunks))
    except StopIteration:
        pass
    except ReportError as error:
        broken = error
    return b"".join(held), _again(held, chunks, broken)


def reason(error: OSError | ValueError) -> str:
    """Why the system refused, in its own words."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__


def _again(held: list[bytes], chunks: Iterator[bytes], broken: ReportError | None) -> Iterator[bytes]:
    yield from held
    held.clear()
    if broken is not None:
        raise broken
    yield from chunks
