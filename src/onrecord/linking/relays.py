"""Statements inside statements: who only passes on what another said, and whether he vouches for its being said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Act, Event, Reading, Stance, Statement

_CLAIM = re.compile(
    r"\b(?:claim|report|allegation|accusation|suggestion|account|charge|assertion|story|rumou?r)s?\b", re.IGNORECASE
)
_OPENS = re.compile(rf"(?:the |an? |any |such )?(?:\w+ )?{_CLAIM.pattern} (?:that|of)\b", re.IGNORECASE)
_BETWEEN = 30
_AS = re.compile(r"\bas\s+$", re.IGNORECASE)
_NEAR = 10
_VOUCHING = frozenset[Act]({"asserts", "confirms", "accuses"})


class Relays:
    """The nesting of the statements of one reading.

    A nested statement counts for its inner speaker, as reported by the outer one; who merely reports affirms nothing.
    """

    def __init__(self, reading: Reading) -> None:
        self._by_id = {statement.id: statement for statement in reading.statements}
        self._text = reading.article.text
        self._nested: dict[str, list[Statement]] = {}
        for statement in reading.statements:
            if statement.parent in self._by_id:
                self._nested.setdefault(str(statement.parent), []).append(statement)

    def passes_on(self, statement: Statement, event: Event) -> bool:
        """Whether the event stands in what somebody else says within this statement."""
        return any(
            any(content.contains(event.trigger) for content in inner.content) or self.passes_on(inner, event)
            for inner in self._nested.get(statement.id, ())
            if inner.id != statement.id
        )

    def reporter(self, statement: Statement) -> Statement | None:
        """The nearest statement around this one that another speaker makes; None where it is at first hand."""
        return next((o for o in self._around(statement) if not _one_speaker(o, statement)), None)

    def heard(self, statement: Statement, stance: Stance) -> Stance:
        """The stance that reaches the reader: left open where the outer speaker doubts or denies that it was said,
        demands it, or expects it."""
        return stance if all(o.act in _VOUCHING for o in self._around(statement)) else "unclear"

    def denying(self, statement: Statement) -> Iterator[Statement]:
        """The statements around this one that deny what it claims: "dismissed a rebel claim that soldiers had died"."""
        if self._is_a_claim(statement):
            yield from (o for o in self._around(statement) if o.act == "denies" and not _one_speaker(o, statement))

    def _is_a_claim(self, statement: Statement) -> bool:
        """Whether a noun for what is claimed stands between its verb and its words, or opens them: "the report that"."""
        cue, content = statement.cue, next(iter(statement.content), None)
        if cue is None or content is None:
            return False
        between = self._text[cue.end : content.start] if cue.end <= content.start <= cue.end + _BETWEEN else ""
        return _CLAIM.search(f"{cue.text} {between}") is not None or _OPENS.match(content.text) is not None

    def agreeing(self, statement: Statement) -> Iterator[Statement]:
        """The statement around this one that says the same: "we killed 11 of them, as the army says"."""
        outer, source = self._by_id.get(statement.parent or ""), statement.source
        if outer is None or source is None or outer.act not in _VOUCHING or _one_speaker(outer, statement):
            return
        if _AS.search(self._text[max(0, source.start - _NEAR) : source.start]):
            yield outer

    def _around(self, statement: Statement) -> Iterator[Statement]:
        passed = {statement.id}
        outer = self._by_id.get(statement.parent or "")
        while outer is not None and outer.id not in passed:
            yield outer
            passed.add(outer.id)
            outer = self._by_id.get(outer.parent or "")


def _one_speaker(one: Statement, other: Statement) -> bool:
    return one.speaker is not None and one.speaker == other.speaker
