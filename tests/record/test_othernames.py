from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.record.readings import FAQIR_CONFIRMS, reading_of_report
from tests.record.tables import RECORDED

from onrecord.errors import ClaimNotFound
from onrecord.model import Reading
from onrecord.record import Record


def known(reading: Reading, ident: str, registry: str) -> Reading:
    """The reading with one of its actors known to the registry."""
    actors = tuple(replace(a, known_as=registry) if a.id == ident else a for a in reading.actors)
    return replace(reading, actors=actors)


def test_a_party_is_found_by_the_names_of_the_registry_unless_others_are_given(tmp_path: Path) -> None:
    reading = known(reading_of_report("r", date(2011, 12, 10), FAQIR_CONFIRMS), "ttp", "TTP")
    with Record.open(tmp_path / "x.db", create=True) as record:
        record.add(reading, RECORDED)
        assert len(record.claims("Pakistani Taliban talks")) == 1
    with Record.open(tmp_path / "x.db", aliases={}) as record, pytest.raises(ClaimNotFound):
        record.claims("Pakistani Taliban talks")
