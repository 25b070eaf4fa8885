"""Where each party stood on a claim from each day of publication on, for the bands of the picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from onrecord.model import Claim, PartyStance, Testimony
from onrecord.record.ledger import ON_RECORD
from onrecord.record.moments import NEVER, Moment, moment, seen, standing_still
from onrecord.record.positions import positions
from onrecord.record.voices import Voices

Steps = dict[str, list[tuple[date, PartyStance]]]
"""By the key of the party, the days on which its stance became another one."""
_MOST_WORK = 400_000


def stances_of(claim: Claim, testimonies: Sequence[Testimony]) -> Mapping[str, Sequence[tuple[date, PartyStance]]]:
    """The stance of every known party, by its key, from each day on; days are of publication, or of a withdrawal.

    What has no day of publication is left out, as it is as of any day.
    """
    if all(t.withdrawn is None for t in testimonies):
        return _followed(testimonies)
    return _worked_out(claim, testimonies)


class _Stand:
    """What a party's speakers have said so far, in the order of publication."""

    def __init__(self) -> None:
        self._voices = Voices()
        self._heard = set[tuple[str, str, str]]()
        self._aside: tuple[Moment, PartyStance] = NEVER, "unclear"

    def hear(self, testimony: Testimony) -> None:
        """Takes in a statement, unless it is the copy of one."""
        same = testimony.origin, testimony.speaker_key, testimony.stance
        if same in self._heard:
            return
        self._heard.add(same)
        self._voices.hear(testimony)
        if testimony.stance in {"declines", "unclear"}:
            self._aside = max(self._aside, (moment(testimony), testimony.stance))

    @property
    def stance(self) -> PartyStance:
        """Where the party stands."""
        return self._voices.stance or self._aside[1]


def _followed(testimonies: Iterable[Testimony]) -> Steps:
    """The stances while statements come in and none is taken back."""
    by_day: dict[date, list[tuple[str, Testimony]]] = {}
    for testimony in sorted(testimonies, key=lambda t: (t.report != t.origin, moment(t))):
        day, party = testimony.published, testimony.party
        if testimony.source_kind in ON_RECORD and day is not None and party is not None:
            by_day.setdefault(day, []).append((party.key, testimony))
    stands: dict[str, _Stand] = {}
    steps: Steps = {}
    for day in sorted(by_day):
        for key, testimony in by_day[day]:
            stands.setdefault(key, _Stand()).hear(testimony)
            _step(steps, key, day, stands[key].stance)
    return steps


def _worked_out(claim: Claim, testimonies: Sequence[Testimony]) -> Steps:
    """The stances worked out anew for each day, since what is withdrawn is as if unsaid; none where that is too much."""
    days = {t.published for t in testimonies} | {t.withdrawn for t in testimonies}
    dated = sorted(day for day in days if day is not None)
    steps: Steps = {}
    if len(dated) * len(testimonies) > _MOST_WORK:
        return steps
    party_of = {t.statement: t.party for t in testimonies}
    for day in dated:
        for position in positions(claim, standing_still(seen(testimonies, day), day)):
            party = party_of[position.speakers[0].statements[0]]
            if party is not None:
                _step(steps, party.key, day, position.stance)
    return steps


def _step(steps: Steps, party: str, day: date, stance: PartyStance) -> None:
    held = steps.setdefault(party, [])
    if held and held[-1][0] == day:
        held.pop()
    if not held or held[-1][1] != stance:
        held.append((day, stance))
