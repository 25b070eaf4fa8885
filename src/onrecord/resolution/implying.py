"""Whom words without a name mean at a place of a report: the army there, the group, those who broke away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import Span
from onrecord.resolution.breakaway import is_parting
from onrecord.resolution.implied import implied_body, is_of_no_state
from onrecord.resolution.registry import Entry, body_at, body_of, office_of_one_state

if TYPE_CHECKING:
    from onrecord.resolution.cast import Cast


def implied_by(cast: Cast, span: Span) -> Entry | None:
    """The body that a description implies without naming it: soldiers an army, militants the group last named."""
    if is_parting(span.text):
        return cast.speaking(cast.setting.breakaway_at(span.start))
    owned = office_of_one_state(span.text)
    if owned is not None:
        return cast.speaking(owned)
    implied = implied_body(span.text)
    if implied is None:
        return None
    if implied == "group":
        return cast.speaking(cast.group_at(span.start))
    if implied == "many states":
        return cast.speaking(cast.setting.of_many_states_before(span.start))
    return of_state(cast, implied, span)


def of_state(cast: Cast, body: str | None, words: Span) -> Entry | None:
    """The body of the country that words name, else of the one that the report speaks of there; None for no body."""
    country = cast.country_in(words)
    if body is None or country is not None:
        return None if country is None or body is None else cast.speaking(body_of(country, body))
    here = None if is_of_no_state(words.text) else cast.setting.homelands.at(words.start, body)
    return None if here is None else cast.speaking(body_at(here, body))
