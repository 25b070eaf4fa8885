"""MUC-4: wire reports of 1988 to 1991 on violence in Latin America, all in capitals, with templates of incidents.

Each incident's template names the organisation behind it and grades how the report ties the two (slot 11). The folder
holds `dev` (1,300 reports), `tst1` and `tst2` (100 each), with texts and keys as they were handed out in 1992.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from onrecord.model import Article, Furniture

Grade = Literal["claimed", "suspected", "fact"]
GRADES: tuple[Grade, ...] = ("claimed", "suspected", "fact")

_OF_KEY: dict[str, Grade] = {
    "CLAIMED OR ADMITTED": "claimed",
    "REPORTED AS FACT": "fact",
    "SUSPECTED OR ACCUSED": "suspected",
    "SUSPECTED OR ACCUSED BY AUTHORITIES": "suspected",
    "POSSIBLE": "suspected",
}
_REPORT = re.compile(r"^((?:DEV|TST\d)-MUC\d-\d{4})\b.*$", re.MULTILINE)
_SLOT = re.compile(r"^(\d+)\.\s+[A-Z:. /]+?\s{2,}(.*)$")
_QUOTED = re.compile(r'"((?:\\"|[^"\\])+)"')
_HEADER = re.compile(r"--\s*((?:\[[^\]]*\]\s*)+)")
_DAY = re.compile(r"\b(\d{1,2}) (JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]* (\d{2})\b")
_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
_OPENING = 200
"""Characters within which a report's dateline stands."""


@dataclass(frozen=True, slots=True)
class Incident:
    """One organisation behind one incident, and how the report ties the two.

    `names` are the organisation's strings, `targets` those of persons and things that were hit; `grades` holds more than
    one where the key allows several, each right.
    """

    report: str
    template: str
    type: str
    names: tuple[str, ...]
    individuals: tuple[str, ...]
    targets: tuple[str, ...]
    grades: tuple[Grade, ...]


def reports(folder: Path, part: str) -> dict[str, Article]:
    """The reports of a part by id, in order; the wire's lines are joined to paragraphs, its header is furniture."""
    files = sorted(p for p in (folder / part).iterdir() if not p.name.startswith(("key", "text", "README")))
    found: dict[str, Article] = {}
    for path in files:
        text = path.read_text(encoding="latin-1")
        marks = list(_REPORT.finditer(text))
        ends = [m.start() for m in marks[1:]] + [len(text)]
        for mark, end in zip(marks, ends, strict=True):
            found[mark[1]] = _article(mark[1], text[mark.end() : end])
    return found


def _article(ident: str, wire: str) -> Article:
    paragraphs = (" ".join(p.split()) for p in re.split(r"\n\s*\n|\n(?=   )", wire))
    text = "\n".join(p for p in paragraphs if p)
    header = _HEADER.search(text, 0, _OPENING)
    furniture = () if header is None else (Furniture(*header.span(1), "other", "header of the wire"),)
    return Article(ident, text, published=_day(text), published_basis="text", furniture=furniture)


def _day(text: str) -> date | None:
    match = _DAY.search(text, 0, _OPENING)
    try:
        return None if match is None else date(1900 + int(match[3]), _MONTHS.index(match[2]) + 1, int(match[1]))
    except ValueError:
        return None


def incidents(folder: Path, part: str) -> tuple[Incident, ...]:
    """Every organisation of every incident of a part whose tie to it is graded, in the order of the keys."""
    keys = sorted(p for p in (folder / part).iterdir() if p.name.startswith("key"))
    return tuple(i for path in keys for slots in _templates(path) for i in _graded(slots))


def _templates(path: Path) -> Iterator[dict[int, list[str]]]:
    """The slots of each template: the lines of each, by its number."""
    slots: dict[int, list[str]] = {}
    number = 0
    for line in path.read_text(encoding="latin-1").splitlines():
        match = _SLOT.match(line)
        if match is not None:
            number = int(match[1])
            if number == 0 and slots:
                yield slots
                slots = {}
            slots[number] = [match[2].strip()]
        elif line.startswith(" ") and line.strip() and number in slots:
            slots[number].append(line.strip())
    if slots:
        yield slots


def _graded(slots: dict[int, list[str]]) -> Iterator[Incident]:
    for line in _joined(slots.get(11, [])):
        words, _, named = line.partition(": ")
        grades = tuple(dict.fromkeys(_OF_KEY[g] for part in words.split("/") if (g := part.strip(" ?()")) in _OF_KEY))
        names = _strings([named])
        if grades and names:
            yield Incident(
                report=slots[0][0].split()[0],
                template=slots[1][0],
                type=slots[4][0].split(" / ")[0].strip(" ?"),
                names=names,
                individuals=_strings(slots.get(9, [])),
                targets=_strings([*slots.get(12, []), *slots.get(18, []), *slots.get(19, [])]),
                grades=grades,
            )


def _joined(lines: Sequence[str]) -> list[str]:
    """A slot's fills, those that run over several lines as one."""
    found: list[str] = []
    for line in lines:
        if found and (found[-1].endswith("/") or line.startswith(("/", '"'))):
            found[-1] += " " + line
        else:
            found.append(line)
    return found


def _strings(lines: Sequence[str]) -> tuple[str, ...]:
    found = (m[1].replace('\\"', '"') for line in lines for m in _QUOTED.finditer(line))
    return tuple(dict.fromkeys(name for name in found if name != "-"))
