"""Whatever goes wrong is answered with one object; nothing that is asked makes the API fail."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.api.conftest import Held
from tests.api.desks import client_of, server_of

from onrecord import errors
from onrecord.api.failures import status_of
from onrecord.desk import timelines

QUESTIONS = ["/claims", "/board", "/positions", "/timeline", "/changes?since=2011-12-01", "/search?words=talks", "/actors",
             "/offices?office=spokesman", "/who?person=Malik", "/reports", "/statements", "/events", "/places",
             "/decisions", "/claims/talks", "/claims/talks/standing", "/claims/talks/links", "/claims/talks/brief.md",
             "/reports/nov-21", "/statements/0000", "/actors/TTP", "/places/geonames:1", "/notes", "/watches", "/findings"]  # fmt: skip
ABSURD = {
    "as_of": ["0000-00-00", "0000-01-01", "9999-99-99", "9999-12-31", "2011-12-10T00:00:00", "20111210", "1323475200",
              "2011-02-30", "yesterday", "", "２０１１-12-10", "2011-12-10\x00", " 2011-12-10"],
    "known_at": ["9999-12-31", "2011-12-10T00:00", "0001-01-01T00:00Z", "9999-12-31T23:59:59-12:00", "now", "1", ""],
    "since": ["0000-00-00", "-1", "2011-13-01"],
    "limit": ["0", "-1", "501", "99999999999999999999999", "1.5", "ten", "", "1e3", "０"],
    "words": ["\x00", "talks\x00", " ", "", "x" * 2_001, "\x1b[31m", "a\x7f"],
    "after": ["x", "", "\x00", "=" * 50, "%", "AAAA", "bm9uZQ"],
    "sort": ["newest", ""],
    "act": ["swears", "denies'--"],
}  # fmt: skip
STRANGE = ["%", "_", "%%%%", "' OR 1=1 --", "\"; DROP TABLE report; --", "*", "talks*", "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
           "\u202etalks", "\ufdd0", "\U000e0001", "x" * 2_000, "((((", "NEAR/2", "a" * 24, "0" * 24, "..", "."]  # fmt: skip


def failed(response: Any) -> dict[str, Any]:
    """The error that an answer holds, once it is sure that it has the one shape."""
    body = response.json()
    assert set(body) == {"error"}
    assert set(body["error"]) == {"kind", "message", "details"}
    assert body["error"]["message"]
    found: dict[str, Any] = body["error"]
    return found


@pytest.mark.parametrize("address", QUESTIONS)
def test_absurd_parameters_are_refused(held: Held, address: str) -> None:
    for name, values in ABSURD.items():
        for value in values:
            path, _, query = address.partition("?")
            asked = dict(one.split("=") for one in query.split("&") if one)
            response = held.client.get(f"/api{path}", params=asked | {name: value})
            assert response.status_code < 500, (name, value, response.text)
            if response.status_code >= 400:
                failed(response)
    assert held.client.get("/api/claims", params={"as_of": "2011-12-10"}).status_code == 200


@pytest.mark.parametrize("name", ["as_of", "known_at", "limit", "words", "after", "sort"])
def test_each_absurd_value_is_named(held: Held, name: str) -> None:
    for value in ABSURD[name]:
        response = held.client.get("/api/claims", params={name: value})
        assert response.status_code in {400, 422}, (value, response.text)
        error = failed(response)
        if response.status_code == 422:
            assert [one["where"] for one in error["details"]] == [["query", name]]


@pytest.mark.parametrize("words", STRANGE)
def test_strange_words_find_nothing_or_something_but_never_fail(held: Held, words: str) -> None:
    for path in ("claims", "reports", "statements", "actors", "places", "notes", "watches"):
        response = held.client.get(
            f"/api/{path}/" + words.replace("%", "%25").replace("/", "%2F").replace("?", "%3F")
        )
        assert response.status_code < 500, response.text
    for name, path in (("words", "search"), ("words", "claims"), ("person", "who"), ("office", "offices")):
        response = held.client.get(f"/api/{path}", params={name: words})
        assert response.status_code in {200, 400, 404}, response.text
        if response.status_code != 200:
            failed(response)


def test_wildcards_of_a_database_are_letters_like_others(held: Held) -> None:
    for wild in ("____", "%%%%", "[a-z]", "*" * 24):
        for path in ("reports", "statements"):
            assert held.client.get(f"/api/{path}/{wild.replace('%', '%25')}").status_code == 404
    assert held.get("/statements", report="%")["items"] == []


@pytest.mark.parametrize(
    "query", ["words=%00", "words=%ED%A0%80", "words=%FF%FE", "as_of=%ED%A0%80", "limit=%F0", "%00=1"]
)
def test_bytes_that_are_no_text_are_no_fault(held: Held, query: str) -> None:
    assert held.client.get(f"/api/claims?{query}").status_code in {200, 404, 422}


def test_statuses_go_by_class() -> None:
    assert status_of(errors.ClaimNotFound("x")) == 404
    assert status_of(errors.NotAllowed("x")) == 403
    assert status_of(errors.TooManyTries(3)) == 429
    assert status_of(errors.RecordUnusable("x")) == 503
    assert status_of(errors.UsageError("x")) == 400


@pytest.mark.parametrize(
    ("method", "address", "status", "kind"),
    [
        ("GET", "/nothing", 404, "NotFound"),
        ("GET", "/claims/no-such-claim/standing", 404, "ClaimNotFound"),
        ("GET", "/reports/no-such-report", 404, "ReportNotFound"),
        ("GET", "/who?person=nobody", 404, "PersonNotFound"),
        ("GET", "/actors/nobody", 404, "PersonNotFound"),
        ("GET", "/places/nowhere", 404, "PlaceNotFound"),
        ("GET", "/statements/nothing", 404, "StatementNotFound"),
        ("GET", "/notes/nothing", 404, "NotOnDesk"),
        ("GET", "/watches/nothing", 404, "NotOnDesk"),
        ("GET", "/search?words=...", 400, "UsageError"),
        ("GET", "/search", 422, "BadParameters"),
        ("DELETE", "/claims", 405, "MethodNotAllowed"),
        ("PUT", "/health", 405, "MethodNotAllowed"),
    ],
)
def test_a_failure_says_what_it_is(held: Held, method: str, address: str, status: int, kind: str) -> None:
    response = held.client.request(method, f"/api{address}")
    assert (response.status_code, failed(response)["kind"]) == (status, kind)
    if status == 405:
        assert "GET" in response.headers["allow"]


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b'{"left": 1}', b'{"left": "\\ud800", "right": "x", "judgement": "same"}',
             b'{"left": "a", "right": "b", "judgement": "same", "more": 1}', b"[" * 100_000]
)  # fmt: skip
def test_a_body_that_makes_no_sense_is_refused(held: Held, body: bytes) -> None:
    response = held.client.post("/api/judge", content=body, headers={"content-type": "application/json"})
    assert response.status_code in {400, 422}, response.text
    failed(response)


def test_a_fault_tells_nothing_of_the_inside(own: Held, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr(type(own.record), "reports", broken)
    response = own.client.get("/api/reports.json")
    assert (response.status_code, failed(response)["kind"]) == (500, "Fault")
    assert "secret" not in response.text


def test_a_record_that_cannot_be_read_is_told_without_its_place(own: Held) -> None:
    from onrecord.errors import RecordUnusable
    from onrecord.record.places import shown

    def unusable(*_: object) -> None:
        raise RecordUnusable(f"{shown(own.record.place)}: disk I/O error; see that it can be read")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(type(own.record), "reports", unusable)
        response = own.client.get("/api/reports.json")
    assert (response.status_code, failed(response)["kind"]) == (503, "RecordUnusable")
    assert shown(own.record.place) not in response.text
    assert failed(response)["message"].endswith(": disk I/O error; see that it can be read")


def test_elsewhere_is_no_part_of_the_api(held: Held) -> None:
    client: TestClient = client_of(server_of(held.record))
    assert client.get("/claims").status_code == 404


def test_a_timeline_of_too_many_claims_asks_for_words(held: Held, monkeypatch: pytest.MonkeyPatch) -> None:
    few = len(held.record.claims("FARC"))
    assert few < len(held.record.claims())
    monkeypatch.setattr(timelines, "MOST_CLAIMS", few)
    for path in ("timeline", "timeline.json", "timeline.csv"):
        response = held.client.get(f"/api/{path}")
        assert response.status_code == 400
        assert "give words" in failed(response)["message"]
        assert held.client.get(f"/api/{path}", params={"words": "FARC"}).status_code == 200
        assert held.client.get(f"/api/{path}", params={"as_of": "2000-01-01"}).status_code == 200
