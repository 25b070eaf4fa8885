"""Where each party stands on a claim, with the words on which each of its speakers stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import Party, SourceKind, SpeakerPosition, Stance
from onrecord.record.positions import UNIDENTIFIED
from onrecord.record.questions.heard import Heard
from onrecord.record.questions.positions import ClaimPosition, positions_on
from onrecord.web.claim.bodies import bodies_of
from onrecord.web.claim.entries import Entry

_STANCES: tuple[Stance, ...] = ("affirms", "denies", "declines", "unclear")
_KINDS: tuple[SourceKind, ...] = (
    *("named", "role", "collective", "document"),
    *("anonymous", "outlet", "impersonal"),
)


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker with the statement on which he stands, the last of its stance."""

    position: SpeakerPosition
    entry: Entry


@dataclass(frozen=True, slots=True)
class PartyPosition:
    """A party's cell of the board, and its speakers.

    `speaks_for` is the party to the claim of which this one is a branch, `unknown` who it is that speaks where no
    report tells for whom.
    """

    cell: ClaimPosition
    voices: tuple[Voice, ...]
    speaks_for: str | None = None
    unknown: str | None = None


def party_positions(one: Heard, entries: Iterable[Entry]) -> tuple[PartyPosition, ...]:
    """The positions of all parties in the order of the board, those known from anonymous sources only at the end."""
    by_statement = {ident: entry for entry in entries for ident in (entry.id, *(c.statement for c in entry.copies))}
    cells = positions_on([one])
    on_record = len(one.standing.positions)
    above = bodies_of(one.claim, one.testimonies)
    found = [
        _made(cell, sorted(_voices(position.speakers, by_statement), key=_firmest_first), above)
        for cell, position in zip(cells[:on_record], one.standing.positions, strict=True)
    ]
    return (*found, *(_made(cell, list(_unnamed(cell, by_statement)), above) for cell in cells[on_record:]))


def _made(cell: ClaimPosition, voices: Sequence[Voice], above: Mapping[str, Party]) -> PartyPosition:
    party = voices[0].entry.testimony.party if voices else None
    side = None if party is None else above.get(party.key)
    unknown = voices[0].entry.speaker if voices and cell.party == UNIDENTIFIED else None
    return PartyPosition(cell, tuple(voices), None if side is None else side.name, unknown)


def _firmest_first(voice: Voice) -> tuple[int, int]:
    return _STANCES.index(voice.position.stance), _KINDS.index(voice.position.source_kind)


def _voices(speakers: Iterable[SpeakerPosition], entries: Mapping[str, Entry]) -> Iterator[Voice]:
    for speaker in speakers:
        said = [entries[statement] for statement in speaker.statements if statement in entries]
        standing = [entry for entry in said if entry.testimony.stance == speaker.stance] or said
        if standing:
            yield Voice(speaker, standing[-1])


def _unnamed(cell: ClaimPosition, entries: Mapping[str, Entry]) -> Iterator[Voice]:
    for statement in cell.statements:
        if statement in entries:
            entry = entries[statement]
            yield Voice(SpeakerPosition(None, "anonymous", "affirms", entry.day, (statement,)), entry)
