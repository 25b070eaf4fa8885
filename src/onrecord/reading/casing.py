"""Reports printed all in capitals: read in likely case, answered in their own words.

Rooms tell names by their capitals. They are shown such a report in the case that its words most likely had, and every
span that they give back holds the characters that the report really has, at the same offsets.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from onrecord.encoding.recasing import in_likely_case, is_in_capitals
from onrecord.model import Article, Span

Nouns = TypeVar("Nouns")


def as_likely_printed(article: Article) -> Article:
    """The article in likely case, or itself where it has small letters."""
    return replace(article, text=in_likely_case(article.text)) if is_in_capitals(article.text) else article


def in_own_words(nouns: Nouns, text: str) -> Nouns:
    """The same nouns with every span in the words of this text, which has the same length; other words stay."""
    if isinstance(nouns, Span):
        return Span(nouns.start, nouns.end, text[nouns.start : nouns.end])  # type: ignore[return-value]
    if isinstance(nouns, tuple):
        return tuple(in_own_words(noun, text) for noun in nouns)  # type: ignore[return-value]
    if is_dataclass(nouns) and not isinstance(nouns, type):
        told = {field.name: in_own_words(getattr(nouns, field.name), text) for field in fields(nouns)}
        return replace(nouns, **told)
    return nouns


def likely_printed(article: Article, read: Callable[[Article], Nouns]) -> Nouns:
    """What `read` gives for an article; of one in capitals, what it gives for the likely case, in the article's words."""
    printed = as_likely_printed(article)
    return read(article) if printed is article else in_own_words(read(printed), article.text)
