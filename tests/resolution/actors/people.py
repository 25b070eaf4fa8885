"""Profiles made by hand: what a report could tell of somebody, in few words."""

from __future__ import annotations

from datetime import date

from onrecord.model import ActorKind, Span
from onrecord.resolution.actors.names import Gender
from onrecord.resolution.actors.nicknames import Nickname
from onrecord.resolution.actors.profiles import Profile
from onrecord.resolution.actors.tenure import OfficeTold

STATES = {"USA", "Colombia", "Pakistan", "Afghanistan", "Iraq", "Tanzania", "Sudan", "Ukraine", "Myanmar", "Congo"}


def who(
    name: str,
    party: str | None = None,
    role: str | None = None,
    *,
    place: str | None = None,
    born: str | None = None,
    year: int | None = 2011,
    month: int = 6,
    beside: tuple[str, ...] = (),
    country: str | None = None,
    gender: Gender | None = None,
    report: str | None = None,
    also: str | None = None,
    kind: ActorKind = "person",
    former: bool = False,
) -> Profile:
    """Somebody of whom one report tells this; a party that is a state is written by the state's name."""
    day = None if year is None else date(year, month, 10)
    ident = report or f"{name} {party} {role} {place} {year}"
    told = f"{name}, known as {also}"
    state = party in STATES
    return Profile(
        id=ident,
        names=((name, 1),),
        kind=kind,
        party=party,
        side=party,
        party_name=party,
        party_kind=None if party is None else "government" if state else "armed_group",
        country=country,
        offices=() if role is None else (OfficeTold(role, party, party, former=former, told=day),),
        nicknames=() if also is None else (Nickname(also, Span(0, len(told), told)),),
        places=() if place is None else (place,),
        born=born,
        gender=gender,
        company=tuple((other, other) for other in beside),
        first=day,
        last=day,
        reports=(ident if report is None else report.partition("#")[0],),
    )
