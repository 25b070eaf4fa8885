"""`python -m assets_src.registry.leaders` makes the table of office holders for the package from the hand-made one."""

from __future__ import annotations

import argparse
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from onrecord.resolution.actors.leaders import leader_key
from onrecord.resolution.actors.registry import entry
from onrecord.resolution.actors.states import by_iso3

SOURCE = Path(__file__).parent / "leaders.tsv"
HEADING = "name others iso3 office body from until".split()
_OUT = Path("src/onrecord/assets/registry/leaders.tsv")
_OUT_HEADING = "keys name office body country since until".split()
_SURNAME_FIRST = frozenset("CHN KHM KOR PRK TWN".split())
"""Countries whose people the English press writes surname first, and calls by it: Xi, Kim, Hun."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the hand-made table; dates are years, months or days, as exact as they are known."""

    name: str
    others: tuple[str, ...]
    country: str
    office: str
    body: str
    since: str
    until: str

    @property
    def spellings(self) -> tuple[str, ...]:
        """The name and its other spellings, each once."""
        return tuple(dict.fromkeys((self.name, *self.others)))


def hand_rows(source: Path = SOURCE) -> Iterator[Row]:
    """The lines of the hand-made table, in its order; ValueError names a line with the wrong number of fields."""
    heading, *lines = source.read_text(encoding="utf-8").rstrip("\n").split("\n")
    for number, line in enumerate([heading, *lines], start=1):
        fields = line.split("\t")
        if len(fields) != len(HEADING) or (number == 1 and fields != HEADING):
            raise ValueError(f"{source.name}, line {number}: expected the fields {', '.join(HEADING)}")
        if number > 1:
            name, others, country, office, body, since, until = fields
            yield Row(name, tuple(filter(None, others.split(","))), country, office, body, since, until)


def first_day(text: str) -> date | None:
    """The earliest day of a year, month or day; None for an empty text."""
    if not text:
        return None
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    return date(year, month, day)


def last_day(text: str) -> date | None:
    """The latest day of a year, month or day; None for an empty text."""
    first = first_day(text)
    if first is None or text.count("-") == 2:
        return first
    month = first.month if text.count("-") == 1 else 12
    return date(first.year, month, monthrange(first.year, month)[1])


def faults(rows: list[Row]) -> list[str]:
    """What is wrong with the hand-made table, one sentence each; empty when nothing is."""
    found = [f"{row.name}, {row.office}: {fault}" for row in rows for fault in _faults_of(row)]
    return [
        *found,
        *(f"{row.name}, {row.office}: stands twice" for row in dict.fromkeys(rows) if rows.count(row) > 1),
    ]


def _faults_of(row: Row) -> Iterator[str]:
    if row.country and row.country not in by_iso3():
        yield f"no country {row.country}"
    if entry(row.body) is None:
        yield f"no body {row.body}"
    if not (row.name and row.office) or row.office != row.office.lower():
        yield "a name, and an office in small letters"
    if any(not field.isprintable() for field in (*row.spellings, row.office, row.body)):
        yield "control characters"
    if not all(leader_key(spelling) for spelling in row.spellings):
        yield "a spelling without letters"
    try:
        since, until = first_day(row.since), last_day(row.until)
    except ValueError:
        yield f"no date: {row.since} or {row.until}"
        return
    if since is not None and until is not None and since > until:
        yield f"ends before it begins: {row.since}, {row.until}"


def table(rows: list[Row]) -> list[list[str]]:
    """The rows of the package's table: the folded spellings in front, partial dates widened to whole days."""
    surname_first = {row.name for row in rows if row.country in _SURNAME_FIRST}
    made = []
    for row in rows:
        keys = dict.fromkeys(" ".join(leader_key(spelling)) for spelling in row.spellings)
        if row.name in surname_first:
            keys[leader_key(row.name)[0]] = None
        days = (str(day or "") for day in (first_day(row.since), last_day(row.until)))
        made.append([",".join(keys), row.name, row.office, row.body, row.country, *days])
    return sorted(made, key=lambda fields: (fields[4], fields[5], fields[1:]))


def main(arguments: list[str] | None = None) -> None:
    """Checks the hand-made table and writes the package's; ends with the faults if there are any."""
    parser = argparse.ArgumentParser(prog="python -m assets_src.registry.leaders", description=__doc__)
    parser.add_argument("--out", type=Path, default=_OUT, help="file to write to")
    options = parser.parse_args(arguments)
    rows = list(hand_rows())
    wrong = faults(rows)
    if wrong:
        raise SystemExit("\n".join(wrong))
    lines = ["\t".join(fields) for fields in [_OUT_HEADING, *table(rows)]]
    options.out.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
