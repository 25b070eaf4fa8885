"""Indexes that take a text of any length on PostgreSQL, where a name or an id of 2,705 bytes could not be added."""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"

_COLUMNS = (
    ("report", "given_id"),
    ("actor", "known_as"),
    ("profile", "known_as"),
    ("judgement", "left_key"),
    ("judgement", "right_key"),
    ("office", "body"),
)


def upgrade() -> None:
    """Makes the indexes anew, of hashes; SQLite needs none of it."""
    _remake("hash")


def downgrade() -> None:
    """Makes the indexes as they were; one that would not take what the record holds stops it."""
    _remake("btree")


def _remake(using: str) -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    for table, column in _COLUMNS:
        op.drop_index(f"ix_{table}_{column}", table)
        op.create_index(f"ix_{table}_{column}", table, [column], postgresql_using=using)
