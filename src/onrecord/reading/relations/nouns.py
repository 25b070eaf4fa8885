"""Relations that a noun tells: "deputy chief of the group", "Taliban commander", "rivals of the army"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.reading.relations import words as w
from onrecord.reading.relations.doubt import APPOINTING_VERBS, ENDING_VERBS, Doubt, doubt
from onrecord.reading.relations.found import BodyRelationKind
from onrecord.reading.relations.mentions import PLACE, Mentions
from onrecord.reading.relations.sought import Sought
from onrecord.reading.relations.tree import Tree

_OF = frozenset({"of", "for", "in", "within", "from", "inside", "at", "to", "with"})
_BESIDE = ("nmod:poss", "compound", "nmod", "amod", "nmod:desc")


def by_nouns(tree: Tree, mentions: Mentions) -> Iterator[Sought]:
    """The relations that nouns tell."""
    for noun, tag in enumerate(tree.tags):
        if tag in {"NOUN", "PROPN", "ADJ"}:
            yield from _of_a_holder(tree, mentions, noun)


def _of_a_holder(tree: Tree, mentions: Mentions, noun: int) -> Iterator[Sought]:
    for body, beside in bodies(tree, mentions, noun):
        if _is_his_field(tree, mentions, noun, body):
            continue
        told = _told(tree, noun, body, beside)
        if told is not None and _is_persons_own(tree, mentions, noun, body):
            yield Sought("in_charge_of", body, noun, noun, noun, doubt(tree, noun))
            continue
        if told is None:
            continue
        kind, extra = told
        sure = doubt(tree, noun) | extra
        if sure.denied:
            continue
        first = opens(tree, noun, body)
        for holder in holders(tree, mentions, noun):
            if holder != body:
                yield Sought(kind, holder, body, first, noun, sure)


def _is_his_field(tree: Tree, mentions: Mentions, noun: int, body: int) -> bool:
    """Whether a country is what an office deals with, not whose it is: "envoy for Syria"."""
    field = mentions.at(tree, body)
    abroad = tree.case(body) in {"for", "to", "in", "at", "on"}
    is_country = field is not None and field.kind in {"country", PLACE}
    return abroad and (tree.forms[noun] in w.SENT or (is_country and tree.forms[noun] in w.IN_COUNTRY))


def _is_persons_own(tree: Tree, mentions: Mentions, noun: int, body: int) -> bool:
    """Whether forces are called a person's own: "Haftar's forces"."""
    owner_of = mentions.at(tree, body)
    return (
        owner_of is not None
        and owner_of.kind == "person"
        and _is_possessive(tree, body)
        and tree.forms[noun] in w.OWN_FORCES
    )


def _told(tree: Tree, noun: int, body: int, beside: bool) -> tuple[BodyRelationKind, Doubt] | None:
    """The relation that a noun tells of its holder and the body beside it or behind its preposition."""
    form, case = tree.forms[noun], tree.case(body)
    before = words_before(tree, noun, body)
    if w.is_one(form, w.RIVALS) and (beside or case in {"of", "to", "in"}):
        return "opposed_to", Doubt()
    if w.is_one(form, w.ALLIES) and (beside or case in {"of", "to", "in"}):
        return "allied_with", Doubt()
    if w.is_one(form, w.TIES) and case in {"to", "with"}:
        return "part_of", Doubt(hedged=True)
    if not beside and case not in {"of", "for", "in", "within", "from", "inside", "at"}:
        return None
    if before & w.SPLINTERS or w.is_one(form, w.SPLINTERS):
        return "part_of", Doubt(ended=True)
    leads = form in w.LEADERS or (form == "minister" and "prime" in before)
    is_one_of_several = beside and form in w.SOME_LEADERS and not _is_possessive(tree, body)
    if leads and not is_one_of_several and not before & (w.SECOND | {"a", "an"}):
        return ("in_charge_of", Doubt()) if case in {"", "of", "for"} else ("part_of", Doubt())
    if w.is_one(form, w.MEMBERS) or w.is_one(form, w.LEADERS) or w.is_one(form, w.PARTS):
        return "part_of", Doubt()
    return None


def words_before(tree: Tree, noun: int, body: int) -> set[str]:
    """The words directly before a noun, behind its body's name, that belong to it: "deputy Middle East" director."""
    start = max(0, noun - 5, body + 1 if body < noun else 0)
    within = [word for word in range(start, noun) if noun in (tree.heads[word], tree.heads[tree.heads[word]])]
    beside = [noun - 1] if noun > start and tree.tags[noun - 1] in {"ADJ", "NOUN", "PROPN"} else []
    named = [word for word in range(start, noun) if tree.forms[word] in w.SECOND and body < noun]
    return {tree.forms[word] for word in [*within, *beside, *named]}


def _is_possessive(tree: Tree, word: int) -> bool:
    return tree.relations[word] == "nmod:poss"


def bodies(tree: Tree, mentions: Mentions, noun: int) -> Iterator[tuple[int, bool]]:
    """The words that name the body of a noun, joined ones too, and whether they stand before it without preposition."""
    own = list(_own_bodies(tree, mentions, noun))
    yield from own
    if own:
        return
    above = tree.heads[noun]
    if is_title(tree, noun):
        for child in tree.children(above, "compound", "nmod:poss"):
            if child < noun and mentions.at(tree, child) is not None:
                yield child, True
    elif tree.case(noun) == "as" and is_appointing(tree, above):
        for child in tree.doers(above):
            if mentions.at(tree, child) is not None:
                yield child, True


def is_appointing(tree: Tree, verb: int) -> bool:
    """Whether a verb gives or takes an office."""
    form = tree.forms[verb]
    return tree.tags[verb] == "VERB" and (w.is_one(form, APPOINTING_VERBS) or w.is_one(form, ENDING_VERBS))


def _own_bodies(tree: Tree, mentions: Mentions, noun: int) -> Iterator[tuple[int, bool]]:
    for child in tree.below[noun]:
        case = tree.case(child)
        beside = not case and child < noun and tree.relations[child] in _BESIDE
        if tree.tags[child] == "ADJ":
            continue
        if not beside and not (tree.label(child) in {"nmod", "obl"} and case in _OF):
            continue
        for each in tree.with_conjoined(child):
            if mentions.at(tree, each) is not None:
                yield each, beside


def holders(tree: Tree, mentions: Mentions, noun: int) -> tuple[int, ...]:
    """Who is what a noun says: the name beside it, the subject of "is", or, without any, the words themselves."""
    found = [each for each in _held_by(tree, noun) if mentions.at(tree, each) is not None]
    if found:
        return tuple(dict.fromkeys(found))
    own = mentions.by_head.get(noun)
    return (noun,) if own is not None else ()


def _held_by(tree: Tree, noun: int) -> Iterator[int]:
    above, label = tree.heads[noun], tree.label(noun)
    if any(child > noun for child in tree.children(noun, "flat")):
        return
    if above != noun and tree.tags[above] in {"PROPN", "NOUN", "PRON"}:
        if label == "appos" or is_title(tree, noun):
            yield from tree.with_conjoined(above)
        elif label == "conj" and tree.label(above) == "appos":
            yield from _held_by(tree, above)
    yield from tree.children(noun, "appos")
    copula = any(tree.children(noun, "cop"))
    if copula or label == "xcomp":
        subject = tree.subject(noun)
        if subject is not None:
            yield from tree.with_conjoined(subject)
    elif label in {"obl", "nmod", "obj"} and tree.case(noun) == "as":
        thing = next(iter(tree.objects(above)), None) if tree.tags[above] == "VERB" else above
        subject = thing if thing is not None else tree.subject(above)
        if subject is not None:
            yield subject


def is_title(tree: Tree, noun: int) -> bool:
    """Whether a noun stands before a person's name as its title."""
    if tree.label(noun) not in {"compound", "nmod"} or tree.relations[noun] == "nmod:poss":
        return False
    return noun < tree.heads[noun] and not tree.case(noun) and tree.tags[tree.heads[noun]] == "PROPN"


def opens(tree: Tree, noun: int, body: int) -> int:
    """The first of the words directly before a noun that belong to it, the body's name left out."""
    first = noun
    while (
        first > 0
        and tree.heads[first - 1] in range(first, noun + 1)
        and tree.label(first - 1)
        in {
            "amod",
            "compound",
            "advmod",
        }
    ):
        if first - 1 == body:
            break
        first -= 1
    return first
