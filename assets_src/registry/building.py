"""Puts the sources together and writes the tables of the registry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from assets_src.registry import hand, offices, phoenix, roles, ucdp, unlist
from assets_src.registry.drafts import SOURCES, Book, Draft
from assets_src.registry.quality import Words
from onrecord.resolution.actors.entries import alias_key
from onrecord.resolution.actors.states import state_entry
from onrecord.resolution.names import name_words

_SECTORS = ("MED", "REB", "MIL", "COP", "SPY", "JUD", "LEG", "OPP", "PTY", "GOV", "IGO", "NGO", "MNC", "CRM", "LAB")
_SECTOR_OF_KIND = {
    "armed_group": "REB", "government": "GOV", "military": "MIL", "party": "PTY", "people": "CVL", "country": "GOV",
}  # fmt: skip

HEADINGS = {
    "entries": "id name kind country codes part_of first_year last_year sector active_in",
    "aliases": "key words id weak source",
    "relations": "kind id other first_year last_year source",
    "codes": "id scheme code",
    "offices": "key name holder country code since until",
    "roles": "words code",
}


@dataclass
class Built:
    """What was built: the tables as rows, and counts for the card."""

    tables: dict[str, list[tuple[str, ...]]]
    dropped_offices: Counter[str] = field(default_factory=Counter)


def build(corpora: Path, hand_folder: Path, vocabulary: Path) -> Built:
    """The tables of the registry from the folder of actors' lists, the hand-made part and the list of English words."""
    folder = corpora / "actors"
    words = Words.of(vocabulary, offices.personal_words(folder))
    book = Book()
    hand.add(hand_folder, book)
    ucdp.add(folder / "ucdp-actor-221.csv", book, words)
    unlist.add(folder / "UN_consolidated.xml", book, words)
    phoenix.add(folder, book, words)
    held, dropped = offices.held(folder)
    listed = [draft for draft in book if state_entry(draft.id) is None]
    known = {draft.id for draft in listed}
    tables: dict[str, list[tuple[str, ...]]] = {
        "entries": [_entry(draft, known) for draft in sorted(listed, key=lambda d: d.id)],
        "aliases": _aliases(book),
        "relations": _relations(book, known),
        "codes": sorted(book.state_codes),
        "offices": [
            (
                " ".join(filter(None, name_words(h.name))),
                h.name,
                "" if h.holder == h.name else h.holder,
                h.country,
                h.code,
                h.since,
                h.until,
            )
            for h in held
        ],
        "roles": [(words, code) for words, code in roles.roles(folder / "Phoenix.agents.txt")],
    }
    return Built(tables, dropped)


def _entry(draft: Draft, known: set[str]) -> tuple[str, ...]:
    codes = dict(draft.codes)
    if draft.country is not None:
        codes["iso3"] = draft.country
    above = draft.part_of if draft.part_of in known or state_entry(draft.part_of or "") else None
    return (
        draft.id,
        draft.name,
        draft.kind,
        draft.country or "",
        ",".join(f"{scheme}={code}" for scheme, code in sorted(codes.items())),
        above or "",
        _year(draft.first),
        _year(draft.last),
        draft.sector or _sector(draft),
        ",".join(draft.active_in),
    )


def _year(year: int | None) -> str:
    return "" if year is None else str(year)


def _sector(draft: Draft) -> str:
    """The PLOVER sector: from the CAMEO code's roles, else from the kind of body."""
    code = draft.codes.get("cameo", "")
    parts = {code[at : at + 3] for at in range(0, len(code), 3)}
    if draft.kind in {"organisation", "government", "military"}:
        found = next((sector for sector in _SECTORS if sector in parts), None)
        if found is not None:
            return found
    return _SECTOR_OF_KIND.get(draft.kind, "")


def _aliases(book: Book) -> list[tuple[str, ...]]:
    """Every name, by key; under one key the sure before the weak, hand before lists, then in the order of the sources."""
    rows = []
    for order, draft in enumerate(book):
        for words, (weak, source) in sorted(draft.names.items()):
            rank = (weak, SOURCES.index(source), order, words)
            rows.append((alias_key(words), rank, (words, draft.id, "1" if weak else "0", source)))
    return [(key, *row) for key, _, row in sorted(rows)]


def _relations(book: Book, known: set[str]) -> list[tuple[str, ...]]:
    rows = {
        (tie.kind, tie.of, tie.to, _year(tie.first), _year(tie.last), tie.source)
        for tie in book.ties
        if tie.of in known and (tie.to in known or state_entry(tie.to) is not None)
    }
    return sorted(rows, key=lambda row: (row[1], row[0], row[2], row[3]))


def write(built: Built, out: Path) -> None:
    """Writes the tables, one file each, fields parted by tabs under a heading."""
    out.mkdir(parents=True, exist_ok=True)
    for table, rows in built.tables.items():
        lines = ["\t".join(HEADINGS[table].split()), *(_line(row) for row in rows)]
        (out / f"{table}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def copy_states(hand_folder: Path, out: Path) -> None:
    """Puts the hand-made list of small and former states beside the tables."""
    (out / "states.txt").write_bytes((hand_folder / "states.txt").read_bytes())


def _line(row: Iterable[str]) -> str:
    return "\t".join(" ".join(value.split()) for value in row)
