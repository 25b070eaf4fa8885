"""The versions of claims as columns of numbers: a block for each bundle of matters, and all blocks behind one another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields

import numpy as np

from onrecord.desk.board.codes import Codes, Numbers, numbers
from onrecord.desk.board.histories import Version
from onrecord.model import Party, Site

_DIGITS = 15
"""Hexadecimal digits of a claim's id that sort claims alike in all else; the whole ids are of 24."""


@dataclass(slots=True)
class Vocabulary:
    """The numbers that stand for texts, parties and places."""

    glosses: Codes[str] = field(default_factory=Codes)
    types: Codes[str] = field(default_factory=Codes)
    standings: Codes[str] = field(default_factory=Codes)
    matters: Codes[str] = field(default_factory=Codes)
    parties: Codes[str] = field(default_factory=Codes)
    sites: Codes[str] = field(default_factory=Codes)
    party_names: dict[str, dict[str, int]] = field(default_factory=dict)
    site_names: dict[str, dict[str, int]] = field(default_factory=dict)
    """The names of each party and place, with the first day on which the board has it under this name."""
    above: dict[str, str] = field(default_factory=dict)
    """The party that each party is a branch of."""

    def party(self, party: Party, day: int) -> int:
        """The number of a party, whose names are kept."""
        _keep(self.party_names.setdefault(party.key, {}), party.name, day)
        if party.part_of is not None:
            self.above[party.key] = party.part_of
        return self.parties.of(party.key)

    def site(self, site: Site, day: int) -> int:
        """The number of a place, whose names are kept."""
        _keep(self.site_names.setdefault(site.key, {}), site.name, day)
        return self.sites.of(site.key)


def names_by(day: int, names: Mapping[str, Mapping[str, int]]) -> dict[str, list[str]]:
    """The names that the board has by a day, by key, in order."""
    found = {key: sorted(name for name, first in some.items() if first <= day) for key, some in names.items()}
    return {key: some for key, some in found.items() if some}


def _keep(names: dict[str, int], name: str, day: int) -> None:
    names[name] = min(day, names.get(name, day))


@dataclass(frozen=True, slots=True)
class Columns:
    """One number for each version in each column; of the lists (`party`, `speaker`, `site`, `matter`) a number for each
    item, with the number of the version beside it (`party_of` and so on).
    """

    begin: Numbers
    end: Numbers
    independent: Numbers
    reports: Numbers
    figure: Numbers
    gloss: Numbers
    reported: Numbers
    told: Numbers
    moved: Numbers
    ident: Numbers
    type: Numbers
    standing: Numbers
    party: Numbers
    party_of: Numbers
    speaker: Numbers
    speaker_of: Numbers
    site: Numbers
    site_of: Numbers
    matter: Numbers
    matter_of: Numbers

    def __len__(self) -> int:
        return len(self.begin)


_LISTS = ("party", "speaker", "site", "matter")
_OF = {f"{name}_of" for name in _LISTS}
_NAMES = tuple(one.name for one in fields(Columns))


def columns_of(versions: Sequence[Version], words: Vocabulary) -> Columns:
    """The columns of some versions."""
    made: dict[str, list[int]] = {name: [] for name in _NAMES}
    for number, version in enumerate(versions):
        _add(made, number, version, words)
    return Columns(**{name: numbers(column) for name, column in made.items()})


def ident_number(claim: str) -> int:
    """The number that stands for the id of a claim; few others have the same."""
    return int(claim[:_DIGITS], 16)


def joined(blocks: Sequence[Columns]) -> Columns:
    """Blocks of columns behind one another."""
    sizes = [len(block) for block in blocks]
    starts = np.cumsum([0, *sizes])[:-1]
    whole = {}
    for name in _NAMES:
        parts = [getattr(block, name) for block in blocks]
        if name in _OF:
            parts = [part + start for part, start in zip(parts, starts, strict=True)]
        whole[name] = np.concatenate(parts) if parts else numbers([])
    return Columns(**whole)


def _add(made: dict[str, list[int]], number: int, version: Version, words: Vocabulary) -> None:
    entry = version.entry
    line, claim = entry.summary, entry.summary.claim
    plain = {
        "begin": version.begin,
        "end": version.end,
        "independent": line.independent_reports,
        "reports": line.reports,
        "figure": claim.figure is not None,
        "gloss": words.glosses.of(claim.gloss),
        "reported": 0 if line.last_reported is None else line.last_reported.toordinal(),
        "told": 0 if entry.told_on is None else entry.told_on.toordinal(),
        "moved": 0 if entry.moved_on is None else entry.moved_on.toordinal(),
        "ident": ident_number(claim.id),
        "type": words.types.of(claim.type),
        "standing": words.standings.of(line.standing),
    }
    for name, value in plain.items():
        made[name].append(value)
    lists: dict[str, Iterable[int]] = {
        "party": {words.party(party, version.begin): None for party in entry.parties},
        "speaker": {words.party(party, version.begin): None for party in entry.speaking},
        "site": {words.site(site, version.begin): None for site in entry.sites},
        "matter": {words.matters.of(link.matter): None for link in version.held.links},
    }
    for name, values in lists.items():
        for value in values:
            made[name].append(value)
            made[f"{name}_of"].append(number)
