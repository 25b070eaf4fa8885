"""Episodes of what is done on a day: attacks, detentions, protests, releases, accusations, threats, requests."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from onrecord.linking.marks import Days, Episode, Mark
from onrecord.linking.sites import contradict

FOLLOWED_UP = 14
"""For how many days after a deed reports speak of it without saying when it was."""
_SAME_STRETCH = 0.5
"""Of years and other long stretches that are the same, the share that both cover of what either does."""
_DRAWER = 32


class Deeds:
    """The episodes of one matter that does not last, in the order in which they were opened.

    The days of an episode narrow as reports tell them better: "in November" is the 12th once a report says so, and a
    report of the 25th speaks of another one. What is told of a year or a decade stands apart from single deeds.
    """

    def __init__(self) -> None:
        self.episodes: list[Episode] = []
        self._coarse: dict[int, Episode] = {}
        self._drawers: dict[int, dict[int, Episode]] = defaultdict(dict)
        self._undated: Episode | None = None

    def take(self, mark: Mark) -> Episode:
        """Puts a mark into the episode that it fits, or opens one; gives the episode."""
        if looked_for(mark) is None:
            episode = self._latest(mark)
            episode.add(mark)
            return episode
        episode = max(self._fitting(mark), key=lambda e: likelihood(e, mark), default=None) or self._open()
        return self.join(episode, mark)

    def join(self, episode: Episode, mark: Mark) -> Episode:
        """Puts a mark into an episode of these; gives the episode."""
        days = looked_for(mark)
        if days is not None:
            _reckon(episode, mark, days)
            self._file(episode)
        episode.add(mark)
        return episode

    def knows(self, mark: Mark) -> bool:
        """Whether a mark would join an episode of these, or has no time by which to look for one."""
        return looked_for(mark) is None or any(self._fitting(mark))

    def surely(self, mark: Mark) -> list[Episode]:
        """The episodes that a mark fits by a day that both give, or by the same place; none for background."""
        if mark.occasion.background or mark.is_coarse:
            return []
        return [e for e in self._fitting(mark) if (e.dated and mark.days is not None) or _is_at_home(e, mark)]

    def adopt(self, episode: Episode) -> Episode:
        """Opens an episode that takes the place of one of another matter, with all its marks; gives it."""
        own = self._open()
        own.days, own.dated, own.coarse, own.site = episode.days, episode.dated, episode.coarse, episode.site
        own.reported, own.marks, own.echoes = episode.reported, list(episode.marks), list(episode.echoes)
        self._file(own)
        return own

    def forget(self, episode: Episode) -> None:
        """Empties an episode that another matter has adopted; no mark fits it any more."""
        episode.days, episode.marks, episode.echoes = None, [], []

    def _fitting(self, mark: Mark) -> Iterator[Episode]:
        days = looked_for(mark)
        if days is not None:
            yield from (e for e in self._around(mark, days) if _fits(e, mark, days))

    def _latest(self, mark: Mark) -> Episode:
        """The latest deed, for what has no time at all; for undated background the latest that is past."""
        told = None if mark.told is None else mark.told.toordinal()
        fine = [e for e in self.episodes if e.days is not None and not e.coarse]
        if mark.occasion.background:
            fine = [e for e in fine if told is not None and e.latest[0] < told - FOLLOWED_UP]
        fine = [e for e in fine if not contradict(e.site, mark.occasion.site)]
        if not fine and self._undated is None:
            self._undated = self._open()
        return max(fine, key=lambda e: e.latest, default=None) or self._undated or self._open()

    def _around(self, mark: Mark, days: Days) -> Iterable[Episode]:
        if mark.is_coarse:
            return self._coarse.values()
        return {n: e for drawer in drawers(days) for n, e in self._drawers.get(drawer, {}).items()}.values()

    def _file(self, episode: Episode) -> None:
        """Files an episode under its days, so that a deed is compared with those near it and no others."""
        if episode.coarse:
            self._coarse[episode.place] = episode
        elif episode.days is not None:
            for drawer in drawers(episode.days, leeway=0):
                self._drawers[drawer][episode.place] = episode

    def _open(self) -> Episode:
        self.episodes.append(Episode(len(self.episodes)))
        return self.episodes[-1]


def drawers(days: Days, leeway: int = 1) -> range:
    """The numbers of the stretches of the calendar in which deeds of some days, or of a day beside them, are filed."""
    return range((days[0] - leeway) // _DRAWER, (days[1] + leeway) // _DRAWER + 1)


def looked_for(mark: Mark) -> Days | None:
    """The days by which the deed of a mark is looked for: those that are told, or else presumed; None where none are."""
    told = None if mark.told is None or mark.occasion.background else mark.told.toordinal()
    return mark.days or (None if told is None else _presumed(told, ahead=mark.occasion.ahead))


def _presumed(told: int, *, ahead: bool) -> Days:
    """Where an undated deed is looked for: in the fortnight before it is told, or after it if it is still to come."""
    return (told + 1, told + FOLLOWED_UP) if ahead else (told - FOLLOWED_UP, told)


def _fits(episode: Episode, mark: Mark, days: Days) -> bool:
    if episode.days is None or contradict(episode.site, mark.occasion.site):
        return False
    if episode.coarse or mark.is_coarse:
        return episode.coarse and mark.is_coarse and _common_share(episode.days, days) >= _SAME_STRETCH
    leeway = 1 if episode.dated and mark.days is not None else 0
    return episode.days[0] - leeway <= days[1] and days[0] <= episode.days[1] + leeway


def _common_share(one: Days, other: Days) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0]) + 1
    return max(0, shared) / (max(one[1], other[1]) - min(one[0], other[0]) + 1)


def likelihood(episode: Episode, mark: Mark) -> tuple[bool, bool, tuple[int, int]]:
    """Ranks the episodes that a mark fits: of its own place, of a known day, the latest."""
    return _is_at_home(episode, mark), episode.dated, episode.latest


def _is_at_home(episode: Episode, mark: Mark) -> bool:
    site = mark.occasion.site
    return site is not None and episode.site is not None and episode.site.key == site.key


def _reckon(episode: Episode, mark: Mark, days: Days) -> None:
    """Narrows the days of an episode to those that a mark leaves open, unless it gives none or they do not meet."""
    if episode.days is None:
        episode.days, episode.coarse, episode.dated = days, mark.is_coarse, mark.days is not None
    elif mark.days is not None and not episode.dated:
        episode.days, episode.dated = days, True
    elif mark.days is not None:
        narrowed = max(episode.days[0], days[0]), min(episode.days[1], days[1])
        episode.days = narrowed if narrowed[0] <= narrowed[1] else episode.days
