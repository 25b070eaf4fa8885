"""Which speakers of one party affirm a claim and which deny it, once what they took back is taken out."""

from __future__ import annotations

from datetime import date

from onrecord.model import PartyStance, Stance, Testimony
from onrecord.record.moments import NEVER, Moment, first_day, moment

Said = dict[Stance, Moment]
"""When one speaker last affirmed and last denied."""


class Voices:
    """The speakers of one party, heard in any order.

    A speaker stands where he spoke last. A denial is withdrawn, too, by the party as a whole affirming on a day that
    is surely later. A party that spoke as one body speaks through whoever speaks for it: what the body affirmed is
    withdrawn by such a one denying it on a later day. Nobody else withdraws an affirmation, since a party whose
    speakers differ is divided. Silence withdraws nothing.
    """

    def __init__(self) -> None:
        self.affirming: set[str] = set()
        self.denying: set[str] = set()
        self.settled = date.min
        """The last day on which the party as a whole affirmed."""
        self._recanted = date.min
        self._bodies: set[str] = set()
        self._last: dict[str, Said] = {}

    def hear(self, testimony: Testimony, said: Said | None = None) -> Said | None:
        """Takes in what one of the party's speakers said on record; gives all that is known of what he said.

        `said` is what he is known to have said for other branches of the same side.
        """
        if testimony.stance not in {"affirms", "denies"}:
            return None
        speaker = testimony.speaker_key
        own = self._last.setdefault(speaker, {})
        if said is not None and own is not said:
            said.update({stance: max(said.get(stance, NEVER), when) for stance, when in own.items()})
            own = self._last[speaker] = said
        own[testimony.stance] = max(own.get(testimony.stance, NEVER), moment(testimony))
        if testimony.source_kind == "collective":
            self._bodies.add(speaker)
        self.weigh(speaker)
        if testimony.speaks_for_party:
            day = first_day(testimony) or date.min
            if testimony.stance == "affirms":
                self.settle(day)
            elif testimony.source_kind != "collective":
                self._recant(day)
        return own

    def settle(self, day: date) -> None:
        """Withdraws every denial made before the day on which the party as a whole affirmed."""
        if day <= self.settled:
            return
        self.settled = day
        for speaker in tuple(self.denying):
            self.weigh(speaker)

    @property
    def stance(self) -> PartyStance | None:
        """Where the party stands; None while nobody of it affirms or denies."""
        if self.affirming and self.denying:
            return "divided"
        if self.affirming:
            return "affirms"
        return "denies" if self.denying else None

    def weigh(self, speaker: str) -> None:
        """Finds anew where one speaker stands; nothing if he is not one of this party's."""
        last = self._last.get(speaker)
        if last is None:
            return
        affirmed, denied = last.get("affirms", NEVER), last.get("denies", NEVER)
        self.affirming.discard(speaker)
        self.denying.discard(speaker)
        if affirmed > denied:
            if speaker not in self._bodies or affirmed[0] >= self._recanted:
                self.affirming.add(speaker)
        elif denied[0] >= self.settled:
            self.denying.add(speaker)

    def _recant(self, day: date) -> None:
        if day <= self._recanted:
            return
        self._recanted = day
        for speaker in tuple(self.affirming & self._bodies):
            self.weigh(speaker)
