"""The desk as people get it: `onrecord serve` in a process of its own, on a record made for the tests."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ONRECORD = Path(sys.executable).parent / "onrecord"
_WAIT = 60
_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


@dataclass(frozen=True, slots=True)
class Served:
    """A running desk: where it is, and the record that it shows."""

    address: str
    record: Path


@contextmanager
def served(record: Path, *options: str) -> Iterator[Served]:
    """Serves a record on a free port until the block ends."""
    call = [str(ONRECORD), "serve", "--db", str(record), "--port", "0", *options]
    log = record.with_suffix(".served")
    with log.open("w", encoding="utf-8") as out:
        process = subprocess.Popen(call, stdout=out, stderr=subprocess.STDOUT, env=os.environ | {"NO_COLOR": "1"})
        try:
            yield Served(_address(process, log), record)
        finally:
            process.terminate()
            process.wait(timeout=20)


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    """Where it serves, once it answers."""
    for _ in range(10 * _WAIT):
        found = _ADDRESS.search(log.read_text(encoding="utf-8"))
        if found and _answers(found.group()):
            return found.group()
        if process.poll() is not None:
            break
        time.sleep(0.1)
    raise AssertionError(f"the desk does not answer: {log.read_text(encoding='utf-8')}")


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/api/health", timeout=5) as answer:  # noqa: S310  an address of our own
            return bool(answer.status == 200)
    except OSError:
        return False
