"""The index of words as revisions 0004 to 0008 had it: which reports hold a word, and no more."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import sqlalchemy as sa
from alembic import op

from onrecord.record.search.tokens import words_of
from onrecord.record.search.wording import without

Row = dict[str, Any]
_ID = sa.String(24)
_INDEX = "wording_index"
_AT_ONCE = 200
_A_ROW = 8_000
_WIDEST = 64
_OPTIONS = "tokenize='ascii', detail='none', columnsize=0"
_KEEP = f"INSERT INTO {_INDEX}(rowid, words) VALUES (new.wording_id, new.words)"  # noqa: S608  a constant
_SQLITE = (
    f"CREATE VIRTUAL TABLE {_INDEX} USING fts5(words, content='wording', content_rowid='wording_id', {_OPTIONS})",
    f"CREATE TRIGGER {_INDEX}_kept AFTER INSERT ON wording BEGIN {_KEEP}; END",
)
_POSTGRESQL = (f"CREATE INDEX {_INDEX} ON wording USING gin (array_to_tsvector(string_to_array(words, ' ')))",)
_REPORTS = sa.text(
    "SELECT report_id, title, text, payload, recorded_at FROM report"
    " WHERE report_id > :after ORDER BY report_id LIMIT :most"
)


def make_words() -> None:
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
    for statement in _POSTGRESQL if _is_server() else _SQLITE:
        op.execute(statement)
    last = ""
    while rows := op.get_bind().execute(_REPORTS, {"after": last, "most": _AT_ONCE}).all():
        words = [row for held in rows for row in _words(held)]
        if words:
            op.get_bind().execute(sa.insert(table), words)
        last = rows[-1].report_id


def drop_words() -> None:
    """Drops the index and the words, which are those of the reports."""
    if _is_server():
        op.execute(f"DROP INDEX {_INDEX}")
    else:
        op.execute(f"DROP TRIGGER {_INDEX}_kept")
        op.execute(f"DROP TABLE {_INDEX}")
    op.drop_table("wording")


def _words(held: sa.Row[tuple[str, str | None, str, str, str]]) -> list[Row]:
    spans = [(f["start"], f["end"]) for f in json.loads(held.payload)["furniture"]]
    words = sorted({_written(word) for word in words_of(f"{held.title or ''}\n{without(held.text, spans)}")})
    return [
        {
            "wording_id": _number(held.report_id, at // _A_ROW),
            "report_id": held.report_id,
            "recorded_at": held.recorded_at,
            "words": " ".join(words[at : at + _A_ROW]),
        }
        for at in range(0, len(words), _A_ROW)
    ]


def _written(word: str) -> str:
    plain = word if word.isascii() else "".join(c if c.isascii() else f"x{ord(c):05x}" for c in word)
    return plain[:_WIDEST]


def _number(report_id: str, part: int) -> int:
    return int(hashlib.sha256(f"{report_id} {part}".encode()).hexdigest()[:16], 16) >> 2


def _is_server() -> bool:
    return op.get_bind().dialect.name == "postgresql"
