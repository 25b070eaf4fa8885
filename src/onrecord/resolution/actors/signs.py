"""The signs beside the name: party, office, place, company, days, title, gender, kind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from onrecord.model import Evidence
from onrecord.resolution.actors.profiles import STATE_KINDS, Profile
from onrecord.resolution.actors.tenure import OfficeTold
from onrecord.resolution.actors.weights import WEIGHTS

_ONE_TERM_YEARS = 6
_YEAR = 365.25
_AT_ONCE_DAYS = 60
_RELIGIOUS = frozenset({"mawlawi", "mawlana", "mullah", "sheikh", "mufti", "ayatollah", "bishop", "imam"})
_FORCES = frozenset({"general", "colonel", "major", "captain", "admiral", "sergeant", "marshal", "brigadier"})
_TELLING_TITLES = _RELIGIOUS | _FORCES | {"doctor", "engineer", "haji", "qari", "professor", "judge", "ustad"}


def party_evidence(one: Profile, other: Profile) -> Iterator[Evidence]:
    """The same party, the same side, a told change of party, or two parties; countries where no party is known."""
    if one.party is not None and other.party is not None:
        yield _party(one, other, one.party, other.party)
    elif one.kind == "person" and one.country is not None and other.country is not None:
        same = one.country == other.country
        words = f"both are of {one.country}" if same else f"one is of {one.country}, the other of {other.country}"
        yield _found("country", words, "same country" if same else "other country")


def _party(one: Profile, other: Profile, mine: str, theirs: str) -> Evidence:
    my_name, their_name = _party_name(one), _party_name(other)
    if mine == theirs:
        state = one.party_kind in STATE_KINDS
        return _found("party", f"both belong to {my_name}", "same state" if state else "same party")
    if mine == other.side or theirs == one.side or (one.side is not None and one.side == other.side):
        return _found("party", f"{my_name} and {their_name} are one side", "same side")
    for past in (o for who, body in ((one, theirs), (other, mine)) for o in who.offices if o.body == body):
        return _found("party", f"one of them was {past.words} of the other's party", "told change of party")
    return _found("party", f"one belongs to {my_name}, the other to {their_name}", "other party")


def _party_name(profile: Profile) -> str:
    return profile.party_name or (profile.party or "").removeprefix("name:")


def office_evidence(one: Profile, other: Profile) -> Iterator[Evidence]:
    """The strongest office that both held, or two offices for one person each, held at once in different bodies."""
    shared = [
        _same_office(mine, theirs)
        for mine in one.offices
        for theirs in other.offices
        if mine.words == theirs.words and mine.body == theirs.body and mine.body is not None
        # Within a few years it is one holder; later it may be the next, who can bear the same name.
        if not mine.for_one or _years_apart(mine.told, theirs.told) <= _ONE_TERM_YEARS
    ]
    if shared:
        yield max(shared, key=lambda e: (e.weight, e.words))
        return
    for mine in one.offices:
        for theirs in other.offices:
            if _excluding(mine, theirs):
                words = f"one was {mine.words} of {_of(mine)} while the other was {theirs.words} of {_of(theirs)}"
                yield _found("role", words, "two heads at once")
                return


def _same_office(mine: OfficeTold, theirs: OfficeTold) -> Evidence:
    words = f"both are given as {mine.words} of {_of(mine)}"
    if not mine.for_one:
        return _found("role", words, "same office")
    return _found("role", words, "same office, former" if mine.former or theirs.former else "same office of one")


def _excluding(mine: OfficeTold, theirs: OfficeTold) -> bool:
    if mine.former or theirs.former or mine.body == theirs.body or None in {mine.body, theirs.body}:
        return False
    if mine.told is None or theirs.told is None or abs((mine.told - theirs.told).days) > _AT_ONCE_DAYS:
        return False
    return mine.for_one and theirs.for_one


def place_evidence(one: Profile, other: Profile) -> Iterator[Evidence]:
    """The same place, another region of one country, and what is told of where they were born."""
    if one.born is not None and other.born is not None:
        same = one.born == other.born
        words = (
            f"both were born in {_town(one.born)}" if same else f"born in {_town(one.born)} and {_town(other.born)}"
        )
        yield _found("birthplace", words, "same birthplace" if same else "other birthplace")
    else:
        for born, seen in ((one.born, other.places), (other.born, one.places)):
            if born is not None and seen and born not in seen:
                words = f"one was born in {_town(born)}, the other was seen in {_town(seen[0])}"
                yield _found("birthplace", words, "born elsewhere")
    shared = sorted(set(one.places) & set(other.places))
    if shared:
        yield _found("place", f"both are named with {', '.join(map(_town, shared[:3]))}", "same place")
    elif {p.split("/")[0] for p in one.places} & {p.split("/")[0] for p in other.places}:
        words = f"one is named with {_town(one.places[0])}, the other with {_town(other.places[0])}"
        yield _found("place", words, "other region")


def company_evidence(one: Profile, other: Profile) -> Iterator[Evidence]:
    """Others whom the reports of both name, beyond their own parties."""
    own = {one.party, other.party, one.side, other.side}
    there, states_there = {key for key, _ in other.company} - own, {key for key, _ in other.states} - own
    others = [name for key, name in one.company if key in there]
    states = [name for key, name in one.states if key in states_there]
    weight = len(others) * WEIGHTS["each shared companion"] + len(states) * WEIGHTS["each shared state"]
    if weight:
        named = ", ".join((others + states)[:4])
        yield Evidence(
            "co-mention", f"both are named beside {named}", round(min(weight, WEIGHTS["most for company"]), 2)
        )


def day_evidence(one: Profile, other: Profile) -> Iterator[Evidence]:
    """How far apart the days lie on which they were spoken of."""
    if one.first is None or other.first is None or one.last is None or other.last is None:
        return
    apart = max(0, (max(one.first, other.first) - min(one.last, other.last)).days) / _YEAR
    if apart <= 2:
        yield _found("date", f"both were spoken of around {max(one.first, other.first).year}", "same years")
    elif apart > 10:
        sign = "years apart" if apart <= 25 else "decades apart" if apart <= 60 else "lifetimes apart"
        yield _found("date", f"they were spoken of {round(apart)} years apart", sign)


def title_evidence(one: Profile, other: Profile) -> Iterator[Evidence]:
    """Titles of learning, faith and rank, which people keep."""
    mine, theirs = set(one.titles) & _TELLING_TITLES, set(other.titles) & _TELLING_TITLES
    if mine & theirs:
        yield _found("title", f"both are called {', '.join(sorted(mine & theirs))}", "same title")
    elif (mine & _RELIGIOUS and theirs & _FORCES) or (mine & _FORCES and theirs & _RELIGIOUS):
        yield _found("title", f"one is called {min(mine)}, the other {min(theirs)}", "other title")


def gender_evidence(one: Profile, other: Profile) -> Iterator[Evidence]:
    """A man and a woman are two."""
    if one.gender is not None and other.gender is not None and one.gender != other.gender:
        yield _found("gender", "one is spoken of as he, the other as she", "other gender")


def kind_evidence(one: Profile, other: Profile) -> Iterator[Evidence]:
    """What kind of group they are, and of which country."""
    same = one.kind == other.kind
    words = f"both are of the kind {one.kind}" if same else f"one is of the kind {one.kind}, the other {other.kind}"
    yield _found("kind", words, "same kind" if same else "other kind")
    if one.country is not None and other.country is not None:
        alike = one.country == other.country
        told = f"both are of {one.country}" if alike else f"one is of {one.country}, the other of {other.country}"
        yield _found("country", told, "same group country" if alike else "other group country")


def _found(sign: str, words: str, weight: str) -> Evidence:
    return Evidence(sign, words, WEIGHTS[weight])


def _years_apart(one: date | None, other: date | None) -> float:
    return 0.0 if one is None or other is None else abs((one - other).days) / _YEAR


def _town(key: str) -> str:
    return key.partition("/")[2] or key


def _of(office: OfficeTold) -> str:
    return office.body_name or (office.body or "nobody").removeprefix("name:")
