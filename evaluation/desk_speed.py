"""How fast a desk answers: `python -m evaluation.desk_speed [--reports N] [--database RECORD]`, a benchmark and no test.

Makes a record of made-up reports (`evaluation.record_speed`), or takes the one that is given, and serves it as `onrecord
serve` does, in a process of its own. Prints the time to the first byte of the board, of the board as of days picked by
chance, of searches and of a claim, at the median and at the 95th percentile, and the memory of the server, before and
while a hundred reports are added to the record.
"""

from __future__ import annotations

import argparse
import http.client
import multiprocessing
import random
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import quote

from evaluation.record_speed import readings
from onrecord.record import Record

_ADDED = 100
_STARTS = 600
"""Seconds that a server may take until it answers."""
_SETTLES = 1_800
"""Seconds that a large board may take until it is worked out for all days."""
_QUIET = 3
_CLAIM = re.compile(r'href="(/claims/[0-9a-f]{24})')


def main() -> None:
    """Makes the record if need be, serves it, and prints how fast it answers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=20_000)
    parser.add_argument("--database", type=Path, help="a record to copy and serve, instead of making one")
    parser.add_argument("--asked", type=int, default=40, help="how often each page is asked for")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "desk.db"
        if given.database is None:
            _fill(place, readings(given.reports))
        else:
            _copy(given.database, place)
        measure(place, given.asked)


def measure(place: Path, asked: int) -> None:
    """Serves a record and asks it, first while nothing happens and then while reports are added."""
    with Record.open(place) as record:
        days = sorted({report.published for report in record.reports() if report.published is not None})
        words = _words(place)
    begun = time.perf_counter()
    with _served(place) as server:
        print(f"first page   {time.perf_counter() - begun:6.1f} s after the start")
        _settle(server)
        print(
            f"settled      {time.perf_counter() - begun:6.1f} s after the start, {server.memory():,.0f} MB of memory"
        )
        _ask(server, days, words, asked)
        print(f"while {_ADDED} reports are added:")
        # In a process of its own, as `onrecord add` is, so that it takes no turns from the clock that is read here.
        adding = multiprocessing.get_context("spawn").Process(target=_add, args=(place,))
        adding.start()
        _ask(server, days, words, asked)
        adding.join()
        print(f"memory       {server.memory():6,.0f} MB, ", end="")
        _settle(server)
        print(f"{server.memory():,.0f} MB once all is taken in")


class _Server:
    """A server that runs, and the time that it takes to answer."""

    def __init__(self, process: subprocess.Popen[str], port: int) -> None:
        self._process = process
        self._port = port

    def first_byte(self, path: str) -> tuple[float, bytes]:
        """Milliseconds until the first byte of a page, and the page; ConnectionError for any answer but 200."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=_STARTS)
        begun = time.perf_counter()
        connection.request("GET", path)
        answer = connection.getresponse()
        first = answer.read(1)
        taken = 1_000 * (time.perf_counter() - begun)
        whole = first + answer.read()
        connection.close()
        if answer.status != 200:
            raise ConnectionError(f"{path}: {answer.status}")
        return taken, whole

    def memory(self) -> float:
        """The memory that the process holds, in megabytes."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) / 1_024


@contextmanager
def _served(place: Path) -> Iterator[_Server]:
    command = [sys.executable, "-m", "onrecord", "serve", "--db", str(place), "--port", "0", "--user", "Speed"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as process:  # noqa: S603
        try:
            port = next(found[1] for line in process.stderr or () if (found := re.search(r":(\d+)", line)))
            threading.Thread(target=_drained, args=(process,), daemon=True).start()
            server = _Server(process, int(port))
            server.first_byte("/")
            yield server
        finally:
            process.terminate()


def _drained(process: subprocess.Popen[str]) -> None:
    for _ in process.stderr or ():
        pass


def _settle(server: _Server) -> None:
    """Waits until the server has nothing to do any more: until it has done nothing for three looks in a row."""
    last = time.monotonic() + _SETTLES
    before, quiet = 0.0, 0
    while time.monotonic() < last and quiet < _QUIET:
        used = _processor(server)
        quiet = quiet + 1 if used - before < 0.05 else 0
        before = used
        time.sleep(2)


def _processor(server: _Server) -> float:
    """The seconds of a processor that the server has used."""
    fields = Path(f"/proc/{server._process.pid}/stat").read_text().rpartition(") ")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


def _ask(server: _Server, days: Sequence[date], words: Sequence[str], asked: int) -> None:
    chance = random.Random(7)  # noqa: S311  nothing here is secret
    _, board = server.first_byte("/")
    claims = sorted(set(_CLAIM.findall(board.decode()))) or ["/"]
    pages: dict[str, Callable[[], str]] = {
        "/": lambda: "/",
        "/?as_of=…": lambda: f"/?as_of={chance.choice(days)}",
        "/search?q=…": lambda: f"/search?q={quote(chance.choice(words))}",
        "/claims/…": lambda: chance.choice(claims),
    }
    for name, path in pages.items():
        taken = sorted(server.first_byte(path())[0] for _ in range(asked))
        middle, worst = statistics.median(taken), taken[int(0.95 * len(taken))]
        print(f"{name:12} {middle:6.0f} ms at the median, {worst:6.0f} at the 95th percentile")


def _words(place: Path) -> list[str]:
    """Words that most reports hold, and words that one does."""
    with sqlite3.connect(place) as connection:
        rows = connection.execute("SELECT words FROM report_words ORDER BY number LIMIT 500").fetchall()
    times: dict[str, int] = {}
    for (words,) in rows:
        for word in set(words.split()):
            times[word] = times.get(word, 0) + 1
    ordered = sorted(times, key=lambda word: (-times[word], word))
    return [*ordered[:10], *ordered[200:210], *ordered[-10:]]


def _fill(place: Path, some: Iterator[object]) -> None:
    with Record.open(place, create=True) as record:
        for reading in some:
            record.add(reading, datetime.now(UTC))  # type: ignore[arg-type]


def _add(place: Path) -> None:
    _fill(place, readings(_ADDED, seed=11))


def _copy(database: Path, place: Path) -> None:
    for ending in ("", "-wal"):
        if Path(f"{database}{ending}").exists():
            shutil.copyfile(f"{database}{ending}", f"{place}{ending}")


if __name__ == "__main__":
    main()
