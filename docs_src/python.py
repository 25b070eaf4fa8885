"""The page of the Python package: what it offers, every question of a record, and the columns of the answers."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_origin, get_type_hints

import onrecord
from docs_src.markdown import block, code, page, paragraphs, table
from onrecord.tables import Table
from onrecord.tables.columns import columns_of

_KINDS = {
    "text": "text",
    "number": "whole number",
    "fraction": "number",
    "truth": "true or false",
    "day": "date",
    "texts": "list of texts",
}
_OPENING = """\
`import onrecord` offers `onrecord.Record` and `onrecord.display`, both loaded when first used. Answers are frozen
dataclasses; those of many rows are tables, which `.to_arrow()`, `.to_pandas()` and `.to_polars()` turn into one row an
item. [Questions to a record](../questions.md) shows them at work, the [codebook](../codebook.md) explains every value."""


def python_page() -> str:
    """The page, in Markdown."""
    record = onrecord.Record
    rows = {row.__name__: row for row in _row_types(record)}
    return page(
        "Python",
        _OPENING,
        "## onrecord.Record",
        paragraphs(inspect.getdoc(record) or ""),
        *(_member(name, member) for name, member in _members(record)),
        "## onrecord.display",
        block(f"display{_signature(onrecord.display)}", "py"),
        paragraphs(inspect.getdoc(onrecord.display) or ""),
        "## Tables of answers",
        paragraphs(inspect.getdoc(Table) or ""),
        *(_member(name, member) for name, member in _members(Table)),
        *(_columns(name, row) for name, row in sorted(rows.items())),
    )


def undescribed() -> list[str]:
    """Public methods of a record and of a table that have no docstring."""
    return [
        f"{owner.__name__}.{name}"
        for owner in (onrecord.Record, Table)
        for name, member in _members(owner)
        if not inspect.getdoc(member)
    ]


def _members(owner: type) -> Iterator[tuple[str, Any]]:
    """The public methods and properties, those of the classes below it too, in the order in which they are written."""
    seen: dict[str, Any] = {}
    for kind in owner.__mro__:
        for name in vars(kind):
            if not name.startswith("_") and name not in seen and kind.__module__.startswith("onrecord"):
                seen[name] = inspect.getattr_static(owner, name)
    yield from seen.items()


def _member(name: str, member: Any) -> str:
    call = name if isinstance(member, property) or not _callable(member) else f"{name}{_signature(_callable(member))}"
    return "\n\n".join([f"### {name}", block(call, "py"), paragraphs(inspect.getdoc(member) or "")])


def _callable(member: Any) -> Any:
    if isinstance(member, staticmethod | classmethod):
        return member.__func__
    return member if inspect.isfunction(member) else None


def _signature(function: Any) -> str:
    """The signature as it is written, without the names of modules and without `self`; long ones a line an argument."""
    signature = inspect.signature(function)
    kept = [p for p in signature.parameters.values() if p.name not in {"self", "cls"}]
    text = re.sub(r"'([^']*)'", r"\1", str(signature.replace(parameters=kept)))
    if len(text) <= 90:
        return text
    arguments = [re.sub(r"'([^']*)'", r"\1", str(p)) for p in kept]
    first = next((n for n, p in enumerate(kept) if p.kind is inspect.Parameter.KEYWORD_ONLY), None)
    if first is not None:
        arguments.insert(first, "*")
    inner = "".join(f"    {argument},\n" for argument in arguments)
    return f"(\n{inner}){text[text.rindex(') ->') + 1 :]}" if ") ->" in text else f"(\n{inner})"


def _row_types(owner: type) -> Iterator[type]:
    """What the rows of a record's tables are: of those that methods give, and of those that answers hold."""
    for name, member in _members(owner):
        function = _callable(member)
        if function is None or name in {"asking", "changing", "review"}:
            continue
        given = _hints(function).get("return")
        yield from _in_table(given)
        if is_dataclass(given) and isinstance(given, type):
            hints = _hints(given)
            for field in fields(given):
                yield from _in_table(hints.get(field.name))


def _in_table(given: Any) -> Iterator[type]:
    if get_origin(given) is Table:
        yield get_args(given)[0]


def _hints(thing: Any) -> dict[str, Any]:
    """Types as they are; names that are imported for type checkers only are looked up where they live."""
    from onrecord.record.questions.brief import Brief
    from onrecord.record.questions.changes import ClaimChange
    from onrecord.record.questions.people import Who
    from onrecord.record.questions.positions import ClaimPosition
    from onrecord.record.questions.timeline import TimelineEntry
    from onrecord.record.search import Order, SearchHit

    lazily = [Brief, ClaimChange, ClaimPosition, SearchHit, Table, TimelineEntry, Who]
    return get_type_hints(thing, localns={one.__name__: one for one in lazily} | {"Order": Order})


def _columns(name: str, row: type) -> str:
    rows = ((code(column.name), _KINDS[column.kind]) for column in columns_of(row))
    return "\n\n".join(
        [f"### Columns of {name}", paragraphs(inspect.getdoc(row) or ""), table(("column", "holds"), rows)]
    )
