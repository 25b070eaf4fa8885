"""The statements on a claim as its page lists them, with what each changed and where copies print it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import Change, Testimony
from onrecord.record.gathering import HeldClaim
from onrecord.record.heldlinks import HeldLink
from onrecord.record.moments import iso_day, moment
from onrecord.record.positions import UNIDENTIFIED
from onrecord.record.questions.brief.wording import speaker
from onrecord.record.questions.heard import Heard
from onrecord.record.questions.timeline import told
from onrecord.record.reports import Saying
from onrecord.web.claim.bodies import party_names


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


def entries_of(one: Heard, held: HeldClaim) -> list[Entry]:
    """Every statement once, in order of time, those without any day last."""
    moved: dict[str, Change] = {change.because: change for change in reversed(one.standing.changes)}
    links = {link.statement: link for link in reversed(held.links)}
    found = sorted(told(one), key=lambda pair: (iso_day(pair[0]) is None, moment(pair[0])))
    names = party_names(one)
    return [_entry(one, first, copies, links, moved, names) for first, copies in found]


def page_of(entries: Sequence[Entry], statement: str, size: int) -> int:
    """The number of the first entry of the page on which a statement stands, or a copy of it; 0 where it is on none."""
    for number, entry in enumerate(entries):
        if entry.id == statement or any(copy.statement == statement for copy in entry.copies):
            return number - number % size
    return 0


def of_party(entries: Iterable[Entry], party: str) -> list[Entry]:
    """The statements for which one party stands; `unidentified` for those of whom no report tells a party."""
    return [entry for entry in entries if (entry.party or UNIDENTIFIED) == party]


def _entry(
    one: Heard,
    testimony: Testimony,
    copies: Iterable[str],
    links: Mapping[str, HeldLink],
    moved: Mapping[str, Change],
    names: Mapping[str, str],
) -> Entry:
    change = next((moved[s] for s in (testimony.statement, *copies) if s in moved), None)
    return Entry(
        testimony=testimony,
        saying=one.sayings[testimony.statement],
        day=iso_day(testimony),
        speaker=speaker(one, testimony),
        party=None if testimony.party is None else names[testimony.party.key],
        link=links.get(testimony.statement),
        change=change,
        copies=tuple(one.sayings[copy] for copy in copies),
    )
