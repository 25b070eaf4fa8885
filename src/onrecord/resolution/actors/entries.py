"""The rows of the registry: bodies with their codes, the names that they go by, and how they stand to one another.

The asset `assets/registry/` holds them as tables of text, one row a line, fields parted by tabs; its card names every
source. Each table is read once, when it is first asked for.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from onrecord.model import ActorKind

_POINTS = re.compile(r"[.'’‘`ʼ´]")
_APART = re.compile(r"[^\w]+|_+")
_RESPELT = {
    form: word
    for word, forms in {
        "i": "e",
        "tehrik": "tehreek tahrik tehriq tahreek tehrek",
        "taliban": "taleban",
        "qaeda": "qaida qaidah qaedah",
        "jaish": "jaysh jeish jaesh jaich",
        "jamaat": "jamaah jamaa jamaatu",
        "mujahideen": "mujahidin mujahedin mujahedeen mojahedin mujaheddin mojahedeen mojaheddin",
        "hezbollah": "hizbollah hizbullah hezbullah hizballah hezballah hizbulla",
        "hezb": "hizb",
        "houthi": "huthi",
        "houthis": "huthis",
        "shabaab": "shabab shebab shebaab",
        "lashkar": "laskar",
        "taiba": "toiba tayyiba taibah tayba tayyaba taeba",
        "harkat": "harakat",
        "nusra": "nusrah",
        "sharia": "shariah",
        "dine": "din deen eddine dien",
        "khalq": "khalk",
        "muslim": "moslem",
        "organization": "organisation",
        "defense": "defence",
        "center": "centre",
        "labor": "labour",
        "mobilization": "mobilisation",
    }.items()
    for form in forms.split()
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A body of the registry.

    `part_of` is the id of the one that it is a branch of; `country` an ISO 3166 alpha-3 code; `codes` pairs of scheme
    and code (cameo, iso3, ucdp, un); `sector` the PLOVER sector (GOV, MIL, REB …); `first_year` and `last_year` bound
    the time in which it existed under this name, None where no source says; `active_in` the countries in which it has
    fought, as UCDP has them.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    codes: tuple[tuple[str, str], ...] = ()
    part_of: str | None = None
    first_year: int | None = None
    last_year: int | None = None
    sector: str | None = None
    active_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Naming:
    """A name that a body goes by, and where that is from.

    A `weak` name is an ordinary word, a personal name or a phrase that many bodies share ("Unity", "National Front"):
    it names the body only where something else already says that a body of its kind is named. `source` is the list
    that holds the name: hand, rule, ucdp, un or phoenix. `owner` is the id of the body.
    """

    words: str
    owner: str
    weak: bool
    source: str


@dataclass(frozen=True, slots=True)
class Relation:
    """How one body stands to another: allied_with, splinter_of or joined; years where a source gives them."""

    kind: str
    owner: str
    other: str
    first_year: int | None = None
    last_year: int | None = None
    source: str = "ucdp"


def is_acronym(words: str) -> bool:
    """Whether a name is one word in capitals: "FARC", "U.N.", "M-19"."""
    return " " not in words and words.upper() == words


def alias_key(words: str) -> str:
    """One form for the spellings of a body's name: case, accents, hyphens and usual transliterations are levelled.

    `Tehreek-e-Taliban` and `Tehrik-i-Taleban`, `al-Qa'ida` and `Al Qaeda`, `U.N.` and `UN` come out alike.
    """
    return " ".join(alias_tokens(words))


def alias_tokens(words: str) -> list[str]:
    """The words of that form, in order, a leading article left out."""
    apart = unicodedata.normalize("NFKD", _POINTS.sub("", words.replace("&", " and ")))
    plain = "".join(c for c in apart if not unicodedata.combining(c)).casefold()
    plain = plain.replace("co-op", "coop").replace("co-ord", "coord")
    tokens = [_RESPELT.get(word, word) for word in _APART.sub(" ", plain).split()]
    return tokens[1:] if len(tokens) > 1 and tokens[0] == "the" else tokens


def rows(table: str) -> Iterator[list[str]]:
    """The rows of a table of the asset, without its heading; every row has as many fields as the heading."""
    text = (files("onrecord.assets") / "registry" / f"{table}.tsv").read_text(encoding="utf-8")
    heading, *lines = text.rstrip("\n").split("\n")
    width = heading.count("\t") + 1
    for line in lines:
        fields = line.split("\t")
        if len(fields) == width:
            yield fields


@cache
def listed() -> dict[str, Entry]:
    """Every body of the asset by its id; the bodies that each state has by rule are not among them."""
    return {fields[0]: _entry(fields) for fields in rows("entries")}


def _entry(fields: list[str]) -> Entry:
    ident, name, kind, country, codes, part_of, first, last, sector, active = fields
    pairs = [tuple(code.split("=", 1)) for code in codes.split(",") if "=" in code]
    return Entry(
        id=ident,
        name=name,
        kind=cast("ActorKind", kind),
        country=country or None,
        codes=tuple((scheme, code) for scheme, code in pairs),
        part_of=part_of or None,
        first_year=_year(first),
        last_year=_year(last),
        sector=sector or None,
        active_in=tuple(active.split(",")) if active else (),
    )


def _year(text: str) -> int | None:
    return int(text) if text.isdigit() else None


@cache
def namings_by_key() -> dict[str, tuple[Naming, ...]]:
    """Every name of the asset under its key, best first; a name shared by several bodies keeps them all."""
    found: dict[str, list[Naming]] = {}
    for key, words, owner, weak, source in rows("aliases"):
        found.setdefault(key, []).append(Naming(words, owner, weak == "1", source))
    return {key: tuple(namings) for key, namings in found.items()}


@cache
def relations_by_owner() -> dict[str, tuple[Relation, ...]]:
    """Every relation of the asset under the body that it starts from."""
    found: dict[str, list[Relation]] = {}
    for kind, owner, other, first, last, source in rows("relations"):
        found.setdefault(owner, []).append(Relation(kind, owner, other, _year(first), _year(last), source))
    return {owner: tuple(relations) for owner, relations in found.items()}
