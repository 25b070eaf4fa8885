"""Matters that tell of the same deeds by less and by more: "attack by A" and "attack by A on B" are one family.

A report that names only who acts speaks of a matter of its own. Its deed is the one that another report tells in full if
both give the day, or name the same place, and only one receiver comes into question. What lasts is not told by half:
parties that are equals are known or not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from onrecord.contract import content_id
from onrecord.linking.deeds import Deeds, drawers, likelihood, looked_for
from onrecord.linking.kinds import KINDS, lasts
from onrecord.linking.marks import Episode, Mark
from onrecord.linking.processes import Processes
from onrecord.model import Matter

FamilyKey = tuple[str, str]
"""What makes a family: a kind of deed, and the key of the one who acts."""


def matter_id(kind: str, actors: Iterable[str], recipients: Iterable[str] = ()) -> str:
    """The id of a matter of one kind in which some act and others receive, by their keys."""
    return content_id({"kind": kind, "actors": list(actors), "recipients": list(recipients)})


def family_of(matter: Matter) -> FamilyKey | None:
    """The family that a matter belongs to; None for what lasts, and for deeds of several or against several."""
    kind = KINDS.get(matter.kind)
    if kind is None or kind.lasts or kind.mutual or kind.alone is None:
        return None
    names = [party.name for party in matter.parties]
    told = len(names) == 1 or (len(names) == 2 and matter.gloss == kind.between.format(a=names[0], b=names[1]))
    return (kind.name, matter.parties[0].key) if told else None


def is_half(matter: Matter) -> bool:
    """Whether a matter of a family names only who acts."""
    return family_of(matter) is not None and len(matter.parties) == 1


class Families:
    """The families of some matters of which one is told by half, by their ids; `take` adds matters."""

    def __init__(self, matters: Iterable[Matter] = ()) -> None:
        self._members: dict[FamilyKey, set[str]] = defaultdict(set)
        self._halves: set[FamilyKey] = set()
        self.take(matters)

    def __iter__(self) -> Iterator[list[str]]:
        """Each family of several, its matters in order."""
        return (found for key in sorted(self._halves) if len(found := sorted(self._members[key])) > 1)

    def take(self, matters: Iterable[Matter]) -> list[list[str]]:
        """Adds matters; gives the families of several to which they belong."""
        keys = set()
        for matter in matters:
            key = family_of(matter)
            if key is not None:
                self._members[key].add(matter.id)
                self._halves |= {key} if is_half(matter) else set()
                keys.add(key)
        found = (sorted(self._members[key]) for key in sorted(keys & self._halves))
        return [family for family in found if len(family) > 1]


def families(matters: Mapping[str, Matter]) -> list[list[str]]:
    """The matters that are gathered together, by id: those of a family of which one is told by half, else each alone."""
    several = list(Families(matters.values()))
    alone = matters.keys() - {ident for family in several for ident in family}
    return sorted([*several, *([ident] for ident in alone)])


@dataclass(frozen=True, slots=True)
class Move:
    """An episode told by half that turned out to be one told in full: the matters, and its place before and after."""

    half: str
    before: int
    whole: str
    after: int


class Family:
    """The episodes of the matters of a family, or of one matter, while marks come in in the order of publication.

    What comes in later never parts what was together, nor brings together what stood apart.
    """

    def __init__(self, matters: Iterable[Matter]) -> None:
        self._deeds: dict[str, Deeds] = {}
        self._processes: dict[str, Processes] = {}
        self._half: str | None = None
        self._told: dict[int, dict[str, None]] = defaultdict(dict)
        """The matters told in full that have an episode in a stretch of the calendar."""
        self.moves: list[Move] = []
        for matter in sorted(matters, key=lambda one: one.id):
            if lasts(matter.kind):
                self._processes[matter.id] = Processes()
            else:
                self._deeds[matter.id] = Deeds()
            if is_half(matter):
                self._half = matter.id

    def take(self, matter: str, mark: Mark) -> tuple[str, Episode]:
        """Puts a mark of one of the matters where it fits; gives the matter under which it stands, and the episode."""
        if matter in self._processes:
            return matter, self._processes[matter].take(mark)
        if self._half is None or len(self._deeds) == 1:
            return matter, self._deeds[matter].take(mark)
        return self._told_by_half(mark) if matter == self._half else self._told_in_full(matter, mark)

    def episodes(self, matter: str) -> list[Episode]:
        """The episodes that stand under a matter, in the order in which they were opened; moved ones are left empty."""
        return (self._processes.get(matter) or self._deeds[matter]).episodes

    def _told_by_half(self, mark: Mark) -> tuple[str, Episode]:
        half, days = str(self._half), looked_for(mark)
        near = {} if days is None else {ident: None for n in drawers(days) for ident in self._told.get(n, ())}
        sure = {matter: found for matter in near if (found := self._deeds[matter].surely(mark))}
        if len(sure) != 1:
            return half, self._deeds[half].take(mark)
        ((matter, found),) = sure.items()
        return matter, self._deeds[matter].join(max(found, key=lambda episode: likelihood(episode, mark)), mark)

    def _told_in_full(self, matter: str, mark: Mark) -> tuple[str, Episode]:
        deeds, half = self._deeds[matter], str(self._half)
        sure = [] if deeds.knows(mark) else self._deeds[half].surely(mark)
        if sure:
            before = max(sure, key=lambda episode: likelihood(episode, mark))
            episode = deeds.join(deeds.adopt(before), mark)
            self.moves.append(Move(half, before.place, matter, episode.place))
            self._deeds[half].forget(before)
        else:
            episode = deeds.take(mark)
        for number in () if episode.days is None or episode.coarse else drawers(episode.days, leeway=0):
            self._told[number][matter] = None
        return matter, episode
