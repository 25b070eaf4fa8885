"""Notes, follows, tokens, saved questions and their findings, and views for whoever opens the record with other tools."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from onrecord.record.readable import drop_views, make_views

revision = "0008"
down_revision = "0007"

_ID = sa.String(24)
_WORD = sa.String(16)
_LONG_WORD = sa.String(32)
_HASH = sa.String(64)
_TABLES = (
    *("token", "token_revoked", "sign_in", "sign_out", "note", "follow", "looked"),
    *("watch", "watch_run", "finding", "hook", "delivery"),
)
_OF_ANY_LENGTH = (
    *(("note", "subject_id"), ("note", "user_name"), ("follow", "user_name"), ("follow", "subject_id")),
    ("looked", "user_name"),
)


def upgrade() -> None:
    """Makes the tables of the desk, an index of reports by when they were recorded, and the views."""
    _make_tokens()
    _make_notes()
    _make_follows()
    _make_watches()
    _make_hooks()
    op.create_index("ix_report_recorded_at", "report", ["recorded_at"])
    for table, column in _OF_ANY_LENGTH:
        op.create_index(f"ix_{table}_{column}", table, [column], postgresql_using="hash")
    make_views(op.get_bind())


def downgrade() -> None:
    """Drops the views and the tables of the desk, with all that is in them."""
    drop_views(op.get_bind())
    op.drop_index("ix_report_recorded_at", "report")
    for name in reversed(_TABLES):
        op.drop_table(name)


def _recorded_at() -> sa.Column[str]:
    return sa.Column("recorded_at", sa.String(32), nullable=False)


def _text(name: str, *, needed: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=not needed)


def _ident(name: str, table: str | None = None, *, needed: bool = True) -> sa.Column[str]:
    """A column of ids, which point to a table if one is given."""
    points = () if table is None else (sa.ForeignKey(f"{table}.{table}_id"),)
    return sa.Column(name, _ID, *points, nullable=not needed)


def _own_id(table: str) -> sa.Column[str]:
    return sa.Column(f"{table}_id", _ID, primary_key=True)


def _make_tokens() -> None:
    op.create_table(
        "token",
        _own_id("token"),
        _text("name", needed=True),
        sa.Column("prefix", _WORD, nullable=False, unique=True),
        sa.Column("hash", _HASH, nullable=False),
        _text("scopes", needed=True),
        sa.Column("expires", sa.Date),
        _text("user_name", needed=True),
        _recorded_at(),
    )
    op.create_table(
        "token_revoked",
        sa.Column("token_id", _ID, sa.ForeignKey("token.token_id"), primary_key=True),
        _text("user_name", needed=True),
        _recorded_at(),
    )
    op.create_table(
        "sign_in",
        _own_id("sign_in"),
        sa.Column("hash", _HASH, nullable=False, unique=True),
        _text("user_name", needed=True),
        _ident("token_id", "token", needed=False),
        sa.Column("expires", _LONG_WORD, nullable=False),
        _recorded_at(),
    )
    op.create_table(
        "sign_out",
        sa.Column("sign_in_id", _ID, sa.ForeignKey("sign_in.sign_in_id"), primary_key=True),
        _recorded_at(),
    )


def _make_notes() -> None:
    op.create_table(
        "note",
        _own_id("note"),
        _ident("thread_id"),
        sa.Column("subject_kind", _WORD, nullable=False),
        _text("subject_id", needed=True),
        _ident("report_id", "report", needed=False),
        sa.Column("start", sa.Integer),
        sa.Column("end", sa.Integer),
        _text("quoted"),
        _text("user_name", needed=True),
        _text("body"),
        _ident("withdraws", "note", needed=False),
        _recorded_at(),
    )
    op.create_index("ix_note_thread_id", "note", ["thread_id"])
    op.create_index("ix_note_report_id", "note", ["report_id"])


def _make_follows() -> None:
    op.create_table(
        "follow",
        _own_id("follow"),
        _text("user_name", needed=True),
        sa.Column("kind", _WORD, nullable=False),
        _text("subject_id", needed=True),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("follows", sa.Boolean, nullable=False),
        _recorded_at(),
    )
    op.create_table(
        "looked",
        _own_id("looked"),
        _text("user_name", needed=True),
        sa.Column("kind", _WORD),
        _text("subject_id"),
        _recorded_at(),
    )


def _make_watches() -> None:
    op.create_table(
        "watch",
        _own_id("watch"),
        _text("name", needed=True),
        _text("question", needed=True),
        _text("user_name", needed=True),
        _ident("withdraws", "watch", needed=False),
        _recorded_at(),
    )
    op.create_table(
        "watch_run",
        _own_id("watch_run"),
        _ident("watch_id", "watch"),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("until", _LONG_WORD, nullable=False),
        sa.Column("held", sa.Integer, nullable=False),
        _recorded_at(),
    )
    op.create_index("ix_watch_run_watch_id", "watch_run", ["watch_id"])
    op.create_table(
        "finding",
        _own_id("finding"),
        _ident("watch_id", "watch"),
        sa.Column("what", _LONG_WORD, nullable=False),
        _ident("claim_id", needed=False),
        _text("gloss"),
        sa.Column("before", _LONG_WORD),
        sa.Column("after", _LONG_WORD),
        _ident("statement_id", "statement", needed=False),
        _ident("report_id", "report", needed=False),
        sa.Column("published", sa.Date),
        _text("detail"),
        sa.Column("already", sa.Boolean, nullable=False),
        _recorded_at(),
    )
    op.create_index("ix_finding_watch_id", "finding", ["watch_id"])


def _make_hooks() -> None:
    op.create_table(
        "hook",
        _own_id("hook"),
        _ident("watch_id", "watch"),
        _text("url", needed=True),
        sa.Column("secret", _HASH),
        _text("user_name", needed=True),
        _ident("withdraws", "hook", needed=False),
        _recorded_at(),
    )
    op.create_index("ix_hook_watch_id", "hook", ["watch_id"])
    op.create_table(
        "delivery",
        _own_id("delivery"),
        _ident("hook_id", "hook"),
        _ident("finding_id", "finding"),
        sa.Column("attempt", sa.Integer, nullable=False),
        sa.Column("status", sa.Integer),
        _text("error"),
        sa.Column("delivered", sa.Boolean, nullable=False),
        sa.Column("next_at", _LONG_WORD),
        _recorded_at(),
    )
    op.create_index("ix_delivery_hook_id", "delivery", ["hook_id"])
    op.create_index("ix_delivery_finding_id", "delivery", ["finding_id"])
