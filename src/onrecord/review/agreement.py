"""How far two reviewers agree: what both judged, the share on which they agree, and Cohen's kappa beyond chance."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from onrecord.errors import UsageError
from onrecord.record import Record
from onrecord.record.correctionoverlay import same_in_copies
from onrecord.record.corrections import HeldCorrection, corrections_held, last_words
from onrecord.record.decisions import decisions_on
from onrecord.record.schema import judgement, link, matter, statement
from onrecord.tables import Table

_VALUES = ("act", "certainty", "source_kind", "speaker", "party")
KINDS = ("link", "statement", *_VALUES, "identity")
_Words = Mapping[str, str]
"""What one reviewer says of each thing of a kind, by the id of the thing."""


@dataclass(frozen=True, slots=True)
class KindAgreement:
    """Agreement on one kind of judgement.

    `link`: whether a statement bears on a claim. `statement`: whether a statement is accepted, corrected or rejected.
    `act`, `certainty`, `source_kind`, `speaker` and `party`: the value that each holds for right, where neither rejects
    the statement. `identity`: whether two actors are one. `judged` is how many things both judged, `agreed` on how many
    they say the same, `share` the one by the other. `kappa` is Cohen's (1960): 1 for agreement on all, 0 for as much as
    chance would have; null where nothing was judged by both, or where both always say one and the same thing.
    """

    kind: str
    judged: int
    agreed: int
    share: float | None
    kappa: float | None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One thing of which two reviewers say different things; `subject` is its id, `words` are what it is."""

    kind: str
    subject: str
    first: str
    second: str
    words: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two reviewers agree, by kind of judgement, and all on which they do not."""

    first: str
    second: str
    kinds: Table[KindAgreement]
    disagreements: Table[Disagreement]


def agreement(record: Record, first: str, second: str) -> Agreement:
    """Compares the last words of two reviewers, withdrawn ones left out; UsageError for one and the same reviewer."""
    first, second = first.strip(), second.strip()
    if first == second:
        raise UsageError(f"agreement is between two reviewers; both are {first!r}")
    with record.asking() as connection:
        one, other = (_all_words(connection, user) for user in (first, second))
        rows = [_kind_agreement(kind, one[kind], other[kind]) for kind in KINDS]
        differing = [
            (kind, ident) for kind in KINDS for ident in sorted(one[kind]) if _differs(one[kind], other[kind], ident)
        ]
        words = _words_for(connection, differing)
    disagreements = (
        Disagreement(kind, ident, one[kind][ident], other[kind][ident], words.get(ident, ident))
        for kind, ident in differing
    )
    return Agreement(first, second, Table(rows, KindAgreement), Table(disagreements, Disagreement))


def kappa(pairs: Counter[tuple[str, str]]) -> float | None:
    """Cohen's kappa of pairs of judgements; None for no pairs, and where chance alone would make all of them agree."""
    total = pairs.total()
    if not total:
        return None
    firsts, seconds = Counter[str](), Counter[str]()
    for (one, other), times in pairs.items():
        firsts[one] += times
        seconds[other] += times
    alike = sum(times for (one, other), times in pairs.items() if one == other) / total
    chance = sum(times * seconds[value] for value, times in firsts.items()) / total**2
    return None if chance == 1 else round((alike - chance) / (1 - chance), 4)


def _kind_agreement(kind: str, one: _Words, other: _Words) -> KindAgreement:
    pairs = Counter((one[ident], other[ident]) for ident in one.keys() & other.keys())
    agreed = sum(times for (mine, yours), times in pairs.items() if mine == yours)
    share = round(agreed / pairs.total(), 4) if pairs else None
    return KindAgreement(kind, pairs.total(), agreed, share, kappa(pairs))


def _differs(one: _Words, other: _Words, ident: str) -> bool:
    return ident in other and one[ident] != other[ident]


def _all_words(connection: Connection, user: str) -> dict[str, dict[str, str]]:
    """What a reviewer says of everything that he judged, by kind."""
    found: dict[str, dict[str, str]] = {kind: {} for kind in KINDS}
    for decision in decisions_on(connection, None):
        if decision.user == user and decision.withdrawn_at is None and decision.action in {"confirm", "reject"}:
            found["link"][decision.link] = decision.action
    for subject, word in _of_statements(connection, user).items():
        found["statement"][subject] = word.said.action
        if word.said.action in {"accept", "correct"}:
            for name, value in _values(connection, word).items():
                found[name][subject] = value
    found["identity"] = _of_identities(connection, user)
    return found


def _of_statements(connection: Connection, user: str) -> dict[str, HeldCorrection]:
    """His last word on each statement; the same one in copies goes by the smallest of their ids."""
    held = [one for one in corrections_held(connection) if one.said.user == user]
    same = same_in_copies(connection, {one.said.statement for one in held})
    by_subject: dict[str, list[HeldCorrection]] = defaultdict(list)
    for one in held:
        by_subject[min(same[one.said.statement])].append(one)
    return {subject: words[-1] for subject, some in by_subject.items() if (words := last_words(some))}


def _values(connection: Connection, word: HeldCorrection) -> dict[str, str]:
    row: Any = connection.execute(select(statement).where(statement.c.statement_id == word.said.statement)).one()
    read = {
        "act": row.act,
        "certainty": row.certainty,
        "source_kind": row.source_kind,
        "speaker": row.speaker_actor,
        "party": row.party_key,
    }
    return {name: str(word.corrected.get(name, read[name])) for name in _VALUES}


def _of_identities(connection: Connection, user: str) -> dict[str, str]:
    """His last judgement on each pair of actors, named by both keys."""
    rows = connection.execute(
        select(judgement)
        .where(judgement.c.user_name == user)
        .order_by(judgement.c.recorded_at, judgement.c.judgement_id)
    ).all()
    withdrawals = select(judgement.c.withdraws).where(judgement.c.withdraws.is_not(None))
    withdrawn = set(connection.scalars(withdrawals))
    return {
        f"{row.left_key} {row.right_key}": row.judgement
        for row in rows
        if row.withdraws is None and row.judgement_id not in withdrawn
    }


def _words_for(connection: Connection, differing: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What each thing is: the words of the statement, and of a link the claim's too."""
    links = sorted({ident for kind, ident in differing if kind == "link"})
    statements = sorted({ident for kind, ident in differing if kind not in {"link", "identity"}})
    told = (statement.c.source_text, statement.c.cue_text, statement.c.content_text)
    of_links = (
        select(link.c.link_id.label("ident"), *told, matter.c.gloss)
        .join_from(link, statement, statement.c.statement_id == link.c.statement_id)
        .join(matter, matter.c.matter_id == link.c.matter_id)
        .where(link.c.link_id.in_(links))
    )
    of_statements = select(statement.c.statement_id.label("ident"), *told).where(
        statement.c.statement_id.in_(statements)
    )
    found = {row.ident: f"{_said(row)} [{row.gloss}]" for row in connection.execute(of_links)}
    return found | {row.ident: _said(row) for row in connection.execute(of_statements)}


def _said(row: Any) -> str:
    return " ".join(part for part in (row.source_text, row.cue_text, row.content_text) if part)
