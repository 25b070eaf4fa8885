"""What a statement does to a claim: affirm it, deny it, decline to speak of it, or leave it open.

Told from act, certainty and the event's status alone. Likeness of words says nothing of it: a denial repeats the
words of what it denies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.model import Act, Event, Span, Stance, Statement

_SILENT = frozenset[Act]({"declines", "unavailable"})
_OPEN = frozenset[Act]({"doubts", "demands", "threatens", "predicts"})
_UNSURE = frozenset({"possible", "conditional"})
_PROMISED_OR_KEPT = frozenset({"AGREE", "CONCEDE", "COOPERATE", "RETREAT", "SUPPORT"})
"""Types of events that are one matter whether they are promised or kept."""
_DENYING_CUE = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject\w*|refut\w+|dismiss\w*|rebut\w*|disput\w+|contradict\w*|disavow\w*"
    r"|repudiat\w+|rul\w+ out)\b",
    re.IGNORECASE,
)
_NEGATION_BEFORE = re.compile(
    r"(?:\b(?:no|not|never|without|none|neither|nor)\b|n['’]t\b)[^,;:.!?—]*$", re.IGNORECASE
)
_CONTRAST = re.compile(r"(?:,| and| but)\s+not\s+[^,;.]+(?:,|$)", re.IGNORECASE)
_NEGATION = re.compile(r"\b(?:no|not|cannot|never|none|neither|nor|nobody|nothing)\b|n['’]t\b", re.IGNORECASE)
_KEPT_FROM = re.compile(
    r"\b(?:without|nowhere|hardly|unable|absent|zero|instead|rather than|far from|yet to"
    r"|(?:fail|refus|prevent|avoid|disown|disclaim|lack|abstain|refrain|cancel|ceas|stop|end|halt|foil|thwart|rul\w+ out"
    r"|call\w* off|broke\w* off|clear|exonerat|free of)\w*)\b",
    re.IGNORECASE,
)
"""Words by which something does not happen, though they negate nothing."""
_UNTRUE = re.compile(
    r"\b(?:den(?:y|ies|ied)|lies?|false\w*|untrue|wrong|mistaken|misinformed|fantas\w+|fabricat\w+|invent\w+|baseless"
    r"|nonsense|rumou?rs?|fiction|propaganda)\b",
    re.IGNORECASE,
)
_BREACH = r"(?:violat\w+|br(?:eak|eaks|eaking|oke|oken)|breach\w*|flout\w*|infring\w*|infract\w*|contraven\w*)"
_BROKEN = re.compile(
    rf"\b{_BREACH}\s+(?:(?:of|the|an?|its|their|our|this|that|any)\s+)*(?:[\w-]+\s+){{0,3}}$", re.IGNORECASE
)
_IS_BROKEN = re.compile(rf"^\s+(?:[\w’'-]+\s+){{0,4}}{_BREACH}\b", re.IGNORECASE)
_KEPT = re.compile(r"cease-?\s?fires?|truces?|armistices?|cessation", re.IGNORECASE)
_NAMING = frozenset[Act]({"asserts", "confirms", "accuses", "denies"})
_TELLING = frozenset[Act]({"asserts", "confirms"})
_AGREED = re.compile(
    r"\b(?:agree[ds]?|sign(?:s|ed)?|accept(?:s|ed)?|approv(?:es?|ed)|conclud(?:es?|ed))\b", re.IGNORECASE
)
_OBJECT = 30
"""Characters between a verb and its object at most: "agreed on an immediate" ceasefire."""
_CLAUSE_END = re.compile(r"[.!?][\"”’')]*\s+|[;:—]\s*|,?\s+(?:and|but)\s+")
_OPENED = re.compile(r"[\"“«]")
_NEAR = 60


def stance_of(
    statement: Statement, event: Event, siblings: Sequence[Event] = (), *, reviewed: bool = False
) -> Stance:
    """The stance that a statement takes to one event of its content; `siblings` are all events of that content.

    Where act and status deny what no word denies, the words decide, unless a reviewer has `reviewed` the statement.

    Where one of several events is itself marked negated, the negation is that one's: who says that talks brought no
    deal affirms the talks. What is told as background ("the talks that failed") affirms nothing unless its day is
    known, so that it can be told which of them is meant.
    """
    if statement.act in _SILENT:
        return "declines"
    if statement.act in _NAMING and _is_taken_as_given(statement, event):
        return "affirms"
    if _is_agreed_on(statement, event, siblings):
        return "affirms"
    if statement.act in _OPEN:
        return "unclear"
    negation_is_elsewhere = event.status != "negated" and any(e.status == "negated" for e in siblings)
    if statement.act == "denies":
        if (
            _denies_a_negation(statement, event)
            or _tells_apart(statement, event)
            or _is_told_beside(statement, event)
            or (not reviewed and _denies_nothing(statement, event))
        ):
            return "affirms"
        return "unclear" if negation_is_elsewhere else "denies"
    if event.status == "historical":
        return "affirms" if _is_dated(event) and statement.certainty == "actual" else "unclear"
    plain = not reviewed and statement.certainty != "negated" and _is_plainly_said(statement)
    if event.status == "negated" and not plain:
        return "denies"
    return _stance_of_assertion(statement, event, negation_is_elsewhere)


def _is_agreed_on(statement: Statement, event: Event, siblings: Sequence[Event]) -> bool:
    """Whether what is still to come is agreed already, and told so: "have agreed on a ceasefire that will begin"."""
    if event.type not in _PROMISED_OR_KEPT or event.status != "future" or statement.act not in _TELLING:
        return False
    return any(
        e.type in _PROMISED_OR_KEPT
        and e.status == "actual"
        and e.actors == event.actors
        and 0 < event.trigger.start - e.trigger.end <= _OBJECT
        and _AGREED.search(e.trigger.text)
        for e in siblings
    )


def _is_taken_as_given(statement: Statement, event: Event) -> bool:
    """Whether a truce is spoken of as one that is broken or, as it is said, is not: "denied violating the ceasefire"."""
    content = next((c for c in statement.content if c.contains(event.trigger)), None)
    if content is None or _KEPT.search(event.trigger.text) is None:
        return False
    before = content.text[: event.trigger.start - content.start]
    behind = content.text[event.trigger.end - content.start :]
    return _BROKEN.search(before) is not None or _IS_BROKEN.match(behind) is not None


def _is_dated(event: Event) -> bool:
    return event.date is not None and event.date.first is not None


def _stance_of_assertion(statement: Statement, event: Event, negation_is_elsewhere: bool) -> Stance:
    """What a statement that says how things are does to one of its events.

    Where event and statement differ in how sure they are, the event's own status counts: who says that talks were held
    and may go on affirms the talks. Who undertakes to yield or to agree affirms it; what else he undertakes
    he leaves open.
    """
    if event.status in _UNSURE:
        return "unclear"  # "it is too early for talks" negates something else
    if statement.certainty == "negated" and not (negation_is_elsewhere or _is_told_beside(statement, event)):
        return "denies"
    if statement.certainty == "unknown":
        return "unclear"
    if statement.act == "promises":
        return "affirms" if statement.certainty == "actual" or event.type in _PROMISED_OR_KEPT else "unclear"
    return "unclear" if statement.certainty in _UNSURE and event.status != "actual" else "affirms"


def _denies_a_negation(statement: Statement, event: Event) -> bool:
    """Whether a verb of denial meets words that already negate the event ("denied that no talks were held").

    Certainty and status cannot tell: both are `negated` in a plain denial too.
    """
    if statement.cue is None or _DENYING_CUE.search(statement.cue.text) is None:
        return False
    return any(_negated_before(span, event) for span in statement.content)


def _tells_apart(statement: Statement, event: Event) -> bool:
    """Whether all that is negated is what the event is told apart from: "its fighters, and not those of the front"."""
    if event.status != "actual" or (statement.cue is not None and _DENYING_CUE.search(statement.cue.text)):
        return False
    words = " ".join(content.text for content in statement.content)
    without = _CONTRAST.sub(" ", words)
    return without != words and _NEGATION.search(without) is None


def _is_told_beside(statement: Statement, event: Event) -> bool:
    """Whether an event is told in a clause of its own, beside the one that negates: "We freed them. Nothing was paid."

    Not where the verb itself denies, and so all that is said.
    """
    if event.status != "actual" or (statement.cue is not None and _DENYING_CUE.search(statement.cue.text)):
        return False
    clauses = [clause for content in statement.content for clause in _clauses(content)]
    own = [clause for clause in clauses if clause.contains(event.trigger)]
    return bool(own) and not any(map(_negates, own)) and any(map(_negates, clauses))


def _denies_nothing(statement: Statement, event: Event) -> bool:
    """Whether what was read as a denial tells of what happened, by a verb that denies nothing."""
    return (statement.certainty, event.status) == ("actual", "actual") and _is_plainly_said(statement)


def _is_plainly_said(statement: Statement) -> bool:
    """Whether a statement's verb and words are known, and none of them negates or keeps anything from happening."""
    if statement.cue is None or not statement.content:
        return False
    words = " ".join(span.text for span in (statement.cue, *statement.content))
    return not any(sign.search(words) for sign in (_DENYING_CUE, _NEGATION, _UNTRUE, _KEPT_FROM))


def _clauses(content: Span) -> Iterator[Span]:
    at = 0
    for match in (*_CLAUSE_END.finditer(content.text), None):
        end = len(content.text) if match is None else match.end()
        if content.text[at:end].strip():
            yield Span(content.start + at, content.start + end, content.text[at:end])
        at = end


def _negates(clause: Span) -> bool:
    return _NEGATION.search(clause.text) is not None or _UNTRUE.search(clause.text) is not None


def _negated_before(content: Span, event: Event) -> bool:
    if not content.start <= event.trigger.start < content.end:
        return False
    before = content.text[: event.trigger.start - content.start]
    if _OPENED.search(before):
        return False  # what is quoted is the denial itself: 'denied it: "They freed nobody"'
    return _NEGATION_BEFORE.search(before[-_NEAR:]) is not None
