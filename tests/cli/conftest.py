from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.calls import Caller


@pytest.fixture
def call(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Caller:
    return Caller(tmp_path, capfdbinary, monkeypatch)
