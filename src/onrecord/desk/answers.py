"""What saved questions find in the record, worked out from its rows; nothing here is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from sqlalchemy import Connection

from onrecord.desk.claimsasked import ClaimsAsked, ToldClaim
from onrecord.desk.findings import Found
from onrecord.desk.freshness import Fresh
from onrecord.desk.otheranswers import corrections, statements
from onrecord.desk.partynames import PartyNamed, PartyNames
from onrecord.desk.watchquestions import Question, WatchKind
from onrecord.model import StandingName, Testimony
from onrecord.record.ledger import ON_RECORD
from onrecord.record.moments import counted, seen, standing_still
from onrecord.record.standing import standing
from onrecord.record.words import Aliases

_HEARD = ON_RECORD | {"anonymous"}


class Answers:
    """Answers questions from one transaction, in which the record stays as it is."""

    def __init__(self, connection: Connection, aliases: Aliases) -> None:
        self._connection = connection
        self._aliases = aliases
        self._names = PartyNames(connection, aliases)
        self._asked = ClaimsAsked(connection, aliases, self._names)

    def to(self, question: Question, fresh: Fresh) -> list[Found]:
        """Everything that answers a question among what is fresh, the earliest published first."""
        answers: dict[WatchKind, Callable[[], Iterable[Found]]] = {
            "first-named-confirmation": lambda: self._confirmations(question, fresh),
            "any-denial": lambda: self._denials(question, fresh),
            "standing-changed": lambda: self._changes(question, fresh),
            "new-claim": lambda: self._claims(question, fresh),
            "new-statement": lambda: statements(self._connection, self._names, self._aliases, question, fresh),
            "correction": lambda: corrections(self._connection, self._asked, question, fresh),
        }
        found = [one for one in answers[question.kind]() if _is_since(question.since, one)]
        return sorted(found, key=_order)

    def _confirmations(self, question: Question, fresh: Fresh) -> Iterator[Found]:
        party = None if question.party is None else PartyNamed(question.party, self._names)
        for told in self._asked.told(question, fresh, of_party=True):
            own = [t for t in told.testimonies if party is None or party.is_side_of(t.party)]
            first = standing(told.claim, own).first_named_confirmation
            if first is not None:
                yield _of_statement("first-named-confirmation", told, _testimony(told, first.statement))

    def _denials(self, question: Question, fresh: Fresh) -> Iterator[Found]:
        party = None if question.party is None else PartyNamed(question.party, self._names)
        for told in self._asked.told(question, fresh):
            for one in counted(standing_still(seen(told.testimonies, None), None)):
                if (
                    one.stance == "denies"
                    and one.source_kind in _HEARD
                    and (not party or party.is_side_of(one.party))
                ):
                    yield _of_statement("any-denial", told, one)

    def _changes(self, question: Question, fresh: Fresh) -> Iterator[Found]:
        for told in self._asked.told(question, fresh, of_party=True):
            for number, change in enumerate(standing(told.claim, told.testimonies).changes):
                # The first report of a claim is no change of one that was known.
                if number or change.before != "unreported":
                    because = _testimony(told, change.because)
                    yield _of_statement("standing-changed", told, because, change.before, change.after)

    def _claims(self, question: Question, fresh: Fresh) -> Iterator[Found]:
        for told in self._asked.told(question, fresh, of_party=True):
            heard = standing_still(told.testimonies, None)
            if heard:
                first = min(heard, key=lambda t: (t.published or date.max, t.statement))
                yield _of_statement("new-claim", told, first)


def _of_statement(
    what: WatchKind,
    told: ToldClaim,
    one: Testimony,
    before: StandingName | None = None,
    after: StandingName | None = None,
) -> Found:
    return Found(
        what=what,
        claim=told.claim.id,
        gloss=told.claim.gloss,
        before=before,
        after=after,
        statement=one.statement,
        report=one.report,
        published=one.published,
        claims=told.ids,
        statements=frozenset() if what == "new-claim" else frozenset(t.statement for t in _equals(told, one)),
    )


def _testimony(told: ToldClaim, statement: str) -> Testimony:
    return next(t for t in told.testimonies if t.statement == statement)


def _equals(told: ToldClaim, one: Testimony) -> Iterator[Testimony]:
    """The testimonies that count once with this one, since they stand in copies of one report."""
    party = None if one.party is None else one.party.key
    for other in told.testimonies:
        same_party = (None if other.party is None else other.party.key) == party
        same = (other.origin, other.speaker_key, other.stance) == (one.origin, one.speaker_key, one.stance)
        if same and same_party:
            yield other


def _is_since(since: date | None, one: Found) -> bool:
    return since is None or (one.published is not None and one.published >= since)


def _order(one: Found) -> tuple[date, str, str, str]:
    return one.published or date.max, one.gloss or "", one.statement or "", one.report or ""
