"""A report's grammar as trees: what a word governs, and who does, undergoes or is what a word says."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from onrecord.model import Span
from onrecord.reading.reader import Relations
from onrecord.reading.relations.mending import mended

RELATIVE = frozenset({"who", "which", "that", "whom"})
_PARTICIPLES = frozenset(
    "led run held fought known made seen split broken taken overrun driven sworn won sent thrown struck kept".split()
)
"""Past participles that do not end in -ed and that the lists of relation words use."""
_MOST_JOINED = 20
_LONGEST_CLIMB = 6
"""Clauses between a word and its subject at most; real ones have one to three."""


@dataclass(frozen=True)
class Tree:
    """Words of a report in small letters with parts of speech, governors and relations (Universal Dependencies)."""

    spans: tuple[Span, ...]
    forms: tuple[str, ...]
    tags: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    below: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, grammar: Relations) -> Tree:
        """The trees of all sentences of a report, mended; those of the last few reports are held."""
        return _tree(grammar)

    def root(self, word: int) -> int:
        """The word that governs the whole sentence in which a word stands."""
        return next(reversed([word, *self.above(word)]))

    def above(self, word: int) -> Iterator[int]:
        """The words that govern a word, directly and further up, the nearest first."""
        for _ in range(len(self.heads)):
            if self.heads[word] == word:
                return
            word = self.heads[word]
            yield word

    def label(self, word: int) -> str:
        """The relation of a word to its governor, without its subtype."""
        return self.relations[word].partition(":")[0]

    def children(self, word: int, *labels: str) -> Iterator[int]:
        """The words that a word governs by one of these relations; a name without subtype takes in all subtypes."""
        for child in self.below[word]:
            if self.relations[child] in labels or self.label(child) in labels:
                yield child

    def case(self, word: int) -> str:
        """The prepositions of a word: "of", "according to"; empty without any."""
        found = [c for c in self.children(word, "case") if self.forms[c] not in {"'s", "’s", "'", "’"}]
        fixed = [f for c in found for f in (c, *self.children(c, "fixed"))]
        return " ".join(self.forms[c] for c in sorted(fixed))

    def with_conjoined(self, word: int) -> tuple[int, ...]:
        """A word and what "and" or "or" joins to it, a sentence's list of names cut off after the first twenty."""
        return (word, *islice(self.children(word, "conj"), _MOST_JOINED))

    def depends_with(self, word: int, prepositions: Collection[str], *labels: str) -> Iterator[int]:
        """The words that hang from a word by one of these prepositions."""
        for child in self.children(word, *(labels or ("nmod", "obl"))):
            if self.case(child) in prepositions:
                yield child

    def antecedent(self, word: int) -> int:
        """The noun that a relative pronoun goes back to; the word itself where it is none."""
        if self.forms[word] not in RELATIVE or self.tags[word] not in {"PRON", "DET", "SCONJ"}:
            return word
        above = word
        for _ in range(_LONGEST_CLIMB):
            if self.relations[above] == "acl:relcl":
                return self.heads[above]
            above = self.heads[above]
        return word

    def is_participle(self, word: int) -> bool:
        """Whether a word can be a past participle by its form."""
        return self.forms[word].endswith("ed") or self.forms[word] in _PARTICIPLES

    def is_passive(self, word: int) -> bool:
        """Whether a verb tells what is done to its subject."""
        if any(self.relations[c] in {"aux:pass", "nsubj:pass"} for c in self.below[word]):
            return True
        bare = not any(self.label(c) in {"aux", "nsubj"} for c in self.below[word])
        hangs = self.label(word) in {"acl", "advcl", "amod", "conj"} and self.relations[word] != "acl:relcl"
        if not (bare and hangs and self.is_participle(word)) or any(self.children(word, "obj")):
            return False
        return self.label(word) != "conj" or any(self.depends_with(word, {"by"}, "obl")) or self._joined_passive(word)

    def _joined_passive(self, word: int) -> bool:
        above = self.heads[word]
        return any(self.relations[c] in {"aux:pass", "nsubj:pass"} for c in self.below[above])

    def subject(self, word: int) -> int | None:
        """Who does or is what a word says, also where another clause names them; who undergoes it, of a passive."""
        for _ in range(_LONGEST_CLIMB):
            own = next(self.children(word, "nsubj"), None)
            if own is not None:
                return self.antecedent(own)
            above, label = self.heads[word], self.label(word)
            if above == word:
                return None
            if label == "acl" and self.tags[above] != "VERB":
                return above
            if label == "xcomp":
                thing = next(self.children(above, "obj"), None)
                if thing is not None and thing != word:
                    return self.antecedent(thing)
            elif label not in {"conj", "advcl", "acl"} or (label != "advcl" and any(self.children(word, "mark"))):
                return None
            word = above
        return None

    def objects(self, word: int) -> tuple[int, ...]:
        """Whom a verb's doing is done to, joined ones too; whom the passive's subject means, of a passive."""
        if self.is_passive(word):
            subject = self.subject(word)
            return () if subject is None else self.with_conjoined(subject)
        return tuple(
            self.antecedent(each) for child in self.children(word, "obj") for each in self.with_conjoined(child)
        )

    def doers(self, word: int) -> tuple[int, ...]:
        """Who does what a verb says, joined ones too; of a passive, whom "by" names."""
        if self.is_passive(word):
            named = self.depends_with(word, {"by"}, "obl", "nmod")
            return tuple(each for child in named for each in self.with_conjoined(child))
        subject = self.subject(word)
        return () if subject is None else self.with_conjoined(subject)


@lru_cache(maxsize=4)
def _tree(grammar: Relations) -> Tree:
    grammar = mended(grammar)
    below: list[list[int]] = [[] for _ in grammar.words]
    for word, head in enumerate(grammar.heads):
        if head != word:
            below[head].append(word)
    return Tree(
        grammar.words,
        tuple(span.text.lower() for span in grammar.words),
        grammar.tags,
        grammar.heads,
        grammar.relations,
        tuple(tuple(words) for words in below),
    )
