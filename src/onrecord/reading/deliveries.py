"""Who arms whom, by the grammar: "has supplied no weapons to", "receive no rifles from", "sent fighters to".

Deliveries of arms and fighters are told by few verbs, each of which says who gives and who gets. The heads of the
encoder see words of war there and take many for an attack, and a denied delivery often for nothing at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.reading import deliverywords as w
from onrecord.reading.encoded import Encoded
from onrecord.reading.grammar import Grammar
from onrecord.reading.happenings import Trigger
from onrecord.reading.reader import Relations
from onrecord.reading.relations.tree import Tree
from onrecord.reading.towards import Stretch

KIND = "AID"
"""The type of event that a delivery is: by the codebook whoever gives money, arms, food or troops gives aid."""
CERTAINTY = 0.8
"""How sure it is that words of giving, with arms, a giver and a getter, tell a delivery: set by hand, since annotators
marked most such words in the passages to learn from as aid."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A delivery as words of the grammar tell it, by their numbers: `word` names it, `thing` is what is delivered."""

    word: int
    thing: int | None
    giver: Stretch
    getter: Stretch


def deliveries(report: Encoded, grammar: Grammar) -> dict[int, Delivery]:
    """The deliveries of a report by the word that names each; the grammar is looked at only where arms are spoken of."""
    if w.SPOKEN_OF.search(report.text) is None:
        return {}
    spans = tuple(report.span(word, word) for word in range(len(report.places)))
    tree = Tree.of(Relations(spans, grammar.tags, grammar.heads, grammar.relations))
    return {told.word: told for told in _told(tree, report.sentence)}


def with_deliveries(found: Sequence[Trigger], told: Mapping[int, Delivery]) -> list[Trigger]:
    """The triggers with those of deliveries in the place of what the heads see in the same words."""
    taken = {word for one in told.values() for word in (one.word, one.thing) if word is not None}
    kept = [t for t in found if taken.isdisjoint(range(t.first, t.last + 1))]
    return sorted((*kept, *(Trigger(word, word, CERTAINTY) for word in told)), key=lambda t: t.first)


def _told(tree: Tree, sentence: Sequence[int]) -> Iterator[Delivery]:
    """The deliveries of arms and fighters that a text tells, in order; `sentence` is the number of each word's own.

    Only where words say both who gives and who gets: who merely "has weapons" or "brought its rifles" is given none.
    """
    armed = {sentence[word] for word, form in enumerate(tree.forms) if w.ARMS.fullmatch(form)}

    def near_to(word: int) -> bool:
        return not armed.isdisjoint({sentence[word], sentence[word] - 1})

    for word, form in enumerate(tree.forms):
        if tree.tags[word] == "VERB":
            near = near_to(word)
            found = (
                _given(tree, word, near) or _armed(tree, word) or _got(tree, word, near) or _reached(tree, word, near)
            )
        else:
            found = _noun(tree, word, near_to(word)) if w.DELIVERY.fullmatch(form) else None
        if found is not None:
            yield found


def _delivery(tree: Tree, word: int, thing: int | None, giver: int, getter: int) -> Delivery | None:
    """The delivery, unless words ask who gives or gets: "who is arming them"."""
    if {tree.forms[giver], tree.forms[getter]} & w.ASKED:
        return None
    return Delivery(word, thing, _phrase(tree, giver), _phrase(tree, getter))


def _phrase(tree: Tree, head: int) -> tuple[int, int]:
    """The first and the last word of the name or noun that a word governs, "of" and its noun included."""
    words = {head}
    waiting = [head]
    while waiting:
        here = waiting.pop()
        below = [*tree.children(here, *w.PART_OF_NAME), *tree.depends_with(here, {"of"}, "nmod")]
        below += [c for child in below for c in tree.children(child, "case")]
        waiting += [word for word in below if word not in words]
        words.update(below)
    first, last = head, head
    while first - 1 in words:
        first -= 1
    while last + 1 in words:
        last += 1
    return first, last


def _is_thing(tree: Tree, word: int, *, near: bool) -> bool:
    """Whether a word names arms or fighters, or stands for arms of which the text has just spoken."""
    form = tree.forms[word]
    if w.ARMS.fullmatch(form) or w.FIGHTERS.fullmatch(form):
        return True
    if near and tree.tags[word] in {"PRON", "DET"} and w.TAKEN_UP.fullmatch(form):
        return True
    return any(w.ARMS.fullmatch(tree.forms[of]) for of in tree.depends_with(word, {"of"}, "nmod"))


def _things(tree: Tree, words: Sequence[int], *, near: bool) -> int | None:
    return next((word for word in words if _is_thing(tree, word, near=near)), None)


def _given(tree: Tree, verb: int, near: bool) -> Delivery | None:
    """Arms that somebody gives: "sent rifles to B", "gave B rifles", "rifles were sent to B by A"."""
    if w.GIVE.fullmatch(tree.forms[verb]) is None or _gives_up(tree, verb):
        return None
    objects = tree.objects(verb)
    thing = _things(tree, objects, near=near)
    if thing is None and tree.is_passive(verb):
        thing = _things(tree, tuple(tree.children(verb, "obj")), near=near)
        getter = objects[0] if objects else None
    else:
        getter = _getter(tree, verb, thing)
    giver = _doer(tree, verb)
    if thing is None or giver is None or getter is None or thing in {giver, getter}:
        return None
    return _delivery(tree, verb, thing, giver, getter)


def _gives_up(tree: Tree, verb: int) -> bool:
    """Whether arms are given up rather than to somebody who fights: "handed in", "gave up", "handed over"."""
    return any(tree.forms[word] in w.UP for word in tree.children(verb, "compound:prt"))


def _doer(tree: Tree, verb: int) -> int | None:
    """Who does what a verb says: whom another "accuses of" it, or else its subject, or "by" whom it is done."""
    above = tree.heads[verb]
    if tree.label(verb) in {"advcl", "acl"} and "of" in (tree.forms[mark] for mark in tree.children(verb, "mark")):
        accused = next(tree.children(above, "obj"), None)
        if accused is not None:
            return accused
    return next(iter(tree.doers(verb)), None)


def _getter(tree: Tree, verb: int, thing: int | None) -> int | None:
    """Who gets what a verb gives: its indirect object, or whom "to" or "for" names."""
    direct = next(tree.children(verb, "iobj"), None)
    if direct is not None:
        return direct
    for child in () if thing is None else tree.children(thing, "compound", "nmod:poss"):
        if tree.tags[child] == "NOUN" and any(tree.children(child, "nmod:poss", "det")) and not _owns(tree, child):
            return child  # "gives its men rifles": what has an owner of its own is part of no other noun
    named = [*tree.depends_with(verb, w.TO, "obl", "nmod")]
    named += [] if thing is None else tree.depends_with(thing, w.TO, "nmod", "obl")
    return named[0] if named else None


def _owns(tree: Tree, word: int) -> bool:
    """Whether a noun has the ending of an owner."""
    return any(tree.forms[child] in {"'s", "’s", "'", "’"} for child in tree.children(word, "case"))


def _armed(tree: Tree, verb: int) -> Delivery | None:
    """Somebody who is armed: "arms the militia", "supplied it with rockets"."""
    if w.ARM.fullmatch(tree.forms[verb]) is None or tree.label(verb) == "amod":
        return None
    getter = next(iter(tree.objects(verb)), None)
    thing = next((t for t in tree.depends_with(verb, w.WITH, "obl") if _is_thing(tree, t, near=False)), None)
    giver = _doer(tree, verb)
    arms = thing is not None or tree.forms[verb] in {"arm", "arms", "arming", "armed"}
    if getter is None or giver is None or not arms or getter == giver:
        return None
    return _delivery(tree, verb, thing, giver, getter)


def _got(tree: Tree, verb: int, near: bool) -> Delivery | None:
    """Arms that somebody gets from another: "receives no weapons from A", "has had its rifles from A"."""
    if w.GET.fullmatch(tree.forms[verb]) is None or tree.is_passive(verb):
        return None
    thing = _things(tree, tree.objects(verb), near=near)
    if thing is None:
        return None
    named = [*tree.depends_with(verb, w.FROM, "obl", "nmod"), *tree.depends_with(thing, w.FROM, "nmod", "obl")]
    getter = tree.subject(verb)
    if not named or getter is None:
        return None
    return _delivery(tree, verb, thing, named[0], getter)


def _reached(tree: Tree, verb: int, near: bool) -> Delivery | None:
    """Arms that come to somebody from another: "arms reached B from A", "weapons went from A to B"."""
    subject = tree.subject(verb) if w.REACH.fullmatch(tree.forms[verb]) else None
    if subject is None or not _is_thing(tree, subject, near=near):
        return None
    getter = next(iter((*tree.children(verb, "obj"), *tree.depends_with(verb, w.TO, "obl", "nmod"))), None)
    giver = next(tree.depends_with(verb, w.FROM, "obl", "nmod"), None)
    return None if giver is None or getter is None else _delivery(tree, verb, subject, giver, getter)


def _noun(tree: Tree, noun: int, near: bool) -> Delivery | None:
    """A delivery that a noun names: "shipments of arms by A to B", "no deliveries by A to B" where arms are spoken of."""
    of = list(tree.depends_with(noun, {"of"}, "nmod"))
    named = [*tree.children(noun, "compound", "amod"), *of]
    thing = next((word for word in named if w.ARMS.fullmatch(tree.forms[word])), None)
    givers = (*tree.depends_with(noun, {"by", "from"}, "nmod", "obl"), *tree.children(noun, "nmod:poss"))
    giver = next(iter(givers), None)
    behind = (noun, *(word for one in givers[:1] for word in tree.with_conjoined(one)))
    getter = next((to for word in behind for to in tree.depends_with(word, w.TO, "nmod", "obl")), None)
    if giver is None or getter is None or (thing is None and not (near and w.OF_GOODS.fullmatch(tree.forms[noun]))):
        return None
    return _delivery(tree, noun, thing, giver, getter)
