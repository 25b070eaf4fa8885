"""All that was said on some claims, with the words of every statement and the standing that it amounts to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from onrecord.model import Claim, Standing, Testimony
from onrecord.record.board import claims_called, most_reported, summary
from onrecord.record.choosing import chosen
from onrecord.record.heldclaims import HeldClaims
from onrecord.record.moments import seen, standing_still
from onrecord.record.reports import Saying, sayings
from onrecord.record.standing import standing
from onrecord.record.testimonies import told_on
from onrecord.record.vantage import Vantage
from onrecord.record.words import Aliases


@dataclass(frozen=True, slots=True)
class Heard:
    """A claim with every statement on it, in order of time, and where it stands.

    `testimonies` hold what reports said that were withdrawn since, too; `counting` leaves that out.
    """

    claim: Claim
    testimonies: tuple[Testimony, ...]
    counting: tuple[Testimony, ...]
    sayings: dict[str, Saying]
    standing: Standing
    names: dict[str, str]
    """The name of each named speaker, by speaker key: of several spellings the most frequent."""

    def testimony(self, statement: str) -> Testimony:
        """The testimony with this id; StopIteration for none."""
        return next(t for t in self.testimonies if t.statement == statement)


def heard(connection: Connection, words: str | None, vantage: Vantage, aliases: Aliases | None) -> list[Heard]:
    """What was said on each claim that has the words, in the order of the board; ClaimNotFound where no claim has."""
    held = claims_called(connection, words, vantage, aliases)
    return _heard(connection, held, vantage)


def heard_best(connection: Connection, words: str, vantage: Vantage, aliases: Aliases | None) -> Heard:
    """What was said on one claim: the one with this id, or the most reported with these words."""
    held = claims_called(connection, words, vantage, aliases)
    (one,) = _heard(connection, held.only([chosen(connection, held, vantage)]), vantage, unreported=True)
    return one


def _heard(connection: Connection, held: HeldClaims, vantage: Vantage, *, unreported: bool = False) -> list[Heard]:
    told = told_on(connection, held, vantage)
    board = [
        (summary(one, told[one.claim.id], vantage), seen(told[one.claim.id], vantage.as_of)) for one in held.claims
    ]
    board = [pair for pair in board if pair[1] or unreported]
    board.sort(key=lambda pair: most_reported(pair[0]))
    words = sayings(connection, sorted({t.statement for _, some in board for t in some}), vantage.known_at)
    return [heard_on(line.claim, some, words, vantage) for line, some in board]


def heard_on(claim: Claim, told: Sequence[Testimony], words: Mapping[str, Saying], vantage: Vantage) -> Heard:
    """What was said on one claim, given its testimonies in order of time and the words of each by statement id."""
    return Heard(
        claim=claim,
        testimonies=tuple(told),
        counting=tuple(standing_still(told, vantage.as_of)),
        sayings={t.statement: words[t.statement] for t in told if t.statement in words},
        standing=replace(standing(claim, told, vantage.as_of), known_at=vantage.known_at),
        names=_names(told),
    )


def _names(told: Iterable[Testimony]) -> dict[str, str]:
    spelt: dict[str, Counter[str]] = defaultdict(Counter)
    for testimony in told:
        if testimony.speaker_name is not None:
            spelt[testimony.speaker_key][testimony.speaker_name] += 1
    return {key: min(names, key=lambda name: (-names[name], name)) for key, names in spelt.items()}


def precision_of(day: str | None) -> str | None:
    """The grain of a date written as precisely as it is known: `2011-12-10` a day, `2011-W49` a week, `2011` a year."""
    if day is None:
        return None
    if "W" in day:
        return "week"
    return {4: "year", 7: "month"}.get(len(day), "day")
