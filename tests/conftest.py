"""Records on both backends: a test that asks for `stores` runs on SQLite and on a real PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.record.cluster import Cluster, Unavailable, running_cluster
from tests.record.stores import Stores


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL server for the whole run; without one the tests that need it are skipped."""
    try:
        with running_cluster() as started:
            yield started
    except Unavailable as reason:
        pytest.skip(str(reason))


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def backend(request: pytest.FixtureRequest) -> Cluster | None:
    """The server to keep records on; None for files."""
    if request.param == "sqlite":
        return None
    found: Cluster = request.getfixturevalue("cluster")
    return found


@pytest.fixture
def stores(backend: Cluster | None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stores]:
    """Places for the records of one test."""
    yield from _stores(backend, tmp_path_factory)


@pytest.fixture(scope="module")
def lasting_stores(backend: Cluster | None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stores]:
    """Places for records that all tests of a file look at."""
    yield from _stores(backend, tmp_path_factory)


def _stores(backend: Cluster | None, factory: pytest.TempPathFactory) -> Iterator[Stores]:
    made = Stores(factory.mktemp("records"), backend)
    yield made
    made.close()
