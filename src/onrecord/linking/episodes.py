"""Which statements on one matter speak of the same occasion of it: talks of 2011 and of 2014 are two, and so are attacks.

Membership is worked out when it is asked, from the marks of a matter alone, in the order in which reports were published.
Each mark joins an episode that it fits, or else opens one. So adding a report reads no other again, the order of adding
makes no difference, and what is so as of a day depends on nothing published later.

What lasts (talks, a ceasefire, sanctions) goes on while the next statement tells of a time within half a year of it:
UCDP ends an episode of conflict after a calendar year without any fighting (Kreutz, Journal of Peace Research 47, 2010),
and talks that nobody speaks of for half a year are over sooner. What is done on a day (an attack, an arrest, a threat)
is the same if the days that are told overlap, to within a day for the time zones, and the places do not contradict each
other. One whose day no word tells is of the fortnight before the report, in which news of it is followed up. Which
matters tell of one deed by less and by more stands in `families.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from onrecord.linking.families import Family
from onrecord.linking.marks import Episode, Mark, in_order
from onrecord.model import Matter


def episodes(matters: Iterable[Matter], marks: Mapping[str, Iterable[Mark]]) -> Iterator[tuple[Matter, Episode]]:
    """The episodes of the matters of a family, each with the matter under which it stands and with its marks in order.

    `marks` are by the id of their matter. The episodes come matter by matter, as they were opened.
    """
    family = Family(matters := sorted(matters, key=lambda matter: matter.id))
    told = [(mark, ident) for ident, some in marks.items() for mark in some]
    matter_of = {id(mark): ident for mark, ident in told}
    for mark in in_order(mark for mark, _ in told):
        family.take(matter_of[id(mark)], mark)
    for matter in matters:
        yield from ((matter, episode) for episode in family.episodes(matter.id) if episode.marks)
