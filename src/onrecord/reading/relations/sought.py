"""A relation while it is looked for: by words of the grammar, not yet by mentions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.reading.relations.doubt import PLAIN, Doubt
from onrecord.reading.relations.found import BodyRelationKind


@dataclass(frozen=True, slots=True)
class Sought:
    """A relation between two words of the grammar, the words that say so, and how firmly."""

    kind: BodyRelationKind
    one: int
    other: int
    first: int
    last: int
    doubt: Doubt = PLAIN
    of: Literal["actor", "place", "either"] = "actor"
    """What `other` has to be."""
