"""Identity across reports: composed cases of two or three reports, put into a record and asked who is who.

Each case of `identity_cases.toml` names people and groups that are the same across its reports, others that must stay
apart, and who holds which office as of a day. The reports go the whole way, from text to record.

    python -m evaluation.identity_cases [--verbose]
"""

from __future__ import annotations

import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from onrecord.model import Actor, Article, Reading
from onrecord.reading import EncoderReader, Reader
from onrecord.record import Record
from onrecord.record.rows import rows_of
from onrecord.resolution import resolve

CASES = Path(__file__).parent / "identity_cases.toml"
_RECORDED = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass
class IdentityScores:
    """Pairs and offices asked for and right; `misses` are the wrong ones in words, for reading along."""

    same: int = 0
    same_right: int = 0
    apart: int = 0
    apart_right: int = 0
    offices: int = 0
    offices_right: int = 0
    misses: list[str] = field(default_factory=list)


def identity_scores(reader: Reader, path: Path = CASES) -> IdentityScores:
    """The scores of a reader over all cases."""
    found = IdentityScores()
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
        with tempfile.TemporaryDirectory() as folder, Record.open(Path(folder) / "case.db", create=True) as record:
            _judge(case, record, _Case.of(case, record, reader), found)
    return found


@dataclass(frozen=True)
class _Case:
    """The identity that each name of a case has in the record."""

    readings: Mapping[str, Reading]
    actor_ids: Mapping[str, Mapping[str, str]]
    identity_of: Mapping[str, str]

    @classmethod
    def of(cls, case: Mapping[str, Any], record: Record, reader: Reader) -> _Case:
        readings: dict[str, Reading] = {}
        for told in case["report"]:
            text = told["text"].strip()
            article = Article(f"{case['id']}-{told['id']}", text, outlet=told["outlet"], published=told["published"])
            readings[told["id"]] = resolve(article, reader.read(article))
            record.add(readings[told["id"]], _RECORDED)
        ids = {
            report: {row["local_id"]: row["actor_id"] for row in rows_of(reading).tables["actor"]}
            for report, reading in readings.items()
        }
        members = {member: identity.id for identity in record.identities() for member in identity.members}
        return cls(readings, ids, members)

    def who(self, named: str) -> str | None:
        """The identity of `r1: Name`; None where the reading has no such actor."""
        report, _, name = named.partition(": ")
        actor = _bearer(self.readings[report], name)
        return None if actor is None else self.identity_of.get(self.actor_ids[report][actor.id])

    def all_of(self, name: str) -> set[str]:
        """The identities of a name in any of the reports."""
        found = (
            self.who(f"{report}: {name}") for report in self.readings if name in self.readings[report].article.text
        )
        return {identity for identity in found if identity is not None}


def _bearer(reading: Reading, name: str) -> Actor | None:
    """The actor that has the name where it first stands: by the mention that shares most with it, persons first."""
    start = reading.article.text.find(name)
    end = start + len(name)
    shared = [
        (min(end, m.span.end) - max(start, m.span.start), a.kind == "person", a)
        for a in reading.actors
        for m in a.mentions
        if m.form == "name" and m.span.start < end and start < m.span.end
    ]
    return max(shared, key=lambda row: row[:2])[2] if shared else None


def _judge(case: Mapping[str, Any], record: Record, known: _Case, found: IdentityScores) -> None:
    for one, other in case.get("same", ()):
        found.same += 1
        here = known.who(one), known.who(other)
        if here[0] is not None and here[0] == here[1]:
            found.same_right += 1
        else:
            found.misses.append(f"{case['id']}: not one: {one} and {other}")
    for one, other in case.get("apart", ()):
        found.apart += 1
        here = known.who(one), known.who(other)
        if here[0] is None or here[0] != here[1]:
            found.apart_right += 1
        else:
            found.misses.append(f"{case['id']}: not apart: {one} and {other}")
    for asked in case.get("offices", ()):
        found.offices += 1
        wrong = _office(asked, record, known)
        found.offices_right += wrong is None
        if wrong is not None:
            found.misses.append(f"{case['id']}: {asked['role']} as of {asked['as_of']}: {wrong}")


def _office(asked: Mapping[str, Any], record: Record, known: _Case) -> str | None:
    """What is wrong with the answer to who holds an office; None if nothing is."""
    party = asked["party"].removeprefix("local [").removesuffix("]")
    holders = record.office_holders(asked["role"], party, asked["as_of"])
    given = {known.identity_of.get(h.identity, h.identity) for h in holders}
    wanted: Sequence[set[str]] = [known.all_of(name) for name in asked["holders"]]
    names = ", ".join(h.name for h in holders) or "nobody"
    if len(given) != len(wanted) or not all(given & some for some in wanted):
        return f"{names} for {', '.join(asked['holders']) or 'nobody'}"
    if any(h.contested for h in holders) != asked["contested"]:
        return f"contested is not {asked['contested']}"
    return None


def lines(found: IdentityScores, *, verbose: bool = False) -> Iterator[str]:
    """The scores in words, then every miss if they are asked for: nothing is tuned on these cases."""
    yield f"same: {found.same_right} of {found.same}"
    yield f"apart: {found.apart_right} of {found.apart}"
    yield f"offices: {found.offices_right} of {found.offices}"
    yield from found.misses if verbose else ()


if __name__ == "__main__":
    print("\n".join(lines(identity_scores(EncoderReader()), verbose="--verbose" in sys.argv)))
