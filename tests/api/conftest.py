from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.api.desks import desk_at
from tests.cli.calls import Caller
from tests.record.stores import Stores

from onrecord.record import Record


@dataclass(frozen=True, slots=True)
class Held:
    """A record and its API."""

    record: Record
    client: TestClient

    def get(self, address: str, **parameters: Any) -> Any:
        """What an address answers with, as JSON."""
        response = self.client.get(f"/api{address}", params=parameters)
        assert response.status_code == 200, response.text
        return response.json()


@pytest.fixture(scope="module")
def held(lasting_stores: Stores) -> Iterator[Held]:
    """A record that nobody changes."""
    with desk_at(lasting_stores.place("held")) as (record, client):
        yield Held(record, client)


@pytest.fixture
def own(stores: Stores) -> Iterator[Held]:
    """A record of the test's own."""
    with desk_at(stores.place("own")) as (record, client):
        yield Held(record, client)


@pytest.fixture
def call(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Caller:
    """The command line."""
    return Caller(tmp_path, capfdbinary, monkeypatch)
