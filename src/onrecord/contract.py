"""The JSON of onrecord: readings, claims and standings under the names that the contract fixes.

`docs/contract.md` explains every field. Canonical JSON (sorted keys, no spaces, UTF-8) is what ids are hashed from.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from typing import Any

from onrecord.errors import OnrecordError
from onrecord.model import (
    Actor,
    Article,
    Candidate,
    Change,
    Claim,
    ClaimSummary,
    DateExpression,
    Dateline,
    Event,
    Evidence,
    Furniture,
    Mention,
    Participant,
    Place,
    Quantity,
    Reading,
    Relation,
    Role,
    Span,
    Standing,
    Statement,
)

SCHEMA = "onrecord/1"
_JSON_NAMES = {
    DateExpression: {"first": "from", "last": "to"},
    Change: {"before": "from", "after": "to"},
    Claim: {"first": "from", "last": "to"},
}
Json = dict[str, Any]


def canonical(value: object) -> str:
    """The one JSON text of a value: keys sorted, no spaces, so that equal values have equal ids."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def content_id(value: object) -> str:
    """An id made from the content itself: the first 24 hexadecimal digits of SHA-256 of its canonical JSON."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()[:24]


def line(value: object) -> str:
    """One line of JSON as it is printed: fields in the contract's order, readable characters as they are."""
    return json.dumps(value, ensure_ascii=False)


def span_json(span: Span | None) -> Json | None:
    """`{"start", "end", "text"}`, or null."""
    return None if span is None else {"start": span.start, "end": span.end, "text": span.text}


def reading_json(reading: Reading) -> Json:
    """The object that `onrecord read --format json` prints for a report."""
    return {
        "schema": SCHEMA,
        "article": _plain(reading.article),
        "statements": [_plain(s) for s in reading.statements],
        "events": [_plain(e) for e in reading.events],
        "actors": [_plain(a) | {"codes": dict(a.codes)} for a in reading.actors],
        "places": [_plain(p) for p in reading.places],
        "dates": [_plain(d) for d in reading.dates],
        "dateline": _plain(reading.dateline),
    }


def error_json(origin: str, error: OnrecordError) -> Json:
    """The object that stands in for a report that could not be read."""
    return {
        "schema": SCHEMA,
        "error": {"origin": origin, "kind": type(error).__name__, "message": str(error)},
    }


def standing_json(standing: Standing) -> Json:
    """The object that `onrecord standing --format json` prints."""
    plain: Json = _plain(standing)
    plain["claim"] = claim_json(standing.claim)
    return plain


def summary_json(summary: ClaimSummary) -> Json:
    """One line of `onrecord claims --format json`."""
    return claim_json(summary.claim) | {
        "standing": summary.standing,
        "reports": summary.reports,
        "independent_reports": summary.independent_reports,
        "first_reported": _plain(summary.first_reported),
        "last_reported": _plain(summary.last_reported),
        "links": _plain(summary.links),
    }


def claim_json(claim: Claim) -> Json:
    """What a claim is; `from` and `to` are the days that statements give for it."""
    plain: Json = _plain(claim)
    return plain | {"parties": [party.name for party in claim.parties]}


def noun_json(noun: object) -> Any:
    """The JSON of any noun or answer: its fields by name, days in ISO 8601, spans as objects."""
    return _plain(noun)


def reading_of(data: Mapping[str, Any]) -> Reading:
    """The reading that `reading_json` was made from."""
    article = dict(data["article"])
    article["published"] = _day(article["published"])
    article["furniture"] = tuple(Furniture(**f) for f in article["furniture"])
    return Reading(
        article=Article(**article),
        statements=tuple(_statement_of(s) for s in data["statements"]),
        events=tuple(_event_of(e) for e in data["events"]),
        actors=tuple(_actor_of(a) for a in data["actors"]),
        places=tuple(_place_of(p) for p in data["places"]),
        dates=tuple(d for d in map(_date_of, data["dates"]) if d is not None),
        dateline=_dateline_of(data.get("dateline")),
    )


def _plain(value: Any) -> Any:
    """JSON values of a noun; the span of a mention, role, date or quantity is laid flat, as the contract has it.

    The span of evidence, which may be missing, stays an object of its own.
    """
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [_plain(v) for v in value]
    if not is_dataclass(value):
        return value
    names = _JSON_NAMES.get(type(value), {})
    plain: Json = {}
    for field in fields(value):
        inner = getattr(value, field.name)
        if field.name == "span" and not isinstance(value, Evidence):
            plain |= {"start": inner.start, "end": inner.end, "text": inner.text}
        else:
            plain[names.get(field.name, field.name)] = _plain(inner)
    return plain


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)


def _span_of(data: Mapping[str, Any] | None) -> Span | None:
    return None if data is None else Span(data["start"], data["end"], data["text"])


def _inner_span(data: Mapping[str, Any]) -> Span:
    return Span(data["start"], data["end"], data["text"])


def _rest(data: Mapping[str, Any]) -> Json:
    return {key: value for key, value in data.items() if key not in {"start", "end", "text"}}


def _mentions_of(data: list[Json]) -> tuple[Mention, ...]:
    return tuple(Mention(_inner_span(m), m["form"]) for m in data)


def _date_of(data: Mapping[str, Any] | None) -> DateExpression | None:
    if data is None:
        return None
    first, last = _day(data["from"]), _day(data["to"])
    more = data.get("modifier"), data.get("basis")
    return DateExpression(_inner_span(data), data["value"], first, last, data["precision"], *more)


def _dateline_of(data: Mapping[str, Any] | None) -> Dateline | None:
    if data is None:
        return None
    return Dateline(_inner_span(data), data["place"], _date_of(data["date"]), data["disagrees"])


def _evidence_of(data: Mapping[str, Any]) -> tuple[Evidence, ...]:
    return tuple(Evidence(e["sign"], e["words"], e["weight"], _span_of(e["span"])) for e in data.get("evidence", ()))


def _candidates_of(data: Mapping[str, Any]) -> tuple[Candidate, ...]:
    return tuple(Candidate(c["id"], c["name"], c["score"], _evidence_of(c)) for c in data.get("candidates", ()))


def _place_of(data: Json) -> Place:
    parts = {
        "mentions": _mentions_of(data["mentions"]),
        "acting": tuple(_inner_span(a) for a in data.get("acting", ())),
        "evidence": _evidence_of(data),
        "candidates": _candidates_of(data),
    }
    return Place(**(data | parts))


def _statement_of(data: Json) -> Statement:
    spans = {
        "source": _span_of(data["source"]),
        "cue": _span_of(data["cue"]),
        "content": tuple(_inner_span(c) for c in data["content"]),
        "said_on": _date_of(data["said_on"]),
        "said_at": _span_of(data.get("said_at")),
        "said_to": _span_of(data.get("said_to")),
    }
    return Statement(**(data | spans))


def _event_of(data: Json) -> Event:
    parts = {
        "trigger": _inner_span(data["trigger"]),
        "actors": tuple(data["actors"]),
        "recipients": tuple(data["recipients"]),
        "date": _date_of(data["date"]),
        "quantities": tuple(Quantity(span=_inner_span(q), **_rest(q)) for q in data["quantities"]),
        "participants": tuple(Participant(span=_inner_span(p), **_rest(p)) for p in data.get("participants", ())),
    }
    return Event(**(data | parts))


def _actor_of(data: Json) -> Actor:
    parts = {
        "mentions": _mentions_of(data["mentions"]),
        "codes": tuple(sorted(data["codes"].items())),
        "roles": tuple(Role(span=_inner_span(r), **_rest(r)) for r in data["roles"]),
        "relations": tuple(Relation(span=_inner_span(r), **_rest(r)) for r in data["relations"]),
        "evidence": _evidence_of(data),
        "candidates": _candidates_of(data),
    }
    return Actor(**(data | parts))
