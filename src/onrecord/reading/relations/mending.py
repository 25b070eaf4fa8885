"""Attachments that the reader's grammar gets wrong word by word, mended where the order of words leaves no doubt."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from onrecord.reading.reader import Relations

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_OF_THE_VERB_BEFORE = {"by": "obl:agent", "as": "obl"}
"""Prepositions right behind a verb, with what their noun is to it."""
_TO_THE_NOUN_BEFORE = frozenset({"of", "between"})
"""Prepositions that hang from the noun before them, whatever the verb."""


def mended(grammar: Relations) -> Relations:
    """The same grammar with prepositions, doers and joined words attached to what stands directly beside them.

    The reader chooses governor and relation of each word by themselves, so that a preposition's noun can come out as
    the verb's object ("took control of Mosul"). Nine such slips are put right; the tree stays one.
    """
    draft = _Draft(grammar)
    for word in range(len(grammar.words)):
        for mend in _MENDS:
            mend(draft, word)
    _subjects_beside_objects(draft)
    return Relations(grammar.words, grammar.tags, tuple(draft.heads), tuple(draft.relations))


class _Draft:
    """A grammar while it is mended."""

    def __init__(self, grammar: Relations) -> None:
        self.forms = tuple(word.text.lower() for word in grammar.words)
        self.tags = grammar.tags
        self.heads = list(grammar.heads)
        self.relations = list(grammar.relations)

    def is_below(self, word: int, other: int) -> bool:
        """Whether a word is another or hangs from it."""
        for _ in range(len(self.heads)):
            if word == other:
                return True
            if self.heads[word] == word:
                return False
            word = self.heads[word]
        return False

    def attach(self, word: int, head: int, relation: str) -> None:
        """Hangs a word, not the root, from another that does not hang from it."""
        if self.heads[word] != word and not self.is_below(head, word):
            self.heads[word], self.relations[word] = head, relation

    def preposition(self, word: int) -> str:
        """The preposition before a noun and its article, if any."""
        before = word - 1
        while before >= 0 and self.tags[before] in {"DET", "ADJ"} and self.heads[before] == word:
            before -= 1
        return self.forms[before] if before >= 0 and self.tags[before] == "ADP" else ""

    def opening(self, word: int) -> int:
        """The first word of a noun with its preposition, article and adjectives."""
        first = word
        while first > 0 and self.tags[first - 1] in {"DET", "ADJ", "ADP"} and self.heads[first - 1] == word:
            first -= 1
        return first

    def top_of_name(self, word: int) -> int:
        """The word that governs the name or compound which a word ends."""
        while self.relations[word].partition(":")[0] in {"flat", "compound", "goeswith"} and self.heads[word] < word:
            word = self.heads[word]
        return word


def _preposition(draft: _Draft, word: int) -> None:
    """A preposition goes to the next noun, unless that noun hangs from the one it has."""
    if draft.relations[word] != "case" or draft.tags[word] != "ADP" or draft.heads[word] < word:
        return
    between = range(word + 1, draft.heads[word])
    for near in between:
        if draft.tags[near] == "VERB":
            return
        if draft.tags[near] in _NOMINAL and not draft.is_below(near, draft.heads[word]):
            draft.attach(word, near, "case")
            return


def _of_its_noun(draft: _Draft, word: int) -> None:
    """What "of" or "between" opens hangs from the noun before it, not from the verb."""
    head = draft.heads[word]
    if draft.forms[word] not in _TO_THE_NOUN_BEFORE or draft.relations[word] != "case" or word == 0:
        return
    before, above = draft.top_of_name(word - 1), draft.heads[head]
    if draft.tags[word - 1] in _NOMINAL and draft.tags[above] == "VERB" and draft.heads[before] == above:
        draft.attach(head, before, "nmod")


def _behind_a_verb(draft: _Draft, word: int) -> None:
    """What "by" or "as" opens right behind a verb is its doer ("led by") or the verb's own ("resigned as")."""
    relation = _OF_THE_VERB_BEFORE.get(draft.forms[word])
    if relation is None or draft.relations[word] != "case" or word == 0:
        return
    if draft.tags[word - 1] == "VERB" and draft.relations[draft.heads[word]] not in {"xcomp", "advcl"}:
        draft.attach(draft.heads[word], word - 1, relation)


def _joined(draft: _Draft, word: int) -> None:
    """What "and" joins to a noun with the same governor and relation hangs from that noun."""
    if draft.relations[word] != "cc" or word == 0 or draft.tags[word - 1] not in _NOMINAL:
        return
    one, other = draft.top_of_name(word - 1), draft.heads[word]
    if other < word or draft.heads[one] == one:
        return
    if draft.preposition(one) == "between" and other > word and draft.tags[other] in _NOMINAL:
        draft.attach(other, one, "conj")
        return
    same = draft.heads[one] == draft.heads[other] and draft.relations[one] == draft.relations[other]
    prepositional = draft.relations[one] == "nmod" and draft.heads[draft.heads[one]] == draft.heads[other]
    if same or (prepositional and draft.tags[other] in _NOMINAL and draft.tags[draft.heads[other]] == "VERB"):
        draft.attach(other, one, "conj")


def _complement(draft: _Draft, word: int) -> None:
    """A noun behind a verb is its object where it has an indirect one before it ("sent us no fighters"), and its
    circumstance where it has a preposition ("brought to it"); a complement it is of verbs of being and calling."""
    head = draft.heads[word]
    if draft.relations[word] != "xcomp" or draft.tags[word] not in _NOMINAL or not head < word:
        return
    if draft.preposition(word) not in {"", "as"}:
        draft.relations[word] = "obl"
    elif any(draft.heads[w] == head and draft.relations[w] == "iobj" for w in range(head + 1, word)):
        draft.relations[word] = "obj"


def _no_subject(draft: _Draft, word: int) -> None:
    """What a preposition opens is no subject; right behind a noun it says something of that ("deliveries by A")."""
    if draft.relations[word] != "nsubj" or draft.tags[word] not in _NOMINAL or not draft.preposition(word):
        return
    before = draft.opening(word) - 1
    if before >= 0 and draft.tags[before] in _NOMINAL and draft.heads[before] == draft.heads[word]:
        draft.attach(word, draft.top_of_name(before), "nmod")


def _object_before(draft: _Draft, word: int) -> None:
    """A noun right behind a verb's indirect object is its object, not that of the next clause's verb."""
    head = draft.heads[word]
    one = draft.opening(word) - 1
    if draft.relations[word] != "obj" or not word < head or one < 0 or draft.relations[one] != "iobj":
        return
    if draft.heads[one] < one and any(
        draft.heads[w] == head and draft.relations[w] == "nsubj" for w in range(word + 1, head)
    ):
        draft.attach(word, draft.heads[one], "obj")


def _relative(draft: _Draft, word: int) -> None:
    """A clause with "which" says something of the noun right before it, not of one beyond another verb."""
    if draft.forms[word] != "which" or word < 2:
        return
    clause, before = word, word - 2 if draft.forms[word - 1] == "," else word - 1
    while draft.relations[clause] != "acl:relcl":
        if draft.heads[clause] == clause:
            return
        clause = draft.heads[clause]
    above = before = draft.top_of_name(before) if draft.tags[before] in _NOMINAL else draft.heads[clause]
    while above != draft.heads[clause] and draft.tags[above] != "VERB" and draft.heads[above] != above:
        above = draft.heads[above]
    if draft.tags[above] == "VERB" and clause != above:
        draft.attach(clause, before, "acl:relcl")


def _subjects_beside_objects(draft: _Draft) -> None:
    """A verb with an object and no auxiliary of the passive has a subject that acts: "the army shelled its camps"."""
    above: dict[str, set[int]] = {"obj": set(), "aux:pass": set()}
    for relation, head in zip(draft.relations, draft.heads, strict=True):
        if relation in above:
            above[relation].add(head)
    acting = above["obj"] - above["aux:pass"]
    for word, relation in enumerate(draft.relations):
        if relation == "nsubj:pass" and draft.heads[word] in acting:
            draft.relations[word] = "nsubj"


_MENDS: Sequence[Callable[[_Draft, int], None]] = (
    _preposition,
    _of_its_noun,
    _behind_a_verb,
    _joined,
    _complement,
    _no_subject,
    _object_before,
    _relative,
)
