from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient
from tests.record.questions.held import filled
from tests.web.desks import ADDRESS, ELSEWHERE, client_of

from onrecord.errors import RecordMissing, UsageError
from onrecord.server import application
from onrecord.server.running import address_of, listening
from onrecord.server.sizes import MOST_BYTES


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    place = tmp_path_factory.mktemp("served") / "talks.db"
    filled(place).close()
    return application(place, user="A. Reader")


@pytest.fixture(scope="module")
def client(app: FastAPI) -> Iterator[TestClient]:
    with client_of(app) as opened:
        yield opened


@pytest.mark.parametrize("path", ["/", "/help", "/nothing", "/static/desk.css", "/api/claims", "/?as_of=x"])
def test_every_answer_forbids_what_no_page_needs(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == policy["object-src"] == "'none'"
    assert policy["form-action"] == "'self'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "localhost.evil:8321"])
@pytest.mark.parametrize("path", ["/", "/api/claims", "/static/desk.css"])
def test_a_name_that_is_not_the_desk_s_own_is_refused(client: TestClient, path: str, host: str) -> None:
    assert client.get(path, headers={"Host": host}).status_code == 400


@pytest.mark.parametrize("host", ["127.0.0.1:8321", "localhost:8321", "[::1]:8321", "LOCALHOST"])
def test_its_addresses_and_names_are_its_own(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


def test_head_is_get_without_the_page(client: TestClient) -> None:
    for path in ("/", "/help", "/nothing", "/static/desk.css"):
        got, head = client.get(path), client.head(path)
        assert head.status_code == got.status_code
        assert head.content == b""
        assert head.headers["content-type"] == got.headers["content-type"]


def test_files_stay_good_for_ever_under_the_address_that_names_their_content(client: TestClient) -> None:
    page = client.get("/").text
    address = page.partition('<link rel="stylesheet" href="')[2].partition('"')[0]
    held = client.get(address)
    assert held.status_code == 200
    assert "immutable" in held.headers["cache-control"]
    assert client.get(address, headers={"If-None-Match": held.headers["etag"]}).status_code == 304
    assert "immutable" not in client.get("/static/desk.css?v=other").headers["cache-control"]
    assert client.get("/static/../application.py").status_code == 404


def test_pages_are_compressed_for_those_who_ask(client: TestClient) -> None:
    assert client.get("/", headers={"Accept-Encoding": "gzip"}).headers["content-encoding"] == "gzip"


def test_a_request_that_brings_too_much_is_refused(client: TestClient) -> None:
    assert client.post("/notes", content=b"x" * (MOST_BYTES + 1)).status_code == 413

    def endless() -> Iterator[bytes]:
        for _ in range(MOST_BYTES // 50_000 + 2):
            yield b"x" * 50_000

    answer = client.post("/notes", content=endless(), headers={"Content-Type": "application/x-www-form-urlencoded"})
    assert answer.status_code == 413


def test_a_form_from_elsewhere_changes_nothing(client: TestClient) -> None:
    answer = client.post("/notes", data={"kind": "claim", "ident": "x", "text": "y"})
    assert answer.status_code in {403, 404, 405}


def test_from_elsewhere_nobody_is_let_in_without_a_token(app: FastAPI) -> None:
    stranger = client_of(app, ELSEWHERE)
    answer = stranger.get("/", follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/sign-in?back=")
    assert stranger.get("/api/claims").status_code == 401
    assert stranger.get("/static/desk.css").status_code == 200


def test_who_was_passed_on_is_not_on_this_machine(client: TestClient) -> None:
    for header in ("X-Forwarded-For", "Forwarded", "X-Real-IP"):
        assert client.get("/", headers={header: "192.0.2.7"}, follow_redirects=False).status_code == 303


def test_a_fault_shows_nothing_of_the_program(app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError("the inside")

    with client_of(app) as opened:
        monkeypatch.setattr(type(app.state.desk.record), "brief", fails)
        ident = app.state.desk.record.standing("TTP talks").claim.id
        answer = opened.get(f"/claims/{ident}/brief")
    assert answer.status_code == 500
    assert "the inside" not in answer.text
    assert "Traceback" not in answer.text
    assert '<main id="content"' in answer.text


def test_no_record_no_desk(tmp_path: Path) -> None:
    with pytest.raises(RecordMissing):
        application(tmp_path / "none.db")


def test_a_port_in_use_is_told_with_another_one() -> None:
    with listening("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=rf"port {port} is in use .* --port {port + 1}"):
            listening("127.0.0.1", port)


def test_an_address_of_no_machine_is_told() -> None:
    with pytest.raises(UsageError, match="--host"):
        listening("no such host", 0)


@pytest.mark.parametrize(
    ("host", "address"),
    [("127.0.0.1", "http://127.0.0.1:1/"), ("::1", "http://[::1]:1/"), ("::", "http://[::1]:1/")],
)
def test_the_address_to_open(host: str, address: str) -> None:
    assert address_of(host, 1) == address


def test_the_address_of_the_tests_is_one_of_this_machine() -> None:
    assert ADDRESS.startswith("http://127.0.0.1")


def test_whoever_is_not_let_in_sees_nothing_of_the_record(app: FastAPI) -> None:
    stranger = client_of(app, ELSEWHERE)
    page = stranger.get("/sign-in").text
    assert "talks" not in page.partition("<body>")[2].partition("<main")[0]
    assert "2011" not in page
    assert "reports by" not in page


def test_who_is_on_record_is_read_beforehand_and_ends_with_the_server(tmp_path: Path) -> None:
    place = tmp_path / "talks.db"
    filled(place).close()
    app = application(place)
    with client_of(app) as opened:
        assert opened.get("/actors").status_code == 200
    assert not app.state.desk.cast.reading
