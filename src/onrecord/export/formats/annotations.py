"""Sources, cues and contents as W3C Web Annotations, which any reader of annotations can lay over the report.

JSON-LD of the Web Annotation Data Model (W3C Recommendation, 23 February 2017): one collection with one page. Each
annotation selects its words twice, by quoting them with what stands around them, and by position. Positions count code
points of the report's text as the record holds it, which is not the HTML of a page: on a page the quotation finds them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import onrecord
from onrecord.export.addresses import name_of, web_address
from onrecord.export.cells import cell_text
from onrecord.export.heldreports import Found, HeldReport, held_reports
from onrecord.export.jsonlines import json_items, json_text
from onrecord.export.snapshot import Snapshot
from onrecord.export.tables.common import moment_of
from onrecord.export.told import Values, speaker_id, statement_values

AROUND = 32
"""Characters that are quoted before and after, by which the words are found again where they stand twice."""
_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"onrecord": {"@id": "urn:onrecord:statement", "@type": "@json"}}]
"""W3C's terms, and one of ours for what the statement is."""
_COLLECTION = name_of("annotations", "statements")
Json = dict[str, Any]


def annotation_collection(snapshot: Snapshot) -> Iterator[str]:
    """One annotation collection, its only page with an annotation for each source, cue and stretch of content."""
    head = {"@context": _CONTEXT, "id": _COLLECTION, "type": "AnnotationCollection", "label": "Statements on record"}
    page = {"id": f"{_COLLECTION}:1", "type": "AnnotationPage", "startIndex": 0}
    counted = _Counted(_every(snapshot))
    yield json_text(head)[:-1] + ', "first": ' + json_text(page)[:-1] + ', "items": ['
    yield from json_items(counted)
    yield f']}}, "total": {counted.total}}}\n'


class _Counted:
    """Passes items on and counts them."""

    def __init__(self, items: Iterator[Json]) -> None:
        self._items = items
        self.total = 0

    def __iter__(self) -> Iterator[Json]:
        for item in self._items:
            self.total += 1
            yield item


def _every(snapshot: Snapshot) -> Iterator[Json]:
    for report in held_reports(snapshot, "annotations", ("statement",)):
        for one in report.statements:
            if snapshot.wants(one.id):
                yield from _statement(snapshot, report, one)


def _statement(snapshot: Snapshot, report: HeldReport, one: Found) -> Iterator[Json]:
    values = statement_values(snapshot, one)
    for part in ("source", "cue"):
        if one.noun[part] is not None:
            yield _annotation(snapshot, report, one, values, part, part, one.noun[part])
    for number, span in enumerate(one.noun["content"], 1):
        yield _annotation(snapshot, report, one, values, "content", f"content-{number}", span)


def _annotation(
    snapshot: Snapshot, report: HeldReport, one: Found, values: Values, part: str, name: str, span: Json
) -> Json:
    text, start, end = report.text, span["start"], span["end"]
    return {
        "id": f"{name_of('annotation', one.id)}:{name}",
        "type": "Annotation",
        "motivation": "classifying",
        "created": cell_text(moment_of(report.row.recorded_at)),
        "generator": {"type": "Software", "name": f"onrecord {onrecord.__version__}"},
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": part},
            {"type": "TextualBody", "purpose": "tagging", "value": values["act"]},
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": _told(values)},
        ],
        "onrecord": {
            "statement": one.id,
            "part": part,
            "speaker": values["speaker_name"],
            "speaker_id": speaker_id(snapshot, values),
            "party": values["party_name"],
            "source_kind": values["source_kind"],
            "act": values["act"],
            "certainty": values["certainty"],
            "claims": [claim for claim, _ in snapshot.spoken_to.get(one.id, ())],
        },
        "target": {
            "source": web_address(report.row.url) or name_of("report", report.id),
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": text[start:end],
                    "prefix": text[max(0, start - AROUND) : start],
                    "suffix": text[end : end + AROUND],
                },
                {"type": "TextPositionSelector", "start": start, "end": end},
            ],
        },
    }


def _told(values: Values) -> str:
    """The statement in a line: who (for whom) does what, and how certain it is put."""
    who = values["speaker_name"] or values["source_text"] or values["source_kind"]
    party = f" (for {values['party_name']})" if values["party_name"] else ""
    return f"{who}{party} {values['act']}; content: {values['certainty']}"
