"""The claims: what is said to be so by one and denied by another, and where each stands."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.export.board import ClaimOnBoard, board
from onrecord.export.columns import Column, Row, TableKind
from onrecord.export.snapshot import Snapshot
from onrecord.export.tables.common import day_of, figure_columns
from onrecord.model import First, Site
from onrecord.record.questions.heard import precision_of


def _first_columns(name: str, what: str) -> tuple[Column, ...]:
    return (
        Column(
            f"{name}_date",
            "date",
            f"When {what} was made; written as precisely as `{name}_precision` says.",
            "2011-12-10",
        ),
        Column(f"{name}_precision", "text", "How exactly that is known.", "day", values="precision"),
        Column(
            f"{name}_speaker",
            "text",
            f"The named speaker of {what}; empty where whoever speaks is not named.",
            "Maulvi Faqir Mohammad",
        ),
        Column(f"{name}_party", "text", f"For whom {what} was made.", "TTP"),
        Column(f"{name}_source_kind", "text", f"How the speaker of {what} is named.", "named", values="source_kind"),
        Column(
            f"{name}_statement",
            "id",
            f"The statement that is {what}; a row of `statements`.",
            "26a5147ac4b96f8c2a8ba79f",
        ),
    )


FIRSTS = (
    ("first_claim", "the earliest affirmation on record or by an anonymous source"),
    ("first_named_confirmation", "the earliest affirmation by a named person of a party to the claim"),
    ("first_denial", "the earliest denial on record"),
)
COLUMNS = (
    Column(
        "claim_id",
        "id",
        "Id of the claim in every record: that of its first link. The ids of all its links find it too.",
        "7bad22d303e668e0c18a9c61",
    ),
    Column("gloss", "text", "The claim in words.", "talks between TTP and Government of Pakistan"),
    Column("type", "text", "The type of event that is claimed, by PLOVER.", "CONSULT", values="event_type"),
    Column(
        "matter_id",
        "id",
        "The kind of event between these parties, whenever it is; claims of one matter share it.",
        "15a76a0fcf17541cacddf869",
    ),
    Column("parties", "texts", "The parties to the claim.", "TTP; Government of Pakistan"),
    Column("party_ids", "texts", "Their keys, in the same order.", "TTP; PAK-government"),
    Column(
        "date_from", "day", "The first day that statements give for it; empty where none gives any.", "2011-11-01"
    ),
    Column("date_to", "day", "The last day that statements give for it.", "2011-11-30"),
    Column("place", "text", "Where it is: of a deed the narrowest place told, of what lasts the only one.", "Bajaur"),
    Column("place_id", "id", "The place; a row of `places`.", "geonames:1183606"),
    Column("lat", "fraction", "Latitude of the place.", "34.7", unit="degrees north"),
    Column("lon", "fraction", "Longitude of the place.", "71.5", unit="degrees east"),
    *figure_columns("the figure that is claimed"),
    Column(
        "rivals",
        "texts",
        "The claims that give another number of the same event; rows of `claims`.",
        "c7878559939325527c5992b5",
    ),
    Column(
        "standing",
        "text",
        "Where the claim stands; it says who is on record, never who is right.",
        "disputed",
        values="standing",
    ),
    Column("reports", "number", "How many reports speak to it.", "3", unit="reports"),
    Column("independent_reports", "number", "How many of these are not copies of another.", "2", unit="reports"),
    Column(
        "statements", "number", "How many statements speak to it, those in copies included.", "9", unit="statements"
    ),
    Column("first_reported", "day", "The first day of publication.", "2011-11-21"),
    Column("last_reported", "day", "The last day of publication.", "2011-12-12"),
    *(column for name, what in FIRSTS for column in _first_columns(name, what)),
    Column("divided_parties", "texts", "The parties whose speakers differ.", "TTP"),
    Column(
        "standing_since",
        "day",
        "The day of publication on which it came to stand so; empty where reports without a date moved it.",
        "2011-12-10",
    ),
    Column(
        "links_suggested", "number", "How many links to it onrecord found and nobody decided on.", "7", unit="links"
    ),
    Column("links_confirmed", "number", "How many a reviewer confirmed.", "1", unit="links"),
    Column("links_rejected", "number", "How many a reviewer rejected; they count for nothing.", "0", unit="links"),
)


def rows(snapshot: Snapshot) -> Iterator[Row]:
    """A row for each claim, the most reported first."""
    return (row_of(one) for one in board(snapshot))


def row_of(one: ClaimOnBoard) -> Row:
    """The row of one claim."""
    claim, line, stood = one.held.claim, one.summary, one.standing
    figure = claim.figure
    row = {
        "claim_id": claim.id,
        "gloss": claim.gloss,
        "type": claim.type,
        "matter_id": claim.matter,
        "parties": [party.name for party in claim.parties],
        "party_ids": [party.key for party in claim.parties],
        "date_from": claim.first,
        "date_to": claim.last,
        "unit": None if figure is None else figure.unit,
        "low": None if figure is None else figure.low,
        "high": None if figure is None else figure.high,
        "about": None if figure is None else figure.about,
        "rivals": list(claim.rivals),
        "standing": line.standing,
        "reports": line.reports,
        "independent_reports": line.independent_reports,
        "statements": len(one.counting),
        "first_reported": line.first_reported,
        "last_reported": line.last_reported,
        "divided_parties": list(stood.divided_parties),
        "standing_since": day_of(stood.changes[-1].date) if stood.changes else None,
        "links_suggested": line.links.suggested,
        "links_confirmed": line.links.confirmed,
        "links_rejected": line.links.rejected,
    }
    firsts = (stood.first_claim, stood.first_named_confirmation, stood.first_denial)
    for (name, _), first in zip(FIRSTS, firsts, strict=True):
        row |= _first(name, first)
    return row | _place(claim.place, one.site)


def _first(name: str, first: First | None) -> Row:
    return {
        f"{name}_date": None if first is None else first.date,
        f"{name}_precision": None if first is None else precision_of(first.date),
        f"{name}_speaker": None if first is None else first.speaker,
        f"{name}_party": None if first is None else first.party,
        f"{name}_source_kind": None if first is None else first.source_kind,
        f"{name}_statement": None if first is None else first.statement,
    }


def _place(name: str | None, site: Site | None) -> Row:
    return {
        "place": name,
        "place_id": None if site is None else site.key,
        "lat": None if site is None else site.lat,
        "lon": None if site is None else site.lon,
    }


TABLE = TableKind(
    "claims",
    "One row a claim that a report had made by then: a single occasion of an event between parties, or a figure of it.",
    ("claim_id",),
    COLUMNS,
    rows,
    (("place_id", "places"), *((f"{name}_statement", "statements") for name, _ in FIRSTS)),
)
