"""Relations between two mentions, as sentences tell them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from tests.reading.by_hand import SEEDS, drawn, parsed
from tests.reading.reports import article
from tests.reading.told_relations import TOLD, Told

from onrecord.model import Span
from onrecord.reading import EncoderReader
from onrecord.reading.reader import Relations
from onrecord.reading.relations import BodyRelation, relations, relations_between

AS_MANY = 42
"""Of the sentences of `TOLD`, those that have to be read right with the grammar and mentions of the trained reader."""


def read(text: str) -> list[Told]:
    return [_told(r) for r in relations(text, EncoderReader().read(article(text)))]


def _told(relation: BodyRelation) -> Told:
    mark = "?" * relation.hedged + "-" * relation.ended
    return (relation.kind, relation.one.text, relation.other.text, mark)


def holds(text: str) -> bool:
    found = [t for t in read(text) if t[0] != "same_as" or "also known" in text or "(" in text]
    return all(t in found for t in TOLD[text]) and (bool(TOLD[text]) or not found)


def test_sentences_tell_what_they_were_written_to_tell() -> None:
    wrong = [text for text in TOLD if not holds(text)]
    assert len(TOLD) - len(wrong) >= AS_MANY, wrong


def by_hand(told: str, *mentions: tuple[str, str]) -> list[Told]:
    """The relations of a sentence parsed by hand between mentions given as words and kind."""
    report, grammar = parsed(told)
    text = report.text
    words = tuple(report.span(word, word) for word in range(len(report.places)))
    spans = [(Span.of(text, text.index(m), text.index(m) + len(m)), kind) for m, kind in mentions]
    found = relations_between(text, Relations(words, grammar.tags, grammar.heads, grammar.relations), spans)
    assert all(text[s.start : s.end] == s.text for r in found for s in (r.one, r.other, r.words))
    return [_told(r) for r in found]


ARMY, REBELS, RUIZ = ("army", "military"), ("rebels", "armed_group"), ("Ruiz", "person")
LEADS = "Ruiz/PROPN/2/nsubj leads/VERB/2/root rebels/NOUN/2/obj"


@pytest.mark.parametrize(
    ("told", "mentions", "wanted"),
    [
        (LEADS, (RUIZ, REBELS), ("in_charge_of", "Ruiz", "rebels", "")),
        (
            "rebels/NOUN/3/nsubj:pass were/AUX/3/aux:pass led/VERB/3/root by/ADP/5/case Ruiz/PROPN/3/obl:agent",
            (RUIZ, REBELS),
            ("in_charge_of", "Ruiz", "rebels", ""),
        ),
        (
            "Ruiz/PROPN/4/nsubj reportedly/ADV/4/advmod may/AUX/4/aux lead/VERB/4/root rebels/NOUN/4/obj",
            (RUIZ, REBELS),
            ("in_charge_of", "Ruiz", "rebels", "?"),
        ),
        (
            "Ruiz/PROPN/2/nsubj claims/VERB/2/root to/PART/4/mark lead/VERB/2/xcomp rebels/NOUN/4/obj",
            (RUIZ, REBELS),
            ("in_charge_of", "Ruiz", "rebels", "?"),
        ),
        (
            "Ruiz/PROPN/1/root ,/PUNCT/4/punct former/ADJ/4/amod member/NOUN/1/appos of/ADP/6/case rebels/NOUN/4/nmod",
            (RUIZ, REBELS),
            ("part_of", "Ruiz", "rebels", "-"),
        ),
        (
            "rebels/NOUN/2/nsubj took/VERB/2/root control/NOUN/2/obj of/ADP/5/case Goma/PROPN/2/obj",
            (REBELS, ("Goma", "place")),
            ("in_charge_of", "rebels", "Goma", ""),
        ),
        (
            "clashes/NOUN/6/nsubj between/ADP/3/case army/NOUN/6/nsubj and/CCONJ/5/cc rebels/NOUN/6/nsubj spread/VERB/6/root",
            (ARMY, REBELS),
            ("opposed_to", "army", "rebels", ""),
        ),
        (
            "army/NOUN/2/nsubj hit/VERB/2/root rebels/NOUN/2/obj ,/PUNCT/6/punct which/PRON/6/nsubj:pass backed/VERB/3/acl:relcl by/ADP/8/case Chad/PROPN/6/obl:agent",
            (ARMY, REBELS, ("Chad", "country")),
            ("allied_with", "Chad", "rebels", ""),
        ),
    ],
)
def test_a_relation_is_told_by_grammar_and_a_few_words(
    told: str, mentions: tuple[tuple[str, str], ...], wanted: Told
) -> None:
    assert by_hand(told, *mentions) == [wanted]


@pytest.mark.parametrize(
    ("told", "mentions"),
    [
        (
            LEADS.replace("Ruiz/PROPN/2", "Ruiz/PROPN/3")
            .replace("leads", "not/PART/3/advmod leads")
            .replace("/2/", "/3/"),
            (RUIZ, REBELS),
        ),
        ("Ruiz/PROPN/2/nsubj refused/VERB/2/root to/PART/4/mark join/VERB/2/xcomp rebels/NOUN/4/obj", (RUIZ, REBELS)),
        ("Ruiz/PROPN/2/nsubj denied/VERB/2/root links/NOUN/2/obj to/ADP/5/case rebels/NOUN/3/nmod", (RUIZ, REBELS)),
        ("army/NOUN/2/nsubj left/VERB/2/root Ruiz/PROPN/2/obj", (ARMY, RUIZ)),
        ("Goma/PROPN/2/nsubj leads/VERB/2/root rebels/NOUN/2/obj", (("Goma", "place"), REBELS)),
        ("army/NOUN/2/nsubj met/VERB/2/root rebels/NOUN/2/obj", (ARMY, REBELS)),
        (LEADS, (RUIZ,)),
    ],
)
def test_no_relation_is_made_of_denial_wrong_kinds_or_plain_contact(
    told: str, mentions: tuple[tuple[str, str], ...]
) -> None:
    assert by_hand(told, *mentions) == []


def test_the_plainer_of_two_tellings_is_kept_and_a_pair_is_told_once() -> None:
    told = (
        "army/NOUN/3/nsubj may/AUX/3/aux fight/VERB/3/root rebels/NOUN/3/obj ,/PUNCT/8/punct and/CCONJ/8/cc"
        " it/PRON/8/nsubj fights/VERB/3/conj them/PRON/8/obj"
    )
    assert by_hand(told, ARMY, REBELS) == [("opposed_to", "army", "rebels", "?")]


def test_each_of_those_joined_by_and_has_the_relation() -> None:
    told = "army/NOUN/4/nsubj and/CCONJ/3/cc police/NOUN/1/conj fight/VERB/4/root rebels/NOUN/4/obj"
    pairs = [(one, other) for _, one, other, _ in by_hand(told, ARMY, ("police", "military"), REBELS)]
    assert pairs == [("army", "rebels"), ("police", "rebels")]


def test_without_grammar_there_are_no_relations() -> None:
    report = article("The army is fighting the rebels.")
    assert relations(report.text, EncoderReader().read(article(""))) == ()


_TAGS = ("NOUN", "PROPN", "VERB", "ADJ", "ADP", "PRON", "CCONJ")
_RELATIONS = ("nsubj", "obj", "nmod", "obl", "appos", "conj", "cc", "case", "flat", "acl:relcl", "xcomp", "compound")
_FORMS = "led by rebels , fighting the army and which control of leader not ( FARC ) known as between".split()


@settings(max_examples=60, deadline=None)
@given(SEEDS)
def test_any_grammar_gives_exact_spans_and_the_same_ones_again(seed: int) -> None:
    numbers = (drawn(seed, (4, 40)) * 1_000).astype(int)
    forms = [_FORMS[n % len(_FORMS)] for n in numbers[0]]
    text = " ".join(forms)
    starts = [sum(len(f) + 1 for f in forms[:at]) for at in range(len(forms))]
    words = tuple(Span.of(text, start, start + len(form)) for start, form in zip(starts, forms, strict=True))
    heads = tuple(max(0, int(n) % (at + 1)) for at, n in enumerate(numbers[1]))
    labels = tuple(_RELATIONS[n % len(_RELATIONS)] for n in numbers[2])
    grammar = Relations(words, tuple(_TAGS[n % len(_TAGS)] for n in numbers[3]), heads, labels)
    mentions = [(word, "armed_group" if at % 3 else "person") for at, word in enumerate(words) if at % 2]
    found = relations_between(text, grammar, mentions)
    assert found == relations_between(text, grammar, mentions)
    assert all(text[s.start : s.end] == s.text for r in found for s in (r.one, r.other, r.words))
    assert all(r.one != r.other for r in found)
