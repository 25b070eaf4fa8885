"""The tables of an export, one module each: what their columns mean, and how their rows are made."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.export.columns import TableKind
from onrecord.export.tables import (
    actors,
    claims,
    copies,
    events,
    links,
    places,
    positions,
    quantities,
    reports,
    statements,
)

TABLES: Mapping[str, TableKind] = {
    module.TABLE.name: module.TABLE
    for module in (statements, events, claims, positions, reports, actors, places, links, quantities, copies)
}
"""Every table by its name, the ones that are asked for most first."""

__all__ = ["TABLES"]
