"""What reviewers say of single statements: accepted, corrected, rejected, or unsure."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_ID = sa.String(24)


def upgrade() -> None:
    """Adds a table, which is empty: nobody has said anything of a statement before."""
    op.create_table(
        "correction",
        sa.Column("correction_id", _ID, primary_key=True),
        sa.Column("statement_id", _ID, sa.ForeignKey("statement.statement_id"), nullable=False),
        sa.Column("report_id", _ID, sa.ForeignKey("report.report_id"), nullable=False),
        sa.Column("action", sa.String(16), nullable=False),
        sa.Column("corrected", sa.Text, nullable=False),
        sa.Column("effects", sa.Text, nullable=False),
        sa.Column("user_name", sa.Text, nullable=False),
        sa.Column("note", sa.Text),
        sa.Column("withdraws", _ID, sa.ForeignKey("correction.correction_id")),
        sa.Column("recorded_at", sa.String(32), nullable=False),
    )
    op.create_index("ix_correction_statement_id", "correction", ["statement_id"])
    op.create_index("ix_correction_report_id", "correction", ["report_id"])


def downgrade() -> None:
    """Drops the table, and with it what reviewers said."""
    op.drop_table("correction")
