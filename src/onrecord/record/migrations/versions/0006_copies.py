"""Copies with how they hang together, statements passed on from other outlets, and reports that were taken back."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_ID = sa.String(24)
_WORD = sa.String(16)


def upgrade() -> None:
    """Adds columns to copies, null for those that are known already, and two tables."""
    op.add_column("statement", sa.Column("relayed_from", sa.Text))
    op.add_column("copy", sa.Column("kind", _WORD))
    op.add_column("copy", sa.Column("earlier_report", _ID))
    op.add_column("copy", sa.Column("likelihood", sa.Float))
    op.add_column("copy", sa.Column("evidence", sa.Text))
    op.create_table(
        "notice",
        sa.Column("report_id", _ID, sa.ForeignKey("report.report_id"), primary_key=True),
        sa.Column("kind", _WORD, nullable=False),
        sa.Column("named", sa.Text),
        sa.Column("published", sa.Date),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("recorded_at", sa.String(32), nullable=False),
    )
    op.create_index("ix_notice_published", "notice", ["published"])
    op.create_table(
        "withdrawal",
        sa.Column("report_id", _ID, sa.ForeignKey("report.report_id"), primary_key=True),
        sa.Column("notice_report", _ID, sa.ForeignKey("report.report_id"), primary_key=True),
        sa.Column("kind", _WORD, nullable=False),
        sa.Column("published", sa.Date),
        sa.Column("recorded_at", sa.String(32), nullable=False),
    )


def downgrade() -> None:
    """Drops the two tables and the columns."""
    op.drop_table("withdrawal")
    op.drop_table("notice")
    op.drop_column("statement", "relayed_from")
    for name in ("evidence", "likelihood", "earlier_report", "kind"):
        op.drop_column("copy", name)
