"""Whole runs: reports in order, what cannot be read in its place, nothing read twice."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from onrecord.errors import Empty, Fault, ReportError, TooLarge
from onrecord.model import Article, Reading, Stated
from onrecord.page import OpenedPage, RepeatedLines
from onrecord.reading import EncoderReader, Found
from onrecord.record import Record
from onrecord.run import Kept, Unread, add_reports, read_reports
from onrecord.run import reading as run_reading
from onrecord.run.adding import recording_time
from onrecord.run.reading import ahead, articles, guarded
from onrecord.settings import settings

NOTHING = Stated()


class CountingReader:
    """Finds nothing, and remembers what it was asked to read; fails on a report that says so."""

    name = "counting/1"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def read(self, article: Article) -> Found:
        self.asked.append(article.text.split("\n")[0])
        if "FAIL" in article.text:
            raise ZeroDivisionError("on purpose")
        return Found()


@pytest.fixture(autouse=True)
def every_line_is_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "onrecord.page.furniture.judged", lambda _page, parts, _outlet: [{None: 1.0, "other": 0.0} for _ in parts]
    )


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("ONRECORD_BATCH_REPORTS", "2")
    settings.cache_clear()
    yield
    settings.cache_clear()


def lines(folder: Path, *rows: dict[str, object] | str) -> str:
    """A file of JSON lines; its path."""
    path = folder / "news.jsonl"
    written = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    path.write_text("\n".join(written), encoding="utf-8")
    return str(path)


def titled(*found: Reading | Unread) -> list[str]:
    return [f.article.text if isinstance(f, Reading) else type(f.error).__name__ for f in found]


def test_reports_come_in_order_and_what_cannot_be_read_stands_in_its_place(tmp_path: Path) -> None:
    rows: list[dict[str, object] | str] = [
        {"text": "one"},
        "no json",
        {"text": "three"},
        {"text": ""},
        {"text": "FAIL"},
    ]
    found = list(read_reports([lines(tmp_path, *rows)], NOTHING, CountingReader()))
    assert titled(*found) == ["one", "BadFields", "three", "Empty", "Fault"]
    origins = [f.origin.rpartition(":")[2] for f in found if isinstance(f, Unread)]
    assert origins == ["2", "4", "5"]


@pytest.mark.usefixtures("small_batches")
def test_the_size_of_a_batch_changes_nothing_in_what_comes_out(tmp_path: Path) -> None:
    rows: list[dict[str, object] | str] = [{"text": f"report {n}"} for n in range(7)]
    found = list(read_reports([lines(tmp_path, *rows)], NOTHING, CountingReader()))
    assert titled(*found) == [f"report {n}" for n in range(7)]


def test_a_report_is_read_only_when_it_is_asked_for(tmp_path: Path) -> None:
    reader = CountingReader()
    found = read_reports([lines(tmp_path, {"text": "one"}, {"text": "two"})], NOTHING, reader)
    next(iter(found))
    assert reader.asked == ["one"]


@pytest.mark.usefixtures("small_batches")
def test_lines_that_come_back_are_looked_for_within_an_outlet_and_a_batch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int | None] = []

    def kept(page: OpenedPage, repeated: RepeatedLines | None = None) -> Article:
        seen.append(None if repeated is None else repeated.reports_with("Menu"))
        return Article("r", page.text)

    monkeypatch.setattr(run_reading, "article", kept)
    outlets = ["A", "A", "A", "B", None, None]
    rows: list[dict[str, object] | str] = [
        {"outlet": outlet, "text": f"Menu\nReport {n}\nText {n}"} for n, outlet in enumerate(outlets)
    ]
    assert len(list(articles([lines(tmp_path, *rows)], NOTHING))) == 6
    assert seen == [2, 2, 0, 0, None, None]


def test_a_known_error_is_told_as_it_is() -> None:
    error = TooLarge("too large; cut it")

    def fails() -> None:
        raise error

    assert guarded("here", fails) == Unread("here", error)


def test_a_bug_of_ours_is_a_fault_that_asks_to_be_told() -> None:
    found = guarded("here", lambda: "".index("x"))
    assert isinstance(found, Unread)
    assert isinstance(found.error, Fault)
    assert found.error.kind == "Fault"
    assert "ValueError" in str(found.error)
    assert "please report it" in str(found.error)


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit, GeneratorExit])
def test_a_wish_to_stop_is_no_bug(stop: type[BaseException]) -> None:
    def stopped() -> None:
        raise stop

    with pytest.raises(stop):
        guarded("here", stopped)


def test_what_is_held_is_not_read_again(tmp_path: Path) -> None:
    path = lines(tmp_path, {"id": "1", "text": "one"}, {"id": "2", "text": "two"})
    first, again = CountingReader(), CountingReader()
    with Record.open(tmp_path / "x.db", create=True) as record:
        kept = list(add_reports(record, [path], NOTHING, first))
        held = list(add_reports(record, [path], NOTHING, again))
    assert [k.added.new for k in kept if isinstance(k, Kept)] == [True, True]
    assert [k.added.new for k in held if isinstance(k, Kept)] == [False, False]
    assert (first.asked, again.asked) == (["one", "two"], [])


def test_a_run_that_was_stopped_is_taken_up_where_it_stopped(tmp_path: Path) -> None:
    path = lines(tmp_path, {"text": "one"}, {"text": "two"}, {"text": "three"})
    reader = CountingReader()
    with Record.open(tmp_path / "x.db", create=True) as record:
        next(add_reports(record, [path], NOTHING, reader))
    with Record.open(tmp_path / "x.db") as record:
        kept = list(add_reports(record, [path], NOTHING, reader))
        assert len(record.reports()) == 3
    assert [k.added.new for k in kept if isinstance(k, Kept)] == [False, True, True]
    assert reader.asked == ["one", "two", "three"]


def test_what_cannot_be_read_is_not_kept(tmp_path: Path) -> None:
    path = lines(tmp_path, {"text": "FAIL"}, {"text": ""}, {"text": "three"})
    with Record.open(tmp_path / "x.db", create=True) as record:
        kept = list(add_reports(record, [path], NOTHING, CountingReader()))
        assert len(record.reports()) == 1
    assert [isinstance(k, Unread) for k in kept] == [True, True, False]
    assert all(isinstance(k.error, ReportError) for k in kept if isinstance(k, Unread))
    assert isinstance(kept[1], Unread)
    assert isinstance(kept[1].error, Empty)


def test_a_report_kept_is_the_report_read(tmp_path: Path) -> None:
    path = lines(tmp_path, {"text": "The army of Colombia denied talks with the FARC.", "published": "2012-08-21"})
    reader = EncoderReader()
    [read] = read_reports([path], NOTHING, reader)
    with Record.open(tmp_path / "x.db", create=True) as record:
        [kept] = add_reports(record, [path], NOTHING, reader)
        assert isinstance(kept, Kept)
        assert record.reading(kept.added.report_id) == read
    assert kept.origin == f"{path}:1"


def test_the_moment_of_recording_is_now_or_the_one_that_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    before = datetime.now(UTC)
    assert before <= recording_time() <= datetime.now(UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1323475200")
    assert recording_time() == datetime(2011, 12, 10, tzinfo=UTC)


def counted(numbers: range, made: list[int]) -> Iterator[Callable[[], int]]:
    for number in numbers:
        made.append(number)
        yield partial(int, number)


def test_what_is_made_ahead_comes_in_order_and_only_a_little_ahead() -> None:
    made: list[int] = []
    coming = ahead(counted(range(6), made), 2)
    assert made == []
    assert next(coming) == 0
    assert made == [0, 1, 2]
    assert list(coming) == [1, 2, 3, 4, 5]


def test_what_goes_wrong_ahead_is_told_in_its_place() -> None:
    def fails() -> int:
        raise ZeroDivisionError("on purpose")

    coming = ahead([lambda: 1, fails, lambda: 3], 2)
    assert next(coming) == 1
    with pytest.raises(ZeroDivisionError, match="on purpose"):
        next(coming)


def test_input_is_waited_for_in_the_thread_of_the_caller() -> None:
    def tasks() -> Iterator[Callable[[], str]]:
        asked = threading.current_thread().name
        yield lambda: asked
        yield lambda: threading.current_thread().name

    asked, worked = ahead(tasks())
    assert asked == threading.current_thread().name
    assert worked != asked


def test_a_run_that_nobody_follows_to_its_end_stops() -> None:
    made: list[int] = []
    coming = ahead(counted(range(1_000_000), made))
    assert next(coming) == 0
    coming.close()
    assert list(coming) == []
    assert len(made) < 10
