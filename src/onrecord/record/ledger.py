"""The standing of a claim while testimonies come in, one by one and in any order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain

from onrecord.model import Change, Claim, Party, SourceKind, StandingName, Testimony
from onrecord.record.moments import counted, moment, standing_still
from onrecord.record.voices import Said, Voices

_Day = tuple[str | None, str | None, StandingName]
_UNREPORTED: StandingName = "unreported"
ON_RECORD = frozenset[SourceKind]({"named", "role", "collective", "document"})


class Ledger:
    """What has been heard about one claim so far, and the standing that it amounts to.

    Adding a testimony and asking for the standing cost the same however much was heard before.
    """

    def __init__(self, claim: Claim) -> None:
        self._sides = frozenset(party.key for party in claim.parties)
        self._voices: dict[str | None, Voices] = {}
        self._side_of: dict[str | None, str | None] = {}
        self._said: dict[tuple[str, str], Said] = {}
        """What each speaker of a side said, for whichever of its branches."""
        self._claimed_anonymously = False
        self._now: StandingName | None = _UNREPORTED

    def hear(self, testimony: Testimony) -> None:
        """Takes in one testimony; an anonymous one can claim but not deny, an outlet's or hearsay does neither."""
        self._now = None
        if testimony.source_kind == "anonymous":
            self._claimed_anonymously |= testimony.stance == "affirms"
        elif testimony.source_kind in ON_RECORD:
            voices = self._voices_of(testimony.party)
            self._hear(testimony, voices)
            if testimony.party is not None:
                self._settle_branches(testimony.party.key, voices)

    def _hear(self, testimony: Testimony, voices: Voices) -> None:
        """Takes in what somebody said for one party; what he said for other branches of the same side counts with it."""
        side = None if testimony.party is None else self._side_of[testimony.party.key]
        if side is None:
            voices.hear(testimony)
            return
        speaker = side, testimony.speaker_key
        said = voices.hear(testimony, self._said.get(speaker))
        if said is not None:
            self._said[speaker] = said
            for other in self._of_side(side):
                other.weigh(testimony.speaker_key)

    @property
    def standing(self) -> StandingName:
        """The standing as the contract defines it."""
        if self._now is None:
            self._now = self._amounts_to()
        return self._now

    def is_divided(self, side: str) -> bool:
        """Whether of a party to the claim and its branches some affirm it and some deny it."""
        voices = self._of_side(side)
        return any(some.affirming for some in voices) and any(some.denying for some in voices)

    def _of_side(self, side: str) -> list[Voices]:
        return [voices for key, voices in self._voices.items() if self._side_of[key] == side]

    def _amounts_to(self) -> StandingName:
        affirming = {self._side_of[key] for key, voices in self._voices.items() if voices.affirming}
        denying = {self._side_of[key] for key, voices in self._voices.items() if voices.denying}
        if denying - {None}:
            return "disputed" if affirming or self._claimed_anonymously else "denied"
        if affirming - {None}:
            return "confirmed-by-both" if affirming >= self._sides else "claimed-by-one-side"
        if affirming:
            return "claimed-by-third-party"
        # Only outsiders deny here; that makes no dispute, and beside anonymous claims it is all there is on record.
        if denying:
            return "denied"
        return "claimed-anonymously" if self._claimed_anonymously else "unreported"

    def _voices_of(self, party: Party | None) -> Voices:
        key = None if party is None else party.key
        if key not in self._voices:
            self._voices[key] = Voices()
        # A report that never names the government cannot tell that the army is its branch; another one can.
        self._side_of[key] = self._side_of.get(key) or side_of(party, self._sides)
        voices = self._voices[key]
        above = self._voices.get(self._side_of[key])
        if above is not None and above is not voices:
            voices.settle(above.settled)
        return voices

    def _settle_branches(self, key: str, voices: Voices) -> None:
        """Whoever speaks for a whole party speaks for its branches too."""
        if key not in self._sides:
            return
        for branch, side in self._side_of.items():
            if side == key and branch != key:
                self._voices[branch].settle(voices.settled)


def side_of(party: Party | None, sides: Iterable[str]) -> str | None:
    """The party to the claim that this one is, or is a branch of; None for a third party."""
    if party is None:
        return None
    return next((key for key in (party.key, party.part_of) if key is not None and key in sides), None)


def changes(claim: Claim, seen: Sequence[Testimony], as_of: date | None = None) -> tuple[Change, ...]:
    """The days on which the standing changed, from `unreported` on, and the statement that did it.

    They are days of publication, and days on which a report was withdrawn. Of several statements of one day it is the
    last, in order, that moved the standing. What has no day of publication has no part in them: it is heard when all
    days are over, and where it then moves the standing, or a withdrawal without a day does, one change of no date
    closes the history.
    """
    dated = [t for t in seen if t.published is not None]
    followed = (
        _followed(claim, dated) if all(t.withdrawn is None for t in dated) else _worked_out(claim, dated, as_of)
    )
    found, before = list[Change](), _UNREPORTED
    for day, because, now in chain(followed, _in_the_end(claim, seen, as_of)):
        if because is not None and now != before:
            found.append(Change(day, before, now, because))
            before = now
    return tuple(found)


def _followed(claim: Claim, seen: Sequence[Testimony]) -> Iterator[_Day]:
    """The standing at the end of each day, while testimonies come in and none is ever taken back by its outlet."""
    ledger = Ledger(claim)
    for day, testimonies in _by_day(counted(seen)):
        yield day.isoformat(), _last_to_move(ledger, testimonies), ledger.standing


def _worked_out(claim: Claim, dated: Sequence[Testimony], as_of: date | None) -> Iterator[_Day]:
    """The standing at the end of each day, worked out anew for every day, since what is withdrawn is as if unsaid."""
    published = {t.published for t in dated if t.published is not None}
    withdrawn = {t.withdrawn for t in dated if t.withdrawn is not None and t.withdrawn != date.max}
    reached = {day for day in withdrawn if as_of is None or day <= as_of}
    for day in sorted(published | reached):
        still = standing_still(dated, day)
        out = counted(t for t in still if t.published is not None and t.published <= day)
        ledger = Ledger(claim)
        for testimony in out:
            if testimony.published != day:
                ledger.hear(testimony)
        taken_back = [t.statement for t in counted(t for t in dated if t.withdrawn == day)]
        because = _last_to_move(ledger, [t for t in out if t.published == day])
        yield day.isoformat(), because or next(reversed(taken_back), None), ledger.standing


def _in_the_end(claim: Claim, seen: Sequence[Testimony], as_of: date | None) -> Iterator[_Day]:
    """The standing with what has no day: statements in reports without a date, and withdrawals without one."""
    taken_back = [] if as_of not in {None, date.max} else [t for t in seen if t.withdrawn == date.max]
    if not taken_back and all(t.published is not None for t in seen):
        return
    out = counted(standing_still(seen, as_of))
    ledger = Ledger(claim)
    for testimony in out:
        if testimony.published is not None:
            ledger.hear(testimony)
    because = _last_to_move(ledger, [t for t in out if t.published is None])
    yield None, because or next((t.statement for t in reversed(counted(taken_back))), None), ledger.standing


def _last_to_move(ledger: Ledger, testimonies: Iterable[Testimony]) -> str | None:
    because, now = None, ledger.standing
    for testimony in testimonies:
        ledger.hear(testimony)
        if ledger.standing != now:
            because, now = testimony.statement, ledger.standing
    return because


def _by_day(dated: Iterable[Testimony]) -> list[tuple[date, list[Testimony]]]:
    days: dict[date, list[Testimony]] = {}
    for testimony in sorted(dated, key=moment):
        if testimony.published is not None:
            days.setdefault(testimony.published, []).append(testimony)
    return sorted(days.items())
