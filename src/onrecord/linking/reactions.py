"""Statements that answer what was told before and name no event: "denied it", "rejected the claim", "It was us".

They speak of the event that the report told last before them, if the party that speaks is a side of it. What they do to
it their act tells: who denies the claim denies the event, and who claims responsibility affirms it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from onrecord.model import Act, Event, Stance, Statement

REACH = 1500
"""Characters before a statement within which what it answers is looked for: some ten sentences of news."""
CERTAINTY = 0.7
"""How sure it is that the event told last is meant; multiplies the scores of statement and event."""
_FADING = 0.5 ** (1 / 300)
"""By how much an event counts less for each character between it and the statement: half after some two sentences."""
_TELLING = (
    "(?:claim|report|allegation|accusation|charge|account|story|suggestion|assertion|announcement|version|rumou?r)s?"
)
_ANSWERS = re.compile(
    rf"(?:(?:it|this|that|so|them|any of it|all of it|everything)\b[\s.,;]*$"
    rf"|(?:[\w’'-]+\s+){{0,4}}{_TELLING}\b"
    r"|(?:any|all|no)?\s*(?:involvement|responsibility|part in it|role|hand in it)\b"
    r"|(?:that )?(?:it|he|she|they|we) (?:(?:was|were) (?:not )?involved|had (?:a|no|any) (?:hand|part|role))\b"
    r"|(?:any |no )?such \w+[\s.,;]*$"
    r"|(?:it|this) (?:was|is) (?:not )?(?:us|ours|true|untrue|false|a lie|the work of)\b"
    r"|(?:it|this|that) (?:was|is) not\b"
    r"|(?:it|this|that|these|those|they) (?:is|was|are|were) (?:[\w’'-]+\s+){0,3}"
    r"(?:lies?|slander|fabricat\w+|fiction|inventions?|nonsense|propaganda|fantas\w+|rumou?rs?|baseless|false|untrue)\b"
    r"|(?:the|this|that|these|those|any|all|its|their)\s+(?:[\w’'-]+\s+){0,2}[\w’'-]+[\s.,;]*$"
    r"|(?:it|this) (?:wasn|isn)['’]t (?:us|ours|true)\b"
    r"|we (?:did|did not do|didn['’]t do) (?:it|this|that)\b"
    r"|[^.!?]{0,60}\b(?:(?:did|do|had|have|has) not|(?:did|do|had|have|has)n['’]t|never) (?:do|done) (?:it|this|that)\b"
    r"|[^.!?]{0,60}\b(?:had|has|have) (?:not |ever )?(?:attended|taken part|been (?:there|present))\b"
    r"|[^.!?]{0,60}\b(?:nothing to do with|no (?:hand|part|role|share) in|not behind)\b)",
    re.IGNORECASE,
)
_KEPT_TO = re.compile(
    r"\b(?:st[iu]ck|stood|stands?|held|holds?|kept|keeps?|repeat\w*|reiterat\w*|maintain\w*|renew\w*|issu\w*|restat\w*)\b"
    r"[^.;]{0,30}\bdenials?\b",
    re.IGNORECASE,
)
"""Verbs for a denial that is made, or made again."""
_LEVELLED = re.compile(
    r"(?:(?:had|has|have) )?(?:\w+ )?(?:level\w*|ma[dk]e\w*|rais\w+|voic\w+|lodg\w+"
    r"|repeat\w*|renew\w*|st[ao][on]ds? by|st[iu]ck to)"
    r"\W+(?:the|its|their|his|her|an?|that|this)\s+(?:\w+\s+)?(?:charge|accusation|allegation|claim)s?\b",
    re.IGNORECASE,
)
"""Verbs for an accusation that is made, or made again."""
_RESPONSIBILITY = re.compile(r"\b(?:claim|admit|accept|assum|tak|took)\w*\b.{0,30}\bresponsib", re.IGNORECASE)
_OURS = re.compile(r"(?:it|this) (?:was|is) (?:us|ours|the work of)\b|we did (?:it|this|that)\b", re.IGNORECASE)
_SAID_SO = re.compile(r"so[\s.,;]*$", re.IGNORECASE)
_ACCUSATION = re.compile(r"\b(?:accusations?|charges?|allegations?)\b", re.IGNORECASE)
SAID = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})
"""Types of what is said: who denies an accusation denies what he is accused of."""
_DENIAL = re.compile(
    r"\b(?:no|not|cannot|never|none|neither|nor|nobody|nothing)\b|n['’]t\b|\b(?:den(?:y|ies|ied|ying|ials?)|reject|refut"
    r"|rebut|rebuff|dismiss|disput|contradict|contest|challeng|disavow|disown|disclaim|disagree|repudiat|disbeliev"
    r"|distanc|scorn|scoff|ridicul|rubbish|derid|mock|laugh|shrug|brush|wav(?:ed|es|ing) (?:away|aside|off)"
    r"|pour|rul\w+ out|protest"
    r"|false|untrue|wrong|lie|lies|baseless|unfounded|groundless|nonsense|absurd|fabricat|invent|fiction|fantas|propaganda"
    r"|rumou?r|mistak|incorrect|inaccurate|slander|misinform|hit back|odds|without)\w*",
    re.IGNORECASE,
)
"""Words by which something is denied or made little of; what was read as a denial without any answers nothing."""
_BY_ACT: dict[Act, Stance] = {"denies": "denies", "confirms": "affirms", "doubts": "unclear"}


def answer(statement: Statement) -> Stance | None:
    """The stance that a statement takes to what was told before it; None if its words answer nothing."""
    words = " ".join(content.text for content in statement.content).strip(" \"'“”‘’")
    whole = f"{'' if statement.cue is None else statement.cue.text} {words}"
    if statement.act == "asserts" and (_RESPONSIBILITY.search(whole) or _OURS.match(words) or _SAID_SO.match(words)):
        return "affirms"
    if _LEVELLED.match(whole):
        return "affirms"
    if statement.act == "denies" and _KEPT_TO.search(whole):
        return "denies"
    if not _ANSWERS.match(words) or (statement.act == "denies" and _DENIAL.search(whole) is None):
        return None
    return "denies" if (statement.act, statement.certainty) == ("asserts", "negated") else _BY_ACT.get(statement.act)


def accused_of(answering: Statement, statements: Sequence[Statement]) -> str | None:
    """The id of the accusation that somebody answers by such a word, the last by others before; None without one."""
    if not any(_ACCUSATION.search(content.text) for content in answering.content):
        return None
    begins = _begins(answering)
    before = [
        (_begins(s), s.id)
        for s in statements
        if s.act == "accuses" and s.party != answering.party and begins - REACH <= _begins(s) < begins
    ]
    return max(before)[1] if before else None


def _begins(statement: Statement) -> int:
    return min(span.start for span in (statement.source, statement.cue, *statement.content) if span is not None)


def answered(statement: Statement, events: Sequence[tuple[int, Event]], matters: Sequence[str | None]) -> int | None:
    """The number of the event that a statement answers, of numbered ones that its party is a side of; None for none.

    It is one told before the statement begins, of the matter that the report tells most of, and nearest, there; no word
    of it is the statement's own. What is background, or is itself somebody's saying, is answered by nobody.
    """
    begins = _begins(statement)
    before = [
        (number, event)
        for number, event in events
        if begins - REACH <= event.trigger.start < begins
        and event.statement != statement.id
        and event.status != "historical"
        and event.type not in SAID
    ]
    told: dict[str | None, float] = defaultdict(float)
    for number, event in before:
        told[matters[number]] += event.confidence * _FADING ** (begins - event.trigger.start)
    ranked = ((told[matters[number]], event.trigger.start, number) for number, event in before)
    return max(ranked)[2] if before else None
