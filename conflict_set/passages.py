"""Reads the conflict set's files into passages with character offsets; `docs/annotation.md` describes the format."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from onrecord.model import Act, Certainty, Form, SourceKind, SourceType

Stretch = tuple[int, int]

ACTS = get_args(Act)
CERTAINTIES = get_args(Certainty)
SOURCE_KINDS = get_args(SourceKind)
SOURCE_TYPES = (*get_args(SourceType), "-")
FORMS = get_args(Form)
ACTOR_KINDS = ("person", "people", "armed_group", "government", "military", "country", "party", "organisation")
RELATIONS = ("part_of", "allied_with", "opposed_to")
EXTRAS = ("on", "at", "to", "by", "in")
LISTS = {"PLACE": "place", "TIME": "time", "NUM": "quantity", "ARM": "weapon"}

_SENTENCE = re.compile(r"(\d+)([HP]?) (\S.*)")
_STATEMENT = re.compile(r"S(\d+) ")
_ACTOR = re.compile(r"([A-Z]{1,2}) (\S+)(?: of=([A-Z]{1,2}))? (\d+:.*)")


class FormatError(ValueError):
    """A line of the conflict set that does not follow the scheme; the message gives file, line and reason."""


@dataclass(frozen=True)
class GoldStatement:
    """One marked statement; stretches are (start, end) in the passage's text."""

    id: str
    act: str
    certainty: str
    source_kind: str
    source_type: str | None
    form: str
    speaker: str | None
    source: tuple[Stretch, ...]
    cue: tuple[Stretch, ...]
    content: tuple[Stretch, ...]
    parent: str | None = None
    extras: tuple[tuple[str, Stretch], ...] = ()


@dataclass(frozen=True)
class GoldActor:
    """One person or body of a passage with every mention of it, in order."""

    id: str
    kind: str
    of: str | None
    mentions: tuple[Stretch, ...]


@dataclass(frozen=True)
class GoldRole:
    """The words of an office, whose it is and of which body."""

    span: Stretch
    holder: str
    body: str | None
    hedged: bool


@dataclass
class Passage:
    """One short report with all that is marked in it."""

    id: str
    facts: dict[str, str] = field(default_factory=dict)
    text: str = ""
    sentences: dict[int, Stretch] = field(default_factory=dict)
    statements: list[GoldStatement] = field(default_factory=list)
    actors: list[GoldActor] = field(default_factory=list)
    roles: list[GoldRole] = field(default_factory=list)
    relations: list[tuple[str, str, str]] = field(default_factory=list)
    spans: dict[str, list[Stretch]] = field(default_factory=dict)

    def append(self, number: int, mark: str, words: str) -> None:
        """Adds a sentence: behind a blank, or on a paragraph of its own."""
        if self.text:
            after_headline = set(self.sentences) == {0}
            self.text += "\n\n" if mark or after_headline else " "
        self.sentences[number] = (len(self.text), len(self.text) + len(words))
        self.text += words

    def find(self, reference: str) -> tuple[Stretch, ...]:
        """The stretches that a reference points at; ValueError says why it points at nothing."""
        if reference.strip() == "-":
            return ()
        found: list[Stretch] = []
        for piece in reference.split(" + "):
            found += self._find_piece(piece.strip())
        return tuple(found)

    def _find_piece(self, piece: str) -> list[Stretch]:
        match = re.fullmatch(r"(\d+):(.+)", piece)
        if match is None:
            raise ValueError(f"{piece!r} is no reference of the form number:words")
        number, words = int(match[1]), match[2]
        if number not in self.sentences:
            raise ValueError(f"there is no sentence {number}")
        start, end = self.sentences[number]
        if words == "*":
            return [(start, end)]
        if " … " in words:
            first, last = words.split(" … ", 1)
            begin = self._one(first, start, end)
            return [(begin[0], self._one(last, begin[1], end)[1])]
        return [self._one(words, start, end)]

    def _one(self, words: str, start: int, end: int) -> Stretch:
        match = re.fullmatch(r"(.+?)#(\d+)", words)
        wanted, which = (match[1], int(match[2])) if match else (words, None)
        left, right = r"(?<!\w)" if wanted[0].isalnum() else "", r"(?!\w)" if wanted[-1].isalnum() else ""
        hits = [m.span() for m in re.compile(left + re.escape(wanted) + right).finditer(self.text, start, end)]
        if not hits:
            raise ValueError(f"{wanted!r} does not stand in {self.text[start:end]!r}")
        if which is None and len(hits) > 1:
            raise ValueError(f"{wanted!r} stands {len(hits)} times in {self.text[start:end]!r}; add #1 or #2")
        if which is not None and not 1 <= which <= len(hits):
            raise ValueError(f"{wanted!r} stands {len(hits)} times, there is no #{which}")
        return hits[(which or 1) - 1]


def passages(path: Path) -> list[Passage]:
    """The passages of one file; FormatError lists every line that is wrong."""
    found, errors = parsed(path)
    if errors:
        raise FormatError("\n".join(errors))
    return found


def all_passages(folder: Path) -> Iterator[Passage]:
    """The passages of every file in a folder, by file name."""
    for path in sorted(folder.glob("*.txt")):
        yield from passages(path)


def parsed(path: Path) -> tuple[list[Passage], list[str]]:
    """The passages of one file and what is wrong in it, a line each."""
    found: list[Passage] = []
    errors: list[str] = []
    later: list[tuple[int, str, Passage]] = []
    for number, line in _lines(path):
        if line.startswith("== "):
            found.append(Passage(line[3:].strip()))
            continue
        if not found:
            errors.append(f"{path.name}:{number}: stands before the first passage")
            continue
        passage = found[-1]
        sentence = _SENTENCE.fullmatch(line)
        fact = re.fullmatch(r"([a-z]+): (.+)", line)
        if sentence:
            if int(sentence[1]) in passage.sentences:
                errors.append(f"{path.name}:{number}: sentence {sentence[1]} stands twice")
            passage.append(int(sentence[1]), sentence[2], sentence[3])
        elif fact:
            passage.facts[fact[1]] = fact[2]
        else:
            later.append((number, line, passage))
    for number, line, passage in later:
        try:
            _mark(passage, line)
        except ValueError as error:
            errors.append(f"{path.name}:{number}: {passage.id}: {error}")
    for passage in found:
        errors += [f"{path.name}: {passage.id}: {problem}" for problem in _problems(passage)]
    return found, errors


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a file with their numbers, blank ones and comments left out."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line.rstrip()


def _mark(passage: Passage, line: str) -> None:
    keyword = line.split(" ", 1)[0]
    if _STATEMENT.match(line):
        passage.statements.append(_statement(passage, line))
    elif keyword in LISTS:
        pieces = line.split(" ", 1)[1].split(" ; ")
        passage.spans.setdefault(LISTS[keyword], []).extend(stretch for p in pieces for stretch in passage.find(p))
    elif keyword == "ROLE":
        passage.roles.append(_role(passage, line))
    elif keyword == "REL":
        one, kind, other = line.split()[1:4]
        if kind not in RELATIONS:
            raise ValueError(f"{kind!r} is not one of {', '.join(RELATIONS)}")
        passage.relations.append((one, kind, other))
    elif actor := _ACTOR.fullmatch(line):
        if actor[2] not in ACTOR_KINDS:
            raise ValueError(f"{actor[2]!r} is not one of {', '.join(ACTOR_KINDS)}")
        mentions = sorted({stretch for piece in actor[4].split(" ; ") for stretch in passage.find(piece)})
        passage.actors.append(GoldActor(actor[1], actor[2], actor[3], tuple(mentions)))
    else:
        raise ValueError(f"the line is not understood: {line[:60]!r}")


def _statement(passage: Passage, line: str) -> GoldStatement:
    fields = line.split(" | ")
    if len(fields) not in (4, 5):
        raise ValueError(f"a statement has 4 or 5 fields, this one {len(fields)}")
    head = fields[0].split()
    if len(head) != 7:
        raise ValueError(f"a statement begins with 7 words, this one with {len(head)}: {fields[0]!r}")
    name, act, certainty, kind, source_type, form, speaker = head
    for value, allowed in (
        (act, ACTS),
        (certainty, CERTAINTIES),
        (kind, SOURCE_KINDS),
        (source_type, SOURCE_TYPES),
        (form, FORMS),
    ):
        if value not in allowed:
            raise ValueError(f"{value!r} is not one of {', '.join(allowed)}")
    extras: list[tuple[str, Stretch]] = []
    parent = None
    for key, value in _extras(fields[4] if len(fields) == 5 else ""):
        if key == "in":
            parent = value
        else:
            extras += [(key, stretch) for stretch in passage.find(value)]
    return GoldStatement(
        name,
        act,
        certainty,
        kind,
        None if source_type == "-" else source_type,
        form,
        None if speaker == "-" else speaker,
        passage.find(fields[1]),
        passage.find(fields[2]),
        tuple(sorted(passage.find(fields[3]))),
        parent,
        tuple(extras),
    )


def _extras(field: str) -> Iterator[tuple[str, str]]:
    pieces = re.split(r"(?:^|\s)(on|at|to|by|in)=(?=\d+:|S\d)", " " + field)
    if pieces[0].strip():
        raise ValueError(f"extras are on=, at=, to=, by= or in=, not {pieces[0].strip()!r}")
    for key, value in zip(pieces[1::2], pieces[2::2], strict=True):
        yield key, value.strip().rstrip(";").strip()


def _role(passage: Passage, line: str) -> GoldRole:
    match = re.fullmatch(r"ROLE (\d+:.+?) ([A-Z]{1,2}) ([A-Z]{1,2}|-)( hedged)?", line)
    if match is None:
        raise ValueError("a role reads: ROLE n:words holder body [hedged]")
    (span,) = passage.find(match[1])
    return GoldRole(span, match[2], None if match[3] == "-" else match[3], bool(match[4]))


def _problems(passage: Passage) -> Iterator[str]:
    if not passage.sentences or not passage.statements:
        yield "has no sentences or no statements"
    for key in ("manner", "conflict", "published"):
        if key not in passage.facts:
            yield f"has no {key}"
    actors = {actor.id for actor in passage.actors}
    if len(actors) < len(passage.actors):
        yield "an actor letter stands twice"
    if len({statement.id for statement in passage.statements}) < len(passage.statements):
        yield "a statement number stands twice"
    yield from _problems_of_statements(passage, actors)
    yield from _missing_actors(passage, actors)
    yield from _shared_mentions(passage)


def _problems_of_statements(passage: Passage, actors: set[str]) -> Iterator[str]:
    names = {statement.id for statement in passage.statements}
    for statement in passage.statements:
        if statement.speaker and statement.speaker not in actors:
            yield f"{statement.id}: no actor {statement.speaker}"
        if statement.parent and (statement.parent not in names or statement.parent == statement.id):
            yield f"{statement.id}: no outer statement {statement.parent}"
        if statement.speaker is None and statement.source_kind not in ("impersonal", "outlet", "document"):
            yield f"{statement.id}: {statement.source_kind} without a speaker"
        if not statement.cue and not statement.content:
            yield f"{statement.id}: neither cue nor content"


def _missing_actors(passage: Passage, actors: set[str]) -> Iterator[str]:
    wanted = {a.of for a in passage.actors} | {r.holder for r in passage.roles} | {r.body for r in passage.roles}
    wanted |= {name for one, _, other in passage.relations for name in (one, other)}
    for name in sorted(wanted - actors - {None}, key=str):
        yield f"no actor {name}"


def _shared_mentions(passage: Passage) -> Iterator[str]:
    taken: dict[Stretch, str] = {}
    for actor in passage.actors:
        for stretch in actor.mentions:
            if stretch in taken:
                yield f"{passage.text[slice(*stretch)]!r} is a mention of {taken[stretch]} and of {actor.id}"
            taken[stretch] = actor.id
