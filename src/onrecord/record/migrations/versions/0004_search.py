"""The words of reports, with an index of them, for full text."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

from onrecord.record.search.index import Row, drop_index, make_index, wording_rows

revision = "0004"
down_revision = "0003"

_ID = sa.String(24)
_AT_ONCE = 200
_REPORTS = sa.text(
    "SELECT report_id, title, text, payload, recorded_at FROM report"
    " WHERE report_id > :after ORDER BY report_id LIMIT :most"
)


def upgrade() -> None:
    """Makes the table and its index, and takes in the words of all reports held."""
    table = op.create_table(
        "wording",
        sa.Column(
            "wording_id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=False
        ),
        sa.Column("report_id", _ID, sa.ForeignKey("report.report_id"), nullable=False),
        sa.Column("recorded_at", sa.String(32), nullable=False),
        sa.Column("words", sa.Text, nullable=False),
    )
    op.create_index("ix_wording_report_id", "wording", ["report_id"])
    make_index(op.get_bind())
    last = ""
    while rows := op.get_bind().execute(_REPORTS, {"after": last, "most": _AT_ONCE}).all():
        words = [row for held in rows for row in _words(held)]
        if words:
            op.get_bind().execute(sa.insert(table), words)
        last = rows[-1].report_id


def downgrade() -> None:
    """Drops the index and the words."""
    drop_index(op.get_bind())
    op.drop_table("wording")


def _words(held: sa.Row[tuple[str, str | None, str, str, str]]) -> list[Row]:
    furniture = json.loads(held.payload)["furniture"]
    rows = wording_rows(held.report_id, held.title, held.text, furniture)
    return [row | {"recorded_at": held.recorded_at} for row in rows]
