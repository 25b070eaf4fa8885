"""The standing of a claim while testimonies come in, one by one and in any order."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.model import Change, Claim, Party, SourceKind, StandingName, Testimony
from onrecord.record.moments import moment
from onrecord.record.voices import Voices

ON_RECORD = frozenset[SourceKind]({"named", "role", "collective", "document"})


class Ledger:
    """What has been heard about one claim so far, and the standing that it amounts to.

    Adding a testimony and asking for the standing cost the same however much was heard before.
    """

    def __init__(self, claim: Claim) -> None:
        self._sides = frozenset(party.key for party in claim.parties)
        self._voices: dict[str | None, Voices] = {}
        self._side_of: dict[str | None, str | None] = {}
        self._claimed_anonymously = False

    def hear(self, testimony: Testimony) -> None:
        """Takes in one testimony; an anonymous one can claim but not deny, an outlet's or hearsay does neither."""
        if testimony.source_kind == "anonymous":
            self._claimed_anonymously |= testimony.stance == "affirms"
        elif testimony.source_kind in ON_RECORD:
            voices = self._voices_of(testimony.party)
            voices.hear(testimony)
            if testimony.party is not None:
                self._settle_branches(testimony.party.key, voices)

    @property
    def standing(self) -> StandingName:
        """The standing as the contract defines it."""
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


def changes(claim: Claim, counted: Iterable[Testimony]) -> tuple[Change, ...]:
    """The days of publication on which the standing changed, from `unreported` on, and the statement that did it.

    Of several statements of one day it is the last, in order, that moved the standing.
    """
    ledger, found = Ledger(claim), list[Change]()
    before: StandingName = "unreported"
    for day, testimonies in _by_day(counted):
        because, now = None, before
        for testimony in testimonies:
            ledger.hear(testimony)
            if ledger.standing != now:
                because, now = testimony.statement, ledger.standing
        if because is not None and now != before:
            found.append(Change(day, before, now, because))
            before = now
    return tuple(found)


def _by_day(testimonies: Iterable[Testimony]) -> list[tuple[str | None, list[Testimony]]]:
    days: dict[str | None, list[Testimony]] = {}
    for testimony in sorted(testimonies, key=moment):
        day = None if testimony.published is None else testimony.published.isoformat()
        days.setdefault(day, []).append(testimony)
    return sorted(days.items(), key=lambda item: item[0] or "")
