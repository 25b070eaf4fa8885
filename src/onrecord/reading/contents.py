"""The content of a cue: the clause or object after it, or what stands before it; quotations whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.model import Span
from onrecord.reading.phrases import AUXILIARIES, PRONOUNS, phrase_after, phrase_before
from onrecord.reading.scene import Cue, Scene, trimmed
from onrecord.reading.segmentation import Word

ACCORDING = re.compile(r"\baccording to\b", re.IGNORECASE)
AS_DID = re.compile(r",?\s+(as|so|nor)\s+(did|has|have|had|does|do|was|were)\s+", re.IGNORECASE)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_CIRCUMSTANCE = re.compile(
    r"\s*(?:,?\s*(?:on condition (?:of anonymity|that [^,.;:]*)|anonymously|(?:\w+ ){1,2}(?:days?|weeks?"
    r"|months?|years?) ago"
    r"|late|early|later|earlier|again|today|yesterday|tonight"
    rf"|(?:on|last|this|next)?\s*{_WEEKDAY}(?:\s+(?:morning|afternoon|evening|night))?"
    r"|(?:last|this|earlier this)\s+(?:week|month|year)"
    rf"|(?:on|in)\s+{_MONTH}(?:\s+\d{{1,2}})?(?:,?\s+\d{{4}})?"
    r"|(?:in|at|during|on|by|via|from|through|to)\s+(?:an?|the|his|her|their|its|separate|remarks|comments|telephone|phone"
    r"|email|e-mail|reporters|journalists|state|Twitter|Facebook|television|Reuters|AFP)\b"
    r"[^,.;:\"“”]*?(?=\s+that\b|[,.;:\"“”]|$)))+",
)


def content_right(scene: Scene, cue: Cue, following: Cue | None) -> tuple[Span, ...]:
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
    return trimmed(scene.text, words[start].start, words[end - 1].end) if end > start else ()


def content_left(scene: Scene, end: int) -> tuple[Span, ...]:
    """The content before a source or an inverted cue: back to the sentence's start, or the whole quotation."""
    words = scene.words
    last = end - 1
    while last >= 0 and not words[last].is_word and scene.quotation_at(words[last].start) is None:
        last -= 1
    if last < 0:
        first_quotation = next((q for q in scene.quotations if q.end <= words[0].start <= q.end + 3), None)
        if first_quotation is None:
            return ()
        return trimmed(scene.text, first_quotation.start, first_quotation.end)
    start = words[0].start
    if words[0].lower in {"but", "and", "however"}:
        start = words[1].start if len(words) > 1 else start
    stop = words[last].end
    quotation = scene.quotation_at(stop - 1)
    if quotation is not None:
        start, stop = min(start, quotation.start), quotation.end
    return trimmed(scene.text, start, min(stop, words[end - 1].end) if quotation is None else stop)


def content_after_source(scene: Scene, end: int) -> tuple[Span, ...]:
    """A quotation that goes on after an inverted source within the sentence."""
    words = scene.words
    for at in range(end, len(words)):
        quotation = scene.quotation_at(words[at].start)
        if quotation is not None:
            return trimmed(
                scene.text, quotation.start, min(quotation.end, max(scene.sentence.span.end, quotation.end))
            )
    return ()


def is_postposed(scene: Scene, cue: Cue, start: int) -> bool:
    """Whether the content stands before its source: "..., a commander said today"."""
    words = scene.words
    if start == 0 or words[start - 1].text not in {",", '"', "”", "''", "—", "–"}:
        return False
    rest = _after_circumstance(scene, cue.last + 1)
    return (
        rest >= len(words)
        or words[rest].text in {".", ",", ";", ":", "!", "?"}
        or scene.quotation_at(words[rest].start) is not None
        or (words[rest].lower in _TAILS and _opens_quoted(scene, start))
    )


_TAILS = frozenset("of about in on at after as when during from before while to".split())


def _opens_quoted(scene: Scene, start: int) -> bool:
    """Whether a quotation reaches from the sentence's first word to the source: "“It is a lie,” he said of it"."""
    quotation = scene.quotation_at(scene.words[0].start)
    return quotation is not None and quotation.end >= scene.words[start - 1].start


def is_quoted(scene: Scene, content: tuple[Span, ...]) -> bool:
    """Whether a content begins within a quotation."""
    return bool(content) and scene.quotation_at(content[0].start) is not None


def goes_on(scene: Scene, cue: Cue, right: tuple[Span, ...]) -> bool:
    """Whether a content before its source goes on after the cue: quoted, or as in "The road, officials said, is open"."""
    words = scene.words
    rest = _after_circumstance(scene, cue.last + 1)
    resumes = rest + 1 < len(words) and words[rest].text == "," and words[rest + 1].lower in AUXILIARIES
    return resumes or is_quoted(scene, right)


def sets_the_scene(scene: Scene) -> bool:
    """Whether a sentence opens with the circumstance of what is said in it ("On Monday, he said: ...")."""
    opening = scene.words[0]
    return opening.lower in _SCENES and scene.quotation_at(opening.start) is None


_SCENES = frozenset(
    "after amid as asked at before by during earlier following for from in last later on since speaking this to when"
    " while with".split()
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


def _after_addressee(words: Sequence[Word], start: int) -> int:
    """The word after the addressee ("told reporters that", "told AP:", "urged both sides to")."""
    for at in range(start, min(start + 9, len(words))):
        if words[at].lower in {"that", ":", ",", "to"} and at > start:
            return at + (words[at].text in {":", ","})
        if words[at].text in {'"', "“", "''"}:
            return at
    phrase = phrase_after(words, start)
    if (
        phrase is not None
        and phrase[1] - start <= 2
        and phrase[1] < len(words)
        and words[start].lower
        in PRONOUNS
        | {
            "reporters",
            "journalists",
            "him",
            "them",
            "us",
            "me",
            "her",
            "supporters",
            "lawmakers",
            "the",
            "a",
        }
    ):
        return start + 1 if words[start].lower not in {"the", "a"} else start + 2
    return start


def _content_end(scene: Scene, start: int, cue: Cue, following: Cue | None) -> int:
    """The word before which a content that begins at `start` ends."""
    words = scene.words
    limit = len(words)
    while limit > start and words[limit - 1].text in {".", "!", "?"}:
        limit -= 1
    for stop in _stops(scene, start, cue, following):
        if start < stop < limit:
            limit = stop
    return limit


def _stops(scene: Scene, start: int, cue: Cue, following: Cue | None) -> Iterator[int]:
    """The words before which a content may have to end: elision, "according to", its relative clause, a later cue."""
    words = scene.words
    for pattern in (AS_DID, ACCORDING):
        match = pattern.search(scene.text, words[start].start, scene.sentence.span.end)
        if match and scene.quotation_at(match.start()) is None:
            begin = next((i for i, w in enumerate(words) if w.start >= match.start()), len(words))
            yield _before_comma(words, begin)
    relative = cue.first >= 2 and words[cue.first - 1].lower in {"who", "which"} and words[cue.first - 2].text == ","
    if relative:
        yield next((i for i in range(start, len(words)) if words[i].text == ","), len(words))
    if following is not None:
        yield from _stops_at_cue(words, start, following)


def _stops_at_cue(words: Sequence[Word], start: int, following: Cue) -> Iterator[int]:
    at = following.first
    if words[at - 1].text == "," and following.inflection == "gerund":
        yield at - 1
    elif words[at - 1].lower in {"and", "but"} and following.verb.takes_clause and at - 1 > start:
        yield _before_comma(words, at - 1)
    else:
        phrase = phrase_before(words, at)
        link = words[phrase[0] - 1].lower if phrase is not None and phrase[0] >= 2 else ""
        if phrase is not None and link in _COORDINATES:
            yield _before_comma(words, phrase[0] - 1)
        elif phrase is not None and link in _TIMES_A_CLAUSE:
            yield _before_comma(words, _before_quantity(words, phrase[0] - 1))


_COORDINATES = frozenset({"but", "while", "and", "although", "though"})
_TIMES_A_CLAUSE = frozenset({"after", "before", "since", "when"})


def _before_comma(words: Sequence[Word], at: int) -> int:
    return at - (at > 0 and words[at - 1].text == ",")


def _before_quantity(words: Sequence[Word], at: int) -> int:
    """The word before "a week" in "a week after", or the same word where no time is counted."""
    counted = at >= 2 and words[at - 1].lower.rstrip("s") in {"day", "week", "month", "year", "hour"}
    return at - 2 if counted else at
