"""Bundles as far as they are worked out, with the versions of their claims in blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.desk.board.columns import Columns
from onrecord.desk.board.histories import Bundle, Version


@dataclass(frozen=True, slots=True)
class Block:
    """Versions of the claims of a bundle, with their columns."""

    versions: Sequence[Version]
    columns: Columns


@dataclass(slots=True)
class Held:
    """A bundle as far as it is worked out: at first as it is now, and then for all days."""

    bundle: Bundle
    last: int = 0
    """The last day on which anything of it changes."""
    latest: Block | None = None
    history: Block | None = None
    days: dict[int, Block] = field(default_factory=dict)
    """As of single days, asked for before the history was there."""
