"""Bodies of a state that a report calls by common nouns alone: "the army", "the defence ministry"."""

from __future__ import annotations

import re

from onrecord.model import Actor, ActorKind, Statement

_BODIES = frozenset[ActorKind]({"government", "military"})
_COMMON = frozenset(
    "the an a its their his our army military ministry government police navy air armed forces defence defense foreign"
    " interior security junta regime authorities soldiers troops officials presidency cabinet".split()
)
"""Words that may open a sentence, and so have a capital, without being a name."""
_BODY = re.compile(
    r"(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)\s+)?\b(?:(?:defen[cs]e|foreign|interior)\s+)?"
    r"(?:army|military|ministry|government|air force|navy|police|armed forces|junta|regime)\b"
)
_CAPITALISED = re.compile(r"[A-ZÀ-Þ][\w’'-]*\s+$")


def is_nameless(body: Actor) -> bool:
    """Whether a state's body is called by common nouns alone, so that whose it is was told from something else."""
    told = [m.span.text for m in body.mentions if m.form != "pronoun"]
    return body.kind in _BODIES and body.country is not None and bool(told) and not any(map(has_name, told))


def has_name(words: str) -> bool:
    """Whether any of some words is a name, by its capital."""
    return any(word[:1].isupper() and (n > 0 or word.lower() not in _COMMON) for n, word in enumerate(words.split()))


def is_nameless_body(words: str) -> bool:
    """Whether words name a state's body by common nouns alone: "the government", "our armed forces"."""
    return _BODY.search(words.lower()) is not None and not has_name(words)


def has_nameless_source(statement: Statement) -> bool:
    """Whether the words for who speaks name a state's body by a common noun: "the spokesman for the army"."""
    words = "" if statement.source is None else statement.source.text
    found = _BODY.search(words)
    return found is not None and _CAPITALISED.search(words[: found.start()]) is None
