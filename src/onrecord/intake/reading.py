"""From the paths of a call to the reports behind them, one after the other."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from onrecord.errors import ReportError, UnknownKind, Unreadable
from onrecord.intake.binary import check_text
from onrecord.intake.chunks import chunks_of, headed, open_regular
from onrecord.intake.failure import Failure
from onrecord.intake.jsonlines import json_reports
from onrecord.intake.kinds import Kind, kind_of_bytes, kind_of_name, kind_of_named_file
from onrecord.intake.paths import NamedFile, files_of, printable_path
from onrecord.intake.unpacking import MAGIC, unpacked
from onrecord.intake.whole import too_large, whole_report
from onrecord.model import RawReport, Stated
from onrecord.settings import settings

STANDARD_INPUT = "-"
_HEAD = 4_096


def reports(paths: Iterable[str], stated: Stated, stdin: BinaryIO | None = None) -> Iterator[RawReport | Failure]:
    """Every report behind files, folders, patterns and `-` (standard input), in an order that never changes.

    What cannot be read gives a Failure in its place and the rest goes on. `stated` is what the caller says of the
    reports; a JSON line's own fields come before it. Nothing is held in memory beyond the report at hand.
    """
    for path in paths:
        if path == STANDARD_INPUT:
            yield from _of_stdin(stdin, stated)
            continue
        for found in files_of(path):
            yield from (found,) if isinstance(found, Failure) else _of_file(found, stated)


def _of_stdin(stdin: BinaryIO | None, stated: Stated) -> Iterator[RawReport | Failure]:
    if stdin is None:
        yield Failure(STANDARD_INPUT, Unreadable("there is no standard input here; name a file"))
        return
    try:
        yield from _of_stream(chunks_of(stdin), STANDARD_INPUT, None, stated)
    except ReportError as error:
        yield Failure(STANDARD_INPUT, error)


def _of_file(file: NamedFile, stated: Stated) -> Iterator[RawReport | Failure]:
    origin = printable_path(file.path)
    try:
        kind = kind_of_named_file(file.path) if file.by_name else kind_of_name(file.path)
        with open_regular(file.path) as stream:
            size = os.fstat(stream.fileno()).st_size
            yield from _of_stream(chunks_of(stream), origin, kind, stated, size)
    except ReportError as error:
        yield Failure(origin, error)


def _of_stream(
    chunks: Iterator[bytes], origin: str, kind: Kind | None, stated: Stated, size: int = 0
) -> Iterator[RawReport | Failure]:
    """Reports of a stream that may be packed; `size` is the file's, 0 where it is not known."""
    limit = settings().max_report_bytes
    head, chunks = headed(chunks, _HEAD)
    if head.startswith(MAGIC):
        head, chunks = headed(unpacked(chunks, settings().max_unpack_ratio), _HEAD)
        size = 0
    if head.startswith(MAGIC):
        raise UnknownKind("a gzip file inside a gzip file; unpack it once and read it again")
    kind = kind or kind_of_bytes(head)
    if kind == "jsonl":
        check_text(head)
        yield from json_reports(chunks, origin, stated, limit)
    elif size > limit:
        raise too_large(limit)
    else:
        yield whole_report(chunks, origin, kind, stated, limit)
