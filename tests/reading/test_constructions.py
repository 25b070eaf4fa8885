"""The constructions of news English are read as well as the floors say, and every table is read."""

from __future__ import annotations

from evaluation.constructions import constructions
from evaluation.floors import load

from onrecord.reading import EncoderReader


def test_constructions_are_read_as_well_as_before() -> None:
    floors = {n: v for n, v in load().items() if n.startswith("constructions.")}
    found = {
        f"constructions.{table.replace(' ', '-').replace(',', '')}": right
        for table, (right, _) in constructions(EncoderReader()).items()
    }
    assert set(found) == set(floors)
    assert {name: right for name, right in found.items() if right < floors[name]} == {}
