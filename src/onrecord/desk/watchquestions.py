"""The kinds of saved questions, and what each asks of the record."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Literal, get_args

from onrecord.contract import canonical
from onrecord.errors import UsageError

WatchKind = Literal[
    "first-named-confirmation", "any-denial", "standing-changed", "new-claim", "new-statement", "correction"
]
WATCH_KINDS: tuple[WatchKind, ...] = get_args(WatchKind)
"""What may be asked, in the order in which it is offered."""
_MOST_CHARACTERS = 200
_MADE_OF = {
    "first-named-confirmation": frozenset({"words", "claim", "party"}),
    "any-denial": frozenset({"words", "claim", "party"}),
    "standing-changed": frozenset({"words", "claim", "party"}),
    "new-claim": frozenset({"words", "party"}),
    "new-statement": frozenset({"words", "actor", "party"}),
    "correction": frozenset({"words", "claim"}),
}
_SAID = {
    "first-named-confirmation": "first named confirmation",
    "any-denial": "any denial",
    "standing-changed": "the standing changed",
    "new-claim": "a new claim",
    "new-statement": "a new statement",
    "correction": "anything taken back or corrected",
}


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody wants to be told of.

    - `first-named-confirmation`: a named person of a party to the claim affirms it for the first time.
    - `any-denial`: somebody denies a claim; of `party` or of a branch of it, if it is given.
    - `standing-changed`: a claim that was known stands otherwise than before.
    - `new-claim`: a claim that no report had made.
    - `new-statement`: `actor`, by the id of an identity, or somebody for `party` says something, of claims or in words
      that have the `words`, if any.
    - `correction`: a report that speaks to the claim is killed, withdrawn or corrected by its outlet, or a reviewer
      corrects or rejects a statement on it.

    `words` find claims as `onrecord claims` does, `claim` is the id of one, `party` is a party's key or one of its names.
    `since` leaves out what was published before that day.
    """

    kind: WatchKind
    words: str | None = None
    claim: str | None = None
    party: str | None = None
    actor: str | None = None
    since: date | None = None

    @property
    def said(self) -> str:
        """The question in words: `any denial by TTP of talks`."""
        parts = [_SAID[self.kind]]
        if self.party is not None:
            parts.append(f"by {self.party}")
        if self.actor is not None:
            parts.append(f"by {self.actor}")
        if self.words is not None or self.claim is not None:
            parts.append(f"of {self.words or f'claim {self.claim}'}")
        if self.since is not None:
            parts.append(f"since {self.since.isoformat()}")
        return " ".join(parts)

    def checked(self) -> Question:
        """The question without needless blanks; UsageError where it makes no sense."""
        if self.kind not in WATCH_KINDS:
            raise UsageError(f"there is no question {self.kind!r:.60}; the kinds are {', '.join(WATCH_KINDS)}")
        given = {name: _trimmed(name, getattr(self, name)) for name in ("words", "claim", "party", "actor")}
        needless = {name for name, value in given.items() if value is not None} - _MADE_OF[self.kind]
        if needless:
            raise UsageError(f"{self.kind} is not asked with {', '.join(sorted(needless))}")
        if given["words"] is not None and given["claim"] is not None:
            raise UsageError("give words that find claims, or the id of one claim, not both")
        if self.kind == "new-statement" and given["actor"] is None and given["party"] is None:
            raise UsageError("new-statement needs an actor or a party")
        return Question(self.kind, **given, since=self.since)


def question_row(question: Question) -> str:
    """A question as its row keeps it."""
    plain: dict[str, Any] = {field.name: getattr(question, field.name) for field in fields(question)}
    since = None if question.since is None else question.since.isoformat()
    return canonical({name: value for name, value in (plain | {"since": since}).items() if value is not None})


def question_from(text: str) -> Question:
    """The question that a row keeps."""
    plain = json.loads(text)
    since = plain.pop("since", None)
    return Question(**plain, since=None if since is None else date.fromisoformat(since))


def _trimmed(name: str, value: str | None) -> str | None:
    plain = " ".join((value or "").split())
    if len(plain) > _MOST_CHARACTERS or not plain.isprintable():
        raise UsageError(f"{name} has at most {_MOST_CHARACTERS} characters, all of which can be seen")
    return plain or None
