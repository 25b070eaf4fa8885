"""Words as treebanks cut them: clitics, hyphens and punctuation stand alone, abbreviations keep their full stop.

The segmentation follows the guidelines of the English treebanks of Universal Dependencies (EWT and GUM), on which the
encoder learnt its grammar; `docs/results.md` says how often it agrees with them.
"""

from __future__ import annotations

import re

_TITLES = (
    "Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Cpl|Sgt|Brig|Adm|Gov|Sen|Rep|Rev|Hon|Pres|St|Jr|Sr|No|vs|etc|Inc|Ltd|Co|Corp"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)
_WORD = re.compile(
    rf"""
    (?:[^\W\d_]\.){{2,}}                           # U.S.
    | \b(?:{_TITLES})\.(?=\s)                      # Gen.
    | \d+(?:[.,:]\d+)*(?![^\W_])                   # 1,200 and 10:30
    | [^\W\d_]+?(?=n['’]t\b) | n['’]t\b            # do|n't
    | (?<=\w)['’](?:s|S|re|ve|ll|d|m)\b            # army|'s
    | [^\W_]+
    | \.{{2,}} | -{{2,}} | ''|``
    | [^\w\s] | _+
    """,
    re.VERBOSE,
)

LOWER, TITLE, UPPER, LETTER, MIXED, NUMBER, SIGN = range(7)
"""Patterns of capitals: `lower`, `Title`, `UPPER`, a single capital, `mIxed`, with a digit, punctuation."""


def words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Start and end of each word and punctuation mark between two places of a text, in order."""
    return [match.span() for match in _WORD.finditer(text, start, end)]


def capitals(word: str) -> int:
    """Which pattern of capitals a word has; gives an uncased vocabulary its capitals back."""
    if not any(sign.isalnum() for sign in word):
        return SIGN
    if any(sign.isdigit() for sign in word):
        return NUMBER
    if word.islower():
        return LOWER
    if word.isupper():
        return UPPER if len(word) > 1 else LETTER
    return TITLE if word[0].isupper() and (word[1:].islower() or not word[1:]) else MIXED
