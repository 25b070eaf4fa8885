"""A record opened by Datasette itself: its views are there with their titles, and nothing private is."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.desk.held import ADDED
from tests.record.readings import pakistani_reports
from tests.record.tables import add_all

from onrecord.desk.datasette import PRIVATE, datasette_metadata
from onrecord.desk.notes import Notes, Subject
from onrecord.desk.tokens import Tokens
from onrecord.record import Record
from onrecord.record.schema import metadata

Datasette = pytest.importorskip("datasette.app").Datasette
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    path = tmp_path_factory.mktemp("record") / "talks.db"
    add_all(path, pakistani_reports())
    with Record.open(path) as record:
        Notes(record).write(Subject("claim", record.claims()[0].claim.id), "of 2011", "A. Nna", ADDED)
        Tokens(record).add("R. Eader", ADDED)
        yield Datasette([str(path)], metadata=datasette_metadata("talks"))


def asked(opened: Any, address: str) -> Any:
    return asyncio.run(opened.client.get(address))


def test_the_first_page_lists_the_views_by_name(opened: Any) -> None:
    answer = asked(opened, "/talks.json")
    assert answer.status_code == 200
    found = answer.json()
    described = datasette_metadata()["databases"]["onrecord"]["tables"]
    assert [view["name"] for view in found["views"]] == [name for name in described if name.startswith("readable_")]
    assert [table["name"] for table in found["tables"] if not table["hidden"]] == []


@pytest.mark.parametrize(
    "view", sorted(n for n in datasette_metadata()["databases"]["onrecord"]["tables"] if n.startswith("readable_"))
)
def test_every_view_opens_as_a_page_and_as_json(opened: Any, view: str) -> None:
    page, rows = asked(opened, f"/talks/{view}"), asked(opened, f"/talks/{view}.json?_shape=array")
    assert (page.status_code, rows.status_code) == (200, 200)
    described = datasette_metadata("talks")["databases"]["talks"]["tables"][view]
    assert described["title"] in page.text
    held = rows.json()
    for column in {described["sort"], *described.get("columns", {})}:
        assert all(column in row for row in held)


def test_who_denied_what_is_one_address(opened: Any) -> None:
    address = "/talks/readable_statements.json?_shape=array&act=denies&party=Pakistan+Army&_sort=published"
    rows = asked(opened, address).json()
    assert [(row["published"], row["source_words"], row["content"]) for row in rows] == [
        ("2011-11-16", "The army", "any such talks"),
        ("2011-12-10", "The army", "any such talks"),
    ]


def test_facets_count_in_a_view(opened: Any) -> None:
    found = asked(opened, "/talks/readable_links.json?_facet=stance&_size=0").json()
    counts = {one["value"]: one["count"] for one in found["facet_results"]["stance"]["results"]}
    assert counts == {"denies": 5, "affirms": 3}


@pytest.mark.parametrize("table", PRIVATE)
def test_what_is_private_is_not_shown(opened: Any, table: str) -> None:
    assert asked(opened, f"/talks/{table}").status_code == 403


def test_every_table_of_the_schema_is_put_out_of_sight() -> None:
    tables = datasette_metadata()["databases"]["onrecord"]["tables"]
    assert all(tables[name]["hidden"] for name in metadata.tables)
    assert set(PRIVATE) <= set(metadata.tables)


def test_the_file_in_the_documentation_is_what_the_code_says() -> None:
    written = (ROOT / "docs" / "datasette" / "metadata.json").read_text(encoding="utf-8")
    assert json.loads(written) == datasette_metadata()
    assert written == json.dumps(datasette_metadata(), indent=2) + "\n"
