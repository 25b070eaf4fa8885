"""Bodies of the Phoenix dictionaries: non-state armed groups, international and state bodies that other lists lack.

Left out: the names of countries with their cities, companies, persons (see `offices`), single words, and the Taliban,
whom the dictionaries know only as rebels of Afghanistan.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from assets_src.registry.cases import written
from assets_src.registry.drafts import Book, Draft, only
from assets_src.registry.quality import Words
from assets_src.registry.tabari import Actor, actors
from onrecord.resolution.actors.entries import alias_key, alias_tokens
from onrecord.resolution.actors.matching import state_body_named
from onrecord.resolution.actors.states import by_iso3, country_words
from onrecord.resolution.names import folded

BODY_WORDS = frozenset(
    "academy agency alliance alliances army assembly association associations authority bank battalion board "
    "brigade brigades broadcasting bureau cartel center church coalition command commission committee community "
    "confederation conference congress corps council court department doctors federation fighters force forces "
    "forum foundation front fund group groups guard guards initiative institute jihad league legion liberation "
    "militia ministry mission movement network office organization parliament party police resistance senate "
    "service services society tribunal trust union university watch partiya partido parti frente fronte harakat "
    "jabhat jaish hizb hezb ansar liwa katibat saraya tanzim mujahideen tehrik lashkar".split()
)
_KINDS = (
    ("armed_group", ("REB", "SEP", "INS", "UAF", "UIS", "RAD")),
    ("military", ("MIL",)),
    ("government", ("COP", "SPY", "GOV")),
    ("party", ("PTY", "OPP")),
)
_NOT_STATES = frozenset({"IGO", "NGO", "NGM", "MNC", "IMG", "INT", "UIS"})
_COUNTRY_CODES = {"KSV": "XKX", "ROM": "ROU", "PAL": "PSE", "ZAR": "COD", "TMP": "TLS", "COD": "COD"}


def add(folder: Path, book: Book, words: Words) -> None:
    """Adds the bodies of the three dictionaries of actors."""
    for file, fighting in (
        ("Phoenix.MilNonState.actors.txt", True),
        ("Phoenix.International.actors.txt", False),
        ("Phoenix.Countries.actors.txt", False),
    ):
        by_key = book.by_key()
        for actor in actors(folder / file):
            if _is_body(actor, fighting=fighting):
                _add(actor, book, by_key, words, fighting=fighting)


def _is_body(actor: Actor, *, fighting: bool) -> bool:
    codes = [code.code for code in actor.codes if code.code]
    if not codes or any(code.dated for code in actor.codes) or any("ELI" in c or c.startswith("MNC") for c in codes):
        return False
    if len(alias_tokens(actor.name)) < 2 or "taliban" in alias_tokens(" ".join(actor.names)):
        return False
    if written(actor.name) in country_words() or (len(codes[0]) == 3 and codes[0] not in _NOT_STATES):
        return False
    return (fighting and not codes[0].startswith("IMG")) or is_body_name(actor.name)


def is_body_name(name: str) -> bool:
    """Whether a word of a name is one that bodies are called by ("council", "front"), so that it is nobody's own name."""
    return not BODY_WORDS.isdisjoint(alias_tokens(name))


def _add(actor: Actor, book: Book, by_key: dict[str, list[Draft]], words: Words, *, fighting: bool) -> None:
    called = list(_names(actor, fighting=fighting))
    if not called or any(state_body_named(name) is not None for name in called):
        return
    keys = [alias_key(name) for name in called if len(alias_tokens(name)) > 1]
    code = actor.codes[0].code
    country = country_in(code)
    found = [d for key in keys for d in by_key.get(key, ()) if country in {None, d.country} or d.country is None]
    draft = only(found)
    if draft is None:
        if found:
            return  # a name that several bodies have already: adding a further one would tell nothing
        draft = book.add(_draft(called[0], code, country, fighting=fighting))
    for name in called:
        draft.call(name, "phoenix", weak=words.is_weak(name, draft.kind, "phoenix"))


def _names(actor: Actor, *, fighting: bool) -> Iterator[str]:
    for name in actor.names:
        plain = name.split("(")[0].strip(" -,")
        if len(alias_tokens(plain)) > 1 and (fighting or is_body_name(plain)) and plain.isascii():
            yield written(plain.upper())


def country_in(code: str) -> str | None:
    """The ISO code of the country with which a code begins, if it does."""
    head = _COUNTRY_CODES.get(code[:3], code[:3])
    return head if head in by_iso3() and code[:3] not in _NOT_STATES else None


def _draft(name: str, code: str, country: str | None, *, fighting: bool) -> Draft:
    kind = "armed_group" if fighting else kind_of(code)
    slug = folded(name).replace(" ", "-")
    part_of = f"{country}-government" if country and kind in {"government", "military"} else None
    return Draft(f"phoenix:{country or code[:3]}-{slug}", name, kind, country, {"cameo": code}, part_of)


def kind_of(code: str) -> str:
    """The kind of body that a CAMEO code is of."""
    roles = {code[at : at + 3] for at in range(0, len(code), 3)}
    for kind, of_kind in _KINDS:
        if not roles.isdisjoint(of_kind) and not code.startswith(("IGO", "NGO")):
            return kind
    return "organisation"
