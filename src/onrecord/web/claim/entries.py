"""The statements on a claim as its page lists them, with what each changed and where copies print it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.model import Change, Stance, Testimony
from onrecord.record.gathering import HeldClaim
from onrecord.record.heldlinks import HeldLink
from onrecord.record.ledger import ON_RECORD
from onrecord.record.moments import iso_day, moment
from onrecord.record.positions import UNIDENTIFIED
from onrecord.record.questions.brief.wording import speaker
from onrecord.record.questions.heard import Heard
from onrecord.record.questions.timeline import told
from onrecord.record.reports import Saying


@dataclass(frozen=True, slots=True)
class Entry:
    """One statement on a claim; `copies` print the same, `change` is the change of standing that it made."""

    testimony: Testimony
    saying: Saying
    day: str | None
    speaker: str
    party: str | None
    link: HeldLink | None
    change: Change | None
    copies: tuple[Saying, ...]

    @property
    def id(self) -> str:
        """The id of the statement."""
        return self.testimony.statement


@dataclass(frozen=True, slots=True)
class Reversal:
    """A speaker who went from one stance to the other."""

    speaker: str
    party: str | None
    before: Stance
    after: Stance
    left: Entry
    took: Entry


def entries_of(one: Heard, held: HeldClaim) -> list[Entry]:
    """Every statement once, in order of time, those without any day first."""
    moved: dict[str, Change] = {change.because: change for change in reversed(one.standing.changes)}
    links = {link.statement: link for link in reversed(held.links)}
    found = sorted(told(one), key=lambda pair: moment(pair[0]))
    return [_entry(one, first, copies, links, moved) for first, copies in found]


def reversals(one: Heard, entries: Iterable[Entry]) -> list[Reversal]:
    """The speakers on record who affirmed what they had denied, or denied what they had affirmed, in order of time."""
    held: dict[str, Entry] = {}
    found: list[Reversal] = []
    counting = {t.statement for t in one.counting}
    for entry in entries:
        told_ = entry.testimony
        if (
            told_.source_kind not in ON_RECORD
            or told_.stance not in {"affirms", "denies"}
            or entry.id not in counting
        ):
            continue
        before = held.get(told_.speaker_key)
        if before is not None and before.testimony.stance != told_.stance and before.day != entry.day:
            stances = before.testimony.stance, told_.stance
            found.append(Reversal(entry.speaker, entry.party, *stances, before, entry))
        held[told_.speaker_key] = entry
    return found


def page_of(entries: Sequence[Entry], statement: str, size: int) -> int:
    """The number of the first entry of the page on which a statement stands, or a copy of it; 0 where it is on none."""
    for number, entry in enumerate(entries):
        if entry.id == statement or any(copy.statement == statement for copy in entry.copies):
            return number - number % size
    return 0


def of_party(entries: Iterable[Entry], party: str) -> list[Entry]:
    """The statements for which one party stands; `unidentified` for those of whom no report tells a party."""
    return [entry for entry in entries if (entry.party or UNIDENTIFIED) == party]


def published_days(entries: Iterable[Entry]) -> list[date]:
    """The days on which reports with these statements were published."""
    return sorted({entry.saying.published for entry in entries if entry.saying.published is not None})


def _entry(
    one: Heard,
    testimony: Testimony,
    copies: Iterable[str],
    links: Mapping[str, HeldLink],
    moved: Mapping[str, Change],
) -> Entry:
    party = testimony.party
    name = None if party is None else next((p.name for p in one.claim.parties if p.key == party.key), party.name)
    change = next((moved[s] for s in (testimony.statement, *copies) if s in moved), None)
    return Entry(
        testimony=testimony,
        saying=one.sayings[testimony.statement],
        day=iso_day(testimony),
        speaker=speaker(one, testimony),
        party=name,
        link=links.get(testimony.statement),
        change=change,
        copies=tuple(one.sayings[copy] for copy in copies),
    )
