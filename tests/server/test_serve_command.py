from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from tests.record.questions.held import filled

SECONDS = 90


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("served") / "talks.db"
    filled(made).close()
    return made


@contextmanager
def started(*options: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "onrecord", "serve", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def told(*options: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", "serve", *options],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    return done.returncode, " ".join(done.stderr.split())


def test_a_desk_says_where_it_is_answers_there_and_leaves_quietly(place: Path) -> None:
    with started("--db", str(place), "--port", "0", "--user", "A. Reader") as process:
        assert process.stderr is not None
        said = ""
        while not (found := re.search(r"http://127\.0\.0\.1:\d+/", said)):
            line = process.stderr.readline()
            assert line, said
            said += line.strip()
        answer = httpx.get(found[0], trust_env=False)
        assert answer.status_code == 200
        assert "A. Reader" in answer.text
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=SECONDS)
    assert process.returncode == 0
    assert out == ""


def test_a_port_that_is_in_use_is_told(place: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        status, words = told("--db", str(place), "--port", str(port))
    assert status == 2
    assert f"port {port} is in use" in words
    assert "Traceback" not in words


def test_beyond_this_machine_somebody_needs_a_token_first(place: Path) -> None:
    status, words = told("--db", str(place), "--host", "0.0.0.0", "--port", "0")  # noqa: S104
    assert status == 2
    assert "onrecord token add" in words


def test_no_record_is_told(tmp_path: Path) -> None:
    status, words = told("--db", str(tmp_path / "none.db"), "--port", "0")
    assert status == 2
    assert "onrecord add" in words
