"""Constructions of news English that have no plain verb between source and content.

Silence ("could not be reached"), the open question ("it is unclear whether"), "according to", passive hearsay ("is
believed to have split") and elision ("as did a spokesman").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.model import Span
from onrecord.reading.contents import ACCORDING, AS_DID, content_left
from onrecord.reading.phrases import ADVERBS, AUXILIARIES, phrase_after
from onrecord.reading.scene import Attribution, Cue, Scene, trimmed
from onrecord.reading.sources import plain_subject

_HEARSAY = frozenset({
    "believed", "said", "thought", "reported", "understood", "alleged", "rumoured", "rumored", "feared", "considered",
    "known", "reputed", "presumed",
})  # fmt: skip
_UNCLEAR = re.compile(
    r"\b(?:(?:it|there)\s+)?((?:is|was|remains|remained|has been)\s+"
    r"(?:still\s+|as yet\s+|not\s+(?:immediately\s+|yet\s+)?)?"
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


def silences(scene: Scene) -> Iterator[Attribution]:
    """A source that would not or could not answer; the content is what it was asked for."""
    for match in _SILENCE.finditer(scene.text, scene.sentence.span.start, scene.sentence.span.end):
        first = next((i for i, w in enumerate(scene.words) if w.start >= match.start()), None)
        if first is None or scene.quotation_at(match.start()) is not None:
            continue
        while first > 0 and scene.words[first - 1].lower in ADVERBS | AUXILIARIES | {"immediately"}:
            first -= 1
        subject = plain_subject(scene, first)
        if subject is None:
            continue
        end = next((i for i, w in enumerate(scene.words) if w.start >= match.end()), len(scene.words))
        content = _clause_from(scene, end)
        yield Attribution("silence", subject[0], Span.of(scene.text, *match.span(1)), content)


def _clause_from(scene: Scene, start: int) -> tuple[Span, ...]:
    """The words from `start` to the next pause."""
    words = scene.words
    end = next((i for i in range(start, len(words)) if words[i].text in {".", ",", ";", ":"}), len(words))
    return trimmed(scene.text, words[start].start, words[end - 1].end) if end > start else ()


def unclears(scene: Scene) -> Iterator[Attribution]:
    """Questions that the report leaves open: "it is unclear whether ..."."""
    for match in _UNCLEAR.finditer(scene.text, scene.sentence.span.start, scene.sentence.span.end):
        negative = re.search(r"unclear|uncertain|unknown|not", match.group(1), re.IGNORECASE)
        if negative is None or scene.quotation_at(match.start()) is not None:
            continue
        content = trimmed(scene.text, match.start(2), scene.sentence.span.end)
        content = tuple(Span.of(scene.text, c.start, c.end - (c.text[-1] in ".!?")) for c in content)
        yield Attribution("unclear", (), Span.of(scene.text, *match.span(1)), content)


def accordings(scene: Scene) -> Iterator[Attribution]:
    """Contents before or after "according to" and its source."""
    for match in ACCORDING.finditer(scene.text, scene.sentence.span.start, scene.sentence.span.end):
        if scene.quotation_at(match.start()) is not None:
            continue
        words = scene.words
        first = next(i for i, w in enumerate(words) if w.start >= match.start())
        phrase = phrase_after(words, first + 2)
        if phrase is None:
            continue
        content = content_left(scene, first) if first else ()
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
    return trimmed(scene.text, words[comma + 1].start, words[end - 1].end) if end > comma + 1 else ()


def hearsay(scene: Scene, cue: Cue) -> Attribution | None:
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
    content = trimmed(scene.text, words[cue.last + 1].start, words[end - 1].end)
    return Attribution("hearsay", (), scene.span(cue.first, cue.last + 1), content, cue.verb) if content else None


def elided(scene: Scene, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Further sources of a statement just made: "..., as did a spokesman for the Taliban"."""
    for match in AS_DID.finditer(scene.text, scene.sentence.span.start, scene.sentence.span.end):
        first = next((i for i, w in enumerate(scene.words) if w.start >= match.end()), None)
        heads = [a for a in found if a.construction == "verb" and a.cue.end <= match.start() + 1]
        if first is None or not heads or scene.quotation_at(match.start()) is not None:
            continue
        sources = tuple(_joined_after(scene, first))
        if sources:
            cue = Span.of(scene.text, match.start(1), match.end(2))
            yield replace(heads[-1], construction="elided", sources=sources, cue=cue)


def _joined_after(scene: Scene, first: int) -> Iterator[Span]:
    """The noun phrases from word `first` on, as far as "and" joins them."""
    phrase = phrase_after(scene.words, first)
    while phrase is not None:
        yield scene.span(*phrase)
        end = phrase[1]
        joined = end + 1 < len(scene.words) and scene.words[end].lower == "and"
        phrase = phrase_after(scene.words, end + 1) if joined else None
