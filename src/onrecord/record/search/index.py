"""The index of words: which reports hold a word, kept by the database itself as reports are added.

A row of the table `wording` holds the different words of a report, letters outside ASCII written out, so that no rules
of a database for words, accents or languages come into it. SQLite keeps an FTS5 index of the rows by a trigger,
PostgreSQL a GIN index of them as a `tsvector`; both answer the same to the same question.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Select, select, text

from onrecord.record.schema import report, wording
from onrecord.record.search.query import Term
from onrecord.record.search.tokens import words_of

Row = dict[str, Any]
INDEX = "wording_index"
"""The index of PostgreSQL, and the FTS5 table of SQLite, which keeps further tables under names that begin so."""
_A_ROW = 8_000
_WIDEST = 64
_OPTIONS = "tokenize='ascii', detail='none', columnsize=0"
_KEEP = f"INSERT INTO {INDEX}(rowid, words) VALUES (new.wording_id, new.words)"  # noqa: S608  a constant
_SQLITE = (
    f"CREATE VIRTUAL TABLE {INDEX} USING fts5(words, content='wording', content_rowid='wording_id', {_OPTIONS})",
    f"CREATE TRIGGER {INDEX}_kept AFTER INSERT ON wording BEGIN {_KEEP}; END",
)
_AS_VECTOR = "array_to_tsvector(string_to_array(words, ' '))"
_POSTGRESQL = (f"CREATE INDEX {INDEX} ON wording USING gin ({_AS_VECTOR})",)


def make_index(connection: Connection) -> None:
    """Makes the index over the table `wording`, which is there and empty."""
    for statement in _POSTGRESQL if connection.dialect.name == "postgresql" else _SQLITE:
        connection.execute(text(statement))


def drop_index(connection: Connection) -> None:
    """Drops what `make_index` made."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"DROP INDEX {INDEX}"))
        return
    connection.execute(text(f"DROP TRIGGER {INDEX}_kept"))
    connection.execute(text(f"DROP TABLE {INDEX}"))


def wording_rows(report_id: str, title: str | None, body: str, furniture: Iterable[Any]) -> list[Row]:
    """The rows of a report: its different words, sorted, those of its furniture left out.

    The number of a row is made from the report's id, so that the order of adding makes no difference.
    """
    spans = [(f["start"], f["end"]) for f in furniture]
    held = sorted({written(word) for word in words_of(f"{title or ''}\n{without(body, spans)}")})
    parts = [held[at : at + _A_ROW] for at in range(0, len(held), _A_ROW)]
    return [
        {"wording_id": _number(report_id, part), "report_id": report_id, "words": " ".join(words)}
        for part, words in enumerate(parts)
    ]


def holding(connection: Connection, query: Select[Any], terms: Sequence[Term]) -> Select[Any]:
    """A query on reports restricted to those that hold every word of the terms, in whatever order they stand."""
    for number, (word, begins) in enumerate(sorted({pair for term in terms for pair in _words(term)})):
        if connection.dialect.name == "postgresql":
            matches = text(f"{_AS_VECTOR} @@ CAST(:word{number} AS tsquery)")
            asked = f"{word}:*" if begins else word
        else:
            matches = text(f"wording_id IN (SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH :word{number})")  # noqa: S608
            asked = f'"{word}"*' if begins else f'"{word}"'
        rows = select(wording.c.report_id).where(matches.bindparams(**{f"word{number}": asked}))
        query = query.where(report.c.report_id.in_(rows))
    return query


def written(word: str) -> str:
    """A word in ASCII letters and digits: equal words alike, and the beginning of one the beginning of the other.

    Different words may be written alike; whoever asks looks at the text itself.
    """
    plain = word if word.isascii() else "".join(c if c.isascii() else f"x{ord(c):05x}" for c in word)
    return plain[:_WIDEST]


def without(body: str, spans: Iterable[tuple[int, int]]) -> str:
    """A text with blanks in place of some stretches, so that every other character stays where it is."""
    for start, end in spans:
        body = body[:start] + " " * (end - start) + body[end:]
    return body


def _number(report_id: str, part: int) -> int:
    """A number of 62 bits for a row: of the report's id and the number of its part."""
    return int(hashlib.sha256(f"{report_id} {part}".encode()).hexdigest()[:16], 16) >> 2


def _words(term: Term) -> Iterator[tuple[str, bool]]:
    *whole, last = term.words
    yield from ((written(word), False) for word in whole)
    yield written(last), term.begins
