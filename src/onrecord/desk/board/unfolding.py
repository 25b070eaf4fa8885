"""The claims of a family of matters while its links come in day by day, as `onrecord.record.gathering` makes them.

A mark joins an episode in the order of publication, so that what comes later changes only the claims that it joins. What
reviewers decided is not carried out here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from onrecord.linking.families import Family
from onrecord.linking.marks import Mark, in_order
from onrecord.model import Figure, Matter, Occasion
from onrecord.record.gathering import Group, HeldClaim, claim_of, order_of_link
from onrecord.record.heldlinks import HeldLink

_Sort = tuple[str, str, Occasion]
"""What makes links one mark: their matter, the origin of their reports, and the occasion."""
_At = tuple[str, int]
"""Which episode: the matter under which it stands, and its number there."""
_Place = tuple[_At, Figure | None]
"""Which claim: of which episode, and its figure."""


@dataclass(slots=True)
class _Taken:
    """A mark in its episode."""

    episode: _At
    number: int
    echoes: bool


@dataclass(slots=True)
class _Claim:
    """The links of one claim by the numbers of their marks, and the claim as it last was."""

    links: dict[int, list[HeldLink]] = field(default_factory=dict)
    made: HeldClaim | None = None

    def in_order(self) -> list[HeldLink]:
        return [link for number in sorted(self.links) for link in self.links[number]]


class Unfolding:
    """The claims of the matters of a family so far, or of one matter."""

    def __init__(self, matters: Mapping[str, Matter]) -> None:
        self._matters = matters
        self._family = Family(matters.values())
        self._moved = 0
        self._marks: dict[_Sort, _Taken] = {}
        self._in: dict[_At, list[_Taken]] = defaultdict(list)
        self._told: dict[tuple[str, str], date] = {}
        self._claims: dict[_Place, _Claim] = {}
        self._beside: dict[_At, dict[_Place, None]] = defaultdict(dict)

    def take(self, links: Iterable[HeldLink], origin_of: Mapping[str, str]) -> tuple[list[HeldClaim], set[str]]:
        """Takes in links that were published after all others; gives the claims that changed, and the ids that went."""
        new: dict[_Sort, list[HeldLink]] = defaultdict(list)
        for link in sorted(links, key=order_of_link):
            origin = origin_of[link.report]
            new[link.matter, origin, link.occasion].append(link)
            if link.published is not None:
                told = link.matter, origin
                self._told[told] = min(link.published, self._told.get(told, link.published))
        self._take_marks({sort: some for sort, some in new.items() if sort not in self._marks})
        touched = dict.fromkeys(self._move())
        for sort, some in new.items():
            mark = self._marks[sort]
            for link in some:
                place = mark.episode, link.figure
                touched[place] = None
                self._put(place, mark, link)
        return self._changed(touched)

    def claims(self) -> Iterator[HeldClaim]:
        """All claims as they are now."""
        return (one.made for one in self._claims.values() if one.made is not None)

    def _take_marks(self, new: Mapping[_Sort, list[HeldLink]]) -> None:
        sort_of: dict[int, _Sort] = {}
        marks = []
        for (matter, origin, occasion), some in new.items():
            idents = tuple(link.id for link in some)
            told = self._told.get((matter, origin))
            mark = Mark(idents, origin, some[0].ordinal, some[0].published, told, occasion)
            sort_of[id(mark)] = matter, origin, occasion
            marks.append(mark)
        for mark in in_order(marks):
            sort = sort_of[id(mark)]
            under, episode = self._family.take(sort[0], mark)
            echoes = bool(episode.echoes) and episode.echoes[-1] is mark
            self._marks[sort] = taken = _Taken((under, episode.place), len(self._marks), echoes)
            self._in[taken.episode].append(taken)

    def _move(self) -> Iterator[_Place]:
        """Carries out the moves of episodes told by half to those told in full; gives the claims that are new so."""
        for move in self._family.moves[self._moved :]:
            before, after = (move.half, move.before), (move.whole, move.after)
            for taken in self._in.pop(before, ()):
                taken.episode = after
                self._in[after].append(taken)
            for place in self._beside.pop(before, ()):
                moved = after, place[1]
                self._claims[moved] = self._claims.pop(place)
                self._beside[after][moved] = None
                yield moved
        self._moved = len(self._family.moves)

    def _put(self, place: _Place, mark: _Taken, link: HeldLink) -> None:
        if place not in self._claims:
            self._claims[place] = _Claim()
            self._beside[place[0]][place] = None
        held = replace(link, stance="unclear") if mark.echoes and not link.stance_given else link
        self._claims[place].links.setdefault(mark.number, []).append(held)

    def _changed(self, touched: dict[_Place, None]) -> tuple[list[HeldClaim], set[str]]:
        groups = {place: self._group(place) for place in touched}
        # Another figure, or another id of one, may be a rival of the figures beside it.
        for episode in {
            place[0] for place, group in groups.items() if place[1] is not None and self._is_new(place, group)
        }:
            for place in self._beside[episode]:
                groups.setdefault(place, self._group(place))
        made, gone, now = [], set[str](), set[str]()
        for place, group in groups.items():
            figures = [other for other in self._beside[place[0]] if other[1] is not None] if place[1] else []
            beside = [groups.get(other) or self._group(other) for other in figures]
            one = self._claims[place]
            before, one.made = one.made, HeldClaim(claim_of(group, beside), tuple(group.links))
            if before is not None:
                gone.add(before.claim.id)
            if before != one.made:
                made.append(one.made)
            now.add(one.made.claim.id)
        return made, gone - now

    def _is_new(self, place: _Place, group: Group) -> bool:
        before = self._claims[place].made
        return before is None or before.claim.id != group.links[0].id

    def _group(self, place: _Place) -> Group:
        (matter, number), figure = place
        return Group(self._matters[matter], number, figure, self._claims[place].in_order())
