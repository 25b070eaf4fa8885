"""The offices that a person's own descriptions give him: "the deputy chief of the group", "a Taliban spokesman"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Mention, Role, Span
from onrecord.reading.officeholders import OFFICES
from onrecord.resolution.cast import Cast
from onrecord.resolution.describing import is_former
from onrecord.resolution.implied import head_noun

_HEDGED = re.compile(
    r"\b(?:(?:said|believed|thought|reported|considered|claims|claiming) to be|described as|calls himself)\s+$",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^(?:the|an?|his|her|its|their|our|another|one)\s+", re.IGNORECASE)
_END = re.compile(r"\s+(?:of|for|in|at|to|from|on|with|who|whose)\b|[,(—]")
_SENIOR = frozenset(
    "senior top local regional former main own new newly appointed powerful influential young".split()
)


def told_offices(cast: Cast, mentions: list[Mention]) -> Iterator[Role]:
    """The offices in a named person's descriptions, each with the words that give it; `of` is left to be filled."""
    text = cast.setting.article.text
    for mention in mentions:
        if mention.form != "description" or is_former(mention.span.text):
            continue
        span = _office(mention.span)
        if span is not None:
            hedged = bool(_HEDGED.search(text[max(0, mention.span.start - 40) : mention.span.start]))
            yield Role(" ".join(span.text.lower().split()), None, hedged, span)


def _office(described: Span) -> Span | None:
    """The words of a description that name the office: its last common nouns before "of" and the like."""
    if head_noun(described.text) not in OFFICES:
        return None
    lead = _LEAD.match(described.text)
    start = lead.end() if lead else 0
    end = _END.search(described.text, start)
    words = described.text[start : end.start() if end else len(described.text)]
    kept = re.search(r"(?<![\w-])(?:[a-z][\w-]*\s+)*[a-z][\w-]*$", words)
    if kept is None:
        return None
    begin, stop = start + kept.start(), start + len(words)
    while (lead := re.match(r"(\S+)\s+(?=\S)", described.text[begin:stop])) and lead.group(1) in _SENIOR:
        begin += lead.end()
    return Span(described.start + begin, described.start + stop, described.text[begin:stop])
