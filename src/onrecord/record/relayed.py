"""Statements that a report only passes on from another outlet: their origin is that outlet's report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.model import Testimony

LONGEST = 7
"""Days within which a report is passed on; the news of a week ago is told anew, and from somebody else."""
_Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Source:
    """Where testimonies are from: the outlets of each report, and the outlet that a statement is passed on from.

    `outlets` are by report id, `relayed` by statement id; both hold the keys of `onrecord.linking.outlets`.
    """

    outlets: Mapping[str, frozenset[str]]
    relayed: Mapping[str, str]


def with_relays_traced(testimonies: Sequence[Testimony], source: Source) -> list[Testimony]:
    """The testimonies on one claim, those that are passed on from another outlet with the origin that they come from.

    Where the outlet's own report of the same speaker and stance is among them, out in the week before, its origin is
    theirs. Where it is not, those who pass on one outlet's report within a week of one another have one origin between
    them, that of the first. A pure function: the order of the testimonies makes no difference.
    """
    if not any(t.statement in source.relayed for t in testimonies):
        return list(testimonies)
    own: dict[_Key, list[Testimony]] = defaultdict(list)
    passed_on: dict[_Key, list[Testimony]] = defaultdict(list)
    for testimony in sorted(testimonies, key=_order):
        outlet = source.relayed.get(testimony.statement)
        if outlet is not None:
            passed_on[outlet, testimony.speaker_key, testimony.stance].append(testimony)
        else:
            for key in source.outlets.get(testimony.report, ()):
                own[key, testimony.speaker_key, testimony.stance].append(testimony)
    traced: dict[str, str] = {}
    for whose, relays in passed_on.items():
        traced |= _traced(relays, own.get(whose, ()))
    return [replace(t, origin=traced.get(t.statement, t.origin)) for t in testimonies]


def _traced(relays: Iterable[Testimony], own: Sequence[Testimony]) -> dict[str, str]:
    found: dict[str, str] = {}
    before: Testimony | None = None
    for relay in relays:
        held = [t for t in own if _passes_on(relay, t)]
        if held:
            found[relay.statement] = held[-1].origin
        elif before is not None and _passes_on(relay, before):
            found[relay.statement] = found[before.statement]
            before = relay
        else:
            found[relay.statement] = relay.origin
            before = relay
    return found


def _passes_on(relay: Testimony, held: Testimony) -> bool:
    if relay.published is None or held.published is None:
        return True
    return 0 <= (relay.published - held.published).days <= LONGEST


def _order(testimony: Testimony) -> tuple[date, str, str]:
    return testimony.published or date.max, testimony.report, testimony.statement
