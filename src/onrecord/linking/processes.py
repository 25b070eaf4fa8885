"""Episodes of what lasts: talks, agreements, ceasefires, cooperation, support, aid, sanctions, mobilisations."""

from __future__ import annotations

from onrecord.linking.marks import Days, Episode, Mark

LASTS = 180
"""For how many days nothing may be told of it without its being over."""


class Processes:
    """The episodes of one matter that lasts, in the order in which they were opened.

    A statement that gives no day speaks of the time at which it is told, and so do demands and denials: they keep the
    matter in the air. Words for a year place it and stretch it no further. Background belongs to an episode of its days
    or, without days, to the last one that was over by then; it never keeps one going.
    """

    def __init__(self) -> None:
        self.episodes: list[Episode] = []
        self._undated: Episode | None = None

    def take(self, mark: Mark) -> Episode:
        """Puts a mark into the episode that it fits, or opens one; gives the episode."""
        told = None if mark.told is None else mark.told.toordinal()
        days = mark.days
        if days is None and mark.occasion.background:
            episode = self._over_by(told)
        elif days is None and told is None:
            episode = max(self._timed(), key=lambda e: e.latest, default=None) or self._without_time()
        else:
            days = days or (told or 0, told or 0)
            episode = self._nearest(days) or self._open()
            if not mark.occasion.background or not episode.marks:
                _reckon(episode, days, mark)
        episode.add(mark)
        return episode

    def _over_by(self, told: int | None) -> Episode:
        over = [e for e in self._timed() if told is not None and e.latest[0] < told - LASTS]
        return max(over, key=lambda e: e.latest, default=None) or self._without_time()

    def _nearest(self, days: Days) -> Episode | None:
        near = [(_gap(e.days, days), -e.latest[0], e.place) for e in self._timed() if e.days is not None]
        gap, _, place = min(near, default=(LASTS + 1, 0, 0))
        return self.episodes[place] if gap <= LASTS else None

    def _timed(self) -> list[Episode]:
        return [e for e in self.episodes if e.days is not None]

    def _without_time(self) -> Episode:
        if self._undated is None:
            self._undated = self._open()
        return self._undated

    def _open(self) -> Episode:
        self.episodes.append(Episode(len(self.episodes)))
        return self.episodes[-1]


def _reckon(episode: Episode, days: Days, mark: Mark) -> None:
    """Stretches an episode over the days of a mark; exact days take the place of a year, which stretches nothing."""
    if episode.days is None or (episode.coarse and not mark.is_coarse):
        episode.days, episode.coarse = days, mark.is_coarse
    elif not mark.is_coarse:
        episode.days = min(episode.days[0], days[0]), max(episode.days[1], days[1])
    episode.dated |= mark.days is not None


def _gap(one: Days, other: Days) -> int:
    return max(0, other[0] - one[1], one[0] - other[1])
