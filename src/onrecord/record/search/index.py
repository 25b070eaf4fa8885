"""The indexes of words: which reports and which statements hold a word or a phrase, and how often.

The databases keep them themselves as rows are added: SQLite an FTS5 index by a trigger, PostgreSQL a GIN index of the
words as a `tsvector`. Both answer the same to the same question.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    String,
    Subquery,
    Table,
    and_,
    cast,
    column,
    func,
    literal_column,
    select,
    table,
    text,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from onrecord.record.schema import report, report_words, statement_words
from onrecord.record.search.query import Term
from onrecord.record.search.wording import PLACES, wrapped, written

INDEX = "index_of"
"""What the names of the indexes begin with, and those of the further tables that FTS5 keeps."""
_TABLES = (report_words, statement_words)
_OPTIONS = "tokenize=\"ascii tokenchars '_'\", columnsize=0"
_AS_VECTOR = "array_to_tsvector(array_remove(string_to_array(words, ' '), ''))"
_AFTER_ALL = "{"
"""Comes after every sign that a written word may have."""


def make_index(connection: Connection) -> None:
    """Makes the indexes over the two tables, which are there and empty."""
    for held in _TABLES:
        for statement in _made(connection, held.name, _name(held)):
            connection.execute(text(statement))


def drop_index(connection: Connection) -> None:
    """Drops what `make_index` made."""
    for name in map(_name, _TABLES):
        if _is_server(connection):
            connection.execute(text(f"DROP INDEX {name}"))
        else:
            connection.execute(text(f"DROP TRIGGER {name}_kept"))
            connection.execute(text(f"DROP TABLE {name}_places"))
            connection.execute(text(f"DROP TABLE {name}"))


def standing(connection: Connection, term: Term) -> Subquery:
    """The reports in which a term stands: the number of each as `report`, and as `times` how often it does."""
    if len(term.words) == 1 and not _is_server(connection):
        return _word_standing(term)
    words, pattern = report_words.c.words, _pattern(term)
    number = report_of(report_words.c.number).label("report")
    gone = func.length(words, type_=Integer) - func.length(func.replace(words, pattern, ""), type_=Integer)
    times = cast(func.sum(gone) // len(pattern), Integer).label("times")
    rows = select(number, times).where(_holding(connection, report_words, [term])).group_by(number)
    return rows.having(times > 0).subquery()


def holding(connection: Connection, query: Select[Any], terms: Sequence[Term]) -> Select[Any]:
    """A query on reports restricted to those that hold all terms."""
    for term in terms:
        places = select(first_row(standing(connection, term).c.report))
        held = select(report_words.c.report_id).where(report_words.c.number.in_(places))
        query = query.where(report.c.report_id.in_(held))
    return query


def report_of(number: ColumnElement[int]) -> ColumnElement[int]:
    """The number of the report of a row."""
    return number.op(">>")(literal_column(str(PLACES)))


def first_row(report: ColumnElement[int]) -> ColumnElement[int]:
    """The number of the first row of a report, which each has."""
    return report.op("<<")(literal_column(str(PLACES)))


def spoken(connection: Connection, terms: Sequence[Term]) -> ColumnElement[bool]:
    """Whether a row of `statement_words` holds all terms, each within one part of the statement."""
    return _holding(connection, statement_words, terms)


def _holding(connection: Connection, held: Table, terms: Sequence[Term]) -> ColumnElement[bool]:
    if not _is_server(connection):
        name = _name(held)
        index = table(name, column("rowid"), column(name))
        asked = " AND ".join(f'"{" ".join(map(written, term.words))}"{"*" * term.begins}' for term in terms)
        return held.c.number.in_(select(index.c.rowid).where(index.c[name].match(asked)))
    words = " & ".join(f"'{written(word)}'{':*' * begins}" for term in terms for word, begins in _words(term))
    phrases = [func.strpos(held.c.words, _pattern(term)) > 0 for term in terms if len(term.words) > 1]
    return and_(literal_column(_AS_VECTOR).op("@@")(cast(words, TSQUERY)), *phrases)


def _word_standing(term: Term) -> Subquery:
    """Where a single word stands, from the places that FTS5 knows; no text is read for it."""
    name = f"{_name(report_words)}_places"
    places = table(name, column("term", String), column("doc"))
    number = report_of(places.c.doc).label("report")
    word = written(term.words[0])
    is_it = places.c.term == word
    if term.begins:
        is_it = and_(places.c.term >= word, places.c.term < word + _AFTER_ALL)
    return select(number, func.count().label("times")).where(is_it).group_by(number).subquery()


def _pattern(term: Term) -> str:
    """What stands in the words of a row once for each time that a term does."""
    *whole, last = map(written, term.words)
    return wrapped(whole) + (f" {last}" if term.begins else f" {last} ")


def _words(term: Term) -> list[tuple[str, bool]]:
    *whole, last = term.words
    return [*((word, False) for word in whole), (last, term.begins)]


def _made(connection: Connection, held: str, name: str) -> tuple[str, ...]:
    if _is_server(connection):
        return (f"CREATE INDEX {name} ON {held} USING gin ({_AS_VECTOR})",)
    keep = f"INSERT INTO {name}(rowid, words) VALUES (new.number, new.words)"  # noqa: S608  constants
    return (
        f"CREATE VIRTUAL TABLE {name} USING fts5(words, content='{held}', content_rowid='number', {_OPTIONS})",
        f"CREATE VIRTUAL TABLE {name}_places USING fts5vocab({name}, instance)",
        f"CREATE TRIGGER {name}_kept AFTER INSERT ON {held} BEGIN {keep}; END",
    )


def _name(held: Table) -> str:
    return f"{INDEX}_{held.name}"


def _is_server(connection: Connection) -> bool:
    return connection.dialect.name == "postgresql"
