"""The page of routes: the pages of the desk, and every route of the API as its OpenAPI description tells it."""

from __future__ import annotations

import inspect
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fastapi.routing import APIRoute

from docs_src.markdown import code, page, paragraphs, plain, table

Schema = dict[str, Any]
_OPENING = """\
`onrecord serve` has pages to look at and an HTTP API under `/api`. [The desk of a newsroom](../how-to/newsroom.md) tells
how to serve them to others, and [The HTTP API](../api.md) how to ask it."""


@dataclass(frozen=True, slots=True)
class Route:
    """One page of the desk: its address, how it is called, and what it shows."""

    path: str
    methods: tuple[str, ...]
    told: str


@contextmanager
def desk() -> Iterator[Any]:
    """The application over an empty record."""
    from onrecord.record import Record
    from onrecord.server import application

    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "empty.db"
        Record.open(place, create=True).close()
        app = application(str(place))
        try:
            yield app
        finally:
            app.state.desk.record.close()


def pages() -> list[Route]:
    """The pages, by address."""
    from onrecord.web.pages import ROUTERS

    found = [
        Route(
            route.path,
            tuple(sorted((route.methods or set()) - {"HEAD"})),
            plain(inspect.getdoc(route.endpoint) or ""),
        )
        for router in ROUTERS
        for route in router.routes
        if isinstance(route, APIRoute)
    ]
    return sorted(found, key=lambda route: (route.path, route.methods))


def described(app: Any) -> Schema:
    """The OpenAPI description of the API, with whole paths."""
    for route in app.routes:
        inner: Any = getattr(route, "app", None)
        if getattr(route, "path", "").startswith("/api") and hasattr(inner, "openapi"):
            schema: Schema = inner.openapi()
            return schema | {"paths": {f"{route.path}{path}": held for path, held in schema["paths"].items()}}
    whole: Schema = app.openapi()
    return whole


def undescribed() -> list[str]:
    """Pages, and routes and parameters of the API, that say nothing of themselves."""
    found = [route.path for route in pages() if not route.told]
    with desk() as app:
        schema = described(app)
    for path, method, operation in _operations(schema):
        found += [] if operation.get("summary") or operation.get("description") else [f"{method} {path}"]
        found += [f"{method} {path} {p['name']}" for p in _parameters(schema, operation) if not p.get("description")]
    return found


def routes_page() -> str:
    """The page, in Markdown."""
    with desk() as app:
        schema = described(app)
    rows = ((code(route.path), ", ".join(route.methods), _sentence(route.told)) for route in pages())
    parts = ["## The pages of the desk", table(("address", "method", "what it shows or does"), rows), "## The API"]
    parts.append(paragraphs(str(schema["info"].get("description", ""))))
    for tag, operations in _by_tag(schema).items():
        parts.append(f"### {tag}")
        parts += [_operation(schema, *one) for one in operations]
    return page("Pages and routes", _OPENING, *parts)


def _operations(schema: Schema) -> Iterator[tuple[str, str, Schema]]:
    for path, held in schema["paths"].items():
        for method, operation in held.items():
            if method in {"get", "post", "put", "patch", "delete"}:
                yield path, method.upper(), operation


def _by_tag(schema: Schema) -> dict[str, list[tuple[str, str, Schema]]]:
    tagged: dict[str, list[tuple[str, str, Schema]]] = {}
    for path, method, operation in _operations(schema):
        tagged.setdefault(str((operation.get("tags") or ["other"])[0]), []).append((path, method, operation))
    return tagged


def _operation(schema: Schema, path: str, method: str, operation: Schema) -> str:
    told = operation.get("description") or operation.get("summary") or ""
    rows = (
        (
            code(parameter["name"]),
            parameter["in"],
            _type(schema, parameter.get("schema", {})),
            "yes" if parameter.get("required") else "",
            plain(str(parameter.get("description", ""))),
        )
        for parameter in _parameters(schema, operation)
    )
    parts = [f"#### {method} {path}", paragraphs(str(told))]
    parts.append(table(("parameter", "in", "value", "needed", "what it is"), rows))
    body = operation.get("requestBody", {}).get("content", {})
    for kind, held in sorted(body.items()):
        fields = _fields(schema, held.get("schema", {}))
        heads = ("field", "value", "needed", "what it is")
        parts.append(f"Body, `{kind}`:\n\n{table(heads, fields)}" if fields else f"Body, `{kind}`.")
    return "\n\n".join(part for part in parts if part)


def _parameters(schema: Schema, operation: Schema) -> list[Schema]:
    return [_resolved(schema, parameter) for parameter in operation.get("parameters", [])]


def _fields(schema: Schema, held: Schema) -> list[tuple[str, str, str, str]]:
    whole = _resolved(schema, held)
    needed = set(whole.get("required", []))
    return [
        (code(name), _type(schema, one), "yes" if name in needed else "", plain(str(one.get("description", ""))))
        for name, one in whole.get("properties", {}).items()
    ]


def _type(schema: Schema, held: Schema) -> str:
    """The type of a value in a few words: its values where they are a list, else its format or type."""
    whole = _resolved(schema, held)
    if "enum" in whole:
        return ", ".join(code(str(value)) for value in whole["enum"])
    if "const" in whole:
        return code(str(whole["const"]))
    if choices := [one for one in whole.get("anyOf") or whole.get("oneOf") or [] if one.get("type") != "null"]:
        return " or ".join(dict.fromkeys(_type(schema, one) for one in choices))
    if whole.get("type") == "array":
        return f"list of {_type(schema, whole.get('items', {}))}"
    names = {
        "string": "text",
        "integer": "whole number",
        "boolean": "true or false",
        "date": "day",
        "date-time": "time",
    }
    kind = str(whole.get("format") or whole.get("type") or "anything")
    return names.get(kind, kind)


def _resolved(schema: Schema, held: Schema) -> Schema:
    """What a reference refers to; anything else as it is."""
    while "$ref" in held:
        found: Any = schema
        for part in held["$ref"].removeprefix("#/").split("/"):
            found = found[part]
        held = found
    return held


def _sentence(told: str) -> str:
    return told.split(". ")[0].rstrip(".") + "." if told else ""
