"""An answer that somebody has already is not sent again, until something is added."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from tests.api.conftest import Held
from tests.record.readings import GOVERNMENT_DENIES, filler, reading_of_report

ADDRESSES = ["/", "/claims", "/claims.csv", "/claims.json", "/board", "/days", "/claims/talks", "/claims/talks/standing",
             "/claims/talks/brief.html", "/positions", "/timeline", "/changes?since=2011-12-01", "/search?words=talks",
             "/actors", "/who?person=Malik", "/reports", "/statements", "/events.csv", "/places", "/decisions", "/notes",
             "/watches", "/findings"]  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_somebody_has_is_not_sent_again(held: Held, address: str) -> None:
    first = held.client.get(f"/api{address}")
    tag = first.headers["etag"]
    assert first.headers["cache-control"] == "private, no-cache"
    assert "Authorization" in first.headers["vary"]
    for given in (tag, tag.removeprefix("W/"), f'"other", {tag}'):
        again = held.client.get(f"/api{address}", headers={"If-None-Match": given})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert held.client.get(f"/api{address}", headers={"If-None-Match": '"other"'}).status_code == 200
    other = held.client.get(f"/api{address}{'&' if '?' in address else '?'}x=1")
    assert other.headers["etag"] != tag
    assert held.client.get(f"/api{address}").content == first.content


def test_tags_change_with_the_record_and_not_without(own: Held) -> None:
    def tags() -> dict[str, str]:
        return {address: own.client.get(f"/api{address}").headers["etag"] for address in ADDRESSES}

    before = tags()
    assert tags() == before
    more = reading_of_report("more", date(2013, 1, 1), GOVERNMENT_DENIES, body=filler("more"))
    own.record.add(more, datetime(2026, 3, 1, tzinfo=UTC))
    after = tags()
    assert all(after[address] != before[address] for address in ADDRESSES)
    left, right = (one.id for one in own.record.identities()[:2])
    body = {"left": left, "right": right, "judgement": "different"}
    assert own.client.post("/api/judge", json=body).status_code == 201
    assert all(tag != after[address] for address, tag in tags().items())


def test_a_tag_never_lets_somebody_in(own: Held) -> None:
    from tests.api.desks import ELSEWHERE, client_of, server_of

    tag = own.client.get("/api/claims").headers["etag"]
    away = client_of(server_of(own.record), ELSEWHERE)
    assert away.get("/api/claims", headers={"If-None-Match": tag}).status_code == 401


def test_a_report_says_when_it_came_in(held: Held) -> None:
    report = held.record.reports()[0]
    modified = held.client.get(f"/api/reports/{report.id}").headers["last-modified"]
    assert modified == datetime.fromisoformat(report.recorded_at).strftime("%a, %d %b %Y %H:%M:%S GMT")


def test_changing_something_is_never_kept_by_a_cache(own: Held) -> None:
    body = {"kind": "report", "id": own.record.reports()[0].id, "text": "seen"}
    made = own.client.post("/api/notes", json=body)
    assert made.headers["cache-control"] == "no-store"
    assert "etag" not in made.headers
