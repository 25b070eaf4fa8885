"""How a thing is said: between quotation marks or not, and by what medium."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.encoding.quotations import Quotation
from onrecord.model import Form, Span

_MEDIA = (
    ("telephone", re.compile(r"\b(?:tele)?phone\b", re.IGNORECASE)),
    ("email", re.compile(r"\be-?mail(?:ed)?\b", re.IGNORECASE)),
    ("social media", re.compile(r"\b(?:tweet(?:ed)?|Twitter|Facebook|Telegram|X account)\b")),
    ("television", re.compile(r"\b(?:television|TV|televised)\b", re.IGNORECASE)),
    ("radio", re.compile(r"\bradio\b", re.IGNORECASE)),
    ("video", re.compile(r"\bvideo\b", re.IGNORECASE)),
    ("letter", re.compile(r"\b(?:in|by) (?:a|an open) letter\b", re.IGNORECASE)),
    ("news conference", re.compile(r"\b(?:news|press) (?:conference|briefing)\b", re.IGNORECASE)),
    ("interview", re.compile(r"\binterview\b", re.IGNORECASE)),
    ("speech", re.compile(r"\b(?:speech|address to|televised address)\b", re.IGNORECASE)),
    ("statement", re.compile(r"\bin an? (?:\w+ ){0,2}(?:statement|communiqu[eé])\b", re.IGNORECASE)),
)
_LEAD = re.compile(r"^(?:(?:in|by|on|via|through|over|at|an?|the|his|her|its|their)\s+)+", re.IGNORECASE)


def form_of(content: Sequence[Span], quotations: Sequence[Quotation]) -> Form:
    """Direct when all of the content stands between quotation marks, indirect when none does, else mixed."""
    quoted = unquoted = False
    for span in content:
        first = bisect_right(quotations, span.start, key=lambda q: q.end)
        last = bisect_right(quotations, span.end, key=lambda q: q.start)
        for match in re.finditer(r"\w+", span.text):
            position = span.start + match.start()
            inside = any(q.start <= position < q.end for q in quotations[first:last])
            quoted, unquoted = quoted or inside, unquoted or not inside
    if quoted and not unquoted:
        return "direct"
    return "mixed" if quoted else "indirect"


def medium_of(text: str, content: Sequence[Span], sentence: Span, marked: Span | None = None) -> str | None:
    """By what medium it was said: from the words marked as telling it, else from the sentence outside the content."""
    if marked is not None:
        return _medium(marked.text) or _medium("in a " + _LEAD.sub("", marked.text)) or _LEAD.sub("", marked.text)
    stretches, position = [], sentence.start
    for span in sorted(content):
        stretches.append(text[position : min(span.start, sentence.end)])
        position = max(position, span.end)
    return _medium("  ".join([*stretches, text[position : sentence.end]]))


def _medium(words: str) -> str | None:
    return next((name for name, pattern in _MEDIA if pattern.search(words)), None)
