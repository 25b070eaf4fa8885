"""Notes on anything on record, and replies to them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from onrecord.api.asking import Reading, Writing
from onrecord.api.documented import answered, done
from onrecord.api.keepbodies import NoteWritten
from onrecord.api.paging import Page
from onrecord.api.parameters import After, Limit, Text
from onrecord.api.sending import json_response
from onrecord.api.shapes import catalogue
from onrecord.api.tabled import page_response
from onrecord.contract import noun_json
from onrecord.desk.notes import Note, Notes, Subject, SubjectKind
from onrecord.run.adding import recording_time

router = APIRouter(tags=["notes"])
NotePath = Annotated[Text, Path(description="A note's id.")]
Kind = Annotated[SubjectKind, Query(description="The kind of thing that the notes are on.", examples=["claim"])]
KindWanted = Annotated[SubjectKind | None, Query(alias="kind", description="Only notes on this kind of thing.")]
SubjectId = Annotated[Text, Query(alias="id", description="The id of that thing.")]
UserWanted = Annotated[Text | None, Query(alias="user", description="Only notes of this user.")]


@router.get(
    "/notes",
    operation_id="notes",
    response_class=Response,
    responses=answered(catalogue.page_of(Note), "A page."),
)
def notes(
    ask: Reading, user: UserWanted = None, kind: KindWanted = None, limit: Limit = 50, after: After = None
) -> Response:
    """The notes of everybody, the newest first.

    `total` is null: nobody counts them for a page.
    """
    page = Notes(ask.record).newest(user=user, kind=kind, limit=limit, after=after)
    return page_response(ask, Page(page.notes, None, page.next), noun_json)


@router.get(
    "/notes/on",
    operation_id="notes_on",
    response_class=Response,
    responses=answered(catalogue.list_of(Note), "The notes, each with its replies."),
)
def notes_on(ask: Reading, kind: Kind, ident: SubjectId) -> Response:
    """The notes on one thing, each with its replies; of a report those on its stretches and statements, by place."""
    return json_response(noun_json(Notes(ask.record).on(Subject(kind, ident))), headers=ask.headers)


@router.get(
    "/notes/{note}",
    operation_id="note",
    response_class=Response,
    responses=answered(catalogue.object_of(Note), "The note."),
)
def note(ask: Reading, note: NotePath) -> Response:
    """One note with its replies."""
    return json_response(noun_json(Notes(ask.record).note(note)), headers=ask.headers)


@router.post(
    "/notes",
    operation_id="write_note",
    status_code=201,
    response_class=Response,
    responses=done(catalogue.object_of(Note), "The note.", 201),
)
def write_note(ask: Writing, body: NoteWritten) -> Response:
    """Leave a note on a report or a stretch of one, a statement, a claim, an actor, or reply to a note."""
    subject = Subject(body.kind, body.id, body.start, body.end)
    made = Notes(ask.record).write(subject, body.text, ask.user, recording_time())
    return json_response(noun_json(made), 201, ask.headers)


@router.delete(
    "/notes/{note}",
    operation_id="withdraw_note",
    response_class=Response,
    responses=done(catalogue.object_of(Note), "The note, whose text is no longer shown."),
)
def withdraw_note(ask: Writing, note: NotePath) -> Response:
    """Withdraw a note of your own; that there was one stays on record."""
    anybodys = ask.asker.may("admin")
    made = Notes(ask.record).withdraw(note, ask.user, recording_time(), anybodys=anybodys)
    return json_response(noun_json(made), headers=ask.headers)
