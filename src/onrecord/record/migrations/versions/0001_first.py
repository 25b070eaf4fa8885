"""The first tables: runs, reports, what was found in them, copies, claims and links."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_ID = sa.String(24)
_WORD = sa.String(16)
_TABLES = (
    "run",
    "report",
    "statement",
    "event",
    "actor",
    "place",
    "date_expression",
    "shingle",
    "copy",
    "claim",
    "link",
)


def upgrade() -> None:
    """Makes every table of the first schema."""
    _make_runs_and_reports()
    _make_statements()
    _make_parts()
    _make_copies()
    _make_claims()


def downgrade() -> None:
    """Drops every table of the first schema, with all that is in it."""
    for name in reversed(_TABLES):
        op.drop_table(name)


def _recorded_at() -> sa.Column[str]:
    return sa.Column("recorded_at", sa.String(32), nullable=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _make_runs_and_reports() -> None:
    op.create_table(
        "run",
        sa.Column("run_id", _ID, primary_key=True),
        sa.Column("code_version", sa.Text, nullable=False),
        sa.Column("reader", sa.Text),
        sa.Column("settings", sa.Text, nullable=False),
        _recorded_at(),
    )
    op.create_table(
        "report",
        sa.Column("report_id", _ID, primary_key=True),
        sa.Column("given_id", sa.Text, nullable=False),
        sa.Column("url", sa.Text),
        sa.Column("outlet", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("published", sa.Date),
        sa.Column("shingles", sa.Integer, nullable=False),
        sa.Column("run_id", _ID, sa.ForeignKey("run.run_id"), nullable=False),
        _recorded_at(),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
    )
    op.create_index("ix_report_given_id", "report", ["given_id"])
    op.create_index("ix_report_published", "report", ["published"])


def _make_statements() -> None:
    op.create_table(
        "statement",
        sa.Column("statement_id", _ID, primary_key=True),
        sa.Column("report_id", _ID, sa.ForeignKey("report.report_id"), nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("local_id", sa.Text, nullable=False),
        *(sa.Column(name, _WORD, nullable=False) for name in ("act", "certainty", "form", "source_kind")),
        sa.Column("source_text", sa.Text),
        sa.Column("cue_text", sa.Text),
        sa.Column("content_text", sa.Text, nullable=False),
        sa.Column("speaker_name", sa.Text),
        sa.Column("speaker_key", sa.Text, nullable=False),
        sa.Column("speaks_for_party", sa.Boolean, nullable=False),
        *(sa.Column(name, sa.Text) for name in ("party_key", "party_name", "party_part_of")),
        sa.Column("said_first", sa.Date),
        sa.Column("said_last", sa.Date),
        sa.Column("said_precision", _WORD),
        sa.Column("published", sa.Date),
        _recorded_at(),
        sa.Column("payload", sa.Text, nullable=False),
    )
    op.create_index("ix_statement_report_id", "statement", ["report_id"])


def _make_parts() -> None:
    _make_part(
        "event",
        _text("local_id"),
        sa.Column("statement_id", _ID, sa.ForeignKey("statement.statement_id")),
        sa.Column("type", _WORD, nullable=False),
        sa.Column("status", _WORD, nullable=False),
    )
    kind, known_as = sa.Column("kind", _WORD, nullable=False), sa.Column("known_as", sa.Text)
    _make_part("actor", _text("local_id"), _text("name"), kind, known_as)
    op.create_index("ix_actor_known_as", "actor", ["known_as"])
    _make_part("place", _text("local_id"), _text("name"))
    _make_part("date_expression", sa.Column("value", sa.Text))


def _make_part(table: str, *columns: sa.Column[str]) -> None:
    op.create_table(
        table,
        sa.Column(f"{table}_id", _ID, primary_key=True),
        sa.Column("report_id", _ID, sa.ForeignKey("report.report_id"), nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        *columns,
        _recorded_at(),
        sa.Column("payload", sa.Text, nullable=False),
    )
    op.create_index(f"ix_{table}_report_id", table, ["report_id"])


def _make_copies() -> None:
    op.create_table(
        "shingle",
        sa.Column("hash", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("report_id", _ID, sa.ForeignKey("report.report_id"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "copy",
        sa.Column("left_report", _ID, sa.ForeignKey("report.report_id"), primary_key=True),
        sa.Column("right_report", _ID, sa.ForeignKey("report.report_id"), primary_key=True),
        sa.Column("containment", sa.Float, nullable=False),
        _recorded_at(),
    )
    op.create_index("ix_copy_right_report", "copy", ["right_report"])


def _make_claims() -> None:
    op.create_table(
        "claim",
        sa.Column("claim_id", _ID, primary_key=True),
        sa.Column("type", _WORD, nullable=False),
        sa.Column("gloss", sa.Text, nullable=False),
        sa.Column("parties", sa.Text, nullable=False),
        _recorded_at(),
    )
    op.create_table(
        "link",
        sa.Column("statement_id", _ID, sa.ForeignKey("statement.statement_id"), primary_key=True),
        sa.Column("claim_id", _ID, sa.ForeignKey("claim.claim_id"), primary_key=True),
        sa.Column("stance", _WORD, nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        _recorded_at(),
    )
    op.create_index("ix_link_claim_id", "link", ["claim_id"])
