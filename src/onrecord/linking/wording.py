"""The wording of a report, made comparable: its own words in order, its sentences, and which words are quoted.

What two reporters heard at one news conference stands between quotation marks in both reports. It tells nothing of
whether one was copied from the other, so quoted words are marked and left out of the comparison. Furniture, case,
punctuation, ligatures, hyphens at line ends and line breaks make no difference.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from onrecord.model import Article

FEWEST_WORDS = 4
"""A sentence with fewer words ("he said.") is read together with the next one."""
_FEWEST_IN_FULL = 8
_STOP = re.compile(r"[.!?][\"”’')\]]*\s*$")
_WORD = re.compile(r"\w+")
_HYPHENATED = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]\s*\n\s*(?=[^\W\d_])|\u00ad")
_WRAPPED = re.compile(r"(?<![.!?:;\"”’')\]\n])[ \t]*\n(?=[^\n])")
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]*[^\W\d_a-z])|\n+")
_DOUBLE = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‟": '"', "‘": "'", "’": "'", "`": "'"})
_QUOTED = re.compile(r'"[^"\n]*(?:"|(?=\n)|$)')
_SINGLE = re.compile(r"(?<![\w'])'(?=\S)[^\n]*?(?<=[\w.,!?…])'(?!\w)")
_NO_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december mrs dr general gen colonel col major maj captain brigadier lieutenant"
    " commander minister president prime king spokesman foreign interior defence defense united nations government"
    " army north south east west northern southern eastern western the they".split()
)
"""Words with a capital that name nobody: days, months, titles, and bodies that every country has."""
_FEWEST_QUOTED = 3
"""Fewer words between single quotation marks are a term or a possessive, and are compared like any others."""


@dataclass(frozen=True)
class Sentence:
    """A sentence as the places of its first word and of the word behind its last, in the words of the report.

    `full` is false of headlines, captions and lines of a page: what does not end as sentences do, or is very short.
    """

    start: int
    end: int
    full: bool

    @property
    def words(self) -> range:
        """The places of its words."""
        return range(self.start, self.end)


@dataclass(frozen=True)
class Wording:
    """The words of a report in lower case and in order, with what tells them apart.

    `quoted` holds for each word whether it stands in a quotation, `names` whether it begins with a capital where no
    sentence begins. `sentences` cover all words.
    """

    words: tuple[str, ...]
    quoted: tuple[bool, ...]
    names: tuple[bool, ...]
    sentences: tuple[Sentence, ...]

    @cached_property
    def places(self) -> Mapping[tuple[str, ...], list[int]]:
        """Where each run of three words stands, by the place of its first word."""
        found: dict[tuple[str, ...], list[int]] = {}
        for at, run in enumerate(zip(self.words, self.words[1:], self.words[2:], strict=False)):
            found.setdefault(run, []).append(at)
        return found

    @cached_property
    def own_words(self) -> int:
        """How many words stand outside quotations."""
        return len(self.words) - sum(self.quoted)

    def as_unquoted(self) -> Wording:
        """The same, its quotations taken for words of its own: for a report that is hardly anything else."""
        return replace(self, quoted=(False,) * len(self.words))


def worded(article: Article) -> Wording:
    """The wording of a report without its furniture."""
    return wording_of(body(article))


def body(article: Article) -> str:
    """The text of a report without its furniture, line breaks and hyphens of the setting mended."""
    kept, at = [], 0
    for furniture in sorted(article.furniture, key=lambda f: f.start):
        kept.append(article.text[at : furniture.start])
        at = max(at, furniture.end)
    kept.append(article.text[at:])
    plain = unicodedata.normalize("NFKC", "\n".join(kept)).replace("\r", "\n").translate(_DOUBLE)
    return _WRAPPED.sub(" ", _HYPHENATED.sub("", plain))


def wording_of(text: str) -> Wording:
    """The wording of a text that `body` has mended."""
    quotations = sorted(_quotations(text))
    words: list[str] = []
    quoted: list[bool] = []
    names: list[bool] = []
    sentences: list[Sentence] = []
    for start, end in _sentences(text):
        first = len(words)
        for match in _WORD.finditer(text, start, end):
            word = match[0].lower()
            names.append(match[0][0].isupper() and len(words) > first and len(word) > 2 and word not in _NO_NAMES)
            words.append(word)
            quoted.append(_inside(quotations, match.start()))
        if len(words) > first:
            if sentences and sentences[-1].end - sentences[-1].start < FEWEST_WORDS:
                first = sentences.pop().start
            full = len(words) - first >= _FEWEST_IN_FULL and _STOP.search(text, start, end) is not None
            sentences.append(Sentence(first, len(words), full))
    return Wording(tuple(words), tuple(quoted), tuple(names), tuple(sentences))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for match in _SENTENCE_END.finditer(text):
        yield at, match.end()
        at = match.end()
    yield at, len(text)


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    """Stretches between quotation marks; one that its paragraph does not close runs to the end of the paragraph."""
    for match in _QUOTED.finditer(text):
        yield match.span()
    for match in _SINGLE.finditer(text):
        if len(match[0].split()) >= _FEWEST_QUOTED:
            yield match.span()


def _inside(stretches: Sequence[tuple[int, int]], place: int) -> bool:
    return any(start <= place < end for start, end in stretches)
