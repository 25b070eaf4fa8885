"""The positions: where each party stands on each claim, since when, and how that is sourced."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.export.board import board
from onrecord.export.columns import Column, Row, TableKind
from onrecord.export.snapshot import Snapshot
from onrecord.export.tables.common import CLAIM

COLUMNS = (
    CLAIM,
    Column(
        "ordinal",
        "number",
        "The place of the position among those on its claim, from 0; parties to the claim come first.",
        "0",
    ),
    Column("gloss", "text", "The claim in words.", "talks between TTP and Government of Pakistan"),
    Column("type", "text", "The type of event that is claimed, by PLOVER.", "CONSULT", values="event_type"),
    Column("standing", "text", "Where the claim stands.", "disputed", values="standing"),
    Column(
        "party",
        "text",
        "The party; `unidentified` for a speaker whose party no report tells, each of whom has a row.",
        "TTP",
    ),
    Column("party_id", "id", "The party's key; empty for `unidentified`.", "TTP"),
    Column("to_the_claim", "truth", "Whether it is one of the claim's parties; a branch of one is not.", "true"),
    Column("stance", "text", "Where it stands.", "divided", values="party_stance"),
    Column("divided", "truth", "Whether its speakers differ.", "true"),
    Column(
        "sourced",
        "text",
        "How the speakers who hold the stance are named, the firmest of them; `anonymous` where only"
        " such sources affirm.",
        "named",
        values="source_kind",
    ),
    Column("since", "date", "Since when it stands so; written as precisely as `since_precision` says.", "2011-12-10"),
    Column("since_precision", "text", "How exactly that is known.", "day", values="precision"),
    Column("speakers", "texts", "The names of its named speakers.", "Maulvi Faqir Mohammad; Ehsanullah Ehsan"),
    Column(
        "statements", "texts", "All its statements to the claim; rows of `statements`.", "26a5147ac4b96f8c2a8ba79f"
    ),
)


def rows(snapshot: Snapshot) -> Iterator[Row]:
    """A row for each party's position on each claim, in the order of `claims`."""
    for one in board(snapshot, "positions"):
        keys = one.party_ids
        for ordinal, cell in enumerate(one.positions):
            yield {
                "claim_id": cell.claim,
                "ordinal": ordinal,
                "gloss": cell.gloss,
                "type": cell.type,
                "standing": cell.standing,
                "party": cell.party,
                "party_id": keys.get(cell.party),
                "to_the_claim": cell.to_the_claim,
                "stance": cell.stance,
                "divided": cell.divided,
                "sourced": cell.sourced,
                "since": cell.since,
                "since_precision": cell.since_precision,
                "speakers": list(cell.speakers),
                "statements": list(cell.statements),
            }


TABLE = TableKind(
    "positions",
    "One row for each party that spoke to a claim: its position.",
    ("claim_id", "ordinal"),
    COLUMNS,
    rows,
    (("claim_id", "claims"),),
)
