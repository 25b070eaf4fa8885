"""Relations that set phrases tell: "took control of", "under X's control", "as part of", "in support of"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.reading.relations.doubt import doubt
from onrecord.reading.relations.found import BodyRelationKind
from onrecord.reading.relations.sought import Sought
from onrecord.reading.relations.tree import Tree
from onrecord.reading.relations.words import CONTROL

_ALLIED = frozenset({"alongside", "together with", "along with", "in alliance with", "in coordination with"})


def by_phrases(tree: Tree) -> Iterator[Sought]:
    """The relations that nouns with fixed prepositions tell, and prepositions by themselves."""
    for word, form in enumerate(tree.forms):
        if form in CONTROL and tree.tags[word] == "NOUN":
            yield from _control(tree, word)
        elif form == "part" and tree.tags[word] == "NOUN":
            yield from _of(tree, word, _bearers(tree, word), "part_of")
        elif form in {"support", "alliance", "coalition"} and tree.case(word) in {"in", "in in", "with in"}:
            yield from _of(tree, word, _bearers(tree, word), "allied_with")
        elif form == "support" and (possessors := tuple(_possessors(tree, word))):
            yield from _of(tree, word, possessors, "allied_with")
        case = tree.case(word)
        if case in _ALLIED:
            yield from _beside(tree, word, "allied_with")
        elif case == "against":
            yield from _beside(tree, word, "opposed_to")


def _control(tree: Tree, noun: int) -> Iterator[Sought]:
    """Who has or takes control, of what; or what is under whose control."""
    sure = doubt(tree, noun)
    if sure.denied:
        return
    if tree.case(noun) == "under":
        holders: Iterable[int] = [*_possessors(tree, noun), *tree.depends_with(noun, {"of"}, "nmod")]
        things = tuple(_bearers(tree, noun))
    else:
        holders = tuple(_possessors(tree, noun)) or _who_has(tree, noun)
        things = tuple(tree.depends_with(noun, {"of", "over"}, "nmod", "obl"))
    for one in holders:
        for thing in things:
            for other in tree.with_conjoined(thing):
                if one != other:
                    yield Sought("in_charge_of", one, other, noun, noun, sure, "place")


def _who_has(tree: Tree, noun: int) -> tuple[int, ...]:
    """Who has or takes what a noun names: of the verb before it, which the grammar may hang either way."""
    having = [c for c in tree.children(noun, "aux") if tree.tags[c] == "VERB"]
    above = tree.heads[noun]
    if having:
        return tree.doers(having[-1])
    if any(tree.children(noun, "cop")) or (tree.case(noun) == "in" and tree.tags[above] != "VERB"):
        subject = tree.subject(noun)
        return () if subject is None else tree.with_conjoined(subject)
    return tree.doers(above) if tree.tags[above] == "VERB" and tree.label(noun) in {"obj", "xcomp"} else ()


def _possessors(tree: Tree, noun: int) -> Iterator[int]:
    """Whose something is: "its support", "IS control"."""
    for child in tree.children(noun, "nmod:poss", "compound", "cop"):
        if child < noun and tree.tags[child] in {"NOUN", "PROPN", "PRON"}:
            yield from tree.with_conjoined(child)


def _bearers(tree: Tree, noun: int) -> Iterator[int]:
    """Of whom a phrase is said: the noun before it, the subject of "is", or who does what the sentence says."""
    above, label = tree.heads[noun], tree.label(noun)
    if any(tree.children(noun, "cop")) or label in {"xcomp", "acl"}:
        subject = tree.subject(noun)
        if subject is not None:
            yield from tree.with_conjoined(subject)
    elif tree.tags[above] == "VERB":
        yield from tree.doers(above) or tree.objects(above)
    elif above != noun and label in {"nmod", "appos"}:
        yield above
        yield from _doers_of_object(tree, above)


def _doers_of_object(tree: Tree, noun: int) -> Iterator[int]:
    """Who does what has a noun as its object: "conducted strikes in support of"."""
    verb = tree.heads[noun]
    if tree.label(noun) == "obj" and tree.tags[verb] == "VERB":
        yield from tree.doers(verb)


def _of(tree: Tree, noun: int, ones: Iterable[int], kind: BodyRelationKind) -> Iterator[Sought]:
    sure = doubt(tree, noun)
    if sure.denied:
        return
    for one in ones:
        for child in tree.depends_with(noun, {"of", "for", "with"}, "nmod", "obl"):
            for other in tree.with_conjoined(child):
                if one != other:
                    yield Sought(kind, one, other, noun, noun, sure)


def _beside(tree: Tree, word: int, kind: BodyRelationKind) -> Iterator[Sought]:
    """Who does something "alongside" or "against" another, and whoever stands right before that."""
    above = tree.heads[word]
    sure = doubt(tree, above)
    if above == word or sure.denied:
        return
    preposition = min(tree.children(word, "case"))
    ones = tree.doers(above) if tree.tags[above] == "VERB" else (above, *_doers_of_object(tree, above))
    for one in ones:
        for other in tree.with_conjoined(word):
            if one != other:
                yield Sought(kind, one, other, preposition, preposition, sure)
