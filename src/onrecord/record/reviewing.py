"""What a reviewer does to statements, links and claims: correct, confirm, reject, join, split, and take it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from sqlalchemy import Connection

from onrecord.errors import UsageError
from onrecord.record.board import claims_called
from onrecord.record.choosing import chosen
from onrecord.record.correcting import correct, say, statement_called, withdraw_correction
from onrecord.record.corrections import Correction, CorrectionAction
from onrecord.record.decisions import Decision, Reviewer, decide, decisions_on, in_force, withdraw_decisions
from onrecord.record.gathering import HeldClaim
from onrecord.record.heldclaims import held_claims
from onrecord.record.heldlinks import HeldLink
from onrecord.record.vantage import EVERYTHING
from onrecord.record.words import Aliases

Verdict = Literal["confirm", "reject"]
_FEWEST_LETTERS = 4
_End = tuple[str, str]


class Review:
    """One reviewer at work on a record, within a transaction."""

    def __init__(self, connection: Connection, reviewer: Reviewer, aliases: Aliases | None) -> None:
        self._connection = connection
        self._reviewer = reviewer
        self._aliases = aliases

    def judge_link(self, statement: str, claim: str, verdict: Verdict) -> list[Decision]:
        """Confirms or rejects that a statement speaks to a claim."""
        links = _links_of(self._claim(claim), [statement])
        return decide(self._connection, verdict, [(_end(link), None) for link in links], self._reviewer)

    def unjudge_link(self, statement: str, claim: str) -> list[Decision]:
        """Withdraws what reviewers decided of a link, so that it is suggested only."""
        links = _links_of(self._claim(claim), [statement])
        return self._withdraw([link.decision for link in links if link.decision is not None])

    def join(self, claim: str, other: str) -> list[Decision]:
        """Makes one claim of two; `other` goes into `claim`, and reads as that one does."""
        into, joined = self._claim(claim), self._claim(other)
        if into.claim.id == joined.claim.id:
            raise UsageError(f"{claim} and {other} are one claim already: {into.claim.gloss} ({into.claim.id})")
        return decide(self._connection, "join", [(_end(joined.links[0]), _end(into.links[0]))], self._reviewer)

    def unjoin(self, claim: str, other: str) -> list[Decision]:
        """Withdraws that two claims were joined; each is named by an id that it had or by a link of it."""
        matters = {link.matter for name in (claim, other) for link in self._claim(name).links}
        before = held_claims(self._connection, matters, EVERYTHING, undecided=True)
        at = {link.id: one.claim.id for one in before.claims for link in one.links}
        ends = [{at[ident] for ident in at if ident.startswith(name)} for name in (claim, other)]
        joins = (d for d in in_force(decisions_on(self._connection, matters)) if d.action == "join")
        pairs = ((d, at.get(d.link), at.get(d.to_link or "")) for d in joins)
        return self._withdraw(
            [d for d, one, two in pairs if (one in ends[0] and two in ends[1]) or (one in ends[1] and two in ends[0])]
        )

    def split(self, claim: str, statements: Sequence[str], to: str | None = None) -> list[Decision]:
        """Takes statements out of a claim, into another one or together into one of their own."""
        whole = self._claim(claim)
        links = _links_of(whole, statements)
        if to is None and len(links) == len(whole.links):
            raise UsageError(f"these are all statements of the claim {whole.claim.id}; leave one in it")
        target = _end(links[0] if to is None else self._claim(to).links[0])
        if to is not None and target[0] in {link.id for link in whole.links}:
            raise UsageError(f"{claim} and {to} are one claim: {whole.claim.gloss} ({whole.claim.id})")
        return decide(self._connection, "move", [(_end(link), target) for link in links], self._reviewer)

    def unsplit(self, claim: str, statements: Sequence[str]) -> list[Decision]:
        """Withdraws that statements were taken out; `claim` is the one that they are in now."""
        links = _links_of(self._claim(claim), statements)
        return self._withdraw([link.moved for link in links if link.moved is not None])

    def correct_statement(self, statement: str, values: Mapping[str, Any], *, anew: bool = False) -> Correction:
        """Puts on record how a statement should have been read; what is not named stays as it is now.

        `values` hold any of `act`, `certainty`, `source_kind` and `source_type`, with the contract's values; `speaker`
        (a name or id of the report, or the id of somebody on record) and `party` (those, or a party's key or name), both
        None for nobody; and `stances`, the stance to each claim by its id or words. `anew` starts from the statement as
        it was read, whatever other reviewers said, for those who are to judge it without one another.
        """
        ident = statement_called(self._connection, statement)
        named = values.get("stances")
        if named is not None:
            if not isinstance(named, Mapping):
                raise UsageError('stances are by claim: {"stances": {"TTP talks": "denies"}}')
            links = {link.id: stance for c, stance in named.items() for link in _links_of(self._claim(c), [ident])}
            values = {**values, "stances": links}
        return correct(self._connection, ident, values, self._reviewer, self._aliases or {}, anew=anew)

    def accept_statement(self, statement: str, *, anew: bool = False) -> Correction:
        """Puts on record that a statement is right as it stands, corrections included; with `anew`, as it was read."""
        return self._say(statement, "accept", anew=anew)

    def reject_statement(self, statement: str) -> Correction:
        """Puts on record that nobody said this; it counts for no claim and stays to be seen."""
        return self._say(statement, "reject")

    def unsure_statement(self, statement: str) -> Correction:
        """Puts on record that the reviewer cannot tell; it takes back his earlier word and changes nothing else."""
        return self._say(statement, "unsure")

    def withdraw_correction(self, called: str) -> list[Correction]:
        """Withdraws a correction by its id, or the last word on a statement: one's own, else the one in force."""
        return withdraw_correction(self._connection, called, self._reviewer)

    def _say(self, statement: str, action: CorrectionAction, *, anew: bool = False) -> Correction:
        ident = statement_called(self._connection, statement)
        return say(self._connection, ident, action, self._reviewer, self._aliases or {}, anew=anew)

    def _claim(self, called: str) -> HeldClaim:
        held = claims_called(self._connection, called, EVERYTHING, self._aliases)
        return chosen(self._connection, held, EVERYTHING)

    def _withdraw(self, decisions: Sequence[Decision]) -> list[Decision]:
        return withdraw_decisions(self._connection, decisions, self._reviewer)


def _end(link: HeldLink) -> _End:
    return link.id, link.matter


def _links_of(one: HeldClaim, statements: Sequence[str]) -> list[HeldLink]:
    """The links of some statements to a claim; UsageError where a name fits none of them, or several."""
    found: list[HeldLink] = []
    for name in statements:
        links = [link for link in one.links if name in {link.statement, link.id}]
        if not links and len(name) >= _FEWEST_LETTERS:
            links = [link for link in one.links if link.statement.startswith(name) or link.id.startswith(name)]
        named = sorted({link.statement for link in links})
        if not named:
            raise UsageError(
                f"no statement {name!r} speaks to the claim {one.claim.id}; see: onrecord links {one.claim.id}"
            )
        if len(named) > 1:
            raise UsageError(f"several statements begin with {name!r}; give more of one: {', '.join(named)}")
        found += [link for link in links if link not in found]
    return found
