"""Persons' dated roles in the Phoenix dictionaries: who governed, commanded or sat where, from when to when.

Kept is a line with both a role and a day. Left out are lines without a day, those that only say that a person belongs to
an elite (ELI), heads that are bodies or single words, days that are none or that end before they begin, and years that no
source of the dictionaries covers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assets_src.registry.cases import written
from assets_src.registry.phoenix import country_in, is_body_name
from assets_src.registry.tabari import Actor, Code, actors
from onrecord.resolution.names import folded

FILES = ("Phoenix.Countries.actors.txt", "Phoenix.International.actors.txt")
_FIRST, _LAST = date(1940, 1, 1), date(2015, 12, 31)
_LONGEST = 6
_TITLES = frozenset(
    "president prime minister foreign interior defense defence finance secretary general of state former deputy vice "
    "king queen prince princess sheikh shaikh sultan emir pope crown us u s american russian chinese un soviet leader "
    "premier chancellor ambassador senator representative congressman governor justice chief the mr mrs dr colonel "
    "lieutenant major captain marshal admiral brigadier commander gen col lt maj sir lord lady baroness hon".split()
)
_ROLES = frozenset("GOV MIL LEG JUD SPY COP OPP REB PTY UNO IGO AFU EEC NAT".split())


@dataclass(frozen=True, order=True)
class Held:
    """An office as a row of the registry; `name` is the one that it is found by, `holder` the first of the person's."""

    name: str
    holder: str
    country: str
    code: str
    since: str
    until: str


def held(folder: Path) -> tuple[list[Held], Counter[str]]:
    """Every office kept, sorted, and how many lines were left out for which reason."""
    rows: set[Held] = set()
    dropped: Counter[str] = Counter()
    for file in FILES:
        for actor in actors(folder / file):
            called = list(dict.fromkeys(_personal(actor)))
            for code in actor.codes:
                reason = _why_not(actor, code, called)
                if reason is not None:
                    dropped[reason] += 1
                    continue
                rows |= {_row(name, called[0], code) for name in called}
    return sorted(rows), dropped


def _why_not(actor: Actor, code: Code, called: list[str]) -> str | None:
    if not code.dated:
        return "no day"
    if is_body_name(actor.name):
        return "a body"
    if not called:
        return "one word"
    roles = {code.code[at : at + 3] for at in range(0, len(code.code), 3)}
    if "ELI" in roles or roles.isdisjoint(_ROLES):
        return "no office"
    days = [d for d in (code.since, code.until) if d is not None]
    if any(not _FIRST <= d <= _LAST for d in days) or days != sorted(days):
        return "impossible days"
    return None


def _personal(actor: Actor) -> Iterator[str]:
    """A person's full names without titles, as a newspaper writes them."""
    for name in actor.names:
        words = name.split("(")[0].split(",")[0].replace(".", " ").split()
        while words and words[0].strip("'").lower() in _TITLES:
            words.pop(0)
        full = [word for word in words if len(word) > 1]
        plain = " ".join(words)
        if plain.isascii() and 2 <= len(full) <= _LONGEST and not any(map(str.isdigit, plain)):
            yield written(plain.upper())


def _row(name: str, holder: str, code: Code) -> Held:
    since = code.since.isoformat() if code.since else ""
    until = code.until.isoformat() if code.until else ""
    return Held(name, holder, country_in(code.code) or "", code.code, since, until)


def personal_words(folder: Path) -> set[str]:
    """Every word of a name in these dictionaries that is no body's: persons', countries' and cities' names."""
    found: set[str] = set()
    for file in FILES:
        for actor in actors(folder / file):
            country = any(len(code.code) == 3 for code in actor.codes)
            if country or (any(c.dated or "ELI" in c.code for c in actor.codes) and not is_body_name(actor.name)):
                found.update(word for name in actor.names for word in folded(name).split())
    return found
