"""How much it matters to look at a link or a statement: how unsure it is, and what hangs on it.

The doubt is 1 less how sure onrecord is, of the statement as it was read or of its bearing on the claim. It is multiplied
by what hangs on it, told by taking the statement out, with its copies: whether the claim would stand elsewhere, whether a
party would still be divided, whether anybody would still have confirmed under a name. Only what counts is weighed: a
second report of one statement changes nothing, and comes up once the first is rejected.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.model import Party, StandingName, Testimony
from onrecord.record.gathering import HeldClaim
from onrecord.record.heldlinks import HeldLink
from onrecord.record.ledger import ON_RECORD, Ledger, side_of
from onrecord.record.moments import counted, standing_still

ItemKind = Literal["link", "statement"]
Hangs = Literal["standing", "sole", "confirmation", "divided", "counts", "open", "rejected"]
WEIGHTS: dict[Hangs, float] = {
    "standing": 3.0,
    "confirmation": 2.5,
    "divided": 2.0,
    "sole": 1.5,
    "counts": 1.0,
    "open": 0.5,
    "rejected": 0.5,
}
"""What each is worth. They are conventions and order the queue; nothing else rests on them.

`standing`: a claim that others speak to as well would stand elsewhere. `confirmation`: nobody else of a party to the
claim confirms under his name. `divided`: a party would not be divided. `sole`: nothing else speaks to the claim.
`counts`: it counts among others. `open`: it takes no side, or is not on record. `rejected`: a reviewer rejected it.
"""
_DECIDED = frozenset({"affirms", "denies"})


@dataclass(frozen=True, slots=True)
class Weighed:
    """One thing to look at: a link, or a statement at the claim where most hangs on it.

    `sure` is how sure onrecord is of it (0 to 1); `without` is where the claim would stand without it, if elsewhere.
    """

    kind: ItemKind
    ident: str
    statement: str
    link: str
    claim: str
    matter: str
    report: str
    party: Party | None
    sure: float
    hangs: Hangs
    standing: StandingName
    without: StandingName | None
    copies: tuple[str, ...] = ()

    @property
    def priority(self) -> float:
        """What comes first: the doubt times what hangs on it."""
        return round((1.0 - self.sure) * WEIGHTS[self.hangs], 6)


def weighed(one: HeldClaim, told: Sequence[Testimony], confidence: Mapping[str, float]) -> Iterator[Weighed]:
    """The links and the statements of one claim with what hangs on them; `confidence` is by statement."""
    still = standing_still(told, None)
    telling = counted(still)
    links = _by_statement(one.links)
    before = _standing(one, telling)
    alone = _alone_in_their_place(one, telling)
    copies = _copies(still)
    for testimony in telling:
        link = links.get(testimony.statement)
        if link is None:
            continue
        hangs, without = _hangs(one, telling, testimony, before, alone=testimony.statement in alone)
        yield from _items(
            one, link, testimony.party, confidence, (hangs, before, without),
            copies[_same(testimony)],
        )  # fmt: skip
    for link in one.links:
        if link.state == "rejected":
            yield from _items(one, link, None, confidence, ("rejected", before, None), [])


def _items(
    one: HeldClaim,
    link: HeldLink,
    party: Party | None,
    confidence: Mapping[str, float],
    hanging: tuple[Hangs, StandingName, StandingName | None],
    copies: Sequence[str],
) -> Iterator[Weighed]:
    read = min(1.0, max(0.0, confidence.get(link.statement, 1.0)))
    linked = min(1.0, link.score / read) if read else 0.0
    others = tuple(ident for ident in copies if ident != link.statement)
    kinds: tuple[tuple[ItemKind, str, float], ...] = (("link", link.id, linked), ("statement", link.statement, read))
    for kind, ident, sure in kinds:
        yield Weighed(
            kind, ident, link.statement, link.id, one.claim.id, link.matter, link.report, party, round(sure, 4),
            *hanging, others,
        )  # fmt: skip


def _by_statement(links: Iterable[HeldLink]) -> dict[str, HeldLink]:
    """The link by which each statement counts: of several, the surer."""
    best: dict[str, HeldLink] = {}
    for link in links:
        held = best.get(link.statement)
        if link.state != "rejected" and (held is None or _strength(link) > _strength(held)):
            best[link.statement] = link
    return best


def _strength(link: HeldLink) -> tuple[bool, bool, float, str]:
    return link.state == "confirmed", link.stance in _DECIDED, link.score, link.id


def _same(testimony: Testimony) -> tuple[str, str, str | None, str]:
    """What equal testimonies in copies have in common; of these one counts."""
    party = None if testimony.party is None else testimony.party.key
    return testimony.origin, testimony.speaker_key, party, testimony.stance


def _copies(still: Iterable[Testimony]) -> dict[tuple[str, str, str | None, str], list[str]]:
    found: dict[tuple[str, str, str | None, str], list[str]] = defaultdict(list)
    for testimony in still:
        found[_same(testimony)].append(testimony.statement)
    return found


def _standing(one: HeldClaim, telling: Iterable[Testimony]) -> StandingName:
    ledger = Ledger(one.claim)
    for testimony in telling:
        ledger.hear(testimony)
    return ledger.standing


def _place(one: HeldClaim, testimony: Testimony) -> tuple[object, ...]:
    """What a testimony tells of a standing: the side of whoever speaks, what he does, and whether on record."""
    side = side_of(testimony.party, [party.key for party in one.claim.parties])
    party = None if testimony.party is None else testimony.party.key
    return side, party, testimony.stance, testimony.source_kind in ON_RECORD


def _alone_in_their_place(one: HeldClaim, telling: Sequence[Testimony]) -> frozenset[str]:
    """The statements that no other one says on the same side; only these can change a standing by going."""
    places = Counter(_place(one, t) for t in telling)
    return frozenset(t.statement for t in telling if t.stance in _DECIDED and places[_place(one, t)] == 1)


def _hangs(
    one: HeldClaim, telling: Sequence[Testimony], testimony: Testimony, before: StandingName, *, alone: bool
) -> tuple[Hangs, StandingName | None]:
    on_record = testimony.source_kind in ON_RECORD or testimony.source_kind == "anonymous"
    if testimony.stance not in _DECIDED or not on_record:
        return "open", None
    if alone:
        others = [t for t in telling if t is not testimony]
        without = _standing(one, others)
        if without != before:
            return "sole" if without == "unreported" else "standing", without
    if _is_confirmation(one, testimony) and sum(_is_confirmation(one, t) for t in telling) == 1:
        return "confirmation", None
    return ("divided" if alone and _divides(telling, testimony) else "counts"), None


def _is_confirmation(one: HeldClaim, testimony: Testimony) -> bool:
    named = testimony.stance == "affirms" and testimony.source_kind == "named"
    return named and side_of(testimony.party, [party.key for party in one.claim.parties]) is not None


def _divides(telling: Iterable[Testimony], testimony: Testimony) -> bool:
    """Whether others who speak for the same party say the opposite."""
    party = None if testimony.party is None else testimony.party.key
    return party is not None and any(
        t.party is not None and t.party.key == party and t.stance in _DECIDED - {testimony.stance} for t in telling
    )
