"""How a record shows itself in Datasette: the views with a title and a sentence for each, the tables behind out of sight.

Nothing is taken out of the file by that. Whoever may not read notes, tokens' hashes and the secrets of webhooks is given
an export or a release, which hold none of them.
"""

from __future__ import annotations

from typing import Any

from onrecord.record.schema import metadata

PRIVATE = ("token", "token_revoked", "sign_in", "sign_out", "hook", "delivery", "looked", "follow")
"""Tables of the desk that nobody is shown."""
_VIEWS: dict[str, tuple[str, str, str, dict[str, str]]] = {
    "readable_reports": (
        "Reports",
        "Every report, with the first of all that are versions of it (origin) and whether it was taken back.",
        "published",
        {"origin": "id of the first published of all versions of this report; its own where there are none"},
    ),
    "readable_statements": (
        "Statements",
        "Who is on record saying what: source, cue and content in the words of the report, as it was read.",
        "published",
        {
            "source_kind": "how the source is named: named, role, anonymous, collective, document, outlet, impersonal",
            "act": "what the speaker does with the content",
            "certainty": "of the content as the speaker puts it",
            "confidence": "0 to 1: how often statements found as surely as this one are right",
        },
    ),
    "readable_events": (
        "Events",
        "What is said to happen, by PLOVER type, with its status in that statement.",
        "published",
        {"cameo": "CAMEO code", "day_from": "first day of the event", "day_to": "last day of the event"},
    ),
    "readable_links": (
        "Links of statements to matters",
        "Which kind of event between which parties a statement speaks to; onrecord export claims gives single claims.",
        "published",
        {"score": "0 to 1: how sure the link is", "low": "least number that is claimed", "high": "greatest number"},
    ),
    "readable_actors": ("Actors in reports", "People and groups, a row for each report that names them.", "name", {}),
    "readable_places": (
        "Places in reports",
        "Places, a row for each report that names them; coordinates and names of units from GeoNames, CC BY 4.0.",
        "name",
        {"latitude": "degrees north", "longitude": "degrees east"},
    ),
    "readable_copies": (
        "Versions of one report",
        "Pairs of reports that are versions of one, and how they hang together.",
        "left_published",
        {"kept": "0 to 1: share of the shorter report that stands in the longer"},
    ),
    "readable_decisions": (
        "Decisions of reviewers on links and claims",
        "What reviewers confirmed, rejected, moved and joined; withdrawn ones too.",
        "decided_at",
        {},
    ),
    "readable_corrections": (
        "Corrections of statements",
        "What reviewers accepted, corrected and rejected of single statements; withdrawn ones too.",
        "corrected_at",
        {},
    ),
    "readable_judgements": (
        "Judgements on who is the same",
        "Pairs of actors that onrecord or a reviewer holds for the same or not.",
        "judged_at",
        {"score": "0 to 1: how likely the two are the same"},
    ),
    "readable_notes": ("Notes", "What people noted; the text of withdrawn notes is left out.", "written_at", {}),
    "readable_findings": ("Findings", "What saved questions found, and when.", "found_at", {}),
}


def datasette_metadata(database: str = "onrecord") -> dict[str, Any]:
    """What `datasette DATABASE.db --metadata FILE` takes; `database` is the name of the file without its ending."""
    tables: dict[str, Any] = {name: _shown(*told) for name, told in _VIEWS.items()}
    for name in sorted(metadata.tables):
        tables[name] = {"hidden": True} | ({"allow": False} if name in PRIVATE else {})
    tables["alembic_version"] = {"hidden": True}
    return {
        "title": "onrecord",
        "description": "Who is on record saying, confirming or denying what, from news about war and peace talks.",
        "databases": {database: {"description": "Open one of the readable views.", "tables": tables}},
    }


def _shown(title: str, description: str, sorted_by: str, columns: dict[str, str]) -> dict[str, Any]:
    shown: dict[str, Any] = {"title": title, "description": description, "sort": sorted_by}
    return shown | ({"columns": columns} if columns else {})
