"""Whether words of time look ahead or back, by the verbs near them: "will meet on Friday", "met on Friday"."""

from __future__ import annotations

import re
from functools import lru_cache

_REACH = 110
"""Characters on either side in which verbs are looked for."""
_VERBS = re.compile(
    r"(?P<ahead>\b(?:will|would|shall|won[’']t|(?:is|are|was|were)\s+(?:due|set|scheduled|expected|likely|about"
    r"|going|planned|slated)"
    r"|(?:is|are)\s+to)\b(?!\s+have\b)(?:\s+(?:not|also|now|be|to|soon|likely))*(?:\s+\w+)?"
    r"|[’']ll\b|\b(?:plan|agree|hope|expect|intend|vow|promise|pledge|prepare|propose|want|need|order|ask|call"
    r"|urge|decide|demand|schedule"
    r"|threaten|offer)(?:s|d|ed|ned|ing|ning)?\s+(?:\w+\s+){0,3}?(?:to|for)\b(?:\s+(?:be\s+)?\w+)?"
    r"|\b(?:upcoming|forthcoming|scheduled|planned|due|postponed|delayed|deadline|starting|beginning|ahead\s+of)\b"
    r"|\bto\s+(?:be|begin|meet|hold|start|end|resume|return|leave|sign|visit|vote|take|open|close|travel|arrive"
    r"|withdraw|release|discuss)\b)"
    r"|(?P<back>\b(?:was|were|had|did|has|have|been|said|says|told|met|held|began|broke|fell|fought|killed|took"
    r"|went|came|left|made|won|lost|sent"
    r"|led|ran|saw|gave|struck|shot|hit|put|set|cut|rose|spoke|wrote|got|became|\w{3,}ed)\b)",
    re.IGNORECASE,
)
_LINKED = re.compile(r"\b(?:until|till|by|no\s+later\s+than|before)\s+(?:the\s+)?$", re.IGNORECASE)
_SAYING = re.compile("said|says|told", re.IGNORECASE)
_BREAK = re.compile(r"[.;!?\n]\s|\bafter\b")
_REPORTED = re.compile(
    r"\b(?:said|says|told|added|announced)\s+(?:\w+\s+){0,3}(?:on\s+|late\s+|early\s+)*$", re.IGNORECASE
)


def looks_ahead(text: str, start: int, end: int) -> bool | None:
    """True where the words look to what is to come, False where to what was, None where nothing tells.

    The verb nearest before them decides, then the one nearest after ("On Friday, the sides will meet").
    """
    before = _BREAK.split(text[max(0, start - _REACH) : start])[-1]
    return _ahead(before, text[end : end + _REACH])


@lru_cache(maxsize=1024)
def _ahead(before: str, after: str) -> bool | None:
    if _REPORTED.search(before):
        return False
    found = None
    for match in _VERBS.finditer(before):
        found = found if _SAYING.fullmatch(match.group()) else match
    linked = _LINKED.search(before) is not None
    if found is None:
        verbs = _VERBS.finditer(_BREAK.split(after)[0])
        found = next((verb for verb in verbs if not (linked and _SAYING.fullmatch(verb.group()))), None)
    if found is None:
        return True if linked else None
    return found["ahead"] is not None
