"""Entities of the United Nations Security Council's consolidated list, with their aliases.

Natural persons are left out: a sanctions list's "Faqir Muhammad" is nobody's namesake here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from assets_src.registry.cases import written
from assets_src.registry.drafts import Book, Draft, only
from assets_src.registry.quality import Words
from onrecord.resolution.actors.entries import alias_key, alias_tokens
from onrecord.resolution.actors.states import country_words

_FIGHTING = frozenset({"Al-Qaida", "DRC", "Somalia", "Yemen", "CAR", "Haiti", "Taliban", "Libya"})
_BUSINESS = frozenset(
    "trust foundation society company compagnie exchange bank airlines ltd limited hawala ngo humanitarian fund "
    "committee office offices house relief charity corporation business investment portfolio support international "
    "authority services".split()
)
_COUNTRIES = {
    "Democratic Republic of the Congo": "COD",
    "Syrian Arab Republic": "SYR",
    "Iran (Islamic Republic of)": "IRN",
    "Democratic People's Republic of Korea": "PRK",
    "United Republic of Tanzania": "TZA",
}
_ACRONYM = re.compile(r"[A-Z][A-Za-z-]{1,9}")
_BRACKETED = re.compile(r"^(.*?)\s*\(([^()]+)\)\s*$")


def entities(path: Path) -> Iterator[ElementTree.Element]:
    """The listed entities, in the order of the list."""
    yield from ElementTree.parse(path).getroot().iterfind(".//ENTITIES/ENTITY")  # noqa: S314 - a file of our own


def names(entity: ElementTree.Element) -> Iterator[str]:
    """The name and the aliases in Latin script; an acronym in brackets is a name too, other brackets are dropped."""
    texts = [entity.findtext("FIRST_NAME"), *(a.findtext("ALIAS_NAME") for a in entity.iterfind("ENTITY_ALIAS"))]
    for text in texts:
        for part in re.split(r"\s+/\s+|\s*;\s*", (text or "").strip().strip('"')):
            match = _BRACKETED.match(part)
            found = (
                [part]
                if match is None
                else [
                    match[1],
                    *([match[2]] if _ACRONYM.fullmatch(match[2]) and match[2].title() not in country_words() else []),
                ]
            )
            yield from (written(name) for name in found if alias_key(name) and all(map(_is_latin, name)))


def _is_latin(character: str) -> bool:
    return character < "\u0250" or not character.isalpha()


def add(path: Path, book: Book, words: Words) -> None:
    """Adds every entity: to the body that hand has given its number or that has its name already, else as a new one."""
    by_key = book.by_key()
    for entity in entities(path):
        number = (entity.findtext("REFERENCE_NUMBER") or "").strip()
        called = list(dict.fromkeys(names(entity)))
        if not number or not called:
            continue
        draft = book.with_code("un", number) or _same(called, by_key) or book.add(_draft(number, called, entity))
        draft.codes.setdefault("un", number)
        for name in called:
            draft.call(name, "un", weak=words.is_weak(name, draft.kind, "un"))


def _same(called: list[str], by_key: dict[str, list[Draft]]) -> Draft | None:
    """The one body that already has one of these names, of several words."""
    keys = [alias_key(name) for name in called if len(alias_tokens(name)) > 1]
    found = [d for key in keys for d in by_key.get(key, ()) if d.kind == "armed_group" and "un" not in d.codes]
    return only(found)


def _draft(number: str, called: list[str], entity: ElementTree.Element) -> Draft:
    kind = "armed_group" if entity.findtext("UN_LIST_TYPE") in _FIGHTING else "organisation"
    if not _BUSINESS.isdisjoint(token for name in called for token in alias_tokens(name)):
        kind = "organisation"
    places = {a.findtext("COUNTRY") or "" for a in entity.iterfind("ENTITY_ADDRESS")}
    known = {_COUNTRIES.get(p) or (country_words()[p].iso3 if p in country_words() else None) for p in places if p}
    country = known.pop() if len(known) == 1 else None
    codes = {"cameo": (country or "") + ("REB" if kind == "armed_group" else "BUS")} if country else {}
    return Draft(f"un:{number}", called[0], kind, country, codes)
