"""Between whom an event is said to happen: those whom the reader marks; for talks also from the words around."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.model import Event, Span
from onrecord.reading.reader import EventWords
from onrecord.reading.segmentation import Sentence
from onrecord.resolution.actors.states import country_words
from onrecord.resolution.cast import Cast
from onrecord.resolution.hosts import is_host, is_where
from onrecord.resolution.implied import implied_body
from onrecord.resolution.owners import ACTING, OF_STATES, owner
from onrecord.resolution.people import Person
from onrecord.resolution.registry import Entry, body_of, government_seated_in
from onrecord.resolution.speakers import Attributed
from onrecord.resolution.unnamed import Unnamed

_SYMMETRIC = frozenset({"CONSULT", "AGREE"})
_FIRST = re.compile(r"\b(?:we|our|us|his (?:men|group|movement|fighters|government))\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"we|us|our|ours|i|me|my", re.IGNORECASE)
_OTHERS = re.compile(r"they|them", re.IGNORECASE)
"""Whom nobody calls himself when he is quoted."""
_OWN_MEN = re.compile(
    r"(?:(?:he|she|they|we|I) and )?(?:his|her|my|our) (?:own )?(?:men|fighters|forces|comrades|people|unit|troops)",
    re.IGNORECASE,
)
_ITS_MEN = re.compile(
    r"\b(?:its|their|his|her|our) (?:own )?(?:men|fighters|soldiers|troops|forces|officers|policemen|comrades|people"
    r"|members|commanders|positions|posts)\b",
    re.IGNORECASE,
)
_HOSTILE = frozenset({"ASSAULT", "COERCE"})
_TO_DO = re.compile(r"to\s", re.IGNORECASE)
_TELLS = re.compile(r"\b(?:confirm|announc|sa(?:y|id)|t(?:ell|old)|report|welcom|hail|stat|declar)", re.IGNORECASE)
_UPON = re.compile(r"\s+(?:up)?on\s+|\s+against\s+", re.IGNORECASE)
_LONGEST_PHRASE = 60
_NEAR_EVENTS = 40
_NEXT_CLAUSE = re.compile(r"[,;.\n]|\b(?:who|which|that|because|after|when|while|but)\b")
_BETWEEN = re.compile(r"\s+between\s", re.IGNORECASE)
_AND = re.compile(r"\band\b", re.IGNORECASE)
_OF = re.compile(r"\s+of\s", re.IGNORECASE)
_WITH = re.compile(r"\bwith\b", re.IGNORECASE)
_MAIN_KINDS = frozenset({"armed_group", "government", "military"})
_STATES = frozenset({"country", "government"})


SideName = Literal["actor", "recipient"]
Side = Entry | Person | Unnamed
"""Who takes part: a body, or somebody who speaks and acts for none."""


_Placed = tuple[Span, SideName, Side | None]
"""Words for somebody, the side he is on, and who he is."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Who stands on either side of an event."""

    actors: tuple[Side, ...]
    recipients: tuple[Side, ...]
    outright: bool = False
    """Whether the text pairs them outright: "talks between A and B"."""
    words: tuple[_Placed, ...] = ()
    """The words that the reader marks for those who take part, and who each of them is."""

    @property
    def both(self) -> tuple[Entry, ...]:
        """The bodies on both sides."""
        return tuple(side for side in self.actors + self.recipients if isinstance(side, Entry))


def sides(
    cast: Cast,
    events: Sequence[Event],
    words: Sequence[EventWords],
    rows: dict[str, Attributed],
    parts: Sequence[Sentence],
) -> list[Sides]:
    """The sides of every event, in order; talks and agreements that name fewer than two take up the report's others.

    Where a reader marks nobody's words at all, all sides are told from the words around.
    """
    marked = {word.event: word for word in words}
    found = [
        _marked(cast, event, marked[event.id], rows, parts)
        if event.id in marked
        else _sides(cast, event, rows, parts)
        for event in events
    ]
    return [
        _taken_up(number, events, found, rows)
        if _lacks_a_side(event, found[number]) and not _is_of_one_body(cast, event)
        else found[number]
        for number, event in enumerate(events)
    ]


def _marked(
    cast: Cast, event: Event, words: EventWords, rows: dict[str, Attributed], parts: Sequence[Sentence]
) -> Sides:
    """The sides whose words the reader marks; talks of fewer than two bodies are completed from the words around."""
    row = rows.get(event.statement or "")
    speaking = _who_says_we(row, rows)
    is_direct = row is not None and row.statement.form == "direct"

    def who(span: Span, acting: Set[str] = frozenset()) -> list[Side | None]:
        if speaking is not None and _FIRST_PERSON.fullmatch(span.text):
            return [speaking]
        found = _meant(cast, event, span, acting)
        unknown = not any(isinstance(someone, Entry) for someone in found)
        if speaking is not None and unknown and _OWN_MEN.fullmatch(span.text):
            return [speaking]
        if is_direct and speaking in found and _OTHERS.fullmatch(span.text):
            return [None]
        if event.type in _SYMMETRIC or any(one is not None and _key(one) not in acting for one in found):
            return found
        return [owner(cast, span, speaking, acting)]

    placed: list[_Placed] = [(s, "actor", one) for s in _who_act(cast, event, words, row) for one in who(s)]
    actors = _each_once(someone for _, _, someone in placed)
    acting = {_key(someone) for someone in actors}
    placed += [(span, "recipient", one) for span in words.recipients for one in who(span, acting)]
    recipients = _each_once(someone for _, side, someone in placed if side == "recipient")
    apart = tuple(someone for someone in recipients if _key(someone) not in acting)
    told = Sides(actors, apart, words=tuple(sorted(placed, key=lambda row: (row[0], row[1]))))
    if event.type not in _SYMMETRIC:
        return told if words.recipients else _with_whom_it_hits(cast, event, told)
    around = _sides(cast, event, rows, parts)
    if around.outright:
        return replace(around, words=told.words)
    if len(_distinct(told.both)) >= 2:
        return told
    if {e.id for e in _distinct(told.both)} <= _with_tops(around.both):
        return replace(around, words=told.words)
    return told


def _who_act(cast: Cast, event: Event, words: EventWords, row: Attributed | None) -> Sequence[Span]:
    """The words for those who act, without the one who only tells it: "Uribe says Colombia is talking to the FARC".

    Whoever tells what befell his own men did not do it ("The army denied that any of its men had been taken"), and an
    international body is no side of talks that it tells of, unless they are with it ("The UN confirmed peace talks").
    """
    source = None if row is None else row.statement.source
    if row is None or source is None:
        return words.actors
    content = row.statement.content
    within = [s for s in words.actors if any(c.contains(s) for c in content)]
    if any(_TO_DO.match(c.text) for c in content):
        within = []  # "was willing to withdraw": who speaks is who does it
    befell = event.type in _HOSTILE and any(_ITS_MEN.search(s.text) for s in words.recipients)
    is_told = bool(within) or befell or _only_tells_of_talks(cast, event, words, row)
    return [s for s in words.actors if not s.overlaps(source) or s in within] if is_told else words.actors


def _only_tells_of_talks(cast: Cast, event: Event, words: EventWords, row: Attributed) -> bool:
    """Whether an international body tells of talks, and not that they are held with somebody."""
    cue = row.statement.cue
    if event.type not in _SYMMETRIC or row.party is None or row.party.kind != "organisation" or not words.recipients:
        return False
    if cue is None or _TELLS.search(cue.text) is None:
        return False
    ends = max(span.end for span in words.recipients)
    return _WITH.search(cast.setting.article.text, event.trigger.end, max(event.trigger.end, ends)) is None


def _who_says_we(row: Attributed | None, rows: dict[str, Attributed]) -> Entry | None:
    """The body that "we" means in a statement: in a quotation it is who is quoted, whomever he refers to there.

    In '"We killed 11 of them, as the army says," he said' it is his side and not the army.
    """
    passed = set[str]()
    while row is not None and row.statement.id not in passed:
        passed.add(row.statement.id)
        outer, source = rows.get(row.statement.parent or ""), row.statement.source
        if outer is None or source is None or outer.statement.form != "direct":
            break
        if not any(content.contains(source) for content in outer.statement.content):
            break
        row = outer
    return None if row is None else row.party


def _with_whom_it_hits(cast: Cast, event: Event, told: Sides) -> Sides:
    """The sides of an event whose recipients the reader leaves unmarked: the body behind "attack on"."""
    text = cast.setting.article.text
    opening = _UPON.match(text, event.trigger.end)
    if opening is None or not told.actors:
        return told
    end = min(_reach(cast, event), opening.end() + _LONGEST_PHRASE)
    behind = _bodies_in(cast, Span.of(text, opening.end(), max(end, opening.end())))
    acting = {_key(side) for side in told.actors}
    return replace(told, recipients=tuple(e for _, e in behind[:1] if e.id not in acting))


def _meant(cast: Cast, event: Event, span: Span, acting: Set[str] = frozenset()) -> list[Side | None]:
    """Who some words mean in an event: both bodies of "envoys of A and of B" that meet, and nobody who hosts them.

    Of whom an event of `acting` hits the words themselves tell, should the report take them for the same people: nobody
    kills himself, so "11 soldiers" killed by rebels are the army's.
    """
    text = cast.setting.article.text
    if is_where(text, span) and (span.text in country_words() or government_seated_in(span.text) is not None):
        return [None]
    who = taking_part(cast, span)
    if event.type in _SYMMETRIC:
        if is_host(text, span):
            return [None]
        several = _distinct(entry for _, entry in _bodies_in(cast, span)) if _AND.search(span.text) else []
        return [*several] if len(several) > 1 else [who]
    if who is not None and _key(who) in acting and implied_body(span.text) in OF_STATES:
        return [cast.party_of_phrase(span) or who]
    return [who]


def taking_part(cast: Cast, span: Span) -> Side | None:
    """Who some words mean: a body, the body of a person or of people, or else themselves; None for nobody known."""
    body = cast.body_at(span)
    if body is not None:
        return None if _is_news_medium(body) else body
    inside = [(m.span, e) for e, m in cast.placed.at(span) if span.contains(m.span) and e.kind in ACTING]
    within = min(inside, key=lambda pair: (pair[0], pair[1].id))[1] if inside else None
    who = cast.unnamed_at(span)
    if who is not None:
        return cast.party_of_unnamed(who) or within or who
    person = cast.person_named_in(span) or cast.person_in(span)
    if person is not None:
        return cast.party_of_person(person) or person
    return within or cast.party_of_phrase(span)


def _each_once(found: Iterable[Side | None]) -> tuple[Side, ...]:
    return tuple({_key(side): side for side in found if side is not None}.values())


def _key(side: Side) -> str:
    return side.id if isinstance(side, Entry) else f"{side.name} {side.mentions[0].span.start}"


def _is_of_one_body(cast: Cast, event: Event) -> bool:
    """Whether the words say that a body met by itself ("a meeting of its council")."""
    text = cast.setting.article.text
    return event.trigger.text.lower().startswith("meeting") and bool(_OF.match(text, event.trigger.end))


def _lacks_a_side(event: Event, here: Sides) -> bool:
    return event.type in _SYMMETRIC and len(_distinct(here.both)) < 2


def _sides(cast: Cast, event: Event, rows: dict[str, Attributed], parts: Sequence[Sentence]) -> Sides:
    row = rows.get(event.statement or "")
    regions = list(row.statement.content) if row else [_sentence_of(event, parts)]
    named = [pair for region in regions for pair in _bodies_in(cast, region)]
    between = _between(cast, event, named) if event.type in _SYMMETRIC else None
    if between is not None:
        return between
    before = [e for start, e in named if start < event.trigger.start]
    after = [e for start, e in named if event.trigger.start <= start < _reach(cast, event)]
    speaking = row.party if row else None
    if speaking is not None and _speaks_of_itself(event, regions, before, after):
        before.insert(0, speaking)
    if event.type in _SYMMETRIC:
        return _facing(before, after)
    return Sides(tuple(_distinct(before)), tuple(_distinct(e for e in after if e not in before)))


def _between(cast: Cast, event: Event, named: Sequence[tuple[int, Entry]]) -> Sides | None:
    """The sides that the words pair outright, a country for its government: "talks between Colombia and the FARC"."""
    text = cast.setting.article.text
    opening = _BETWEEN.match(text, event.trigger.end)
    pair = [] if opening is None else [(start, e) for start, e in named if start >= opening.end()][:2]
    if len(pair) < 2 or not _AND.search(text, pair[0][0], min(pair[1][0], pair[0][0] + 80)):
        return None
    one, other = (body_of(e.country, "government") if e.kind == "country" and e.country else e for _, e in pair)
    return Sides((one,), (other,), outright=True) if one.id != other.id else None


def _sentence_of(event: Event, parts: Sequence[Sentence]) -> Span:
    """The sentence in which the trigger stands."""
    return parts[bisect_right(parts, event.trigger.start, key=lambda s: s.span.start) - 1].span


def _reach(cast: Cast, event: Event) -> int:
    """Where the words that an event of one side acts on end: at the next clause. Talks reach over the whole content."""
    text = cast.setting.article.text
    if event.type in _SYMMETRIC:
        return len(text)
    match = _NEXT_CLAUSE.search(text, event.trigger.end)
    return match.start() if match else len(text)


def _speaks_of_itself(event: Event, regions: Iterable[Span], before: list[Entry], after: list[Entry]) -> bool:
    """Whether the speaker's own party takes part: "his men held talks", or talks "with" somebody and nobody before."""
    words = " ".join(r.text for r in regions)
    if _FIRST.search(words):
        return True
    return event.type in _SYMMETRIC and not before and bool(after) and bool(_WITH.search(words))


def _bodies_in(cast: Cast, region: Span) -> list[tuple[int, Entry]]:
    """The bodies that a stretch of text names, describes or reaches through their people, with their places."""
    found = [
        (mention.span.start, entry)
        for entry, mention in cast.placed.at(region)
        if region.contains(mention.span) and not _is_news_medium(entry) and not _is_aside(cast, entry, mention.span)
    ]
    for start, person in cast.people_placed.at(region):
        party = cast.party_of_person(person)
        if party is not None and region.start <= start:
            found.append((start, party))
    return sorted(found, key=lambda pair: (pair[0], pair[1].id))


def _is_aside(cast: Cast, entry: Entry, words: Span) -> bool:
    """Whether a state is named as the place of an event, or as host or guarantor."""
    text = cast.setting.article.text
    return entry.kind in _STATES and (is_where(text, words) or is_host(text, words))


def _is_news_medium(entry: Entry) -> bool:
    """Whether a body reports rather than takes part: its CAMEO code ends with MED."""
    return any(scheme == "cameo" and code.endswith("MED") for scheme, code in entry.codes)


def _facing(before: list[Entry], after: list[Entry]) -> Sides:
    """The two sides of talks: bodies that fight or govern rather than countries that host or guarantee."""
    everybody = _distinct([*before, *after])
    main = [e for e in everybody if e.kind in _MAIN_KINDS]
    if len(main) >= 2 or not everybody:
        everybody = main
    elif len(main) == 1:
        everybody = main + [e for e in everybody if e.kind not in _MAIN_KINDS and e.kind != "country"]
    return Sides(tuple(everybody[:1]), tuple(everybody[1:]))


def _distinct(entries: Iterable[Entry]) -> list[Entry]:
    """Each body once; a country beside its own government and a branch beside its top fall away."""
    unique = {e.id: e for e in entries}
    governed = {e.country for e in unique.values() if e.kind == "government"}
    return [
        e
        for e in unique.values()
        if not (e.kind == "country" and e.country in governed) and (e.part_of is None or e.part_of not in unique)
    ]


def _taken_up(number: int, events: Sequence[Event], found: Sequence[Sides], rows: dict[str, Attributed]) -> Sides:
    """The sides that other talks near it in the report name, agreeing with what is named here.

    "Any such talks" and "a deal" take up what was spoken of before. Each of the others speaks for the two sides that it
    names, the more the surer it is and the nearer; talks come before agreements of the same distance.
    """
    here = {e.id for e in _distinct(found[number].both)}
    near = range(max(0, number - _NEAR_EVENTS), min(len(events), number + _NEAR_EVENTS + 1))
    spoken: dict[frozenset[str], float] = {}
    nearest: dict[frozenset[str], tuple[float, int]] = {}
    for other in near:
        sides = found[other]
        if other == number or events[other].type not in _SYMMETRIC or len(sides.both) < 2:
            continue
        if not here <= _with_tops(sides.both):
            continue
        away = abs(other - number) + (other > number) * 0.5 + (events[other].type != events[number].type) * 0.25
        pair = frozenset(e.id for e in sides.both)
        spoken[pair] = spoken.get(pair, 0.0) + events[other].confidence / away
        nearest[pair] = min(nearest.get(pair, (away, other)), (away, other))
    if spoken:
        return found[nearest[max(spoken, key=lambda pair: (spoken[pair], -nearest[pair][0], sorted(pair)))][1]]
    row = rows.get(events[number].statement or "")
    if (
        row is not None
        and row.party is not None
        and len(found[number].both) == 1
        and row.party not in found[number].both
    ):
        return _facing([row.party], list(found[number].both))
    return found[number]


def _with_tops(entries: Iterable[Entry]) -> set[str]:
    """Ids of bodies, of what they are branches of, and of the branches' governments."""
    ids = set()
    for entry in entries:
        ids.add(entry.id)
        if entry.country is not None and entry.kind in {"government", "military"}:
            ids |= {body_of(entry.country, "government").id, body_of(entry.country, "military").id, entry.country}
    return ids
