"""Files that are too large, broken, or no text: each gives its error, in little memory, and the others are read."""

from __future__ import annotations

import gzip
import os
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from onrecord.errors import Empty, NotText, ReportError, TooLarge, UnknownKind, Unreadable
from onrecord.intake import Failure, reports
from onrecord.model import RawReport, Stated
from onrecord.settings import settings

MEGABYTE = 1_000_000


def read(*paths: Path) -> list[RawReport | Failure]:
    return list(reports([str(path) for path in paths], Stated(), None))


def error_of(path: Path) -> ReportError:
    [failure] = read(path)
    assert isinstance(failure, Failure)
    assert failure.origin.startswith(str(path))
    return failure.error


@contextmanager
def memory_below(limit: int) -> Iterator[None]:
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < limit
    finally:
        tracemalloc.stop()


def sparse(path: Path, size: int, start: bytes = b"", end: bytes = b"") -> Path:
    with path.open("wb") as file:
        file.write(start)
        file.truncate(size)
        file.seek(0, os.SEEK_END)
        file.write(end)
    return path


@pytest.mark.parametrize("name", ["line.txt", "line.html"])
def test_200_megabytes_of_one_line_are_too_large_and_never_in_memory(name: str, tmp_path: Path) -> None:
    path = sparse(tmp_path / name, 200 * MEGABYTE, b"The army denied it. ")
    with memory_below(MEGABYTE):
        error = error_of(path)
    assert isinstance(error, TooLarge)
    assert "ONRECORD_MAX_REPORT_BYTES" in str(error)


def test_json_line_of_200_megabytes_is_passed_over_and_the_next_is_read(tmp_path: Path) -> None:
    start = b'{"text": "' + b"x" * 20_000
    path = sparse(tmp_path / "line.jsonl", 200 * MEGABYTE, start, b'"}\n{"text": "after"}\n')
    with memory_below(30 * MEGABYTE):
        found = read(path)
    assert [each.origin for each in found] == [f"{path}:1", f"{path}:2"]
    assert isinstance(found[0], Failure)
    assert isinstance(found[0].error, TooLarge)
    assert isinstance(found[1], RawReport)


def test_limit_is_the_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_MAX_REPORT_BYTES", "10")
    settings.cache_clear()
    try:
        (tmp_path / "a.txt").write_text("0123456789")
        (tmp_path / "b.txt").write_text("0123456789x")
        (tmp_path / "c.txt.gz").write_bytes(gzip.compress(b"0123456789x"))
        kinds = [each.error.kind if isinstance(each, Failure) else "read" for each in read(tmp_path)]
    finally:
        monkeypatch.undo()
        settings.cache_clear()
    assert kinds == ["read", "TooLarge", "TooLarge"]


@pytest.mark.parametrize(
    "data",
    [b"", b"  \n\r\n\t ", b"\xef\xbb\xbf", b"\xff\xfe", gzip.compress(b"", mtime=0), gzip.compress(b"\n", mtime=0)],
)
def test_files_with_nothing_in_them_are_empty(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    assert isinstance(error_of(tmp_path / "a.txt"), Empty)


@pytest.mark.parametrize(
    "data",
    [
        b"\0" * 5_000,
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\nstream",
        b"\x89PNG\r\n\x1a\n" + b"\0" * 50,
        b"\xff\xd8\xff\xe0\0\x10JFIF",
        b"PK\x03\x04\x14\0\x06\0",
        b"\x7fELF\x02\x01\x01" + bytes(200),
        b"SQLite format 3\0" + bytes(90),
        bytes(range(256)) * 20,
        b"\x00\x01",
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl"])
def test_binary_data_are_not_text(data: bytes, name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    assert isinstance(error_of(tmp_path / name), NotText)


@pytest.mark.parametrize(
    "data",
    [
        b"The army\0 denied it.",
        b"\0The army denied it on Tuesday.",
        "Армия опровергла.".encode("utf-16"),
        "The army denied it.".encode("utf-16-le"),
        "The army denied it.".encode("utf-32"),
        "Армия опровергла".encode("cp1251"),
        "軍は否定した".encode("iso2022_jp"),
    ],
)
def test_text_with_strange_bytes_is_text(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    assert isinstance(read(tmp_path / "a.txt")[0], RawReport)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")
def test_fifo_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert isinstance(error_of(tmp_path / "pipe.txt"), Unreadable)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices here")
def test_device_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    assert isinstance(error_of(tmp_path / "zero.txt"), Unreadable)


def test_all_of_them_at_once_leave_the_good_one_whole(tmp_path: Path) -> None:
    (tmp_path / "1-empty.txt").write_bytes(b"")
    sparse(tmp_path / "2-huge.txt", 200 * MEGABYTE)
    (tmp_path / "3-bomb.txt.gz").write_bytes(gzip.compress(bytes(10 * MEGABYTE)))
    (tmp_path / "4-cut.txt.gz").write_bytes(gzip.compress(b"The army denied it.")[:-5])
    (tmp_path / "5-nul.html").write_bytes(bytes(1_000))
    (tmp_path / "6-good.txt").write_text("The army denied it.")
    (tmp_path / "7-pdf.txt").write_bytes(b"%PDF-1.4")
    found = read(tmp_path, tmp_path / "8-missing.pdf")
    kinds = [each.error.kind if isinstance(each, Failure) else "read" for each in found]
    assert kinds == ["Empty", "TooLarge", "Bomb", "Truncated", "NotText", "read", "NotText", "Unreadable"]
    assert all(len(str(each.error)) > 15 for each in found if isinstance(each, Failure))


def test_message_says_what_is_read_instead(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04")
    error = error_of(tmp_path / "a.docx")
    assert isinstance(error, UnknownKind)
    assert ".jsonl" in str(error)
