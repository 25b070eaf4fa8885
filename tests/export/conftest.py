from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.record.questions.held import filled
from tests.record.stores import Stores

from onrecord.record import Record


@pytest.fixture(scope="module")
def held(lasting_stores: Stores) -> Iterator[Record]:
    """A record of both peace processes, with a copy and an undated report, on both backends."""
    with filled(lasting_stores.place("export")) as record:
        yield record
