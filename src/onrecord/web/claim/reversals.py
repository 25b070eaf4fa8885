"""Speakers who affirmed what they had denied, or denied what they had affirmed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from onrecord.model import Stance, Testimony
from onrecord.record.ledger import ON_RECORD
from onrecord.record.moments import counted, moment
from onrecord.record.questions.heard import Heard
from onrecord.web.claim.entries import Entry

_FIRM = 0.5
"""Below this score a link that nobody confirmed is too weak to show that somebody turned round."""


@dataclass(frozen=True, slots=True)
class Reversal:
    """A speaker who went from one stance to the other, with the statements that tell of either."""

    speaker: str
    party: str | None
    before: Stance
    after: Stance
    left: Entry
    took: Entry


def reversals(one: Heard, entries: Iterable[Entry]) -> list[Reversal]:
    """The reversals of speakers on record, in order of publication.

    A speaker's position is compared at the end of each day on which reports quote him, and his latest word is his
    position. Both statements must be linked to the claim firmly: by a reviewer, or with a score of at least one half.
    """
    by_statement = {ident: entry for entry in entries for ident in (entry.id, *(c.statement for c in entry.copies))}
    spoken: dict[tuple[str | None, str], list[Testimony]] = {}
    for told in counted(one.counting):
        if told.source_kind in ON_RECORD and told.stance in {"affirms", "denies"} and told.published is not None:
            spoken.setdefault((None if told.party is None else told.party.key, told.speaker_key), []).append(told)
    found = [turn for said in spoken.values() for turn in _turns(said, by_statement)]
    return sorted(found, key=lambda turn: moment(turn.took.testimony))


def _turns(said: Sequence[Testimony], entries: Mapping[str, Entry]) -> Iterator[Reversal]:
    held: Testimony | None = None
    for _, some in groupby(sorted(said, key=lambda t: (t.published, moment(t))), key=lambda t: t.published):
        last = max((*some, *([] if held is None else [held])), key=moment)
        if held is not None and last.stance != held.stance:
            left, took = entries.get(held.statement), entries.get(last.statement)
            if left is not None and took is not None and left.day != took.day and _is_firm(left) and _is_firm(took):
                yield Reversal(took.speaker, took.party, held.stance, last.stance, left, took)
        held = last


def _is_firm(entry: Entry) -> bool:
    return entry.link is not None and (entry.link.state == "confirmed" or entry.link.score >= _FIRM)
