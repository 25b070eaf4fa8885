"""From judgements on pairs to identities: who belongs together once every judgement is heard.

The result depends on the judgements alone, not on the order in which they were made.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from onrecord.resolution.actors.naming import likeness_of

_STRAY_NAMES = 0.1
"""So large a share of pairs of names may differ between two groups that are one: slips of writers and readers."""
_CLEARLY_AHEAD = 1.0
"""In log odds: by so much a tie is surer than another that leads elsewhere."""


@dataclass(frozen=True, slots=True)
class Tie:
    """That two are the same, how surely, and whether a person said so; `within` is set when one report itself says it."""

    left: str
    right: str
    score: float
    reviewed: bool = False
    within: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """One actor of one report, as far as identities need it."""

    id: str
    name: str
    person: bool
    report: str | None


def clusters(
    everybody: Mapping[str, Found], ties: Iterable[Tie], apart: Iterable[tuple[str, str]]
) -> tuple[tuple[str, ...], ...]:
    """The identities: groups of ids, each sorted, sorted by their first.

    Ties are taken the surest first, a reviewer's before all. Two groups are not joined when a reviewer holds any two of
    them `apart`; nor, unless a reviewer says so, when they hold two actors whom one report tells apart, or names that
    share a word and differ in the rest (two brothers, with a bare surname between them).
    """
    known = [tie for tie in ties if tie.left in everybody and tie.right in everybody]
    groups = _Groups(everybody, apart)
    for tie in sorted(_without_torn(everybody, known), key=lambda t: (not t.reviewed, -t.score, t.left, t.right)):
        groups.join(tie)
    return groups.all()


class _Groups:
    """Groups of actors that grow while ties are taken in."""

    def __init__(self, everybody: Mapping[str, Found], apart: Iterable[tuple[str, str]]) -> None:
        self._everybody = everybody
        self._group = {ident: ident for ident in everybody}
        self._members = {ident: [ident] for ident in everybody}
        self._names = {ident: Counter({found.name: 1}) for ident, found in everybody.items()}
        self._reports = {i: {f.report} if f.report is not None else set[str]() for i, f in everybody.items()}
        self._apart: dict[str, set[str]] = defaultdict(set)
        for left, right in apart:
            self._apart[left].add(right)
            self._apart[right].add(left)

    def join(self, tie: Tie) -> None:
        """Makes one group of two, if nothing stands against it."""
        one, other = self._group[tie.left], self._group[tie.right]
        if one == other or self._held_apart(one, other):
            return
        if not tie.reviewed and (self._told_apart(one, other, tie) or self._differ(one, other)):
            return
        kept, merged = (one, other) if len(self._members[one]) >= len(self._members[other]) else (other, one)
        for ident in self._members[merged]:
            self._group[ident] = kept
        self._members[kept] += self._members.pop(merged)
        self._names[kept] += self._names.pop(merged)
        self._reports[kept] |= self._reports.pop(merged)

    def all(self) -> tuple[tuple[str, ...], ...]:
        return tuple(sorted(tuple(sorted(members)) for members in self._members.values()))

    def _held_apart(self, one: str, other: str) -> bool:
        few, many = sorted((one, other), key=lambda g: len(self._members[g]))
        foes = (foe for ident in self._members[few] for foe in self._apart.get(ident, ()))
        return any(self._group.get(foe) == many for foe in foes)

    def _told_apart(self, one: str, other: str, tie: Tie) -> bool:
        return not tie.within and not self._reports[one].isdisjoint(self._reports[other])

    def _differ(self, one: str, other: str) -> bool:
        """Whether more than a few of the names of the two groups share a word and differ in the rest."""
        person = self._everybody[self._members[one][0]].person
        mine, theirs = self._names[one], self._names[other]
        against = sum(n * m for a, n in mine.items() for b, m in theirs.items() if differ(a, b, person=person))
        return against > _STRAY_NAMES * mine.total() * theirs.total()


def differ(one: str, other: str, *, person: bool) -> bool:
    """Whether two names share a word and differ in the rest."""
    return one != other and likeness_of(one, other, person=person).shape == "conflict"


def _without_torn(everybody: Mapping[str, Found], ties: Sequence[Tie]) -> list[Tie]:
    """The ties without those by which one actor would be two others at once: only the clearly surer ones stay."""
    around: dict[str, list[Tie]] = defaultdict(list)
    for tie in ties:
        if not tie.reviewed:
            around[tie.left].append(tie)
            around[tie.right].append(tie)
    dropped: set[Tie] = set()
    for ident, near in around.items():
        dropped |= _torn(everybody, ident, near)
    return [tie for tie in ties if tie not in dropped]


def _torn(everybody: Mapping[str, Found], ident: str, near: Sequence[Tie]) -> set[Tie]:
    by_name: dict[str, list[Tie]] = defaultdict(list)
    for tie in near:
        by_name[everybody[tie.right if tie.left == ident else tie.left].name].append(tie)
    best = {name: _log_odds(max(tie.score for tie in some)) for name, some in by_name.items()}
    dropped: set[Tie] = set()
    names = sorted(by_name)
    for at, one in enumerate(names):
        for other in names[at + 1 :]:
            if differ(one, other, person=everybody[ident].person):
                ahead = best[one] - best[other]
                dropped.update(by_name[other] if ahead > -_CLEARLY_AHEAD else ())
                dropped.update(by_name[one] if ahead < _CLEARLY_AHEAD else ())
    return dropped


def _log_odds(score: float) -> float:
    bounded = min(max(score, 1e-6), 1 - 1e-6)
    return log(bounded / (1 - bounded))
