"""What is sent to put something on record: the bodies of operations, each under the names of the command."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from onrecord.api.parameters import Text, words
from onrecord.model import Act, Certainty, SourceKind, SourceType, Stance
from onrecord.record.judgements import JudgementName

MOST_STATEMENTS = 200
_MAY_BE_NULL = {"speaker", "party", "source_type"}
Note = Annotated[
    str | None,
    Field(description="Why, in your words.", max_length=10_000),
    AfterValidator(lambda value: None if value is None else words(value)),
]
Withdraw = Annotated[bool, Field(description="Take back what was decided; it stays on record.")]


class Body(BaseModel):
    """A body has the fields that are listed and no others."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Judged(Body):
    """A judgement on two actors; with `withdraw`, what reviewers judged of them is taken back."""

    left: Annotated[Text, Field(description="An actor's id, or the beginning of it.")]
    right: Annotated[Text, Field(description="The other actor's id.")]
    judgement: Annotated[JudgementName | None, Field(description="Needed unless it is withdrawn.")] = None
    note: Note = None
    withdraw: Withdraw = False


class CorrectedValues(Body):
    """How a statement should have been read; what is left out stays as it is."""

    act: Act | None = None
    certainty: Certainty | None = None
    source_kind: SourceKind | None = None
    source_type: SourceType | None = None
    speaker: Annotated[
        Text | None, Field(description="A name of the report, or an actor's id; null for nobody known.")
    ] = None
    party: Annotated[Text | None, Field(description="A party's name or key; null for one who speaks for none.")] = (
        None
    )
    stances: Annotated[
        dict[Text, Stance] | None,
        Field(description="The stance to each claim, by the claim's id or words for it.", max_length=20),
    ] = None

    def given(self) -> dict[str, Any]:
        """The values that were sent; null is one only for those that may be nobody's or nothing's."""
        sent = self.model_dump(exclude_unset=True)
        return {name: value for name, value in sent.items() if value is not None or name in _MAY_BE_NULL}


class Corrected(Body):
    """What a reviewer says of a statement.

    `correct` takes `values`; `accept`, `reject` and `unsure` take none. `withdraw` takes back your last word on it.
    """

    statement: Annotated[Text, Field(description="A statement's id; to withdraw, a correction's too.")]
    action: Literal["accept", "correct", "reject", "unsure", "withdraw"]
    values: CorrectedValues = CorrectedValues()
    anew: Annotated[bool, Field(description="Start from the statement as it was read, whatever others said.")] = False
    note: Note = None


class Linked(Body):
    """A verdict on a link; with `withdraw`, what reviewers decided of it is taken back."""

    statement: Annotated[Text, Field(description="A statement's id, or the beginning of it.")]
    claim: Annotated[Text, Field(description="The claim's id, or words that find it.")]
    verdict: Annotated[Literal["confirm", "reject"] | None, Field(description="Needed unless it is withdrawn.")] = (
        None
    )
    note: Note = None
    withdraw: Withdraw = False


class Joined(Body):
    """Two claims that are one; with `withdraw` they are two again."""

    claim: Annotated[Text, Field(description="The claim that is kept: its id, or words that find it.")]
    other: Annotated[Text, Field(description="The claim that goes into it.")]
    note: Note = None
    withdraw: Withdraw = False


class Split(Body):
    """Statements that are taken out of a claim; with `withdraw` they go back."""

    claim: Annotated[Text, Field(description="The claim that they are in: its id, or words that find it.")]
    statements: Annotated[
        list[Text], Field(description="Ids of its statements.", min_length=1, max_length=MOST_STATEMENTS)
    ]
    to: Annotated[Text | None, Field(description="The claim that they go to; a claim of their own without it.")] = (
        None
    )
    note: Note = None
    withdraw: Withdraw = False
