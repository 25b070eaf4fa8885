"""What the words of a description say of whose people it is of: past offices, owners, employers, and who is sent."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import Span
from onrecord.resolution.bodies import BODY_KINDS
from onrecord.resolution.implied import (
    ADVISERS,
    MEN,
    SCHOLARS,
    VICTIMS,
    head_noun,
    is_of_no_state,
    is_opposite,
    may_speak_for_country,
)
from onrecord.resolution.registry import Entry

_FORMER = re.compile(
    r"\b(?:former|ex|late|then|onetime|one-time|retired|ousted|deposed)\b(?=[\s-]+\w)", re.IGNORECASE
)
_WHERE = re.compile(r"\b(?:of|for|from|with|to|at)\s+(?:the\s+|an?\s+)?$", re.IGNORECASE)
_EMPLOYING = frozenset({"organisation", "party"})
"""Kinds of body for which outsiders work or that they belong to."""
_ADJECTIVES = re.compile(r"(?:['’]s?)?\s+(?:[a-z][a-z-]*\s+){0,2}")
_POSSESSIVE = re.compile(r"['’]s?\s+[a-z]")
_OF = re.compile(r"\b(?:of|for|from|with)\s+(?:the\s+)?$", re.IGNORECASE)
_BEHIND = re.compile(r"\b(?:of|for|from|with|to)\s+(?:the\s+)?$", re.IGNORECASE)
_CLAUSE = re.compile(r",?\s+(?:which|who|whose)\b")
_REGION = re.compile(
    r"\b[A-Z][\w’'-]+\s+(?:region|province|enclave|territory)\b"
    r"|\b(?:breakaway|self-(?:declared|proclaimed|styled)|separatist|autonomous)\s+(?:[\w’'-]+\s+){0,3}"
    r"(?:region|province|enclave|territory|republic)\b"
)
_SENT = re.compile(r"\sto\s")
"""Behind this stands to whom somebody is sent, not whose he is: "its envoy to the African Union"."""


def is_former(words: str) -> bool:
    """Whether an office is said to be past, so that its holder speaks for nobody: "former president"."""
    return bool(_FORMER.search(words))


def before_clause(span: Span) -> Span:
    """The words for somebody up to a clause that tells of what is named in them: "a spokesman for X, which fights Y"."""
    clause = _CLAUSE.search(span.text)
    return span if clause is None else Span(span.start, span.start + clause.start(), span.text[: clause.start()])


def is_of_a_region(words: str) -> bool:
    """Whether people lead a part of a country, so that they speak for no state: "leader of Ethiopia's Tigray region"."""
    return may_speak_for_country(words) and _REGION.search(words) is not None


def hides_its_side(words: str) -> bool:
    """Whether words say that people are somebody's without saying whose: "a Western diplomat", "his counterpart"."""
    return is_of_no_state(words) or is_opposite(words)


def belongs_to(span: Span, inner: Span) -> bool:
    """Whether somebody named within a description owns what it says, or is whose it is "of"."""
    before, after = span.text[: inner.start - span.start], span.text[inner.end - span.start :]
    return bool(_POSSESSIVE.match(after) or _BEHIND.search(before))


def governing(span: Span, bodies: Sequence[tuple[Span, Entry]]) -> Entry:
    """The body that a description of people depends on: the one behind "of" or "for", else the first."""
    behind = _BEHIND if head_noun(span.text) in ADVISERS else _OF
    for inner, entry in bodies:
        if behind.search(span.text[: inner.start - span.start]):
            return entry
    return bodies[0][1]


def beside_head(span: Span, bodies: Sequence[tuple[Span, Entry]]) -> Entry | None:
    """The body whose people a description calls men, workers, teachers: "Sinn Fein man", "UN aid workers"."""
    head = head_noun(span.text)
    if head in VICTIMS:
        return None
    at = span.text.lower().find(head)
    before = (e for inner, e in bodies if _ADJECTIVES.fullmatch(span.text[inner.end - span.start : max(0, at)]))
    if head in SCHOLARS:
        before = (e for e in before if e.kind == "organisation")
    employing = BODY_KINDS if head in MEN else _EMPLOYING
    with_whom = (
        entry
        for inner, entry in bodies
        if entry.kind in employing and _WHERE.search(span.text[: inner.start - span.start])
    )
    return next(before, None) or next(with_whom, None)


def before_sent(span: Span, bodies: Sequence[tuple[Span, Entry]]) -> Sequence[tuple[Span, Entry]]:
    """The bodies of a description but those to which somebody is sent."""
    sent = None if head_noun(span.text) in ADVISERS else _SENT.search(span.text)
    return bodies if sent is None else [(s, e) for s, e in bodies if s.start < span.start + sent.start()]
