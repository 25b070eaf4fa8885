"""A release described for programs: a Frictionless data package with the schema of every table."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from onrecord.export.columns import Column, ColumnKind, TableKind
from onrecord.export.release.checksums import FileSum
from onrecord.export.release.citing import ANONYMOUS, Labelled
from onrecord.export.tables import TABLES
from onrecord.export.values import VALUES

_TYPES: dict[ColumnKind, dict[str, str]] = {
    "id": {"type": "string"},
    "text": {"type": "string"},
    "texts": {"type": "string"},
    "date": {"type": "string"},
    "number": {"type": "integer"},
    "fraction": {"type": "number"},
    "truth": {"type": "boolean"},
    "day": {"type": "date"},
    "time": {"type": "datetime", "format": "any"},
}
_OPEN = frozenset({"unit"})
"""Sets of values to which another reader may add its own."""
_MEDIA = {
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "parquet": "application/vnd.apache.parquet",
    "jsonl": "application/jsonl",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "geojson": "application/geo+json",
    "gexf": "application/gexf+xml",
    "md": "text/markdown",
}
Json = dict[str, Any]


def data_package(release: Labelled, files: Mapping[str, FileSum]) -> str:
    """`datapackage.json` (Frictionless Data Package 1) of the files of a release, by their paths."""
    told: Json = {
        "profile": "data-package",
        "name": release.name,
        "title": release.cited.called(),
        "version": release.cited.versioned(release.number),
        "description": release.sentence(),
        "contributors": [{"title": name, "role": "author"} for name in release.cited.creators or (ANONYMOUS,)],
    }
    if release.state.held_until:
        told["created"] = release.state.held_until
    if release.cited.licence:
        told["licenses"] = [{"name": release.cited.licence}]
    told["resources"] = [_resource(path, files[path]) for path in sorted(files)]
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def table_schema(table: TableKind) -> Json:
    """The Table Schema of a table."""
    schema: Json = {
        "fields": [_field(table, column) for column in table.columns],
        "primaryKey": list(table.key),
        "missingValues": [""],
    }
    if table.leads_to:
        schema["foreignKeys"] = [
            {"fields": column, "reference": {"resource": other, "fields": TABLES[other].key[0]}}
            for column, other in table.leads_to
        ]
    return schema


def _field(table: TableKind, column: Column) -> Json:
    field: Json = {"name": column.name, **_TYPES[column.kind], "description": column.definition}
    constraints: Json = {"required": True} if column.name in table.key else {}
    if column.values and column.values not in _OPEN and column.kind == "text":
        constraints["enum"] = list(VALUES[column.values])
    if constraints:
        field["constraints"] = constraints
    if column.unit:
        field["unit"] = column.unit
    return field


def _resource(path: str, file: FileSum) -> Json:
    """One file; a table in CSV has its schema, and its name is that to which foreign keys lead."""
    stem, ending = path.rpartition("/")[2].rsplit(".", 1)
    table = TABLES.get(stem) if ending == "csv" else None
    told: Json = {
        "name": stem if table is not None else path.rpartition("/")[2].lower(),
        "path": path,
        "format": ending,
        "mediatype": _MEDIA.get(ending, "application/octet-stream"),
        "bytes": file.bytes,
        "hash": f"sha256:{file.sha256}",
    }
    if table is not None:
        told |= {"profile": "tabular-data-resource", "encoding": "utf-8", "description": table.definition}
        told |= {"dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True}}
        told["schema"] = table_schema(table)
    return told
