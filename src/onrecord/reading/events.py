"""What is said to happen: trigger words with their PLOVER type, and the status that grammar and statement give."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from onrecord.assets import table
from onrecord.model import Event, EventStatus, Span, Statement
from onrecord.nearby import Nearby
from onrecord.reading.segmentation import Sentence

_POSSIBLE = re.compile(
    r"\b(?:(?-i:may)|might|could|can|would|likely|unlikely|possible|possibly|hopes?|ready|willing|call(?:s|ed) for"
    r"|urged?)\b",
    re.IGNORECASE,
)
_UNREADY = re.compile(
    r"\b(?:too (?:early|soon) for|ready (?:to|for)|conditions? (?:to|for)|want(?:s|ed)?(?: to)?|seek(?:s|ing)?"
    r"|offer(?:s|ed)?(?: of| to)?|reject(?:s|ed)?|rul(?:es?|ed|ing) out)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
_FAILED = re.compile(
    r"^\s+(?:(?:that|which)\s+)?(?:failed|collapsed|broke down|broke off|ended|fell through)\b", re.IGNORECASE
)
_FUTURE = re.compile(
    r"\b(?:will|shall|to start|to begin|planned|plans?|due to|upcoming|next (?:week|month|year))\b|['’]ll\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:no|not|never|without|neither|nor)\b|n['’]t\b", re.IGNORECASE)
_MEANWHILE = re.compile(r"\b(?:while|during|when|until|before|after|since)\b", re.IGNORECASE)
_CONDITIONAL = re.compile(
    r"\b(?:if|unless|any (?:deal|talks|agreement|ceasefire) (?:could|would|must))\b", re.IGNORECASE
)
_PAST = re.compile(r"\b(?:previous|earlier|past|former|failed|in the (?:19|20)\d0s)\b", re.IGNORECASE)
_BY_CERTAINTY: dict[str, EventStatus] = {
    "negated": "negated",
    "conditional": "conditional",
    "possible": "possible",
    "unknown": "possible",
}


@cache
def _triggers() -> tuple[re.Pattern[str], dict[str, dict[str, str]]]:
    kinds = {
        word.lower(): {"type": kind["type"], "cameo": kind["cameo"]}
        for kind in table("events")["event"]
        for word in kind["words"]
    }
    longest_first = sorted(kinds, key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE), kinds


def events(parts: Iterable[Sentence], statements: tuple[Statement, ...]) -> tuple[Event, ...]:
    """The events of a report, one for each statement that speaks of it, without their parties."""
    found: list[Event] = []
    contents = Nearby((c, s) for s in statements for c in s.content)
    for sentence in parts:
        for trigger, kind in _in_sentence(sentence):
            for statement in _speaking_of(trigger, contents) or (None,):
                status = _status(sentence.span, trigger, statement)
                found.append(
                    Event(
                        id=f"e{len(found) + 1}",
                        trigger=trigger,
                        type=kind["type"],
                        cameo=kind["cameo"],
                        status=status,
                        confidence=0.6 if statement else 0.4,
                        statement=statement.id if statement else None,
                    )
                )
    return tuple(found)


def _in_sentence(sentence: Sentence) -> Iterator[tuple[Span, dict[str, str]]]:
    pattern, kinds = _triggers()
    for match in pattern.finditer(sentence.span.text):
        start = sentence.span.start + match.start()
        yield Span(start, start + len(match.group()), match.group()), kinds[match.group().lower()]


def _speaking_of(trigger: Span, contents: Nearby[Statement]) -> tuple[Statement, ...]:
    """The statements whose content holds the trigger: of nested ones only the innermost."""
    holding = [s for s in contents.at(trigger) if any(c.contains(trigger) for c in s.content)]
    outer = {s.parent for s in holding}
    return tuple(s for s in holding if s.id not in outer)


def _status(sentence: Span, trigger: Span, statement: Statement | None) -> EventStatus:
    before = sentence.text[max(0, trigger.start - sentence.start - 60) : trigger.start - sentence.start]
    near = before[-25:]
    after = sentence.text[trigger.end - sentence.start :]
    if _PAST.search(near) or _FAILED.search(after):
        return "historical"
    if statement is not None and statement.act == "denies":
        return "negated"
    if _UNREADY.search(before):
        return "possible"
    if statement is not None and statement.certainty == "negated":
        return "negated" if _is_negated(before) else "actual"
    if statement is not None and statement.certainty != "actual":
        return "future" if statement.act == "promises" else _BY_CERTAINTY[statement.certainty]
    if _CONDITIONAL.search(before):
        return "conditional"
    if _is_negated(near):
        return "negated"
    if _POSSIBLE.search(before):
        return "possible"
    return "future" if _FUTURE.search(before) else "actual"


def _is_negated(before: str) -> bool:
    """Whether words before a trigger negate it; "no truce while the talks go on" negates the truce alone."""
    negations = list(_NEGATED.finditer(before))
    return bool(negations) and _MEANWHILE.search(before, negations[-1].end()) is None
