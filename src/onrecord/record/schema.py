"""The tables of a record. Rows are only ever added: what was once on record stays, and corrections come beside it.

Ids are hashes of content, so that adding the same thing twice is adding it once. Three clocks run: when a thing was
said (`said_first`, `said_last`), when it was published, and when this record took it in (`recorded_at`, ISO 8601 in
UTC, so that the order of the text is the order of time). `payload` holds the noun as `contract.py` writes it, without
the characters that the report's text already holds.

The tables are made by the migrations; a test holds the two together.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

HISTORY = ("0001", "0002")
"""Every revision of the schema, oldest first."""
HEAD = HISTORY[-1]
_ID = String(24)

metadata = MetaData()


def _recorded_at() -> Column[str]:
    return Column("recorded_at", String(32), nullable=False)


def _part(name: str, *columns: Column[str] | Column[str | None]) -> Table:
    """A table of things found in reports, each with its place in the order in which the reading gives them."""
    return Table(
        name,
        metadata,
        Column(f"{name}_id", _ID, primary_key=True),
        Column("report_id", _ID, ForeignKey("report.report_id"), nullable=False, index=True),
        Column("ordinal", Integer, nullable=False),
        *columns,
        _recorded_at(),
        Column("payload", Text, nullable=False),
    )


run = Table(
    "run",
    metadata,
    Column("run_id", _ID, primary_key=True),
    Column("code_version", Text, nullable=False),
    Column("reader", Text),
    Column("settings", Text, nullable=False),
    _recorded_at(),
)

report = Table(
    "report",
    metadata,
    Column("report_id", _ID, primary_key=True),
    Column("given_id", Text, nullable=False, index=True),
    Column("url", Text),
    Column("outlet", Text),
    Column("title", Text),
    Column("published", Date, index=True),
    Column("shingles", Integer, nullable=False),
    Column("run_id", _ID, ForeignKey("run.run_id"), nullable=False),
    _recorded_at(),
    # The long columns come last: SQLite reads past them to reach whatever stands behind.
    Column("text", Text, nullable=False),
    Column("payload", Text, nullable=False),
)

statement = Table(
    "statement",
    metadata,
    Column("statement_id", _ID, primary_key=True),
    Column("report_id", _ID, ForeignKey("report.report_id"), nullable=False, index=True),
    Column("ordinal", Integer, nullable=False),
    Column("local_id", Text, nullable=False),
    Column("act", String(16), nullable=False),
    Column("certainty", String(16), nullable=False),
    Column("form", String(16), nullable=False),
    Column("source_kind", String(16), nullable=False),
    Column("source_text", Text),
    Column("cue_text", Text),
    Column("content_text", Text, nullable=False),
    Column("speaker_name", Text),
    Column("speaker_key", Text, nullable=False),
    Column("speaks_for_party", Boolean, nullable=False),
    Column("speaker_actor", _ID),
    Column("party_key", Text),
    Column("party_name", Text),
    Column("party_part_of", Text),
    Column("said_first", Date),
    Column("said_last", Date),
    Column("said_precision", String(16)),
    Column("published", Date),
    _recorded_at(),
    Column("payload", Text, nullable=False),
)

event = _part(
    "event",
    Column("local_id", Text, nullable=False),
    Column("statement_id", _ID, ForeignKey("statement.statement_id")),
    Column("type", String(16), nullable=False),
    Column("status", String(16), nullable=False),
)
actor = _part(
    "actor",
    Column("local_id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("known_as", Text, index=True),
)
# What tells an actor again in another report, and the keys under which those that may be the same are found.
profile = Table(
    "profile",
    metadata,
    Column("actor_id", _ID, ForeignKey("actor.actor_id"), primary_key=True),
    Column("report_id", _ID, ForeignKey("report.report_id"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("known_as", Text, index=True),
    Column("published", Date),
    _recorded_at(),
    Column("payload", Text, nullable=False),
)
blocking_key = Table(
    "blocking_key",
    metadata,
    Column("key", Text, primary_key=True),
    Column("actor_id", _ID, ForeignKey("actor.actor_id"), primary_key=True),
    sqlite_with_rowid=False,
)

# Two actors are the same, or are not: said by onrecord or by a reviewer, and never edited. A withdrawal is a row of its
# own that points to the one withdrawn, which so keeps the time at which it was made.
judgement = Table(
    "judgement",
    metadata,
    Column("judgement_id", _ID, primary_key=True),
    Column("left_key", Text, nullable=False, index=True),
    Column("right_key", Text, nullable=False, index=True),
    Column("judgement", String(16), nullable=False),
    Column("score", Float),
    Column("evidence", Text, nullable=False),
    Column("user_name", Text, nullable=False),
    Column("note", Text),
    Column("withdraws", _ID, ForeignKey("judgement.judgement_id")),
    _recorded_at(),
)

office = Table(
    "office",
    metadata,
    Column("office_id", _ID, primary_key=True),
    Column("actor_id", _ID, ForeignKey("actor.actor_id"), nullable=False, index=True),
    Column("report_id", _ID, ForeignKey("report.report_id"), nullable=False),
    Column("role", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("body", Text, index=True),
    Column("body_name", Text),
    Column("hedged", Boolean, nullable=False),
    Column("former", Boolean, nullable=False),
    Column("since", Date),
    Column("until", Date),
    Column("told", Date),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    _recorded_at(),
)

place = _part("place", Column("local_id", Text, nullable=False), Column("name", Text, nullable=False))
date_expression = _part("date_expression", Column("value", Text))

# The hash leads the key, and the key is the table: looking a signature up reads no other page.
shingle = Table(
    "shingle",
    metadata,
    Column("hash", BigInteger, primary_key=True, autoincrement=False),
    Column("report_id", _ID, ForeignKey("report.report_id"), primary_key=True),
    sqlite_with_rowid=False,
)

copy = Table(
    "copy",
    metadata,
    Column("left_report", _ID, ForeignKey("report.report_id"), primary_key=True),
    Column("right_report", _ID, ForeignKey("report.report_id"), primary_key=True, index=True),
    Column("containment", Float, nullable=False),
    _recorded_at(),
)

claim = Table(
    "claim",
    metadata,
    Column("claim_id", _ID, primary_key=True),
    Column("type", String(16), nullable=False),
    Column("gloss", Text, nullable=False),
    Column("parties", Text, nullable=False),
    _recorded_at(),
)

link = Table(
    "link",
    metadata,
    Column("statement_id", _ID, ForeignKey("statement.statement_id"), primary_key=True),
    Column("claim_id", _ID, ForeignKey("claim.claim_id"), primary_key=True),
    Column("stance", String(16), nullable=False),
    Column("score", Float, nullable=False),
    _recorded_at(),
    Index("ix_link_claim_id", "claim_id"),
)

PARTS = {"statements": statement, "events": event, "actors": actor, "places": place, "dates": date_expression}
"""The tables that hold the lists of a reading, by the contract's name for each list."""
