"""The documents of the API: everything is described, with examples that are true, here and in `docs/api.md`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from tests.api.conftest import Held

PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def document(held: Held) -> Any:
    return held.get("/openapi.json")


def operations(document: Any) -> Iterator[tuple[str, str, Any]]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield method.upper(), path, operation


def routes_of(page: str) -> set[tuple[str, str]]:
    """The routes in the tables of a page, with the twins that their endings stand for."""
    found = set()
    for row in re.findall(r"^\| (`[A-Z]+ /api/.*?) \|", page, re.MULTILINE):
        first, *endings = re.findall(r"`([^`]+)`", row)
        method, _, address = first.partition(" ")
        found |= {(method, address + ending) for ending in ("", *endings)}
    return found


def test_every_route_is_in_the_documentation_and_every_one_in_it_exists(document: Any) -> None:
    assert routes_of(PAGE) == {(method, f"/api{path}") for method, path, _ in operations(document)}


def test_the_documentation_says_of_a_route_what_the_route_says_of_itself(document: Any) -> None:
    told = {(m, f"/api{p}"): one["summary"] for m, p, one in operations(document)}
    for method, address, words in re.findall(r"^\| `([A-Z]+) (/api/[^`]*)`.*? \| (.+) \|$", PAGE, re.MULTILINE):
        assert told[method, address] == words


def test_every_kind_of_failure_is_in_the_documentation() -> None:
    from onrecord.api.failures import KINDS

    rows = dict(re.findall(r"^\| (\d{3}) \| (.+?) \|", PAGE, re.MULTILINE))
    for status, kind in KINDS.items():
        assert status == 415 or status == 400 or f"`{kind}`" in rows[str(status)]


def test_every_operation_and_parameter_says_what_it_is(document: Any) -> None:
    idents = [one["operationId"] for _, _, one in operations(document)]
    assert len(idents) == len(set(idents))
    for method, path, one in operations(document):
        assert all(one[name] for name in ("summary", "description", "tags")), (method, path)
        for parameter in one.get("parameters", ()):
            assert parameter.get("description"), (method, path, parameter["name"])
        for status in ("404", "422", "500"):
            assert path == "/health" or status in one["responses"], (method, path)


def test_every_shape_and_nearly_every_field_says_what_it_is(document: Any) -> None:
    shapes = document["components"]["schemas"]
    assert [name for name, shape in shapes.items() if not shape.get("description") and "allOf" not in shape] == []
    assert {"Standing", "ClaimSummary", "TimelineEntry", "ReportReading", "Error"} <= set(shapes)


def test_references_lead_somewhere(document: Any) -> None:
    shapes = set(document["components"]["schemas"])
    assert {name.rpartition("/")[2] for name in re.findall(r'"\$ref": ?"([^"]+)"', json.dumps(document))} <= shapes


def test_questions_have_examples_and_these_fit_what_is_promised(document: Any) -> None:
    without = set()
    for method, path, one in operations(document):
        answer = next(answer for status, answer in one["responses"].items() if status.startswith("2"))
        for media, content in answer["content"].items():
            if "example" not in content:
                without.add(f"{method} {path}")
            elif media == "application/json":
                schema = content["schema"] | {"components": document["components"]}
                jsonschema_rs.Draft202012Validator(schema).validate(content["example"])
            else:
                assert isinstance(content["example"], str)
    assert not [name for name in without if name.startswith("GET") and "hooks" not in name and "tokens" not in name
                and "news" not in name]  # fmt: skip


class Pieces(HTMLParser):
    """What a page is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value or "")
            if name in {"href", "src"}:
                self.targets.append(value or "")


def test_the_reference_is_a_page_without_scripts_and_from_nowhere_else(held: Held, document: Any) -> None:
    response = held.client.get("/api/docs")
    pieces = Pieces()
    pieces.feed(response.text)
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert "script" not in pieces.tags
    assert "style" not in {*pieces.tags, *pieces.attributes}
    assert not [name for name in pieces.attributes if name.startswith("on")]
    assert all(target.startswith(("#", "/")) for target in pieces.targets)
    assert len(pieces.ids) == len(set(pieces.ids))
    assert {target[1:] for target in pieces.targets if target.startswith("#")} <= set(pieces.ids)
    for _, path, one in operations(document):
        assert f"/api{path}" in response.text
        assert one["operationId"] in pieces.ids
    assert held.client.get("/api/docs.css").headers["content-type"].startswith("text/css")


def test_a_server_may_put_its_own_page_around_the_reference(held: Held) -> None:
    from tests.api.desks import client_of

    from onrecord.api import api_for

    desk = held.client.app.routes[-1].app.state.desk  # type: ignore[attr-defined]
    client = client_of(api_for(desk, lambda title, main: f"<title>{title}</title><div>{main}</div>"))
    assert client.get("/docs").text.startswith("<title>The API</title><div><h1>")
