"""Which listed office holder a profile may be: known by name, and of the body or country that the reports give.

The list (`leaders.py`) has second names ("Hemedti" for Mohamed Hamdan Dagalo), under which reports speak of one man
without ever saying so.
"""

from __future__ import annotations

from functools import lru_cache

from onrecord.resolution.actors.leaders import holders
from onrecord.resolution.actors.profiles import Profile


@lru_cache(maxsize=4_096)
def listed_as(profile: Profile) -> str | None:
    """The full name under which a person is listed; None if no holder fits by party or country, or several do."""
    if profile.kind != "person" or profile.known_as is not None:
        return None
    sides = {profile.party, profile.side}
    homes = {profile.country, *(key[:3] for key, _ in profile.states)}
    bearing = [holder for name, _ in profile.names[:2] for holder in holders(name, profile.first)]
    found = {h.name for h in bearing if h.body in sides}
    if not found and (profile.party is None or ":" in profile.party):
        found = {h.name for h in bearing if h.country is not None and h.country in homes}
    return found.pop() if len(found) == 1 else None
