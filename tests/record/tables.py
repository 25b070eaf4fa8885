"""The whole of a record's tables, to compare two records row by row."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import Select, inspect, select, text
from tests.record.stores import Place

from onrecord.model import Reading
from onrecord.record import Added, Record
from onrecord.record.engine import engine_for, reading
from onrecord.record.schema import metadata

RECORDED = datetime(2026, 1, 1, 12, tzinfo=UTC)
Tables = dict[str, list[tuple[object, ...]]]


def tables_of(place: Place, but: str | None = None) -> Tables:
    """Every row of every table of the schema, in an order of their own, the same on every backend.

    `but` names a column that is left out wherever there is one.
    """
    engine = engine_for(place, create=False)
    with reading(engine) as connection:
        held = set(inspect(connection).get_table_names())
        asked: dict[str, Select[tuple[object, ...]]] = {
            name: select(*(c for c in table.columns if c.name != but))
            for name, table in metadata.tables.items()
            if name in held
        }
        if "alembic_version" in held:
            asked["alembic_version"] = select(text("version_num FROM alembic_version"))
        rows = {name: [tuple(row) for row in connection.execute(query)] for name, query in asked.items()}
    engine.dispose()
    return {name: sorted(some, key=repr) for name, some in sorted(rows.items())}


def add_all(place: Place, readings: Iterable[Reading]) -> list[Added]:
    """Adds the readings to the record at a place, which is made if need be."""
    with Record.open(place, create=True) as record:
        return [record.add(reading, RECORDED) for reading in readings]
