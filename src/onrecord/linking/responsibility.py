"""How a report tells that a party did something: claimed by the party, suspected by others, or told as fact.

A claim of responsibility, an accusation and a plain account look alike to whoever counts attacks. They are told apart
by whose words they are, by how sure these are, and by the field's phrases (`blame.SIGNS`), each with a weight learnt
from reports whose annotators had told them apart (`training/responsibility`; see the card in `assets/`).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.assets import weights
from onrecord.linking.blame import Blame, Told
from onrecord.model import Event, Reading, Span

Basis = Literal["claimed", "suspected", "fact"]
BASES: tuple[Basis, ...] = ("claimed", "suspected", "fact")
VIOLENT = frozenset({"ASSAULT", "COERCE"})
"""Types of events for which somebody is responsible."""
_MOST_WORDS = 3
_PERSONS = frozenset({"person", "people"})


@dataclass(frozen=True, slots=True)
class Responsibility:
    """What a party's responsibility for a deed rests on, as one report tells it.

    - `basis`: `claimed` (the party claims or admits it), `suspected` (others suspect or accuse it, or it is told as
      possible), `fact` (it is told as a fact).
    - `shares`: how likely each basis is, 0 to 1, together 1.
    - `because`: up to three stretches of the text that speak for the basis, in the order of the text.
    """

    basis: Basis
    shares: tuple[tuple[Basis, float], ...]
    because: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Deed:
    """A violent event of a reading and one who is said to have done it, by their ids, with what that rests on."""

    event: str
    actor: str
    responsibility: Responsibility


def responsibility(reading: Reading, party: Iterable[Span], deed: Iterable[Span]) -> Responsibility | None:
    """How a report tells that a party did a deed, each given by words of the report; None if nothing speaks of the party.

    `deed` are words that name what was done or whom it hit, such as the triggers of its events.
    """
    return _told(Blame(reading), sorted(party), sorted(deed))


def responsibilities(reading: Reading) -> tuple[Deed, ...]:
    """How the report tells who did each violent event: one row for each event and body that acts in it.

    What other events of that type by the same body say is taken together, wherever in the report they stand.
    """
    blame = Blame(reading)
    bodies = {a.id: a for a in reading.actors if a.kind not in _PERSONS}
    found: list[Deed] = []
    known: dict[tuple[str, str], Responsibility | None] = {}
    for event in reading.events:
        for ident in event.actors if event.type in VIOLENT and event.status != "negated" else ():
            body, key = bodies.get(ident), (event.type, ident)
            if body is None or not body.mentions:
                continue
            if key not in known:
                known[key] = _told(blame, sorted(m.span for m in body.mentions), _triggers(reading.events, *key))
            told = known[key]
            if told is not None:
                found.append(Deed(event.id, ident, told))
    return tuple(found)


def _triggers(events: Iterable[Event], type_: str, actor: str) -> list[Span]:
    return sorted({e.trigger for e in events if e.type == type_ and actor in e.actors})


def _told(blame: Blame, party: Sequence[Span], deed: Sequence[Span]) -> Responsibility | None:
    told = blame.told(party, deed)
    if not told:
        return None
    known = weights("responsibility")
    strengths = blame.strengths(party, told)
    shares = likeliest(strengths, known["signs"], known["bias"])
    basis = max(BASES, key=shares.__getitem__)
    return Responsibility(
        basis,
        tuple((b, round(shares[b], 3)) for b in BASES),
        _because(told, known["signs"], BASES.index(basis)),
    )


def likeliest(
    strengths: Mapping[str, float], signs: Mapping[str, Sequence[float]], bias: Sequence[float]
) -> dict[Basis, float]:
    """The share of each basis, from how strongly each sign speaks and what it weighs for each basis (log odds)."""
    sums = [b + sum(signs[s][n] * strength for s, strength in strengths.items()) for n, b in enumerate(bias)]
    powers = [math.exp(s - max(sums)) for s in sums]
    return {basis: power / sum(powers) for basis, power in zip(BASES, powers, strict=True)}


def _because(told: Sequence[Told], signs: Mapping[str, Sequence[float]], basis: int) -> tuple[Span, ...]:
    """The words of the signs that speak most for a basis, each where it stands nearest to the deed."""
    best: dict[str, tuple[float, Span]] = {}
    for one in told:
        for sign, words in one.signs:
            weight = signs[sign][basis] * one.nearness
            if weight > 0 and weight > best.get(sign, (0.0, words))[0]:
                best[sign] = weight, words
    ranked = sorted(best.values(), key=lambda pair: (-pair[0], pair[1]))
    return tuple(sorted({words for _, words in ranked[:_MOST_WORDS]}))
