"""The conflict set's offices and relations: whose an office is, of which body, and who is with or against whom.

The encoder has learnt the words of offices and the mentions of the training passages, never who holds what
or how two actors stand to each other.

    python -m evaluation.offices conflict_set/held_out
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from conflict_set.passages import RELATIONS, GoldRole, Passage, all_passages

from evaluation.relations import Score
from onrecord.model import Article, Mention, MentionForm, Span
from onrecord.reading import EncoderReader, Found, Reader
from onrecord.reading.closeness import PRONOUNS
from onrecord.reading.offices import offices, roles
from onrecord.reading.reader import Chain
from onrecord.reading.relations import BodyRelation, head_of, relations_between
from onrecord.reading.relations.mentions import spans_of
from onrecord.reading.segmentation import sentences


@dataclass(frozen=True, slots=True)
class Told:
    """An office as found: its words, whose, of which body, and whether it is hedged."""

    words: Span
    holder: Span
    body: Span | None
    hedged: bool


@dataclass(frozen=True, slots=True)
class OfficeScore:
    """Offices told, those of them with the right holder, those of the gold; of the right ones, body and hedge right."""

    told: int
    right: int
    gold: int
    bodies: int
    hedges: int

    @property
    def f1(self) -> float:
        """The harmonic mean of the share of told offices that are right and of the gold's that are found, 0 to 1."""
        return 2 * self.right / (self.told + self.gold) if self.told + self.gold else 0.0


Finder = Callable[[Passage, Found], Iterable[Told]]


def by_grammar(passage: Passage, found: Found) -> Iterator[Told]:
    """The offices that grammar tells between the reader's own mentions."""
    if found.grammar is not None:
        for o in offices(passage.text, found.grammar, found.chains, found.things):
            yield Told(o.words, o.holder, o.body, o.hedged)


def by_grammar_of_gold(passage: Passage, found: Found) -> Iterator[Told]:
    """The offices that grammar tells between the gold's mentions; words and grammar are the reader's."""
    if found.grammar is not None:
        for o in offices(passage.text, found.grammar, gold_chains(passage, found), found.things):
            yield Told(o.words, o.holder, o.body, o.hedged)


def as_given(_passage: Passage, found: Found) -> Iterator[Told]:
    """The offices of a reader's own `roles`."""
    return (Told(r.role.span, r.holder, r.body, r.role.hedged) for r in found.roles)


def as_roles(passage: Passage, found: Found) -> Iterator[Told]:
    """The offices of named people, by patterns of words and by grammar."""
    parts = sentences(Article(passage.id, passage.text))
    for r in roles(passage.text, parts, found.grammar, found.chains, found.things):
        yield Told(r.role.span, r.holder, r.body, r.role.hedged)


def gold_chains(passage: Passage, found: Found) -> tuple[Chain, ...]:
    """The gold's actors as chains of mentions."""
    return tuple(
        Chain(actor.kind, tuple(_mention(Span.of(passage.text, *m), found) for m in actor.mentions))
        for actor in passage.actors
    )


def _mention(span: Span, found: Found) -> Mention:
    head = head_of(found.grammar, span) if found.grammar is not None else None
    form: MentionForm = "name" if head is not None and head.text[0].isupper() else "description"
    return Mention(span, "pronoun" if span.text.lower() in PRONOUNS else form)


def office_score(rows: Sequence[tuple[Passage, Found]], finder: Finder) -> OfficeScore:
    """How well a finder's offices agree with the gold's.

    An office is right when its words end with those of the gold's and its holder is a mention of the gold's holder;
    each of the gold's can make one told office right.
    """
    told = right = gold = bodies = hedges = 0
    for passage, found in rows:
        owner = _Owner(passage, found)
        left = list(passage.roles)
        gold += len(left)
        for office in finder(passage, found):
            told += 1
            match = next(
                (g for g in left if _is_office(g, office.words) and owner.of(office.holder) == g.holder),
                None,
            )
            if match is not None:
                left.remove(match)
                right += 1
                bodies += match.body == (None if office.body is None else owner.of(office.body))
                hedges += match.hedged == office.hedged
    return OfficeScore(told, right, gold, bodies, hedges)


def _is_office(gold: GoldRole, words: Span) -> bool:
    return words.end == gold.span[1] or (words.start < gold.span[1] and gold.span[0] < words.end)


class _Owner:
    """Tells which of the gold's actors a span means: that of the shortest mention around its governing word."""

    def __init__(self, passage: Passage, found: Found) -> None:
        self._found = found
        self._mentions = [(Span.of(passage.text, *m), actor.id) for actor in passage.actors for m in actor.mentions]

    def of(self, span: Span) -> str | None:
        """The letter of the actor; None where the gold has no mention there."""
        head = head_of(self._found.grammar, span) if self._found.grammar is not None else None
        around = [(m.end - m.start, a) for m, a in self._mentions if m.contains(head or span)]
        return min(around)[1] if around else None


def relation_scores(rows: Sequence[tuple[Passage, Found]], gold_mentions: bool) -> dict[str, Score]:
    """The scores of relations between the gold's actors, each pair of a passage counted once.

    Told ones are right when the gold has them; who belongs to whom is also told by the bodies of actors and offices.
    Found are those of the gold's own lines of relations alone, which name only what a passage is about.
    """
    right, told, found, gold = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for passage, reading in rows:
        owner = _Owner(passage, reading)
        wanted = {_ordered(*r) for r in passage.relations}
        implied = wanted | {("part_of", a.id, a.of) for a in passage.actors if a.of}
        implied |= {("part_of", r.holder, r.body) for r in passage.roles if r.body}
        pairs = ((owner.of(r.one), r.kind, owner.of(r.other)) for r in _related(passage, reading, gold_mentions))
        here = {_ordered(one, kind, other) for one, kind, other in pairs if one and other and one != other}
        for kind in RELATIONS:
            told[kind] += sum(k == kind for k, *_ in here)
            right[kind] += sum(r[0] == kind for r in here & implied)
            gold[kind] += sum(r[0] == kind for r in wanted)
            found[kind] += sum(r[0] == kind for r in here & wanted)
    return {k: Score(right[k], told[k], found[k], gold[k]) for k in RELATIONS}


def _related(passage: Passage, found: Found, gold_mentions: bool) -> tuple[BodyRelation, ...]:
    if found.grammar is None:
        return ()
    spans = [(m.span, c.kind) for c in gold_chains(passage, found) for m in c.mentions]
    return relations_between(passage.text, found.grammar, spans if gold_mentions else spans_of(found))


def _ordered(one: str, kind: str, other: str) -> tuple[str, str, str]:
    return (kind, one, other) if kind == "part_of" else (kind, *sorted((one, other)))  # type: ignore[return-value]


def readings(folder: Path, reader: Reader) -> Iterator[tuple[Passage, Found]]:
    """The passages of a folder of the conflict set, read."""
    for passage in all_passages(folder):
        yield passage, reader.read(Article(passage.id, passage.text))


def print_scores(rows: Sequence[tuple[Passage, Found]]) -> None:
    """Prints a table: finder, precision, recall, F1; of the right ones the shares with the right body and hedge."""
    for name, finder in (
        ("the reader's roles", as_given),
        ("roles, with grammar", as_roles),
        ("grammar", by_grammar),
        ("grammar, gold mentions", by_grammar_of_gold),
    ):
        score = office_score(rows, finder)
        told, gold, right = max(1, score.told), max(1, score.gold), max(1, score.right)
        shares = score.right / told, score.right / gold, score.f1, score.bodies / right, score.hedges / right
        print(
            f"{name:24}", "  ".join(f"{100 * share:5.1f}" for share in shares), f"told {score.told} gold {score.gold}"
        )

    for gold_mentions in (False, True):
        for kind, relation in relation_scores(rows, gold_mentions).items():
            shares3 = "  ".join(f"{100 * s:5.1f}" for s in (relation.precision, relation.recall, relation.f1))
            name = f"{kind}{', gold mentions' * gold_mentions}"
            print(f"{name:24} {shares3}  told {relation.told} gold {relation.gold}")


def main() -> None:
    """Prints the scores on a folder of passages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="conflict_set/held_out")
    print_scores(list(readings(parser.parse_args().folder, EncoderReader())))


if __name__ == "__main__":
    main()
