"""How firmly a text says that a relation holds: plainly, with a hedge, as over, or not at all."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.reading.relations.tree import Tree
from onrecord.reading.relations.words import is_one

HEDGING_VERBS = frozenset(
    "say believe think report allege claim seem appear suspect accuse consider describe regard understand call"
    " purport suppose rumour rumor style want hope plan try attempt intend vow threaten urge ask expect aspire"
    " presume assume portray profess".split()
)
"""Verbs that leave open whether what hangs from them is so ("said to be", "claims to lead", "accused of links")."""
DENYING_VERBS = frozenset(
    "deny reject refuse decline fail dismiss disavow disown refute repudiate rebut lack avoid deter prevent".split()
)
ENDING_VERBS = frozenset(
    "cease stop end sever cut renounce succeed remove sack dismiss oust depose replace fire expel strip resign retire"
    " suspend quit leave abandon dissolve step".split()
)
"""What hangs from these was so and is no more ("severed ties", "ceased to lead", "removed X as deputy chief")."""
APPOINTING_VERBS = frozenset("appoint name elect install nominate designate hire choose pick reinstate".split())
"""Who does this to somebody "as" something is the body that gives the office."""
HEDGING_WORDS = frozenset(
    "reportedly allegedly apparently supposedly possibly perhaps probably likely purportedly ostensibly seemingly"
    " alleged suspected purported supposed reputed self-styled self-proclaimed self-declared so-called apparent"
    " possible potential presumed would-be may might could would should will can".split()
)
ENDED_WORDS = frozenset("former ex ex- ousted deposed late onetime erstwhile then formerly previously once".split())
NOT_WORDS = frozenset("not n't n’t never no neither nor without".split())
CONDITIONS = frozenset("if whether unless".split())
_CHARGING_VERBS = frozenset({"accuse", "suspect"})
_TELLING = frozenset("say says said tell tells told report reports reported".split())
"""Plain telling, which leaves what it tells to its statement and adds no doubt of its own."""
_STYLED = frozenset("styled proclaimed declared called described".split())
_SELF = frozenset({"self", "so"})
_LONGEST_CLIMB = 4


@dataclass(frozen=True, slots=True)
class Doubt:
    """Whether the text denies a relation, hedges it, or says that it is over."""

    denied: bool = False
    hedged: bool = False
    ended: bool = False

    def __or__(self, other: Doubt) -> Doubt:
        return Doubt(self.denied or other.denied, self.hedged or other.hedged, self.ended or other.ended)


PLAIN = Doubt()


def doubt(tree: Tree, word: int) -> Doubt:
    """What the words around a relation word, and the clauses that it hangs from, make of the relation."""
    found = _modifiers(tree, word)
    for _ in range(_LONGEST_CLIMB):
        above, label = tree.heads[word], tree.label(word)
        if above == word:
            break
        if label in {"xcomp", "ccomp", "obj", "obl", "nsubj"} and tree.tags[above] in {"VERB", "ADJ", "AUX"}:
            found |= _governor(tree, above, word)
        elif label == "conj":
            word = above
            continue
        else:
            break
        if label in {"obj", "obl", "nsubj", "ccomp"}:
            break
        word = above
    return found


def _modifiers(tree: Tree, word: int) -> Doubt:
    found = Doubt()
    for child in tree.children(word, "advmod", "amod", "det", "aux", "cc", "mark", "case", "compound", "acl"):
        form = tree.forms[child]
        if form == "longer" and any(tree.forms[c] == "no" for c in (child - 1, *tree.below[child])):
            found |= Doubt(ended=True)
        elif form in NOT_WORDS and not (form == "no" and tree.forms[child + 1 : child + 2] == ("longer",)):
            found |= Doubt(denied=True)
        elif form in ENDED_WORDS or (form == "used" and tree.label(child) == "aux"):
            found |= Doubt(ended=True)
        elif form in HEDGING_WORDS or form in CONDITIONS or (form in _STYLED and _is_after_self(tree, child)):
            found |= Doubt(hedged=True)
    return found | _beside_copula(tree, word)


def _is_after_self(tree: Tree, word: int) -> bool:
    """Whether "self" or "so" and a hyphen stand before a word: "self-styled", "so-called"."""
    return word > 1 and tree.forms[word - 1] == "-" and tree.forms[word - 2] in _SELF


def _beside_copula(tree: Tree, word: int) -> Doubt:
    """Of a predicate noun, "not" may hang from its copula, and "said to" stand before it."""
    found = Doubt()
    for child in tree.children(word, "cop"):
        if any(tree.forms[below] in NOT_WORDS for below in tree.below[child]):
            found |= Doubt(denied=True)
        if child > 1 and tree.forms[child - 1] == "to" and is_one(tree.forms[child - 2], HEDGING_VERBS):
            found |= Doubt(hedged=True)
    return found


def _governor(tree: Tree, above: int, word: int) -> Doubt:
    """What a governing verb makes of its complement; what stands before the verb as its object is its subject."""
    form, label = tree.forms[above], tree.label(word)
    passive = tree.is_passive(above)
    object_of = label in {"obj", "obl"} and word > above
    marks = {tree.forms[c] for c in tree.children(word, "mark")}
    found = Doubt(hedged=True) if marks & CONDITIONS else Doubt()
    if is_one(form, DENYING_VERBS) and (object_of or label in {"xcomp", "ccomp"}):
        return found | Doubt(denied=True)
    if is_one(form, ENDING_VERBS) and (object_of or label == "xcomp" or (passive and label in {"nsubj", "obj"})):
        return found | Doubt(ended=True) | _modifiers(tree, above)
    if label in {"xcomp", "ccomp"} and is_one(form, HEDGING_VERBS) and not (label == "ccomp" and form in _TELLING):
        found |= Doubt(hedged=True)
    if object_of and is_one(form, _CHARGING_VERBS):
        found |= Doubt(hedged=True)
    if form == "used" and label == "xcomp":
        found |= Doubt(ended=True)
    if label == "xcomp":
        found |= _modifiers(tree, above)
    return found
