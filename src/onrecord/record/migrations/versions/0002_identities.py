"""Who is the same across reports: profiles, the keys that find them, judgements on pairs, and offices told."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_ID = sa.String(24)
_TABLES = ("profile", "blocking_key", "judgement", "office")


def upgrade() -> None:
    """Makes the tables of identities, and lets statements point to the actor who speaks."""
    op.add_column("statement", sa.Column("speaker_actor", _ID))
    _make_profiles()
    _make_judgements()
    _make_offices()


def downgrade() -> None:
    """Drops the tables of identities, with all that is in them."""
    for name in reversed(_TABLES):
        op.drop_table(name)
    op.drop_column("statement", "speaker_actor")


def _recorded_at() -> sa.Column[str]:
    return sa.Column("recorded_at", sa.String(32), nullable=False)


def _text(name: str, *, needed: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=not needed)


def _make_profiles() -> None:
    op.create_table(
        "profile",
        sa.Column("actor_id", _ID, sa.ForeignKey("actor.actor_id"), primary_key=True),
        sa.Column("report_id", _ID, sa.ForeignKey("report.report_id"), nullable=False),
        _text("name", needed=True),
        _text("words", needed=True),
        sa.Column("kind", sa.String(16), nullable=False),
        _text("known_as"),
        sa.Column("published", sa.Date),
        _recorded_at(),
        _text("payload", needed=True),
    )
    op.create_index("ix_profile_report_id", "profile", ["report_id"])
    op.create_index("ix_profile_known_as", "profile", ["known_as"])
    op.create_table(
        "blocking_key",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("actor_id", _ID, sa.ForeignKey("actor.actor_id"), primary_key=True),
        sqlite_with_rowid=False,
    )


def _make_judgements() -> None:
    op.create_table(
        "judgement",
        sa.Column("judgement_id", _ID, primary_key=True),
        _text("left_key", needed=True),
        _text("right_key", needed=True),
        sa.Column("judgement", sa.String(16), nullable=False),
        sa.Column("score", sa.Float),
        _text("evidence", needed=True),
        _text("user_name", needed=True),
        _text("note"),
        sa.Column("withdraws", _ID, sa.ForeignKey("judgement.judgement_id")),
        _recorded_at(),
    )
    op.create_index("ix_judgement_left_key", "judgement", ["left_key"])
    op.create_index("ix_judgement_right_key", "judgement", ["right_key"])


def _make_offices() -> None:
    op.create_table(
        "office",
        sa.Column("office_id", _ID, primary_key=True),
        sa.Column("actor_id", _ID, sa.ForeignKey("actor.actor_id"), nullable=False),
        sa.Column("report_id", _ID, sa.ForeignKey("report.report_id"), nullable=False),
        _text("role", needed=True),
        _text("words", needed=True),
        _text("body"),
        _text("body_name"),
        sa.Column("hedged", sa.Boolean, nullable=False),
        sa.Column("former", sa.Boolean, nullable=False),
        *(sa.Column(name, sa.Date) for name in ("since", "until", "told")),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("start", "end")),
        _recorded_at(),
    )
    op.create_index("ix_office_actor_id", "office", ["actor_id"])
    op.create_index("ix_office_body", "office", ["body"])
