"""Searches the reports of a record from memory, and takes in what is added to it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock, RLock, Thread
from types import SimpleNamespace
from typing import Any

import numpy as np
from sqlalchemy import Connection, func, select

from onrecord.desk.board.arrivals import Arrivals
from onrecord.desk.board.codes import Codes
from onrecord.desk.search.hits import Hits
from onrecord.desk.search.segments import Segment, Told, Truths, Voice, segment_of
from onrecord.errors import CursorUnknown
from onrecord.record import Record
from onrecord.record.correctionoverlay import Overlay, overlay
from onrecord.record.schema import report, statement
from onrecord.record.search import Narrowed, SearchHit, hits_on, search_reports
from onrecord.record.search.finding import holds_all, is_wanted
from onrecord.record.search.index import without
from onrecord.record.search.query import Term, terms_of

_AT_ONCE = 400
_LARGEST = 4_000
"""Reports of a segment; a smaller one grows until it has so many."""
_AT_ONCE_READY = 500
"""Reports of a record that are read while the first search waits for it."""
_Rank = tuple[int, int, int, str]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Some of the reports that a search finds, how many it finds in all, and the cursor of the next page."""

    hits: tuple[SearchHit, ...]
    total: int
    next: str | None = None


class Search:
    """Searches a record as `Record.search` does, from words that are held in memory: `Search(record)`, ended by `close`.

    A large record is read in the background once somebody searches it; until that is done the record itself is
    searched. It may be used from several threads.
    """

    def __init__(self, record: Record) -> None:
        self._record = record
        self._turn = RLock()
        self._beginning = Lock()
        self._arrivals = Arrivals()
        self._segments: list[Segment] = []
        self._voices: Codes[Voice] = Codes()
        self._read = False
        self._closed = False
        self._thread: Thread | None = None
        with record.asking() as connection:
            self._large = connection.execute(select(func.count()).select_from(report)).scalar_one() > _AT_ONCE_READY

    @property
    def ready(self) -> bool:
        """Whether the words of all reports are held."""
        return self._read or not self._large

    def page(self, words: str, narrowed: Narrowed, limit: int = 20, after: str | None = None) -> SearchPage:
        """A page of what a search finds; UsageError where there is no word to search for, or `after` is no cursor."""
        start, limit = _place_of(after), max(1, limit)
        if self._is_left_to_record(narrowed):
            with self._record.asking() as connection:
                found = search_reports(connection, words, narrowed, self._record.aliases, limit, start)
            return SearchPage(tuple(found.hits), found.total, _next(start + limit, found.total))
        hits = self.hits(words, narrowed)
        return SearchPage(tuple(hits[start : start + limit]), len(hits), _next(start + limit, len(hits)))

    def hits(self, words: str, narrowed: Narrowed) -> Sequence[SearchHit]:
        """All that a search finds, which is read from the record as it is looked at; errors as for `page`."""
        terms, aliases = terms_of(words), self._record.aliases
        if self._is_left_to_record(narrowed):
            with self._record.asking() as connection:
                return search_reports(connection, words, narrowed, aliases).hits
        with self._turn, self._record.asking() as connection:
            self._take(connection)
            reports = [ident for *_, ident in self._ranked(connection, terms, narrowed)]

        def read(some: Sequence[str]) -> Sequence[SearchHit]:
            with self._record.asking() as connection:
                return hits_on(connection, some, words, narrowed, aliases)

        return Hits(reports, read)

    def _is_left_to_record(self, narrowed: Narrowed) -> bool:
        if not self.ready:
            self._begin()
        return narrowed.known_at is not None or not self.ready

    def _begin(self) -> None:
        """Has a large record read in the background, once."""
        with self._beginning:
            if self._thread is None and self._large and not self._closed:
                self._thread = Thread(target=self._work, name="search", daemon=True)
                self._thread.start()

    def wait(self) -> None:
        """Waits until all reports are read, which begins at the latest now."""
        self._begin()
        if self._thread is not None:
            self._thread.join()

    def close(self) -> None:
        """Ends what goes on in the background."""
        self._closed = True
        self.wait()

    def _ranked(self, connection: Connection, terms: Sequence[Term], narrowed: Narrowed) -> list[_Rank]:
        corrections = overlay(connection)
        wanted = self._wanted(narrowed)
        found: list[_Rank] = []
        for segment in self._segments:
            found += _found(connection, segment, terms, narrowed, wanted, corrections, self._record)
        return sorted(found)

    def _wanted(self, narrowed: Narrowed) -> Callable[[int], bool] | None:
        """Whether the statements of a voice, by its number, are of those that are asked for; None where none are."""
        if not narrowed.to_statements:
            return None
        aliases, known = self._record.aliases, dict[int, bool]()

        def wanted(code: int) -> bool:
            if code not in known:
                speaker, source, key, name, act = self._voices.values[code]
                row = SimpleNamespace(
                    speaker_name=speaker, source_text=source, party_key=key, party_name=name, act=act
                )
                known[code] = is_wanted(row, narrowed, aliases)
            return known[code]

        return wanted

    def _take(self, connection: Connection) -> None:
        """Takes in new reports; the last segments grow, so that there are few of them."""
        new = sorted(self._arrivals.look(connection).reports)
        self._read = True
        for at in range(0, len(new), _LARGEST):
            some = new[at : at + _LARGEST]
            while self._segments and len(self._segments[-1]) <= 2 * len(some) and len(some) < _LARGEST // 2:
                some = sorted([*some, *self._segments.pop().reports])
            self._segments.append(self._segment(connection, some))

    def _segment(self, connection: Connection, idents: Sequence[str]) -> Segment:
        rows = {row.report_id: row for row in _rows(connection, _REPORTS, report.c.report_id, idents)}
        place = {ident: number for number, ident in enumerate(idents)}
        told = [
            Told(
                row.statement_id,
                place[row.report_id],
                self._voices.of((row.speaker_name, row.source_text, row.party_key, row.party_name, row.act)),
                [part for part in (row.source_text, row.cue_text, row.content_text) if part],
            )
            for row in _rows(connection, _STATEMENTS, statement.c.report_id, idents)
        ]
        days = [1 if rows[i].published is None else rows[i].published.toordinal() for i in idents]
        return segment_of(idents, days, (_text(rows[ident]) for ident in idents), told)

    def _work(self) -> None:
        """Reads the record in the background."""
        with self._turn, self._record.asking() as connection:
            self._take(connection)


def _found(
    connection: Connection,
    segment: Segment,
    terms: Sequence[Term],
    narrowed: Narrowed,
    wanted: Callable[[int], bool] | None,
    corrections: Overlay,
    record: Record,
) -> list[_Rank]:
    """What sorts the reports of a segment that are found."""
    times = [segment.texts.times(term, segment.vocabulary) for term in terms]
    held: Truths = np.logical_and.reduce([some > 0 for some in times])
    if narrowed.since is not None:
        held &= segment.published >= max(2, narrowed.since.toordinal())
    if narrowed.until is not None:
        held &= (segment.published <= narrowed.until.toordinal()) & (segment.published > 1)
    if not held.any():
        return []
    said: Truths = np.logical_and.reduce([segment.said.times(term, segment.vocabulary) > 0 for term in terms])
    said &= held[segment.report_of] if len(segment.report_of) else said
    spoken = [n for n in np.flatnonzero(said).tolist() if wanted is None or wanted(int(segment.voice[n]))]
    if corrections.in_force:
        spoken = _as_corrected(connection, segment, held, spoken, terms, narrowed, corrections, record)
    statements = np.bincount(segment.report_of[spoken], minlength=len(segment))
    if wanted is not None:
        held &= statements > 0
    total = np.sum(times, axis=0)
    return [
        (-int(statements[n]), -int(total[n]), -int(segment.published[n]), segment.reports[n])
        for n in np.flatnonzero(held).tolist()
    ]


def _as_corrected(
    connection: Connection,
    segment: Segment,
    held: Truths,
    spoken: Sequence[int],
    terms: Sequence[Term],
    narrowed: Narrowed,
    corrections: Overlay,
    record: Record,
) -> list[int]:
    """The statements that hold the words once reviewers are heard, who say of some whose they are, and reject others."""
    mended = {n: ident for n, ident in enumerate(segment.statements) if ident in corrections.in_force}
    there = {n: ident for n, ident in mended.items() if held[segment.report_of[n]]}
    rows = {
        row.statement_id: row
        for row in _rows(connection, select(statement), statement.c.statement_id, there.values())
    }
    kept = [n for n in spoken if n not in mended]
    for number, ident in there.items():
        row = corrections.row(rows[ident])
        if is_wanted(row, narrowed, record.aliases) and holds_all(row, terms) and not corrections.rejects(ident):
            kept.append(number)
    return kept


_REPORTS = select(report.c.report_id, report.c.published, report.c.title, report.c.payload, report.c.text)
_STATEMENTS = select(
    *(statement.c[name] for name in ("statement_id", "report_id", "speaker_name", "source_text", "cue_text")),
    *(statement.c[name] for name in ("content_text", "party_key", "party_name", "act")),
).order_by(statement.c.report_id, statement.c.ordinal)


def _rows(connection: Connection, query: Any, column: Any, idents: Iterable[str]) -> Iterable[Any]:
    wanted = sorted(idents)
    for at in range(0, len(wanted), _AT_ONCE):
        yield from connection.execute(query.where(column.in_(wanted[at : at + _AT_ONCE])))


def _text(row: Any) -> str:
    furniture = json.loads(row.payload)["furniture"]
    return f"{row.title or ''}\n{without(row.text, [(f['start'], f['end']) for f in furniture])}"


def _next(start: int, total: int) -> str | None:
    return str(start) if start < total else None


def _place_of(after: str | None) -> int:
    if after is None:
        return 0
    with suppress(ValueError):
        if len(after) < 10 and after.isascii() and int(after) >= 0:
            return int(after)
    raise CursorUnknown(f"{after[:40]!r} is no page of this search; begin again without it")
