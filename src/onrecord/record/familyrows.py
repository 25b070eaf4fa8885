"""Which matters of a record are gathered together with some others."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, func, select

from onrecord.contract import canonical
from onrecord.linking.families import FamilyKey, family_of, matter_id
from onrecord.record.heldlinks import matters_held
from onrecord.record.linkrows import matter_from
from onrecord.record.lots import in_lots
from onrecord.record.schema import matter


def with_families(connection: Connection, idents: Iterable[str]) -> set[str]:
    """Some matters with all of their families of which the record holds one that is told by half."""
    wanted = set(idents)
    keys = {key for one in matters_held(connection, wanted).values() if (key := family_of(one)) is not None}
    halves = {matter_id(kind, [actor]): (kind, actor) for kind, actor in keys}
    for some in in_lots(halves):
        told = connection.scalars(select(matter.c.matter_id).where(matter.c.matter_id.in_(some)))
        for key in [halves[ident] for ident in told]:
            wanted |= _members(connection, key)
    return wanted


def _members(connection: Connection, key: FamilyKey) -> set[str]:
    kind, actor = key
    begins = canonical([{"key": actor}]).removesuffix("}]")
    query = select(matter).where(matter.c.kind == kind, func.substr(matter.c.parties, 1, len(begins)) == begins)
    return {one.id for one in map(matter_from, connection.execute(query)) if family_of(one) == key}
