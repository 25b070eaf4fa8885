from __future__ import annotations

import gzip
import io
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.errors import Empty, NotText, Unreadable
from onrecord.intake import Failure, reports
from onrecord.intake.kinds import kind_of_bytes
from onrecord.model import RawReport, Stated


def piped(data: bytes) -> list[RawReport | Failure]:
    return list(reports(["-"], Stated(), io.BytesIO(data)))


@pytest.mark.parametrize(
    ("data", "media"),
    [
        (b"The army denied it.", "text"),
        (b"<!DOCTYPE html>\n<html><p>x</p></html>", "html"),
        (b"\xef\xbb\xbf  <html><p>x</p></html>", "html"),
        (b"<?xml version='1.0'?><!-- saved --><html><p>x</p></html>", "html"),
        ("<html><p>x</p></html>".encode("utf-16"), "html"),
        (b"<p>x</p>", "html"),
        (b"<3 million people fled", "text"),
        (gzip.compress(b"<html><p>x</p></html>", mtime=0), "html"),
    ],
)
def test_standard_input_is_told_by_its_bytes(data: bytes, media: str) -> None:
    [report] = piped(data)
    assert isinstance(report, RawReport)
    assert (report.media, report.origin) == (media, "-")


def test_json_lines_on_standard_input() -> None:
    found = piped(b'{"text": "a"}\n{"html": "<p>b</p>"}\n')
    assert [each.origin for each in found] == ["-:1", "-:2"]


def test_packed_json_lines_on_standard_input() -> None:
    assert len(piped(gzip.compress('{"text": "a"}\n{"text": "b"}'.encode("utf-16")))) == 2


@pytest.mark.parametrize(("data", "error"), [(b"", Empty), (b" \n\t", Empty), (b"\x00\x01\x02" * 99, NotText)])
def test_standard_input_without_text(data: bytes, error: type[Exception]) -> None:
    [failure] = piped(data)
    assert isinstance(failure, Failure)
    assert isinstance(failure.error, error)


def test_no_standard_input() -> None:
    [failure] = reports(["-"], Stated(), None)
    assert isinstance(failure, Failure)
    assert isinstance(failure.error, Unreadable)


def test_stream_that_breaks_is_unreadable() -> None:
    class Broken(io.BytesIO):
        def read(self, _size: int | None = -1, /) -> bytes:
            raise OSError(5, "Input/output error")

    [failure] = reports(["-"], Stated(), Broken())
    assert isinstance(failure, Failure)
    assert "Input/output error" in str(failure.error)


def test_pattern_of_bytes_is_no_json() -> None:
    assert kind_of_bytes(b"") == "text"
    assert kind_of_bytes(b"\n { ") == "jsonl"
    assert kind_of_bytes(b"\xff\xfe{\x00") == "jsonl"


def test_reports_come_one_at_a_time(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    stream = reports([str(tmp_path / "a.txt"), str(tmp_path / "later.txt")], Stated(), None)
    assert isinstance(next(stream), RawReport)
    (tmp_path / "later.txt").write_text("y")
    assert isinstance(next(stream), RawReport)


def test_importing_intake_loads_nothing_slow() -> None:
    program = (
        "import sys, onrecord.intake;"
        "print([name for name in ('trafilatura', 'lxml', 'charset_normalizer', 'py3langid', 'numpy')"
        " if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
