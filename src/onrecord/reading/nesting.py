"""Sayings within sayings, and sayings that repeat another: "the army denied it, as did a spokesman"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Span, Statement
from onrecord.nearby import Nearby

_STANDS_FOR_A_VERB = re.compile(
    r"(?:(?:as|so|neither|nor)\s+)?(?:did|do|does|has|have|had|was|were|is|are|would|will|too|neither|likewise|also)(?:\s+not)?",
    re.IGNORECASE,
)


def with_shared_acts(statements: Sequence[Statement]) -> list[Statement]:
    """Gives a statement whose cue only stands for a verb ("as did the army") the act and certainty of what it repeats.

    That is the last statement before it which shares a content with it.
    """
    found: list[Statement] = []
    holders: Nearby[Statement] = Nearby()
    for statement in statements:
        cue = statement.cue
        stands = cue is not None and _STANDS_FOR_A_VERB.fullmatch(cue.text) is not None
        before = [s for c in statement.content for s in holders.at(c)] if stands else []
        repeated = before[-1] if before else None
        for content in () if stands else statement.content:
            holders.add(content, statement)
        shared = replace(statement, act=repeated.act, certainty=repeated.certainty) if repeated else statement
        found.append(shared)
    return found


def with_parents(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Gives each statement the innermost other one whose content holds its cue."""
    contents = Nearby((c, (number, s)) for number, s in enumerate(statements) for c in s.content)
    result = []
    for inner in statements:
        cue = inner.cue
        holding = [] if cue is None else [
            (sum(c.end - c.start for c in s.content), number, s.id)
            for number, s in contents.at(cue)
            if s.cue != cue and _holds(s.content, cue) and not (s.cue and _holds(inner.content, s.cue))
        ]  # fmt: skip
        result.append(replace(inner, parent=min(holding)[2] if holding else None))
    return tuple(result)


def _holds(content: Sequence[Span], cue: Span) -> bool:
    return any(c.contains(cue) for c in content)
