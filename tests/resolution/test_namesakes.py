"""A country's own security council is not that of the United Nations."""

from __future__ import annotations

import pytest

from onrecord.model import Article
from onrecord.resolution.setting import Setting


def _bodies(text: str) -> list[str]:
    return [m.entries[0].id for m in Setting.of(Article("r", text)).matches if "Council" in m.span.text]


@pytest.mark.parametrize(
    "text",
    [
        "Georgia's Security Council met. The secretary of the Security Council spoke.",
        "An official of Georgia's Security Council spoke; the Security Council did not.",
    ],
)
def test_a_security_council_that_a_country_owns_is_that_country_s_all_through_a_report(text: str) -> None:
    assert set(_bodies(text)) == {"GEO-government"}


def test_a_security_council_that_no_country_owns_is_that_of_the_united_nations() -> None:
    assert _bodies("Georgia's envoy spoke. The Security Council met on Friday.") == ["igo:UNSC"]
