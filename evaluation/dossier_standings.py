"""The dossiers: standings of 31 claims on five days each, against answers written before any program ran.

`python -m evaluation.dossier_standings` prints the shares and every answer that is wrong.

Which claim of the record answers which claim of the gold is said in `dossier_matching`. A gold claim without an answer
is wrong on each of its days.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.dossier_gold import GoldClaim, Row, gold_claims
from evaluation.dossier_matching import matched, names_of, one_to_one
from evaluation.samples import stated_files
from onrecord.model import Standing
from onrecord.reading import EncoderReader, Reader
from onrecord.record import Record
from onrecord.resolution.registry import aliases_by_id
from onrecord.run import Unread, add_reports

DOSSIERS = Path(__file__).parent / "dossiers"


@dataclass(frozen=True, slots=True)
class Answer:
    """One gold row with what the record answered; `found` is None where no claim of the record answers."""

    claim: GoldClaim
    row: Row
    found: Standing | None

    @property
    def standing_right(self) -> bool:
        """Whether the standing is the one written down."""
        return self.found is not None and self.found.standing == self.row.standing

    @property
    def divided_right(self) -> bool:
        """Whether just the parties written down are divided."""
        return self.found is not None and one_to_one(
            [names_of(party) for party in self.found.divided_parties], self.row.divided
        )

    @property
    def reports_right(self) -> bool:
        """Whether as many reports speak to the claim."""
        return self.found is not None and self.found.reports == self.row.reports

    @property
    def independent_right(self) -> bool:
        """Whether as many of them are no copies."""
        return self.found is not None and self.found.independent_reports == self.row.independent


@dataclass(frozen=True, slots=True)
class Shares:
    """Shares of (claim, day) pairs answered rightly, 0 to 1; counts of reports over the rows that give them."""

    claims_found: float
    standing: float
    standing_once_reported: float
    divided: float
    reports: float
    independent: float


def shares(answers: Sequence[Answer]) -> Shares:
    """The shares over all answers; `standing_once_reported` leaves out the days on which nothing was out yet."""
    counted = [a for a in answers if a.row.reports is not None]
    reported = [a for a in answers if a.row.standing != "unreported"]
    found = {(a.claim.dossier, a.claim.id): a.found is not None for a in answers}
    return Shares(
        claims_found=_share(found.values()),
        standing=_share(a.standing_right for a in answers),
        standing_once_reported=_share(a.standing_right for a in reported),
        divided=_share(a.divided_right for a in answers),
        reports=_share(a.reports_right for a in counted),
        independent=_share(a.independent_right for a in counted),
    )


def dossier_answers(reader: Reader, folder: Path = DOSSIERS) -> list[Answer]:
    """Each dossier read into a record of its own, and what that record answers to each row of its gold."""
    return [answer for path in sorted(folder.iterdir()) if path.is_dir() for answer in _answers(path, reader)]


def _answers(dossier: Path, reader: Reader) -> Iterator[Answer]:
    with (
        tempfile.TemporaryDirectory() as work,
        Record.open(Path(work) / "dossier.db", create=True, aliases=aliases_by_id()) as record,
    ):
        for path, stated in stated_files(dossier):
            for kept in add_reports(record, [str(path)], stated, reader):
                assert not isinstance(kept, Unread), kept
        gold = gold_claims(dossier)
        chosen = matched(gold, record.claims())
        for claim in gold:
            for row in claim.rows:
                held = chosen.get(claim.id)
                yield Answer(claim, row, None if held is None else record.standing(held, row.as_of))


def _share(right: Iterable[bool]) -> float:
    held = list(right)
    return sum(held) / len(held) if held else 0.0


def main() -> None:
    """Prints the shares of each dossier and of all, and each row whose standing is wrong."""
    answers = dossier_answers(EncoderReader())
    for dossier in [*sorted({a.claim.dossier for a in answers}), None]:
        part = shares([a for a in answers if dossier in (None, a.claim.dossier)])
        print(dossier or "all", *(f"{name}={getattr(part, name):.3f}" for name in Shares.__slots__))
    for one in answers:
        if not one.standing_right:
            found = "no such claim" if one.found is None else one.found.standing
            print(f"{one.claim.dossier}/{one.claim.id} {one.row.as_of}: {one.row.standing}, found {found}")


if __name__ == "__main__":
    main()
