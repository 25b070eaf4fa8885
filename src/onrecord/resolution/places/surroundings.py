"""What stands around the names of a report: the words beside them, and what the reader took them for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.model import Article, Span
from onrecord.nearby import Nearby
from onrecord.reading.reader import Found
from onrecord.reading.segmentation import Sentence, Word, sentences
from onrecord.resolution.places.names import Name
from onrecord.resolution.places.wording import LOCATIVE

_BODIES = frozenset({"organisation", "party", "armed_group", "military"})
_STATES = frozenset({"country", "government"})


@dataclass(frozen=True, slots=True)
class Read:
    """What the reader took a stretch for: an actor's kind, or "place"; `is_name` is false of descriptions."""

    kind: str
    span: Span
    is_name: bool


@dataclass(frozen=True)
class Surroundings:
    """A report's sentences and what the reader found in them, to be asked about any name."""

    article: Article
    sentences: Sequence[Sentence]
    read: Nearby[Read] = field(default_factory=Nearby)
    things: Sequence[Read] = ()
    """What the reader took for places, in order."""
    is_silent: bool = False
    """Whether the reader tells neither places nor actors."""
    surnames: frozenset[str] = frozenset()
    """The last words of the full names of people, as they are written."""

    @classmethod
    def of(cls, article: Article, found: Found) -> Surroundings:
        """Of one report; pronouns are left out."""
        things = tuple(Read("place", thing.span, True) for thing in found.things if thing.kind == "place")
        around = cls(
            article,
            sentences(article),
            things=things,
            is_silent=not things and not found.chains,
            surnames=_surnames(found),
        )
        for thing in things:
            around.read.add(thing.span, thing)
        for chain in found.chains:
            for mention in chain.mentions:
                if mention.form != "pronoun":
                    around.read.add(mention.span, Read(chain.kind, mention.span, mention.form == "name"))
        return around

    def word(self, name: Name, offset: int) -> Word | None:
        """The word some places before (below zero) or after a name in its sentence; None beyond the sentence."""
        at = name.first + offset if offset < 0 else name.last + offset
        words = self.sentences[name.sentence].words
        return words[at] if 0 <= at < len(words) else None

    def lower(self, name: Name, offset: int) -> str:
        """That word in small letters, without a possessive; empty beyond the sentence."""
        word = self.word(name, offset)
        return "" if word is None else word.lower.removesuffix("'s").removesuffix("’s")

    def possessive(self, name: Name) -> bool:
        """Whether "'s" follows the name."""
        return self.article.text[name.span.end : name.span.end + 2] in {"'s", "’s"}

    def is_person(self, span: Span) -> bool:
        """Whether the reader took a stretch, or a name around it, for a person."""
        return any(read.kind == "person" and read.is_name for read in self.read.at(span))

    def is_surname(self, name: Name) -> bool:
        """Whether a name is the last of somebody's whom the report names in full, and no word says that it is where."""
        return name.span.text in self.surnames and self.lower(name, -1) not in LOCATIVE

    def readings(self, name: Name) -> tuple[str, ...]:
        """What the reader took the name for: a kind, with "=" for these very words or "<" for a longer stretch.

        Bodies are one kind, and so are countries and governments.
        """
        found = {self._relation(read, name.span) for read in self.read.at(name.span)}
        return tuple(sorted(found - {""}))

    def _relation(self, read: Read, span: Span) -> str:
        if not read.span.contains(span):
            return ""
        kind = "body" if read.kind in _BODIES else "state" if read.kind in _STATES else read.kind
        extra = len(read.span.text) - len(span.text)
        same = extra == 0 or (extra <= 6 and read.span.text.lower() in {f"the {span.text.lower()}", *_owned(span)})
        return f"{kind}{'=' if same else '<' if read.is_name else '~'}"


def _surnames(found: Found) -> frozenset[str]:
    named = (m.span.text for c in found.chains if c.kind == "person" for m in c.mentions if m.form == "name")
    return frozenset(
        words[-1] for words in (name.split() for name in named) if len(words) > 1 and words[-1].isalpha()
    )


def _owned(span: Span) -> tuple[str, str]:
    return f"{span.text.lower()}'s", f"{span.text.lower()}’s"
