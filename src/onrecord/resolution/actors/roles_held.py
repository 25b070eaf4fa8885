"""Who held an office when, and which roles words name, as the Phoenix dictionaries have them (until 2015)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from onrecord.resolution.actors.entries import rows
from onrecord.resolution.names import folded, name_words

_Row = tuple[str, str | None, str, str, str]
_LAST_DAY = date(2015, 12, 31)
"""The day on which the dictionaries end: an office still held then may have been left the day after."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a person held: for which country, under which CAMEO code, from when to when.

    `holder` is the person's name; `since` and `until` are None where the source leaves that end open. The source names
    no office in words: `PAKGOV` says that the holder governed, `PAKMIL` that he served in the army.
    """

    holder: str
    country: str | None
    code: str
    since: date | None
    until: date | None

    def holds_on(self, day: date) -> bool:
        """Whether the office was held on a day, as far as the source reaches: no day after 2015."""
        return (self.since is None or self.since <= day) and day <= (self.until or _LAST_DAY)


@cache
def _rows_by_last_word() -> dict[str, tuple[tuple[str, _Row], ...]]:
    """The offices under the last word of their holders' names, with the folded name; days still as text."""
    found: dict[str, list[tuple[str, _Row]]] = {}
    for key, name, holder, country, code, since, until in rows("offices"):
        office = (holder or name, country or None, code, since, until)
        found.setdefault(key[key.rfind(" ") + 1 :], []).append((key, office))
    return {word: tuple(held) for word, held in found.items()}


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def offices(name: str, day: date | None = None) -> tuple[Office, ...]:
    """The offices held by people of this name, on a day if one is given; a full name, in any spelling and with titles.

    A name that is one word only gives nothing. That the names agree does not make it the same person: the office is
    evidence, to be weighed with party, place and time.
    """
    words = tuple(filter(None, name_words(name)))
    if len(words) < 2:
        return ()
    held = (_office(row) for key, row in _rows_by_last_word().get(words[-1], ()) if _agree(words, tuple(key.split())))
    return tuple(dict.fromkeys(office for office in held if day is None or office.holds_on(day)))


def _office(row: _Row) -> Office:
    holder, country, code, since, until = row
    return Office(holder, country, code, _day(since), _day(until))


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names can be one: the last words agree, and the first words of the shorter stand in the longer."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= 2 and set(shorter) <= set(longer)


@cache
def _role_codes() -> dict[str, str]:
    return {words: code for words, code in rows("roles")}  # noqa: C416 - rows are lists, not pairs


def role_code(words: str) -> str | None:
    """The CAMEO code of the role that words name ("rebel commander" → REB, "farmer" → AGR); None for no known role.

    The longest ending of the words that is a role counts, a plural like its singular.
    """
    split = folded(words).split()
    for start in range(len(split)):
        for last in dict.fromkeys((split[-1], split[-1].removesuffix("s"))):
            code = _role_codes().get(" ".join((*split[start:-1], last)))
            if code is not None:
                return code
    return None
