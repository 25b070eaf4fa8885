"""Words that befall their subject: an army "lost" a town or "repelled an assault", and a town "fell to" another."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.reading.relations.tree import Tree

_LOSE = re.compile(
    r"los(?:e|es|t|ing|s|ses)|ced(?:e|es|ed|ing)|relinquish(?:es|ed|ing)?|forfeit(?:s|ed|ing)?|abandon(?:s|ed|ing)?"
)
"""Words whose subject had what another has now."""
_HOLD, _HELD = frozenset({"control", "hands", "hand"}), frozenset({"in", "into", "under"})
"""What is "in the hands of" somebody or "under his control" was taken by him."""
_FALL = re.compile(r"f(?:all|alls|ell|allen|alling)|pass(?:es|ed|ing)?")
"""Verbs whose subject is what somebody takes, and "to" names him."""
AWAY = re.compile(
    r"repel(?:s|led|ling)?|repuls(?:e|es|ed|ing)|rebuff(?:s|ed|ing)?|foil(?:s|ed|ing)?|thwart(?:s|ed|ing)?"
    r"|withst(?:and|ands|ood|anding)|resist(?:s|ed|ing)?|suffer(?:s|ed|ing)?|surviv(?:e|es|ed|ing)|fac(?:e|es|ed|ing)"
    r"|avert(?:s|ed|ing)?|escap(?:e|es|ed|ing)|endur(?:e|es|ed|ing)|intercept(?:s|ed|ing)?|condemn(?:s|ed|ing)?"
    r"|denounc(?:e|es|ed|ing)|fend(?:s|ed|ing)?|expect(?:s|ed|ing)?|await(?:s|ed|ing)?|fear(?:s|ed|ing)?"
    r"|undergo(?:es|ne|ing)?|underwent|sustain(?:s|ed|ing)?|halt(?:s|ed|ing)?|stopp?(?:s|ed|ing)?"
)
"""Verbs whose object, if it is an attack, is one that somebody else makes."""


@dataclass(frozen=True, slots=True)
class Loss:
    """Who loses something and who takes it, by the numbers of the words for them."""

    losers: tuple[int, ...]
    takers: tuple[int, ...]


def told(tree: Tree, word: int) -> Loss | None:
    """The loss that a word tells: "the army lost the town to B", "the town fell to B", "the loss of the town to B"."""
    form = tree.forms[word]
    if form in _HOLD and tree.case(word) in _HELD:
        holders = (*tree.children(word, "nmod:poss"), *tree.depends_with(word, {"of"}, "nmod"))
        return Loss((), holders) if holders else None
    if _FALL.fullmatch(form):
        takers = _to(tree, word)
        return Loss((), takers) if takers else None
    if _LOSE.fullmatch(form) is None:
        return None
    if tree.tags[word] == "VERB":
        return Loss(tree.doers(word), _to(tree, word))
    owners = (*tree.children(word, "nmod:poss"), *tree.depends_with(word, {"by"}, "nmod", "obl"))
    above = tree.heads[word]
    subject = tree.doers(above) if tree.label(word) in {"obj", "obl"} and tree.tags[above] == "VERB" else ()
    return Loss((*owners, *subject), _to(tree, word))


def _to(tree: Tree, word: int) -> tuple[int, ...]:
    named = tree.depends_with(word, {"to"}, "obl", "nmod")
    things = (to for thing in tree.children(word, "obj", "nmod") for to in tree.depends_with(thing, {"to"}, "nmod"))
    return tuple(each for child in (*named, *things) for each in tree.with_conjoined(child))
