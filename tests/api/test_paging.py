"""Pages follow one another without gaps, also while reports are added, and a cursor is good for its question only."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from tests.api.conftest import Held
from tests.record.readings import GOVERNMENT_DENIES, filler, reading_of_report

from onrecord.api.paging import packed, unpacked
from onrecord.errors import CursorUnknown

LISTS = ["/claims", "/positions", "/timeline", "/changes?since=2011-01-01", "/search?words=talks", "/actors", "/reports",
         "/statements", "/events", "/places", "/claims/TTP talks/testimonies", "/claims/TTP talks/links",
         "/claims?sort=latest", "/statements?act=denies"]  # fmt: skip


def walked(held: Held, address: str, limit: int) -> list[Any]:
    """All items, page by page, by the links in the headers."""
    path, _, query = address.partition("?")
    following: str | None = f"/api{path}?{query}&limit={limit}"
    items: list[Any] = []
    while following is not None:
        response = held.client.get(following)
        assert response.status_code == 200, response.text
        page = response.json()
        assert len(page["items"]) == limit or page["next"] is None
        assert page["total"] is None or page["total"] >= len(page["items"])
        items += page["items"]
        following = response.links.get("next", {}).get("url")
        assert (following is None) == (page["next"] is None)
    return items


@pytest.mark.parametrize("address", LISTS)
@pytest.mark.parametrize("limit", [1, 2, 7])
def test_pages_make_up_the_whole(held: Held, address: str, limit: int) -> None:
    path, _, query = address.partition("?")
    whole = held.client.get(f"/api{path}.json?{query}").json()
    assert walked(held, address, limit) == whole


def test_a_cursor_stays_good_while_reports_are_added(own: Held) -> None:
    for address in ("/reports", "/timeline", "/statements"):
        before = own.get(f"{address}.json")
        first = own.get(address, limit=5)
        early = reading_of_report(f"early{address}", date(2011, 1, 1), GOVERNMENT_DENIES, body=filler(address))
        own.record.add(early, datetime(2026, 3, 1, tzinfo=UTC))
        rest = own.get(address, limit=500, after=first["next"])["items"]
        assert len(own.get(f"{address}.json")) > len(before)
        assert first["items"] + rest == before, address


@pytest.mark.parametrize("address", [address for address in LISTS if address != "/places"])
def test_a_cursor_that_was_changed_is_refused(held: Held, address: str) -> None:
    path, _, query = address.partition("?")
    cursor = held.client.get(f"/api{path}?{query}&limit=1").json()["next"]
    assert cursor is not None
    swapped = ("A" if cursor[0] != "A" else "B") + cursor[1:]
    for wrong in (swapped, cursor[:-3], cursor[3:], "x", "e30", "W10", "é", "=", "9" * 1999):
        response = held.client.get(f"/api{path}", params=f"{query}&limit=1&after={wrong}")
        assert response.status_code in {400, 422}, (wrong, response.text)
        assert response.json()["error"]["kind"] in {"CursorUnknown", "BadParameters"}


@pytest.mark.parametrize(
    "place", [["a", [1]], ["a", "b"], ["a", None], ["a", -5], ["a", 1e308], [None], [], {}, "x", 7]
)
def test_a_cursor_that_was_made_up_is_refused(place: Any) -> None:
    with pytest.raises(CursorUnknown):
        unpacked(packed("question", place), "question", str, int)


def test_a_cursor_belongs_to_its_question(held: Held) -> None:
    cursor = held.get("/timeline", limit=1)["next"]
    assert held.client.get("/api/timeline", params={"after": cursor, "words": "TTP"}).status_code == 400
    assert held.client.get("/api/reports", params={"after": cursor}).status_code == 400
    assert held.client.get("/api/timeline", params={"after": cursor, "limit": 3}).status_code == 200
