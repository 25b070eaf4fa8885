"""The field's words for who is behind a deed: claims of responsibility, blame, doubt, inquiry, written word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.model import Span

UNCLAIMED = re.compile(
    r"\b(?:no\s?(?:one|body)?\b[^.;]{0,60}?\bclaim(?:ed|s)?|not\s+(?:yet\s+)?(?:been\s+)?claimed)\b", re.IGNORECASE
)
CLAIMS = re.compile(
    r"\b(?:claim(?:s|ed|ing)?(?:\s+\w+)?\s+(?:responsibility|credit|authorship)|claimed by"
    r"|(?:tak|assum|accept|acknowledg|admit)(?:e|es|ed|s|ing|ting|ted)\s+(?:\w+\s+)?(?:responsibility|credit)"
    r"|took\s+(?:\w+\s+)?(?:responsibility|credit))\b",
    re.IGNORECASE,
)
ADMITS = re.compile(
    r"\b(?:claim(?:s|ed|ing)\s+(?:to have|that (?:it|they))|admit(?:s|ted|ting)?|acknowledg(?:e|es|ed|ing)"
    r"|confess(?:es|ed|ing|ion)?)\b",
    re.IGNORECASE,
)
BLAMES = re.compile(
    r"\b(?:blam(?:e|es|ed|ing)|accus(?:e|es|ed|ing|ations?)|attribut(?:e|es|ed|ing|able)|implicat(?:e|es|ed|ing)"
    r"|link(?:s|ed)?\s[^.;]{0,80}?\b(?:to|with)|denounc(?:e|es|ed|ing)|charg(?:es?|ed|ing) (?:that|with)"
    r"|responsible|(?:point(?:s|ed|ing)?|trac(?:e|es|ed)) to|ascrib(?:e|es|ed))\b",
    re.IGNORECASE,
)
HEDGES = re.compile(
    r"\b(?:alleg(?:e|es|ed|edly|ations?)|presum(?:e|es|ed|ably|edly)|apparent(?:ly)?|suspect(?:s|ed|ing)?|suspicions?"
    r"|suppos(?:ed|edly)|purported(?:ly)?|believ(?:e|es|ed)|thought to|possib(?:le|ly|ility)|probabl[ey]|likely"
    r"|seem(?:s|ed)?|(?:may|might|could) (?:be|have|also|well)|maybe|perhaps|appears?|appeared|unconfirmed"
    r"|rumou?r(?:s|ed)?|unclear|whether)\b",
    re.IGNORECASE,
)
INQUIRY = re.compile(
    r"\b(?:investigat\w+|inquiry|trial|tried|indict\w+|convict\w+|acquit\w+|evidence|prove[ds]?|proof"
    r"|involve(?:d|ment)|participat\w+|masterminds?|intellectual author\w*)\b",
    re.IGNORECASE,
)
DOCUMENT = re.compile(
    r"\b(?:communiqu\w+|leaflets?|pamphlets?|bulletins?|proclamations?|manifestos?|press release|telephone calls?"
    r"|phone calls?|message|recording(?!\])|videotape|letters?)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\s[^,.;:]{0,60}$", re.IGNORECASE)
_ROOM = 40
"""Characters before a party's name in which a word of doubt is about it ("alleged members of the Shining Path")."""


def shown(text: str, sentence: Span, party: Sequence[Span]) -> Iterator[tuple[str, Span]]:
    """The signs that the words of a sentence about a party give, each with the words that show it."""
    patterns = {"unclaimed": UNCLAIMED, "blames": BLAMES, "hedges": HEDGES, "inquiry": INQUIRY, "document": DOCUMENT}
    if UNCLAIMED.search(text, sentence.start, sentence.end) is None:
        patterns |= {"claims": CLAIMS, "admits": ADMITS}
    for sign, pattern in patterns.items():
        match = pattern.search(text, sentence.start, sentence.end)
        if match is not None:
            yield sign, Span.of(text, *match.span())
    for span in party:
        begin = max(sentence.start, span.start - _ROOM)
        hedge = HEDGES.search(text, begin, span.end)
        if hedge is not None:
            yield "hedges it", Span.of(text, *hedge.span())
        if _BY.search(text, begin, span.start):
            yield "by it", span
