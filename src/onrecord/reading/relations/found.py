"""What a relation between two mentions is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model import Span

BodyRelationKind = Literal["part_of", "allied_with", "opposed_to", "in_charge_of", "same_as"]


@dataclass(frozen=True, slots=True)
class BodyRelation:
    """What a text says of two mentions: `one` is part of, in charge of, allied with, opposed to or the same as `other`.

    `words` say so ("deputy chief", "backed"). `hedged` is "said to be", "reportedly", links short of membership, and
    what is yet to come; `ended` is "former", "no longer", "split from". `other` is a place only with `in_charge_of`
    ("controls Mosul").
    """

    kind: BodyRelationKind
    one: Span
    other: Span
    words: Span
    hedged: bool = False
    ended: bool = False
