"""The words of reports and statements as the tables of the search hold them, in their order.

A word is written in ASCII, so that no rules of a database for words, accents or languages come into it, and stands
between blanks of its own: ` peace  talks ` holds the phrase ` peace  talks ` once and the beginning ` tal` once.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from onrecord.record.schema import report_words, statement_words
from onrecord.record.search.tokens import words_of

Row = dict[str, Any]
PLACES = 20
"""Bits of a number that are a place in a report; those above them are the number of the report."""
APART = "_"
"""Stands between two parts of a statement, so that no phrase reaches from one into the other; no word is written so."""
_LONGEST = 400_000
"""Characters of a row: PostgreSQL indexes no more than a megabyte of words at once."""


def written(word: str) -> str:
    """A word in ASCII: different words differ, and the beginning of a word is written as the beginning of it."""
    return word if word.isascii() else "".join(c if c.isascii() else f"_{ord(c):06x}" for c in word)


def wrapped(words: Iterable[str]) -> str:
    """Written words, each between blanks of its own."""
    return "".join([f" {word} " for word in words])


def report_rows(report: Mapping[str, Any]) -> list[Row]:
    """The rows of a report (a row of its table), of which there are several only if it is very long.

    Furniture is left out. Their numbers are places in the report, until the report has a number of its own (`number`).
    """
    spans = [(f["start"], f["end"]) for f in json.loads(report["payload"])["furniture"]]
    words = words_of(f"{report['title'] or ''}\n{without(report['text'], spans)}")
    told = {name: report[name] for name in ("report_id", "published", "outlet")}
    return [told | {"number": place, "words": some} for place, some in enumerate(_parts(words))]


def statement_rows(statements: Iterable[Mapping[str, Any]]) -> list[Row]:
    """The rows of the statements of a report (rows of their table): of each the source, the cue and the content."""
    return [_statement_row(row) for row in statements]


def number(connection: Connection, tables: dict[str, list[Row]]) -> None:
    """Numbers the rows of a report and of its statements as the next report of a record, which nobody else writes to."""
    last: int | None = connection.execute(select(func.max(report_words.c.number))).scalar_one()
    first = 1 if last is None else (last >> PLACES) + 1
    for table in (report_words, statement_words):
        tables[table.name] = numbered(tables[table.name], first)


def numbered(rows: Sequence[Row], report: int) -> list[Row]:
    """Rows of one report with their numbers, under the number of the report."""
    return [row | {"number": (report << PLACES) + row["number"]} for row in rows]


def without(body: str, spans: Iterable[tuple[int, int]]) -> str:
    """A text with blanks in place of some stretches, so that every other character stays where it is."""
    for start, end in spans:
        body = body[:start] + " " * (end - start) + body[end:]
    return body


def _statement_row(row: Mapping[str, Any]) -> Row:
    parts = [words_of(row[name]) for name in ("source_text", "cue_text", "content_text") if row[name]]
    words = [word for part in parts for word in (*map(written, part), APART)]
    told = {name: row[name] for name in ("statement_id", "act", "source_kind", "party_key", "party_name")}
    return told | {"number": row["ordinal"], "words": wrapped(words[:-1])}


def _parts(words: Sequence[str]) -> Iterator[str]:
    """The words of a report in rows of bounded length, at least one."""
    part: list[str] = []
    length = 0
    for word in map(written, words):
        if length > _LONGEST:
            yield wrapped(part)
            part, length = [], 0
        part.append(word)
        length += len(word) + 2
    yield wrapped(part)
