"""Which speakers of one party affirm a claim and which deny it, once what they took back is taken out."""

from __future__ import annotations

from datetime import date

from onrecord.model import PartyStance, Stance, Testimony
from onrecord.record.moments import NEVER, Moment, first_day, moment


class Voices:
    """The speakers of one party, heard in any order.

    A speaker stands where he spoke last. A denial is withdrawn, too, by the party as a whole affirming on a day that
    is surely later; nobody but the speaker himself withdraws an affirmation, since a party whose speakers differ is
    divided. Silence withdraws nothing.
    """

    def __init__(self) -> None:
        self.affirming: set[str] = set()
        self.denying: set[str] = set()
        self.settled = date.min
        """The last day on which the party as a whole affirmed."""
        self._last: dict[str, dict[Stance, Moment]] = {}

    def hear(self, testimony: Testimony) -> None:
        """Takes in what one of the party's speakers said on record."""
        if testimony.stance not in {"affirms", "denies"}:
            return
        last = self._last.setdefault(testimony.speaker_key, {})
        last[testimony.stance] = max(last.get(testimony.stance, NEVER), moment(testimony))
        self._weigh(testimony.speaker_key)
        if testimony.stance == "affirms" and testimony.speaks_for_party:
            self.settle(first_day(testimony) or date.min)

    def settle(self, day: date) -> None:
        """Withdraws every denial made before the day on which the party as a whole affirmed."""
        if day <= self.settled:
            return
        self.settled = day
        for speaker in tuple(self.denying):
            self._weigh(speaker)

    @property
    def stance(self) -> PartyStance | None:
        """Where the party stands; None while nobody of it affirms or denies."""
        if self.affirming and self.denying:
            return "divided"
        if self.affirming:
            return "affirms"
        return "denies" if self.denying else None

    def _weigh(self, speaker: str) -> None:
        last = self._last[speaker]
        affirmed, denied = last.get("affirms", NEVER), last.get("denies", NEVER)
        self.affirming.discard(speaker)
        self.denying.discard(speaker)
        if affirmed > denied:
            self.affirming.add(speaker)
        elif denied[0] >= self.settled:
            self.denying.add(speaker)
