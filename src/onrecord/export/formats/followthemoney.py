"""People, bodies, reports and what is said to have happened as entities of FollowTheMoney, one JSON object a line.

OCCRP's Aleph, OpenSanctions and yente read such files. Schemata and properties are those of FollowTheMoney 4:

- `Person`, `Organization` (armed groups, parties, other bodies), `PublicBody` (governments, armies), and `LegalEntity`
  for countries and peoples, for which there is no schema;
- `Membership` for offices in a body and for branches of one, `UnknownLink` for allies, opponents, and offices of what is
  no organisation;
- `Article` for reports, `Mention` for who stands in which report;
- `Event` for what is said to be so: events of status actual or historical that are not denied. FollowTheMoney has no way
  of saying that an event is denied or only possible, so those are left out (the tables, PLOVER and ICEWS have them).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import Any

from onrecord.export.addresses import web_address
from onrecord.export.cells import cell_text
from onrecord.export.formats.ftmcountries import COUNTRIES
from onrecord.export.formats.when import event_day
from onrecord.export.heldreports import Found, HeldReport, held_reports
from onrecord.export.jsonlines import json_lines
from onrecord.export.snapshot import Snapshot
from onrecord.export.tables.actors import role_words
from onrecord.export.tables.common import actor_id, moment_of
from onrecord.export.told import Values, stated_events
from onrecord.model import ActorKind
from onrecord.record.identities import Identity
from onrecord.record.tellings import RoleTold

SCHEMATA: dict[ActorKind, str] = {
    "person": "Person",
    "armed_group": "Organization",
    "government": "PublicBody",
    "military": "PublicBody",
    "country": "LegalEntity",
    "party": "Organization",
    "organisation": "Organization",
    "people": "LegalEntity",
}
"""The schema of an actor, by its kind."""
SAID_TO_BE_SO = frozenset({"actual", "historical"})
_ORGANISATIONS = frozenset({"Organization", "PublicBody"})
_RELATED = {"allied_with": "allied with", "opposed_to": "opposed to"}
_PLAIN_ID = re.compile("[0-9a-zA-Z](?:[0-9a-zA-Z.-]*[0-9a-zA-Z])?")
Json = dict[str, Any]


def followthemoney(snapshot: Snapshot) -> Iterator[str]:
    """The entities, one object a line: first everybody with their offices, then report by report."""
    return json_lines(entities(snapshot))


def entities(snapshot: Snapshot) -> Iterator[Json]:
    """The entities as objects; each id is given once."""
    schema_of: dict[str, str] = {}
    for one in snapshot.identities:
        schema_of[one.id] = SCHEMATA[one.kind]
    for one in snapshot.follow(snapshot.identities, "entities"):
        yield _actor(one)
        yield from _offices(snapshot, one, schema_of)
    told: set[str] = set()
    for report in held_reports(snapshot, "entities of reports"):
        for entity in _of_report(snapshot, report, schema_of):
            if entity["id"] not in told:
                told.add(entity["id"])
                yield entity


def _entity(ident: str, schema: str, **properties: Sequence[str | None] | str | None) -> Json:
    """An entity with the properties that are known, each a list."""
    told = {name: [values] if isinstance(values, str) else list(values or ()) for name, values in properties.items()}
    known = {name: [value for value in values if value] for name, values in told.items()}
    return {"id": ident, "schema": schema, "properties": {name: values for name, values in known.items() if values}}


def _ident(*parts: str) -> str:
    """The id of an entity that is made of others: the same for the same parts."""
    return hashlib.sha1("\x1f".join(parts).encode(), usedforsecurity=False).hexdigest()


def entity_id(ident: str) -> str:
    """The id of what has one in the record; FollowTheMoney takes letters, digits, dots and dashes, others are hashed."""
    return f"onrecord-{ident if _PLAIN_ID.fullmatch(ident) else _ident('id', ident)}"


def _actor(one: Identity) -> Json:
    own = {"position": [role_words(role) for role in one.roles if role.of is None]} if one.kind == "person" else {}
    others = [name for name, _ in one.names if name != one.name]
    known = {"name": one.name, "alias": others, "country": _country(one.country), "notes": f"onrecord actor {one.id}"}
    return _entity(entity_id(one.id), SCHEMATA[one.kind], **known, **own)


def _country(iso3: str | None) -> str | None:
    return COUNTRIES.get(iso3 or "")


def _offices(snapshot: Snapshot, one: Identity, schema_of: dict[str, str]) -> Iterator[Json]:
    for role in one.roles:
        body = None if role.of is None else snapshot.identity_of.get(role.of, role.of)
        if body is None or body == one.id or body not in schema_of:
            continue
        ident = _ident("office", one.id, role.role, body)
        if schema_of[body] in _ORGANISATIONS:
            ends = {"member": entity_id(one.id), "organization": entity_id(body)}
            yield _entity(ident, "Membership", **ends, **_office(role))
        else:
            yield _entity(ident, "UnknownLink", subject=entity_id(one.id), object=entity_id(body), **_office(role))


def _office(role: RoleTold) -> dict[str, str | None]:
    hedged, former = "said to be" if role.hedged else None, "former" if role.former else None
    return {
        "role": role.role,
        "status": ", ".join(filter(None, (hedged, former))) or None,
        "startDate": cell_text(role.since) or None,
        "endDate": cell_text(role.until) or None,
        "date": cell_text(role.first) or None,
    }


def _of_report(snapshot: Snapshot, report: HeldReport, schema_of: dict[str, str]) -> Iterator[Json]:
    yield _article(snapshot, report)
    for actor in report.actors:
        who = actor_id(snapshot, actor)
        if who in schema_of:
            yield _mention(report, actor, str(who), schema_of[str(who)])
            yield from _relations(snapshot, report, actor, str(who), schema_of)
    for event, said in stated_events(snapshot, report):
        if event.row.status in SAID_TO_BE_SO and (said is None or said["act"] != "denies"):
            yield _event(snapshot, report, event, said, schema_of)


def _article(snapshot: Snapshot, report: HeldReport) -> Json:
    row = report.row
    return _entity(
        entity_id(report.id),
        "Article",
        title=row.title,
        name=row.title,
        author=report.article.get("byline"),
        publisher=row.outlet,
        publishedAt=cell_text(row.published),
        sourceUrl=web_address(row.url),
        retrievedAt=cell_text(moment_of(row.recorded_at))[:19],
        bodyText=report.text if snapshot.texts else None,
    )


def _mention(report: HeldReport, actor: Found, who: str, schema: str) -> Json:
    return _entity(
        _ident("mention", report.id, who),
        "Mention",
        document=entity_id(report.id),
        resolved=entity_id(who),
        name=actor.row.name,
        detectedSchema=schema,
        contextCountry=_country(actor.bare["country"]),
    )


def _relations(
    snapshot: Snapshot, report: HeldReport, actor: Found, who: str, schema_of: dict[str, str]
) -> Iterator[Json]:
    for relation in actor.bare["relations"]:
        other = actor_id(snapshot, report.actor_called.get(relation["to"]))
        if other is None or other == who or other not in schema_of:
            continue
        ident = _ident(relation["kind"], who, other)
        shared = {"date": cell_text(report.row.published), "proof": entity_id(report.id)}
        if relation["kind"] == "part_of" and schema_of[other] in _ORGANISATIONS:
            ends = {"member": entity_id(who), "organization": entity_id(other)}
            yield _entity(ident, "Membership", **ends, role="part of", **shared)
        else:
            role = _RELATED.get(relation["kind"], "part of")
            yield _entity(ident, "UnknownLink", subject=entity_id(who), object=entity_id(other), role=role, **shared)


def _event(
    snapshot: Snapshot, report: HeldReport, event: Found, said: Values | None, schema_of: dict[str, str]
) -> Json:
    noun, day = event.noun, event_day(report, event)
    sides = (actor_id(snapshot, report.actor_called.get(local)) for local in (*noun["actors"], *noun["recipients"]))
    place = report.place_called.get(noun["place"])
    told = day.basis == "told"
    return _entity(
        entity_id(event.id),
        "Event",
        name=f"{noun['type']}: {noun['trigger']['text']}",
        summary=None if said is None else said["content_text"],
        description=_whose(said),
        startDate=cell_text(day.first) if told else None,
        endDate=cell_text(day.last) if told and day.last != day.first else None,
        location=None if place is None else place.row.name,
        country=None if place is None else _country(place.bare["country"]),
        involved=[entity_id(side) for side in dict.fromkeys(sides) if side is not None and side in schema_of],
        proof=entity_id(report.id),
        recordId=event.id,
        keywords=[noun["type"], noun["status"]],
    )


def _whose(said: Values | None) -> str:
    if said is None:
        return "in the report's own words"
    who = said["speaker_name"] or said["source_text"] or said["source_kind"]
    return f"{who} {said['act']} it; {said['source_kind']} source" + (
        f", for {said['party_name']}" if said["party_name"] else ""
    )
