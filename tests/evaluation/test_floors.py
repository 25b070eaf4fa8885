from __future__ import annotations

import os
from pathlib import Path

import pytest
from evaluation.floors import OTHER_PROCESSOR, broken, load, raised
from evaluation.furniture import furniture_scores
from evaluation.measures import measures
from evaluation.table import Measure

from onrecord.reading import EncoderReader

CORPORA = Path(os.environ.get("ONRECORD_CORPORA", "../shared/corpora"))
DOCUMENT = Path(os.environ.get("ONRECORD_MODEL_DOCUMENT", "../shared/spec/seed"))


def test_a_value_below_its_floor_is_told() -> None:
    assert broken([Measure("a", "", 4.0)], {"a": 5.0}) == ["a: 4.0 is below its floor of 5.0"]
    assert broken([Measure("a", "", 4.0, rising=False)], {"a": 3.0}) == ["a: 4.0 is above its floor of 3.0"]
    assert broken([Measure("a", "", 5.0)], {"a": 5.0}) == []
    assert broken([Measure("a", "", 4.6)], {"a": 5.0}, slack=0.5) == []
    assert broken([Measure("a", "", 15.0)], {"a": 16.0}, slack=0.5) != []


def test_floors_only_rise() -> None:
    floors = {"a": 5.0, "b": 1.0, "gone": 7.0}
    found = [Measure("a", "", 4.0), Measure("b", "", 0.5, rising=False), Measure("new", "", 2.0)]
    assert raised(found, floors) == {"a": 5.0, "b": 0.5, "gone": 7.0, "new": 2.0}


def test_furniture_on_held_out_pages_holds_its_floors() -> None:
    scores, floors = furniture_scores(), load()
    assert round(100 * scores.long_found, 1) >= floors["furniture.long-found"] - OTHER_PROCESSOR
    assert round(100 * scores.report_marked, 1) <= floors["furniture.report-marked"] + OTHER_PROCESSOR


@pytest.mark.skipif(not (CORPORA / "statements").is_dir(), reason="the corpora are not here; set ONRECORD_CORPORA")
def test_every_measure_holds_its_floor() -> None:
    document = DOCUMENT if DOCUMENT.is_dir() else None
    found = list(measures(EncoderReader(), CORPORA, document))
    assert {m.name for m in found} >= {n for n in load() if n.startswith("polnear")}
    assert broken(found, load(), OTHER_PROCESSOR) == []
