"""Who is near an event and no side of it: the country in which it happens, and whoever hosts, mediates or guarantees it.

"The two sides met in Cuba", "with Norway and Cuba as guarantors", "talks mediated by Qatar", "the Malaysian facilitator".
"""

from __future__ import annotations

import re

from onrecord.model import Span

_WHERE = re.compile(r"\b(?:in|at|near|outside|inside|around|into|through)\s+(?:the\s+)?$", re.IGNORECASE)
_HOSTS = (
    r"(?:guarantors?|hosts?|mediat(?:or|ion)s?|observers?|facilitators?|monitors?|witness(?:es)?"
    r"|go-betweens?|brokers?)"
)
_LISTED = r"(?:(?:the\s+)?[\w.’'-]+(?:,|\s+and|,\s+and)?\s+){0,6}"
_HELPED_BY = re.compile(
    r"\b(?:(?:mediat|host|broker|facilitat|sponsor|guarante|observ|monitor|overs)\w*\s+by"
    rf"|(?:auspices|support|help|backing|good offices|mediation|facilitation)\s+(?:of|from|by))\s+{_LISTED}$",
    re.IGNORECASE,
)
_AS_HOST = re.compile(
    rf"^(?:(?:,|\s+and|,\s+and)\s+[\w.’'-]+){{0,4}}\s+(?:(?:will|would|is|are|was|were|to)\s+)?"
    rf"(?:(?:act|serv)\w*\s+)?as\s+(?:an?\s+|the\s+)?(?:\w+\s+)?{_HOSTS}\b"
    r"|^\s+(?:has |have |had |will |would |is |was )?(?:hosted|hosting|mediated|mediating|brokered|facilitated)\b",
    re.IGNORECASE,
)
_IS_HOST = re.compile(rf"\b{_HOSTS}\b", re.IGNORECASE)
_BEFORE, _AFTER = 90, 60


def is_where(text: str, words: Span) -> bool:
    """Whether a place name says where something happens ("in Cuba"), so that it does not stand for its government."""
    return _WHERE.search(text[max(0, words.start - _BEFORE) : words.start]) is not None


def is_host(text: str, words: Span) -> bool:
    """Whether words name somebody who hosts, mediates, guarantees or watches over something between others."""
    before, after = text[max(0, words.start - _BEFORE) : words.start], text[words.end : words.end + _AFTER]
    return (
        _IS_HOST.search(words.text) is not None
        or _HELPED_BY.search(before) is not None
        or _AS_HOST.search(after) is not None
    )
