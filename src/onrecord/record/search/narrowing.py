"""What a search is narrowed to, and the order in which it gives what it finds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from onrecord.model import Act, SourceKind
from onrecord.record.search.tokens import words_of
from onrecord.record.words import Aliases
from onrecord.resolution.names import name_words

Order = Literal["best", "newest", "oldest"]
"""The best are those with most statements that hold the words, then those with most of the words, then the newest."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a search is narrowed to.

    `since` and `until` are days of publication, `month` is a year (`2011`) or a month (`2011-12`) of it. `party` is a
    party's key, or one of its names. With a speaker, a party, an act or a kind of source only reports are found in which
    a statement of theirs holds all the words; with `spoken`, in which any statement does.
    """

    since: date | None = None
    until: date | None = None
    speaker: str | None = None
    party: str | None = None
    act: Act | None = None
    known_at: datetime | None = None
    source_kind: SourceKind | None = None
    outlet: str | None = None
    month: str | None = None
    spoken: bool = False

    @property
    def to_statements(self) -> bool:
        """Whether a statement has to hold the words."""
        return self.spoken or any(
            asked is not None for asked in (self.speaker, self.party, self.act, self.source_kind)
        )

    def of_outlet(self, outlet: str | None) -> bool:
        """Whether a report of this outlet is asked for."""
        return self.outlet is None or outlet == self.outlet

    def of_month(self, day: str | None) -> bool:
        """Whether a report published on this day is of the month or year that is asked for."""
        return self.month is None or (day is not None and day.startswith(self.month))


def is_called(asked: str, names: Sequence[str | None]) -> bool:
    """Whether one of the names has every word asked for, or a word that begins so, in any spelling."""
    words = words_of(asked)
    return bool(words) and any(all(_is_in(word, name) for word in words) for name in names if name is not None)


def party_keys(asked: str, parties: Iterable[tuple[str | None, str | None]], aliases: Aliases) -> frozenset[str]:
    """The keys of the parties that are asked for, out of some keys with names: by key, or all that are called so."""
    known = {(key, name) for key, name in parties if key is not None}
    if any(key == asked for key, _ in known):
        return frozenset((asked,))
    return frozenset(key for key, name in known if is_called(asked, (name, *aliases.get(key, ()))))


def _is_in(word: str, name: str) -> bool:
    respelt = name_words(word)
    return any(held.startswith(word) for held in words_of(name)) or bool(
        respelt and set(respelt) <= set(name_words(name))
    )
