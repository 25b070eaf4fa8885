"""Testimonies made by hand, in few words, for the tests of standing."""

from __future__ import annotations

from datetime import date

from onrecord.model import Claim, Party, Precision, SourceKind, Stance, Testimony

Told = Testimony
"""The noun under a name that does not look like a test's."""

TTP = Party("ttp", "TTP")
PAKISTAN = Party("gov", "Government of Pakistan")
ARMY = Party("army", "Pakistan Army", "gov")
USA = Party("usa", "United States")
TALKS = Claim("c1", "talks between TTP and Government of Pakistan", "CONSULT", (TTP, PAKISTAN))


def day(text: str | None) -> date | None:
    """`12-10` in 2011, `2012-03-01` in any year."""
    if text is None:
        return None
    return date.fromisoformat(text if len(text) > 5 else f"2011-{text}")


def told(
    statement: str,
    stance: Stance,
    party: Party | None,
    published: str | None,
    *,
    kind: SourceKind = "named",
    speaker: str | None = None,
    voice: bool = False,
    report: str | None = None,
    origin: str | None = None,
    said: str | None = None,
    precision: Precision | None = None,
) -> Testimony:
    name = speaker if speaker is not None else f"{'' if party is None else party.key}-{kind}"
    own = report if report is not None else f"r-{statement}"
    return Testimony(
        statement=statement,
        report=own,
        origin=origin if origin is not None else own,
        stance=stance,
        source_kind=kind,
        speaker_key=name,
        speaker_name=name if kind == "named" else None,
        speaks_for_party=voice,
        party=party,
        published=day(published),
        said_first=day(said),
        said_precision=precision if precision is not None or said is None else "day",
    )
