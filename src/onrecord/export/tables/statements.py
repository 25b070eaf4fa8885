"""The statements: who says, confirms or denies what, when, for whom, in which words of which report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.export.columns import Column, Row, TableKind
from onrecord.export.heldreports import Found, HeldReport, held_reports
from onrecord.export.snapshot import Snapshot
from onrecord.export.spans import stretch, stretches
from onrecord.export.tables.common import (
    CONFIDENCE,
    ORIGIN,
    OUTLET,
    PUBLISHED,
    RECORDED,
    REPORT,
    WITHDRAWN,
    of_report,
)
from onrecord.export.told import said_at, speaker_id, statement_values

COLUMNS = (
    Column(
        "statement_id",
        "id",
        "Id of the statement in every record: made from its report and all that was read of it.",
        "26a5147ac4b96f8c2a8ba79f",
    ),
    REPORT,
    Column("ordinal", "number", "Its place among the statements of its report, from 0.", "1"),
    PUBLISHED,
    OUTLET,
    Column(
        "date",
        "date",
        "When it was said, or else published; written as precisely as `date_precision` says.",
        "2011-12-10",
    ),
    Column("date_precision", "text", "How exactly that is known.", "day", values="precision"),
    Column(
        "said_from",
        "day",
        "The first day on which the report says that it was said; empty where it does not say.",
        "2011-11-01",
    ),
    Column("said_to", "day", "The last day on which the report says that it was said.", "2011-11-30"),
    Column("said_precision", "text", "The grain of the report's words for that.", "month", values="precision"),
    Column(
        "source",
        "text",
        "The report's words for whoever speaks; empty where it has none.",
        "Interior Minister Rehman Malik",
    ),
    Column("source_kind", "text", "How whoever speaks is named.", "named", values="source_kind"),
    Column("source_type", "text", "Of what sort whoever speaks is.", "official", values="source_type"),
    Column("speaker", "text", "The full name of a named speaker.", "Rehman Malik"),
    Column("speaker_id", "id", "Who speaks, person or body; a row of `actors`.", "PAK-government"),
    Column("party", "text", "For whom it is said.", "Government of Pakistan"),
    Column(
        "party_id",
        "id",
        "The party's key; of a body that is known beforehand the id of its row of `actors`.",
        "PAK-government",
    ),
    Column("party_part_of", "id", "The key of the party that this one is a branch of.", "PAK-government"),
    Column(
        "speaks_for_party",
        "truth",
        "Whether the whole party speaks: a body as one, its spokesman or its head.",
        "true",
    ),
    Column("act", "text", "What the speaker does with the content.", "denies", values="act"),
    Column("certainty", "text", "How certain the content is, as the speaker puts it.", "negated", values="certainty"),
    Column("form", "text", "Whether it is quoted.", "indirect", values="form"),
    Column("medium", "text", "By what means it was said, where the report tells.", "telephone"),
    Column("cue", "text", "The words that attribute it.", "denied"),
    Column(
        "content",
        "text",
        "What is said, in the words of the report; ` … ` stands between parts that are apart.",
        "they were holding peace talks with the Pakistani Taliban",
    ),
    Column(
        "source_span", "text", "Where the source stands in the report's text.", "630-651", unit="Unicode code points"
    ),
    Column("cue_span", "text", "Where the cue stands.", "661-667", unit="Unicode code points"),
    Column("content_spans", "texts", "Where the parts of the content stand.", "684-740", unit="Unicode code points"),
    Column("said_where", "text", "The words that tell where it was said.", "in Islamabad"),
    Column("said_to_whom", "text", "The words that tell to whom.", "reporters"),
    Column(
        "within_id",
        "id",
        "The statement of the same report in whose content this one stands.",
        "462a785ce523d40d4945de11",
    ),
    Column(
        "passed_on_in_id",
        "id",
        "The statement of whoever passes this one on within the report.",
        "462a785ce523d40d4945de11",
    ),
    Column("relayed_from", "text", "The outlet that the report passes it on from.", "Dawn"),
    Column("claims", "texts", "The claims that it speaks to; rows of `claims`.", "7bad22d303e668e0c18a9c61"),
    Column("stances", "texts", "What it does to each of these claims, in their order.", "denies", values="stance"),
    Column(
        "review",
        "text",
        "What a reviewer said of the statement and holds; the values here are then as he has them.",
        "correct",
        values="review",
    ),
    Column("reviewed_by", "text", "Who said so.", "A. Reviewer"),
    Column("corrected", "texts", "What the reviewer changed, before and after.", "act: asserts → denies"),
    CONFIDENCE,
    ORIGIN,
    WITHDRAWN,
    RECORDED,
)


def rows(snapshot: Snapshot) -> Iterator[Row]:
    """A row for each statement, report by report in order of publication, then as they stand in the report."""
    for report in held_reports(snapshot, "statements", ("statement",)):
        shared = of_report(snapshot, report)
        for one in report.statements:
            if snapshot.wants(one.id):
                yield shared | _row(snapshot, report, one)


def _row(snapshot: Snapshot, report: HeldReport, one: Found) -> Row:
    values, noun = statement_values(snapshot, one), one.noun
    date, precision = said_at(values)
    spoken_to = snapshot.spoken_to.get(one.id, ())
    return {
        "statement_id": one.id,
        "ordinal": one.row.ordinal,
        "date": date,
        "date_precision": precision,
        "said_from": values["said_first"],
        "said_to": values["said_last"],
        "said_precision": values["said_precision"],
        "source": values["source_text"],
        "source_kind": values["source_kind"],
        "source_type": values["source_type"],
        "speaker": values["speaker_name"],
        "speaker_id": speaker_id(snapshot, values),
        "party": values["party_name"],
        "party_id": values["party_key"],
        "party_part_of": values["party_part_of"],
        "speaks_for_party": values["speaks_for_party"],
        "act": values["act"],
        "certainty": values["certainty"],
        "form": noun["form"],
        "medium": noun["medium"],
        "cue": values["cue_text"],
        "content": values["content_text"],
        "source_span": _where(noun["source"]),
        "cue_span": _where(noun["cue"]),
        "content_spans": stretches(noun["content"]),
        "said_where": _words(noun.get("said_at")),
        "said_to_whom": _words(noun.get("said_to")),
        "within_id": report.statement_called.get(noun["parent"]),
        "passed_on_in_id": values["reported_in"],
        "relayed_from": values["relayed_from"],
        "claims": [claim for claim, _ in spoken_to],
        "stances": [stance for _, stance in spoken_to],
        "confidence": noun["confidence"],
    } | _review(snapshot, one.id)


def _review(snapshot: Snapshot, statement: str) -> Row:
    said = snapshot.corrections.get(statement)
    return {
        "review": None if said is None else said.said.action,
        "reviewed_by": None if said is None else said.said.user,
        "corrected": [] if said is None else [value.text for value in said.said.values],
    }


def _where(span: Mapping[str, Any] | None) -> str | None:
    return None if span is None else stretch(span)


def _words(span: Mapping[str, Any] | None) -> str | None:
    return None if span is None else span["text"]


TABLE = TableKind(
    "statements",
    "One row a statement: somebody's saying in one report. The same saying in a copy of the report is a row of its own.",
    ("statement_id",),
    COLUMNS,
    rows,
    (
        ("report_id", "reports"),
        ("speaker_id", "actors"),
        ("within_id", "statements"),
        ("passed_on_in_id", "statements"),
        ("origin_id", "reports"),
    ),
)
