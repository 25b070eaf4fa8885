"""The bodies of what is kept for the users of a desk."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from onrecord.api.bodies import Body
from onrecord.api.parameters import Day, Text
from onrecord.desk.follows import FollowKind
from onrecord.desk.notes import MOST_CHARACTERS, SubjectKind
from onrecord.desk.tokens import Scope
from onrecord.desk.watches import WatchKind

MOST_LETTERS = 10_000_000
"""Where a stretch of a report may end, at most: no report is longer."""
MOST_CHARACTERS_OF_URL = 2_000
_READ: tuple[Scope, ...] = ("read",)
Place = Annotated[int | None, Field(ge=0, le=MOST_LETTERS)]


class NoteWritten(Body):
    """A note on something on record, or a reply to a note."""

    kind: Annotated[SubjectKind, Field(description="What it is on.")]
    id: Annotated[Text, Field(description="The id of that.")]
    start: Annotated[Place, Field(description="Of a report: from which character on.")] = None
    end: Annotated[Place, Field(description="Of a report: up to which character.")] = None
    text: Annotated[
        str,
        StringConstraints(min_length=1, max_length=MOST_CHARACTERS, pattern=r"^[^\x00]*$"),
        Field(description="The note, as plain text."),
    ]


class TokenAsked(Body):
    """A token for somebody or for a program."""

    name: Annotated[Text, Field(description="In whose name it acts.")]
    scopes: Annotated[
        list[Scope],
        Field(min_length=1, max_length=4, default_factory=lambda: list(_READ), description="What it may do."),
    ]
    expires: Annotated[Day | None, Field(description="The last day on which it holds.")] = None


class WatchAsked(Body):
    """A question that is asked again whenever something is added."""

    kind: Annotated[WatchKind, Field(description="What is looked for.")]
    name: Annotated[Text | None, Field(description="What you call it; the question in words without it.")] = None
    words: Annotated[Text | None, Field(description="On claims with these words.")] = None
    claim: Annotated[Text | None, Field(description="On the claim with this id.")] = None
    party: Annotated[Text | None, Field(description="By this party, by any of its names.")] = None
    actor: Annotated[Text | None, Field(description="By this actor.")] = None
    since: Annotated[Day | None, Field(description="From this day of publication on.")] = None


class Followed(Body):
    """What somebody follows."""

    kind: Annotated[FollowKind, Field(description="What is followed.")]
    subject: Annotated[Text, Field(description="The id of it; of a party its key or a name.")]


class LookedAt(Body):
    """What somebody has looked at; everything without a kind."""

    kind: Annotated[FollowKind | None, Field(description="What was looked at.")] = None
    subject: Annotated[Text | None, Field(description="The id of it.")] = None


class HookAsked(Body):
    """An address to call with what a saved question finds."""

    url: Annotated[
        str,
        StringConstraints(min_length=8, max_length=MOST_CHARACTERS_OF_URL, pattern=r"^https?://[!-~]+$"),
        Field(description="Where to send it, by POST.", examples=["https://desk.example/calls"]),
    ]
