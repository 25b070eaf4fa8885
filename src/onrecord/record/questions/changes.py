"""What changed since a day: claims that are new, claims whose standing changed and why, and what else was said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.model import Change, StandingName
from onrecord.record.questions.heard import Heard
from onrecord.record.questions.timeline import told
from onrecord.tables import Table

ChangeKind = Literal["new claim", "standing", "statements"]


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """One thing that changed: a claim's standing, or only that more was said on it.

    `kind` is `new claim` for the first change of a claim that no report had made before, `standing` for a change of one
    that was known, and `statements` where more was said and the standing stayed; `before` and `after` are then equal.
    `date` is a day of publication, or of a withdrawal. `because` is the statement that changed it, or the last one
    said; `speaker` is its speaker's name or else the report's words for him. `statements` is how many the claim got
    since, copies left out.
    """

    date: date
    kind: ChangeKind
    claim: str
    gloss: str
    before: StandingName
    after: StandingName
    because: str
    speaker: str | None
    party: str | None
    words: str
    outlet: str | None
    statements: int


def changes_since(held: Iterable[Heard], since: date) -> Table[ClaimChange]:
    """What changed on that day and after it, by day; what reports without a date say is left out."""
    found = [row for one in held for row in _changed(one, one.standing.changes, since)]
    return Table(sorted(found, key=lambda row: (row.date, row.gloss, row.claim)), ClaimChange)


def _changed(one: Heard, changes: tuple[Change, ...], since: date) -> Iterator[ClaimChange]:
    new = [first for first, _ in told(one) if first.published is not None and first.published >= since]
    recent = [change for change in changes if change.date is not None and date.fromisoformat(change.date) >= since]
    if not new and not recent:
        return
    known_before = any(t.published is None or t.published < since for t in one.testimonies)
    for number, change in enumerate(recent):
        kind: ChangeKind = "standing" if known_before or number else "new claim"
        yield _row(
            one, kind, date.fromisoformat(change.date or ""), (change.before, change.after), change.because, len(new)
        )
    if not recent:
        held = changes[-1].after if changes else "unreported"
        last = max(new, key=lambda t: (t.published or date.min, t.statement))
        kind = "statements" if known_before else "new claim"
        yield _row(one, kind, last.published or date.min, (held, held), last.statement, len(new))


def _row(
    one: Heard, kind: ChangeKind, day: date, moved: tuple[StandingName, StandingName], because: str, statements: int
) -> ClaimChange:
    testimony = next(t for t in one.testimonies if t.statement == because)
    saying = one.sayings[because]
    return ClaimChange(
        date=day,
        kind=kind,
        claim=one.claim.id,
        gloss=one.claim.gloss,
        before=moved[0],
        after=moved[1],
        because=because,
        speaker=testimony.speaker_name or saying.source,
        party=None if testimony.party is None else testimony.party.name,
        words=saying.content,
        outlet=saying.outlet,
        statements=statements,
    )
