"""Routes of what is walked through row by row: a page of it, and all of it as JSON and as CSV, sent as it is read."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Depends
from starlette.responses import Response

from onrecord.api.asking import Reading
from onrecord.api.documented import answered, text
from onrecord.api.narrowing import Narrowing
from onrecord.api.parameters import After, Limit
from onrecord.api.sending import csv_stream, json_stream
from onrecord.api.shapes import catalogue
from onrecord.api.tabled import page_response
from onrecord.api.walking import Walk, walked, walked_page
from onrecord.contract import noun_json
from onrecord.export.csvrows import csv_rows
from onrecord.tables.columns import columns_of


@dataclass(frozen=True, slots=True)
class Served:
    """What is served: its name in addresses, the dataclass of a row, and how a request says which rows it wants."""

    name: str
    kind: type
    wanted: Callable[..., Narrowing]


def walk_routes(router: APIRouter, walk: Walk[Any], served: Served, told: str) -> None:
    """Adds `/name`, `/name.json` and `/name.csv`; `told` is what they say of themselves."""
    asked = Depends(served.wanted)

    def page(ask: Reading, limit: Limit = 50, after: After = None, wanted: Any = asked) -> Response:
        return page_response(ask, walked_page(ask.record, walk, wanted, limit, after), noun_json)

    def whole(ask: Reading, wanted: Any = asked) -> Response:
        return json_stream(map(noun_json, walked(ask.record, walk, wanted)), ask.headers)

    def csv(ask: Reading, wanted: Any = asked) -> Response:
        columns = columns_of(served.kind)
        rows = ([c.value(line) for c in columns] for line in walked(ask.record, walk, wanted))
        return csv_stream(csv_rows([c.name for c in columns], rows), served.name, ask.headers)

    answers: list[tuple[str, Callable[..., Response], dict[int | str, Any]]] = [
        ("", page, answered(catalogue.page_of(served.kind), "A page.")),
        (".json", whole, answered(catalogue.list_of(served.kind), f"All {served.name}.")),
        (".csv", csv, text(f"All {served.name}, tidy: one a line, with a heading.", "text/csv")),
    ]
    for ending, endpoint, responses in answers:
        router.add_api_route(
            f"/{served.name}{ending}",
            endpoint,
            operation_id=f"{served.name}{ending.replace('.', '_')}",
            description=inspect.cleandoc(told),
            responses=responses,
            response_class=Response,
        )
