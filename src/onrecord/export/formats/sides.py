"""Who takes part in an event, as event data have it: country and sector by code, taken from the"
" party where he has none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.export.heldreports import Found, HeldReport
from onrecord.export.snapshot import Snapshot
from onrecord.export.tables.common import actor_id

_COUNTRY = 3
_SECTORS = (3, 6, 9, 12)


@dataclass(frozen=True, slots=True)
class Side:
    """An actor or recipient: name, id in the whole record, words, country and sectors by the codes of CAMEO.

    `coded_by` is `own` or `party`: for whom he speaks. Country and sectors are None and empty where no code is known.
    """

    name: str
    id: str | None
    words: str | None
    country: str | None
    sectors: tuple[str, ...]
    coded_by: str | None
    office: str | None


def sides(snapshot: Snapshot, report: HeldReport, event: Found, which: str) -> Iterator[Side]:
    """Those who stand on one side of an event, `actor` or `recipient`, in the order of the reading."""
    for local in event.noun[f"{which}s"]:
        found = report.actor_called.get(local)
        if found is not None:
            yield _side(snapshot, report, found, _words(event, local, which))


def _side(snapshot: Snapshot, report: HeldReport, found: Found, words: str | None) -> Side:
    country, sectors, coded_by = _codes(report, found)
    roles = [role for role in found.bare["roles"] if not role["hedged"]]
    return Side(
        found.row.name,
        actor_id(snapshot, found),
        words,
        country,
        sectors,
        coded_by,
        roles[0]["role"] if roles else None,
    )


def _codes(report: HeldReport, found: Found) -> tuple[str | None, tuple[str, ...], str | None]:
    for one, coded_by in ((found, "own"), (report.actor_called.get(found.bare["party"]), "party")):
        if one is not None:
            country, sectors = _coded(one.bare)
            if country is not None or sectors:
                return country, sectors, coded_by
    return None, (), None


def _coded(noun: Mapping[str, Any]) -> tuple[str | None, tuple[str, ...]]:
    """Country and sectors: `PAKGOV` is the government of PAK; a code of CAMEO has three letters for each."""
    code: str = noun["codes"].get("cameo") or ""
    sectors = tuple(code[start : start + _COUNTRY] for start in _SECTORS if code[start : start + _COUNTRY])
    return noun["country"] or noun["codes"].get("iso3") or code[:_COUNTRY] or None, sectors


def _words(event: Found, local: str, which: str) -> str | None:
    told = event.noun.get("participants", ())
    return next((one["text"] for one in told if one["actor"] == local and one["side"] == which), None)
