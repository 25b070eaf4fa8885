"""The words of testimonies that are made by hand."""

from __future__ import annotations

from tests.record.told import Told

from onrecord.record.reports import Saying


def saying(testimony: Told) -> Saying:
    """The same few words for each."""
    return Saying(
        statement=testimony.statement,
        report=testimony.report,
        outlet=None,
        title=None,
        published=testimony.published,
        source=None,
        source_kind=testimony.source_kind,
        party=None,
        cue=None,
        content="that talks were held",
        act="asserts",
    )
