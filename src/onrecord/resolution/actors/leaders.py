"""Who led states, armies, armed groups and international bodies, and when: a hand-made table from 1975 on.

The asset `assets/registry/leaders.tsv` is made by `python -m assets_src.registry.leaders`; what it holds and where it
ends stands in `assets_src/registry/LEADERS.md`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from onrecord.resolution.names import folded, name_words

_BEFORE_A_TITLE = frozenset(
    "acting army ayatollah caretaker comandante crown defence defense deputy emir ex finance first foreign former grand "
    "interim interior lord outgoing pope premier prime queen sayed sayyed sayyid sheik sultan then vice".split()
)
_AFTER_A_NAME = frozenset("jr junior sr i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xxiii".split())
_Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who held an office.

    `office` is in small letters ("foreign minister"), `body` the id of the registry that it belongs to, `country` an
    ISO 3166 alpha-3 code, None for international bodies. `since` and `until` are the earliest first and the latest last
    day that the table allows: an office held from 2009-08 counts from 1 August. None: unknown at the beginning, open or
    unknown at the end.
    """

    name: str
    office: str
    body: str
    country: str | None
    since: date | None
    until: date | None

    def may_hold_on(self, day: date) -> bool:
        """Whether nothing in the table speaks against the office being held on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


def holders(name: str, day: date | None = None) -> tuple[Holder, ...]:
    """The offices that people of this name have held, those of the day first if a day is given, then by their beginning.

    A full name finds its bearer, in usual spellings and with titles; a surname or a sobriquet alone ("Sharif",
    "Hemedti") finds everybody who goes by it. Offices outside the day come last, they are not left out. That the names
    agree does not make it the same person: it is evidence, to be weighed with party, place and time.
    """
    words = leader_key(name)
    if not words:
        return ()
    near = {place for word in dict.fromkeys(words) for place in _places().get(word, ())}
    found = (place for place in near if any(_agree(words, spelling) for spelling in _spellings(place)))
    return tuple(sorted((_holder(place) for place in found), key=lambda holder: _order(holder, day)))


def leader_key(name: str) -> _Key:
    """A name's words in one form for all spellings, without titles before and numerals behind; empty for none."""
    split = folded(name).split()
    while len(split) > 1 and split[0] in _BEFORE_A_TITLE:
        split = split[1:]
    while len(split) > 1 and split[-1] in _AFTER_A_NAME:
        split = split[:-1]
    words = name_words(" ".join(split))
    return tuple(word for word in words if word)


def _agree(words: _Key, spelling: _Key) -> bool:
    """Whether a name that is asked for can be one of the table.

    A single word must be the surname or the whole; of two full names the shorter stands in the longer, in order, with the
    same surname, unless the longer only adds a further surname ("Álvaro Uribe Vélez").
    """
    if len(words) == 1:
        return spelling[-1] == words[0]
    if len(spelling) == 1:
        return False
    shorter, longer = sorted((words, spelling), key=len)
    if shorter[-1] == longer[-1]:
        return _in_order(shorter, longer)
    return shorter is spelling and longer[: len(shorter)] == shorter


def _in_order(shorter: Iterable[str], longer: Iterable[str]) -> bool:
    rest = iter(longer)
    return all(word in rest for word in shorter)


def _order(holder: Holder, day: date | None) -> tuple[bool, bool, str, str, str, str, str]:
    outside = day is not None and not holder.may_hold_on(day)
    since, until = (str(end or "") for end in (holder.since, holder.until))
    return outside, day is not None and holder.since is None, since, until, holder.name, holder.body, holder.office


@cache
def _lines() -> tuple[str, ...]:
    """The rows as they stand: each is taken apart when a name leads to it."""
    text = (files("onrecord.assets") / "registry" / "leaders.tsv").read_text(encoding="utf-8")
    return tuple(text.rstrip("\n").split("\n")[1:])


@cache
def _places() -> dict[str, list[int]]:
    """The places of the rows with a spelling that ends in a word; a surname that stands first is one of the spellings."""
    found: dict[str, list[int]] = {}
    for place, line in enumerate(_lines()):
        for key in line[: line.index("\t")].split(","):
            found.setdefault(key[key.rfind(" ") + 1 :], []).append(place)
    return found


def _spellings(place: int) -> Iterator[_Key]:
    return (tuple(key.split(" ")) for key in _lines()[place].split("\t", 1)[0].split(","))


def _holder(place: int) -> Holder:
    _, name, office, body, country, since, until = _lines()[place].split("\t")
    return Holder(name, office, body, country or None, _day(since), _day(until))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
