"""The shapes that this API answers with, all in one place; `openapi.json` lists them under `components`."""

from __future__ import annotations

from typing import Any

from onrecord.api.answers import LinkLine, Name, Reason
from onrecord.api.shapes.deriving import Json, Shapes
from onrecord.model import Actor, Reading
from onrecord.record import Identity, Judgement
from onrecord.record.identities import Possible
from onrecord.record.questions.people import Who
from onrecord.record.questions.saidby import PersonStatement
from onrecord.review import Agreement, Disagreement, KindAgreement

SHAPES = Shapes(
    names={LinkLine: {"first": "from", "last": "to"}},
    written={
        (Identity, "names"): tuple[Name, ...],
        (Possible, "evidence"): tuple[Reason, ...],
        (Judgement, "evidence"): tuple[Reason, ...],
        (Who, "statements"): tuple[PersonStatement, ...],
        (Who, "said_of"): tuple[PersonStatement, ...],
        (Agreement, "kinds"): tuple[KindAgreement, ...],
        (Agreement, "disagreements"): tuple[Disagreement, ...],
        (Actor, "codes"): {
            "type": "object",
            "additionalProperties": {"type": "string"},
            "description": "Codes of it in other systems, by system.",
        },
    },
)
ERROR = SHAPES.add(
    "Error",
    {
        "type": "object",
        "description": "What went wrong, and what to do.",
        "properties": {
            "error": {
                "type": "object",
                "properties": {
                    "kind": {"type": "string", "minLength": 1, "description": "The kind, as in the contract."},
                    "message": {"type": "string", "description": "What happened and what to do."},
                    "details": {
                        "description": "Of bad parameters, each of them and what is wrong with it; null otherwise.",
                        "anyOf": [
                            {
                                "type": "array",
                                "items": {
                                    "type": "object",
                                    "properties": {
                                        "where": {"type": "array", "items": {"type": "string"}},
                                        "message": {"type": "string"},
                                    },
                                    "required": ["where", "message"],
                                },
                            },
                            {"type": "null"},
                        ],
                    },
                },
                "required": ["kind", "message", "details"],
            }
        },
        "required": ["error"],
    },
)


def object_of(kind: type) -> Json:
    """A reference to the shape of a dataclass as `noun_json` writes it."""
    return SHAPES.of(kind)


def page_of(kind: type) -> Json:
    """A reference to a page of such objects."""
    return SHAPES.add(
        f"{kind.__name__}Page",
        {
            "type": "object",
            "description": "Some rows of an answer, and where the next ones are.",
            "properties": {
                "items": {"type": "array", "items": SHAPES.of(kind), "description": "The rows, in order."},
                "total": {
                    "type": ["integer", "null"],
                    "minimum": 0,
                    "description": "How many rows there are in all; null where nobody has counted them.",
                },
                "next": {
                    "type": ["string", "null"],
                    "description": "What to give as `after` for the next page; null on the last.",
                },
            },
            "required": ["items", "total", "next"],
        },
    )


def list_of(kind: type) -> Json:
    """An array of such objects."""
    return {"type": "array", "items": SHAPES.of(kind)}


def with_more(name: str, kind: type, more: dict[str, Any]) -> Json:
    """A reference to the shape of a dataclass with further fields."""
    added = {"type": "object", "properties": more, "required": list(more)}
    return SHAPES.add(name, {"allOf": [SHAPES.of(kind), added]})


def reading_shape() -> Json:
    """A reference to the object that `onrecord read` prints for a report."""
    schema = {"type": "string", "const": "onrecord/1", "description": "The version of the contract."}
    return with_more("ReportReading", Reading, {"schema": schema})
