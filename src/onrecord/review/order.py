"""The order of the queue: what is weighed, most pressing first, with what reviewers have said of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from operator import itemgetter

from onrecord.errors import CursorUnknown
from onrecord.record.words import Aliases
from onrecord.resolution.names import folded
from onrecord.review.gathered import parties_of
from onrecord.review.reviewed import Reviewed, differ, place_of
from onrecord.review.weighing import Weighed

_SECOND_LOOK = 0.5
"""What another reviewer has judged comes later, at this share of its priority; where reviewers differ, earlier."""
_DIFFERING = 2.0
_LAST = "~"
_Place = tuple[float, str, str]


@dataclass(frozen=True, slots=True)
class Order:
    """What is weighed, in order. A statement that speaks to several claims stands at that on which most hangs.

    `ranked` hold each at every claim; `items` each once, `places` where they stand.
    """

    ranked: tuple[tuple[_Place, Weighed], ...] = ()
    items: tuple[Weighed, ...] = ()
    places: tuple[_Place, ...] = ()
    matters: frozenset[str] = frozenset()
    parties: Mapping[str, str] = field(default_factory=dict)
    said: Reviewed = field(default_factory=Reviewed)

    def with_matters(self, matters: Collection[str], some: Iterable[Weighed], said: Reviewed) -> Order:
        """The order with what is to be judged of some matters in place of what was of them."""
        gone = set(matters)
        kept = [pair for pair in self.ranked if pair[1].matter not in gone]
        # Python's sort is quick with what is in order already, as all but a little is here.
        kept += sorted(((_place(one, said), one) for one in some), key=itemgetter(0))
        kept.sort(key=itemgetter(0))
        seen = set[str]()
        once = [pair for pair in kept if not (pair[0][1] in seen or seen.add(pair[0][1]))]  # type: ignore[func-returns-value]
        items = tuple(one for _, one in once)
        names = {key: party.name for key, party in parties_of(items).items()}
        places = tuple(place for place, _ in once)
        return Order(tuple(kept), items, places, self.matters | gone, names, said)

    def after(self, cursor: str) -> int:
        """The number of the first item after a place in the queue; CursorUnknown for what is none."""
        priority, _, ident = cursor.partition(":")
        try:
            return bisect_right(self.places, (-float(priority), ident, _LAST))
        except ValueError:
            raise CursorUnknown(f"{cursor!r} is no place in the queue; give the `next` of a page") from None

    def priority(self, number: int) -> float:
        """The priority of an item, what reviewers said taken in."""
        return -self.places[number][0]

    def parties_called(self, asked: str, aliases: Aliases) -> set[str]:
        """The keys of the parties with this key, or with all of these words in one of their names."""
        words = set(folded(asked).split())
        return {
            key
            for key, name in self.parties.items()
            if key == asked or (words and any(words <= set(folded(n).split()) for n in (name, *aliases.get(key, ()))))
        }


def _place(one: Weighed, said: Reviewed) -> _Place:
    told, priority = said.of(one.kind, one.ident), one.priority
    if told:
        priority = round(priority * (_DIFFERING if differ(told) else _SECOND_LOOK), 6)
    return -priority, place_of(one.kind, one.ident), one.claim
