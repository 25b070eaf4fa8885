"""Numbers that a statement rejects without telling the event again: "the figure of 11 is false", "it was not 24"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.linking.counts import exactly, is_of
from onrecord.model import Link, Reading, Statement

_NUMBER = r"(?P<number>\d[\d,]{0,14})"
_COUNT = r"(?:figure|number|toll|count|tally|estimate)"
_WRONG = r"(?:false|wrong|untrue|incorrect|inaccurate|invented|fictitious|exaggerated|a lie|an? invention|made up)"
_REJECTIONS = (
    re.compile(
        rf"\b{_COUNT} of {_NUMBER}\b[^.,;:!?]{{0,30}}\b(?:is|was|are|were) (?:\w+ )?{_WRONG}\b", re.IGNORECASE
    ),
    re.compile(rf"\bnot {_NUMBER}(?=\s*(?:[.,;:!?\"”’]|$|(?:but|as|and)\b))", re.IGNORECASE),
)
_TAKEN_BACK = re.compile(r"\b(?:den(?:y|ies|ied|ying)|doubt\w*)\b", re.IGNORECASE)
_ENDS = re.compile(r"[.!?]\s+$")
_MARKS = '"“”«»\n'
_LONGEST = 300
CERTAINTY = 0.8
"""How sure it is that the number is of the event for which the report gives it; multiplies the score of its link."""


def rejecting(reading: Reading, links: Sequence[Link]) -> Iterator[Link]:
    """The links of statements that reject a number to the claims of that number, as denials.

    The number is one that the report gives for an event, or else stands beside another of one unit that the same
    statement gives: "it was not 24; we killed 11". Left out are statements that already speak to that number.
    """
    told = [link for link in links if link.figure is not None]
    for statement in reading.statements:
        if statement.source is None or _takes_back(statement):
            continue
        own = [link for link in told if link.statement == statement.id]
        for number in sorted(rejected_numbers(statement, reading.article.text)):
            if any(link.figure is not None and is_of(link.figure, number) for link in own):
                continue
            given = [link for link in told if link.figure is not None and is_of(link.figure, number)]
            for link in _each_matter_once(given or _of_one_unit(own)):
                figure = link.figure if given or link.figure is None else exactly(number, link.figure.unit)
                score = round(link.score * CERTAINTY, 4)
                yield replace(link, statement=statement.id, stance="denies", score=score, figure=figure)


def rejected_numbers(statement: Statement, text: str) -> frozenset[int]:
    """The numbers that the words of a statement reject, those of its quotation before its content among them."""
    own_words = statement.parent is None
    pieces = [
        f"{_quoted_before(content.start, text) if own_words else ''}{content.text}" for content in statement.content
    ]
    found = (match.group("number") for words in pieces for way in _REJECTIONS for match in way.finditer(words))
    return frozenset(int(number.replace(",", "")) for number in found)


def _quoted_before(start: int, text: str) -> str:
    """Whole sentences between a quotation's opening mark and where the content that was read begins."""
    before = text[max(0, start - _LONGEST) : start]
    at = max(map(before.rfind, _MARKS))
    opens = at >= 0 and before[at] in '"“«' and (at == 0 or before[at - 1] in " \n(")
    quoted = before[at + 1 :]
    return quoted if opens and not quoted[:1].isspace() and _ENDS.search(quoted) else ""


def _takes_back(statement: Statement) -> bool:
    """Whether the verb itself denies, so that the words rejected are what somebody else had rejected."""
    return statement.cue is not None and _TAKEN_BACK.search(statement.cue.text) is not None


def _of_one_unit(links: Sequence[Link]) -> Sequence[Link]:
    units = {link.figure.unit for link in links if link.figure is not None}
    return links if len(units) == 1 else ()


def _each_matter_once(links: Sequence[Link]) -> list[Link]:
    kept: dict[str, Link] = {}
    for link in links:
        held = kept.get(link.matter.id)
        if held is None or link.score > held.score:
            kept[link.matter.id] = link
    return list(kept.values())
