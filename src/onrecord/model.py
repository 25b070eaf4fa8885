"""The nouns of onrecord: what every room takes and returns.

All are frozen. Offsets count Unicode code points in `Article.text`, and for every span
`article.text[span.start:span.end] == span.text`. The JSON names of `docs/contract.md` are given by `contract.py`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

FurnitureKind = Literal["appeal", "forum", "navigation", "advert", "related", "caption", "paywall", "legal", "other"]
PublishedBasis = Literal["given", "page", "text"]
SourceKind = Literal["named", "role", "anonymous", "collective", "document", "outlet", "impersonal"]
SourceType = Literal[
    "official", "military", "armed_group", "party", "expert", "witness", "document", "media", "other"
]
Act = Literal[
    "asserts",
    "confirms",
    "denies",
    "doubts",
    "declines",
    "unavailable",
    "promises",
    "threatens",
    "demands",
    "accuses",
    "predicts",
]
Certainty = Literal["actual", "possible", "negated", "conditional", "unknown"]
Form = Literal["direct", "indirect", "mixed"]
EventStatus = Literal["actual", "possible", "negated", "conditional", "future", "historical"]
ActorKind = Literal["person", "armed_group", "government", "military", "country", "party", "organisation", "people"]
MentionForm = Literal["name", "description", "pronoun"]
RelationKind = Literal["part_of", "allied_with", "opposed_to"]
PlaceKind = Literal["country", "admin1", "admin2", "place", "region"]
Precision = Literal["day", "week", "month", "season", "year", "decade", "duration"]
Stance = Literal["affirms", "denies", "declines", "unclear"]
PartyStance = Literal["affirms", "denies", "declines", "unclear", "divided"]
LinkState = Literal["suggested", "confirmed", "rejected"]
StandingName = Literal[
    "unreported",
    "claimed-anonymously",
    "claimed-by-third-party",
    "claimed-by-one-side",
    "disputed",
    "confirmed-by-both",
    "denied",
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters of a text: `text` is exactly what stands from `start` to `end`."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of `text` from `start` to `end`, in code points; ValueError outside the text."""
        if not 0 <= start <= end <= len(text):
            raise ValueError(f"no characters {start} to {end} in a text of {len(text)}")
        return cls(start, end, text[start:end])

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether every character of `other` is in this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Stated:
    """What the caller or the file says about a report; None where it says nothing."""

    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: date | None = None
    credit: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class RawReport:
    """One report as it came in, before it is decoded.

    `origin` names the file (and line, `news.jsonl:12`). `data` is bytes from a file, or text when a JSON line
    held it. `media` says whether it is plain text or HTML. `stated` is what the file says of the report, `fallback`
    what the caller says where the file says nothing.
    """

    origin: str
    media: Literal["text", "html"]
    data: bytes | str
    stated: Stated = Stated()
    fallback: Stated = Stated()


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of a page that is not the report, with its kind and the reason for saying so."""

    start: int
    end: int
    kind: FurnitureKind
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """One report: its whole decoded text, furniture included and marked, and what is known about it.

    `published` is null unless the caller, the page or the text states it (`published_basis` says which).
    """

    id: str
    text: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    credit: str | None = None
    language: str | None = None
    published: date | None = None
    published_basis: PublishedBasis | None = None
    furniture: tuple[Furniture, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why words were linked to somebody or somewhere, or why not.

    `sign` is the kind of sign (name, role, party, place, date, co-mention, population …), `words` say it for a reader,
    `weight` is how much it counts in log odds, below zero against the link; `span` is where it stands, if in the text.
    """

    sign: str
    words: str
    weight: float
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """What words may mean without being linked to it: its id in registry or gazetteer, its name, a score of 0 to 1."""

    id: str
    name: str
    score: float
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class DateExpression:
    """Words of time and the days they mean.

    `value` is ISO 8601 as in TIMEX3 (`2011-11`, `P3Y`, `PRESENT_REF`), null when it needs a publication date that is not
    known; `first` and `last` are the first and last day, `precision` the grain. `modifier` is TIMEX3's (`START` of a
    month, `APPROX`), `basis` says what a relative value was counted from.
    """

    span: Span
    value: str | None = None
    first: date | None = None
    last: date | None = None
    precision: Precision | None = None
    modifier: str | None = None
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """Somebody's saying: source, cue and content as spans, and what the source does with the content.

    `source` is None for an impersonal or elided source; `speaker` and `party` are ids of actors of the same
    reading, None until resolution has found them. `said_on`, `said_at` and `said_to` are the words that tell when,
    where and to whom it was said.
    """

    id: str
    content: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    source_kind: SourceKind
    act: Act
    certainty: Certainty
    form: Form
    confidence: float
    source_type: SourceType | None = None
    parent: str | None = None
    speaker: str | None = None
    party: str | None = None
    medium: str | None = None
    said_on: DateExpression | None = None
    said_at: Span | None = None
    said_to: Span | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in the text with its range and unit ("at least 12 killed")."""

    span: Span
    value: float | None
    low: float | None
    high: float | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class Participant:
    """The words for somebody who takes part in an event, on which side, and his actor's id, null if he has none."""

    span: Span
    side: Literal["actor", "recipient"]
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What is said to happen: a trigger word, its PLOVER type, and its status in that statement.

    `participants` are the words of the text for those who take part; `actors` and `recipients` are ids of the actors of
    the same reading, also of those whom only the words around tell.
    """

    id: str
    trigger: Span
    type: str
    status: EventStatus
    confidence: float
    statement: str | None = None
    mode: str | None = None
    cameo: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: str | None = None
    date: DateExpression | None = None
    quantities: tuple[Quantity, ...] = ()
    participants: tuple[Participant, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that refer to an actor or a place."""

    span: Span
    form: MentionForm


@dataclass(frozen=True, slots=True)
class Role:
    """An office that the text gives a person; `of` is an actor id, `hedged` is "said to be" and the like."""

    role: str
    of: str | None
    hedged: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Relation:
    """What the text says of two actors: one is part of, allied with or opposed to the other."""

    kind: RelationKind
    to: str
    span: Span


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, group, government or country of one reading, with every mention of it.

    `party` is the id of the actor on whose behalf this one speaks; `known_as` its id in the registry, if any, for the
    reasons of `evidence`. `candidates` are those of the registry that it may be without being linked to them.
    """

    id: str
    name: str
    kind: ActorKind
    mentions: tuple[Mention, ...]
    party: str | None = None
    codes: tuple[tuple[str, str], ...] = ()
    country: str | None = None
    roles: tuple[Role, ...] = ()
    relations: tuple[Relation, ...] = ()
    known_as: str | None = None
    evidence: tuple[Evidence, ...] = ()
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place that the text names; coordinates are degrees, null when the gazetteer does not hold it.

    `acting` are the mentions where its name stands for its government ("Islamabad said"), `evidence` says why this place
    was chosen, and `candidates` are the next likeliest ones, or all of them where none was chosen.
    """

    id: str
    name: str
    kind: PlaceKind
    mentions: tuple[Mention, ...]
    country: str | None = None
    admin1: str | None = None
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    acting: tuple[Span, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a report says that it was written, before its first sentence: "KHAR, Pakistan, Dec 10 (AP) -".

    `place` is a place's id in the same reading. `disagrees` is true where its day is not the day of publication that the
    page or the caller gives, nor the day before or after; both are kept.
    """

    span: Span
    place: str | None = None
    date: DateExpression | None = None
    disagrees: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one report says: the article and what was found in it."""

    article: Article
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    dates: tuple[DateExpression, ...] = ()
    dateline: Dateline | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """A side as claims know it: the same in every report of a record.

    `key` is the registry id, or the folded name of an actor that no registry knows; `part_of` is the key of the
    party that this one rolls up to (the army of a state, say), None at the top.
    """

    key: str
    name: str
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """A kind of event between parties, whenever and wherever: what the claims on its single occasions have in common.

    `kind` is the name of the kind (`onrecord.linking.kinds`), `type` its PLOVER type.
    """

    id: str
    kind: str
    type: str
    gloss: str
    parties: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """Where an event is, comparable across reports: `key` is the GeoNames id, or the folded name and the country."""

    key: str
    name: str
    kind: PlaceKind
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Occasion:
    """When and where an event is, as far as its report tells.

    `first` to `last` are the days on one of which it is, or over which it goes on; `background` is told of an earlier
    one that is not the news, `ahead` of one that is yet to come.
    """

    first: date | None = None
    last: date | None = None
    precision: Precision | None = None
    site: Site | None = None
    background: bool = False
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that is claimed of an event: `at least 12 killed` has a `low` and no `high`, `about 3,000` an `about`."""

    unit: str
    low: float | None
    high: float | None
    about: float | None = None

    def contradicts(self, other: Figure) -> bool:
        """Whether both count the same and no number fits both; what is about a number may be a tenth more or less."""
        if self.unit != other.unit:
            return False
        (low, high), (other_low, other_high) = self._reach, other._reach
        return max(low, other_low) > min(high, other_high)

    @property
    def _reach(self) -> tuple[float, float]:
        if self.about is not None:
            return 0.9 * self.about, 1.1 * self.about
        return -math.inf if self.low is None else self.low, math.inf if self.high is None else self.high


@dataclass(frozen=True, slots=True)
class Claim:
    """One occasion of a matter, or one figure of it, that statements affirm or deny, whoever makes them.

    `matter` is the id of the kind of event between these parties, `first` and `last` are the days that statements give
    for it, `place` is where it is. `rivals` are the claims of another number of the same.
    """

    id: str
    gloss: str
    type: str
    parties: tuple[Party, ...]
    matter: str | None = None
    first: date | None = None
    last: date | None = None
    place: str | None = None
    figure: Figure | None = None
    rivals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A statement's bearing on a matter: the stance it takes, how sure the link is (0 to 1), and on which occasion."""

    matter: Matter
    statement: str
    stance: Stance
    score: float
    occasion: Occasion = Occasion()
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class Testimony:
    """One linked statement with all that standing needs to know about it; a row of the record.

    `speaker_key` tells the same speaker in two reports: the identity of a named person, or the party and
    the words of an unnamed one. `speaks_for_party` is true of a body speaking as one, of its spokesman and of its
    head. `origin` is the id of the report of which this one is a copy, or its own. `reported_by` is the name of, or the
    words for, whoever passes the statement on within the report, `reported_in` that one's own statement. `withdrawn` is
    the day on which the report was withdrawn; from then on it counts for nothing.
    """

    statement: str
    report: str
    origin: str
    stance: Stance
    source_kind: SourceKind
    speaker_key: str
    speaker_name: str | None
    speaks_for_party: bool
    party: Party | None
    published: date | None
    said_first: date | None
    said_precision: Precision | None
    reported_by: str | None = None
    reported_in: str | None = None
    withdrawn: date | None = None


@dataclass(frozen=True, slots=True)
class SpeakerPosition:
    """Where one speaker of a party stands, since when, on which statements.

    `reported_by` are those who pass on what he said, where no report has any of it from himself.
    """

    name: str | None
    source_kind: SourceKind
    stance: Stance
    first: str | None
    statements: tuple[str, ...]
    reported_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """Where one party stands on a claim."""

    party: str
    stance: PartyStance
    since: str | None
    speakers: tuple[SpeakerPosition, ...]


@dataclass(frozen=True, slots=True)
class First:
    """The first statement of some kind: who, how sourced, when (ISO date as precise as it is known)."""

    speaker: str | None
    party: str | None
    source_kind: SourceKind
    date: str | None
    statement: str
    reported_by: str | None = None


@dataclass(frozen=True, slots=True)
class LinkCounts:
    """How many links a claim has by state: suggested by onrecord, confirmed or rejected by a reviewer."""

    suggested: int = 0
    confirmed: int = 0
    rejected: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """A day on which the standing of a claim changed, and the statement that changed it."""

    date: str | None
    before: StandingName
    after: StandingName
    because: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a claim stands as of a date: positions, firsts and changes, each tied to statements."""

    claim: Claim
    as_of: date | None
    standing: StandingName
    positions: tuple[Position, ...]
    first_claim: First | None
    first_named_confirmation: First | None
    first_denial: First | None
    divided_parties: tuple[str, ...]
    reports: int
    independent_reports: int
    changes: tuple[Change, ...]
    known_at: datetime | None = None
    links: LinkCounts = LinkCounts()


@dataclass(frozen=True, slots=True)
class ClaimSummary:
    """One line of the board of claims."""

    claim: Claim
    standing: StandingName
    reports: int
    independent_reports: int
    first_reported: date | None
    last_reported: date | None
    links: LinkCounts = LinkCounts()
