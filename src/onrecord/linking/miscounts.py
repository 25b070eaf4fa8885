"""Numbers that a statement rejects without telling the event again: "the figure of 11 is false", "it was not 24"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.linking.counts import exactly, is_of
from onrecord.model import Link, Reading, Statement
from onrecord.reading.numerals import next_figure

_COUNT = re.compile(r"\b(?:figure|number|toll|count|tally|estimate|claim)s? of\s+$", re.IGNORECASE)
_WRONG = (
    r"(?:false\w*|wrong|untrue|incorrect|inaccurate|invented|fictitious|exaggerat\w+|inflated|lies?|an? invention|made up"
    r"|an? jokes?|jokes?|laughable|ludicrous|an? (?:myth|dream|fairy[ -]?tale)s?|far (?:too )?(?:low|high)(?:er)?"
    r"|fantas\w+|fiction|fabricat\w+|nonsense|rubbish|absurd|ridiculous|imaginary|propaganda)"
)
_IS_WRONG = re.compile(
    rf"\W{{0,3}}(?:[^.,;:!?]{{0,30}}\s)?(?:is|was|are|were)\s+(?:(?!not\b)\w+\s+){{0,2}}{_WRONG}\b", re.IGNORECASE
)
_SAYS_WRONG = re.compile(rf"\s+(?:is|was|are|were)\s+(?:(?!not\b)\w+\s+){{0,2}}{_WRONG}\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|n['’]t)\s+$", re.IGNORECASE)
_CONTRASTED = re.compile(r"\s*(?:[.,;:!?\"”’]|$|(?:but|as|and|who|that)\b)", re.IGNORECASE)
_TAKEN_BACK = re.compile(r"\b(?:den(?:y|ies|ied|ying)|doubt\w*)\b", re.IGNORECASE)
_AS_CLAIMED = re.compile(r"(?:\s+\w+)?\s*,?\s*as\s+", re.IGNORECASE)
"""What stands between a number and whoever claims it."""
_CLOSE_BY = 10
_ENDS = re.compile(r"[.!?]\s+$")
_MARKS = '"“”«»\n'
_LONGEST = 300
CERTAINTY = 0.8
"""How sure it is that the number is of the event for which the report gives it; multiplies the score of its link."""


def rejecting(reading: Reading, links: Sequence[Link]) -> Iterator[Link]:
    """The links of statements that reject a number to the claims of that number, as denials.

    The number is one that the report gives for an event, or else stands beside another of one unit that the same
    statement gives: "it was not 24; we killed 11". Left out are statements that deny that number already.
    """
    told = [link for link in links if link.figure is not None]
    for statement in reading.statements:
        if statement.source is None or _takes_back(statement):
            continue
        own = [link for link in told if link.statement == statement.id]
        claimed = claimed_number(statement, reading.article.text)
        if claimed is not None:
            yield from _claiming(statement, claimed, own, told)
            continue
        for number in sorted(rejected_numbers(statement, reading.article.text)):
            if any(link.stance == "denies" and _is_of(link, number) for link in own):
                continue
            given = [link for link in told if _is_of(link, number)]
            for link in _each_matter_once(given or _of_one_unit(own) or _of_one_unit(told)):
                figure = link.figure if given or link.figure is None else exactly(number, link.figure.unit)
                score = round(link.score * CERTAINTY, 4)
                yield replace(link, statement=statement.id, stance="denies", score=score, figure=figure)


def claimed_number(statement: Statement, text: str) -> float | None:
    """The number that another rejects and this statement claims: 24 in "thirteen and not 24, as the army claims"."""
    source = statement.source
    if source is None:
        return None
    for content in statement.content:
        if not content.start <= source.start <= content.end + _CLOSE_BY:
            continue
        words = text[content.start : source.start]
        number = next_figure(words, 0)
        while number is not None:
            if (
                number.value is not None
                and _AS_CLAIMED.fullmatch(words[number.end :])
                and _NOT.search(words[: number.start])
            ):
                return number.value
            number = next_figure(words, number.end)
    return None


def _claiming(statement: Statement, number: float, own: Sequence[Link], told: Sequence[Link]) -> Iterator[Link]:
    """The links by which a statement claims a number that stands beside the one of its words."""
    for link in _each_matter_once(_of_one_unit(own) or _of_one_unit(told)):
        if link.figure is not None:
            score = round(link.score * CERTAINTY, 4)
            figure = exactly(number, link.figure.unit)
            yield replace(link, statement=statement.id, stance="affirms", score=score, figure=figure)


def without_rejected(reading: Reading, links: Sequence[Link]) -> list[Link]:
    """The links without those by which a statement gives a number that its own words reject: "it was not nine"."""
    said = {statement.id: statement for statement in reading.statements}
    return [
        link for link in links if not (link.stance == "affirms" and _rejects(said[link.statement], link, reading))
    ]


def _rejects(statement: Statement, link: Link, reading: Reading) -> bool:
    if link.figure is None or statement.source is None or _takes_back(statement):
        return False
    claimed = claimed_number(statement, reading.article.text)
    if claimed is not None:
        return not is_of(link.figure, claimed)
    return any(_is_of(link, number) for number in rejected_numbers(statement, reading.article.text))


def _is_of(link: Link, number: float) -> bool:
    return link.figure is not None and is_of(link.figure, number)


def rejected_numbers(statement: Statement, text: str) -> frozenset[float]:
    """The numbers that the words of a statement reject, those of its quotation before its content among them."""
    own_words = statement.parent is None
    pieces = [
        f"{_quoted_before(content.start, text) if own_words else ''}{content.text}" for content in statement.content
    ]
    return frozenset(number for words in pieces for number in _rejected_in(words))


def _rejected_in(words: str) -> Iterator[float]:
    """The numbers of some words, in figures or spelt out, that the words around them reject."""
    number = next_figure(words, 0)
    while number is not None:
        before, after = words[: number.start], words[number.end :]
        wrong = (_IS_WRONG if _COUNT.search(before) else _SAYS_WRONG).match(after)
        contrasted = _NOT.search(before) and _CONTRASTED.match(after)
        if number.value is not None and (wrong or contrasted):
            yield number.value
        number = next_figure(words, number.end)


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
