"""The claims that a saved question is about, with all that was said on them, as far as anything of it is fresh."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from onrecord.desk import subjects
from onrecord.desk.freshness import Fresh
from onrecord.desk.partynames import PartyNamed, PartyNames, party_of
from onrecord.desk.watchquestions import Question
from onrecord.errors import ClaimNotFound
from onrecord.model import Claim, Matter, Testimony
from onrecord.record.gathering import HeldClaim
from onrecord.record.heldclaims import HeldClaims, held_claims
from onrecord.record.heldlinks import matters_held, told_of_matters
from onrecord.record.schema import correction, link, statement
from onrecord.record.testimonies import told_on
from onrecord.record.vantage import EVERYTHING
from onrecord.record.words import Aliases, Words


@dataclass(frozen=True, slots=True)
class ToldClaim:
    """A claim with every testimony on it, and all ids that lead to it."""

    claim: Claim
    ids: frozenset[str]
    testimonies: tuple[Testimony, ...]


class ClaimsAsked:
    """Finds claims in one transaction; what is fresh is gathered once for all questions that are put to it."""

    def __init__(self, connection: Connection, aliases: Aliases, names: PartyNames) -> None:
        self._connection = connection
        self._aliases = aliases
        self._names = names
        self._fresh: tuple[frozenset[str], HeldClaims, Mapping[str, Sequence[Testimony]]] | None = None

    def told(self, question: Question, fresh: Fresh, *, of_party: bool = False) -> Iterator[ToldClaim]:
        """The claims that a question is about; `of_party` leaves out those to which its party is none."""
        party = PartyNamed(question.party, self._names) if of_party and question.party is not None else None
        if question.claim is not None:
            held, told = self._claim(question.claim, fresh)
        elif fresh.matters is not None:
            held, told = self._of_fresh(fresh.matters)
        else:
            held, told = self._gather(self._within(self._spoken_to(question), self._matters_with(question.words)))
        words = None if question.words is None else Words(question.words, self._aliases)
        matters = self._matters(held.claims) if words is not None else {}
        for one in held.claims:
            if words is not None and not words.find(one.claim, matters[one.claim.matter or ""]):
                continue
            if party is None or any(party.means(side.key) for side in one.claim.parties):
                yield ToldClaim(one.claim, frozenset(link.id for link in one.links), tuple(told[one.claim.id]))

    def _claim(self, ident: str, fresh: Fresh) -> tuple[HeldClaims, Mapping[str, Sequence[Testimony]]]:
        """One claim, unless nothing of it is fresh; none where reviewers left nothing of it."""
        nothing = HeldClaims((), {})
        try:
            one = subjects.claim_with_id(self._connection, ident)
        except ClaimNotFound:
            return nothing, {}
        matters = {link.matter for link in one.links}
        if fresh.matters is not None and not matters & fresh.matters:
            return nothing, {}
        held = held_claims(self._connection, matters, EVERYTHING)
        only = held.only([other for other in held.claims if other.claim.id == one.claim.id])
        return only, told_on(self._connection, only, EVERYTHING)

    def _of_fresh(self, matters: frozenset[str]) -> tuple[HeldClaims, Mapping[str, Sequence[Testimony]]]:
        if self._fresh is None or self._fresh[0] != matters:
            self._fresh = (matters, *self._gather(matters))
        return self._fresh[1:]

    def _gather(self, matters: Iterable[str] | None) -> tuple[HeldClaims, Mapping[str, Sequence[Testimony]]]:
        held = held_claims(self._connection, matters, EVERYTHING)
        return held, told_on(self._connection, held, EVERYTHING)

    def _spoken_to(self, question: Question) -> set[str] | None:
        """The matters to which somebody speaks as the question wants it; None for all.

        Where reviewers have corrected statements any may be: who speaks, and to what effect, is then in no column.
        """
        stance = {"any-denial": "denies", "first-named-confirmation": "affirms"}.get(question.kind)
        if stance is None or self._connection.execute(select(correction.c.correction_id).limit(1)).first():
            return None
        columns = link.c.matter_id, statement.c.party_key, statement.c.party_name, statement.c.party_part_of
        query = select(*columns).join_from(link, statement, statement.c.statement_id == link.c.statement_id)
        rows = self._connection.execute(query.where(link.c.stance == stance).distinct())
        party = None if question.party is None else PartyNamed(question.party, self._names)
        return {row.matter_id for row in rows if party is None or party.is_side_of(party_of(row))}

    def _within(self, some: set[str] | None, others: list[str] | None) -> list[str] | None:
        if some is None:
            return others
        return sorted(some if others is None else some & set(others))

    def _matters_with(self, words: str | None) -> list[str] | None:
        """The matters on which a claim may have the words; None for all."""
        if words is None:
            return None
        wanted, told = Words(words, self._aliases), told_of_matters(self._connection)
        matters = matters_held(self._connection)
        return sorted(
            key
            for key, matter in matters.items()
            if not wanted.missing(matter) or (key in told and wanted.may_find(matter, told[key]))
        )

    def _matters(self, claims: Iterable[HeldClaim]) -> dict[str, Matter]:
        return matters_held(self._connection, {one.claim.matter for one in claims if one.claim.matter is not None})
