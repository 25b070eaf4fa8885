"""Relations between the actors of a report: who is part of, allied with or opposed to whom, in the text's words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from onrecord.model import Actor, Relation, RelationKind, Span
from onrecord.nearby import Nearby
from onrecord.reading.relations import BodyRelation
from onrecord.resolution.cast import Cast

_KINDS: dict[str, RelationKind] = {
    "part_of": "part_of",
    "in_charge_of": "part_of",
    "allied_with": "allied_with",
    "opposed_to": "opposed_to",
}
"""Who is in charge of a body is part of it; the office says the rest."""
_BOTH_WAYS = frozenset({"allied_with", "opposed_to"})


def with_relations(cast: Cast, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The actors with the relations that the text tells outright; what it only supposes, or says is over, is left out."""
    placed = Nearby((m.span, (m.span, actor.id)) for actor in actors for m in actor.mentions)
    told: dict[str, dict[tuple[RelationKind, str], Relation]] = defaultdict(dict)
    for tie in cast.ties:
        for one, kind, other in _told(tie, placed):
            told[one].setdefault((kind, other), Relation(kind, other, tie.words))
    return tuple(replace(a, relations=tuple(told[a.id].values())) if a.id in told else a for a in actors)


def _told(tie: BodyRelation, placed: Nearby[tuple[Span, str]]) -> Iterator[tuple[str, RelationKind, str]]:
    kind = _KINDS.get(tie.kind)
    one, other = _actor_at(tie.one, placed), _actor_at(tie.other, placed)
    if kind is None or one is None or other is None or one == other or tie.hedged or tie.ended:
        return
    yield one, kind, other
    if kind in _BOTH_WAYS:
        yield other, kind, one


def _actor_at(span: Span, placed: Nearby[tuple[Span, str]]) -> str | None:
    """The actor whose mention is these words, or all of them but an article or a title."""
    fitting = [(place, ident) for place, ident in placed.at(span) if place.end == span.end or place == span]
    return min(fitting, key=lambda pair: (abs(len(pair[0].text) - len(span.text)), pair[1]))[1] if fitting else None
