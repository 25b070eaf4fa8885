from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from onrecord.errors import Bomb, ReportError, Truncated, UnknownKind
from onrecord.intake import Failure, reports
from onrecord.intake.unpacking import unpacked
from onrecord.model import RawReport, Stated


def read(path: Path) -> list[RawReport | Failure]:
    return list(reports([str(path)], Stated(), None))


def error_of(path: Path) -> ReportError:
    [failure] = read(path)
    assert isinstance(failure, Failure)
    return failure.error


@pytest.mark.parametrize(
    ("name", "media"),
    [("a.txt.gz", "text"), ("a.html.GZ", "html"), ("a.gz", "html"), ("a.html", "html")],
)
def test_packed_files_are_read_by_their_inner_name_or_their_bytes(name: str, media: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(gzip.compress(b"<!doctype html><p>x</p>"))
    [report] = read(tmp_path / name)
    assert isinstance(report, RawReport)
    assert (report.media, report.data) == (media, b"<!doctype html><p>x</p>")


def test_file_that_is_packed_by_name_only_is_read_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(b"already unpacked on the way")
    [report] = read(tmp_path / "a.txt.gz")
    assert isinstance(report, RawReport)


def test_packed_json_lines(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b'{"text": "a"}\n{"text": "b"}\n'))
    assert [each.origin for each in read(tmp_path / "a.jsonl.gz")] == [f"{tmp_path}/a.jsonl.gz:{n}" for n in (1, 2)]


def test_several_members_and_padding_are_one_stream(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"one ") + gzip.compress(b"two") + b"\0" * 512)
    [report] = read(tmp_path / "a.txt.gz")
    assert isinstance(report, RawReport)
    assert report.data == b"one two"


def test_pieces_are_bounded_and_whole() -> None:
    data = bytes(range(256)) * 4_000
    pieces = list(unpacked(iter([gzip.compress(data)]), 1_000.0))
    assert b"".join(pieces) == data
    assert max(map(len, pieces)) <= 65_536


@pytest.mark.parametrize("inner", [b"other.csv.gz", b"other.tar.gz"])
def test_packed_file_of_unknown_kind(inner: bytes, tmp_path: Path) -> None:
    path = tmp_path / inner.decode()
    path.write_bytes(gzip.compress(b"a,b\n"))
    assert isinstance(error_of(path), UnknownKind)


def test_archive_inside_an_archive_is_refused_clearly(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(gzip.compress(b"text")))
    error = error_of(tmp_path / "a.txt.gz")
    assert isinstance(error, UnknownKind)
    assert "inside a gzip file" in str(error)


@pytest.mark.parametrize("cut", [3, 12, 40, -1, -8])
def test_truncated_text_is_truncated(cut: int, tmp_path: Path) -> None:
    packed = gzip.compress(b"The army denied holding talks with the militants on Tuesday.")
    (tmp_path / "a.txt.gz").write_bytes(packed[:cut])
    assert isinstance(error_of(tmp_path / "a.txt.gz"), Truncated)


def test_damaged_archive_is_truncated(tmp_path: Path) -> None:
    packed = bytearray(gzip.compress(b"The army denied holding talks." * 50))
    packed[len(packed) // 2] ^= 0xFF
    (tmp_path / "a.txt.gz").write_bytes(bytes(packed))
    assert isinstance(error_of(tmp_path / "a.txt.gz"), Truncated)


@pytest.mark.parametrize("lines", [5, 5_000])
def test_whole_lines_before_the_damage_are_read(lines: int, tmp_path: Path) -> None:
    text = b"".join(b'{"text": "report number %d"}\n' % number for number in range(lines))
    packed = gzip.compress(text)
    (tmp_path / "a.jsonl.gz").write_bytes(packed[: len(packed) * 2 // 3])
    *whole, last = read(tmp_path / "a.jsonl.gz")
    assert isinstance(last, Failure)
    assert isinstance(last.error, Truncated)
    assert last.origin == f"{tmp_path}/a.jsonl.gz"
    assert whole
    assert [each.data for each in whole if isinstance(each, RawReport)] == [
        f"report number {number}" for number in range(len(whole))
    ]


def test_small_file_may_repeat_itself_as_it_likes(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"no " * 300_000))
    assert isinstance(read(tmp_path / "a.txt.gz")[0], RawReport)


def test_bomb_is_a_bomb_before_it_has_unpacked(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b" " * 30_000_000))
    assert isinstance(error_of(tmp_path / "a.jsonl.gz"), Bomb)
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"x" * 10_000_000))
    assert isinstance(error_of(tmp_path / "a.txt.gz"), Bomb)
