"""A sentence with the report around it, and one attribution: what every construction of news English works on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model import Span
from onrecord.reading.lexicon import Inflection, ReportingVerb
from onrecord.reading.quotations import Quotation
from onrecord.reading.segmentation import Sentence, Word

Construction = Literal["verb", "according", "elided", "hearsay", "unclear", "silence", "colon"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One cue with its sources and contents, before act and certainty are read off."""

    construction: Construction
    sources: tuple[Span, ...]
    cue: Span
    content: tuple[Span, ...]
    verb: ReportingVerb | None = None
    sentence: int = 0


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb in a sentence: the words of its verb group and how it is inflected."""

    first: int
    last: int
    verb: ReportingVerb
    inflection: Inflection
    passive: bool


@dataclass(frozen=True)
class Scene:
    """A sentence with the report around it: what every construction looks at."""

    text: str
    sentence: Sentence
    quotations: tuple[Quotation, ...]

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of the sentence."""
        return self.sentence.words

    def span(self, first: int, end: int) -> Span:
        """The characters from word `first` to before word `end`."""
        return Span.of(self.text, self.words[first].start, self.words[end - 1].end)

    def quotation_at(self, position: int) -> Quotation | None:
        """The quotation that holds this character, if any."""
        return next((q for q in self.quotations if q.start <= position < q.end), None)


def trimmed(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The stretch without white space, commas and dashes at its ends, as one span; none if nothing is left."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:–—-"):
        end -= 1
    while start < end and (text[start].isspace() or text[start] in ",;:–—-"):
        start += 1
    return (Span.of(text, start, end),) if end > start else ()
