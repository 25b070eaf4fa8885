"""JSON Schema of the record's nouns: what `onrecord.contract` makes of a dataclass, said of every value of it.

A field that is a dataclass itself is a shape of its own, to which `$ref` points; a `span` is laid flat, days and times
are texts in ISO 8601, and what may be unknown may be null.
"""

from __future__ import annotations

import inspect
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from onrecord.api.shapes.words import ids_of, words_for
from onrecord.model import Change, Claim, ClaimSummary, DateExpression, Evidence, Span

Json = dict[str, Any]
_PLAIN: Mapping[type, Json] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    datetime: {"type": "string", "format": "date-time"},
}
_NAMES: Mapping[type, Mapping[str, str]] = {
    DateExpression: {"first": "from", "last": "to"},
    Change: {"before": "from", "after": "to"},
    Claim: {"first": "from", "last": "to"},
}
_LAID_FLAT = {(ClaimSummary, "claim")}


class Shapes:
    """The shapes that answers refer to, by name; asking for one takes in all that it is made of.

    `written` are the fields that are written otherwise than their type says, by class and field.
    """

    def __init__(
        self,
        names: Mapping[type, Mapping[str, str]] | None = None,
        written: Mapping[tuple[type, str], Any] | None = None,
    ) -> None:
        self._names: Mapping[type, Mapping[str, str]] = {**_NAMES, **(names or {})}
        self._written = {(Claim, "parties"): tuple[str, ...], **(written or {})}
        self.held: dict[str, Json] = {}

    def of(self, kind: Any) -> Json:
        """The schema of a type: of a dataclass a reference to its shape, of anything else the schema itself."""
        origin = get_origin(kind)
        if origin in {Union, types.UnionType}:
            return self._one_of(get_args(kind))
        if origin is Literal:
            return {"type": "string", "enum": list(get_args(kind))}
        if origin in {tuple, list}:
            return {"type": "array", "items": self.of(get_args(kind)[0])}
        if is_dataclass(kind) and isinstance(kind, type):
            return self._reference(kind)
        return dict(_PLAIN[kind])

    def add(self, name: str, schema: Json) -> Json:
        """Takes in a shape that no dataclass has; the reference to it."""
        self.held[name] = schema
        return {"$ref": f"#/components/schemas/{name}"}

    def _reference(self, kind: type) -> Json:
        name = kind.__name__
        if name not in self.held:
            self.held[name] = {}
            self.held[name] = self._object(kind)
        return {"$ref": f"#/components/schemas/{name}"}

    def _object(self, kind: type) -> Json:
        properties = self._properties(kind)
        return {
            "type": "object",
            "description": _told(kind),
            "properties": properties,
            "required": list(properties),
        }

    def _properties(self, kind: type) -> Json:
        hints, names = get_type_hints(kind), self._names.get(kind, {})
        properties: Json = {}
        for field in fields(kind):
            hint = self._written.get((kind, field.name), hints[field.name])
            if field.name == "span" and hint is Span and kind is not Evidence:
                properties |= self._properties(Span)
            elif (kind, field.name) in _LAID_FLAT:
                properties |= self._properties(hint)
            else:
                name = names.get(field.name, field.name)
                properties[name] = self._described(kind, name, hint)
        return properties

    def _described(self, kind: type, name: str, hint: Any) -> Json:
        schema = self.of(hint) if not isinstance(hint, dict) else dict(hint)
        if ids_of(name) and schema == _PLAIN[str]:
            schema["minLength"] = 1
        words = words_for(kind.__name__, name)
        return schema if words is None else schema | {"description": words}

    def _one_of(self, kinds: tuple[Any, ...]) -> Json:
        known = [self.of(kind) for kind in kinds if kind is not type(None)]
        if type(None) not in kinds:
            return known[0] if len(known) == 1 else {"anyOf": known}
        (schema,) = known
        if set(schema) == {"type"} or set(schema) == {"type", "format"}:
            return schema | {"type": [schema["type"], "null"]}
        return {"anyOf": [schema, {"type": "null"}]}


def _told(kind: type) -> str:
    """What a class says of itself, as one paragraph each."""
    told = inspect.getdoc(kind) or kind.__name__
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in told.split("\n\n"))
