"""A claim as the board holds it, with all that is told on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import Testimony
from onrecord.record.gathering import HeldClaim


@dataclass(frozen=True, slots=True)
class ToldClaim:
    """A claim with its links as of a day, and its testimonies in the order of the links."""

    held: HeldClaim
    testimonies: Sequence[Testimony]
