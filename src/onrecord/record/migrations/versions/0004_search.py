"""The words of reports, with an index of them, for full text."""

from __future__ import annotations

from onrecord.record.migrations.wordsalone import drop_words, make_words

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Makes the table and its index, and takes in the words of all reports held."""
    make_words()


def downgrade() -> None:
    """Drops the index and the words."""
    drop_words()
