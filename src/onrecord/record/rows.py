"""A reading as rows of the record: what is written depends on the reading and nothing else, clocks aside."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.contract import canonical, content_id, reading_json
from onrecord.linking.claims import links
from onrecord.linking.copies import Shingles, shingled
from onrecord.linking.outlets import relayed_from
from onrecord.linking.parties import Sides
from onrecord.linking.relays import Relays
from onrecord.linking.voice import speaker_key, speaker_name, speaks_for_party
from onrecord.model import Actor, Article, DateExpression, Event, Place, Precision, Reading, Statement
from onrecord.record.linkrows import link_rows, matter_rows
from onrecord.record.payload import without_text
from onrecord.record.profilerows import office_rows, profile_row
from onrecord.record.search.wording import report_rows, statement_rows
from onrecord.resolution.actors.profiles import Profile, profiles_of

Row = dict[str, Any]
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_IN_WEEKS = re.compile(r"\bweeks?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rows:
    """All rows that one reading adds; `recorded_at` and the run are the writer's to add.

    `tables` holds them by table, in an order in which every row comes after those it points to.
    """

    report_id: str
    shingles: Shingles
    tables: dict[str, list[Row]]
    profiles: tuple[Profile, ...] = ()


def report_id_of(article: Article) -> str:
    """The id of a report in every record: of what was given with it, its title and its text."""
    return content_id(
        {
            "id": article.id,
            "url": article.url,
            "outlet": article.outlet,
            "published": None if article.published is None else article.published.isoformat(),
            "title": article.title,
            "text": article.text,
        }
    )


def rows_of(reading: Reading) -> Rows:
    """The rows of a reading, with ids made from their content."""
    report_id, shingles = report_id_of(reading.article), shingled(reading.article)
    plain = without_text(reading_json(reading), reading.article.text)

    def found(table: str, nouns: str, columns: Callable[[Any], Row]) -> list[Row]:
        rows = _with_ids(table, report_id, plain[nouns])
        return [row | columns(noun) for row, noun in zip(rows, getattr(reading, nouns), strict=True)]

    actors = found("actor", "actors", _actor)
    actor_ids: dict[str | None, str] = {row["local_id"]: row["actor_id"] for row in actors}
    profiles = profiles_of(reading, report_id, {str(local): ident for local, ident in actor_ids.items()})
    sides = Sides(reading)
    statements = found(
        "statement",
        "statements",
        lambda s: statement_columns(reading, s, sides) | {"speaker_actor": actor_ids.get(s.speaker)},
    )
    ids: dict[str | None, str] = {row["local_id"]: row["statement_id"] for row in statements}
    tables = {
        "report": [_report(report_id, reading.article, plain["article"]) | {"shingles": len(shingles.hashes)}],
        "statement": statements,
        "event": found("event", "events", lambda e: _event(e) | {"statement_id": ids.get(e.statement)}),
        "actor": actors,
        "profile": [profile_row(profile) for profile in profiles],
        "office": [row for profile in profiles for row in office_rows(profile)],
        "place": found("place", "places", _place),
        "date_expression": found("date_expression", "dates", _date),
    }
    relays = Relays(reading)
    for row, statement in zip(statements, reading.statements, strict=True):
        reporter = relays.reporter(statement)
        row["reported_in"] = None if reporter is None else ids[reporter.id]
    found_links = links(reading)
    tables["matter"] = matter_rows(found_links)
    tables["report_words"] = [row for report in tables["report"] for row in report_rows(report)]
    tables["statement_words"] = statement_rows(statements)
    tables["link"] = link_rows(found_links, report_id, reading.article.published, ids)
    return Rows(report_id, shingles, tables, profiles)


def _with_ids(table: str, report_id: str, nouns: Sequence[Row]) -> list[Row]:
    """Rows with an id of the report and the noun without its local id; the n-th of equal nouns is told by its n."""
    rows: list[Row] = []
    times: dict[str, int] = {}
    for ordinal, noun in enumerate(nouns):
        content: Row = {"report": report_id, table: {key: value for key, value in noun.items() if key != "id"}}
        base = content_id(content)
        times[base] = times.get(base, 0) + 1
        row = {
            f"{table}_id": base if times[base] == 1 else content_id(content | {"again": times[base]}),
            "report_id": report_id,
            "ordinal": ordinal,
            "payload": canonical(noun),
        }
        rows.append(row if "id" not in noun else row | {"local_id": noun["id"]})
    return rows


def _report(report_id: str, article: Article, plain: Row) -> Row:
    return {
        "report_id": report_id,
        "given_id": article.id,
        "url": article.url,
        "outlet": article.outlet,
        "title": article.title,
        "published": article.published,
        "text": article.text,
        "payload": canonical({key: value for key, value in plain.items() if key != "text"}),
    }


def statement_columns(reading: Reading, statement: Statement, sides: Sides | None = None) -> Row:
    """The columns of a statement that follow from what its report says; `sides` are those of its reading."""
    sides = sides or Sides(reading)
    party, said = sides.of_statement(statement), statement.said_on
    return {
        "act": statement.act,
        "certainty": statement.certainty,
        "form": statement.form,
        "source_kind": statement.source_kind,
        "source_text": None if statement.source is None else statement.source.text,
        "cue_text": None if statement.cue is None else statement.cue.text,
        "content_text": " … ".join(span.text for span in statement.content),
        "speaker_name": speaker_name(statement, reading, sides),
        "speaker_key": speaker_key(statement, reading, sides),
        "speaks_for_party": speaks_for_party(statement, reading, sides),
        "party_key": None if party is None else party.key,
        "party_name": None if party is None else party.name,
        "party_part_of": None if party is None else party.part_of,
        "said_first": None if said is None else said.first,
        "said_last": None if said is None else said.last,
        "said_precision": None if said is None else _grain(said),
        "published": reading.article.published,
        "relayed_from": relayed_from(statement, reading),
    }


def _grain(said: DateExpression) -> Precision | None:
    """How exactly a time of saying is known: a day counted in weeks ("a week after") to the week, others as told."""
    words = said.span.text
    counted = _IN_WEEKS.search(words) is not None and _WEEKDAY.search(words) is None
    in_weeks = said.precision == "day" and said.basis is not None and counted
    return "week" if in_weeks else said.precision


def _event(event: Event) -> Row:
    return {"type": event.type, "status": event.status}


def _actor(actor: Actor) -> Row:
    return {"name": actor.name, "kind": actor.kind, "known_as": actor.known_as}


def _place(place: Place) -> Row:
    return {"name": place.name}


def _date(date: DateExpression) -> Row:
    return {"value": date.value}
