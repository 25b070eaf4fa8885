"""Who fights whom, as nouns tell it: "war between A and B", "their offensive against B", "at war with B"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.reading.relations import words as w
from onrecord.reading.relations.doubt import doubt
from onrecord.reading.relations.sought import Sought
from onrecord.reading.relations.tree import Tree


def by_fights(tree: Tree) -> Iterator[Sought]:
    """The relations that nouns of fighting tell."""
    for noun, tag in enumerate(tree.tags):
        if tag == "NOUN" or _is_verbal_noun(tree, noun):
            yield from _of_a_fight(tree, noun)


def _of_a_fight(tree: Tree, noun: int) -> Iterator[Sought]:
    if not w.is_one(tree.forms[noun], w.FIGHTS):
        return
    sure = doubt(tree, noun)
    if sure.denied:
        return
    for child in tree.depends_with(noun, w.BOTH_SIDES):
        sides = tree.with_conjoined(child)
        for at, one in enumerate(sides):
            yield from (Sought("opposed_to", one, other, noun, noun, sure) for other in sides[at + 1 :])
    for child in tree.depends_with(
        noun, {"against", "with", "on"} if _is_attack(tree, noun) else {"against", "with"}
    ):
        for one in waging(tree, noun):
            for other in tree.with_conjoined(child):
                yield Sought("opposed_to", one, owner(tree, other), noun, noun, sure)


def _is_attack(tree: Tree, noun: int) -> bool:
    return w.is_one(tree.forms[noun], frozenset({"attack", "assault", "raid", "war", "strike"}))


def _is_verbal_noun(tree: Tree, word: int) -> bool:
    """Whether a verb's form in -ing stands as a noun: "fighting between"."""
    return tree.forms[word].endswith("ing") and tree.label(word) in {"nsubj", "obj", "obl", "nmod"}


def waging(tree: Tree, noun: int) -> Iterator[int]:
    """Who wages a fight: its possessor, the name before it, whom "by" names, or the subject of its verb."""
    beside = [c for c in tree.children(noun, "nmod:poss", "compound", "amod") if c < noun]
    named = [*beside, *tree.depends_with(noun, {"by", "of"}, "nmod")]
    for child in named:
        yield from tree.with_conjoined(child)
    above, label = tree.heads[noun], tree.label(noun)
    pronouns = [child for child in named if tree.tags[child] == "PRON"]
    if named and not pronouns:
        return
    waged = bool(pronouns) or tree.case(noun) == "during" or w.is_one(tree.forms[above], w.WAGING_VERBS)
    if above != noun and tree.tags[above] == "VERB" and label in {"obj", "obl", "nsubj"} and waged:
        yield from tree.doers(above)
    elif any(tree.children(noun, "cop")) or tree.case(noun) == "at":
        subject = tree.subject(noun)
        if subject is not None:
            yield from tree.with_conjoined(subject)
    elif label in {"nmod", "obl"} and tree.case(noun) == "in" and tree.tags[above] != "VERB":
        yield above


def owner(tree: Tree, word: int) -> int:
    """Whose name stands before "targets", "positions" and the like; the word itself where it is something else."""
    if not w.is_one(tree.forms[word], w.BELONGINGS):
        return word
    return next(tree.children(word, "nmod:poss", "compound"), word)
