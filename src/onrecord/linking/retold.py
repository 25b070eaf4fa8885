"""Words that a party said earlier and that the report retells beside what it says now: "had denied", "first denied"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.linking.parties import Sides
from onrecord.model import Link, Reading, Statement

_PERFECT = re.compile(r"\bhad\b", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:first|at first|initially|originally|earlier|previously|formerly|until now|once)\W*$", re.IGNORECASE
)
_BEFORE = 20


def without_taken_back(links: Sequence[Link], reading: Reading) -> list[Link]:
    """The links with each denial left open that its own party, in the same report, has since replaced by a yes.

    A retold denial that the report gives no day for ("last month") might else come after the affirmation that took it
    back, and stand beside it.
    """
    sides = Sides(reading)
    statements = {statement.id: statement for statement in reading.statements}
    affirmed = {
        (link.matter.id, party)
        for link in links
        if link.stance == "affirms" and not is_retold(statements[link.statement], reading)
        for party in _parties(statements[link.statement], sides)
    }
    return [
        replace(link, stance="unclear")
        if link.stance == "denies"
        and is_retold(statements[link.statement], reading)
        and not affirmed.isdisjoint((link.matter.id, p) for p in _parties(statements[link.statement], sides))
        else link
        for link in links
    ]


def is_retold(statement: Statement, reading: Reading) -> bool:
    """Whether words tell that this was said before what the report is about, and not on which day."""
    cue, said = statement.cue, statement.said_on
    if cue is None or (said is not None and said.precision == "day"):
        return False
    before = reading.article.text[max(0, cue.start - _BEFORE) : cue.start]
    return _PERFECT.search(cue.text) is not None or any(map(_EARLIER.search, (before, _first_words(cue.text))))


def _first_words(cue: str) -> str:
    return " ".join(cue.split()[:-1])


def _parties(statement: Statement, sides: Sides) -> Iterable[str]:
    """The party that a statement is made for and the one above it."""
    party = sides.of_statement(statement)
    return () if party is None else tuple(key for key in (party.key, party.part_of) if key is not None)
