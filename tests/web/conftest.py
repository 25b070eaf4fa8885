from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.record.questions.held import everything
from tests.web.desks import client_at, hostile_report


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A desk that nobody changes, over the reports of both peace processes and one that tries to do harm."""
    with client_at(tmp_path_factory.mktemp("desk") / "talks.db", [*everything(), hostile_report()]) as client:
        yield client


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[TestClient]:
    """A desk over a record without reports."""
    with client_at(tmp_path / "bare.db", []) as client:
        yield client
