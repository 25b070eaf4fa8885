"""`onrecord correct`: a reviewer accepts, corrects or rejects a statement as it was read, or is unsure."""

from __future__ import annotations

import enum
from typing import Annotated, Any, get_args

import typer

from onrecord.cli import options
from onrecord.cli.options import DEFAULT_DATABASE, Format
from onrecord.errors import UsageError
from onrecord.model import Act, Certainty, SourceKind, SourceType, Stance

EXAMPLES = """Examples:

  onrecord correct 7a31c0 --act denies --by "A. Reviewer" --note "he denied it, the cue is two sentences on"

  onrecord correct 7a31c0 --speaker "Faqir Mohammad" --party TTP --source-kind named --by "A. Reviewer"

  onrecord correct 7a31c0 --reject --by "A. Reviewer" --note "a headline, and nobody's words"

  onrecord correct 7a31c0 --by "A. Reviewer" --withdraw"""
_NOBODY = "none"


ActName = enum.StrEnum("ActName", {name: name for name in get_args(Act)})  # type: ignore[misc]
CertaintyName = enum.StrEnum("CertaintyName", {name: name for name in get_args(Certainty)})  # type: ignore[misc]
SourceKindName = enum.StrEnum("SourceKindName", {name: name for name in get_args(SourceKind)})  # type: ignore[misc]
SourceTypeName = enum.StrEnum("SourceTypeName", {name: name for name in get_args(SourceType)})  # type: ignore[misc]
StanceName = enum.StrEnum("StanceName", {name: name for name in get_args(Stance)})  # type: ignore[misc]


def command(
    statement: Annotated[
        str,
        typer.Argument(
            metavar="STATEMENT", help="A statement's id, or the beginning of it; to withdraw, a correction's too."
        ),
    ],
    act: Annotated[ActName | None, typer.Option("--act", help="What the speaker does with it.")] = None,
    certainty: Annotated[
        CertaintyName | None, typer.Option("--certainty", help="How certain the speaker has it.")
    ] = None,
    source_kind: Annotated[
        SourceKindName | None, typer.Option("--source-kind", help="How the speaker is named.")
    ] = None,
    source_type: Annotated[SourceTypeName | None, typer.Option("--source-type", help="What the speaker is.")] = None,
    speaker: Annotated[
        str | None,
        typer.Option(
            "--speaker", metavar="NAME", help="Who speaks: a name of the report, or an actor's id; or none."
        ),
    ] = None,
    party: Annotated[
        str | None, typer.Option("--party", metavar="NAME", help="For whom: a party's name or key; or none.")
    ] = None,
    stance: Annotated[StanceName | None, typer.Option("--stance", help="What it does to the --claim.")] = None,
    claim: Annotated[
        str | None, typer.Option("--claim", metavar="CLAIM", help="The claim of --stance: an id, or words.")
    ] = None,
    accept: Annotated[bool, typer.Option("--accept", help="It is right as it stands.")] = False,
    reject: Annotated[bool, typer.Option("--reject", help="Nobody said this; it counts for nothing.")] = False,
    unsure: Annotated[bool, typer.Option("--unsure", help="You cannot tell; takes back your earlier word.")] = False,
    withdraw: options.Withdraw = False,
    anew: Annotated[
        bool, typer.Option("--anew", help="Start from the statement as read, whatever other reviewers said.")
    ] = False,
    user: Annotated[str, typer.Option("--by", "--user", metavar="NAME", help="Who decides.")] = "",
    note: options.Note = None,
    db: options.Database = DEFAULT_DATABASE,
    format: options.FormatOption = Format.table,  # noqa: A002 - the option's name is the contract's
) -> None:
    """Accept, correct or reject a statement, or say that you are unsure; what you say holds at once.

    The statement stays as it was read, and your word is a row beside it, with your name and the time. The last word of a
    reviewer holds; both are shown where two differ. `onrecord links` and `onrecord review` show the ids.
    """
    from onrecord.cli import output, reviewshown
    from onrecord.cli.opening import held_record
    from onrecord.run.adding import recording_time

    plain = {"act": act, "certainty": certainty, "source_kind": source_kind, "source_type": source_type}
    values: dict[str, Any] = {name: value.value for name, value in plain.items() if value is not None}
    named = {"speaker": speaker, "party": party}
    values |= {name: None if value == _NOBODY else value for name, value in named.items() if value is not None}
    if (stance is None) != (claim is None):
        raise UsageError("--stance and --claim go together: the stance, and the claim that it is to")
    if stance is not None:
        values["stances"] = {claim: stance.value}
    wanted = [bool(values), accept, reject, unsure, withdraw]
    if wanted.count(True) != 1:
        raise UsageError("give what is to be corrected, or one of --accept, --reject, --unsure and --withdraw")
    if not user.strip():
        raise UsageError('say who decides: --by "A. Reviewer"')
    with held_record(db) as record, record.review(user, recording_time(), note) as review:
        if withdraw:
            made = review.withdraw_correction(statement)
        elif accept:
            made = [review.accept_statement(statement, anew=anew)]
        elif reject:
            made = [review.reject_statement(statement)]
        elif unsure:
            made = [review.unsure_statement(statement)]
        else:
            made = [review.correct_statement(statement, values, anew=anew)]
    if format is Format.json:
        output.print_json(reviewshown.correction_json(one) | {"withdrawn": withdraw} for one in made)
    else:
        reviewshown.print_corrections(output.screen(), made, withdrawn=withdraw)
