"""The network of a record: who speaks of whom, who belongs to whom, and which parties stand together on claims.

Everything is counted over independent reports: what stands in a report and in its copies is one tie.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from typing import Literal

from onrecord.export.board import board
from onrecord.export.heldreports import Found, HeldReport, held_reports
from onrecord.export.snapshot import Snapshot
from onrecord.export.spans import overlap
from onrecord.export.tables.actors import described
from onrecord.export.tables.common import actor_id
from onrecord.export.told import speaker_id, statement_values

TieKind = Literal["speaks_of", "part_of", "allied_with", "opposed_to", "agrees_with", "contradicts"]
TIES: dict[TieKind, str] = {
    "speaks_of": "statements of the one mention the other in their content",
    "part_of": "reports say that the one is a branch or faction of the other",
    "allied_with": "reports say that the one fights or works on the other's side",
    "opposed_to": "reports say that the one fights or works against the other",
    "agrees_with": "both parties affirm the same claims, or both deny them",
    "contradicts": "one party affirms claims that the other denies",
}
"""What each kind of tie means."""
MUTUAL: frozenset[TieKind] = frozenset({"agrees_with", "contradicts"})
"""The kinds that have no direction."""
_FIRM = {"affirms", "denies"}


@dataclass(slots=True)
class Tie:
    """A tie between two actors, from `first` to `last` day of publication; `counted` are what it rests on."""

    source: str
    target: str
    kind: TieKind
    counted: set[str] = field(default_factory=set)
    first: date | None = None
    last: date | None = None

    def count(self, what: str, first: date | None, last: date | None) -> None:
        """Adds one thing that the tie rests on, seen from a first to a last day."""
        self.counted.add(what)
        days = [day for day in (self.first, self.last, first, last) if day is not None]
        self.first, self.last = min(days, default=None), max(days, default=None)


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody in the network."""

    id: str
    name: str
    kind: str | None
    country: str | None
    first: date | None
    last: date | None
    reports: int


@dataclass(frozen=True, slots=True)
class Network:
    """Everybody who has a tie, and the ties, both in an order that is the same for the same record."""

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]


def network_of(snapshot: Snapshot) -> Network:
    """The network of a snapshot; actors without any tie are left out."""
    ties: dict[tuple[str, str, TieKind], Tie] = {}
    for report in held_reports(snapshot, "network", ("statement", "actor")):
        _tell(ties, snapshot, report)
    names = _positions(ties, snapshot)
    ordered = tuple(ties[key] for key in sorted(ties))
    return Network(tuple(_nodes(snapshot, ordered, names)), ordered)


def _tell(ties: dict[tuple[str, str, TieKind], Tie], snapshot: Snapshot, report: HeldReport) -> None:
    day, origin = report.row.published, snapshot.origin_of[report.id]
    for statement in report.statements:
        speaker = speaker_id(snapshot, statement_values(snapshot, statement))
        if speaker is not None and snapshot.wants(statement.id):
            for other in _spoken_of(snapshot, report, statement):
                _tie(ties, speaker, other, "speaks_of", f"{origin} {statement.row.content_text}", day)
    for actor in report.actors:
        own = actor_id(snapshot, actor)
        for relation in actor.bare["relations"]:
            other_actor = report.actor_called.get(relation["to"])
            if own is not None and other_actor is not None:
                _tie(ties, own, actor_id(snapshot, other_actor), relation["kind"], origin, day)


def _spoken_of(snapshot: Snapshot, report: HeldReport, statement: Found) -> Iterator[str | None]:
    """Those whom a statement mentions, each once, pronouns included."""
    content = statement.bare["content"]
    for actor in report.actors:
        if any(overlap(mention, span) for mention in actor.bare["mentions"] for span in content):
            yield actor_id(snapshot, actor)


def _tie(
    ties: dict[tuple[str, str, TieKind], Tie],
    source: str,
    target: str | None,
    kind: TieKind,
    what: str,
    first: date | None,
    last: date | None = None,
) -> None:
    if target is None or source == target:
        return
    ends = (min(source, target), max(source, target)) if kind in MUTUAL else (source, target)
    ties.setdefault((*ends, kind), Tie(*ends, kind)).count(what, first, first if last is None else last)


def _positions(ties: dict[tuple[str, str, TieKind], Tie], snapshot: Snapshot) -> dict[str, str]:
    """Ties parties that stand firm on a claim; gives the names of all parties that do."""
    names: dict[str, str] = {}
    for one in board(snapshot, "positions"):
        keys, line = one.party_ids, one.summary
        held = {keys[cell.party]: cell for cell in one.positions if cell.party in keys and cell.stance in _FIRM}
        names |= {key: cell.party for key, cell in held.items()}
        for left, right in combinations(sorted(held), 2):
            kind: TieKind = "agrees_with" if held[left].stance == held[right].stance else "contradicts"
            _tie(ties, left, right, kind, line.claim.id, line.first_reported, line.last_reported)
    return names


def _nodes(snapshot: Snapshot, ties: Iterable[Tie], names: dict[str, str]) -> Iterator[Node]:
    tied = {end for tie in ties for end in (tie.source, tie.target)}
    found: dict[str, Node] = {}
    for one in snapshot.identities:
        if one.id in tied:
            found[one.id] = Node(one.id, one.name, one.kind, one.country, one.first, one.last, len(one.reports))
    others = _others(snapshot, tied - found.keys(), names)
    for ident in sorted(tied):
        yield found.get(ident) or others[ident]


def _others(snapshot: Snapshot, idents: set[str], names: dict[str, str]) -> dict[str, Node]:
    """Those who are no identity: actors of one report that only describes them, and parties that act in no report."""
    rows = {row["actor_id"]: row for row in described(snapshot)} if idents else {}
    found = {}
    for ident in idents:
        row = rows.get(ident, {})
        name = row.get("name") or names.get(ident, ident)
        days = row.get("first_reported"), row.get("last_reported")
        found[ident] = Node(ident, name, row.get("kind"), None, *days, row.get("reports", 0))
    return found
