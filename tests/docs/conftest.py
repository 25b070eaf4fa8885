"""What the tests of the documentation share: a record of the samples."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record that the pages call talks.db, made as they tell."""
    if not (ROOT / ".venv" / "bin" / "onrecord").exists():
        pytest.skip("no .venv; scripts/test makes it")
    path = tmp_path_factory.mktemp("docs") / "talks.db"
    call = [str(ROOT / "scripts" / "add-samples"), str(path)]
    subprocess.run(call, check=True, capture_output=True, env=os.environ | {"SOURCE_DATE_EPOCH": "1330000000"})
    return path
