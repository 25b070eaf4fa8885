"""The reference of the API as a page: made on the server from `openapi.json`, without scripts and from nowhere else."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from importlib.resources import files
from itertools import groupby
from typing import Any

from onrecord.markup import escaped

Json = dict[str, Any]
PageMaker = Callable[[str, str], str]
"""Makes a whole page, given its title and the HTML of its main part."""
_Operation = tuple[str, str, Json, list[tuple[str, Json]]]
"""Its method, its path, the operation itself, and its twins."""
_PREFIX = "/api"
_ENDINGS = (".json", ".csv")
_MOST_CHARACTERS = 1_500


def plain_page(title: str, main: str) -> str:
    """A page of its own, with nothing around the reference."""
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escaped(title)} · onrecord</title>"
        f'<link rel="stylesheet" href="{_PREFIX}/docs.css">'
        f'</head><body><main><p><a href="/">The desk</a></p>{main}</main></body></html>\n'
    )


def stylesheet() -> bytes:
    """The looks of the page of its own."""
    return (files("onrecord.api") / "docs.css").read_bytes()


def reference_page(document: Json) -> str:
    """Every operation with its parameters and an example, and every shape with its fields, as HTML."""
    operations = [
        (method, path, operation, _twins(document["paths"], path, method))
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        if not _is_twin(document["paths"], path)
    ]
    groups = [(tag, list(some)) for tag, some in groupby(operations, key=lambda one: one[2]["tags"][0])]
    return "".join(
        [
            f"<h1>The API</h1>{_told(document['info']['description'])}",
            f'<p>For programs: <a href="{_PREFIX}/openapi.json">openapi.json</a></p>',
            '<nav aria-label="Operations">',
            *(_contents(tag, some) for tag, some in groups),
            "</nav>",
            *(_group(tag, some) for tag, some in groups),
            '<h2 id="shapes">Shapes</h2>',
            *(_shape(name, schema) for name, schema in document["components"]["schemas"].items()),
        ]
    )


def _twins(paths: Json, path: str, method: str) -> list[tuple[str, Json]]:
    """The same table whole, as JSON and as CSV, where there is that."""
    if method != "get":
        return []
    return [(path + end, paths[path + end]["get"]) for end in _ENDINGS if path + end in paths]


def _is_twin(paths: Json, path: str) -> bool:
    return any(path.endswith(end) and path.removesuffix(end) in paths for end in _ENDINGS)


def _contents(tag: str, operations: Iterable[_Operation]) -> str:
    rows = "".join(
        f'<tr><th scope="row"><a href="#{escaped(one["operationId"])}"><code>{_name(method, path)}</code></a></th>'
        f"<td>{escaped(one['summary'])}</td></tr>"
        for method, path, one, _ in operations
    )
    return f'<table class="contents"><caption>{_begun(tag)}</caption><tbody>{rows}</tbody></table>'


def _group(tag: str, operations: Iterable[_Operation]) -> str:
    return f"<h2>{_begun(tag)}</h2>" + "".join(_operation(*one) for one in operations)


def _operation(method: str, path: str, operation: Json, twins: list[tuple[str, Json]]) -> str:
    ident = escaped(operation["operationId"])
    whole = ", ".join(f'<code id="{escaped(one["operationId"])}">{_name("get", twin)}</code>' for twin, one in twins)
    also = f"<p>All of it at once: {whole}.</p>" if whole else ""
    return (
        f'<section aria-labelledby="{ident}"><h3 id="{ident}"><code>{_name(method, path)}</code></h3>'
        f"{_told(operation['description'])}{also}{_parameters(operation)}{_body(operation)}{_answers(operation)}</section>"
    )


def _name(method: str, path: str) -> str:
    return f"{method.upper()} {escaped(_PREFIX + path)}"


def _begun(tag: str) -> str:
    return escaped(tag[:1].upper() + tag[1:])


def _told(words: str) -> str:
    """Paragraphs of what something says of itself."""
    return "".join(f"<p>{_code(escaped(part))}</p>" for part in words.split("\n\n") if part)


def _parameters(operation: Json) -> str:
    rows = "".join(_parameter(one) for one in operation.get("parameters", ()))
    if not rows:
        return ""
    heads = "".join(f'<th scope="col">{name}</th>' for name in ("Parameter", "Where", "Type", "Meaning"))
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _parameter(one: Json) -> str:
    examples = one["schema"].get("examples") or ()
    shown = f" For example <code>{escaped(examples[0])}</code>." if examples else ""
    needed = " needed" if one.get("required") and one["in"] == "query" else ""
    words = _code(escaped(one.get("description", "")))
    return (
        f'<tr><th scope="row"><code>{escaped(one["name"])}</code></th>'
        f"<td>{escaped(one['in'])}{needed}</td><td>{_kind(one['schema'])}</td><td>{words}{shown}</td></tr>"
    )


def _kind(schema: Json) -> str:
    """The type of a parameter, which may be left out where it may be null."""
    told = [one for one in schema.get("anyOf", ()) if one.get("type") != "null"]
    return _type(told[0] if len(told) == 1 else schema)


def _body(operation: Json) -> str:
    body = operation.get("requestBody")
    return "" if body is None else f"<p>The body is {_type(body['content']['application/json']['schema'])}.</p>"


def _answers(operation: Json) -> str:
    parts = []
    for status, one in operation["responses"].items():
        for media, content in one.get("content", {}).items():
            if status.startswith("2"):
                shape = _type(content.get("schema", {}))
                parts.append(
                    f"<p>{status}: {escaped(one['description'])} {shape} (<code>{escaped(media)}</code>)</p>"
                )
                parts.append(_example(content.get("example")))
    failures = ", ".join(status for status in operation["responses"] if status.startswith(("4", "5")))
    return f'{"".join(parts)}<p>Failures: {failures}, each as <a href="#Error">Error</a>.</p>'


def _example(example: Any) -> str:
    if example is None:
        return ""
    text = example if isinstance(example, str) else json.dumps(example, ensure_ascii=False, indent=1)
    cut = text if len(text) <= _MOST_CHARACTERS else text[:_MOST_CHARACTERS] + " …"
    return f'<pre tabindex="0"><code>{escaped(cut)}</code></pre>'


def _shape(name: str, schema: Json) -> str:
    rows = "".join(_fields(schema))
    told = _told(schema.get("description", ""))
    heads = '<tr><th scope="col">Field</th><th scope="col">Type</th><th scope="col">Meaning</th></tr>'
    table = f"<table><thead>{heads}</thead><tbody>{rows}</tbody></table>" if rows else ""
    ident = escaped(name)
    return f'<section aria-labelledby="{ident}"><h3 id="{ident}">{ident}</h3>{told}{table}</section>'


def _fields(schema: Json) -> Iterator[str]:
    for part in schema.get("allOf", ()):
        if "$ref" in part:
            yield f'<tr><td colspan="3">all fields of {_type(part)}</td></tr>'
        yield from _fields(part)
    for name, field in schema.get("properties", {}).items():
        words = _code(escaped(field.get("description", "")))
        yield f"<tr><td><code>{escaped(name)}</code></td><td>{_type(field)}</td><td>{words}</td></tr>"


def _type(schema: Json) -> str:
    if "$ref" in schema:
        name = escaped(schema["$ref"].rpartition("/")[2])
        return f'<a href="#{name}">{name}</a>'
    if "anyOf" in schema:
        return " or ".join(_type(one) for one in schema["anyOf"])
    if "enum" in schema:
        return " | ".join(f"<code>{escaped(value)}</code>" for value in schema["enum"])
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items', {}))}"
    kinds = schema.get("type", "any")
    names = " or ".join(kinds) if isinstance(kinds, list) else str(kinds)
    return escaped(schema.get("format", names) if names == "string" else names)


def _code(text: str) -> str:
    """Words in backticks as code; the text is escaped before."""
    parts = text.split("`")
    return "".join(f"<code>{part}</code>" if n % 2 else part for n, part in enumerate(parts))
