"""Reporting verbs in a sentence, told from the nouns, adjectives and passives that look like them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.reading.lexicon import Inflection, ReportingVerb, reporting_verbs, speaker_nouns
from onrecord.reading.phrases import DETERMINERS, PRONOUNS, is_adverb
from onrecord.reading.scene import Cue, Scene
from onrecord.reading.segmentation import Word

_FINITE: tuple[Inflection, ...] = ("past", "present", "base", "participle")
_BEFORE_BASE_FORM = frozenset("will would did do does can could may might should must not".split())
_PLURALS = frozenset("people men women many some who police others".split())


def cues(scene: Scene) -> Iterator[Cue]:
    """The reporting verbs of the sentence that stand outside quotations, in order."""
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


def _cue_at(scene: Scene, at: int, verb: ReportingVerb, inflections: frozenset[Inflection]) -> Cue | None:
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
        return _with_particle(words, Cue(first, at, verb, "gerund", passive=False))
    if before == "to" or (group & {"to"}):
        return None
    if (
        {"base", "present"} & inflections
        and "past" not in inflections
        and _is_noun(words, first, at, group, inflections)
    ):
        return None
    passive = bool(group & {"is", "are", "was", "were", "been", "be", "being"}) and "participle" in inflections
    if at == first and before in DETERMINERS - {"all", "both", "that", "those", "these", "one"}:
        return None
    inflection: Inflection = next(i for i in _FINITE if i in inflections)
    if inflection == "participle" and not group & {"have", "has", "had"} and not passive:
        return None
    return _with_particle(words, Cue(first, at, verb, inflection, passive))


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


def _can_head(word: Word) -> bool:
    """Whether a singular source can end with this word."""
    return word.is_capitalised or word.lower in speaker_nouns() or word.lower == "who"


def _opens_content(words: Sequence[Word], at: int) -> bool:
    """Whether what follows can be the content of a verb rather than go on with a noun."""
    if at >= len(words):
        return True
    word = words[at]
    return not word.is_word or word.lower not in {
        "of",
        "in",
        "about",
        "from",
        "at",
        "with",
        "were",
        "was",
        "are",
        "is",
    }


def _with_particle(words: Sequence[Word], cue: Cue) -> Cue | None:
    """Joins the particle of a phrasal verb; verbs that report only with their particle need it."""
    following = words[cue.last + 1].lower if cue.last + 1 < len(words) else ""
    if following in cue.verb.idioms and not cue.passive:
        return None
    if following in cue.verb.particles:
        return replace(cue, last=cue.last + 1)
    needs_particle = bool(cue.verb.particles) and cue.verb.frames <= {"phrase", "quote"}
    return None if needs_particle else cue
