"""The body that the words beside a name tell: before it, behind it, in apposition to it, or its own rank or title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.model import Span
from onrecord.resolution.describing import governing, is_former
from onrecord.resolution.implied import implied_body, is_office, is_outsider, may_speak_for_country, of_a_state
from onrecord.resolution.implying import of_state
from onrecord.resolution.registry import Entry, body_of

if TYPE_CHECKING:
    from onrecord.resolution.cast import Cast

_OWNED = re.compile(r"\b(?P<owner>[Ii]ts|[Tt]heir)\s+(?P<words>(?:[\w-]+ ){0,5}[\w-]+),\s+$")
_CLOSED = re.compile(r"\s*(?:[,.;:)—–]|$)")
"""What stands behind a name in apposition; behind a subject stands its verb."""
_LINK = re.compile(r",?\s+(?:(?:who\s+(?:speaks|spoke)\s+)?for|of|from|with)\s+(?:the\s+)?")
_THREE_WORDS = re.compile(
    r"(?:(?:(?:Gen|Col|Maj|Capt|Lt|Brig|Adm|Sgt|Dr|Mr|Mrs|Ms|Gov|Sen|Rep)\.|[\w’'-]+)(?:[^\S\n]+|\n(?!\s*\n))){1,3}\Z",
    re.IGNORECASE,
)


def before(cast: Cast, name: Span) -> Entry | None:
    """The body in the words before a name: "Taliban commander Maulvi Faqir Mohammad"."""
    phrase = _words_before(cast, name)
    if phrase is None or is_former(phrase.text):
        return None
    found = cast.setting.entries_within(phrase.start, phrase.end)
    return cast.speaking(found[-1][1]) if found and found[-1][1].kind not in {"country", "people"} else None


def after(cast: Cast, name: Span) -> Entry | None:
    """The body that a name is "of": "Major Hrynevych of the 93rd Brigade"."""
    text = cast.setting.article.text
    link = _LINK.match(text, name.end, name.end + 28)
    if link is None or link.end() >= len(text):
        return None
    at = Span.of(text, link.end(), link.end() + 1)
    starts = {link.end(), link.end() - 4}
    found = next((e for e, m in cast.placed.at(at) if m.span.start in starts), None)
    return cast.speaking(found) if found is not None and found.kind != "country" else None


def apposed(cast: Cast, name: Span) -> Entry | None:
    """The body that owns the description before a name: "has dismissed its second in command, Sher Zada Orakzai"."""
    text = cast.setting.article.text
    begin = max(0, name.start - 70)
    match = _OWNED.search(text[begin : name.start]) if _CLOSED.match(text, name.end) else None
    if match is None or is_outsider(match.group("words")) or is_former(match.group("words")):
        return None
    pronoun = Span.of(text, begin + match.start("owner"), begin + match.end("owner"))
    placed = next((e for e, m in cast.placed.at(pronoun) if m.span == pronoun), None)
    return cast.speaking(placed or cast.subject_body(pronoun.start))


def by_title(cast: Cast, span: Span, name: Span) -> Entry | None:
    """The body named in or behind a name's own words ("the Democrats' Mr Dindic"), or the state whose office he has."""
    if is_former(span.text):
        return None
    found = cast.named_inside(span)
    if found:
        return cast.speaking(governing(span, found))
    title = Span.of(cast.setting.article.text, span.start, name.start)
    country, implied = cast.country_in(title), implied_body(title.text) or implied_body(name.text)
    if country is not None and may_speak_for_country(title.text):
        implied = implied or "government"
    of_country = country is not None and implied is not None and of_a_state(implied)
    return cast.speaking(body_of(country or "", implied or "")) if of_country else None


def rank_before(cast: Cast, name: Span) -> Entry | None:
    """The army or government that a title before a name implies: "Colonel X", "Deputy Defence Minister X"."""
    phrase = _words_before(cast, name)
    if phrase is None or is_former(phrase.text) or not is_office(phrase.text.split()[-1]):
        return None
    implied = implied_body(phrase.text)
    return of_state(cast, implied, phrase) if of_a_state(implied) else None


def _words_before(cast: Cast, name: Span) -> Span | None:
    """The three words before a name in its sentence."""
    text = cast.setting.article.text
    match = _THREE_WORDS.search(text[max(0, name.start - 40) : name.start])
    return None if match is None else Span.of(text, name.start - len(match.group()), name.start)
