"""The API answers with the objects that the commands print."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from tests.api.conftest import Held
from tests.api.desks import desk_at
from tests.cli.calls import Caller

AS_OF = {"as_of": "2011-12-11"}
KNOWN = {"known_at": "2026-01-15"}
LISTS: list[tuple[str, dict[str, str], list[str]]] = [
    ("/claims", {}, ["claims"]),
    ("/claims", {"words": "TTP talks"} | AS_OF, ["claims", "TTP", "talks", "--as-of", "2011-12-11"]),
    ("/claims", KNOWN, ["claims", "--known-at", "2026-01-15"]),
    ("/positions", {}, ["positions"]),
    ("/positions", {"words": "talks"} | AS_OF, ["positions", "talks", "--as-of", "2011-12-11"]),
    ("/timeline", {}, ["timeline"]),
    ("/timeline", {"words": "TTP"} | KNOWN, ["timeline", "TTP", "--known-at", "2026-01-15"]),
    ("/changes", {"since": "2011-12-01"}, ["changes", "--since", "2011-12-01"]),
    ("/changes", {"since": "2011-12-01"} | AS_OF, ["changes", "--since", "2011-12-01", "--as-of", "2011-12-11"]),
    ("/changes", {"since": "2012-01-01", "words": "FARC"}, ["changes", "FARC", "--since", "2012-01-01"]),
    ("/search", {"words": "talks"}, ["search", "talks", "--limit", "100"]),
    ("/search", {"words": "any such", "act": "denies", "to": "2011-11-30"},
     ["search", "any such", "--act", "denies", "--to", "2011-11-30", "--limit", "100"]),
    ("/actors", {}, ["actors"]),
    ("/actors", {"words": "Mohammad"}, ["actors", "Mohammad"]),
    ("/offices", {"office": "spokesman"}, ["actors", "--office", "spokesman"]),
    ("/offices", {"office": "deputy chief", "party": "TTP"} | AS_OF,
     ["actors", "--office", "deputy chief", "--party", "TTP", "--as-of", "2011-12-11"]),
    ("/reports", {}, ["reports"]),
    ("/claims/TTP talks/links", {}, ["links", "TTP", "talks"]),
]  # fmt: skip
OBJECTS: list[tuple[str, dict[str, str], list[str]]] = [
    ("/claims/TTP talks/standing", {}, ["standing", "TTP", "talks"]),
    ("/claims/TTP talks/standing", AS_OF, ["standing", "TTP", "talks", "--as-of", "2011-12-11"]),
    (
        "/claims/FARC talks/standing",
        {"known_at": "2026-02-15"},
        ["standing", "FARC", "talks", "--known-at", "2026-02-15"],
    ),
    ("/claims/TTP talks/brief", AS_OF, ["brief", "TTP", "talks", "--as-of", "2011-12-11"]),
    ("/who", {"person": "Malik"}, ["who", "Malik"]),
    ("/who", {"person": "Mohammad"} | AS_OF, ["who", "Mohammad", "--as-of", "2011-12-11"]),
]
TABLES = ["/claims", "/positions", "/timeline", "/changes?since=2011-01-01", "/search?words=talks", "/actors", "/reports",
          "/offices?office=spokesman", "/statements", "/events", "/places", "/decisions",
          "/claims/TTP talks/testimonies", "/claims/TTP talks/links", "/claims/TTP talks/decisions"]  # fmt: skip


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("api") / "shared.db"


@pytest.fixture
def both(shared: Path, call: Caller) -> Any:
    """The same record behind the commands and behind the API."""
    with desk_at(shared) as (record, client):
        call.keep_in(shared)
        yield Held(record, client), call


@pytest.mark.parametrize(("address", "asked", "command"), LISTS)
def test_a_list_holds_the_lines_that_the_command_prints(
    both: tuple[Held, Caller], address: str, asked: dict[str, str], command: list[str]
) -> None:
    held, call = both
    lines = call(*command, "--format", "json").lines
    assert held.get(address, **asked, limit=500)["items"] == lines
    assert held.get(f"{address}.json", **asked) == lines


@pytest.mark.parametrize(("address", "asked", "command"), OBJECTS)
def test_an_object_is_the_one_that_the_command_prints(
    both: tuple[Held, Caller], address: str, asked: dict[str, str], command: list[str]
) -> None:
    held, call = both
    assert [held.get(address, **asked)] == call(*command, "--format", "json").lines


def test_the_brief_comes_as_the_command_writes_it(both: tuple[Held, Caller]) -> None:
    held, call = both
    for ending, form in (("md", "markdown"), ("html", "html")):
        response = held.client.get(f"/api/claims/TTP talks/brief.{ending}")
        assert response.text == call("brief", "TTP", "talks", "--format", form).out
        assert form in response.headers["content-type"]


def test_a_reading_is_the_one_that_was_added(held: Held) -> None:
    from onrecord.contract import reading_json

    for report in held.record.reports():
        assert held.get(f"/reports/{report.id}") == reading_json(held.record.reading(report.id))


def test_a_claim_is_its_line_on_the_board(held: Held) -> None:
    for day in (None, "2011-11-20", "2012-08-22"):
        asked = {} if day is None else {"as_of": day}
        for line in held.get("/claims", **asked, limit=500)["items"]:
            assert held.get(f"/claims/{line['id']}", **asked) == line


def test_the_board_puts_claims_against_parties(held: Held) -> None:
    page = held.get("/board", since="2011-12-01", limit=500)
    cells = [cell for item in page["items"] for cell in item["cells"]]
    moved = [change for item in page["items"] for change in item["moved"]]
    assert [item["summary"] for item in page["items"]] == held.get("/claims", limit=500)["items"]
    assert cells == held.get("/positions.json")
    assert sorted(map(str, moved)) == sorted(map(str, held.get("/changes.json", since="2011-12-01")))
    assert {one["name"] for one in page["parties"]} >= {"TTP", "Government of Pakistan"}
    assert sum(one["reports"] for one in held.get("/days")) == len(held.record.reports()) - 1


@pytest.mark.parametrize("address", TABLES)
def test_a_table_comes_whole_as_csv_and_as_json(held: Held, address: str) -> None:
    path, _, query = address.partition("?")
    rows = held.client.get(f"/api{path}.json?{query}")
    table = held.client.get(f"/api{path}.csv?{query}")
    assert (rows.status_code, table.status_code) == (200, 200)
    assert table.headers["content-type"] == "text/csv; charset=utf-8"
    assert table.headers["content-disposition"].startswith("attachment; filename=")
    assert table.content.endswith(b"\r\n")
    heading, *lines = csv.reader(io.StringIO(table.text, newline=""), strict=True)
    assert len(heading) == len(set(heading))
    assert len(lines) == len(rows.json())
    assert all(len(line) == len(heading) for line in lines)


def test_a_statement_is_found_by_its_id_and_by_the_beginning_of_it(held: Held) -> None:
    lines = held.get("/statements", limit=500)["items"]
    assert len(lines) == sum(report.statements for report in held.record.reports())
    for line in lines[:5]:
        assert held.get(f"/statements/{line['id']}") == line
        assert held.get(f"/statements/{line['id'][:12]}") == line
        assert held.get(f"/statements/{line['id']}/corrections")["items"] == []
    assert held.client.get("/api/statements/000000000000").status_code == 404


def test_statements_are_narrowed(held: Held) -> None:
    everything = held.get("/statements.json")
    for name, field, value in (
        ("act", "act", "denies"), ("source_kind", "source_kind", "anonymous"), ("party", "party", "TTP")
    ):  # fmt: skip
        found = held.get("/statements.json", **{name: value})
        assert found == [line for line in everything if line[field] == value]
        assert found
    one = everything[0]["report"]
    assert held.get("/statements.json", report=one) == [line for line in everything if line["report"] == one]
    dated = held.get("/statements.json", **{"from": "2011-12-01", "to": "2011-12-31"})
    assert dated == [x for x in everything if x["published"] is not None and x["published"].startswith("2011-12")]


def test_everything_is_listed(held: Held) -> None:
    listing = held.get("/")
    documented = held.get("/openapi.json")["paths"]
    addresses = {(one["method"], one["address"]) for one in listing["operations"]}
    assert addresses == {(m.upper(), f"/api{path}") for path, methods in documented.items() for m in methods}
    assert held.get("/health")["status"] == "ok"
