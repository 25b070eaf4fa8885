"""Second names that a report itself gives somebody: "Mohamed Hamdan Dagalo, widely known as Hemedti"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model import Span

_REACH = 110
_HOW = r"(?:also|better|best|widely|commonly|popularly|locally|otherwise|universally|simply|usually|generally)"
_BY_NAME = r"by\s+(?:his|her|the|their)\s+[\w\s]{0,30}?(?:names?|alias|guerre|nickname)(?:\s+of)?"
_LEAD = re.compile(
    rf"""[\s,(–—-]*(?:(?:who|he|she)\s+(?:is|was)\s+)?(?:
      (?:{_HOW}\s+)?(?:known|referred\ to)\s+(?:{_HOW}\s+)?(?:{_BY_NAME}|as|to\s+(?:\w+\s+){{1,3}}as)
      | a\.?\s?k\.?\s?a\.?
      | alias
      | nicknamed
      | who\s+(?:{_HOW}\s+)?(?:goes|went)\s+(?:{_BY_NAME}|by)
      | whose\s+(?:real|birth|full|given)\s+name\s+(?:is|was)
      | (?:whose\s+)?nom\s+de\s+guerre(?:\s+(?:is|was|of))?
    )[\s,]+""",
    re.VERBOSE | re.IGNORECASE,
)
_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
_LINK = r"(?:(?:al|el|ul|bin|ibn|de|la|van|von|abu)[ -])?"
_NAME = re.compile(rf"[“\"‘'«]?((?:{_CAPITAL}[\w’'-]*\w)(?:[ ]{_LINK}{_CAPITAL}[\w’'-]*\w){{0,3}})")
_BRACKETED = re.compile(r"\s*\(\s*[“\"‘'«]([^”\"’'»()]{2,40})[”\"’'»]\s*\)")
_BORN = re.compile(r"\bborn\b[^.;]{0,60}\b(?:in|at|near)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,4}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Nickname:
    """Another name for somebody, and the words of the report that say so."""

    name: str
    span: Span


def nicknames(text: str, named: Iterable[Span]) -> tuple[Nickname, ...]:
    """The other names that the text gives right behind the words that name somebody, each once, in order."""
    found: dict[str, Nickname] = {}
    for span in named:
        after = text[span.end : span.end + _REACH]
        name = _told(after)
        if name is not None:
            start, end = name
            told = Nickname(after[start:end], Span.of(text, span.start, span.end + end))
            if told.name != span.text:
                found.setdefault(told.name, told)
    return tuple(found.values())


def birthplace_follows(between: str) -> bool:
    """Whether words between a name and a place say that the one was born in the other."""
    return bool(_BORN.search(between))


def _told(after: str) -> tuple[int, int] | None:
    """Where a second name stands in the words behind a first one."""
    bracketed = _BRACKETED.match(after)
    if bracketed is not None and bracketed[1][:1].isupper():
        return bracketed.span(1)
    lead = _LEAD.match(after)
    name = _NAME.match(after, lead.end()) if lead is not None else None
    return None if name is None else name.span(1)
