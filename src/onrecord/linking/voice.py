"""Who it is that speaks: the same speaker across reports, and whether he speaks for his whole party."""

from __future__ import annotations

import re

from onrecord.contract import canonical
from onrecord.linking.parties import Sides, party_key
from onrecord.model import Actor, Reading, Statement
from onrecord.resolution.names import folded, folded_name, telling_words

_SPOKESMAN = re.compile(
    r"\b(?:spokes(?:man|men|woman|women|person|people)"
    r"|(?:media|press|information) (?:co ?ordinator|secretary|officer|director|adviser|advisor|chief))\b"
)
_HEAD = re.compile(
    r"\b(?:president|prime minister|premier|chancellor|king|leader|chief|head|chairman|chairwoman|emir|amir"
    r"|commander in chief|secretary general)\b(?! of staff)"
)
_BELOW_THE_HEAD = re.compile(
    r"\b(?:deputy|vice|former|ex|onetime|late|assistant|senior|local|regional|district|provincial|tribal|police"
    r"|members?|aides?|advis[eo]rs?|ally|allies|lawyers?|brother|son|wife|relatives?)\b"
)
_ONE_OF_SEVERAL = re.compile(r"^(?:an?|one|some|another|several|two|many)\b")
_PRONOUNS = frozenset("he she i we they who which that whom".split())
_OFFICIAL_WORD = re.compile(r"\b(?:statement|communique|press release|declaration)\b")


def speaker_key(statement: Statement, reading: Reading, sides: Sides | None = None) -> str:
    """What tells the same speaker in two reports: the person's name, or the words for him, always with his party.

    A named person is the same whichever branch of his party he speaks for. A body that speaks as one is known by its
    party alone. An unnamed speaker of no known party is the same only within one report: "a spokesman" here and "a
    spokesman" there may be anybody's. So is one of whom only a pronoun is known: "he", "who". `sides` are the reading's,
    for whoever asks of many statements.
    """
    sides = sides or Sides(reading)
    party = sides.of_statement(statement)
    speaker = sides.actor(statement.speaker)
    if statement.source_kind == "named" and speaker is not None:
        body = sides.speaks_for(statement)
        as_read = [statement.party or speaker.party] if body == sides.speaking(statement) else []
        idents = as_read or ([] if body is None else [body.id])
        top = next(iter(sides.tops(filter(None, idents))), None)
        above = None if party is None else party.key if top is None else party_key(top)
        return canonical([speaker.known_as or folded_name(speaker.name), above])
    if party is None:
        return canonical([*_words(statement, speaker), reading.article.id, statement.source_kind, None])
    if statement.source_kind == "collective":
        return canonical([party.key])
    words = _words(statement, speaker)
    return canonical([*words, *([reading.article.id] if _PRONOUNS.issuperset(words) else []), party.key])


def speaker_name(statement: Statement, reading: Reading, sides: Sides | None = None) -> str | None:
    """The name of a named speaker as the report's resolution gives it; None for everybody else."""
    speaker = (sides or Sides(reading)).actor(statement.speaker)
    return speaker.name if statement.source_kind == "named" and speaker is not None else None


def speaks_for_party(statement: Statement, reading: Reading, sides: Sides | None = None) -> bool:
    """Whether the whole party speaks: the body itself, its spokesman, its head, or its official statement.

    A deputy, a former or a regional chief, one commander of several and a man only "said to be" the chief do not.
    """
    sides = sides or Sides(reading)
    party = sides.of_statement(statement)
    if party is None or statement.source_kind in {"anonymous", "outlet", "impersonal"}:
        return False
    if statement.source_kind == "collective":
        return True
    words = "" if statement.source is None else folded(statement.source.text)
    if statement.source_kind == "document":
        return _OFFICIAL_WORD.search(words) is not None
    return _is_voice(words) or any(_is_voice(role) for role in _roles(statement, sides))


def _roles(statement: Statement, sides: Sides) -> list[str]:
    """The offices, not merely supposed, that the report gives the speaker in the party he speaks for."""
    speaker, party = sides.actor(statement.speaker), sides.of_statement(statement)
    if speaker is None or party is None:
        return []
    bodies = ((role, sides.actor(role.of)) for role in speaker.roles if not role.hedged)
    return [folded(role.role) for role, body in bodies if body is None or sides.party(body).key == party.key]


def _is_voice(words: str) -> bool:
    if re.search(r"\b(?:former|ex|onetime)\b", words):
        return False
    if _SPOKESMAN.search(words):
        return True
    return (
        _HEAD.search(words) is not None
        and _BELOW_THE_HEAD.search(words) is None
        and _ONE_OF_SEVERAL.search(words) is None
    )


def _words(statement: Statement, speaker: Actor | None) -> tuple[str, ...]:
    if speaker is not None:
        return telling_words(speaker.name)
    return () if statement.source is None else telling_words(statement.source.text)
