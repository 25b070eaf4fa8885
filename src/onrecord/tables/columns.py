"""The columns of a table of answers, told from the fields of the dataclass that each row is."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

ColumnKind = Literal["text", "number", "fraction", "truth", "day", "texts"]
_TELLING = ("name", "text", "id")
_PLAIN: dict[type, ColumnKind] = {str: "text", int: "number", float: "fraction", bool: "truth", date: "day"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in snake_case, what its values are, and how to get the value of a row.

    `texts` is a list of texts, `day` a whole day. Dates that are known to the month only are `text` in ISO 8601, with
    the grain in a column of its own beside them.
    """

    name: str
    kind: ColumnKind
    value: Callable[[Any], Any]


_KNOWN: dict[type, tuple[Column, ...]] = {}


def columns_of(row: type) -> tuple[Column, ...]:
    """The columns of a dataclass, in the order of its fields; TypeError for a field that no column can hold.

    A field that is a dataclass itself gives a column for each of its fields, `claim_id` for the `id` of `claim`; of
    several nouns together (the parties of a claim) the column lists the names, or else their texts, or else their ids.
    """
    if row not in _KNOWN:
        _KNOWN[row] = tuple(_columns(row, "", lambda item: item))
    return _KNOWN[row]


def _columns(row: type, before: str, reach: Callable[[Any], Any]) -> Iterator[Column]:
    hints = get_type_hints(row)
    for field in fields(row):
        name, kind = f"{before}{field.name}", _without_none(hints[field.name])
        value = _of(reach, field.name)
        if is_dataclass(kind) and isinstance(kind, type):
            yield from _columns(kind, f"{name}_", value)
        elif get_origin(kind) is tuple:
            yield Column(name, "texts", _listed(value, get_args(kind)[0]))
        else:
            yield Column(name, _kind(kind, name), value)


def _of(reach: Callable[[Any], Any], name: str) -> Callable[[Any], Any]:
    def value(item: Any) -> Any:
        holder = reach(item)
        return None if holder is None else getattr(holder, name)

    return value


def _listed(value: Callable[[Any], Any], inner: Any) -> Callable[[Any], Any]:
    if inner is str:
        return lambda item: list(value(item) or ())
    held = {field.name for field in fields(inner)} if is_dataclass(inner) else set()
    name = next((name for name in _TELLING if name in held), None)
    if name is not None:
        return lambda item: [getattr(one, name) for one in value(item) or ()]
    raise TypeError(f"no column can hold a list of {inner}")


def _without_none(hint: Any) -> Any:
    if get_origin(hint) not in {Union, types.UnionType}:
        return hint
    kept = [one for one in get_args(hint) if one is not type(None)]
    return kept[0] if len(kept) == 1 else hint


def _kind(hint: Any, name: str) -> ColumnKind:
    if get_origin(hint) is Literal:
        return "text"
    if hint in _PLAIN:
        return _PLAIN[hint]
    raise TypeError(f"no column can hold {name}, which is {hint}")
