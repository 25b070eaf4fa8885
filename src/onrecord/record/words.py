"""Finds claims by words, in any order and spelling: `Taliban talks`, `ceasefire FARC`, `attack Bajaur 2011`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache

from onrecord.errors import ClaimNotFound
from onrecord.linking.glosses import words_for
from onrecord.model import Claim, Matter, Party
from onrecord.record.heldlinks import Told
from onrecord.resolution.names import folded, telling_words

Aliases = Mapping[str, Iterable[str]]
"""Other names of parties, by party key."""
_FEWEST_LETTERS = 4
_SUGGESTIONS = 3
_TEXTS_KEPT = 16_384
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)


class Words:
    """The words somebody looks for, and which matters and claims they find."""

    def __init__(self, text: str, aliases: Aliases | None = None) -> None:
        self._text = text
        self._wanted = telling_words(text) or tuple(folded(text).split()) or ("",)
        self._aliases: Aliases = {} if aliases is None else aliases
        self._names: dict[Party, frozenset[str]] = {}
        self._missing: dict[str, tuple[str, ...]] = {}
        # Very many claims are of the same words and of the same few places.
        self._stands_in = lru_cache(maxsize=_TEXTS_KEPT)(lambda wanted, text: _in(wanted, _folded(text)))

    def missing(self, matter: Matter) -> tuple[str, ...]:
        """The words that are not in what all claims of a matter have: its gloss, its kind, its parties' names."""
        if matter.id not in self._missing:
            held = self._words_of(matter)
            self._missing[matter.id] = tuple(wanted for wanted in self._wanted if not _in(wanted, held))
        return self._missing[matter.id]

    def find(self, claim: Claim, matter: Matter) -> bool:
        """Whether every word is found in a claim: in its matter, its figure, its place, or the months of its days."""
        return self._found(matter, (claim.gloss, claim.place or ""), claim.first, claim.last)

    def may_find(self, matter: Matter, told: Told) -> bool:
        """Whether every word is found in what is told on all occasions of a matter, so that one claim may have them."""
        return self._found(matter, told.words, told.first, told.last)

    def _found(self, matter: Matter, texts: Iterable[str], first: date | None, last: date | None) -> bool:
        return all(
            any(self._stands_in(wanted, text) for text in texts) or _in(wanted, _months(first, last))
            for wanted in self.missing(matter)
        )

    def nothing_found(self, matters: Sequence[Matter]) -> ClaimNotFound:
        """The error to raise when no claim has them all, with the nearest matters."""
        if not matters:
            return ClaimNotFound(
                "the record holds no claims yet, or held none by then; add reports with: onrecord add"
            )
        nearest = sorted(matters, key=self._distance)[:_SUGGESTIONS]
        glosses = "; ".join(f"{matter.gloss} ({matter.id})" for matter in nearest)
        return ClaimNotFound(f"no claim has the id or the words {self._text!r}; the nearest are: {glosses}")

    def _distance(self, matter: Matter) -> tuple[int, float, str]:
        likeness = SequenceMatcher(None, folded(self._text), folded(matter.gloss)).ratio()
        return len(self.missing(matter)), -likeness, matter.id

    def _words_of(self, matter: Matter) -> frozenset[str]:
        words = _folded(" ".join((matter.gloss, matter.type, *words_for(matter.kind))))
        for party in matter.parties:
            if party not in self._names:
                self._names[party] = _folded(" ".join((party.name, *self._aliases.get(party.key, ()))))
            words |= self._names[party]
        return words


@lru_cache(maxsize=65_536)
def _folded(text: str) -> frozenset[str]:
    return frozenset(folded(text).split())


def _in(wanted: str, held: Iterable[str]) -> bool:
    return any(_alike(wanted, word) for word in held)


def _alike(wanted: str, word: str) -> bool:
    """`talk` finds `talks`, and `Pakistani` finds `Pakistan`."""
    return word.startswith(wanted) or (len(word) >= _FEWEST_LETTERS and wanted.startswith(word))


@lru_cache(maxsize=4_096)
def _months(first: date | None, last: date | None) -> tuple[str, ...]:
    """The years and months that days reach over: `2011 november december`."""
    if first is None or last is None:
        return ()
    begin, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    years = [str(year) for year in range(first.year, last.year + 1)]
    return (*years, *(_MONTHS[n % 12] for n in range(begin, min(end, begin + 11) + 1)))
