from __future__ import annotations

from datetime import date

import pytest

from onrecord.model import Article
from onrecord.resolution.places.datelines import written


@pytest.mark.parametrize(
    ("text", "place", "day"),
    [
        ("KHAR, Pakistan, Dec 10 (AP) – Militants met elders.", "KHAR, Pakistan", "Dec 10"),
        ("PESHAWAR: Militants met elders on Saturday.", "PESHAWAR", None),
        ("KABUL (Reuters) - Shells fell.", "KABUL", None),
        ("Headline here\n\nMAE HONG SON, Thailand, Jan. 5 -- Rebels said so.", "MAE HONG SON, Thailand", "Jan. 5"),
        ("(Reuters) GENEVA Talks opened.", "GENEVA", None),
        ("Khartoum, 3 May 2004 (IRIN) - Aid arrived.", "Khartoum", "3 May 2004"),
        ("Rebels take town\n\nBy Jane Doe in Kabul\n\nThe rebels said so.", "Kabul", None),
    ],
)
def test_datelines_are_found(text: str, place: str, day: str | None) -> None:
    found = written(Article("a", text))
    assert found is not None
    assert found.place.text == place
    assert (found.day.span.text if found.day else None) == day
    assert text[found.span.start : found.span.end] == found.span.text


@pytest.mark.parametrize(
    "text",
    [
        "The army said on Monday that it had left.",
        "UPDATE: The army said so.",
        "Ban Ki-moon (UN Secretary-General) spoke in Geneva.",
        "NATO said on Monday that it had left.",
        "",
    ],
)
def test_sentences_are_no_datelines(text: str) -> None:
    assert written(Article("a", text)) is None


def test_a_day_far_from_publication_disagrees() -> None:
    text = "KHAR, Pakistan, Dec 10 (AP) - Militants met elders."
    for published, disagrees in ((date(2011, 12, 11), False), (date(2011, 12, 20), True), (None, False)):
        found = written(Article("a", text, published=published))
        assert found is not None
        assert found.disagrees is disagrees


def test_new_year_is_near_new_years_eve() -> None:
    found = written(Article("a", "KABUL, Dec 31 (AP) - Shells fell.", published=date(2012, 1, 1)))
    assert found is not None
    assert not found.disagrees
