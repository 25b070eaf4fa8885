"""The statements on some claims in order of time, with the days on which the standing of a claim changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from onrecord.model import Act, Change, SourceKind, Stance, StandingName, Testimony
from onrecord.record.moments import iso_day, moment
from onrecord.record.questions.heard import Heard, precision_of
from onrecord.record.reports import Saying
from onrecord.tables import Table

Day = date


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One statement on one claim.

    `date` is when it was said, or published if the report does not say, in ISO 8601 as precise as `precision`. `speaker`
    is a name, `source` the report's words for whoever speaks. `before` and `after` are the standing of the claim, where
    this statement changed it. `withdrawn` is the day from which its report counts for nothing. `copies` are the same
    statement in copies of the report, which are not listed again.
    """

    date: str | None
    precision: str | None
    published: Day | None
    speaker: str | None
    source: str | None
    source_kind: SourceKind
    party: str | None
    stance: Stance
    act: Act
    cue: str | None
    words: str
    outlet: str | None
    title: str | None
    claim: str
    gloss: str
    before: StandingName | None
    after: StandingName | None
    reported_by: str | None
    withdrawn: Day | None
    statement: str
    report: str
    copies: tuple[str, ...]


def timeline_of(held: Iterable[Heard]) -> Table[TimelineEntry]:
    """Every statement on some claims, the earliest first, undated ones before all."""
    entries = []
    for one in held:
        # A statement that moved the standing may move it again when its report is taken back: the first was its own.
        moved = {change.because: change for change in reversed(one.standing.changes)}
        entries += [(moment(first), _entry(one, first, copies, moved)) for first, copies in told(one)]
    entries.sort(key=lambda item: (item[0], item[1].gloss, item[1].claim))
    return Table((entry for _, entry in entries), TimelineEntry)


def told(one: Heard) -> Iterator[tuple[Testimony, list[str]]]:
    """Each statement once, with the ids of the same one in copies of its report; the earliest published comes first."""
    same: dict[tuple[object, ...], list[Testimony]] = {}
    for testimony in one.testimonies:
        same.setdefault(_sameness(testimony, one.sayings[testimony.statement]), []).append(testimony)
    for some in same.values():
        by_report = _by_report(some)
        for nth in range(max(map(len, by_report))):
            first, *others = [told[nth] for told in by_report if len(told) > nth]
            yield first, [other.statement for other in others]


def _sameness(testimony: Testimony, saying: Saying) -> tuple[object, ...]:
    words = " ".join(saying.content.split())
    return testimony.origin, testimony.speaker_key, testimony.stance, saying.act, words


def _by_report(some: Iterable[Testimony]) -> list[list[Testimony]]:
    """The statements of each report; a report that says a thing twice is not a copy of itself."""
    reports: dict[str, list[Testimony]] = {}
    for testimony in some:
        reports.setdefault(testimony.report, []).append(testimony)
    return sorted(
        reports.values(),
        key=lambda told: (told[0].published or date.max, told[0].report != told[0].origin, told[0].report),
    )


def _entry(one: Heard, testimony: Testimony, copies: list[str], moved: dict[str, Change]) -> TimelineEntry:
    saying, day = one.sayings[testimony.statement], iso_day(testimony)
    change = next((moved[s] for s in (testimony.statement, *copies) if s in moved), None)
    return TimelineEntry(
        date=day,
        precision=precision_of(day),
        published=testimony.published,
        speaker=testimony.speaker_name,
        source=saying.source,
        source_kind=testimony.source_kind,
        party=None if testimony.party is None else testimony.party.name,
        stance=testimony.stance,
        act=saying.act,
        cue=saying.cue,
        words=saying.content,
        outlet=saying.outlet,
        title=saying.title,
        claim=one.claim.id,
        gloss=one.claim.gloss,
        before=None if change is None else change.before,
        after=None if change is None else change.after,
        reported_by=testimony.reported_by,
        withdrawn=testimony.withdrawn,
        statement=testimony.statement,
        report=testimony.report,
        copies=tuple(copies),
    )
