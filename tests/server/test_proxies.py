"""A desk behind a proxy on the same machine, and what others may make of names, forms and addresses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.record.questions.held import filled
from tests.web.desks import HERE, client_of

from onrecord.errors import UsageError
from onrecord.server import application
from onrecord.server.hosts import HostCheck
from onrecord.server.running import serve
from onrecord.server.turns import takes_long

NAME = "desk.example.org"


@pytest.fixture
def passed_on(tmp_path: Path) -> Iterator[TestClient]:
    """A desk that is known by a public name, as a proxy on the same machine asks it."""
    filled(tmp_path / "desk.db").close()
    with client_of(application(tmp_path / "desk.db", user="A. Reader", names=[NAME]), HERE) as client:
        yield client


@pytest.mark.parametrize("headers", [{}, {"X-Forwarded-Proto": "https"}, {"Via": "1.1 proxy"}])
def test_who_comes_by_a_public_name_is_nobody_without_a_token(passed_on: TestClient, headers: dict[str, str]) -> None:
    asked = {"Host": NAME, **headers}
    assert passed_on.get("/api/claims", headers=asked).status_code == 401
    made = passed_on.post("/api/tokens", headers=asked, json={"name": "Mallory", "scopes": ["admin"]})
    assert made.status_code == 401
    assert passed_on.get("/", headers=asked, follow_redirects=False).status_code == 303


def test_a_desk_with_a_public_name_asks_for_a_token_before_it_starts(tmp_path: Path) -> None:
    filled(tmp_path / "desk.db").close()
    app = application(tmp_path / "desk.db", names=[NAME])
    with pytest.raises(UsageError, match="onrecord token add"):
        serve(app, "127.0.0.1", 0, lambda _: None)
    app.state.desk.record.close()


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("127.0.0.1:8321", True),
        ("[::1]:8321", True),
        ("localhost", True),
        (NAME, True),
        ("127.0.0.1:1/sign-in?", False),
        ("[::1]evil.example", False),
        ("[::1%25evil.example]", False),
        ("localhost:evil@example", False),
        ("evil.example", False),
        ("", False),
    ],
)
def test_only_a_clean_name_of_its_own_is_answered(host: str, *, own: bool) -> None:
    check = HostCheck(lambda *_: None, [NAME])  # type: ignore[arg-type]
    assert check._own(host) is own


def test_a_form_from_a_page_of_another_site_is_refused(tmp_path: Path) -> None:
    filled(tmp_path / "desk.db").close()
    with client_of(application(tmp_path / "desk.db", user="A. Reader"), HERE) as client:
        desk = client.app.state.desk  # type: ignore[attr-defined]
        form = {"form_token": desk.access.form_token(None), "kind": "claim", "ident": "x", "text": "y"}
        for headers in ({"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}):
            assert client.post("/notes", data=form, headers=headers).status_code == 403
        tossed = {"Cookie": "onrecord_sign_in=evil"}
        assert client.post("/notes", data=form, headers=tossed).status_code == 403


def test_long_addresses_do_not_grow_the_page(tmp_path: Path) -> None:
    filled(tmp_path / "desk.db").close()
    with client_of(application(tmp_path / "desk.db", user="A. Reader"), HERE) as client:
        plain = len(client.get("/").text)
        assert len(client.get("/?" + "a=1&" * 10_000).text) < plain + 20_000


def test_what_takes_long_waits_for_its_turn() -> None:
    assert takes_long("/timeline")
    assert not takes_long("/")
    assert not takes_long("/api/claims.csv")
