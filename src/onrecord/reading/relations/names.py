"""Two names of one: "also known as", "the Islamic State (ISIL)", a description beside a name."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.reading.relations.doubt import doubt
from onrecord.reading.relations.mentions import Mentioned, Mentions
from onrecord.reading.relations.sought import Sought
from onrecord.reading.relations.tree import Tree
from onrecord.reading.relations.words import KNOWN_AS, is_one

_SMALL = frozenset("of the and for in al".split())
_SELF = frozenset("himself herself itself themselves".split())


def by_names(tree: Tree, mentions: Mentions) -> Iterator[Sought]:
    """The pairs of mentions that the text itself says to mean the same."""
    for word in range(len(tree.forms)):
        yield from _beside(tree, mentions, word)
        yield from _in_parentheses(tree, mentions, word)
        if tree.tags[word] == "VERB" and is_one(tree.forms[word], KNOWN_AS):
            yield from _known_as(tree, mentions, word)


def _beside(tree: Tree, mentions: Mentions, word: int) -> Iterator[Sought]:
    """An apposition without gap, where neither is one of several joined by "and"."""
    if tree.label(word) != "appos":
        return
    above = tree.heads[word]
    one, other = mentions.at(tree, above), mentions.at(tree, word)
    if one is None or other is None or one is other or tree.tags[word] == "NUM":
        return
    if any(tree.children(word, "conj")) or any(tree.children(above, "conj")):
        return
    if 1 <= max(one.first, other.first) - min(one.last, other.last) - 1 <= 2:
        yield Sought(
            "same_as", above, word, min(one.first, other.first), max(one.last, other.last), doubt(tree, word)
        )


def _in_parentheses(tree: Tree, mentions: Mentions, word: int) -> Iterator[Sought]:
    """A name and its letters: "Free Aceh Movement (GAM)" is told by the comma's grammar or by the letters alone."""
    if tree.forms[word] not in {"(", "["}:
        return
    inside = next((m for m in mentions.covering.get(word + 1, ()) if m.first == word + 1), None)
    before = word - 1 if word and tree.forms[word - 1] not in {"'s", "’s"} else word - 2
    outside = [m for m in mentions.covering.get(before, ()) if m.last == before]
    for one in outside:
        if inside is not None and (_shortens(tree, one, inside) or _shortens(tree, inside, one)):
            yield Sought("same_as", one.head, inside.head, one.first, inside.last)
            return


def _shortens(tree: Tree, long: Mentioned, short: Mentioned) -> bool:
    """Whether a name of capitals has the first letters of another's words, in order."""
    letters = "".join(tree.spans[w].text for w in range(short.first, short.last + 1))
    words = [tree.forms[w] for w in range(long.first, long.last + 1) if tree.forms[w][0].isalpha()]
    if short.first != short.last or not letters.isupper() or not 2 <= len(letters) <= 8:
        return False
    initials = "".join(word[0] for word in words if word not in _SMALL)
    everything = "".join(word[0] for word in words)
    return letters.lower() in {initials, everything} or _are_in(letters.lower(), "".join(words), initials[:1])


def _are_in(letters: str, words: str, first: str) -> bool:
    """Whether letters stand in this order in words and open alike: NAVCENT in "naval forces central command"."""
    place = iter(words)
    return len(letters) > 4 and letters[:1] == first and all(letter in place for letter in letters)


def _known_as(tree: Tree, mentions: Mentions, verb: int) -> Iterator[Sought]:
    sure = doubt(tree, verb)
    holder = _right_before(tree, mentions, verb)
    if holder is None:
        holder = next(iter(tree.objects(verb)), None)
    if sure.denied or holder is None or tree.forms[holder] in _SELF:
        return
    named = [c for c in tree.children(verb, "obl", "xcomp", "obj") if tree.case(c) in {"as", "by", ""} and c > verb]
    for child in named:
        for other in tree.with_conjoined(child):
            if other not in {holder, verb} and tree.forms[other] not in _SELF:
                yield Sought("same_as", holder, other, verb, verb, sure)


def _right_before(tree: Tree, mentions: Mentions, verb: int) -> int | None:
    """The mention that ends right before "also known as", a comma or parenthesis between."""
    word = verb - 1
    while word >= 0 and tree.forms[word] in {"also", "better", "formerly", "previously", ",", "(", "commonly"}:
        word -= 1
    ending = [m for m in mentions.covering.get(word, ()) if m.last == word]
    return max(ending, key=lambda m: m.last - m.first).head if ending and word < verb - 1 else None
