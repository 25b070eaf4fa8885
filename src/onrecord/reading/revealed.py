"""Who an unnamed source is, where the quotation right after it names him.

News reports open with what somebody says whom they only describe ("An adviser to the president said ...") and put his
name to the quotation that follows ("..., said Qas, the adviser"). The two are one man where the words beside the name say
so; a name alone may be another's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from onrecord.model import Act, SourceKind, Span, Statement
from onrecord.nearby import Nearby
from onrecord.reading.reader import Chain

_ONE = re.compile(r"(?:an?|one)\s+(?!of\b)", re.IGNORECASE)
_NOUN_ENDS = re.compile(
    r",|\s(?:of|from|in|at|to|for|with|on|near|close|familiar|briefed|known|named|who|whose|that|there|here)\b"
)
_MAN_WHO = re.compile(r"the\s+(?:man|woman|boy|girl)\b[^,]*,?\s*(?:who|whose)\b", re.IGNORECASE)
_BODIES = frozenset[SourceKind]({"collective", "document", "outlet", "impersonal"})
"""Kinds of sources that are no person, and may stand between somebody and his quotation."""
_UNNAMED_BY_WISH = re.compile(
    r"\banonym|\bnot (?:to )?(?:be(?:ing)? )?(?:named|identified)\b|\bnames? (?:be |was |were )?(?:withheld|not be)"
    r"|\b(?:refus|declin)\w+ to (?:be named|give (?:his|her|a) name)|\bwithout giving (?:his|her|a) name",
    re.IGNORECASE,
)
"""Words by which a source is to have no name."""
_SAYING_SO = frozenset[Act]({"asserts", "confirms", "accuses"})
_GAP = 250
"""Characters between the words of the one and those of the other: the end of a sentence, and words in between."""


def revealed(text: str, statements: Sequence[Statement], chains: Iterable[Chain]) -> Iterator[tuple[Span, Span]]:
    """Pairs of an unnamed source and the name that the next statement, a quotation, gives him for the first time."""
    people = [chain for chain in chains if chain.kind == "person" and chain.names]
    named = Nearby((chain.names[0], chain) for chain in people)
    known = {mention.span for chain in people for mention in chain.mentions}
    told = sorted((s for s in statements if s.source is not None and s.cue is not None), key=_order)
    for number, one in enumerate(told):
        other = next((s for s in told[number + 1 :] if s.source_kind not in _BODIES), None)
        if other is None or one.source is None or other.source is None or one.source in known:
            continue
        chain = next((c for c in named.at(other.source) if other.source.contains(c.names[0])), None)
        head = _head(one.source.text)
        if chain is None or head is None or not _is_next(one, other):
            continue
        if _UNNAMED_BY_WISH.search(text, one.source.start, other.source.start):
            continue
        if _may_be(head, other.source, chain.names[0]):
            yield one.source, chain.names[0]


def _order(statement: Statement) -> tuple[int, str]:
    return _begins(statement), statement.id


def _begins(statement: Statement) -> int:
    return min(span.start for span in (*statement.content, statement.cue) if span is not None)


def _is_next(one: Statement, other: Statement) -> bool:
    """Whether the other is a quotation that begins right behind the one."""
    ends = max(span.end for span in (*one.content, one.cue, one.source) if span is not None)
    if other.act == "denies" and one.act in _SAYING_SO and one.certainty == "actual":
        return False  # who contradicts is somebody else
    return other.form != "indirect" and other.parent is None and 0 <= _begins(other) - ends <= _GAP


def _head(words: str) -> str | None:
    """The noun for what somebody is, of "an officer of the army"; None for words that mean no single person."""
    opening = _ONE.match(words)
    if opening is None:
        return None
    noun = _NOUN_ENDS.split(words[opening.end() :], maxsplit=1)[0].split()
    return noun[-1].lower() if noun and noun[-1][:1].islower() and not noun[-1].endswith("s") else None


def _may_be(head: str, source: Span, name: Span) -> bool:
    """Whether the words beside a name say that it is his whom a noun describes: "Qas, the adviser", "the man, Hal"."""
    behind = source.text[name.end - source.start :]
    return _MAN_WHO.match(source.text) is not None or head in re.findall(r"\w+", behind.lower())
