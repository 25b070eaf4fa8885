"""Where a claim stands: the contract's standing, worked out from testimonies alone.

Nothing here reads a store or a clock, so the same rows give the same answer for ever.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from onrecord.model import Claim, First, Standing, StandingName, Testimony
from onrecord.record.ledger import ON_RECORD, Ledger, changes, side_of
from onrecord.record.moments import counted, iso_day, known_first, seen, standing_still
from onrecord.record.positions import positions


def standing(claim: Claim, testimonies: Iterable[Testimony], as_of: date | None = None) -> Standing:
    """Who affirms the claim and who denies it as of a date, what that amounts to, and how it came about.

    - Seen are the testimonies published on or before `as_of`; reports without a date only when it is None.
    - Equal testimonies in copies of one report are all listed and counted once.
    - On record is who is named, has an office, is a body or a document. An anonymous source counts as an anonymous
      claim and nothing else; the outlet's own words and hearsay count for nothing.
    - A party to the claim is affirmed or denied for by itself and by its branches.
    - A statement's time is when it was said, at the latest, or else when it was published.
    - The latest word of a speaker is his stance. A denial is withdrawn by a later affirmation of the same speaker, or
      by a later day's affirmation from somebody who speaks for the whole party or for the party it is a branch of.
      An affirmation is withdrawn by a later denial of the same speaker only; a body speaks through whoever speaks for
      it. Declining and leaving open withdraw
      nothing.
    - A party to the claim is divided where of it and its branches some affirm and some deny, and both stand.
    - Third parties make no dispute: where they alone deny, it is `denied` unless somebody on record affirms.
    - What stands in a report that was withdrawn counts for nothing from that day on.
    - `reports` are all reports that speak to the claim, `independent_reports` their origins.
    """
    published = seen(testimonies, as_of)
    visible = standing_still(published, as_of)
    telling = counted(visible)
    ledger = _heard(claim, telling)
    return Standing(
        claim=claim,
        as_of=as_of,
        standing=ledger.standing,
        positions=positions(claim, visible),
        first_claim=_first(t for t in telling if _claims(t)),
        first_named_confirmation=_first(t for t in telling if _confirms_by_name(claim, t)),
        first_denial=_first(t for t in telling if t.stance == "denies" and t.source_kind in ON_RECORD),
        divided_parties=tuple(party.name for party in claim.parties if ledger.is_divided(party.key)),
        reports=len({t.report for t in visible}),
        independent_reports=len({t.origin for t in visible}),
        changes=changes(claim, published, as_of),
    )


def standing_name(claim: Claim, testimonies: Iterable[Testimony], as_of: date | None = None) -> StandingName:
    """The one word of `standing`, without the positions and the history."""
    return _heard(claim, counted(standing_still(seen(testimonies, as_of), as_of))).standing


def _heard(claim: Claim, telling: Iterable[Testimony]) -> Ledger:
    ledger = Ledger(claim)
    for testimony in telling:
        ledger.hear(testimony)
    return ledger


def _claims(testimony: Testimony) -> bool:
    return testimony.stance == "affirms" and testimony.source_kind in ON_RECORD | {"anonymous"}


def _confirms_by_name(claim: Claim, testimony: Testimony) -> bool:
    """A named person of a party to the claim affirms it; what an outsider says is a claim, not a confirmation."""
    named = testimony.stance == "affirms" and testimony.source_kind == "named"
    return named and side_of(testimony.party, [party.key for party in claim.parties]) is not None


def _first(testimonies: Iterable[Testimony]) -> First | None:
    """The earliest of them; one whose time nobody knows only where no other is."""
    some = list(testimonies)
    if not some:
        return None
    first = known_first(some)
    return First(
        speaker=first.speaker_name,
        party=None if first.party is None else first.party.name,
        source_kind=first.source_kind,
        date=iso_day(first),
        statement=first.statement,
        reported_by=first.reported_by,
    )
