"""A record opened for questions, with every name that its parties are known by."""

from __future__ import annotations

from onrecord.record import Record
from onrecord.resolution.registry import aliases_by_id


def held_record(db: str) -> Record:
    """The record at a path or URL; RecordMissing when there is none."""
    return Record.open(db, aliases=aliases_by_id())
