"""Where each party and each of its speakers stands on a claim, and since when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, takewhile

from onrecord.model import Claim, Party, PartyStance, Position, SpeakerPosition, Stance, Testimony
from onrecord.record.ledger import ON_RECORD, side_of
from onrecord.record.moments import Moment, counted, first_day, iso_day, known_first, moment
from onrecord.record.voices import Voices

UNIDENTIFIED = "unidentified"
"""Stands in for the party of speakers whose party no report tells."""


def positions(claim: Claim, seen: Iterable[Testimony]) -> tuple[Position, ...]:
    """One position for every party that spoke on record: the parties to the claim with their branches, then others.

    Anonymous sources belong to no party's position.
    """
    spoken: dict[tuple[str | None, str], list[Testimony]] = {}
    for testimony in seen:
        if testimony.source_kind in ON_RECORD:
            # Speakers of no known party are no party together: each of them stands alone.
            who = (None, testimony.speaker_key) if testimony.party is None else (testimony.party.key, "")
            spoken.setdefault(who, []).append(testimony)
    rank = {party.key: place for place, party in enumerate(claim.parties)}

    def place(testimonies: list[Testimony]) -> tuple[int, bool, Moment]:
        side = next(filter(None, (side_of(t.party, rank) for t in testimonies)), None)
        branch = testimonies[0].party is None or testimonies[0].party.key != side
        return rank.get(side or "", len(rank)), branch, moment(counted(testimonies)[0])

    return tuple(_position(claim, testimonies) for testimonies in sorted(spoken.values(), key=place))


def _position(claim: Claim, testimonies: Sequence[Testimony]) -> Position:
    telling = counted(testimonies)
    speakers: dict[str, list[Testimony]] = {testimony.speaker_key: [] for testimony in telling}
    for testimony in testimonies:
        speakers[testimony.speaker_key].append(testimony)
    stance, since = _stance_since(telling)
    return Position(
        party=_name(claim, testimonies[0].party),
        stance=stance,
        since=since,
        speakers=tuple(_speaker_position(said) for said in speakers.values()),
    )


def _stance_since(testimonies: Sequence[Testimony]) -> tuple[PartyStance, str | None]:
    """The stance after the last testimony, and the time from which it was held without a break.

    What has no time of its own has a say in the stance and none in its time, unless the stance is made by nothing else.
    """
    stance, since = _held(testimonies)
    dated = [testimony for testimony in testimonies if first_day(testimony) is not None]
    if dated and len(dated) < len(testimonies):
        known, known_since = _held(dated)
        since = known_since if known == stance else since
    return stance, since


def _held(testimonies: Sequence[Testimony]) -> tuple[PartyStance, str | None]:
    """The stance at the end of the last day, and since when it is that of each day's end.

    In which order the statements of one day were made is not known, so that what a day takes back is no break.
    """
    voices, aside = Voices(), _aside(testimonies[0].stance)
    now: PartyStance = "unclear"
    held: PartyStance | None = None
    since: str | None = None
    for _, day in groupby(testimonies, key=lambda testimony: moment(testimony)[0]):
        made_by: Testimony | None = None
        for testimony in day:
            voices.hear(testimony)
            aside = _aside(testimony.stance) or aside
            before, now = now, voices.stance or aside or "unclear"
            if now != before or (made_by is None and _bears(testimony, now)):
                made_by = testimony
        if made_by is not None and (now != held or (since is None and _bears(made_by, now))):
            held, since = now, iso_day(made_by)
    return now, since


def _bears(testimony: Testimony, stance: PartyStance) -> bool:
    """Whether a statement takes the stance, or one of the two of a divided party."""
    return testimony.stance == stance or (stance == "divided" and testimony.stance in {"affirms", "denies"})


def _aside(stance: Stance) -> PartyStance | None:
    """A stance that is neither affirming nor denying: it is shown only where nothing firmer was ever said."""
    return stance if stance in {"declines", "unclear"} else None


def _speaker_position(said: Sequence[Testimony]) -> SpeakerPosition:
    telling = [t for t in counted(said) if t.stance in {"affirms", "denies"}] or counted(said)
    stance = telling[-1].stance
    since = known_first(takewhile(lambda testimony: testimony.stance == stance, reversed(telling)))
    return SpeakerPosition(
        name=since.speaker_name,
        source_kind=since.source_kind,
        stance=stance,
        first=iso_day(since),
        statements=tuple(t.statement for t in said),
        reported_by=_reporters(said),
    )


def _reporters(said: Sequence[Testimony]) -> tuple[str, ...]:
    """Those who pass on what somebody said, if all of it is known through others."""
    if any(t.reported_in is None for t in said):
        return ()
    return tuple(dict.fromkeys(t.reported_by or UNIDENTIFIED for t in said))


def _name(claim: Claim, party: Party | None) -> str:
    if party is None:
        return UNIDENTIFIED
    return next((p.name for p in claim.parties if p.key == party.key), party.name)
