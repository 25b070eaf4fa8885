"""Notes: what people write beside words of a report, statements, claims and actors, and what others reply."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, get_args

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from onrecord.desk import Desk
from onrecord.desk.access import Asker
from onrecord.desk.notes import Note, Notes, Subject, SubjectKind
from onrecord.errors import UsageError
from onrecord.web.asked import TheDesk
from onrecord.web.askers import may
from onrecord.web.back import way_back
from onrecord.web.pages.notednames import names_of
from onrecord.web.rendering import shown

router = APIRouter()
_AT_ONCE = 40
_Field = Annotated[str, Query(max_length=400)]
_Place = Annotated[int | None, Form(ge=0, le=1_000_000_000)]
_Writer = Annotated[Asker, Depends(may("write"))]


@router.get("/notes")
def notes_page(request: Request, desk: TheDesk, user: _Field = "", after: _Field = "") -> HTMLResponse:
    """All notes, the newest first."""
    page = Notes(desk.record).newest(user=user or None, limit=_AT_ONCE, after=after or None)
    with desk.record.asking() as connection:
        called = names_of(connection, page.notes)
    return shown(request, "notes.html", page=page, user=user, called_so=called)


@router.get("/notes/on/{kind}/{ident}")
def notes_on_page(
    request: Request,
    desk: TheDesk,
    kind: str,
    ident: str,
    start: Annotated[int | None, Query(ge=0, le=1_000_000_000)] = None,
    end: Annotated[int | None, Query(ge=0, le=1_000_000_000)] = None,
) -> HTMLResponse:
    """The notes on one thing, and a form for another; `start` and `end` are characters of a report's text."""
    subject, notes = _subject(kind, ident, start, end), Notes(desk.record)
    words, others = _words(desk, subject), 0
    if subject.kind == "note":
        threads: tuple[Note, ...] = (notes.note(notes.note(ident).thread),)
    else:
        threads = notes.on(subject)
    if words is not None:
        exactly = tuple(one for one in threads if one.subject == subject)
        threads, others = exactly, len(threads) - len(exactly)
    title = desk.record.reading(subject.id).article.title if subject.kind == "report" else None
    return shown(
        request, "notes-on.html", subject=subject, words=words, threads=threads, others=others, report_title=title
    )


@router.post("/notes")
def write_note(
    desk: TheDesk,
    asker: _Writer,
    kind: Annotated[str, Form(max_length=40)],
    ident: Annotated[str, Form(max_length=400)],
    text: Annotated[str, Form(max_length=20_000)],
    start: _Place = None,
    end: _Place = None,
    back: Annotated[str, Form(max_length=2_000)] = "/notes",
) -> RedirectResponse:
    """Puts a note, or a reply to one, on record."""
    note = Notes(desk.record).write(_subject(kind, ident, start, end), text, asker.name or "", datetime.now(UTC))
    return RedirectResponse(f"{way_back(back, '/notes').partition('#')[0]}#note-{note.id}", 303)


@router.post("/notes/{note}/withdraw")
def withdraw_note(
    desk: TheDesk, asker: _Writer, note: str, back: Annotated[str, Form(max_length=2_000)] = "/notes"
) -> RedirectResponse:
    """Takes a note back: its text is shown no more, and that it was withdrawn is."""
    Notes(desk.record).withdraw(note, asker.name or "", datetime.now(UTC), anybodys=asker.may("admin"))
    return RedirectResponse(way_back(back, "/notes"), 303)


def _words(desk: Desk, subject: Subject) -> str | None:
    """The words of the report that the subject is, if it is words; UsageError where the text has no such place."""
    if subject.start is None or subject.end is None:
        return None
    text = desk.record.reading(subject.id).article.text
    if not subject.start < subject.end <= len(text):
        raise UsageError(
            f"the report has {len(text):,} characters; {subject.start} to {subject.end} are none of them"
        )
    return text[subject.start : subject.end]


def _subject(kind: str, ident: str, start: int | None, end: int | None) -> Subject:
    for known in get_args(SubjectKind):
        if kind == known:
            return Subject(known, ident, start, end)
    raise UsageError(f"there are no notes on a {kind[:40]!r}; give one of {', '.join(get_args(SubjectKind))}")
