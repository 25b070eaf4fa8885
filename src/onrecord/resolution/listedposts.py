"""The body that somebody is known beforehand to lead or serve on the day of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.resolution.actors.leaders import holders
from onrecord.resolution.actors.registry import entry as registered
from onrecord.resolution.actors.roles_held import offices
from onrecord.resolution.names import name_words
from onrecord.resolution.people import Person
from onrecord.resolution.registry import Entry

if TYPE_CHECKING:
    from onrecord.resolution.cast import Cast

_OF_MANY_STATES = frozenset({"IGO"})
"""PLOVER's sectors of international bodies."""


def listed_body(cast: Cast, person: Person) -> Entry | None:
    """The body that a person is listed as leading or serving on the day of the report, if the report is about it."""
    day = cast.setting.article.published
    if day is None:
        return None
    led = {h.body for h in holders(person.name, day) if h.may_hold_on(day)}
    served = {
        f"{office.country}-{'military' if office.code.endswith('MIL') else 'government'}"
        for office in offices(person.name, day)
        if office.code.endswith(("GOV", "MIL"))
    }
    for idents in (led, served):
        bodies = [e for ident in sorted(idents) if (e := registered(ident)) is not None]
        near = [e for e in bodies if _is_near(cast, e, in_full=len(name_words(person.name)) > 1)]
        known = [e for e in near if e.id in cast.bodies] or [e for e in near if e.kind == "government"]
        if len(near) == 1 or len(known) == 1:
            return cast.speaking((known or near)[0])
    return None


def _is_near(cast: Cast, entry: Entry, *, in_full: bool) -> bool:
    """Whether the report names a body, or a country in which it is at home.

    A body of many states is at home everywhere, but a surname alone is no sign of it.
    """
    if entry.id in cast.bodies or (in_full and entry.sector in _OF_MANY_STATES):
        return True
    shares = cast.setting.homelands.shares
    return any(home in shares for home in (entry.country, *entry.active_in))
