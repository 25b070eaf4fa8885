"""Which parties speak on a claim for a party to it: those that are its branches, as the record reckons them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from onrecord.model import Claim, Party, Testimony
from onrecord.record.ledger import ON_RECORD, side_of
from onrecord.record.questions.heard import Heard


def bodies_of(claim: Claim, testimonies: Iterable[Testimony]) -> Mapping[str, Party]:
    """The party to the claim for which each of its branches speaks, by the branch's key.

    One report that tells of a branch is enough: another one may not name the party above it.
    """
    parties = {party.key: party for party in claim.parties}
    found: dict[str, Party] = {}
    for told in testimonies:
        side = side_of(told.party, parties) if told.source_kind in ON_RECORD else None
        if told.party is not None and side is not None and side != told.party.key:
            found.setdefault(told.party.key, parties[side])
    return found


def party_names(one: Heard) -> dict[str, str]:
    """One name for each party that speaks, by its key: that of the claim, or else the one that the board has."""
    names = {party.key: party.name for party in one.claim.parties}
    on_record = [told for told in one.counting if told.source_kind in ON_RECORD]
    for told in (*on_record, *one.counting, *one.testimonies):
        if told.party is not None:
            names.setdefault(told.party.key, told.party.name)
    return names
