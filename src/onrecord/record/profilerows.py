"""Profiles as rows of the record, and back again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from functools import lru_cache
from typing import Any

from onrecord.contract import canonical, content_id
from onrecord.model import ActorKind, Span
from onrecord.resolution.actors.nicknames import Nickname
from onrecord.resolution.actors.profiles import Profile
from onrecord.resolution.actors.tenure import OfficeTold
from onrecord.resolution.actors.transliteration import letters

Row = dict[str, Any]
_COLUMNS = ("kind", "known_as", "first", "last", "reports")
_DAYS = ("since", "until", "told")


def profile_row(profile: Profile) -> Row:
    """The row of a profile; the payload holds what the columns do not."""
    plain = {key: value for key, value in asdict(profile).items() if key not in {"id", *_COLUMNS} and value}
    return {
        "actor_id": profile.id,
        "report_id": profile.reports[0],
        "name": profile.name,
        "words": " | ".join(dict.fromkeys(letters(name) for name in _all_names(profile))),
        "kind": profile.kind,
        "known_as": profile.known_as,
        "published": profile.first,
        "payload": canonical(_with_days_as_text(plain)),
    }


def profile_from(row: Any) -> Profile:
    """The profile that a row holds."""
    return _profile(row.actor_id, row.report_id, row.kind, row.known_as, row.published, row.payload)


@lru_cache(maxsize=4_096)
def _profile(
    actor_id: str, report_id: str, kind: ActorKind, known_as: str | None, published: date | None, payload: str
) -> Profile:
    """The profile of these columns; of those whose names many bear, the same few are asked for at every report."""
    plain = json.loads(payload)
    lists: Row = {"places": tuple(plain.get("places", ()))}
    lists |= {key: tuple((k, name) for k, name in plain.get(key, ())) for key in ("company", "states")}
    told = {
        "names": tuple((name, count) for name, count in plain["names"]),
        "offices": tuple(_office(office) for office in plain.get("offices", ())),
        "nicknames": tuple(Nickname(n["name"], Span(**n["span"])) for n in plain.get("nicknames", ())),
    }
    return Profile(
        id=actor_id,
        kind=kind,
        known_as=known_as,
        first=published,
        last=published,
        reports=(report_id,),
        **(plain | lists | told),
    )


def office_rows(profile: Profile) -> list[Row]:
    """A row for each office that a report gives somebody, each once."""
    rows = {}
    for office in profile.offices:
        span = office.span or Span(0, 0, "")
        row = {
            "actor_id": profile.id,
            "report_id": profile.reports[0],
            "role": office.role,
            "words": office.words,
            "body": office.body,
            "body_name": office.body_name,
            "hedged": office.hedged,
            "former": office.former,
            "since": office.since,
            "until": office.until,
            "told": office.told,
            "start": span.start,
            "end": span.end,
        }
        ident = content_id(_with_days_as_text(row))
        rows[ident] = row | {"office_id": ident}
    return list(rows.values())


def _all_names(profile: Profile) -> list[str]:
    return [name for name, _ in profile.names] + [nickname.name for nickname in profile.nicknames]


def _office(plain: Mapping[str, Any]) -> OfficeTold:
    days = {key: date.fromisoformat(plain[key]) for key in _DAYS if plain.get(key)}
    span = plain.get("span")
    return OfficeTold(**(dict(plain) | days | {"span": None if span is None else Span(**span)}))


def _with_days_as_text(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _with_days_as_text(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_with_days_as_text(inner) for inner in value]
    return value
