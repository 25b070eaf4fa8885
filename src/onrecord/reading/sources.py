"""The source of a cue: before it, after it, before an insertion, or taken up from the cue before."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import Span
from onrecord.reading.phrases import BOUNDARIES, PRONOUNS, looks_like_phrase_start, phrase_after, phrase_before
from onrecord.reading.scene import Attribution, Cue, Scene
from onrecord.reading.segmentation import Word

Sources = tuple[tuple[Span, ...], int]
"""The spans of one or more sources, and the number of the word at which they start or end."""


def subject(scene: Scene, cue: Cue, previous: Attribution | None) -> Sources | None:
    """The sources before a cue and the word at which they start; the previous cue's when the subject is elided."""
    words = scene.words
    before = words[cue.first - 1].lower if cue.first else ""
    if cue.inflection == "gerund" and before in {",", "-", "–", "—", "and", "while", "by"}:
        inherited = previous.sources if previous else _main_subject(scene, cue.first)
        return (inherited, cue.first) if inherited else None
    if before in {"and", "but", "or", "then"} and previous is not None and previous.cue.end < words[cue.first].start:
        return previous.sources, cue.first
    if before == ",":
        inserted = _subject_before_insertion(scene, cue.first)
        return inserted or ((previous.sources, cue.first) if previous is not None else None)
    if before in {"who", "which", "that"}:
        antecedent = phrase_before(words, cue.first - 1 - (cue.first >= 2 and words[cue.first - 2].text == ","))
        return ((scene.span(*antecedent),), cue.first) if antecedent else None
    found = phrase_before(words, cue.first, floor(scene, cue.first))
    if found is None or _is_within_relative(words, found[0]):
        found = _before_relative(words, cue.first) or found
    return conjoined(scene, found) if found else None


def _is_within_relative(words: Sequence[Word], at: int) -> bool:
    """Whether a phrase is what a relative clause is about, not who speaks: "officials who spoke to reporters said"."""
    before = words[at - 1].lower if at else ""
    return before in _PREPOSITIONS or (before == "who" and not looks_like_phrase_start(words[at]))


def _before_relative(words: Sequence[Word], first: int) -> tuple[int, int] | None:
    """The phrase that a relative clause parts from its verb: "officials who asked not to be named said"."""
    for at in range(first - 1, 0, -1):
        if not words[at].is_word:
            return None
        if words[at].lower == "who":
            return phrase_before(words, at)
    return None


_PREPOSITIONS = frozenset("of to with on in at from for by about".split())


def is_nobody(scene: Scene, sources: Sequence[Span], start: int) -> bool:
    """Whether the sources are those who did not say it: "nobody confirmed", "neither side has confirmed"."""
    before = scene.words[start - 1].lower if start else ""
    opening = sources[0].text.split()[0].lower()
    return opening in _NOBODY or (before in _NOBODY and not sources[0].text[0].isupper())


_NOBODY = frozenset("nobody none neither no nor noone".split())


def floor(scene: Scene, at: int) -> int:
    """The word before which no phrase that ends at `at` can begin: after the last quotation."""
    words = scene.words
    return next((i + 1 for i in range(at - 1, -1, -1) if scene.quotation_at(words[i].start) is not None), 0)


def _main_subject(scene: Scene, before: int) -> tuple[Span, ...]:
    """The subject of the sentence, for a gerund that has no other cue before it."""
    phrase = phrase_after(scene.words, 0)
    return (scene.span(*phrase),) if phrase and phrase[1] < before else ()


def plain_subject(scene: Scene, first: int) -> Sources | None:
    """The sources right before a verb group, or before a phrase between commas."""
    if first and scene.words[first - 1].text == ",":
        return _subject_before_insertion(scene, first)
    phrase = phrase_before(scene.words, first, floor(scene, first))
    return conjoined(scene, phrase) if phrase else None


def _subject_before_insertion(scene: Scene, first: int) -> Sources | None:
    """The subject left of a phrase between commas: "Mohammad, said to be the deputy chief, said"."""
    words = scene.words
    for at in range(first - 2, 0, -1):
        if words[at].text == "," and scene.quotation_at(words[at].start) is None:
            phrase = phrase_before(words, at)
            if phrase is not None and _starts_clause(words, phrase[0]):
                return conjoined(scene, phrase)
    return None


def _starts_clause(words: Sequence[Word], at: int) -> bool:
    if at == 0:
        return True
    before = words[at - 1]
    return not before.is_word or before.lower in BOUNDARIES


def conjoined(scene: Scene, phrase: tuple[int, int]) -> Sources:
    """Two sources joined by "and" as two spans: "the government and the army"."""
    words = scene.words
    start, end = phrase
    if start >= 2 and words[start - 1].lower in {"and", "or"} and (words[start].lower not in PRONOUNS):
        other = phrase_before(words, start - 1)
        if other is not None and _starts_clause(words, other[0]) and other[1] - other[0] <= 8:
            return (scene.span(*other), scene.span(start, end)), other[0]
    return (scene.span(start, end),), start


def inverted_source(scene: Scene, cue: Cue) -> Sources | None:
    """The source after its verb ("..., said the minister") and the word at which it ends."""
    words = scene.words
    if (
        cue.first == 0
        or cue.inflection not in {"past", "present"}
        or not cue.verb.takes_clause | ("quote" in cue.verb.frames)
    ):
        return None
    before = words[cue.first - 1]
    closes_quotation = any(q.end in {before.end, before.end + 1, words[cue.first].start} for q in scene.quotations)
    if not (closes_quotation or before.text in {",", "—", "–", "”", '"', "''"}):
        return None
    if cue.last + 1 >= len(words) or not looks_like_phrase_start(words[cue.last + 1]):
        return None
    phrase = phrase_after(words, cue.last + 1)
    if phrase is None or (
        not closes_quotation and not (cue.verb.act == "asserts" and _ends_or_pauses(words, phrase[1]))
    ):
        return None
    return (scene.span(*phrase),), phrase[1]


def _ends_or_pauses(words: Sequence[Word], at: int) -> bool:
    return (
        at >= len(words)
        or not words[at].is_word
        or words[at].lower in {"on", "in", "at", "during", "after", "who", "late", "early"}
    )
