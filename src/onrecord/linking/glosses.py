"""How a claim reads: a gloss for every event type of PLOVER (2021 list), and the words that find it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import Event

_CEASEFIRE = re.compile(r"\b(?:cease-?\s?fires?|truces?|armistices?)\b", re.IGNORECASE)
_CEASEFIRE_TYPES = frozenset({"AGREE", "CONCEDE", "COOPERATE", "RETREAT"})


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event that can be claimed.

    `name` keys it, `type` is its PLOVER type. In a mutual kind the sides are equals (talks); in the others one acts
    and the other receives. `between` words it for two sides, `alone` for one, and is None where it takes two.
    """

    name: str
    type: str
    mutual: bool
    between: str
    alone: str | None = None
    words: tuple[str, ...] = ()

    def gloss(self, actors: Sequence[str], recipients: Sequence[str]) -> str:
        """The claim in words: `talks between TTP and Government of Pakistan`."""
        if self.mutual and len(actors) > 1:
            return self.between.format(all=listed(actors))
        if recipients:
            return self.between.format(a=listed(actors), b=listed(recipients))
        return (self.alone or "{a}").format(a=listed(actors))


def listed(names: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _mutual(type_: str, noun: str, words: str, name: str = "", alone: str | None = None) -> Kind:
    return Kind(name or type_, type_, mutual=True, between=noun + " between {all}", alone=alone, words=_split(words))


def _directed(type_: str, between: str, words: str, *, alone: bool = False) -> Kind:
    by_one = between.partition("{a}")[0] + "{a}" if alone else None
    return Kind(type_, type_, mutual=False, between=between, alone=by_one, words=_split(words))


def _split(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_KINDS = {
    kind.name: kind
    for kind in (
        _mutual("CONSULT", "talks", "negotiation negotiations meeting dialogue contacts peace"),
        _mutual("AGREE", "agreement", "deal accord pact peace treaty"),
        _mutual("COOPERATE", "cooperation", "joint partnership"),
        _mutual("RETREAT", "ceasefire", "truce armistice cease fire", name="ceasefire", alone="ceasefire by {a}"),
        _directed("SUPPORT", "support by {a} for {b}", "backing approval"),
        _directed("CONCEDE", "concession by {a} to {b}", "yield", alone=True),
        _directed("AID", "aid from {a} to {b}", "assistance help"),
        _directed("RETREAT", "retreat by {a} from {b}", "withdrawal release pullout disarmament", alone=True),
        _directed("REQUEST", "request by {a} to {b}", "appeal demand", alone=True),
        _directed("ACCUSE", "accusation by {a} against {b}", "blame allegation"),
        _directed("REJECT", "rejection by {a} of {b}", "refusal", alone=True),
        _directed("THREATEN", "threat by {a} against {b}", "warning"),
        _directed("PROTEST", "protest by {a} against {b}", "demonstration rally strike", alone=True),
        _directed("SANCTION", "sanctions by {a} on {b}", "embargo penalty"),
        _directed("MOBILIZE", "mobilisation by {a} against {b}", "mobilization deployment troops", alone=True),
        _directed("COERCE", "coercion by {a} of {b}", "arrest detention seizure raid curfew"),
        _directed("ASSAULT", "attack by {a} on {b}", "assault bombing strike shelling killing fighting"),
    )
}


def kind_of(event: Event) -> Kind | None:
    """The kind of event that is claimed; None for a type that the ontology does not have.

    A ceasefire is one kind of its own: the codebook splits it over agreeing, conceding and retreating, by whether it
    is promised or kept, which is what its statements disagree about.
    """
    ceasefire = event.mode == "ceasefire" or _CEASEFIRE.search(event.trigger.text) is not None
    if ceasefire and event.type in _CEASEFIRE_TYPES:
        return _KINDS["ceasefire"]
    return _KINDS.get(event.type)


def words_for(gloss: str, type_: str) -> tuple[str, ...]:
    """Other words by which people look for a claim of this type and gloss (`deal` for an agreement)."""
    kinds = (k for k in _KINDS.values() if k.type == type_)
    opening = gloss.partition(" ")[0]
    return next((k.words for k in kinds if k.between.startswith(opening)), ())
