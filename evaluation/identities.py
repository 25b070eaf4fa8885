"""Who an actor of the conflict set is in the world, and whether an actor of a reading is the same one.

Identities are written as in `conflict_set/parties/README.md`: `PAK`, `PAK-military`, `ucdp:282`, `TTP`, `igo:OSCE`,
`party:GBR-SF [Sinn Fein]`, `media:Dawn`, `local [the words of the passage]`, a person's full name, `-` for nobody known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from conflict_set.passages import ACTOR_KINDS, FormatError

from onrecord.model import Actor
from onrecord.resolution.names import folded, folded_name, name_words, telling_words

SHORT = {
    "TTP": "356",
    "AFG-TALIBAN": "303",
    "FARC": "743",
    "ELN": "744",
    "HAQQANI": "",
    "ALQAEDA": "",
    "UNO": "",
    "NATO": "",
    "EEC": "",
}
"""Ids of the registry that need no prefix, with UCDP's number where it has one."""
PERSONS = ("person", "people")
_STATE = re.compile(r"([A-Z]{3})(?:-([a-z]+(?:-[a-z]+)*))?")
_NAMED = re.compile(r"(local|party:\S+) \[(.+)\]")
_LINE = re.compile(r"([A-Z]{1,2}) (\S+) (.+?)(?: -> (.+))?")
_UNLISTED = ("text:", "local:")


@dataclass(frozen=True, slots=True)
class Identity:
    """One identity: how it is known (`state`, `listed`, `local`, `person` or `nobody`), its id, and its name."""

    scheme: str
    id: str
    name: str = ""

    @property
    def in_a_registry(self) -> bool:
        """Whether a registry of states, groups, parties and international bodies can hold it."""
        return self.scheme == "state" or (self.scheme == "listed" and not self.id.startswith("media:"))

    @property
    def may_be_unlisted(self) -> bool:
        """Whether it counts as known where the text alone names it, as with newspapers, parties and local bodies."""
        return self.scheme == "local" or self.id.startswith(("media:", "party:", "igo:"))


NOBODY = Identity("nobody", "-")


@dataclass(frozen=True, slots=True)
class GoldParty:
    """Who an actor of a passage is and for whom it speaks; several identities are alternatives, each right.

    `parties` are the identities themselves for a body that is a party of its own.
    """

    letter: str
    kind: str
    identities: tuple[Identity, ...]
    parties: tuple[Identity, ...]
    own_party: bool

    @property
    def is_body(self) -> bool:
        """Whether it is no person nor several persons."""
        return self.kind not in PERSONS

    @property
    def allowed(self) -> tuple[Identity, ...]:
        """Whom a mention of it may be taken for: itself, and its party unless it is a person with a name."""
        named = self.kind == "person" and self.identities != (NOBODY,)
        return self.identities if named else (*self.identities, *self.parties)


def read_gold(path: Path) -> dict[str, dict[str, GoldParty]]:
    """The marked actors by passage and letter; FormatError names the first line that does not follow the format."""
    found: dict[str, dict[str, GoldParty]] = {}
    passage = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        where = f"{path.name}:{number}"
        if line.startswith("== "):
            passage = line[3:].strip()
            if passage in found:
                raise FormatError(f"{where}: {passage} stands twice")
            found[passage] = {}
            continue
        match = _LINE.fullmatch(line.rstrip())
        if match is None or match[2] not in ACTOR_KINDS or passage not in found:
            raise FormatError(f"{where}: a line reads: letter kind identity [-> party], below its passage")
        if match[1] in found[passage]:
            raise FormatError(f"{where}: {match[1]} stands twice in {passage}")
        found[passage][match[1]] = _gold(match[1], match[2], match[3], match[4])
    return found


def _gold(letter: str, kind: str, identity: str, party: str | None) -> GoldParty:
    who = tuple(_identities(identity, kind))
    parties = who if party is None else tuple(_identities(party, "organisation"))
    return GoldParty(letter, kind, who, parties, party is None)


def _identities(words: str, kind: str) -> Iterator[Identity]:
    for piece in (part.strip() for part in words.split("|")):
        named = _NAMED.fullmatch(piece)
        state = _STATE.fullmatch(piece)
        if piece == "-":
            yield NOBODY
        elif named is not None and named[1] == "local":
            yield Identity("local", "", named[2])
        elif named is not None:
            yield Identity("listed", named[1], named[2])
        elif piece in SHORT or re.fullmatch(r"ucdp:\d+|[A-Z]{3}-[A-Z-]+", piece):
            yield Identity("listed", piece)
        elif re.match(r"[a-z]+:\S", piece):
            yield Identity("listed", piece, piece.partition(":")[2])
        elif state is not None:
            yield Identity("state", piece)
        else:
            yield Identity("person" if kind in PERSONS else "local", "", piece)


def is_linked(actor: Actor) -> bool:
    """Whether the reading ties an actor to an id of a registry rather than to words of the text alone."""
    return actor.known_as is not None and not actor.known_as.startswith(_UNLISTED)


def means(actor: Actor, identity: Identity) -> bool:
    """Whether an actor of a reading is this one by id, code or name; a country and its government are one."""
    known, codes = actor.known_as or "", dict(actor.codes)
    if identity.scheme == "state":
        return known == identity.id or _country(known) == _country(identity.id) is not None
    if identity.scheme == "listed":
        number = SHORT.get(identity.id) or identity.id.partition("ucdp:")[2]
        return (
            _spelt(known) == _spelt(identity.id)
            or (number != "" and number in re.split(r"\D+", codes.get("ucdp", "")))
            or (identity.id.startswith("un:") and identity.id[3:] in codes.get("un", "").split(","))
            or (identity.name != "" and _named_alike(actor.name, identity.name))
        )
    if identity.scheme == "person":
        return actor.kind == "person" and folded_name(actor.name) == folded_name(identity.name)
    return identity.scheme == "local" and _named_alike(actor.name, identity.name)


def contradicts(actor: Actor, gold: GoldParty) -> bool:
    """Whether the registry id of an actor says that it is somebody else than the marked one.

    A unit, ministry or unnamed member that is taken for its party is not somebody else, nor is a body that only the
    text knows when the registry has it under a name that shares a word.
    """
    if not is_linked(actor) or any(means(actor, identity) for identity in gold.allowed):
        return False
    if gold.kind == "person":
        return actor.kind not in PERSONS or _another_surname(actor, gold)
    words = set(telling_words(actor.name))
    return gold.identities != (NOBODY,) and all(words.isdisjoint(telling_words(i.name)) for i in gold.identities)


def bears_name(actor: Actor, mentions: Iterable[str]) -> bool:
    """Whether an actor of a reading goes by the words of one of these mentions."""
    return any(_named_alike(actor.name, words) for words in mentions)


def _another_surname(actor: Actor, gold: GoldParty) -> bool:
    surnames = {name_words(identity.name)[-1] for identity in gold.identities if identity.name}
    return bool(surnames) and name_words(actor.name)[-1:] != tuple(surnames)


def _country(ident: str) -> str | None:
    """The country that an id means as a state (`PAK`, `PAK-government`); None for branches and all else."""
    match = _STATE.fullmatch(ident)
    return match[1] if match is not None and ident not in SHORT and match[2] in (None, "government") else None


def _spelt(ident: str) -> str:
    """An id without its hyphens; whether a body of many states is run by states or not makes no difference."""
    return re.sub(r"^ngo:", "igo:", re.sub(r"[\s-]", "", ident.casefold()))


def _named_alike(one: str, other: str) -> bool:
    return _bare(one) == _bare(other) != ""


def _bare(name: str) -> str:
    return re.sub(r"^(?:the|its|their|his|an?) ", "", folded(name))
