"""Finds claims by words, in any order and spelling: `Taliban talks`, `ceasefire FARC`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher

from onrecord.errors import ClaimNotFound
from onrecord.linking.glosses import words_for
from onrecord.model import Claim
from onrecord.resolution.names import folded, telling_words

Aliases = Mapping[str, Iterable[str]]
"""Other names of parties, by party key."""
_FEWEST_LETTERS = 4
_SUGGESTIONS = 3


class Words:
    """The words somebody looks for, and which claims they find."""

    def __init__(self, text: str, aliases: Aliases | None = None) -> None:
        self._text = text
        self._wanted = telling_words(text) or tuple(folded(text).split()) or ("",)
        self._aliases: Aliases = {} if aliases is None else aliases

    def find(self, claim: Claim) -> bool:
        """Whether every word is found in the claim."""
        return self._found_in(claim) == len(self._wanted)

    def begin_id(self, claim: Claim) -> bool:
        """Whether the words are no words but the beginning of the claim's id."""
        return len(self._text) >= _FEWEST_LETTERS and claim.id.startswith(self._text)

    def nothing_found(self, claims: Sequence[Claim]) -> ClaimNotFound:
        """The error to raise when no claim has them all, with the nearest claims."""
        if not claims:
            return ClaimNotFound("the record holds no claims yet; add reports with: onrecord add")
        nearest = sorted(claims, key=self._distance)[:_SUGGESTIONS]
        glosses = "; ".join(f"{claim.gloss} ({claim.id})" for claim in nearest)
        return ClaimNotFound(f"no claim has the id or the words {self._text!r}; the nearest are: {glosses}")

    def _found_in(self, claim: Claim) -> int:
        held = self._words_of(claim)
        return sum(any(_alike(wanted, word) for word in held) for wanted in self._wanted)

    def _distance(self, claim: Claim) -> tuple[int, float, str]:
        likeness = SequenceMatcher(None, folded(self._text), folded(claim.gloss)).ratio()
        return -self._found_in(claim), -likeness, claim.id

    def _words_of(self, claim: Claim) -> frozenset[str]:
        texts = [claim.gloss, claim.type, *words_for(claim.gloss, claim.type)]
        for party in claim.parties:
            texts += [party.name, *self._aliases.get(party.key, ())]
        return frozenset(folded(" ".join(texts)).split())


def _alike(wanted: str, word: str) -> bool:
    """`talk` finds `talks`, and `Pakistani` finds `Pakistan`."""
    return word.startswith(wanted) or (len(word) >= _FEWEST_LETTERS and wanted.startswith(word))
