"""Sources that are several: "the government and the army" is two, "a spokesman for the army and police" is one."""

from __future__ import annotations

from itertools import pairwise

from onrecord.reading.encoded import Encoded
from onrecord.reading.grammar import Grammar

Stretch = tuple[int, int]
_JOINERS = frozenset({"and", "or", "nor", "&", "but"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_BOTH = frozenset({"both", "neither", "either"})


def parted(report: Encoded, grammar: Grammar, stretch: Stretch) -> tuple[Stretch, ...]:
    """The sources in a stretch of words: one, or those that are conjoined with its head."""
    first, last = stretch
    head = next(
        (w for w in range(first, last + 1) if not first <= grammar.heads[w] <= last or grammar.heads[w] == w), None
    )
    if head is None:
        return (stretch,)
    heads = [head]
    for word in range(head + 1, last + 1):
        joined = grammar.relations[word] == "conj" or any(
            grammar.relations[w] == "cc" and grammar.heads[w] == word for w in range(head + 1, word)
        )
        if joined and grammar.heads[word] in heads and grammar.tags[word] in _NOUNS:
            heads.append(word)
    if len(heads) == 1 or grammar.tags[head] not in _NOUNS:
        return (stretch,)
    cuts = [_cut(report, grammar, before, after) for before, after in pairwise(heads)]
    known = [cut for cut in cuts if cut is not None]
    if len(known) < len(cuts) or any(_joins(report, h) for h in heads[1:]):
        return (stretch,)
    begins = [first + (report.forms[first].lower() in _BOTH and first != head)]
    begins += [_after(report, cut, after) for cut, after in zip(known, heads[1:], strict=True)]
    ends = [_before(report, before, cut) for cut, before in zip(known, heads, strict=False)] + [last]
    return tuple(zip(begins, ends, strict=True))


def _before(report: Encoded, head: int, cut: int) -> int:
    """The last word of a source that ends before a joining word, further joining words and commas left out."""
    end = cut - 1
    while end > head and _joins(report, end):
        end -= 1
    return end


def _after(report: Encoded, cut: int, head: int) -> int:
    """The first word of the source behind a joining word."""
    begin = cut
    while begin < head and _joins(report, begin):
        begin += 1
    return begin


def _joins(report: Encoded, word: int) -> bool:
    return not report.solid[word] or report.forms[word].lower() in _JOINERS


def _cut(report: Encoded, grammar: Grammar, before: int, after: int) -> int | None:
    """The joining word or comma between two conjoined heads: the first that the grammar hangs from the second."""
    between = [w for w in range(before + 1, after) if report.forms[w].lower() in _JOINERS or report.forms[w] == ","]
    hanging = [w for w in between if grammar.heads[w] == after]
    return min(hanging or between[:1], default=None)
