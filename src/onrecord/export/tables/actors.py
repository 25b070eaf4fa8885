"""The actors: everybody on record, each once, with names, parties and offices as all reports together tell them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select

from onrecord.export.columns import Column, Row, TableKind
from onrecord.export.snapshot import Snapshot
from onrecord.record.clock import clock_of
from onrecord.record.identities import Identity
from onrecord.record.schema import actor, profile
from onrecord.record.tellings import RoleTold

COLUMNS = (
    Column(
        "actor_id",
        "id",
        "Id of the actor: that of the registry, or that of the first of the actors of reports that it is made of.",
        "PAK-government",
    ),
    Column("name", "text", "The name that most reports know it by in full.", "Government of Pakistan"),
    Column("kind", "text", "What it is.", "government", values="actor_kind"),
    Column(
        "named",
        "truth",
        "Whether a report names it; who is only described (“Afghan guerrillas”) belongs to one report alone.",
        "true",
    ),
    Column("country", "text", "Its country, in the code of three letters of ISO 3166-1.", "PAK"),
    Column(
        "known_as",
        "text",
        "Its id in the registry; `text:` with kind and name for a body that the registry does not hold.",
        "PAK-government",
    ),
    Column(
        "names",
        "texts",
        "Every name that reports give it, the most frequent first.",
        "Pakistan's government; the government",
    ),
    Column(
        "party_ids",
        "texts",
        "The keys of the parties for which it speaks, the most reported first.",
        "PAK-government",
    ),
    Column("parties", "texts", "The names of these parties, in the same order.", "Government of Pakistan"),
    Column(
        "roles",
        "texts",
        "The offices that reports give it; `said to be` and `former` where they say so.",
        "spokesman of TTP",
    ),
    Column("places", "texts", "The places named beside it.", "Peshawar"),
    Column("first_reported", "day", "The first day of publication of a report that speaks of it.", "2011-11-21"),
    Column("last_reported", "day", "The last day of publication of one.", "2011-12-12"),
    Column("reports", "number", "How many reports speak of it.", "7", unit="reports"),
    Column(
        "member_ids",
        "texts",
        "The ids of the actors of single reports that are held to be this one.",
        "df6ffdd2252a7601ba189f2b",
    ),
)


def rows(snapshot: Snapshot) -> Iterator[Row]:
    """A row for each identity, the most reported first; then one for everybody who is described and not named."""
    for one in snapshot.follow(snapshot.identities, "actors"):
        yield _row(one)
    yield from described(snapshot)


def role_words(role: RoleTold) -> str:
    """An office in words: `said to be former deputy chief of TTP`."""
    hedged, former = "said to be " if role.hedged else "", "former " if role.former else ""
    return f"{hedged}{former}{role.role}" + (f" of {role.of_name or role.of}" if role.of else "")


def _row(one: Identity) -> Row:
    return {
        "actor_id": one.id,
        "name": one.name,
        "kind": one.kind,
        "named": True,
        "country": one.country,
        "known_as": one.known_as,
        "names": [name for name, _ in one.names],
        "party_ids": [party.key for party in one.parties],
        "parties": [party.name for party in one.parties],
        "roles": [role_words(role) for role in one.roles],
        "places": list(one.places),
        "first_reported": one.first,
        "last_reported": one.last,
        "reports": len(one.reports),
        "member_ids": list(one.members),
    }


def described(snapshot: Snapshot) -> Iterator[Row]:
    """Actors of single reports that have no profile, by which they could be known in another."""
    columns = [actor.c[name] for name in ("actor_id", "report_id", "name", "kind", "known_as", "recorded_at")]
    query = select(*columns).outerjoin(profile, profile.c.actor_id == actor.c.actor_id)
    query = query.where(profile.c.actor_id.is_(None))
    if snapshot.vantage.known_at is not None:
        query = query.where(actor.c.recorded_at <= clock_of(snapshot.vantage.known_at))
    found = [row for row in snapshot.connection.execute(query).all() if row.report_id in snapshot.reports]
    for row in sorted(found, key=lambda row: (snapshot.reports[row.report_id] or date.max, row.actor_id)):
        day = snapshot.reports[row.report_id]
        yield {
            "actor_id": row.actor_id,
            "name": row.name,
            "kind": row.kind,
            "named": False,
            "country": None,
            "known_as": row.known_as,
            "names": [row.name],
            "party_ids": [],
            "parties": [],
            "roles": [],
            "places": [],
            "first_reported": day,
            "last_reported": day,
            "reports": 1,
            "member_ids": [row.actor_id],
        }


TABLE = TableKind("actors", "One row for everybody on record, person or body.", ("actor_id",), COLUMNS, rows)
