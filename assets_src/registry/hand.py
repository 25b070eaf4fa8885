"""The part of the registry that is compiled by hand, from `assets_src/registry/hand/`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from assets_src.registry.drafts import Book, Draft, Tie
from assets_src.registry.phoenix import kind_of
from onrecord.resolution.actors.entries import alias_key
from onrecord.resolution.actors.states import state_entry

FOLDER = Path(__file__).parent / "hand"
FILES = ("groups", "bodies", "media", "peoples")
_KIND_OF_FILE = {"groups": "armed_group", "media": "organisation", "peoples": "people"}


def add(folder: Path, book: Book) -> None:
    """Adds every actor and relation; further names of bodies that are built by rule come as drafts with their ids."""
    for file in FILES:
        path = folder / f"{file}.toml"
        if not path.exists():
            continue
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        for row in data.get("actor", ()):
            _add(row, _KIND_OF_FILE.get(file), book)
        for row in data.get("relation", ()):
            book.ties.append(Tie(row["kind"], row["of"], row["to"], row.get("first"), row.get("last"), "hand"))


def _add(row: dict[str, Any], kind: str | None, book: Book) -> None:
    ident = row["id"] if "id" in row else f"ucdp:{row['ucdp']}"
    draft = book.drafts.get(ident) or book.add(_draft(ident, row, kind))
    unsure = {alias_key(called) for called in row.get("weak", ())}
    names = [row["name"]] if "name" in row else []
    for called in (*names, *row.get("aliases", ()), *row.get("weak", ())):
        draft.call(called, "hand", weak=alias_key(called) in unsure)


def _draft(ident: str, row: dict[str, Any], kind: str | None) -> Draft:
    by_rule = state_entry(ident)
    if by_rule is not None:
        return Draft(ident, by_rule.name, by_rule.kind, by_rule.country)
    codes: dict[str, str] = {scheme: row[scheme] for scheme in ("cameo", "ucdp", "un") if scheme in row}
    if kind == "organisation" and "cameo" not in codes:
        codes["cameo"] = row.get("country", "") + "MED"
    name = row.get("name") or [*row.get("aliases", ()), *row.get("weak", ())][0]
    draft = Draft(ident, name, row.get("kind") or _kind(ident, kind, codes), row.get("country"), codes)
    draft.part_of, draft.first, draft.last = row.get("part_of"), row.get("first"), row.get("last")
    return draft


def _kind(ident: str, kind: str | None, codes: dict[str, str]) -> str:
    if kind is not None:
        return kind
    return "party" if ident.startswith("party:") else kind_of(codes.get("cameo", ""))
