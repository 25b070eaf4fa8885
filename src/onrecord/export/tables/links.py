"""The links: which statement bears on which claim, how, how sure that is, and what a reviewer decided."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.export.columns import Column, Row, TableKind
from onrecord.export.snapshot import Snapshot
from onrecord.export.tables.common import CLAIM, PUBLISHED, REPORT, STATEMENT, figure_columns, moment_of
from onrecord.record.heldlinks import HeldLink

COLUMNS = (
    Column(
        "link_id",
        "id",
        "Id of the link in every record: made from what it links, on which occasion.",
        "7bad22d303e668e0c18a9c61",
    ),
    CLAIM,
    STATEMENT,
    REPORT,
    PUBLISHED,
    Column("matter_id", "id", "The kind of event between the parties.", "15a76a0fcf17541cacddf869"),
    Column("stance", "text", "What the statement does to the claim.", "denies", values="stance"),
    Column("score", "fraction", "How sure the link is, from 0 to 1.", "0.8089", unit="probability"),
    Column("state", "text", "Whether somebody decided on the link.", "suggested", values="link_state"),
    Column("moved", "truth", "Whether a reviewer put it to this claim.", "false"),
    Column("decided_by", "text", "Who decided last on it.", "A. Reviewer"),
    Column("decided_at", "time", "When.", "2026-11-28T22:54:18.219694Z"),
    Column("note", "text", "The reviewer's remark.", "the same meeting"),
    Column("date_from", "day", "The first day on which the event can be, as this report tells.", "2011-11-01"),
    Column("date_to", "day", "The last day on which it can be.", "2011-11-30"),
    Column("date_precision", "text", "How exactly the report tells it.", "month", values="precision"),
    Column("place", "text", "Where it is, as this report tells.", "Bajaur"),
    Column("place_id", "id", "The place; a row of `places`.", "geonames:1183606"),
    Column("background", "truth", "Whether it is told of something earlier that is not the news.", "false"),
    Column("ahead", "truth", "Whether it is told of something yet to come.", "false"),
    *figure_columns("the figure that is told"),
)


def rows(snapshot: Snapshot) -> Iterator[Row]:
    """A row for each link, claim by claim, rejected ones included."""
    held = sorted(snapshot.claims.claims, key=lambda one: one.claim.id)
    for one in snapshot.follow(held, "links"):
        for link in one.links:
            yield {"claim_id": one.claim.id} | _row(link)


def _row(link: HeldLink) -> Row:
    occasion, figure = link.occasion, link.figure
    decision = link.decision or link.moved
    return {
        "link_id": link.id,
        "statement_id": link.statement,
        "report_id": link.report,
        "published": link.published,
        "matter_id": link.matter,
        "stance": link.stance,
        "score": link.score,
        "state": link.state,
        "moved": link.moved is not None,
        "decided_by": None if decision is None else decision.user,
        "decided_at": None if decision is None else moment_of(decision.decided_at),
        "note": None if decision is None else decision.note,
        "date_from": occasion.first,
        "date_to": occasion.last,
        "date_precision": occasion.precision,
        "place": None if occasion.site is None else occasion.site.name,
        "place_id": None if occasion.site is None else occasion.site.key,
        "background": occasion.background,
        "ahead": occasion.ahead,
        "unit": None if figure is None else figure.unit,
        "low": None if figure is None else figure.low,
        "high": None if figure is None else figure.high,
        "about": None if figure is None else figure.about,
    }


TABLE = TableKind(
    "links",
    "One row a link of a statement to a claim, those that a reviewer rejected included.",
    ("link_id",),
    COLUMNS,
    rows,
    (("claim_id", "claims"), ("statement_id", "statements"), ("report_id", "reports"), ("place_id", "places")),
)
