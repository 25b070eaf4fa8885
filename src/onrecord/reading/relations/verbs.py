"""Relations that a verb or adjective tells: "commands", "loyal to", "split from", "fighting", "US-led"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Literal

from onrecord.reading.relations import words as w
from onrecord.reading.relations.doubt import PLAIN, Doubt, doubt
from onrecord.reading.relations.fights import owner, waging
from onrecord.reading.relations.found import BodyRelationKind
from onrecord.reading.relations.sought import Sought
from onrecord.reading.relations.tree import Tree

_WITH: tuple[tuple[Mapping[str, Set[str]], BodyRelationKind, Doubt], ...] = (
    (w.PART_WITH, "part_of", PLAIN),
    (w.LINKED_WITH, "part_of", Doubt(hedged=True)),
    (w.LEFT_WITH, "part_of", Doubt(ended=True)),
    (w.ALLIED_WITH, "allied_with", PLAIN),
    (w.OPPOSED_WITH, "opposed_to", PLAIN),
)


def by_verbs(tree: Tree) -> Iterator[Sought]:
    """The relations that verbs and adjectives tell."""
    for word, tag in enumerate(tree.tags):
        if tag not in {"VERB", "ADJ"}:
            continue
        sure = doubt(tree, word)
        if sure.denied:
            continue
        yield from _transitive(tree, word, sure)
        yield from _with_preposition(tree, word, sure)
        yield from _name_before(tree, word, sure)
        yield from _reciprocal(tree, word, sure)


@dataclass(frozen=True, slots=True)
class _Transitive:
    """What a verb tells of who does it and to whom; `turned` where the doer is the whole and the other the part."""

    words: frozenset[str]
    kind: BodyRelationKind
    doubt: Doubt = PLAIN
    of: Literal["actor", "place", "either"] = "actor"
    turned: bool = False


_TRANSITIVE = (
    _Transitive(w.LEAD_VERBS, "in_charge_of", of="either"),
    _Transitive(w.HOLD_VERBS, "in_charge_of", of="place"),
    _Transitive(w.BACK_VERBS, "allied_with"),
    _Transitive(w.FIGHT_VERBS, "opposed_to"),
    _Transitive(w.JOIN_VERBS, "part_of"),
    _Transitive(w.LEAVE_VERBS, "part_of", Doubt(ended=True)),
    _Transitive(w.HOLDS_VERBS, "part_of", turned=True),
)


def _transitive(tree: Tree, verb: int, sure: Doubt) -> Iterator[Sought]:
    for told in _TRANSITIVE:
        if not w.is_one(tree.forms[verb], told.words):
            continue
        for doer in _whoever(tree, verb):
            for other in _meant(tree, verb):
                pair = (other, doer) if told.turned else (doer, other)
                yield Sought(told.kind, *pair, verb, verb, sure | told.doubt, told.of)


def _whoever(tree: Tree, verb: int) -> tuple[int, ...]:
    """Who does what a verb says; of "their campaign to defeat", whose campaign it is."""
    doers = tree.doers(verb)
    if len(doers) != 1 or not w.is_one(tree.forms[doers[0]], w.REACHING):
        return doers
    return tuple(waging(tree, doers[0]))


def _meant(tree: Tree, verb: int) -> Iterator[int]:
    """Whom a verb's doing is done to; of "ISIL targets", whose they are."""
    for word in tree.objects(verb):
        yield owner(tree, word)


def _with_preposition(tree: Tree, verb: int, sure: Doubt) -> Iterator[Sought]:
    base = w.bases(tree.forms[verb])
    for table, kind, extra in _WITH:
        for lemma in sorted(base & table.keys()):
            yield from _tied(tree, verb, table[lemma], kind, sure | extra)
    for lemma in sorted(base & w.MADE_UP_WITH.keys()):
        for found in _tied(tree, verb, w.MADE_UP_WITH[lemma], "part_of", sure):
            yield Sought("part_of", found.other, found.one, found.first, found.last, sure)


def _tied(tree: Tree, verb: int, prepositions: Set[str], kind: BodyRelationKind, sure: Doubt) -> Iterator[Sought]:
    subject = _bearer(tree, verb)
    if subject is None:
        return
    for child in tree.depends_with(verb, prepositions, "obl", "nmod", "xcomp"):
        for other in tree.with_conjoined(child):
            for one in tree.with_conjoined(subject):
                yield Sought(kind, one, other, verb, verb, sure)


def _bearer(tree: Tree, word: int) -> int | None:
    """Of whom a verb or adjective is said."""
    above, label = tree.heads[word], tree.label(word)
    if label in {"amod", "acl"} and tree.relations[word] != "acl:relcl" and tree.tags[above] != "VERB":
        return above
    return tree.subject(word)


def _name_before(tree: Tree, word: int, sure: Doubt) -> Iterator[Sought]:
    """ "US-led coalition": the participle's name before it, and the noun behind it."""
    kind = w.WITH_NAME_BEFORE.get(tree.forms[word])
    if kind is None or word < 2 or tree.forms[word - 1] not in {"-", "–"}:
        return
    noun = tree.heads[word]
    name = word - 2
    if noun <= word or noun == word:
        return
    one, other = (noun, name) if kind == "part_of" else (name, noun)
    hedged = Doubt(hedged=tree.forms[word] == "linked")
    yield Sought(kind, one, other, word, word, sure | hedged, "either" if kind == "in_charge_of" else "actor")


def _reciprocal(tree: Tree, verb: int, sure: Doubt) -> Iterator[Sought]:
    """ "A and B are fighting each other": each pair of the subject's."""
    if not w.is_one(tree.forms[verb], w.FIGHT_VERBS):
        return
    if any(tree.forms[c] in {"each", "other", "another"} for c in tree.children(verb, "obj", "obl")):
        ones = tree.doers(verb)
        for at, one in enumerate(ones):
            yield from (Sought("opposed_to", one, other, verb, verb, sure) for other in ones[at + 1 :])
