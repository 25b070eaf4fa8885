"""Quotations as wholes: whoever says one sentence between two quotation marks says the others between them too."""

from __future__ import annotations

import string
from collections.abc import Sequence
from dataclasses import replace

from onrecord.encoding.quotations import Quotation
from onrecord.model import Span, Statement
from onrecord.nearby import Nearby

_OPENING = string.whitespace + "\"“”«»„'‘’`"
_CLOSING = _OPENING + ",."


def with_whole_quotations(
    text: str, statements: Sequence[Statement], quotations: Sequence[Quotation]
) -> list[Statement]:
    """The statements, each with all of a quotation of which it says a part, unless somebody else says another part.

    '"There is no blockade. Anybody may drive past," he said': both sentences are his. A piece of a quotation that was
    taken for a statement of its own, without cue or source, falls to him who says the rest.
    """
    contents = Nearby((c, n) for n, s in enumerate(statements) for c in s.content)
    found: dict[int, Statement] = dict(enumerate(statements))
    for quotation in quotations:
        inside = _inner(text, quotation)
        numbers = sorted({n for n in contents.at(inside) if n in found and _speaks(found[n], inside)})
        said = [n for n in numbers if found[n].cue is not None or found[n].source is not None]
        if not said or len({_saying(found[n]) for n in said}) > 1:
            continue
        for number in numbers:
            if number not in said:
                del found[number]
        for number in said:
            found[number] = _completed(text, found[number], inside)
    return list(found.values())


def _inner(text: str, quotation: Quotation) -> Span:
    """The words between two quotation marks, without the marks and without the comma or full stop before the second."""
    quoted = text[quotation.start : quotation.end]
    start = quotation.start + len(quoted) - len(quoted.lstrip(_OPENING))
    return Span.of(text, start, max(start, quotation.start + len(quoted.rstrip(_CLOSING))))


def _speaks(statement: Statement, inside: Span) -> bool:
    """Whether it is made around a quotation and not within it."""
    cue = statement.cue or statement.source
    return (cue is None or not cue.overlaps(inside)) and any(c.overlaps(inside) for c in statement.content)


def _saying(statement: Statement) -> Span | None:
    """What is the same in statements of several sources that share a cue."""
    return statement.cue or statement.source


def _completed(text: str, statement: Statement, inside: Span) -> Statement:
    """The statement with all of a quotation, gaps and cut ends filled: between two marks one person speaks."""
    here = [c for c in statement.content if c.overlaps(inside)]
    whole = Span.of(text, min(inside.start, *(c.start for c in here)), max(inside.end, *(c.end for c in here)))
    rest = [c for c in statement.content if not c.overlaps(inside)]
    return statement if here == [whole] else replace(statement, content=tuple(sorted([*rest, whole])))
