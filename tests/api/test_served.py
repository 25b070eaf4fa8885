"""The API within the server: behind its door, with its headers, and safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.api.desks import ADDRESS, ELSEWHERE, HERE
from tests.record.questions.held import filled
from tests.record.readings import Said, reading_of_report

from onrecord.server import application

FORMULA = '=HYPERLINK("https://elsewhere.example","click")'


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("served") / "talks.db"
    with filled(found) as record:
        said = Said(f"{FORMULA} +1 the army", "said", "@SUM(A1) that talks\twere held\r\n=1", "role")
        hostile = reading_of_report(
            "hostile", date(2012, 9, 1), said, outlet="-2+3|cmd", body="<script>alert(1)</script>"
        )
        record.add(hostile, datetime(2026, 3, 1, tzinfo=UTC))
    return found


@pytest.fixture
def client(place: Path) -> Iterator[TestClient]:
    with TestClient(application(place, user="A. Reviewer"), base_url=ADDRESS, client=HERE) as asking:
        yield asking


def test_the_server_has_the_api_with_its_own_headers(client: TestClient) -> None:
    response = client.get("/api/claims")
    assert response.status_code == 200
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["etag"].startswith('W/"')
    assert client.get("/api/claims", headers={"If-None-Match": response.headers["etag"]}).status_code == 304
    assert client.get("/api").json()["name"] == "talks"
    head = client.head("/api/claims")
    assert (head.status_code, head.content, head.headers["etag"]) == (200, b"", response.headers["etag"])
    page = client.get("/api/docs")
    assert "script-src 'self'" in page.headers["content-security-policy"]
    assert client.get("/api/docs.css").status_code == 200


@pytest.mark.parametrize(
    ("method", "address", "headers", "status"),
    [
        ("GET", "/api/nothing", {}, 404),
        ("POST", "/api/claims", {}, 405),
        ("GET", "/api/claims", {"X-Forwarded-For": "127.0.0.1"}, 401),
        ("GET", "/api/claims", {"Authorization": "Bearer wrong"}, 401),
        ("GET", "/api/claims", {"Host": "elsewhere.example"}, 400),
        ("POST", "/api/notes", {"Content-Length": "9000000"}, 413),
        ("POST", "/api/notes", {"Origin": "https://elsewhere.example"}, 403),
    ],
)
def test_every_refusal_has_the_one_shape(
    client: TestClient, method: str, address: str, headers: dict[str, str], status: int
) -> None:
    response = client.request(method, address, headers=headers)
    assert response.status_code == status, response.text
    assert set(response.json()["error"]) == {"kind", "message", "details"}


def test_nobody_is_let_in_from_elsewhere(place: Path) -> None:
    with TestClient(application(place, host="0.0.0.0"), base_url=ADDRESS, client=ELSEWHERE) as away:  # noqa: S104
        assert away.get("/api/claims").status_code == 401
        assert away.get("/api/openapi.json").status_code == 401


@pytest.mark.parametrize("table", ["reports", "statements", "timeline", "search", "claims", "positions"])
def test_no_cell_is_a_formula(client: TestClient, table: str) -> None:
    response = client.get(f"/api/{table}.csv", params={"words": "talks"} if table == "search" else {})
    rows = list(csv.reader(io.StringIO(response.text, newline=""), strict=True))
    assert len({len(row) for row in rows}) == 1
    assert any("HYPERLINK" in cell or "cmd" in cell or "SUM" in cell for row in rows for cell in row) or table in {
        "claims",
        "positions",
    }
    for cell in (cell for row in rows for cell in row):
        assert not cell.lstrip(" \t\r\n\"'").startswith(("=", "+", "@", "-")) or cell.startswith("'"), cell
        assert "\n=" not in cell


def test_what_reports_say_is_told_as_it_stands(client: TestClient) -> None:
    found = client.get("/api/statements.json", params={"from": "2012-09-01", "to": "2012-09-01"}).json()
    assert any(FORMULA in (one["source"] or "") for one in found)
    assert client.get("/api/statements.json").headers["content-type"] == "application/json"
