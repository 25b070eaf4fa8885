"""Whether two places of reports can be one."""

from __future__ import annotations

import pytest

from onrecord.linking.sites import contradict
from onrecord.model import Site

SARAVENA = Site("geonames:1", "Saravena", "admin2", "COL", "Arauca Department", 6.96, -71.88)
ARAUCA = Site("geonames:2", "Arauca", "admin2", "COL", "Arauca Department", 7.08, -70.76)
YOPAL = Site("geonames:3", "Yopal", "place", "COL", "Casanare Department", 5.34, -72.39)
TAME = Site("geonames:4", "Tame", "place", "COL", "Arauca Department", 6.46, -71.74)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (SARAVENA, ARAUCA, False),
        (ARAUCA, SARAVENA, False),
        (ARAUCA, YOPAL, True),
        (SARAVENA, YOPAL, True),
        (SARAVENA, None, False),
        (TAME, ARAUCA, False),
    ],
)
def test_a_town_and_the_province_of_its_name_are_told_apart_by_no_report(
    one: Site, other: Site | None, apart: bool
) -> None:
    assert contradict(one, other) == apart
