"""Words that may refer to people, bodies and places, and the offices that the text gives to names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import pairwise

from onrecord.model import Mention, MentionForm, Role, Span
from onrecord.nearby import Nearby
from onrecord.reading.reader import RoleMention
from onrecord.reading.segmentation import Sentence

_PARTICLE = r"(?:de|del|de la|la|bin|ibn|al|el|van|von|der|da|dos|ul|ur|y)"
_CAPITALISED = r"[A-ZÀ-Þ](?:[\w’'-]*\w)?"
NAME = rf"{_CAPITALISED}(?:\s+(?:{_PARTICLE}\s+)*(?:{_CAPITALISED}|[A-Z]\.)){{0,9}}"
_NAME = re.compile(rf"\b{NAME}")
_LEADS = frozenset(
    "the a an in on at but and or as if when while after before since although however this that these those "
    "his her its their "
    "it he she they we i you there what who why how where last next no not some many most several all both one "
    "two three for from "
    "by with of to under over during according meanwhile asked earlier later also still yet so then now "
    "despite among".split()
)
_BODY_NOUN = (
    "group|network|movement|organisation|organization|government|army|military|militants|insurgents|rebels"
    "|guerrillas|guerrilla group|"
    "militia|faction|party|authorities|troops|armed forces|ministry|administration|officials?|commanders?"
    "|fighters|insurgency|insurgent group|forces"
)
_FUNCTION = (
    "the|a|an|of|for|with|by|and|or|that|in|on|at|to|from|has|have|had|is|are|was|were|its|their|his|her|our|who"
    "|which|as|but|between|against|told|said|says"
)
_DESCRIPTION = re.compile(
    rf"\b(?:(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Oo]ur|[Aa]n?)\s+)?(?:(?!(?:{_FUNCTION})\b)(?:[a-z-]+)\s+){{0,2}}?"
    rf"(?:[Gg]overnment|[Aa]rmy|[Mm]ilitary|{_BODY_NOUN})(?:\s+(?:officials?|commanders?|spokesman|spokeswoman))?\b"
)
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I)\b")
_ROLE_HEAD = (
    "spokesman|spokeswoman|spokesperson|president|prime minister|minister|premier|chancellor|ambassador|envoy"
    "|governor|mayor|commander|chief|leader|"
    "secretary|director|chairman|chairwoman|head|negotiator|mediator|adviser|advisor|official|commissioner|general|colonel|bishop|archbishop|deputy"
)
_ROLE_HINTS = (*_ROLE_HEAD.split("|"), "who")
"""Words one of which stands, in capitals or not, wherever an office is given to a name."""
_ROLE_LEAD = (
    "deputy|former|ex-|acting|chief|senior|top|interior|foreign|defen[cs]e|information|justice|finance|prime|vice|main|local|regional|military|political|army|"
    "government|police|then|newly appointed|founding|supreme|media|self-styled|rival|overall"
)
_ROLE = rf"(?:(?i:(?:{_ROLE_LEAD})[ -]?))*(?i:{_ROLE_HEAD})"
_HEDGE = (
    r"(?i:(?:who is )?(?:\w+ )?(?:(?:said|believed|thought|reported|understood|considered) to be|(?:described"
    r"|regarded|seen|known|identified) as)"
    r"|reportedly|who (?:claims|says he is)(?: to be)?)"
)
_AFTER_NAME = re.compile(
    rf"(?P<name>{NAME}),\s+(?:(?P<hedge>{_HEDGE})\s+)?(?:(?:the|a|an|its|their|his)\s+)?(?:(?!(?:said|who)\b)[a-z]+-[a-z]+\s+)?(?:(?P<before>(?:[A-ZÀ-Þ][\w’'.-]*|group)(?:[’']s)?)\s+)??(?P<role>{_ROLE})\b"
    rf"(?:\s+(?:of|for|in)\s+(?P<body>(?:the\s+)?(?:[\w’'-]+)(?:\s+[A-ZÀ-Þ][\w’'-]*)*))?"
)
_BEFORE_NAME = re.compile(
    rf"(?:(?P<body>(?:[Tt]he\s+)?(?:(?!(?i:{_ROLE_LEAD})\b)[A-ZÀ-Þ][\w’'.-]*\s+){{0,5}}?(?:(?!(?i:{_ROLE_LEAD})\b)[A-ZÀ-Þ][\w’'.-]*|group|government|movement)(?:[’']s)?)\s+)?\b(?P<role>{_ROLE}),?\s+(?P<name>{NAME})"
)
_FOR_BODY = re.compile(
    rf"\b(?P<role>{_ROLE})\s+(?:of|for)\s+(?P<body>(?:the\s+)?(?:[\w’'-]+\s+)?[A-ZÀ-Þ][\w’'-]*(?:\s+[A-ZÀ-Þ][\w’'-]*)*?),?\s+(?P<name>{NAME})"
)
_LEADS_BODY = re.compile(
    rf"(?P<name>{NAME}),\s+who\s+(?P<hedge>(?:says|claims)\s+(?:that\s+)?he\s+)?(?P<role>commands|leads|heads)\s+(?P<body>(?:the\s+)?[\w’'-]+(?:\s+[A-ZÀ-Þ][\w’'-]*)*)"
)
_OPENING_NAME = re.compile(
    rf"(?P<name>{_CAPITALISED}(?:\s+(?:{_PARTICLE}\s+)*{_CAPITALISED}){{1,9}})(?:,|\s+(?:said|told|has|is|was|also)\b)"
)
_TITLE = re.compile(rf"(?:(?:{_ROLE_LEAD})\b|(?:{_ROLE_HEAD})\b)", re.IGNORECASE)
_OFFICE_OF_VERB = {"commands": "commander", "leads": "leader", "heads": "head"}
_TAKEN_UP = re.compile(
    rf"\b[Tt]he\s+(?:statement|comments?|remarks?|claim|confirmation|announcement|account|disclosure)\s+(?:by|from|of)\s+(?P<name>{NAME})"
)


_SOMEBODY_NOT_NAMED = re.compile(
    rf"(?:(?i:an?|one)\s|(?:[Tt]he\s+)?[A-ZÀ-Þ][\w-]*['’]s?\s+{_ROLE}$|[Tt]he\s[^,]+\swho\s)"
)
"""An unnamed person who may be named next: "a senior commander", "Pakistan's interior minister", "the man who fled"."""


def mentions(text: str, parts: Iterable[Sentence]) -> tuple[Mention, ...]:
    """Names, descriptions and pronouns in order, without overlap; a name wins over a description around it."""
    found: list[Mention] = []
    for sentence in parts:
        here = [*_names(text, sentence)]
        for pattern, form in ((_DESCRIPTION, "description"), (_PRONOUN, "pronoun")):
            here += _matches(text, sentence, pattern, form, here)  # type: ignore[arg-type]
        found += sorted(here, key=lambda m: m.span.start)
    return tuple(found)


def _names(text: str, sentence: Sentence) -> Iterator[Mention]:
    for match in _NAME.finditer(text, sentence.span.start, sentence.span.end):
        start, end = match.span()
        while start < end and text[start:end].split()[0].lower() in _LEADS:
            first = text[start:end].split()[0]
            start = text.index(first, start) + len(first)
            while start < end and text[start].isspace():
                start += 1
        for ending in ("'s", "’s"):
            end -= 2 if text[start:end].endswith(ending) else 0
        if end > start:
            yield Mention(Span.of(text, start, end), "name")


def _matches(
    text: str, sentence: Sentence, pattern: re.Pattern[str], form: MentionForm, taken: list[Mention]
) -> list[Mention]:
    spans = (Span.of(text, *m.span()) for m in pattern.finditer(text, sentence.span.start, sentence.span.end))
    return [Mention(s, form) for s in spans if not any(s.overlaps(t.span) for t in taken)]


def roles(text: str, parts: Iterable[Sentence]) -> tuple[RoleMention, ...]:
    """The offices that the text gives to names: "Ehsanullah Ehsan, a spokesman for the Taliban"."""
    found: dict[tuple[int, int], RoleMention] = {}
    for sentence in parts:
        small = sentence.span.text.casefold()
        if not any(hint in small for hint in _ROLE_HINTS):
            continue
        for pattern in (_AFTER_NAME, _FOR_BODY, _BEFORE_NAME, _LEADS_BODY):
            for match in pattern.finditer(text, sentence.span.start, sentence.span.end):
                mention = _role_mention(text, match)
                if mention is not None:
                    found.setdefault((mention.role.span.start, mention.holder.start), mention)
    return tuple(found[key] for key in sorted(found))


def _role_mention(text: str, match: re.Match[str]) -> RoleMention | None:
    groups = match.groupdict()
    holder = _without_lead(Span.of(text, *match.span("name")))
    if holder is None:
        return None
    body = next((Span.of(text, *match.span(g)) for g in ("before", "body") if groups.get(g)), None)
    role = Span.of(text, *match.span("role"))
    return RoleMention(
        holder, Role(_OFFICE_OF_VERB.get(role.text, role.text.lower()), None, bool(groups.get("hedge")), role), body
    )


def _without_lead(name: Span) -> Span | None:
    first, _, rest = name.text.partition(" ")
    if first.lower() not in _LEADS:
        return name
    return Span(name.end - len(rest), name.end, rest) if rest else None


def identities(
    text: str, parts: Sequence[Sentence], sources: Sequence[Span], inner: Set[Span] = frozenset()
) -> tuple[tuple[Span, Span], ...]:
    """Pairs of an unnamed source and the name that the next sentences give it.

    Either the text says so ("The statement by ...", of the last single unnamed source within the 400 characters
    before), or the sentence after an unnamed source opens with a full name that the report has not used before, as
    news reports do when they say who "a senior commander" is. That is the one who speaks in the first of the two, not one
    of the `inner` sources whose words are passed on there ("the minister rejected a commander's claim").
    """
    unnamed = Nearby((s, s) for s in sources if re.match(r"(?:an?|one|the)\s", s.text, re.IGNORECASE))
    pairs = []
    for sentence in parts:
        for match in _TAKEN_UP.finditer(text, sentence.span.start, sentence.span.end):
            name = Span.of(text, *match.span("name"))
            window = Span.of(text, max(0, match.start() - 400), match.start())
            before = [s for s in unnamed.at(window) if s.end <= match.start()]
            if before:
                pairs.append((max(before), name))
    speaking = Nearby((s, s) for s in sources if s not in inner and _SOMEBODY_NOT_NAMED.match(s.text))
    return (*pairs, *_named_next(text, parts, speaking))


def _named_next(text: str, parts: Sequence[Sentence], unnamed: Nearby[Span]) -> Iterator[tuple[Span, Span]]:
    for sentence, following in pairwise(parts):
        sources = [s for s in unnamed.at(sentence.span) if sentence.span.contains(s)]
        opening = _OPENING_NAME.match(following.span.text)
        if not sources or opening is None:
            continue
        start = following.span.start
        name = Span.of(text, start, start + opening.end("name"))
        first_word = name.text.split()[0].lower()
        if text.find(name.text) == name.start and first_word not in _LEADS and not _TITLE.match(name.text):
            yield max(sources), name
