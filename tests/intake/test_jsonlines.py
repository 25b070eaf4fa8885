from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from onrecord.errors import BadFields, Empty, NotText, ReportError, TooDeep
from onrecord.intake import Failure, reports
from onrecord.model import RawReport, Stated

NOTHING = Stated()


def read(data: bytes, tmp_path: Path, stated: Stated = NOTHING) -> list[RawReport | Failure]:
    path = tmp_path / "news.jsonl"
    path.write_bytes(data)
    return list(reports([str(path)], stated, None))


def read_line(fields: object, tmp_path: Path, stated: Stated = NOTHING) -> RawReport:
    [report] = read(json.dumps(fields).encode(), tmp_path, stated)
    assert isinstance(report, RawReport)
    return report


def error_of(data: bytes, tmp_path: Path) -> ReportError:
    [failure] = read(data, tmp_path)
    assert isinstance(failure, Failure)
    return failure.error


def test_line_with_everything(tmp_path: Path) -> None:
    fields = {
        "id": "r1", "title": "Army  denies\ntalks", "outlet": "The Post", "url": "https://post.example/1",
        "published": "2011-12-10T23:30:00+05:00", "credit": "AP", "language": "en-GB", "text": "The army denied it.",
        "unknown": {"ignored": True},
    }  # fmt: skip
    report = read_line(fields, tmp_path)
    assert (report.media, report.data) == ("text", "The army denied it.")
    assert report.origin == f"{tmp_path / 'news.jsonl'}:1"
    assert report.stated == Stated(
        "r1", "Army denies talks", "The Post", "https://post.example/1", date(2011, 12, 10), "AP", "en"
    )


def test_html_line(tmp_path: Path) -> None:
    assert read_line({"html": "<p>x</p>"}, tmp_path).media == "html"


def test_text_is_read_where_both_are_given(tmp_path: Path) -> None:
    assert read_line({"html": "<p>x</p>", "text": "y"}, tmp_path).data == "y"


def test_own_fields_are_kept_apart_from_what_the_caller_states(tmp_path: Path) -> None:
    caller = Stated(outlet="Caller", published=date(2012, 1, 1), credit="AFP")
    report = read_line({"text": "x", "outlet": "Own", "credit": None, "published": ""}, tmp_path, caller)
    assert (report.stated, report.fallback) == (Stated(outlet="Own"), caller)


def test_number_will_do_as_id(tmp_path: Path) -> None:
    assert read_line({"text": "x", "id": 17}, tmp_path).stated.id == "17"


def test_bad_lines_are_failures_with_their_number_and_the_rest_goes_on(tmp_path: Path) -> None:
    found = read(b'{"text": "a"}\n\n  \r\nnot json\n{"text": "b"}\r\n[1]\n{"text": "c"}', tmp_path)
    name = tmp_path / "news.jsonl"
    assert [each.origin for each in found] == [f"{name}:{number}" for number in (1, 4, 5, 6, 7)]
    assert [type(each).__name__ for each in found] == ["RawReport", "Failure", "RawReport", "Failure", "RawReport"]


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"title": "x"},
        {"text": None},
        {"text": 5},
        {"text": ["a"]},
        {"html": False},
        {"text": "x", "title": 3},
        {"text": "x", "id": True},
        {"text": "x", "id": 1.5},
        {"text": "x", "url": ["https://a.example"]},
        {"text": "x", "published": 20111210},
        {"text": "x", "published": "yesterday"},
        {"text": "x", "published": "2011-12"},
        {"text": "x", "published": "2011-13-45"},
        {"text": "x", "published": "20011-12-10"},
        {"text": "x", "published": "0001-01-01"},
        {"text": "x", "published": "9999-12-31"},
        {"text": "x", "published": "0000-00-00"},
        {"text": "x", "published": "10/12/2011"},
        {"text": "x", "language": "the language of the Empire"},
        "a string",
        17,
        None,
    ],
)
def test_fields_of_the_wrong_kind(fields: object, tmp_path: Path) -> None:
    error = error_of(json.dumps(fields).encode(), tmp_path)
    assert isinstance(error, BadFields)
    assert len(str(error)) > 20


def test_line_without_words_is_empty(tmp_path: Path) -> None:
    assert isinstance(error_of(b'{"text": " \\n "}', tmp_path), Empty)


@pytest.mark.parametrize("data", [b"", b"\n \n\n", b"\xef\xbb\xbf\n"])
def test_file_without_lines_is_empty(data: bytes, tmp_path: Path) -> None:
    assert isinstance(error_of(data, tmp_path), Empty)


def test_deep_nesting_is_too_deep_for_that_line_only(tmp_path: Path) -> None:
    deep = b'{"text": "x", "deep": ' + b"[" * 200_000 + b"]" * 200_000 + b"}"
    found = read(deep + b'\n{"text": "y"}', tmp_path)
    assert isinstance(found[0], Failure)
    assert isinstance(found[0].error, TooDeep)
    assert isinstance(found[1], RawReport)


def test_huge_numbers_and_nan_are_no_trouble(tmp_path: Path) -> None:
    line = b'{"text": "x", "n": ' + b"9" * 10_000 + b', "m": NaN, "k": -Infinity, "text": "y"}'
    [report] = read(line, tmp_path)
    assert isinstance(report, RawReport)
    assert report.data == "y"


def test_lone_surrogates_become_replacement_characters(tmp_path: Path) -> None:
    [report] = read(b'{"text": "a\\ud800b \\ud83d\\ude00", "title": "t\\udfff"}', tmp_path)
    assert isinstance(report, RawReport)
    assert report.data == "a\ufffdb \U0001f600"
    assert report.stated.title == "t\ufffd"


def test_fields_hold_no_control_characters(tmp_path: Path) -> None:
    assert read_line({"text": "x", "title": "a\x1b[2Jb\x00"}, tmp_path).stated.title == "a\ufffd[2Jb\ufffd"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings(encoding: str, tmp_path: Path) -> None:
    lines = '{"text": "Timochenko confirmó"}\n{"text": "Переговоры"}\n'.encode(encoding)
    found = [each.data for each in read(lines, tmp_path) if isinstance(each, RawReport)]
    assert found == ["Timochenko confirmó", "Переговоры"]


def test_line_in_another_encoding_says_which_byte(tmp_path: Path) -> None:
    error = error_of('{"text": "café"}'.encode("cp1252"), tmp_path)
    assert isinstance(error, BadFields)
    assert "UTF-8" in str(error)


def test_binary_file_gives_one_failure(tmp_path: Path) -> None:
    assert isinstance(error_of(bytes(range(256)) * 100, tmp_path), NotText)
