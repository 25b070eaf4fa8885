"""The actors of a new report beside those already held: who may be the same, at a cost that does not grow."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, select

from onrecord.contract import canonical, content_id
from onrecord.model import Evidence
from onrecord.record.lots import in_lots
from onrecord.record.profilerows import profile_from
from onrecord.record.schema import blocking_key, profile
from onrecord.resolution.actors.blocking import BARE_WORD, blocking_keys, looked_up
from onrecord.resolution.actors.linking import Verdict, compare
from onrecord.resolution.actors.profiles import Profile

ONRECORD = "onrecord"
"""Under this name the record's own judgements stand; reviewers stand under theirs."""
COMMON = 50
"""A key under which so many are filed takes no more: whoever is meant by it is found often enough."""
ENOUGH = 12
"""With so many of those under a full key each new profile is compared, and to so many it is tied."""
CANDIDATES = 60
"""How many of the likeliest are compared with each actor of a new report."""
MOST_DOUBTS = 6
"""How many that may be the same, without being joined, are kept for each actor of a new report."""
_SOME: BindParameter[Any] = bindparam("some", expanding=True)
_FILED = select(blocking_key.c.key, blocking_key.c.actor_id).where(blocking_key.c.key.in_(_SOME))
_HELD = select(*(c for c in profile.c if c.name not in {"name", "words", "recorded_at"})).where(
    profile.c.actor_id.in_(_SOME)
)
Row = dict[str, Any]


class NewIdentities:
    """The profiles of a new report, to be compared with those of the record.

    As long as no key has more than `COMMON` profiles, every pair that shares one is compared whichever report came first,
    so that the judgements do not depend on the order of adding.
    """

    def __init__(self, connection: Connection, profiles: Sequence[Profile], copies: Collection[str] = ()) -> None:
        self._connection = connection
        self._profiles = [p for p in profiles if p.known_as is None]
        self._copies = copies
        self._crowded: set[str] = set()

    def judgements(self) -> list[Row]:
        """A row for every pair that is the same, or that a reviewer should look at."""
        rows = list(self._told_within())
        pairs = list(self._pairs())
        held = self._held({other for _, others in pairs for other in others})
        for one, others in pairs:
            verdicts = {o: compare(one, held[o], copied=held[o].reports[0] in self._copies) for o in others}
            doubts = sorted((-v.score, other) for other, v in verdicts.items() if v.worth_a_look)
            same = sorted((-v.score, other) for other, v in verdicts.items() if v.linked)
            kept = [other for _, other in same[: self._most(one)] + doubts[:MOST_DOUBTS]]
            rows += [judgement_row(one.id, other, verdicts[other]) for other in kept]
        return rows

    def keys(self) -> list[Row]:
        """The rows under which later reports will find these profiles, without the keys that have enough."""
        filed = self._filed
        return [
            {"key": key, "actor_id": one.id}
            for one in self._profiles
            for key in blocking_keys(one)
            if len(filed.get(key, ())) < COMMON
        ]

    def _told_within(self) -> Iterator[Row]:
        """Pairs of one report that are one: it says so itself, or gives one full name and tells nothing apart."""
        filed: dict[str, list[Profile]] = defaultdict(list)
        near: dict[tuple[str, str], tuple[Profile, Profile]] = {}
        for one in self._profiles:
            for key in blocking_keys(one) if one.kind == "person" else ():
                near |= {(other.id, one.id): (other, one) for other in filed[key]}
                filed[key].append(one)
        for one, other in near.values():
            verdict = compare(one, other)
            if verdict.linked:
                yield judgement_row(one.id, other.id, verdict)

    def _most(self, one: Profile) -> int | None:
        """How many ties are kept: all of them, or enough for somebody who is named everywhere."""
        return ENOUGH if one.id in self._crowded else None

    def _pairs(self) -> Iterator[tuple[Profile, list[str]]]:
        """Each new profile with those of the record to compare it with."""
        shared: dict[str, Counter[str]] = {one.id: Counter() for one in self._profiles}
        for key, filed in self._filed.items():
            for one in self._by_key[key]:
                shared[one.id].update(filed if len(filed) < COMMON else sorted(filed)[:ENOUGH])
                if len(filed) >= COMMON and not key.startswith(BARE_WORD):
                    self._crowded.add(one.id)
        for one in self._profiles:
            likeliest = sorted(shared[one.id].items(), key=lambda item: (-item[1], item[0]))[:CANDIDATES]
            yield one, [ident for ident, _ in likeliest]

    @cached_property
    def _by_key(self) -> Mapping[str, list[Profile]]:
        """The new profiles by the keys under which they are looked up, which are those they are filed under and more."""
        by_key: dict[str, list[Profile]] = defaultdict(list)
        for one in self._profiles:
            for key in looked_up(one):
                by_key[key].append(one)
        return by_key

    @cached_property
    def _filed(self) -> Mapping[str, list[str]]:
        """Who of the record is filed under each of these keys."""
        filed: dict[str, list[str]] = defaultdict(list)
        for some in in_lots(self._by_key):
            for key, ident in self._connection.execute(_FILED, {"some": some}).all():
                filed[key].append(ident)
        return filed

    def _held(self, idents: Iterable[str]) -> dict[str, Profile]:
        found: dict[str, Profile] = {}
        for some in in_lots(idents):
            rows = self._connection.execute(_HELD, {"some": some}).all()
            found |= {row.actor_id: profile_from(row) for row in rows}
        return found


def judgement_row(one: str, other: str, verdict: Verdict) -> Row:
    """The record's own judgement on a pair, as a row without its time."""
    left, right = sorted((one, other))
    content: Row = {
        "left_key": left,
        "right_key": right,
        "judgement": "same" if verdict.linked else "unsure",
        "score": verdict.score,
        "evidence": canonical([evidence_json(e) for e in verdict.evidence]),
        "user_name": ONRECORD,
        "note": None,
        "withdraws": None,
    }
    return content | {"judgement_id": content_id(content)}


def evidence_json(evidence: Evidence) -> Row:
    """A reason as the record keeps it: kind of sign, words, weight in log odds."""
    return {"sign": evidence.sign, "words": evidence.words, "weight": evidence.weight}
