"""The command line called within the test's own process, with what it prints and the status it leaves with."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.record.stores import Place

from onrecord.cli import main


@dataclass(frozen=True, slots=True)
class Left:
    """How a call ended."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[Any]:
        """The lines of standard output as JSON values."""
        return [json.loads(line) for line in self.out.splitlines()]


class Caller:
    """Calls `onrecord` in a folder of its own, as if every line of every page were report."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[bytes], patch: pytest.MonkeyPatch) -> None:
        self.folder, self._capture, self._patch = folder, capture, patch
        self.record: Place = folder / "onrecord.db"
        self._named: tuple[str, ...] = ()
        patch.chdir(folder)
        patch.setenv("COLUMNS", "100")
        for name in ("FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "ONRECORD_DB"):
            patch.delenv(name, raising=False)
        patch.setattr(
            "onrecord.page.furniture.judged", lambda _page, parts, _outlet: [{None: 1.0, "other": 0.0} for _ in parts]
        )

    def __call__(self, *arguments: str, stdin: bytes = b"") -> Left:
        named = () if "--db" in arguments else self._named
        self._patch.setattr(sys, "argv", ["onrecord", *arguments, *named])
        self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        self._capture.readouterr()
        status = 0
        try:
            main()
        except SystemExit as leaving:
            status = leaving.code if isinstance(leaving.code, int) else 0
        printed = self._capture.readouterr()
        return Left(status, printed.out.decode("utf-8"), printed.err.decode("utf-8"))

    def keep_in(self, record: Place) -> None:
        """From now on this is the record of every command that names none."""
        self.record, self._named = record, ("--db", str(record))

    def write(self, name: str, text: str | bytes) -> str:
        """A file in the folder; its name."""
        (self.folder / name).write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
        return name
