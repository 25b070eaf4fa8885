"""Routes of a table: a page of it, and all of it as JSON and as CSV, from one question."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Depends
from starlette.responses import Response

from onrecord.api.asking import Asking, Reading
from onrecord.api.documented import answered, text
from onrecord.api.paging import Page, page_of
from onrecord.api.parameters import After, Limit
from onrecord.api.remembering import remembering
from onrecord.api.sending import csv_stream, json_response, json_stream
from onrecord.api.shapes import catalogue
from onrecord.contract import noun_json
from onrecord.export.csvrows import answer_csv
from onrecord.tables import Table

Json = dict[str, Any]
_NOT_ASKED = {"limit", "after"}


@dataclass(frozen=True, slots=True)
class Tabled:
    """A table as it is served: the dataclass of a row, what tells one row from all others, and how a row is written.

    `rows` are written as CSV through `flat`, which gives the row of a table for each item.
    """

    kind: type
    name_of: Callable[[Any], object]
    json: Callable[[Any], Json] = noun_json
    flat: Callable[[Any], Any] | None = None
    flat_kind: type | None = None

    def csv(self, rows: Sequence[Any]) -> Table[Any]:
        """The rows as a table whose columns can be written."""
        items = rows if self.flat is None else [self.flat(one) for one in rows]
        return Table(items, self.flat_kind or self.kind)


def table_routes(router: APIRouter, path: str, question: Callable[..., Sequence[Any]], table: Tabled) -> None:
    """Adds `path`, `path.json` and `path.csv`, which say of themselves what the docstring of the question says."""
    name = question.__name__.strip("_")
    told = inspect.getdoc(question) or ""
    asked = remembering(question)

    def page(ask: Reading, limit: Limit = 50, after: After = None, rows: Any = Depends(asked)) -> Response:  # noqa: B008
        found = page_of(rows, table.name_of, question_of(ask), limit, after)
        return page_response(ask, found, table.json)

    def whole(ask: Reading, rows: Any = Depends(asked)) -> Response:  # noqa: B008
        return json_stream(map(table.json, rows), ask.headers)

    def csv(ask: Reading, rows: Any = Depends(asked)) -> Response:  # noqa: B008
        return csv_stream(answer_csv(table.csv(rows)), name, ask.headers)

    answers: list[tuple[str, Callable[..., Response], dict[int | str, Any]]] = [
        ("", page, answered(catalogue.page_of(table.kind), "A page.")),
        (".json", whole, answered(catalogue.list_of(table.kind), "All rows.")),
        (".csv", csv, text("All rows, tidy: one a line, with a heading.", "text/csv")),
    ]
    for ending, endpoint, responses in answers:
        router.add_api_route(
            f"{path}{ending}",
            endpoint,
            operation_id=f"{name}{ending.replace('.', '_')}",
            description=told,
            responses=responses,
            response_class=Response,
        )


def page_response(ask: Asking, page: Page[Any], json: Callable[[Any], Json], **more: Any) -> Response:
    """A page as it is sent, with a link to the next one in its headers as well."""
    body = {"items": [json(one) for one in page.items], "total": page.total, "next": page.next, **more}
    headers = dict(ask.headers)
    if page.next is not None:
        headers["Link"] = f'<{ask.request.url.include_query_params(after=page.next)}>; rel="next"'
    return json_response(body, headers=headers)


def question_of(ask: Asking) -> object:
    """What was asked, without the page of it: the address and its parameters in one order."""
    asked = sorted((name, value) for name, value in ask.request.query_params.multi_items() if name not in _NOT_ASKED)
    return [ask.request.url.path, asked]
