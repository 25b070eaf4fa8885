"""Who holds an office, by grammar: the words of the office, the body that it is of, and whoever they are said of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.model import Mention, Span
from onrecord.nearby import Nearby
from onrecord.reading.reader import Chain, Relations, Thing
from onrecord.reading.relations.doubt import doubt
from onrecord.reading.relations.mentions import PLACE, Mentioned, Mentions, head_and_span, words_of
from onrecord.reading.relations.nouns import bodies, holders, opens, words_before
from onrecord.reading.relations.tree import Tree
from onrecord.reading.relations.words import is_one

OFFICES = frozenset(
    "spokesman spokeswoman spokesperson president minister premier chancellor ambassador envoy governor mayor commander"
    " chief leader secretary director chairman chairwoman head negotiator mediator adviser advisor commissioner"
    " emir amir deputy representative general colonel king caliph vice-president".split()
)
"""Nouns that name an office; who is a member, fighter or official of a body belongs to it without one."""
_OF_VERB = {
    "lead": "leader",
    "leads": "leader",
    "led": "leader",
    "heads": "head",
    "headed": "head",
    "commands": "commander",
    "commanded": "commander",
    "chairs": "chair",
    "chaired": "chair",
}
"""Verbs that give an office by themselves ("the network, led by X")."""
_WHERE = frozenset({"in", "at", "from", "for", "to", "on", "near"})
"""Before a place, these tell where somebody holds an office, not of what."""
_BODIES = frozenset("armed_group government military country party organisation".split())
_SUCCEEDING = frozenset({"replace", "succeed"})
_ACTING = frozenset({"acting", "interim", "caretaker", "provisional"})
_LAPSED = frozenset({"former", "ex", "late", "then", "ousted", "deposed"})


@dataclass(frozen=True, slots=True)
class Office:
    """An office: whose, which, of which body, in the text's words.

    `holder` is a name where the report gives one, `body` None where it does not say. `hedged` is "said to be",
    `ended` is "former" or "removed as", `acting` is "acting" or "interim".
    """

    holder: Span
    name: str
    words: Span
    body: Span | None
    hedged: bool = False
    ended: bool = False
    acting: bool = False


@dataclass(frozen=True)
class Known:
    """The grammar of a report, its people, and the offices that the reader marks."""

    tree: Tree
    mentions: Mentions
    chains: dict[Span, tuple[Chain, Mention]]
    placed: Nearby[int]
    """The number of each chain, by the places of its mentions."""
    marked: tuple[tuple[int, Span], ...]
    """The offices that the reader marks, each by its governing word."""

    @classmethod
    def of(cls, grammar: Relations, linked: Sequence[Chain], things: Sequence[Thing]) -> Known:
        """What a report's grammar, chains and marked offices make known."""
        tree = Tree.of(grammar)
        spans = [(m.span, chain.kind) for chain in linked for m in chain.mentions]
        spans += [(thing.span, PLACE) for thing in things if thing.kind == PLACE]
        chains = {m.span: (chain, m) for chain in linked for m in chain.mentions}
        placed = Nearby((m.span, number) for number, chain in enumerate(linked) for m in chain.mentions)
        offices = [head_and_span(tree, thing.span) for thing in things if thing.kind == "role"]
        marked = tuple(office for office in offices if office is not None)
        return cls(tree, Mentions.of(tree, spans), chains, placed, marked)

    def holder(self, word: int, noun: int) -> Span | None:
        """The name of the person whom a word means; of a pronoun, the nearest name.

        Another description of the same person is none: that two descriptions mean one is less sure than an office is.
        """
        mention = self.mentions.at(self.tree, word)
        if mention is None or mention.kind not in {"person", "people"}:
            return None
        chain, told = self.chains[mention.span]
        if told.form != "pronoun":
            return self._bare(mention, noun)
        name = _nearest_name(chain, mention.span)
        return self._bare(known, noun) if (known := self.mentions.of_span(name)) is not None else mention.span

    def persons(self, span: Span) -> list[int]:
        """The numbers of the people whose mentions share characters with a span."""
        return sorted(set(self.placed.at(span)))

    def is_named(self, office: Office) -> bool:
        """Whether the holder of an office is given by a proper name that is no part of the office's own words."""
        words = words_of(self.tree.spans, office.holder)
        proper = bool(words) and self.tree.tags[words[0]] == "PROPN" and office.holder.text[0].isupper()
        return proper and not office.holder.overlaps(office.words)

    def body(self, word: int) -> Span | None:
        """The body that a word means; of a pronoun, the nearest name."""
        mention = self.mentions.at(self.tree, word)
        return None if mention is None or mention.kind == "person" else self.body_of(mention)

    def body_of(self, mention: Mentioned) -> Span:
        """The span of a body's mention; of a pronoun's, that of the nearest name."""
        chain, told = self.chains.get(mention.span, (None, None))
        if chain is None or told is None or told.form != "pronoun":
            return mention.span
        return _nearest_name(chain, mention.span)

    def _bare(self, mention: Mentioned, noun: int) -> Span:
        """A name without the office before it: "Taliban commander Hakimullah Mehsud" → Hakimullah Mehsud."""
        spans, first, last = self.tree.spans, mention.first, mention.last
        named = noun < last and self.tree.tags[noun + 1] == "PROPN"
        if not first <= noun < last or not (named or noun < mention.head):
            return mention.span
        first = mention.head if noun < mention.head else noun + 1
        cut = spans[first].start - mention.span.start
        return Span(spans[first].start, mention.span.end, mention.span.text[cut:])


def _nearest_name(chain: Chain, span: Span) -> Span:
    names = [name for name in chain.names if not name.overlaps(span)]
    return min(names, key=lambda name: (abs(name.start - span.start), name), default=span)


def held_offices(text: str, known: Known) -> tuple[Office, ...]:
    """The offices that grammar gives to people, in the order of the text, each holder's once."""
    """The offices that grammar gives to people, in the order of the text, each holder's once."""
    found: dict[tuple[Span, Span], Office] = {}
    for office in [*_by_nouns(text, known), *_by_verbs(known)]:
        found.setdefault((office.words, office.holder), office)
    return tuple(found[key] for key in sorted(found))


def _by_nouns(text: str, known: Known) -> Iterator[Office]:
    for noun, words in _words_of_offices(text, known):
        tree = known.tree
        body = _body(known, noun, words)
        sure = doubt(tree, noun)
        if sure.denied:
            continue
        before = words_before(tree, noun, -1)
        held = Office(
            words,
            words.text.lower(),
            words,
            body,
            sure.hedged,
            sure.ended or bool(before & _LAPSED),
            bool(before & _ACTING),
        )
        yield from _held(known, noun, held, holders(tree, known.mentions, noun))
        yield from _held(known, noun, replace(held, ended=False), _successors(tree, noun))


def _body(known: Known, noun: int, words: Span) -> Span | None:
    """The body of an office: by grammar, else the mention right before its words or right behind "of" or "for"."""
    tree = known.tree
    for word, _ in bodies(tree, known.mentions, noun):
        mention = known.mentions.at(tree, word)
        is_where = mention is not None and mention.kind == PLACE and tree.case(word) in _WHERE
        if not is_where and (body := known.body(word)) is not None:
            return body
    inside = words_of(tree.spans, words)
    before, behind = inside[0] - 1, inside[-1] + 1
    if before >= 0 and tree.forms[before] in {"'s", "’s"}:
        before -= 1
    ending = [m for m in known.mentions.covering.get(before, ()) if m.last == before and m.kind in _BODIES]
    if behind < len(tree.forms) and tree.forms[behind] in {"of", "for"}:
        opening = known.mentions.covering.get(behind + 1, ())
        ending += [m for m in opening if m.first == behind + 1 and m.kind in _BODIES]
    return known.body_of(max(ending, key=lambda m: (m.last - m.first, -m.first))) if ending else None


def _words_of_offices(text: str, known: Known) -> Iterator[tuple[int, Span]]:
    """The governing word and all words of each office: as the reader marks it, else from a list of offices."""
    yield from known.marked
    taken = {word for _, span in known.marked for word in words_of(known.tree.spans, span)}
    for noun, form in enumerate(known.tree.forms):
        if noun not in taken and form in OFFICES and known.tree.tags[noun] in {"NOUN", "PROPN", "ADJ"}:
            first = _first_of_office(known, noun)
            yield noun, Span.of(text, known.tree.spans[first].start, known.tree.spans[noun].end)


def _held(known: Known, noun: int, office: Office, words: Iterable[int]) -> Iterator[Office]:
    """The office as held by each person whom the words mean."""
    for word in words:
        holder = known.holder(word, noun)
        if holder is not None:
            yield replace(office, holder=holder)


def _successors(tree: Tree, noun: int) -> tuple[int, ...]:
    """Who holds an office after somebody else: "X replaced Y as army chief"."""
    above = tree.heads[noun]
    succeeds = tree.case(noun) == "as" and tree.tags[above] == "VERB" and is_one(tree.forms[above], _SUCCEEDING)
    return tree.doers(above) if succeeds else ()


def _first_of_office(known: Known, noun: int) -> int:
    """The first word of an office, behind the name of its body: "Pakistani army chief" → army chief."""
    tree = known.tree
    first = opens(tree, noun, -1)
    while first < noun and tree.spans[first].text[0].isupper() and _is_of_body(known, first, noun):
        first += 1
    return first


def _is_of_body(known: Known, word: int, noun: int) -> bool:
    return any(m.kind != "person" and m.last < noun for m in known.mentions.covering.get(word, ()))


def _by_verbs(known: Known) -> Iterator[Office]:
    tree = known.tree
    for verb, form in enumerate(tree.forms):
        if form not in _OF_VERB or tree.tags[verb] != "VERB":
            continue
        sure = doubt(tree, verb)
        if sure.denied or sure.hedged:
            continue
        led = _first_body(known, tree.objects(verb))
        for word in tree.doers(verb):
            holder = known.holder(word, verb)
            if holder is not None and led is not None:
                yield Office(holder, _OF_VERB[form], tree.spans[verb], led, ended=sure.ended)


def _first_body(known: Known, words: Iterable[int]) -> Span | None:
    for word in words:
        mention = known.mentions.at(known.tree, word)
        if mention is not None and mention.kind not in {"people", PLACE}:
            return known.body(word)
    return None
