"""Who is on record: actors, what somebody said and what is said of them, and who holds an office."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from starlette.responses import Response

from onrecord.api import answers
from onrecord.api.asking import Reading
from onrecord.api.documented import answered, text
from onrecord.api.everybody import ActorsWanted, actor_called, actors_page, all_actors
from onrecord.api.parameters import (
    ActorPath,
    After,
    AsOf,
    KnownAt,
    Limit,
    NameWords,
    Office,
    PartyName,
    Person,
    Why,
)
from onrecord.api.sending import csv_stream, json_response, json_stream
from onrecord.api.shapes import catalogue
from onrecord.api.tabled import Tabled, page_response, question_of, table_routes
from onrecord.errors import PersonNotFound
from onrecord.export.csvrows import answer_csv
from onrecord.record import Identity, OfficeHolder
from onrecord.record.questions.people import Who
from onrecord.tables import Table

router = APIRouter(tags=["actors"])
_HOLDERS = Tabled(OfficeHolder, lambda one: [one.identity, one.role, one.of])


def actors_wanted(words: NameWords = None, as_of: AsOf = None, known_at: KnownAt = None) -> ActorsWanted:
    """Which actors are asked for."""
    return ActorsWanted(words, as_of, known_at)


Actors = Annotated[ActorsWanted, Depends(actors_wanted)]


@router.get(
    "/actors",
    operation_id="actors",
    response_class=Response,
    responses=answered(catalogue.page_of(Identity), "A page."),
)
def actors(ask: Reading, wanted: Actors, limit: Limit = 50, after: After = None) -> Response:
    """Everybody on record, each once in all spellings, with offices over time; the most reported first.

    Two names are joined for several reasons together, never for the name alone; a judgement of a reviewer comes before
    the program's.
    """
    return page_response(ask, actors_page(ask, wanted, question_of(ask), limit, after), _line)


@router.get(
    "/actors.json",
    operation_id="actors_json",
    response_class=Response,
    responses=answered(catalogue.list_of(Identity), "All rows."),
)
def actors_json(ask: Reading, wanted: Actors) -> Response:
    """Everybody on record, each once in all spellings, with offices over time; the most reported first.

    One JSON array, a row a line.
    """
    return json_stream(map(_line, all_actors(ask, wanted)), ask.headers)


@router.get(
    "/actors.csv",
    operation_id="actors_csv",
    response_class=Response,
    responses=text("All rows, tidy: one a line, with a heading.", "text/csv"),
)
def actors_csv(ask: Reading, wanted: Actors) -> Response:
    """Everybody on record, each once in all spellings, with offices over time; the most reported first.

    A row a person or body; several names, parties or offices stand in one cell.
    """
    rows = Table(map(answers.actor_line, all_actors(ask, wanted)), answers.ActorLine)
    return csv_stream(answer_csv(rows), "actors", ask.headers)


def offices(ask: Reading, office: Office, party: PartyName = None, as_of: AsOf = None) -> Sequence[OfficeHolder]:
    """Who holds an office as of a day.

    Where two are said to hold it at once, both are given and `contested` is true.
    """
    return ask.record.office_holders(office, party, as_of)


table_routes(router, "/offices", offices, _HOLDERS)


@router.get(
    "/actors/{actor}",
    operation_id="actor",
    response_class=Response,
    responses=answered(catalogue.object_of(Identity), "The actor."),
)
def actor(ask: Reading, actor: ActorPath, as_of: AsOf = None, known_at: KnownAt = None, why: Why = True) -> Response:
    """One actor, by its id or that of a member: names, parties, offices over time, and why it is one."""
    found = actor_called(ask, actor, as_of, known_at)
    if len(found) != 1:
        many = "several actors go" if found else "nobody on record goes"
        raise PersonNotFound(f"{many} by the id {actor!r}; see /api/actors")
    return json_response(answers.identity_json(found[0], why=why), headers=ask.headers)


@router.get(
    "/who",
    operation_id="who",
    response_class=Response,
    responses=answered(catalogue.object_of(Who), "The person on record, or all who may be meant."),
)
def who(ask: Reading, person: Person, as_of: AsOf = None, known_at: KnownAt = None) -> Response:
    """Everything on record by somebody, and what others say in which they are mentioned.

    Where several go by the words, `candidates` has all of them and nobody is chosen: ask again with an id.
    """
    return json_response(answers.who_json(ask.record.who(person, as_of, known_at)), headers=ask.headers)


def _line(one: Identity) -> dict[str, Any]:
    return answers.identity_json(one, why=False)
