"""Whose report a statement is known from, when the report that prints it only passes on what another outlet had.

"told Dawn", "in an interview with Al Jazeera", "Reuters reported, citing officials": whoever prints this heard nobody
himself. Outlets are those of the registry (PLOVER sector MED), and names that say themselves that they are a paper, a
station or an agency.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from onrecord.model import Article, Reading, Statement
from onrecord.resolution.actors.entries import listed, namings_by_key
from onrecord.resolution.names import folded

_MEDIA = "MED"
_NAME = r"(?:the )?((?:[A-Z][\w.'’&-]*|al-[A-Z]\w*)(?: (?:[A-Z][\w.'’&-]*|of|and|for|al-[A-Z]\w*)){0,5})"
_TO_AN_OUTLET = re.compile(
    rf"\b(?:told|interview(?:ed)? (?:with|to|by|on|for|in)|interview published (?:by|in)|spoke to|speaking to|remarks to"
    rf"|quoted by|cited by|carried by|according to|appeared (?:on|in)) {_NAME}"
)
_BY_AN_OUTLET = re.compile(rf"{_NAME} (?:\w+ ){{0,3}}?(?:reported|quoted|cited|said in a report)\b")
_SAYS_ITSELF = re.compile(
    r"\b(?:news|newspaper|times|post|herald|gazette|daily|tribune|chronicle|courier|journal|observer|mercury|press|agency"
    r"|television|tv|radio|broadcasting|channel|weekly|magazine|review)\b"
)
_ARTICLE = re.compile(r"^(?:the|a|an) ")
_KIND = re.compile(r" (?:newspaper|news agency|agency|television|tv|radio|channel|daily|network|weekly|magazine)$")
_STOP = re.compile(r"[.!?][\"”’')]*\s|\n")


def outlets_of(article: Article) -> frozenset[str]:
    """The keys of the paper that printed a report and of the agency that it credits."""
    return frozenset(outlet_key(name) for name in (article.outlet, article.credit) if name)


def outlet_key(name: str) -> str:
    """What tells an outlet in every report: its id in the registry, or `name:` and its folded name."""
    plain = _ARTICLE.sub("", folded(name))
    known = _known()
    return known.get(plain) or known.get(_KIND.sub("", plain)) or f"name:{plain}"


def relayed_from(statement: Statement, reading: Reading) -> str | None:
    """The key of the other outlet that a statement was made to or reported by; None if the report has it at first hand.

    Asked are the words for whom it was said to, the statements around it that another outlet makes, and the sentence
    that it stands in.
    """
    own = outlets_of(reading.article)
    return next((key for key in _named(statement, reading) if key not in own), None)


def _named(statement: Statement, reading: Reading) -> Iterator[str]:
    if statement.said_to is not None:
        yield from _outlets_in(statement.said_to.text)
    by_id = {one.id: one for one in reading.statements}
    passed, outer = {statement.id}, by_id.get(statement.parent or "")
    while outer is not None and outer.id not in passed:
        if outer.source_kind == "outlet" and outer.source is not None:
            yield from _outlets_in(outer.source.text)
        passed.add(outer.id)
        outer = by_id.get(outer.parent or "")
    sentence = _around(statement, reading.article.text)
    for pattern in (_TO_AN_OUTLET, _BY_AN_OUTLET):
        for match in pattern.finditer(sentence):
            yield from _outlets_in(match[1])


def _around(statement: Statement, text: str) -> str:
    """The sentence of the cue, what it quotes left out: an outlet that the words name was not spoken to."""
    spans = [span for span in (statement.cue, statement.source) if span is not None]
    if not spans:
        return ""
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    before = [m.end() for m in _STOP.finditer(text, max(0, start - 600), start)]
    after = _STOP.search(text, end, end + 600)
    first, last = (
        (before[-1] if before else max(0, start - 600)),
        (after.start() if after else min(len(text), end + 600)),
    )
    return re.sub(r"[\"“][^\"”]*[\"”]", '""', text[first:last])


def _outlets_in(words: str) -> Iterator[str]:
    """The outlets that words name: what the registry knows, the longest first, or a name that says what it is."""
    plain = _ARTICLE.sub("", folded(words)).split()
    for size in range(min(len(plain), 6), 0, -1):
        name = " ".join(plain[:size])
        if name in _known():
            yield _known()[name]
            return
    capitals = re.match(r"(?:[Tt]he )?([A-Z][\w&'’-]*(?: [A-Z][\w&'’-]*){0,4})", words)
    if capitals is not None and len(capitals[1].split()) > 1 and _SAYS_ITSELF.search(folded(capitals[1])):
        yield outlet_key(capitals[1])


@cache
def _known() -> Mapping[str, str]:
    media = {entry.id for entry in listed().values() if entry.sector == _MEDIA}
    found: dict[str, str] = {}
    for group in namings_by_key().values():
        for naming in group:
            if naming.owner in media:
                found.setdefault(folded(naming.words), naming.owner)
    return found
