"""Noun phrases that can be sources, found beside a reporting verb without a parser."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.reading.lexicon import speaker_nouns
from onrecord.reading.segmentation import Word

AUXILIARIES = frozenset(
    "is are was were be been being am has have had having do does did will would can could may might shall should "
    "must not n't never neither nor didn't doesn't don't won't wouldn't couldn't can't hasn't haven't hadn't isn't "
    "wasn't weren't aren't cannot".split()
)
ADVERBS = frozenset(
    "also again already always even ever first formally just later long now often once only previously recently "
    "repeatedly reportedly since sometimes soon still then thus today yesterday twice yet apparently earlier further "
    "all both simply".split()
)
DETERMINERS = frozenset(
    "a an the this that these those his her its their our my your some several many most two three four five six "
    "one another any each every both no".split()
)
PRONOUNS = frozenset("he she they it i we you who".split())
BOUNDARIES = frozenset(
    "that which who whom whose as but because while if when whenever after before since although though than whether "
    "until till where so yet then how why what and or nor unless despite amid".split()
)
_LINKS = frozenset("of for in from with at on by near to de del al-".split())
_TIME_PREPOSITIONS = frozenset("on in at during after before by since from".split())
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december today yesterday tomorrow tonight later earlier".split()
)
_LONGEST = 16


def is_adverb(word: Word) -> bool:
    """Whether a word can stand between a source and its verb."""
    lower = word.lower
    return (
        lower in ADVERBS or lower in AUXILIARIES or (lower.endswith("ly") and lower not in {"family", "only", "ally"})
    )


def phrase_before(words: Sequence[Word], end: int, floor: int = 0) -> tuple[int, int] | None:
    """Start and end, as word numbers, of the noun phrase that ends just before word `end`; None if there is none."""
    if end <= floor:
        return None
    last = words[end - 1]
    if last.lower in PRONOUNS:
        return end - 1, end
    start = end
    while start > floor and end - start < _LONGEST and not _ends_phrase(words, start - 1, end):
        start -= 1
    start = _without_lead(words, start, end)
    if start >= end or not any(w.is_word for w in words[start:end]):
        return None
    return (start, end) if _can_speak(words[start:end]) else None


def phrase_after(words: Sequence[Word], start: int) -> tuple[int, int] | None:
    """Start and end, as word numbers, of the noun phrase that begins at word `start`; None if there is none."""
    end = start
    while end < len(words) and end - start < _LONGEST:
        word = words[end]
        if not word.is_word and word.text not in {"'s", "-", "'", "’"} and not _is_initial_stop(words, end):
            break
        if end > start and (word.lower in BOUNDARIES or word.lower in AUXILIARIES or _opens_circumstance(words, end)):
            break
        end += 1
    return (start, end) if end > start and _can_speak(words[start:end]) else None


def looks_like_phrase_start(word: Word) -> bool:
    """Whether a noun phrase can begin with this word."""
    lower = word.lower
    return word.is_capitalised or lower in DETERMINERS or lower in PRONOUNS or lower in speaker_nouns()


def _is_initial_stop(words: Sequence[Word], at: int) -> bool:
    """Whether the mark at this place is the stop of an abbreviation such as "Gen." or "J."."""
    before = words[at - 1] if at else None
    return (
        words[at].text == "."
        and before is not None
        and before.is_capitalised
        and len(before.text) <= 4
        and at + 1 < len(words)
    )


def _opens_circumstance(words: Sequence[Word], at: int) -> bool:
    """Whether time, place or manner of the saying begins here ("on Monday", "in a statement", "Tuesday")."""
    lower = words[at].lower
    if lower in _TIMES:
        return True
    if lower not in _TIME_PREPOSITIONS or at + 1 >= len(words):
        return False
    following = words[at + 1]
    if lower in {"during", "after", "before", "since", "by"}:
        return True
    if following.lower in _TIMES or following.text[0].isdigit():
        return True
    return lower in {"in", "at", "on"} and following.lower in {
        "a",
        "an",
        "his",
        "her",
        "their",
        "response",
        "testimony",
        "remarks",
    }


def _ends_phrase(words: Sequence[Word], at: int, end: int) -> bool:
    """Whether the phrase that ends at `end` cannot reach further left than over word `at`."""
    word = words[at]
    lower = word.lower
    if lower in PRONOUNS:
        return True
    if not word.is_word:
        return word.text not in {"'", "’", "."} or (word.text == "." and not _is_initial_stop(words, at))
    if lower in BOUNDARIES or lower in AUXILIARIES:
        return True
    follows = words[at + 1] if at + 1 < end else None
    if follows is not None and follows.lower in DETERMINERS and lower not in _LINKS:
        return True
    return follows is not None and follows.is_capitalised and lower in _TIMES


def _without_lead(words: Sequence[Word], start: int, end: int) -> int:
    """Drops a leading circumstance: "On Monday officials" → "officials", "In Bogotá the army" → "the army"."""
    while start < end and words[start].lower in _LINKS | _TIME_PREPOSITIONS:
        start += 1
        while start < end and not words[start - 1].is_word:
            start += 1
        if start < end and (words[start].lower in _TIMES or words[start].text[0].isdigit()):
            start += 1
        elif start < end and words[start].is_capitalised:
            while start + 1 < end and words[start].is_capitalised:
                start += 1
    while start < end and (words[start].lower in _TIMES or words[start].lower in ADVERBS - {"all", "both"}):
        start += 1
    return start


def _can_speak(phrase: Sequence[Word]) -> bool:
    """Whether the phrase can name a source: a pronoun, a name, a speaker noun, or a determiner with a noun."""
    if phrase[0].lower in PRONOUNS:
        return len(phrase) == 1
    nouns = speaker_nouns()
    if any(w.is_capitalised or w.lower in nouns or w.lower.removesuffix("s") in nouns for w in phrase):
        return True
    return (phrase[0].lower in DETERMINERS and len(phrase) > 1) or phrase[-1].lower.endswith("s")
