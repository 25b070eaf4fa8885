"""Who may do what, and which pages may not: tokens, sign-ins, and pages of other sites."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from starlette.testclient import TestClient
from tests.api.conftest import Held
from tests.api.desks import ADDRESS, ELSEWHERE, USER, client_of, server_of

from onrecord.desk.access import COOKIE
from onrecord.desk.tokens import Tokens

NOW = datetime(2026, 5, 1, tzinfo=UTC)
FORM = "X-Form-Token"


def note(held: Held) -> dict[str, str]:
    return {"kind": "report", "id": held.record.reports()[0].id, "text": "seen"}


def bearer(held: Held, *scopes: str) -> dict[str, str]:
    made = Tokens(held.record).add("A Program", NOW, scopes)
    return {"Authorization": f"Bearer {made.secret}"}


def test_on_the_machine_itself_an_open_desk_is_open(own: Held) -> None:
    assert own.get("/")["asker"] == {"name": USER, "scopes": ["admin", "read", "review", "write"]}
    assert own.client.post("/api/notes", json=note(own)).status_code == 201


def test_from_elsewhere_nothing_is_allowed_without_a_token(own: Held) -> None:
    for loopback in (True, False):
        away = client_of(server_of(own.record, loopback=loopback), ELSEWHERE)
        response = away.get("/api/claims")
        assert (response.status_code, response.headers["www-authenticate"]) == (401, "Bearer")
        assert set(response.json()["error"]) == {"kind", "message", "details"}
        assert away.post("/api/notes", json=note(own)).status_code == 401
    headers = bearer(own, "read")
    assert away.get("/api/claims", headers=headers).status_code == 200


@pytest.mark.parametrize("name", ["Forwarded", "X-Forwarded-For", "X-Real-IP"])
def test_what_was_passed_on_is_not_from_the_machine(own: Held, name: str) -> None:
    assert own.client.get("/api/claims", headers={name: "127.0.0.1"}).status_code == 401


def test_once_there_is_a_token_everybody_needs_one(own: Held) -> None:
    headers = bearer(own, "read")
    assert own.client.get("/api/claims").status_code == 401
    assert own.client.get("/api/claims", headers=headers).status_code == 200
    assert own.client.get("/api/claims", headers={"Authorization": "Bearer wrong"}).status_code == 401


@pytest.mark.parametrize(
    ("scope", "may"),
    [("read", set()), ("write", {"write"}), ("review", {"review"}), ("admin", {"write", "review", "admin"})],
)
def test_a_token_may_what_its_scope_says(own: Held, scope: str, may: set[str]) -> None:
    headers = bearer(own, scope)
    left, right = (one.id for one in own.record.identities()[:2])
    calls = {
        "write": ("/api/notes", note(own)),
        "review": ("/api/judge", {"left": left, "right": right, "judgement": "unsure"}),
        "admin": ("/api/tokens", {"name": "Another"}),
    }
    for needed, (address, body) in calls.items():
        response = own.client.post(address, json=body, headers=headers)
        assert response.status_code == (201 if needed in may else 403), (needed, response.text)
    assert (own.client.get("/api/tokens", headers=headers).status_code == 200) == (scope == "admin")


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": ADDRESS, "Sec-Fetch-Site": "cross-site"},
    ],
)
def test_a_page_of_another_site_can_change_nothing(own: Held, headers: dict[str, str]) -> None:
    before = own.get("/notes")["items"]
    assert own.client.post("/api/notes", json=note(own), headers=headers).status_code == 403
    assert own.get("/notes")["items"] == before
    assert own.client.get("/api/claims", headers=headers).status_code == 200


def test_what_a_form_of_another_site_can_send_is_no_body(own: Held) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""):
        response = own.client.post("/api/judge", content=b'{"left": "a"}', headers={"content-type": kind})
        assert response.status_code in {415, 422}, kind


def test_a_page_of_the_desk_sends_the_token_of_its_forms(own: Held) -> None:
    headers = bearer(own, "write")
    app = server_of(own.record)
    access = next(route for route in app.routes if getattr(route, "path", "") == "/api").app.state.desk.access  # type: ignore[attr-defined]
    signed = access.sign_in(headers["Authorization"].removeprefix("Bearer "), datetime.now(UTC), loopback=True)
    assert signed is not None
    client = TestClient(app, base_url=ADDRESS, client=("127.0.0.1", 1), cookies={COOKIE: signed.cookie})
    token = access.form_token(signed.cookie)
    assert client.get("/api/claims").status_code == 200
    assert client.post("/api/notes", json=note(own)).status_code == 403
    assert client.post("/api/notes", json=note(own), headers={FORM: "wrong"}).status_code == 403
    assert client.post("/api/notes", json=note(own), headers={FORM: token}).status_code == 201
    away = {FORM: token, "Origin": "https://elsewhere.example"}
    assert client.post("/api/notes", json=note(own), headers=away).status_code == 403


def test_no_other_site_may_read_the_answers(held: Held) -> None:
    headers = {"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "POST"}
    for response in (
        held.client.get("/api/claims", headers=headers),
        held.client.options("/api/notes", headers=headers),
    ):
        assert not [name for name in response.headers if name.startswith("access-control")]


def test_an_open_desk_without_a_name_can_be_read_only(own: Held) -> None:
    client = client_of(server_of(own.record, None))
    assert client.get("/api/claims").status_code == 200
    assert client.post("/api/notes", json=note(own)).status_code == 403
