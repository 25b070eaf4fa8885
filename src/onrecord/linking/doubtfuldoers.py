"""Words that leave open who did something: "by persons unknown", "unidentified gunmen", "it was not known by whom"."""

from __future__ import annotations

import re

from onrecord.model import Event, Reading, Statement

_UNKNOWN = re.compile(
    r"\b(?:(?:by|from) (?:persons? |parties |forces |a party )?unknown\b"
    r"|(?:unknown|unidentified|unnamed) (?:[\w-]+ )?(?:persons?|people|m[ae]n|gunm[ae]n|assailants?|attackers?|bombers?"
    r"|parties|party|forces?|fighters?|militants?|perpetrators?|aircraft|drones?|jets?)\b"
    r"|by whom\b|who(?:ever)? (?:had |has |may have |might have )?(?:fired|done|did|attacked|carried|launched|planted|was"
    r" (?:behind|responsible)|were (?:behind|responsible)|lay behind|stood behind)\b)",
    re.IGNORECASE,
)
_AFTER = 12
"""Characters after what is said in which its last words may stand."""


def leaves_open_by_whom(statement: Statement, event: Event, reading: Reading) -> bool:
    """Whether a statement names nobody who did what it tells, and says that nobody is known to have."""
    if event.actors or not statement.content:
        return False
    begin, end = min(c.start for c in statement.content), max(c.end for c in statement.content)
    return (
        begin <= event.trigger.start < end and _UNKNOWN.search(reading.article.text[begin : end + _AFTER]) is not None
    )
