"""Who speaks in a corrected statement and for whom, as actors of its reading and as a row of the record keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from onrecord.linking.parties import party_key
from onrecord.model import Actor, Reading


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks and for whom, as actors that a reading can take in: `actors` has them with all above them.

    `speaker` and `party` are ids of these or of actors of the reading, None for nobody; left out is what stays as it is.
    """

    given: frozenset[str] = frozenset()
    speaker: str | None = None
    party: str | None = None
    actors: tuple[Actor, ...] = ()


def voice_of_effects(effects: Mapping[str, Any], reading: Reading, actor_ids: Mapping[str, str]) -> Voice:
    """The voice of a correction, for the reading of its report or of a copy, which knows the same actors by other ids."""
    told = effects["voice"]
    kept = [Actor(**one, mentions=()) for one in told["actors"]]
    own = {one.id: _known_as(one, reading, actor_ids) or one.id for one in kept}
    actors = (replace(one, id=own[one.id], party=own.get(one.party or "", one.party)) for one in kept)
    named: dict[str, str | None] = {name: told[name] for name in ("speaker", "party") if name in told}
    speaker, party = (None if (ident := named.get(name)) is None else own[ident] for name in ("speaker", "party"))
    return Voice(frozenset(named), speaker, party, tuple(actors))


def _known_as(one: Actor, reading: Reading, actor_ids: Mapping[str, str]) -> str | None:
    """The actor of the reading that this one is: by its id in the record, or by key and kind in a copy."""
    same = [a.id for a in reading.actors if actor_ids.get(a.id) == one.id]
    return next(
        iter(same or (a.id for a in reading.actors if (party_key(a), a.kind) == (party_key(one), one.kind))), None
    )


def voice_json(voice: Voice, after: Reading, actor_ids: Mapping[str, str]) -> dict[str, Any]:
    """A voice under the record's ids, with all actors that it takes to tell whose it is."""
    known = {one.id: one for one in after.actors}
    wanted = [voice.speaker, voice.party]
    found: dict[str, Actor] = {}
    while wanted:
        one = known.get(wanted.pop(0) or "")
        if one is not None and one.id not in found:
            found[one.id] = one
            wanted.append(one.party)

    def ident(local: str | None) -> str | None:
        return None if local is None else actor_ids.get(local, local)

    actors = [
        {
            "id": ident(one.id),
            "name": one.name,
            "kind": one.kind,
            "party": ident(one.party),
            "country": one.country,
            "known_as": one.known_as,
        }
        for one in found.values()
    ]
    return {name: ident(getattr(voice, name)) for name in sorted(voice.given)} | {"actors": actors}
