"""The words of reports and of statements in their order, so that a search counts and sorts without reading texts."""

from __future__ import annotations

from itertools import groupby

import sqlalchemy as sa
from alembic import op

from onrecord.record.migrations.wordsalone import drop_words, make_words
from onrecord.record.search.index import drop_index, make_index
from onrecord.record.search.wording import numbered, report_rows, statement_rows

revision = "0009"
down_revision = "0008"

_ID = sa.String(24)
_WORD = sa.String(16)
_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_AT_ONCE = 200
_REPORTS = sa.text(
    "SELECT report_id, title, outlet, published, text, payload, recorded_at FROM report"
    " WHERE report_id > :after ORDER BY report_id LIMIT :most"
).columns(published=sa.Date)
_STATEMENTS = sa.text(
    "SELECT report_id, statement_id, ordinal, act, source_kind, party_key, party_name, source_text, cue_text,"
    " content_text, recorded_at FROM statement WHERE report_id > :after AND report_id <= :last"
    " ORDER BY report_id, ordinal"
)


def upgrade() -> None:
    """Makes the tables and their indexes in place of the words alone, and takes in all reports held."""
    drop_words()
    reports = op.create_table(
        "report_words",
        sa.Column("number", _NUMBER, primary_key=True, autoincrement=False),
        sa.Column("report_id", _ID, sa.ForeignKey("report.report_id"), nullable=False),
        sa.Column("published", sa.Date),
        sa.Column("outlet", sa.Text),
        sa.Column("recorded_at", sa.String(32), nullable=False),
        sa.Column("words", sa.Text, nullable=False),
    )
    statements = op.create_table(
        "statement_words",
        sa.Column("number", _NUMBER, primary_key=True, autoincrement=False),
        sa.Column("statement_id", _ID, sa.ForeignKey("statement.statement_id"), nullable=False),
        sa.Column("act", _WORD, nullable=False),
        sa.Column("source_kind", _WORD, nullable=False),
        sa.Column("party_key", sa.Text),
        sa.Column("party_name", sa.Text),
        sa.Column("recorded_at", sa.String(32), nullable=False),
        sa.Column("words", sa.Text, nullable=False),
    )
    make_index(op.get_bind())
    _take_in(reports, statements)


def downgrade() -> None:
    """Drops the tables and their indexes, and makes the words alone again."""
    drop_index(op.get_bind())
    op.drop_table("statement_words")
    op.drop_table("report_words")
    make_words()


def _take_in(reports: sa.Table, statements: sa.Table) -> None:
    """Takes in the reports held, numbered in the order of their ids."""
    connection, last, number = op.get_bind(), "", 0
    while some := connection.execute(_REPORTS, {"after": last, "most": _AT_ONCE}).all():
        told = connection.execute(_STATEMENTS, {"after": last, "last": some[-1].report_id}).all()
        by_report = {ident: list(rows) for ident, rows in groupby(told, key=lambda row: str(row.report_id))}
        report_part, statement_part = [], []
        for held in some:
            number += 1
            clock = {"recorded_at": held.recorded_at}
            report_part += [row | clock for row in numbered(report_rows(held._asdict()), number)]
            said = statement_rows([one._asdict() for one in by_report.get(held.report_id, [])])
            statement_part += [row | clock for row in numbered(said, number)]
        connection.execute(sa.insert(reports), report_part)
        if statement_part:
            connection.execute(sa.insert(statements), statement_part)
        last = some[-1].report_id
