"""What became of every marked mention of a passage in a reading: found, right party, right id, or joined to another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from conflict_set.passages import Passage, Stretch

from evaluation.heads import form_of, holder, shares_a_mention
from evaluation.identities import NOBODY, PERSONS, GoldParty, bears_name, contradicts, is_linked, means
from onrecord.model import Actor, Reading

_OWN_VOICES = ("-military", "-police")
"""Ends of ids of branches that do not stand for their government where a person speaks for them."""

Marked = Mapping[str, GoldParty]
"""The marked actors of one passage by letter."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One gold mention and what became of it; a judgement is None where it does not apply.

    `form` is name, description or pronoun; `actor` the actor of the reading that has the mention, None if none has;
    `party` is what the reading gives as its side, for reading along.
    """

    passage: str
    words: str
    form: str
    gold: GoldParty
    actor: Actor | None
    party_right: bool | None = None
    wrong_join: bool = False
    identity_right: bool | None = None
    party: str = ""


def judged(passage: Passage, gold: Marked, reading: Reading) -> Iterator[Judged]:
    """Every gold mention of a passage, judged by a reading of it."""
    by_id = {actor.id: actor for actor in reading.actors}
    letters = _letters(passage, reading.actors)
    for marked in passage.actors:
        who = gold[marked.id]
        asked = not who.own_party or who.parties != (NOBODY,)
        for stretch in marked.mentions:
            text = passage.text[slice(*stretch)]
            given = holder(passage.text, stretch, reading.actors)
            row = Judged(passage.id, text, form_of(passage.text, stretch), who, given, False if asked else None)
            if given is None:
                yield row
                continue
            sides = _sides(given, by_id)
            yield replace(
                row,
                party_right=_party_right(who, given, sides, passage, gold) if asked else None,
                wrong_join=_wrong_join(passage, stretch, who, given, letters[given.id], gold),
                identity_right=_identity_right(who, given),
                party=", ".join(side.known_as or side.name for side in sides) or "nobody",
            )


def _letters(passage: Passage, actors: Iterable[Actor]) -> dict[str, dict[Stretch, str]]:
    """For every actor of a reading, the gold mentions that are its own, with the letter of each."""
    found: dict[str, dict[Stretch, str]] = {actor.id: {} for actor in actors}
    for gold in passage.actors:
        for stretch in gold.mentions:
            given = holder(passage.text, stretch, actors)
            if given is not None:
                found[given.id][stretch] = gold.id
    return found


def _identity_right(gold: GoldParty, actor: Actor) -> bool | None:
    """Whether a body that a registry can know has the right id; None for others, and where none is needed."""
    if not gold.is_body or not any(identity.in_a_registry for identity in gold.identities):
        return None
    if not is_linked(actor) and not all(identity.in_a_registry for identity in gold.identities):
        return None
    return is_linked(actor) and any(means(actor, identity) for identity in gold.identities)


def _sides(actor: Actor, by_id: Mapping[str, Actor]) -> list[Actor]:
    """The actors that count as an actor's party: itself if a body, its party, and what a branch rolls up to."""
    found = [actor] if actor.kind not in PERSONS else []
    above = by_id.get(actor.party or "")
    while above is not None and above not in found:
        found.append(above)
        if actor.kind in PERSONS and (above.known_as or "").endswith(_OWN_VOICES):
            break
        above = by_id.get(above.party or "")
    return found


def _party_right(gold: GoldParty, actor: Actor, sides: Sequence[Actor], passage: Passage, every: Marked) -> bool:
    if NOBODY in gold.parties and all(side is actor and not is_linked(side) for side in sides):
        return True
    if any(means(side, party) for side in sides for party in gold.parties):
        return True
    unlisted = {party for party in gold.parties if party.may_be_unlisted}
    bearers = [a for a in passage.actors if unlisted & set(every[a.id].identities)]
    return any(
        shares_a_mention(passage.text, bearer.mentions, side.mentions) and not contradicts(side, every[bearer.id])
        for side in sides
        for bearer in bearers
    )


def _wrong_join(
    passage: Passage, stretch: Stretch, gold: GoldParty, actor: Actor, letters: Mapping[Stretch, str], every: Marked
) -> bool:
    """Whether the actor that has a mention is somebody else in the world.

    It is where its id says so, or where most of its other mentions belong to somebody else and neither its id nor its
    name is the marked one's. Unnamed persons and branches that are read as the party they belong to are not wrong.
    """
    if contradicts(actor, gold):
        return True
    if any(means(actor, identity) for identity in gold.allowed):
        return False
    if bears_name(
        actor, (passage.text[slice(*s)] for a in passage.actors if a.id == gold.letter for s in a.mentions)
    ):
        return False
    others = Counter(letter for other, letter in letters.items() if other != stretch)
    if not others:
        return False
    letter, count = min(others.items(), key=lambda pair: (-pair[1], pair[0]))
    if letter == gold.letter or 2 * count <= others.total():
        return False
    one, other = set(gold.allowed) - {NOBODY}, set(every[letter].allowed) - {NOBODY}
    return not (one & set(every[letter].identities) or (gold.is_body and other & set(gold.identities)))
