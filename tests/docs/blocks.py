"""The blocks of code in a page of the documentation, run one after another as a reader would run them."""

from __future__ import annotations

import os
import re
import shlex
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
_BLOCK = re.compile(r"^```(\w+)[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
_SERVES = re.compile(r"^((?:onrecord serve|datasette)\b.*)$", re.MULTILINE)
"""Commands that go on until they are ended: later blocks of the page are run while they do."""
SHOWN = "http://127.0.0.1:8321"
"""Where the pages say that the desk is; the tests let it take any free port, so that two runs are in nobody's way."""
_PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Block:
    """A block: its language, its code, and the line of the page on which it begins."""

    language: str
    code: str
    line: int


def blocks_of(page: Path) -> list[Block]:
    """The blocks of a page that have a language, in their order."""
    text = page.read_text(encoding="utf-8")
    return [Block(found[1], found[2], text.count("\n", 0, found.start()) + 1) for found in _BLOCK.finditer(text)]


@dataclass(slots=True)
class Reader:
    """Somebody who follows a page in a folder of their own, and remembers what was printed last."""

    folder: Path
    printed: str = ""
    address: str = SHOWN
    servers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def follow(self, page: Path) -> None:
        """Runs every block of shell and Python; AssertionError where one fails or promises what is not printed."""
        for block in blocks_of(page):
            where = f"{page.name}:{block.line}"
            if block.language == "sh":
                self.printed = self._shell(block.code, where)
            elif block.language == "python":
                self.printed = self._run([sys.executable, "-c", block.code.replace(SHOWN, self.address)], where)
            elif block.language == "text":
                self._promised(block.code, where)

    def _shell(self, code: str, where: str) -> str:
        """Runs the commands of a block as one script, up to a server and from there on."""
        printed = ""
        for number, part in enumerate(_SERVES.split(code.replace("\\\n", " "))):
            if number % 2:
                self._serve(part, where)
            elif part.strip():
                printed += self._run(["sh", "-e", "-c", part.replace(SHOWN, self.address)], where)
        return printed

    def _run(self, call: list[str], where: str) -> str:
        done = subprocess.run(call, cwd=self.folder, env=_environment(), capture_output=True, check=False)
        assert done.returncode == 0, f"{where}\n{done.stderr.decode()[-2000:]}"
        return done.stdout.decode()

    def _serve(self, line: str, where: str) -> None:
        """Starts a server, and waits until it answers at the address that it was told or says."""
        log = self.folder / f"served-{len(self.servers)}.log"
        call = shlex.split(line) + (["--port", "0"] if "--port" not in line else [])
        with log.open("wb") as out:
            self.servers.append(
                subprocess.Popen(call, cwd=self.folder, env=_environment(), stdout=out, stderr=subprocess.STDOUT)
            )
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until and self.servers[-1].poll() is None:
            told = re.search(r"https?://[\w.\[\]:-]+", log.read_text(errors="replace"))
            if told is not None and _answers(told[0]):
                self.address = told[0] if line.startswith("onrecord") else self.address
                return
            time.sleep(0.2)
        raise AssertionError(f"{where}: {line} does not answer\n{log.read_text(errors='replace')[-2000:]}")

    def _promised(self, text: str, where: str) -> None:
        """Every line that the page shows was printed, `…` standing for anything; how it is spaced counts for nothing."""
        printed = _words(self.printed)
        for line in text.splitlines():
            for part in filter(None, map(_words, line.split("…"))):
                assert part in printed, f"{where} promises {part!r}"

    def close(self) -> None:
        """Ends the servers that the page had started."""
        for server in self.servers:
            if server.poll() is None:
                server.send_signal(signal.SIGINT)
                with suppress(subprocess.TimeoutExpired):
                    server.wait(10)
            if server.poll() is None:
                server.kill()
                server.wait()


@contextmanager
def reader_in(folder: Path) -> Iterator[Reader]:
    """A reader in a folder that looks like a checkout: the samples, the scripts, and .venv on the path."""
    for name in ("samples", "scripts", "docs", ".venv"):
        (folder / name).symlink_to(ROOT / name)
    reader = Reader(folder)
    try:
        yield reader
    finally:
        reader.close()


def _environment() -> dict[str, str]:
    path = f"{ROOT / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return os.environ | {"PATH": path, "COLUMNS": "80", "NO_COLOR": "1"}


def _words(text: str) -> str:
    return " ".join(text.split())


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/", timeout=5):  # noqa: S310 - an address of this machine
            return True
    except OSError:
        return False
