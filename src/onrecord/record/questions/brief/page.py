"""The parts of a brief: sentences that each lead to statements, in sections, with the sources at the end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from onrecord.model import Claim, SourceKind, StandingName
from onrecord.resolution.names import folded


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and the ids of the statements that it rests on, at least one.

    `quoted` are words of a report, which stand before the sentence that says whose they are.
    """

    text: str
    statements: tuple[str, ...]
    quoted: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its sentences."""

    heading: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A statement that the brief rests on, and where it was printed; `key` is what stands in brackets in the text."""

    key: str
    statement: str
    speaker: str
    source_kind: SourceKind
    party: str | None
    outlet: str | None
    title: str | None
    published: date | None
    report: str
    copies: tuple[str, ...]

    @property
    def speaker_for(self) -> str:
        """Who speaks, and for whom where that is somebody else."""
        own = {folded(self.speaker), folded(self.speaker.removeprefix("the "))}
        who = self.speaker[:1].upper() + self.speaker[1:]
        return who if self.party is None or folded(self.party) in own else f"{who} for {self.party}"


@dataclass(frozen=True, slots=True)
class Brief:
    """One page on one claim: who claims it, who denies it, since when, in which words, and what is open.

    It reports positions and says nothing of who is right. `sections` is empty where no report had spoken of the claim.
    """

    claim: Claim
    as_of: date | None
    known_at: datetime | None
    standing: StandingName
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]

    @property
    def title(self) -> str:
        """The claim in words, as a heading."""
        return self.claim.gloss[:1].upper() + self.claim.gloss[1:]

    @property
    def scope(self) -> str:
        """Up to when the page looks, in words."""
        seen = "On everything in the record" if self.as_of is None else f"As of {self.as_of.isoformat()}"
        return seen if self.known_at is None else f"{seen}, as known at {self.known_at.isoformat(timespec='minutes')}"

    def key_of(self, statement: str) -> str:
        """What stands in brackets for a statement; KeyError for one that the brief does not rest on."""
        return {source.statement: source.key for source in self.sources}[statement]

    def markdown(self) -> str:
        """The page as Markdown (CommonMark); what comes from reports cannot act as markup."""
        from onrecord.record.questions.brief.markdown import markdown_page

        return markdown_page(self)

    def html(self) -> str:
        """The page as one HTML file of its own: printable, light and dark, without scripts."""
        from onrecord.record.questions.brief.hypertext import html_page

        return html_page(self)

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from onrecord.record.questions.brief.hypertext import html_body

        return html_body(self)
