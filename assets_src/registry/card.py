"""The card of the registry, after `card.md`: sources, licences, counts, checksums, limits."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from assets_src.registry.building import HEADINGS, Built

_SOURCES = (
    ("ucdp-actor-221.csv", "UCDP Actor Dataset 22.1 (June 2022), Uppsala Conflict Data Program", "CC BY 4.0"),
    (
        "UN_consolidated.xml",
        "United Nations Security Council consolidated list, 27 February 2026; entities",
        "UN terms of use",
    ),
    (
        "Phoenix.Countries.actors.txt",
        "Phoenix dictionary of states' actors, 30 January 2014, Open Event Data Alliance",
        "MIT",
    ),
    (
        "Phoenix.International.actors.txt",
        "Phoenix dictionary of international actors, Open Event Data Alliance",
        "MIT",
    ),
    (
        "Phoenix.MilNonState.actors.txt",
        "Phoenix dictionary of non-state armed groups, Open Event Data Alliance",
        "MIT",
    ),
    ("Phoenix.agents.txt", "Phoenix (CAMEO) dictionary of agents, Open Event Data Alliance", "MIT"),
)
_TABLES = {
    "entries": "bodies that are known beforehand, save those that each state has by rule",
    "aliases": "the names that they go by; `weak` ones name a body only where something else says so",
    "relations": "how they stand to one another",
    "codes": "codes of bodies that are built by rule (governments in UCDP)",
    "offices": "who governed, commanded or sat where, from when to when",
    "roles": "words for roles with their CAMEO codes",
}

_TEXT = Path(__file__).with_name("card.md")


def card(built: Built, corpora: Path, out: Path) -> str:
    """The card as Markdown; its checksums are those of the sources and of the tables as written."""
    entries, aliases = built.tables["entries"], built.tables["aliases"]
    shared = Counter(row[0] for row in {(row[0], row[2]) for row in aliases})
    return _TEXT.read_text(encoding="utf-8").format(
        sources="\n".join(
            f"| `{name}` | {what} | {licence} | `{_sum(corpora / 'actors' / name)}` |"
            for name, what, licence in _SOURCES
        ),
        tables="\n".join(
            f"| `{table}.tsv` | {len(built.tables[table]):,} | {what} | `{_sum(out / f'{table}.tsv')}` |"
            for table, what in _TABLES.items()
            if table in HEADINGS
        ),
        kinds=_counts(row[2] for row in entries),
        names=_counts(row[4] for row in aliases),
        weak=f"{sum(row[3] == '1' for row in aliases):,}",
        shared=f"{sum(count > 1 for count in shared.values()):,}",
        dropped=_dropped(built.dropped_offices),
    )


def _counts(values: Iterable[str]) -> str:
    return ", ".join(f"{value} {count:,}" for value, count in sorted(Counter(values).items()))


def _dropped(reasons: Counter[str]) -> str:
    told = {
        "no day": "lines without a day",
        "a body": "heads that are bodies",
        "one word": "persons of one name only, or of more than six",
        "no office": "lines that name an elite or another role, no office",
        "impossible days": "days before 1940, after 2015 or in the wrong order",
    }
    return ", ".join(f"{reasons[reason]:,} {words}" for reason, words in told.items())


def _sum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
