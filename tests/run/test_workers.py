"""Work side by side: results in order, a process that dies, and the same readings as from one process."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from onrecord.contract import line, reading_json
from onrecord.errors import Fault
from onrecord.model import Article, Reading, Stated
from onrecord.reading import EncoderReader, Found
from onrecord.record import Record
from onrecord.run import Kept, Unread, add_reports, read_reports
from onrecord.run.workers import Task, side_by_side
from onrecord.settings import settings

NOTHING = Stated()


class DyingReader:
    """Ends its whole process over a report that says so."""

    name = "dying/1"

    def read(self, article: Article) -> Found:
        if "DIE" in article.text:
            os.kill(os.getpid(), signal.SIGKILL)
        return Found()


def slowly(number: int) -> int:
    time.sleep(0.2 if number % 3 == 0 else 0)
    return number


def threads_of_a_worker() -> int:
    return settings().threads


def test_results_come_in_the_order_of_the_tasks() -> None:
    tasks = [Task(partial(slowly, n), partial(int, -1)) for n in range(10)]
    assert list(side_by_side(tasks, 2)) == list(range(10))


def test_a_worker_reads_with_one_thread() -> None:
    assert list(side_by_side([Task(threads_of_a_worker, partial(int, -1))], 1)) == [1]


def test_tasks_are_taken_only_as_they_are_needed() -> None:
    given: list[int] = []

    def tasks() -> Iterator[Task[int]]:
        for number in range(50):
            given.append(number)
            yield Task(partial(slowly, number), partial(int, -1))

    results = side_by_side(tasks(), 1)
    assert next(results) == 0
    assert len(given) < 10
    results.close()


def news(folder: Path, *texts: str) -> str:
    path = folder / "news.jsonl"
    path.write_text("\n".join(json.dumps({"text": text, "published": "2012-08-21"}) for text in texts))
    return str(path)


def test_a_process_that_dies_takes_one_report_with_it(tmp_path: Path) -> None:
    path = news(tmp_path, "one", "two", "DIE", "four", "five", "six", "seven")
    found = list(read_reports([path], NOTHING, DyingReader(), processes=2))
    told = [f.article.text if isinstance(f, Reading) else f.origin.rpartition(":")[2] for f in found]
    assert told == ["one", "two", "3", "four", "five", "six", "seven"]
    assert isinstance(found[2], Unread)
    assert isinstance(found[2].error, Fault)
    assert "memory" in str(found[2].error)


def test_side_by_side_gives_the_same_readings_and_the_same_record(tmp_path: Path) -> None:
    texts = [f"The army of Colombia denied talks with the FARC for the {n}. time, an aide said." for n in range(6)]
    path, reader = news(tmp_path, *texts, ""), EncoderReader()
    alone, together = (list(read_reports([path], NOTHING, reader, processes=n)) for n in (1, 2))
    assert [line(reading_json(f)) for f in alone if isinstance(f, Reading)] == [
        line(reading_json(f)) for f in together if isinstance(f, Reading)
    ]
    assert [f.origin for f in alone if isinstance(f, Unread)] == [f.origin for f in together if isinstance(f, Unread)]
    with Record.open(tmp_path / "x.db", create=True) as record:
        kept = list(add_reports(record, [path], NOTHING, reader, processes=2))
        again = list(add_reports(record, [path], NOTHING, reader, processes=2))
    assert [isinstance(k, Kept) and k.added.new for k in kept] == [True] * 6 + [False]
    assert not any(isinstance(k, Kept) and k.added.new for k in again)


def test_the_cores_are_counted_unless_a_number_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    settings.cache_clear()
    monkeypatch.delenv("ONRECORD_PROCESSES", raising=False)
    assert 1 <= settings().reading_processes <= 8
    monkeypatch.setenv("ONRECORD_PROCESSES", "3")
    settings.cache_clear()
    assert settings().reading_processes == 3
    settings.cache_clear()
