"""What a cue says by its own words, whatever it is taken for: who "rejected claims" that something is so denies it."""

from __future__ import annotations

import re

from onrecord.model import Act, Certainty, Span

_DENYING = re.compile(
    r"(?:(?!not\b|never\b|neither\b|nor\b|cannot\b)[\w’']+\s+){0,4}?"
    r"(?:reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|den(?:y|ies|ied|ying)|refut(?:es?|ed|ing)|rebut(?:s|ted|ting)?"
    r"|discount(?:s|ed|ing)?|scorn(?:s|ed|ing)?)\s+(?:[\w’'-]+\s+){0,3}?"
    r"(?:claims?|reports?|suggestions?|allegations?|accusations?|charges?|rumou?rs?|assertions?|stor(?:y|ies)|notion)"
    r"(?:\s+that)?",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"(?:\b(?:not|never|neither|nor|cannot)\b|n['’]t\b)", re.IGNORECASE)


def by_its_words(cue: Span | None, act: Act, certainty: Certainty) -> tuple[Act, Certainty]:
    """Act and certainty of a statement, those of a denial where the cue's words leave nothing else."""
    if cue is None or _DENYING.fullmatch(cue.text) is None or _NEGATED.search(cue.text):
        return act, certainty
    return "denies", "negated"
