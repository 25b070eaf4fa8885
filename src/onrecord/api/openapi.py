"""`openapi.json`: the operations with their parameters, answers and examples, and the shapes of all of them."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from onrecord.api.asking import FORM_HEADER
from onrecord.api.shapes.catalogue import SHAPES
from onrecord.desk.access import COOKIE

Json = dict[str, Any]
PREFIX = "/api"
_OPEN = {"health"}
_SIGN_INS: Json = {
    "token": {"type": "http", "scheme": "bearer", "description": "A token that `onrecord token` made."},
    "sign-in": {
        "type": "apiKey",
        "in": "cookie",
        "name": COOKIE,
        "description": f"A browser that is signed in; what changes something takes the token of forms in {FORM_HEADER}.",
    },
}


def document(api: FastAPI) -> Json:
    """The description of an API in OpenAPI 3.1."""
    made: Json = get_openapi(
        title=api.title,
        version=api.version,
        summary="Who is on record saying, confirming or denying what.",
        description=api.description,
        routes=api.routes,
        servers=[{"url": PREFIX}],
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        separate_input_output_schemas=False,
    )
    components: Json = made.setdefault("components", {})
    schemas: Json = components.get("schemas", {})
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    components["schemas"] = dict(sorted((schemas | SHAPES.held).items()))
    components["securitySchemes"] = _SIGN_INS
    shown = examples()
    for path, operations in made["paths"].items():
        for operation in operations.values():
            _complete(operation, shown)
            if path.endswith((".json", ".csv")) and path.rpartition(".")[0] in made["paths"]:
                operation["summary"] = f"{operation['summary']}; all of it as {path.rpartition('.')[2].upper()}"
    return made


def examples() -> Json:
    """What operations answer on the samples, by operation."""
    text = (files("onrecord.api") / "examples.json").read_text(encoding="utf-8")
    found: Json = json.loads(text)
    return found


def _complete(operation: Json, shown: Json) -> None:
    """Gives an operation the first line of what it says of itself as its title, and its example."""
    ident, told = operation["operationId"], operation["description"]
    operation["summary"] = " ".join(told.partition("\n\n")[0].split()).rstrip(".")
    if ident not in _OPEN:
        operation["security"] = [{}, {"token": []}, {"sign-in": []}]
    example = shown.get(ident)
    if example is not None:
        good = next(one for status, one in operation["responses"].items() if status.startswith("2"))
        media = next(iter(good["content"].values()))
        media["example"] = example["answer"]
