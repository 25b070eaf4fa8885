"""Notices by which agencies and papers take an earlier report back: killed, withdrawn, or replaced by a corrected one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.model import Article, Span
from onrecord.resolution.names import folded

NoticeKind = Literal["killed", "withdrawn", "corrected"]

LONGEST_AFTER = 7
"""Days after a report within which a notice may be about it; agencies kill within hours, papers within days."""
_HEAD = 700
_FEWEST_NAMED = 3
_A_REPORT = r"(?:story|report|item|article|dispatch|take|headline|alert|bulletin|version|copy)"
_NAMED = (
    re.compile(rf"\b{_A_REPORT}\b[^.\n]{{0,40}}?[\"“‘']([^\"”\n]{{8,200}}?)[\"”’'](?!\w)", re.IGNORECASE),
    re.compile(r"\b(?:headlined|titled|entitled|slugged|slug)\b:?\s*[\"“‘']?([^\"”’'\n.,;]{3,200})", re.IGNORECASE),
)
# Words that only an editor writes, at the head of a text: capitals, or a sentence about a story of the house's own.
_MARKS: tuple[tuple[NoticeKind, re.Pattern[str]], ...] = (
    (
        "killed",
        re.compile(
            r"^[^\w\n]*(?:[A-Z][\w-]*[ -]){0,3}(?:MANDATORY |STORY )?KILL(?:ED)?\b(?=[^a-z\n]{0,3}|\s)", re.MULTILINE
        ),
    ),
    ("killed", re.compile(rf"\b(?:please|must|mandatory:?) kill\b[^.\n]{{0,60}}\b{_A_REPORT}\b", re.IGNORECASE)),
    (
        "killed",
        re.compile(
            rf"\b{_A_REPORT}\b[^.\n]{{0,160}}\b(?:is|was|has been|have been) killed\b"
            r"[^.\n]{0,40}\b(?:do not use|not be used|editors)",
            re.IGNORECASE,
        ),
    ),
    ("withdrawn", re.compile(r"^[^\w\n]*(?:WITHDRAWN|WITHDRAWAL|RETRACTED|RETRACTION)\b\s*[:\-–—]", re.MULTILINE)),
    (
        "withdrawn",
        re.compile(
            rf"\b(?:the|this|our|its|a) (?:[\w-]+ ){{0,3}}{_A_REPORT}\b[^.\n]{{0,200}}?"
            r"\b(?:is|was|has been|is being|are) (?:hereby )?(?:withdrawn|retracted)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "withdrawn",
        re.compile(
            rf"\b(?:has|have|is|are)?\s?(?:withdrawn|withdrawing|retracted|retracts|withdraws) "
            rf"(?:its|our|the|a) (?:[\w-]+ ){{0,3}}{_A_REPORT}\b",
            re.IGNORECASE,
        ),
    ),
    ("corrected", re.compile(r"^[^\w\n]*(?:CORRECTS|CORRECTED|CORRECTION|REFILE|Correction)\b", re.MULTILINE)),
    ("corrected", re.compile(r"\((?:Corrects|CORRECTS|Corrected|Refiles? to correct)\b")),
)
_EDITORIAL = re.compile(
    r"\beditors?\b|\badvisory\b|\bsubscribers?\b|\bclients?\b|\bdo not use\b|\breaders\b|\bretract|\bkill\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Notice:
    """What a report says of an earlier one: that it is `killed`, `withdrawn`, or `corrected` by this very report.

    `named` is the headline or slug of the earlier one in folded words, None where it is not named. `span` says so.
    """

    kind: NoticeKind
    named: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Printed:
    """A report as notices know it: whose it is, when it was out, and by what it may be named."""

    sources: frozenset[str]
    published: date | None
    title: str
    head: str


def printed(article: Article) -> Printed:
    """What of a report a notice may name; sources are its paper and the agency that it credits, folded."""
    sources = frozenset(folded(name) for name in (article.credit, article.outlet) if name)
    return Printed(sources, article.published, folded(article.title or ""), folded(article.text[:_HEAD]))


def notice_in(article: Article) -> Notice | None:
    """The notice that a report is; None for every other report, those about withdrawn remarks and corrections included.

    Looked at are its headline and its opening: a notice says at once what it is.
    """
    title_length = len(article.title or "")
    for kind, pattern in _MARKS:
        match = pattern.search(article.text[:_HEAD])
        if match is not None and (pattern.flags & re.MULTILINE or kind == "corrected" or _is_editorial(article)):
            span = Span.of(article.text, match.start(), match.end())
            return Notice(kind, next(_names(article.text[:_HEAD], match.end()), None), span)
        if article.title is not None and pattern.flags & re.MULTILINE and (m := pattern.match(article.title)):
            named = folded(article.title[m.end() :]) if title_length - m.end() > _FEWEST_NAMED else ""
            return Notice(kind, named or next(_names(article.text[:_HEAD], 0), None), Span.of(article.text, 0, 0))
    return None


def _is_editorial(article: Article) -> bool:
    return _EDITORIAL.search(f"{article.title or ''}\n{article.text[:_HEAD]}") is not None


def _names(text: str, after: int) -> Iterator[str]:
    for pattern in _NAMED:
        for match in pattern.finditer(text):
            yield folded(match[1])
    rest = re.match(r"\s*[:\-–—]+\s*([^\n]{8,200})", text[after:])
    if rest is not None:
        yield folded(rest[1])


def is_about(notice: Notice, by: Printed, other: Printed, *, versions: bool) -> bool:
    """Whether a notice is about a report: of the same paper or agency, out in the week before, and named by it.

    A corrected version names nothing; it is about the one that it is a later version of (`versions`).
    """
    if not by.sources & other.sources or by.published is None or other.published is None:
        return False
    if not 0 <= (by.published - other.published).days <= LONGEST_AFTER:
        return False
    if notice.kind == "corrected" and versions:
        return True
    return notice.named is not None and _goes_by(notice.named, other)


def _goes_by(named: str, other: Printed) -> bool:
    words = named.split()
    if len(words) < _FEWEST_NAMED:
        return bool(words) and named in other.head
    title = other.title.split()
    if title and len(title) >= _FEWEST_NAMED and (named in other.title or other.title in named):
        return True
    return named in other.head
