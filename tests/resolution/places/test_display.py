from __future__ import annotations

import pytest

from onrecord.resolution.places.display import displayed


@pytest.mark.parametrize(
    ("name", "mentioned", "expected"),
    [
        ("Bājaur Agency", "Bajur", "Bajaur"),
        ("Bājaur Agency", "Bajaur Agency", "Bajaur Agency"),
        ("North Wazīristān", "Waziristan", "North Waziristan"),
        ("Bogotá", "Bogota", "Bogotá"),
        ("County Cork", "Cork", "County Cork"),
        ("Łódź", "Lodz", "Łódź"),
        ("", "x", ""),
    ],
)
def test_a_place_is_called_as_the_news_call_it(name: str, mentioned: str, expected: str) -> None:
    assert displayed(name, mentioned) == expected
