"""Whether words speak of those who utter them, outside quotation marks: "our forces", "we attacked"."""

from __future__ import annotations

import re

from onrecord.encoding.quotations import quotations

_US = re.compile(r"\b(?:we|our|ours|us)\b", re.IGNORECASE)

OURS = re.compile(r"\b(?:[Ww]e|[Oo]urs?|us)\b")
FOE = re.compile(
    r"^(?:(?:the|our|an?|this|that|these|those)\s+)?(?:enem(?:y|ies)|foes?|aggressors?|occupiers?|invaders?|attackers?"
    r"|other (?:side|party)|opposing (?:side|forces))\b",
    re.IGNORECASE,
)
"""Words for a foe whom the speaker does not name."""


def speaks_of_us(sentence: str) -> bool:
    """Whether a sentence says "we" or "our" in its own words rather than in a quotation; "US" is a country."""
    marks = quotations(sentence, [(0, len(sentence))])
    found = (m for m in _US.finditer(sentence) if m.group() != "US")
    return any(not any(mark.covers(m.start(), m.end()) for mark in marks) for m in found)
