"""Attachments that the grammar gets wrong word by word, put right by the order of words."""

from __future__ import annotations

import pytest
from tests.reading.by_hand import parsed

from onrecord.reading.reader import Relations
from onrecord.reading.relations.mending import mended

SENT_US = "Turkey/PROPN/3/nsubj has/AUX/3/aux sent/VERB/3/root us/PRON/3/iobj no/DET/6/det fighters/NOUN/3/xcomp ,/PUNCT/3/punct"
BROUGHT_TO = "Fighters/NOUN/3/nsubj:pass were/AUX/3/aux:pass brought/VERB/3/root to/ADP/5/case it/PRON/3/xcomp"
CALLED = "They/PRON/2/nsubj called/VERB/2/root him/PRON/2/obj a/DET/5/det liar/NOUN/2/xcomp"
BY = "There/PRON/2/expl were/VERB/2/root deliveries/NOUN/2/nsubj by/ADP/6/case the/DET/6/det government/NOUN/2/nsubj"
GIVES = (
    "Colombo/PROPN/2/nsubj gives/VERB/2/root men/NOUN/2/iobj weapons/NOUN/7/obj ,/PUNCT/7/punct it/PRON/7/nsubj"
    " feeds/VERB/2/parataxis them/PRON/7/obj"
)


@pytest.mark.parametrize(
    ("told", "word", "head", "relation"),
    [
        (SENT_US, "fighters", "sent", "obj"),
        (BROUGHT_TO, "it", "brought", "obl"),
        (CALLED, "liar", "called", "xcomp"),
        (BY, "government", "deliveries", "nmod"),
        (BY, "deliveries", "were", "nsubj"),
        (GIVES, "weapons", "gives", "obj"),
        (GIVES, "them", "feeds", "obj"),
    ],
)
def test_nouns_hang_from_what_stands_before_them(told: str, word: str, head: str, relation: str) -> None:
    report, tree = parsed(told)
    spans = tuple(report.span(at, at) for at in range(len(report.places)))
    found = mended(Relations(spans, tree.tags, tree.heads, tree.relations))
    at = report.forms.index(word)
    assert (report.forms[found.heads[at]], found.relations[at]) == (head, relation)
