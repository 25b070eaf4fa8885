"""What a record has of some new reports, read before the board takes it in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from onrecord.desk.board.holdings import Holdings
from onrecord.desk.board.queries import actors_in, matters_in, published_on
from onrecord.model import Matter
from onrecord.record.heldlinks import HeldLink, link_ids_of, links_with_ids, matters_held


@dataclass(frozen=True, slots=True)
class Fetched:
    """What the record has of some new reports, before it is taken in."""

    reports: Sequence[str]
    links: Sequence[HeldLink]
    matters: Mapping[str, Matter]
    """The matters that were not held before."""
    published: Counter[date]
    actors: Set[str]


def fetched(
    connection: Connection, holdings: Holdings, reports: Sequence[str], unread: Collection[str] = ()
) -> Fetched:
    """What is new with some reports to what is held, which stays as it is; `unread` are the reports that come later."""
    idents = link_ids_of(connection, matters_in(connection, reports))
    unknown = [ident for ident, statement in idents.items() if not holdings.has(ident, statement)]
    fresh = [one for one in links_with_ids(connection, unknown) if one.report not in unread]
    matters = {one.matter for one in fresh} - holdings.matters.keys()
    return Fetched(
        reports,
        fresh,
        matters_held(connection, sorted(matters)),
        published_on(connection, reports),
        actors_in(connection, reports),
    )
