"""Armed actors of the UCDP Actor list: groups, communal groups as peoples, governments under their state's id.

Stina Högbladh, UCDP Actor Dataset codebook version 22.1, Uppsala University. `Org` is 1 for organised groups, 2 for loose
ones ("supporters of …"), 3 for communal groups, 4 for governments. The list gives no years.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from assets_src.registry.drafts import Book, Draft, Tie
from assets_src.registry.quality import Words
from onrecord.resolution.actors.states import by_iso3, country_words, state_entry

_KINDS = {"1": "armed_group", "2": "people", "3": "people", "4": "government"}
_OTHER_NAMES = {"DR Congo": "COD", "Congo": "COG", "Bosnia-Herzegovina": "BIH"}
_WITHIN = {"South Vietnam": "VNM", "Hyderabad": "IND", "Tibet": "CHN"}
"""Former states without a code of their own, by the country that they lie in today."""
_IN_BRACKETS = re.compile(r"\s*\([^)]*\)")
_TIES = (
    ("splinter_of", "ActorIdPrev"),
    ("splinter_of", "ActorIdSplitTemp"),
    ("allied_with", "ActorIdAlliance"),
    ("joined", "ActorIdGroup"),
)
_NAME_FIELDS = ("NameData", "NameOrig", "NameOrigFull", "NameOrigFullEng")
_CHANGED_FIELDS = ("NewName", "NewNameFullMotherTongue", "NewNameFullEng")


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of the list, blanks around values left out."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [{key: " ".join((value or "").split()) for key, value in row.items()} for row in csv.DictReader(file)]


def country_of(place: str) -> str | None:
    """The ISO code of a country as UCDP writes it: "Yemen (North Yemen)", "Government of Russia (Soviet Union)"."""
    name = _IN_BRACKETS.sub("", place.removeprefix("Government of ")).strip()
    if name in _OTHER_NAMES or name in _WITHIN:
        return _OTHER_NAMES.get(name) or _WITHIN[name]
    country = country_words().get(name)
    return country.iso3 if country is not None else None


def names(row: dict[str, str]) -> Iterator[str]:
    """Every name of an actor: short and long, in its own tongue and in English, former and later."""
    for field in _NAME_FIELDS:
        yield row.get(field, "")
    for field in _CHANGED_FIELDS:
        yield from row.get(field, "").split(", ")


def ids(listed: list[dict[str, str]], book: Book) -> dict[str, str]:
    """The registry's id for each UCDP id: the state's government, the body that hand has given the code, or ucdp:N."""
    found = {}
    for row in listed:
        number = row["ActorId"]
        state = country_of(row["NameData"]) if row["Org"] == "4" else None
        by_hand = book.with_code("ucdp", number)
        if state is not None and row["NameData"].removeprefix("Government of ") not in _WITHIN:
            found[number] = f"{state}-government"
        else:
            found[number] = by_hand.id if by_hand is not None else f"ucdp:{number}"
    return found


def add(path: Path, book: Book, words: Words) -> None:
    """Adds every actor of the list, and how the actors stand to one another."""
    listed = rows(path)
    known = ids(listed, book)
    for row in listed:
        ident = known[row["ActorId"]]
        if state_entry(ident) is not None:
            book.state_codes.append((ident, "ucdp", row["ActorId"]))
            continue
        draft = book.drafts.get(ident) or book.add(_draft(ident, row))
        _complete(draft, row, known)
        for name in names(row):
            if name and name != "n/a" and not name.isdigit():
                draft.call(name, "ucdp", weak=words.is_weak(name, draft.kind, "ucdp"))
        book.ties += _ties(row, known)


def _draft(ident: str, row: dict[str, str]) -> Draft:
    kind = _KINDS.get(row["Org"], "armed_group")
    short, full = row["NameData"], row["NameOrigFullEng"]
    is_acronym = " " not in short and short.upper() == short
    return Draft(ident, full if is_acronym and full not in {"", "n/a"} else short, kind)


def _complete(draft: Draft, row: dict[str, str], known: dict[str, str]) -> None:
    active = [iso3 for iso3 in map(country_of, row["Location"].split(", ")) if iso3 is not None]
    draft.active_in = tuple(dict.fromkeys(active))
    draft.codes["ucdp"] = row["ActorId"]
    if draft.country is None and draft.id != "ALQAEDA":
        draft.country = _home(row, draft.active_in)
    if draft.kind in {"armed_group", "party"} and "cameo" not in draft.codes and draft.country is not None:
        draft.codes["cameo"] = draft.country + ("REB" if draft.kind == "armed_group" else "OPP")
    if draft.kind == "people":
        draft.sector = "CVL"
    parent = known.get(row["ActorIdPrev"] or row["ActorIdSplitTemp"])
    if draft.part_of is None and parent is not None and parent != draft.id and _is_faction(row):
        draft.part_of = parent


def _is_faction(row: dict[str, str]) -> bool:
    """Whether the name says that the group is a part of the one that it comes from: "TTP - TA", "… faction"."""
    whole = row["NamePrev"] or row["NameSplitTemp"]
    name = row["NameData"]
    return bool(whole) and "," not in whole and re.match(re.escape(whole) + r"\s*-\s*\w", name) is not None


def _home(row: dict[str, str], active: tuple[str, ...]) -> str | None:
    """The country of a group: the only one that it fought in, the one in its name, else the first listed."""
    for iso3 in active if len(active) > 1 else ():
        country = by_iso3().get(iso3)
        telling = {*country.names, *country.demonyms} if country is not None else set()
        if any(word in " ".join(names(row)) for word in telling if len(word) > 3):
            return iso3
    return active[0] if active else None


def _ties(row: dict[str, str], known: dict[str, str]) -> Iterator[Tie]:
    here = known[row["ActorId"]]
    for kind, field in _TIES:
        for number in row[field].split(", "):
            there = known.get(number.strip())
            if there is not None and there != here:
                yield Tie(kind, here, there, None, None, "ucdp")
