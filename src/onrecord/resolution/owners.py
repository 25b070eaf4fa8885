"""Whose the things and the people are that an event hits or that do it, where the words name no body themselves."""

from __future__ import annotations

import re
from collections.abc import Set
from typing import TYPE_CHECKING

from onrecord.model import Span
from onrecord.resolution.hosts import is_where
from onrecord.resolution.implied import implied_body, is_outsider
from onrecord.resolution.registry import Entry, body_at, body_of

if TYPE_CHECKING:
    from onrecord.resolution.cast import Cast

ACTING = frozenset({"armed_group", "government", "military", "party", "organisation"})
"""Kinds of bodies that take part in events."""
OF_STATES = frozenset({"military", "police", "government"})
"""Bodies of a state that words for people imply."""
_OURS = re.compile(r"\b(?:our|my)\b", re.IGNORECASE)
_THEIRS = re.compile(r"\b(?:its|their|his|her)\b", re.IGNORECASE)


def owner(cast: Cast, span: Span, speaking: Entry | None, acting: Set[str]) -> Entry | None:
    """Whose the thing or the people are that some words name: "a Russian helicopter", "our positions", "its posts".

    Nobody is hit by himself: of what seems to be his own who speaks is the owner. Outsiders are nobody's.
    """
    if is_outsider(span.text) or is_where(cast.setting.article.text, span):
        return None
    inside = [(m.span, e) for e, m in cast.placed.at(span) if span.contains(m.span) and e.kind in ACTING]
    country = cast.country_in(span)
    of_state = None if country is None else body_of(country, "government")
    found = min(inside, key=lambda pair: (pair[0], pair[1].id))[1] if inside else of_state or _serving(cast, span)
    own = _OURS.search(span.text) is not None or (found is None and _THEIRS.search(span.text) is not None)
    if own or (found is not None and found.id in acting):
        found = speaking
    return None if found is None or found.id in acting else cast.speaking(found)


def _serving(cast: Cast, span: Span) -> Entry | None:
    """The army, the police or the government that words such as "troops" imply, of the country that is spoken of."""
    body = implied_body(span.text)
    country = cast.setting.homelands.surely_at(span.start, body)
    return body_at(country, body) if body in OF_STATES and country is not None else None
