"""Actor linking: whether every mention of the conflict set's passages ends at the right side in the world.

Each passage is read by the whole program. A gold mention is found when a mention of some actor of the reading has its
head word and the other way round ("the commander of the army" is not found by "the army"); where several have, the one
that shares most characters counts. Of the found mentions it is asked whether the actor's party is the marked one,
whether the actor is somebody else (a wrong join), and, of bodies that a registry can know, whether it has the right id.

    python -m evaluation.actors [--verbose] [train | held_out]
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from conflict_set.passages import all_passages

from evaluation.identities import NOBODY, read_gold
from evaluation.judging import Judged, judged
from onrecord.model import Article
from onrecord.reading import EncoderReader, Reader
from onrecord.resolution import resolve

__all__ = ["ActorScores", "actor_linking", "errors", "read_gold", "report", "scored"]

PASSAGES = Path(__file__).parents[1] / "conflict_set"
PARTIES = PASSAGES / "parties"


@dataclass
class ActorScores:
    """Shares from 0 to 1, all over mentions.

    `found` of all; `party_right` of those found that have a marked party, `party_right_all` of all that have one;
    `sides_right` as `party_right` without those that speak for nobody; `wrong_joins` of those found; `identity_right` of
    those found that mean a body with an id of the registry.
    """

    mentions: int
    found: float
    party_right: float
    party_right_all: float
    sides_right: float
    wrong_joins: float
    identity_right: float
    rows: list[Judged] = field(default_factory=list)


def actor_linking(reader: Reader, part: str = "held_out") -> ActorScores:
    """The scores of a reader on the passages of a part ("train" or "held_out") whose actors are marked."""
    gold = read_gold(PARTIES / f"{part}.txt")
    rows: list[Judged] = []
    for passage in all_passages(PASSAGES / part):
        if passage.id in gold:
            article = Article(passage.id, passage.text, published=date.fromisoformat(passage.facts["published"]))
            rows += judged(passage, gold[passage.id], resolve(article, reader.read(article)))
    return scored(rows)


def scored(rows: Sequence[Judged]) -> ActorScores:
    """The shares of judged mentions."""
    found = [row for row in rows if row.actor is not None]
    with_party = [row for row in rows if row.party_right is not None]
    kept = [row for row in with_party if row.actor is not None]
    sides = [row for row in kept if NOBODY not in row.gold.parties]
    known = [row for row in found if row.identity_right is not None]
    return ActorScores(
        mentions=len(rows),
        found=_share(len(found), len(rows)),
        party_right=_share(sum(bool(row.party_right) for row in kept), len(kept)),
        party_right_all=_share(sum(bool(row.party_right) for row in kept), len(with_party)),
        sides_right=_share(sum(bool(row.party_right) for row in sides), len(sides)),
        wrong_joins=_share(sum(row.wrong_join for row in found), len(found)),
        identity_right=_share(sum(bool(row.identity_right) for row in known), len(known)),
        rows=list(rows),
    )


def _share(some: int, of: int) -> float:
    return some / of if of else 0.0


def report(scores: ActorScores) -> Iterator[str]:
    """The scores as lines of text: all mentions, then by form and by kind."""
    heads = ("found", "party", "party-all", "sides", "wrong-joins", "identity")
    yield f"{'':14}mentions" + "".join(f"{head:>13}" for head in heads)
    yield _line("all", scores)
    for form in sorted({row.form for row in scores.rows}):
        yield _line(form, scored([row for row in scores.rows if row.form == form]))
    for kind in sorted({row.gold.kind for row in scores.rows}):
        yield _line(kind, scored([row for row in scores.rows if row.gold.kind == kind]))


def _line(label: str, s: ActorScores) -> str:
    shares = (s.found, s.party_right, s.party_right_all, s.sides_right, s.wrong_joins, s.identity_right)
    return f"{label:14}{s.mentions:8}" + "".join(f"{100 * share:13.1f}" for share in shares)


def errors(rows: Iterable[Judged]) -> Iterator[str]:
    """A line for every mention that is missed, joined to somebody else, or given a wrong party or id."""
    for row in rows:
        wrong = [
            name
            for name, is_wrong in (
                ("missed", row.actor is None),
                ("wrong-join", row.wrong_join),
                ("party", row.actor is not None and row.party_right is False),
                ("identity", row.identity_right is False),
            )
            if is_wrong
        ]
        if wrong:
            gold = "|".join(i.id or i.name for i in row.gold.identities)
            party = "|".join(i.id or i.name for i in row.gold.parties)
            given = f"{row.actor.known_as or row.actor.name} -> {row.party}" if row.actor else "nothing"
            yield (
                f"{row.passage} {row.gold.letter} {row.gold.kind} {row.form} {'+'.join(wrong)}: "
                f"{row.words!r} is {gold} -> {party}, read as {given}"
            )


def main() -> None:
    """Prints the scores of the program's own reader on a part, with every error if asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", nargs="?", default="train", choices=("train", "held_out"))
    parser.add_argument("--verbose", action="store_true", help="print every error")
    arguments = parser.parse_args()
    scores = actor_linking(EncoderReader(), arguments.part)
    if arguments.verbose:
        print("\n".join(errors(scores.rows)))
    print("\n".join(report(scores)))


if __name__ == "__main__":
    main()
