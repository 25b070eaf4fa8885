"""A record: reports added once, kept for good, and asked where a claim stands as of any date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from onrecord.model import Article, ClaimSummary, Reading, Standing, Testimony
from onrecord.record.board import claims_called, link_counts, most_reported, summary
from onrecord.record.choosing import chosen
from onrecord.record.correctedreading import CorrectedReading, corrected_reading
from onrecord.record.correcting import corrections_made
from onrecord.record.corrections import Correction
from onrecord.record.decisions import Reviewer
from onrecord.record.engine import engine_for, reading, usable, writing
from onrecord.record.gathering import HeldClaim
from onrecord.record.identities import Identity, identities, key_of
from onrecord.record.judgements import Judgement, JudgementName, judge, withdraw
from onrecord.record.offices import OfficeHolder, bodies_called, office_holders
from onrecord.record.othernames import OtherNames
from onrecord.record.questions import Questions
from onrecord.record.reports import ReportSummary, Saying, listed_reports, reading_held, sayings
from onrecord.record.reviewing import Review
from onrecord.record.rows import report_id_of
from onrecord.record.standing import standing
from onrecord.record.testimonies import told_on
from onrecord.record.upgrading import make_current
from onrecord.record.vantage import Vantage
from onrecord.record.words import Aliases
from onrecord.record.writing import Added, add, holds
from onrecord.resolution.names import folded, telling_words
from onrecord.tables import Table


class Record(Questions):
    """One store of reports and what is on record in them; open it with `Record.open` and a `with` statement."""

    def __init__(self, place: str | Path, engine: Engine, aliases: Aliases | None, reader: str | None) -> None:
        self._place = place
        self._engine = engine
        self._aliases = aliases
        self._reader = reader

    @classmethod
    def open(
        cls,
        place: str | Path,
        *,
        create: bool = False,
        aliases: Aliases | None = None,
        reader: str | None = None,
        shared: bool = False,
    ) -> Self:
        """The record in a file or at a database URL; `create` makes it where there is none.

        `aliases` are further names of parties, by party key, for finding claims by words; those of the registry, if none
        are given. `reader` names what read the reports that will be added. `shared` is for servers, from which many
        read at once. RecordMissing and RecordUnusable say what to do.
        """
        with usable(place):
            engine = engine_for(place, create=create, shared=shared)
            with ExitStack() as unless_opened:
                unless_opened.callback(engine.dispose)
                make_current(engine, create=create)
                unless_opened.pop_all()
        return cls(place, engine, OtherNames() if aliases is None else aliases, reader)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the database; everything added is in it already."""
        self._engine.dispose()

    @property
    def place(self) -> str | Path:
        """The file or database URL of the record."""
        return self._place

    @property
    def aliases(self) -> Aliases:
        """Further names of parties, by party key, by which claims are found."""
        return self._aliases or {}

    @staticmethod
    def report_id_of(article: Article) -> str:
        """The id under which a record holds this report, or would."""
        return report_id_of(article)

    def has(self, report_id: str) -> bool:
        """Whether the record holds a report, so that it need not be read again."""
        with self._reading() as connection:
            return holds(connection, report_id)

    def add(self, reading: Reading, recorded_at: datetime) -> Added:
        """Adds a report and what it says, with its copies and claims; a report already held changes nothing.

        `recorded_at` is when this record took it in, with its time zone.
        """
        with usable(self._place):
            if self.has(report_id := report_id_of(reading.article)):
                return Added(report_id, new=False)
            return add(self._engine, reading, recorded_at, self._reader)

    def claims(
        self, words: str | None = None, as_of: date | None = None, known_at: datetime | None = None
    ) -> Table[ClaimSummary]:
        """The board of claims: each with its standing as of a date, the most reported first.

        Claims that no report had made by then are left out. With `known_at` only what this record held by then is seen.
        ClaimNotFound when words are given that no claim has.
        """
        vantage = Vantage(as_of, known_at)
        with self._reading() as connection:
            held = claims_called(connection, words, vantage, self._aliases)
            told = told_on(connection, held, vantage)
        board = [summary(one, told[one.claim.id], vantage) for one in held.claims if told[one.claim.id]]
        return Table(sorted((line for line in board if line.reports), key=most_reported), ClaimSummary)

    def standing(self, claim: str, as_of: date | None = None, known_at: datetime | None = None) -> Standing:
        """Where a claim stands as of a date; `claim` is its id, the beginning of that, or words for it.

        Of several claims that have all the words it is the one that most reports speak to.
        """
        vantage = Vantage(as_of, known_at)
        with self._reading() as connection:
            held = claims_called(connection, claim, vantage, self._aliases)
            best = chosen(connection, held, vantage)
            told = told_on(connection, held.only([best]), vantage)
        found = standing(best.claim, told[best.claim.id], as_of)
        return replace(found, known_at=known_at, links=link_counts(best))

    def claim(self, claim: str, as_of: date | None = None, known_at: datetime | None = None) -> HeldClaim:
        """A claim with its links, rejected ones included; found as `standing` finds it."""
        vantage = Vantage(as_of, known_at)
        with self._reading() as connection:
            return chosen(connection, claims_called(connection, claim, vantage, self._aliases), vantage)

    def testimonies(self, claim: str, as_of: date | None = None, known_at: datetime | None = None) -> list[Testimony]:
        """Every statement that counts for a claim or was withdrawn, in the order of publication."""
        vantage = Vantage(as_of, known_at)
        with self._reading() as connection:
            held = claims_called(connection, claim, vantage, self._aliases)
            best = chosen(connection, held, vantage)
            told = told_on(connection, held.only([best]), vantage)
        return sorted(told[best.claim.id], key=lambda t: (t.published or date.max, t.statement))

    @contextmanager
    def review(self, user: str, at: datetime, note: str | None = None) -> Iterator[Review]:
        """A reviewer's decisions on links and claims; all of them are kept, or none if one makes no sense.

        `with record.review("A. Reviewer", now) as review: review.judge_link(statement, claim, "reject")`. They are rows
        beside the links, hold at once, and can be withdrawn.
        """
        with usable(self._place), writing(self._engine) as connection:
            yield Review(connection, Reviewer(user, at, note), self._aliases)

    def reading(self, report: str) -> Reading:
        """The reading of a report as it was added; by its id, the id it came with, or the beginning of either."""
        with self._reading() as connection:
            return reading_held(connection, report)

    def corrected_reading(self, report: str) -> CorrectedReading:
        """The reading of a report as reviewers have it, with what they said of its statements; found as `reading` is."""
        with self._reading() as connection:
            return corrected_reading(connection, report)

    def corrections(
        self, statement: str | None = None, report: str | None = None, known_at: datetime | None = None
    ) -> Table[Correction]:
        """What reviewers said of statements, withdrawn rows included, in the order of saying.

        With a statement, by its id or the beginning of it, also what was said of the same one in copies of its report.
        """
        with self._reading() as connection:
            return Table(corrections_made(connection, statement, report, known_at), Correction)

    def reports(self) -> Table[ReportSummary]:
        """Every report with its origin, by date of publication."""
        with self._reading() as connection:
            return Table(listed_reports(connection), ReportSummary)

    def sayings(self, statements: Sequence[str]) -> dict[str, Saying]:
        """The words of the statements that a standing names, by statement id."""
        with self._reading() as connection:
            return sayings(connection, statements)

    def identities(
        self, words: str | None = None, as_of: date | None = None, recorded_by: datetime | None = None
    ) -> list[Identity]:
        """Everybody on record, each once, the most reported first; with words, those whose names have them.

        Seen is what was published by `as_of` and recorded by `recorded_by`. Words find a name in any spelling, and a
        party by any of its other names; the id of an identity or of a member finds it too.
        """
        with self._reading() as connection:
            return identities(connection, words, as_of, recorded_by, self._called(words))

    def judge(
        self,
        left: str,
        right: str,
        judgement: JudgementName,
        user: str,
        recorded_at: datetime,
        note: str | None = None,
    ) -> Judgement:
        """Puts on record that a reviewer holds two actors for the same, different, or is unsure.

        Each is given by the id of an identity or of a member, or the beginning of it. The judgement overrides the
        record's own and any earlier one on the pair; nothing is lost by it. UsageError says what was wrong.
        """
        with usable(self._place), writing(self._engine) as connection:
            pair = key_of(connection, left), key_of(connection, right)
            return judge(connection, pair, judgement, user, recorded_at, note)

    def withdraw(
        self, left: str, right: str, user: str, recorded_at: datetime, note: str | None = None
    ) -> list[Judgement]:
        """Withdraws what reviewers judged of two actors, so that the record's own judgement holds; gives what it was."""
        with usable(self._place), writing(self._engine) as connection:
            pair = key_of(connection, left), key_of(connection, right)
            return withdraw(connection, pair, user, recorded_at, note)

    def office_holders(self, role: str, party: str | None = None, as_of: date | None = None) -> list[OfficeHolder]:
        """Who holds an office as of a date, the last told first: `office_holders("deputy chief", "TTP", day)`.

        `party` is a party's key or one of its names. Two who are said to hold an office of one are both given, contested.
        """
        with self._reading() as connection:
            bodies = None if party is None else bodies_called(connection, party, self._aliases or {})
            return office_holders(connection, role, bodies, as_of)

    def _called(self, words: str | None) -> list[str]:
        """The registry ids of the parties that have another name with these words."""
        asked = set(telling_words(words)) if words is not None else set()
        return (
            [key for key, names in self._words_of_names.items() if any(map(asked.issubset, names))] if asked else []
        )

    @cached_property
    def _words_of_names(self) -> dict[str, tuple[frozenset[str], ...]]:
        """The words of each other name, by party key; there are thousands of names, and they stay as they are."""
        aliases = self._aliases or {}
        return {key: tuple(frozenset(folded(name).split()) for name in names) for key, names in aliases.items()}

    @contextmanager
    def asking(self) -> Iterator[Connection]:
        """A transaction that reads, for rooms above the record: it sees the record as of one moment."""
        with self._reading() as connection:
            yield connection

    @contextmanager
    def changing(self) -> Iterator[Connection]:
        """A transaction that writes, all or nothing, for rooms above the record that add rows of their own."""
        with usable(self._place), writing(self._engine) as connection:
            yield connection

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with usable(self._place), reading(self._engine) as connection:
            yield connection
