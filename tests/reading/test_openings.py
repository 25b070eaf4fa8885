"""A dateline is no part of what somebody says."""

from __future__ import annotations

import pytest
from tests.reading.by_hand import encoded

from onrecord.reading.openings import without_dateline


@pytest.mark.parametrize(
    "dateline", ["QUITO - ", "TUNIS, Aug 21 (Reuters) - ", "SANTA CRUZ DE LA SIERRA -- ", "GENEVA (AFP) – "]
)
def test_a_content_begins_behind_the_dateline(dateline: str) -> None:
    report = encoded(dateline + "The two sides will meet")
    [(first, last)] = without_dateline(report, [(0, len(report.places) - 1)])
    assert report.span(first, last).text == "The two sides will meet"


@pytest.mark.parametrize(
    "text", ["The ELN - its envoy said - left", "UN - the body - left. TUNIS - ", "FARC rebels left"]
)
def test_other_words_stay(text: str) -> None:
    report = encoded(text)
    whole = [(1, len(report.places) - 1)]
    assert without_dateline(report, whole) == tuple(whole)
