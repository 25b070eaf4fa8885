"""Claims by occasion: matters, links that carry when and where, and what reviewers decide of links and claims."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_ID = sa.String(24)
_WORD = sa.String(16)


def upgrade() -> None:
    """Takes the claims that there are for matters, and their links for links of no known occasion."""
    op.add_column("statement", sa.Column("reported_in", _ID))
    claims = _rows("SELECT claim_id, type, gloss, parties, recorded_at FROM claim")
    links = _rows(
        "SELECT link.*, statement.report_id, statement.ordinal, statement.published"
        " FROM link JOIN statement ON statement.statement_id = link.statement_id"
        " ORDER BY link.statement_id, link.claim_id"
    )
    op.drop_table("link")
    op.drop_table("claim")
    matter, link = _make_matters(), _make_links()
    _insert(matter, [_matter(row) for row in claims])
    _insert(link, [_link(row) for row in links])
    _make_decisions()


def downgrade() -> None:
    """Makes one claim of every matter, and of the links of a statement to it the first; drops what reviewers decided."""
    matters = _rows("SELECT matter_id AS claim_id, type, gloss, parties, recorded_at FROM matter")
    links = _rows("SELECT statement_id, matter_id AS claim_id, stance, score, recorded_at FROM link ORDER BY link_id")
    for name in ("decision", "link", "matter"):
        op.drop_table(name)
    claim, link = _make_claims()
    _insert(claim, matters)
    first = {(row["statement_id"], row["claim_id"]): row for row in reversed(links)}
    _insert(link, list(first.values()))
    op.drop_column("statement", "reported_in")


def _rows(query: str) -> list[dict[str, Any]]:
    return [dict(row) for row in op.get_bind().execute(sa.text(query)).mappings()]


def _insert(table: sa.Table, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        columns = ", ".join(rows[0])
        values = ", ".join(f":{name}" for name in rows[0])
        op.get_bind().execute(sa.text(f"INSERT INTO {table.name} ({columns}) VALUES ({values})"), list(rows))  # noqa: S608


def _matter(row: dict[str, Any]) -> dict[str, Any]:
    kind = "ceasefire" if row["gloss"].startswith("ceasefire ") else row["type"]
    return {"matter_id": row.pop("claim_id"), "kind": kind} | row


def _link(row: dict[str, Any]) -> dict[str, Any]:
    matter = row.pop("claim_id")
    content = {"matter": matter, "statement": row["statement_id"], "occasion": None, "figure": None}
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    ident = hashlib.sha256(text.encode()).hexdigest()[:24]
    return {"link_id": ident, "matter_id": matter, "background": False, "ahead": False} | row


def _recorded_at() -> sa.Column[str]:
    return sa.Column("recorded_at", sa.String(32), nullable=False)


def _make_matters() -> sa.Table:
    return op.create_table(
        "matter",
        sa.Column("matter_id", _ID, primary_key=True),
        sa.Column("kind", _WORD, nullable=False),
        sa.Column("type", _WORD, nullable=False),
        sa.Column("gloss", sa.Text, nullable=False),
        sa.Column("parties", sa.Text, nullable=False),
        _recorded_at(),
    )


def _make_links() -> sa.Table:
    table = op.create_table(
        "link",
        sa.Column("link_id", _ID, primary_key=True),
        sa.Column("statement_id", _ID, sa.ForeignKey("statement.statement_id"), nullable=False),
        sa.Column("matter_id", _ID, sa.ForeignKey("matter.matter_id"), nullable=False),
        sa.Column("report_id", _ID, sa.ForeignKey("report.report_id"), nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("published", sa.Date),
        sa.Column("stance", _WORD, nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("first_day", sa.Date),
        sa.Column("last_day", sa.Date),
        sa.Column("precision", _WORD),
        sa.Column("background", sa.Boolean, nullable=False),
        sa.Column("ahead", sa.Boolean, nullable=False),
        sa.Column("site_key", sa.Text),
        sa.Column("site", sa.Text),
        sa.Column("unit", sa.Text),
        sa.Column("low", sa.Float),
        sa.Column("high", sa.Float),
        sa.Column("about", sa.Float),
        _recorded_at(),
    )
    op.create_index("ix_link_matter_id", "link", ["matter_id"])
    op.create_index("ix_link_statement_id", "link", ["statement_id"])
    return table


def _make_decisions() -> None:
    op.create_table(
        "decision",
        sa.Column("decision_id", _ID, primary_key=True),
        sa.Column("action", _WORD, nullable=False),
        sa.Column("link_id", _ID, sa.ForeignKey("link.link_id"), nullable=False),
        sa.Column("matter_id", _ID, sa.ForeignKey("matter.matter_id"), nullable=False),
        sa.Column("to_link", _ID, sa.ForeignKey("link.link_id")),
        sa.Column("to_matter", _ID, sa.ForeignKey("matter.matter_id")),
        sa.Column("user_name", sa.Text, nullable=False),
        sa.Column("note", sa.Text),
        sa.Column("withdraws", _ID, sa.ForeignKey("decision.decision_id")),
        _recorded_at(),
    )
    op.create_index("ix_decision_matter_id", "decision", ["matter_id"])
    op.create_index("ix_decision_to_matter", "decision", ["to_matter"])


def _make_claims() -> tuple[sa.Table, sa.Table]:
    claim = op.create_table(
        "claim",
        sa.Column("claim_id", _ID, primary_key=True),
        sa.Column("type", _WORD, nullable=False),
        sa.Column("gloss", sa.Text, nullable=False),
        sa.Column("parties", sa.Text, nullable=False),
        _recorded_at(),
    )
    link = op.create_table(
        "link",
        sa.Column("statement_id", _ID, sa.ForeignKey("statement.statement_id"), primary_key=True),
        sa.Column("claim_id", _ID, sa.ForeignKey("claim.claim_id"), primary_key=True),
        sa.Column("stance", _WORD, nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        _recorded_at(),
    )
    op.create_index("ix_link_claim_id", "link", ["claim_id"])
    return claim, link
