"""Who said what, sentence by sentence: cue, sources and contents found by rules over words.

Each construction of news English is one function that looks at a sentence and gives the attributions it finds:
a verb after its source ("the army denied any talks"), before it ("..., said the minister"), taken up again
("adding that ..."), elided ("as did a spokesman"), impersonal ("is believed to have split", "it is unclear whether"),
"according to", and silence ("could not be reached", "declined to comment").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.model import Span
from onrecord.reading.lexicon import Inflection, ReportingVerb, reporting_verbs, speaker_nouns
from onrecord.reading.phrases import (
    ADVERBS,
    AUXILIARIES,
    BOUNDARIES,
    DETERMINERS,
    PRONOUNS,
    is_adverb,
    looks_like_phrase_start,
    phrase_after,
    phrase_before,
)
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
class _Cue:
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


_FINITE: tuple[Inflection, ...] = ("past", "present", "base", "participle")
_HEARSAY = frozenset(
    "believed said thought reported understood alleged rumoured rumored feared considered known reputed presumed".split()
)
_UNCLEAR = re.compile(
    r"\b(?:(?:it|there)\s+)?((?:is|was|remains|remained|has been)\s+(?:still\s+|as yet\s+|not\s+(?:immediately\s+|yet\s+)?)?"
    r"(?:unclear|clear|uncertain|unknown|known|not certain))\s+(whether|if|how|who|what|why|when|where|that)\b",
    re.IGNORECASE,
)
_SILENCE = re.compile(
    r"\b((?:was|were|is|are)\s+(?:not|n't)\s+(?:immediately\s+)?(?:available|reachable)"
    r"|(?:was|were)n['’]t\s+(?:immediately\s+)?(?:available|reachable)"
    r"|(?:was|were)\s+(?:immediately\s+)?unavailable"
    r"|(?:could|can)\s*(?:not|n['’]t)\s+(?:immediately\s+)?be\s+(?:immediately\s+)?(?:reached|contacted)"
    r"|(?:has|have|had|did|does|do|would|will)\s*(?:not|n['’]t)\s+(?:immediately\s+|yet\s+|publicly\s+)*"
    r"(?:respond(?:ed)?|repl(?:y|ied)|comment(?:ed)?|return(?:ed)?|answer(?:ed)?)"
    r"|(?:has\s+|have\s+|had\s+)?(?:declin|refus)(?:ed|es|e|ing)"
    r"|could\s+neither\s+confirm\s+nor\s+deny|(?:would|could|can|will)\s+not\s+confirm\s+or\s+deny"
    r"|neither\s+confirmed\s+nor\s+denied|(?:would|will|could)\s+not\s+(?:say|comment|confirm|discuss|elaborate|give))\b",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"\baccording to\b", re.IGNORECASE)
_AS_DID = re.compile(r",?\s+(as|so|nor)\s+(did|has|have|had|does|do|was|were)\s+", re.IGNORECASE)
_COLON = re.compile(r"^(?P<source>[^:\n]{2,60}):\s")


def attributions(scene: Scene) -> tuple[Attribution, ...]:
    """Every attribution whose cue stands in the sentence of the scene, in order of the cue."""
    found = [*_silences(scene), *_unclears(scene), *_accordings(scene)]
    taken = [a.cue for a in found]
    cues = [c for c in _cues(scene) if not any(scene.span(c.first, c.last + 1).overlaps(t) for t in taken)]
    previous: Attribution | None = None
    for number, cue in enumerate(cues):
        following = cues[number + 1] if number + 1 < len(cues) else None
        attribution = _hearsay(scene, cue) or _reported(scene, cue, following, previous)
        if attribution is not None:
            found.append(attribution)
            if attribution.construction == "verb":
                previous = attribution
    found += _elided(scene, found)
    return tuple(sorted(found, key=lambda a: (a.cue.start, a.cue.end)))


def _cues(scene: Scene) -> Iterator[_Cue]:
    words = scene.words
    verbs = reporting_verbs()
    taken = -1
    for at, word in enumerate(words):
        entry = verbs.get(word.lower)
        if entry is None or at <= taken or scene.quotation_at(word.start) is not None:
            continue
        cue = _cue_at(scene, at, *entry)
        if cue is not None:
            taken = cue.last
            yield cue


def _cue_at(scene: Scene, at: int, verb: ReportingVerb, inflections: frozenset[Inflection]) -> _Cue | None:
    """The cue whose verb is word `at`, or None where the word is a noun, an adjective or an unrelated passive."""
    words = scene.words
    first = at
    while first > 0 and is_adverb(words[first - 1]):
        first -= 1
    group = {w.lower for w in words[first:at]}
    before = words[first - 1].lower if first else ""
    if "gerund" in inflections:
        progressive = bool(group & {"is", "are", "was", "were", "been", "be"})
        if not (progressive or before in {",", "", "by", "while", "-", "–", "—", "and"}):
            return None
        return _with_particle(words, _Cue(first, at, verb, "gerund", passive=False))
    if before == "to" or (group & {"to"}):
        return None
    if {"base", "present"} & inflections and "past" not in inflections and _is_noun(words, first, at, group, inflections):
        return None
    passive = bool(group & {"is", "are", "was", "were", "been", "be", "being"}) and "participle" in inflections
    if at == first and before in DETERMINERS - {"all", "both", "that", "those", "these", "one"}:
        return None
    inflection: Inflection = next(i for i in _FINITE if i in inflections)
    if inflection == "participle" and not group & {"have", "has", "had"} and not passive:
        return None
    return _with_particle(words, _Cue(first, at, verb, inflection, passive))


def _is_noun(words: Sequence[Word], first: int, at: int, group: set[str], inflections: frozenset[Inflection]) -> bool:
    """Whether a form such as "report", "claims" or "call" is a noun here."""
    if group & _BEFORE_BASE_FORM:
        return False
    before = words[first - 1] if first else None
    if before is None or not before.is_word:
        return before is None or before.text not in {",", '"', "”", ")", "''"}
    if before.lower in PRONOUNS:
        return False
    if before.text.endswith(("'s", "’s", "s’", "s'")) or words[at].text == "States":
        return True
    if "present" in inflections:
        return not (_can_head(before) and _opens_content(words, at + 1))
    return not (before.lower.endswith("s") or before.lower in _PLURALS)


_BEFORE_BASE_FORM = frozenset("will would did do does can could may might should must not".split())
_PLURALS = frozenset("people men women many some who police others".split())


def _can_head(word: Word) -> bool:
    """Whether a singular source can end with this word."""
    return word.is_capitalised or word.lower in speaker_nouns() or word.lower == "who"


def _opens_content(words: Sequence[Word], at: int) -> bool:
    """Whether what follows can be the content of a verb rather than go on with a noun."""
    if at >= len(words):
        return True
    word = words[at]
    return not word.is_word or word.lower not in {"of", "in", "about", "from", "at", "with", "were", "was", "are", "is"}


def _with_particle(words: Sequence[Word], cue: _Cue) -> _Cue | None:
    """Joins the particle of a phrasal verb; verbs that report only with their particle need it."""
    following = words[cue.last + 1].lower if cue.last + 1 < len(words) else ""
    if following in cue.verb.idioms:
        return None
    if following in cue.verb.particles:
        return replace(cue, last=cue.last + 1)
    return None if cue.verb.frames == {"phrase"} else cue


def _reported(scene: Scene, cue: _Cue, following: _Cue | None, previous: Attribution | None) -> Attribution | None:
    """The attribution of a verb with a source before or after it, or one taken up from the cue before."""
    if cue.passive and not (cue.verb.base in {"quote", "cite"}):
        return None
    inverted = _inverted_source(scene, cue)
    if inverted is not None:
        sources, end = inverted
        content = _content_left(scene, cue.first) + _content_after_source(scene, end)
        return _made(scene, "verb", sources, cue, content)
    subject = _subject(scene, cue, previous)
    if subject is None:
        return None
    sources, start = subject
    right = _content_right(scene, cue, following)
    left = () if right and not _is_postposed(scene, cue, start) else _content_left(scene, start)
    return _made(scene, "verb", sources, cue, left + (right if not left or _is_quoted(scene, right) else ()))


def _made(
    scene: Scene, construction: Construction, sources: tuple[Span, ...], cue: _Cue, content: tuple[Span, ...]
) -> Attribution | None:
    if not content:
        return None
    return Attribution(construction, sources, scene.span(cue.first, cue.last + 1), content, cue.verb)


def _is_quoted(scene: Scene, content: tuple[Span, ...]) -> bool:
    return bool(content) and scene.quotation_at(content[0].start) is not None


def _subject(scene: Scene, cue: _Cue, previous: Attribution | None) -> tuple[tuple[Span, ...], int] | None:
    """The sources before a cue and the word at which they start; the previous cue's when the subject is elided."""
    words = scene.words
    before = words[cue.first - 1].lower if cue.first else ""
    if cue.inflection == "gerund" and before in {",", "-", "–", "—", "and", "while", "by"}:
        inherited = previous.sources if previous else _main_subject(scene, cue.first)
        return (inherited, cue.first) if inherited else None
    if before in {"and", "but", "or", "then"} and previous is not None and previous.cue.end < words[cue.first].start:
        return previous.sources, cue.first
    if before == "," :
        return _subject_before_insertion(scene, cue, previous)
    if before in {"who", "which", "that"}:
        antecedent = phrase_before(words, cue.first - 1 - (cue.first >= 2 and words[cue.first - 2].text == ","))
        return ((scene.span(*antecedent),), cue.first) if antecedent else None
    found = phrase_before(words, cue.first, _floor(scene, cue.first))
    return _conjoined(scene, found) if found else None


def _floor(scene: Scene, at: int) -> int:
    """The word before which no phrase that ends at `at` can begin: after the last quotation."""
    words = scene.words
    return next((i + 1 for i in range(at - 1, -1, -1) if scene.quotation_at(words[i].start) is not None), 0)


def _main_subject(scene: Scene, before: int) -> tuple[Span, ...]:
    """The subject of the sentence, for a gerund that has no other cue before it."""
    phrase = phrase_after(scene.words, 0)
    return (scene.span(*phrase),) if phrase and phrase[1] < before else ()


def _subject_before_insertion(
    scene: Scene, cue: _Cue, previous: Attribution | None
) -> tuple[tuple[Span, ...], int] | None:
    """The subject left of a phrase between commas: "Mohammad, said to be the deputy chief, said"."""
    words = scene.words
    for at in range(cue.first - 2, 0, -1):
        if words[at].text == "," and scene.quotation_at(words[at].start) is None:
            phrase = phrase_before(words, at)
            if phrase is not None and _starts_clause(words, phrase[0]):
                return _conjoined(scene, phrase)
    return (previous.sources, cue.first) if previous is not None else None


def _starts_clause(words: Sequence[Word], at: int) -> bool:
    if at == 0:
        return True
    before = words[at - 1]
    return not before.is_word or before.lower in BOUNDARIES


def _conjoined(scene: Scene, phrase: tuple[int, int]) -> tuple[tuple[Span, ...], int]:
    """Two sources joined by "and" as two spans: "the government and the army"."""
    words = scene.words
    start, end = phrase
    if start >= 2 and words[start - 1].lower in {"and", "or"} and (words[start].lower not in PRONOUNS):
        other = phrase_before(words, start - 1)
        if other is not None and _can_open(words, other[0]) and other[1] - other[0] <= 8:
            return (scene.span(*other), scene.span(start, end)), other[0]
    return (scene.span(start, end),), start


def _can_open(words: Sequence[Word], at: int) -> bool:
    return at == 0 or not words[at - 1].is_word or words[at - 1].lower in BOUNDARIES


def _inverted_source(scene: Scene, cue: _Cue) -> tuple[tuple[Span, ...], int] | None:
    """The source after its verb ("..., said the minister") and the word at which it ends."""
    words = scene.words
    if cue.first == 0 or cue.inflection not in {"past", "present"} or not cue.verb.takes_clause | ("quote" in cue.verb.frames):
        return None
    before = words[cue.first - 1]
    closes_quotation = any(q.end in {before.end, before.end + 1, words[cue.first].start} for q in scene.quotations)
    if not (closes_quotation or before.text in {",", "—", "–", "”", '"', "''"}):
        return None
    if cue.last + 1 >= len(words) or not looks_like_phrase_start(words[cue.last + 1]):
        return None
    phrase = phrase_after(words, cue.last + 1)
    if phrase is None or (not closes_quotation and not _ends_or_pauses(words, phrase[1])):
        return None
    return (scene.span(*phrase),), phrase[1]


def _ends_or_pauses(words: Sequence[Word], at: int) -> bool:
    return at >= len(words) or not words[at].is_word or words[at].lower in {"on", "in", "at", "during", "after", "who", "late", "early"}


def _is_postposed(scene: Scene, cue: _Cue, start: int) -> bool:
    """Whether the content stands before its source: "..., a commander said today"."""
    words = scene.words
    if start == 0 or words[start - 1].text not in {",", '"', "”", "''", "—", "–"}:
        return False
    rest = _after_circumstance(scene, cue.last + 1)
    return rest >= len(words) or words[rest].text in {".", ",", ";", ":", "!", "?"} or scene.quotation_at(words[rest].start) is not None


_CIRCUMSTANCE = re.compile(
    r"\s*(?:,?\s*(?:late|early|later|earlier|again|today|yesterday|tonight|(?:on|last|this|next)?\s*"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s+(?:morning|afternoon|evening|night))?|(?:last|this|earlier this)\s+(?:week|month|year)"
    r"|(?:in|at|during|on|by|via|from|through|to)\s+(?:an?|the|his|her|their|its|separate|remarks|comments|telephone|phone|email|e-mail|reporters|journalists|state|Twitter|Facebook|television|Reuters|AFP)\b[^,.;:\"“”]*?(?=\s+that\b|[,.;:\"“”]|$)))+",
)


def _after_circumstance(scene: Scene, at: int) -> int:
    """The first word after time, place and medium of the saying ("said on Monday in a statement that")."""
    words = scene.words
    if at >= len(words):
        return at
    match = _CIRCUMSTANCE.match(scene.text, words[at].start, scene.sentence.span.end)
    if match is None:
        return at
    return next((i for i in range(at, len(words)) if words[i].start >= match.end()), len(words))


def _content_right(scene: Scene, cue: _Cue, following: _Cue | None) -> tuple[Span, ...]:
    """The content after a cue, without the circumstance of the saying and without what belongs to a later cue."""
    words = scene.words
    start = _after_circumstance(scene, cue.last + 1)
    if "addressee" in cue.verb.frames:
        start = _after_addressee(words, start)
    while start < len(words) and words[start].text in {",", ":", ";", "-", "–", "—"}:
        start += 1
    if start >= len(words):
        return ()
    end = _content_end(scene, start, cue, following)
    if start < len(words) and words[start].lower == "that" and end - start > 1 and words[start + 1].lower != "of":
        start += 1
    return _trimmed(scene.text, words[start].start, words[end - 1].end) if end > start else ()


def _after_addressee(words: Sequence[Word], start: int) -> int:
    """The word after the addressee ("told reporters that", "told AP:", "urged both sides to")."""
    for at in range(start, min(start + 9, len(words))):
        if words[at].lower in {"that", ":", ",", "to"} and at > start:
            return at + (words[at].text in {":", ","})
        if words[at].text in {'"', "“", "''"}:
            return at
    phrase = phrase_after(words, start)
    if phrase is not None and phrase[1] - start <= 2 and phrase[1] < len(words) and words[start].lower in PRONOUNS | {
        "reporters", "journalists", "him", "them", "us", "me", "her", "supporters", "lawmakers", "the", "a",
    }:
        return start + 1 if words[start].lower not in {"the", "a"} else start + 2
    return start


def _content_end(scene: Scene, start: int, cue: _Cue, following: _Cue | None) -> int:
    """The word before which a content that begins at `start` ends."""
    words = scene.words
    limit = len(words)
    while limit > start and words[limit - 1].text in {".", "!", "?"}:
        limit -= 1
    for stop in _stops(scene, start, cue, following):
        if start < stop < limit:
            limit = stop
    return limit


def _stops(scene: Scene, start: int, cue: _Cue, following: _Cue | None) -> Iterator[int]:
    words = scene.words
    for pattern in (_AS_DID, _ACCORDING):
        match = pattern.search(scene.text, words[start].start, scene.sentence.span.end)
        if match and scene.quotation_at(match.start()) is None:
            begin = next((i for i, w in enumerate(words) if w.start >= match.start()), len(words))
            yield begin - (begin > 0 and words[begin - 1].text == ",")
    relative = cue.first >= 2 and words[cue.first - 1].lower in {"who", "which"} and words[cue.first - 2].text == ","
    if relative:
        yield next((i for i in range(start, len(words)) if words[i].text == ","), len(words))
    if following is None:
        return
    at = following.first
    if words[at - 1].text == "," and following.inflection == "gerund":
        yield at - 1
    elif words[at - 1].lower in {"and", "but"} and following.verb.takes_clause and at - 1 > start:
        yield at - 1 - (words[at - 2].text == ",")
    else:
        phrase = phrase_before(words, at)
        if phrase is not None and phrase[0] >= 2 and words[phrase[0] - 1].lower in {"but", "while", "and", "although", "though"}:
            yield phrase[0] - 1 - (words[phrase[0] - 2].text == ",")


def _content_left(scene: Scene, end: int) -> tuple[Span, ...]:
    """The content before a source or an inverted cue: back to the sentence's start, or the whole quotation."""
    words = scene.words
    last = end - 1
    while last >= 0 and not words[last].is_word and scene.quotation_at(words[last].start) is None:
        last -= 1
    if last < 0:
        first_quotation = next((q for q in scene.quotations if q.end <= words[0].start <= q.end + 3), None)
        if first_quotation is None:
            return ()
        return _trimmed(scene.text, first_quotation.start, first_quotation.end)
    start = words[0].start
    if words[0].lower in {"but", "and", "however"}:
        start = words[1].start if len(words) > 1 else start
    stop = words[last].end
    quotation = scene.quotation_at(stop - 1)
    if quotation is not None:
        start, stop = min(start, quotation.start), quotation.end
    return _trimmed(scene.text, start, min(stop, words[end - 1].end) if quotation is None else stop)


def _content_after_source(scene: Scene, end: int) -> tuple[Span, ...]:
    """A quotation that goes on after an inverted source within the sentence."""
    words = scene.words
    for at in range(end, len(words)):
        quotation = scene.quotation_at(words[at].start)
        if quotation is not None:
            return _trimmed(scene.text, quotation.start, min(quotation.end, max(scene.sentence.span.end, quotation.end)))
    return ()


def _trimmed(text: str, start: int, end: int) -> tuple[Span, ...]:
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:–—-"):
        end -= 1
    while start < end and (text[start].isspace() or text[start] in ",;:–—-"):
        start += 1
    return (Span.of(text, start, end),) if end > start else ()


def _hearsay(scene: Scene, cue: _Cue) -> Attribution | None:
    """Passive hearsay: "is believed to have splintered", "said to be the deputy chief"."""
    words = scene.words
    if words[cue.last].lower not in _HEARSAY:
        return None
    following = words[cue.last + 1].lower if cue.last + 1 < len(words) else ""
    reduced = following == "to" and (cue.first == 0 or words[cue.first - 1].text == ",")
    if not (reduced or (cue.passive and following in {"to", "that"})):
        return None
    end = len(words)
    while end > cue.last and not words[end - 1].is_word:
        end -= 1
    if reduced:
        comma = (i for i in range(cue.last + 1, len(words)) if words[i].text == ",")
        end = next(comma, end)
    content = _trimmed(scene.text, words[cue.last + 1].start, words[end - 1].end)
    return Attribution("hearsay", (), scene.span(cue.first, cue.last + 1), content, cue.verb) if content else None


def _unclears(scene: Scene) -> Iterator[Attribution]:
    for match in _UNCLEAR.finditer(scene.text, scene.sentence.span.start, scene.sentence.span.end):
        negative = re.search(r"unclear|uncertain|unknown|not", match.group(1), re.IGNORECASE)
        if negative is None or scene.quotation_at(match.start()) is not None:
            continue
        content = _trimmed(scene.text, match.start(2), scene.sentence.span.end)
        content = tuple(Span.of(scene.text, c.start, c.end - (c.text[-1] in ".!?")) for c in content)
        yield Attribution("unclear", (), Span.of(scene.text, *match.span(1)), content)


def _silences(scene: Scene) -> Iterator[Attribution]:
    """A source that would not or could not answer; the content is what it was asked for."""
    for match in _SILENCE.finditer(scene.text, scene.sentence.span.start, scene.sentence.span.end):
        first = next((i for i, w in enumerate(scene.words) if w.start >= match.start()), None)
        if first is None or scene.quotation_at(match.start()) is not None:
            continue
        while first > 0 and scene.words[first - 1].lower in ADVERBS | AUXILIARIES | {"immediately"}:
            first -= 1
        phrase = phrase_before(scene.words, first, _floor(scene, first))
        if phrase is None:
            continue
        end = next((i for i, w in enumerate(scene.words) if w.start >= match.end()), len(scene.words))
        content = _clause_from(scene, end)
        yield Attribution("silence", _conjoined(scene, phrase)[0], Span.of(scene.text, *match.span(1)), content)


def _clause_from(scene: Scene, start: int) -> tuple[Span, ...]:
    """The words from `start` to the next pause."""
    words = scene.words
    end = next((i for i in range(start, len(words)) if words[i].text in {".", ",", ";", ":"}), len(words))
    return _trimmed(scene.text, words[start].start, words[end - 1].end) if end > start else ()


def _accordings(scene: Scene) -> Iterator[Attribution]:
    for match in _ACCORDING.finditer(scene.text, scene.sentence.span.start, scene.sentence.span.end):
        if scene.quotation_at(match.start()) is not None:
            continue
        words = scene.words
        first = next(i for i, w in enumerate(words) if w.start >= match.start())
        phrase = phrase_after(words, first + 2)
        if phrase is None:
            continue
        content = _content_left(scene, first) if first else ()
        if not content:
            content = _rest(scene, phrase[1])
        if content:
            yield Attribution("according", (scene.span(*phrase),), Span.of(scene.text, *match.span()), content)


def _rest(scene: Scene, start: int) -> tuple[Span, ...]:
    words = scene.words
    comma = next((i for i in range(start, len(words)) if words[i].text == ","), None)
    if comma is None or comma + 1 >= len(words):
        return ()
    end = len(words) - (words[-1].text in {".", "!", "?"})
    return _trimmed(scene.text, words[comma + 1].start, words[end - 1].end) if end > comma + 1 else ()


def _elided(scene: Scene, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Further sources of a statement just made: "..., as did a spokesman for the Taliban"."""
    for match in _AS_DID.finditer(scene.text, scene.sentence.span.start, scene.sentence.span.end):
        first = next((i for i, w in enumerate(scene.words) if w.start >= match.end()), None)
        heads = [a for a in found if a.construction == "verb" and a.cue.end <= match.start() + 1]
        if first is None or not heads or scene.quotation_at(match.start()) is not None:
            continue
        phrase = phrase_after(scene.words, first)
        if phrase is not None:
            cue = Span.of(scene.text, match.start(1), match.end(2))
            yield replace(heads[-1], construction="elided", sources=(scene.span(*phrase),), cue=cue)
