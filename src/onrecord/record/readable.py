"""Views that read well in any tool that opens the database itself: Datasette, DB Browser, psql, a spreadsheet's query.

Each has a row a thing, words in place of ids where a row has words, and the ids behind them. Which claim a link belongs
to is worked out from all links together and from what reviewers decided, which no view can do: a link is shown with its
matter, the kind of event between parties, and `onrecord export claims` gives the claims themselves.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

_REPORT = "r.published, r.outlet, r.title"
_SOURCE = "r.report_id, r.url"


def make_views(connection: Connection) -> None:
    """Makes the views on a database that has the tables and none of the views."""
    of = _of_server if connection.dialect.name == "postgresql" else _of_file
    for name, query in queries(of).items():
        connection.exec_driver_sql(f"CREATE VIEW {name} AS {query}")


def drop_views(connection: Connection) -> None:
    """Drops what `make_views` made."""
    for name in reversed(list(queries(_of_file))):
        connection.exec_driver_sql(f"DROP VIEW IF EXISTS {name}")


def queries(of: Callable[[str, str], str]) -> dict[str, str]:
    """The query of each view by its name; `of` writes how a database takes a field out of a column of JSON."""
    in_files = of is _of_file
    return {
        "readable_reports": _reports(of),
        "readable_statements": _statements(of),
        "readable_events": _events(of, in_files=in_files),
        "readable_links": _links(of),
        "readable_actors": _actors(of),
        "readable_places": _places(of),
        "readable_copies": _COPIES,
        "readable_decisions": _DECISIONS,
        "readable_corrections": _CORRECTIONS,
        "readable_judgements": _JUDGEMENTS,
        "readable_notes": _NOTES,
        "readable_findings": _FINDINGS,
    }


def _of_file(column: str, path: str) -> str:
    return f"json_extract({column}, '$.{path}')"


def _of_server(column: str, path: str) -> str:
    *way, last = path.split(".")
    return f"({column}::json{''.join(f' -> {step!r}' for step in way)} ->> {last!r})"


def _number(value: str, kind: str) -> str:
    return f"CAST({value} AS {kind})"


def _reports(of: Callable[[str, str], str]) -> str:
    # The first report of all that are copies of one another, by way of others too; so `onrecord reports` has it.
    return f"""
SELECT {_REPORT}, r.url, {of("r.payload", "language")} AS language, {of("r.payload", "credit")} AS credit,
  length(r.text) AS characters,
  (SELECT count(*) FROM statement s WHERE s.report_id = r.report_id) AS statements,
  (WITH RECURSIVE version(report_id) AS (
     SELECT r.report_id
     UNION SELECT CASE WHEN c.left_report = v.report_id THEN c.right_report ELSE c.left_report END
     FROM version v JOIN copy c ON c.left_report = v.report_id OR c.right_report = v.report_id)
   SELECT o.report_id FROM version v JOIN report o ON o.report_id = v.report_id
   ORDER BY o.published IS NULL, o.published, o.report_id LIMIT 1) AS origin,
  (SELECT min(w.kind) FROM withdrawal w WHERE w.report_id = r.report_id) AS taken_back,
  (SELECT min(w.published) FROM withdrawal w WHERE w.report_id = r.report_id) AS taken_back_on,
  r.given_id, r.report_id, r.recorded_at
FROM report r"""  # noqa: S608 - of constants only, as are all below


def _statements(of: Callable[[str, str], str]) -> str:
    return f"""
SELECT {_REPORT}, s.speaker_name AS speaker, s.source_text AS source_words, s.source_kind,
  {of("s.payload", "source_type")} AS source_type, s.party_name AS party, s.act, s.certainty, s.form,
  s.cue_text AS cue, s.content_text AS content, s.said_first AS said_from, s.said_last AS said_to,
  s.said_precision, s.relayed_from, {_number(of("s.payload", "confidence"), "REAL")} AS confidence,
  s.statement_id, s.reported_in, s.party_key, {_SOURCE}
FROM statement s JOIN report r ON r.report_id = s.report_id"""  # noqa: S608


def _events(of: Callable[[str, str], str], *, in_files: bool) -> str:
    start, end = (_number(of("e.payload", f"trigger.{side}"), "INTEGER") for side in ("start", "end"))
    place = of("e.payload", "place")
    return f"""
SELECT {_REPORT}, e.type, {of("e.payload", "mode")} AS mode, {of("e.payload", "cameo")} AS cameo, e.status,
  substr(r.text, {start} + 1, {end} - {start}) AS trigger_words,
  {_names("actors", in_files=in_files)} AS actors, {_names("recipients", in_files=in_files)} AS recipients,
  (SELECT p.name FROM place p WHERE p.report_id = e.report_id AND p.local_id = {place}) AS place,
  {of("e.payload", "date.from")} AS day_from, {of("e.payload", "date.to")} AS day_to,
  {of("e.payload", "date.precision")} AS day_precision, s.speaker_name AS said_by, s.act, s.content_text AS content,
  {_number(of("e.payload", "confidence"), "REAL")} AS confidence, e.event_id, e.statement_id, {_SOURCE}
FROM event e JOIN report r ON r.report_id = e.report_id
  LEFT JOIN statement s ON s.statement_id = e.statement_id"""  # noqa: S608


def _names(side: str, *, in_files: bool) -> str:
    """The names of the actors on one side of an event, in the order of their names."""
    if in_files:
        listed, gathered = f"json_each(e.payload, '$.{side}') j", "group_concat(a.name, '; ')"
    else:
        listed, gathered = (
            f"json_array_elements_text(e.payload::json -> '{side}') j(value)",
            "string_agg(a.name, '; ')",
        )
    named = f"SELECT a.name FROM {listed} JOIN actor a ON a.report_id = e.report_id AND a.local_id = j.value"  # noqa: S608
    return f"(SELECT {gathered} FROM ({named} ORDER BY a.name) a)"  # noqa: S608


def _links(of: Callable[[str, str], str]) -> str:
    return f"""
SELECT {_REPORT}, m.gloss AS matter, m.type, l.stance, l.score, s.speaker_name AS speaker, s.source_text AS source_words,
  s.source_kind, s.party_name AS party, s.act, s.content_text AS content, l.first_day AS day_from, l.last_day AS day_to,
  l.precision AS day_precision, {of("l.site", "name")} AS place, l.unit, l.low, l.high, l.about, l.background, l.ahead,
  l.link_id, l.matter_id, l.statement_id, {_SOURCE}
FROM link l JOIN matter m ON m.matter_id = l.matter_id
  JOIN statement s ON s.statement_id = l.statement_id JOIN report r ON r.report_id = l.report_id"""  # noqa: S608


def _actors(of: Callable[[str, str], str]) -> str:
    party = of("a.payload", "party")
    return f"""
SELECT {_REPORT}, a.name, a.kind, {of("a.payload", "country")} AS country,
  (SELECT p.name FROM actor p WHERE p.report_id = a.report_id AND p.local_id = {party}) AS party, a.known_as,
  a.actor_id, {_SOURCE}
FROM actor a JOIN report r ON r.report_id = a.report_id"""  # noqa: S608


def _places(of: Callable[[str, str], str]) -> str:
    return f"""
SELECT {_REPORT}, p.name, {of("p.payload", "kind")} AS kind, {of("p.payload", "country")} AS country,
  {of("p.payload", "admin1")} AS admin1, {_number(of("p.payload", "lat"), "REAL")} AS latitude,
  {_number(of("p.payload", "lon"), "REAL")} AS longitude, {_number(of("p.payload", "geonames"), "INTEGER")} AS geonames,
  p.place_id, {_SOURCE}
FROM place p JOIN report r ON r.report_id = p.report_id"""  # noqa: S608


_COPIES = """
SELECT c.kind, c.containment AS kept, c.likelihood, a.published AS left_published, a.outlet AS left_outlet,
  a.title AS left_title, b.published AS right_published, b.outlet AS right_outlet, b.title AS right_title,
  c.left_report, c.right_report, c.earlier_report, c.recorded_at
FROM copy c JOIN report a ON a.report_id = c.left_report JOIN report b ON b.report_id = c.right_report"""

_DECISIONS = """
SELECT d.recorded_at AS decided_at, d.user_name AS reviewer, d.action, m.gloss AS matter, s.speaker_name AS speaker,
  s.content_text AS content, l.stance, t.gloss AS to_matter, d.note, w.recorded_at AS withdrawn_at,
  d.decision_id, d.link_id, d.to_link
FROM decision d JOIN matter m ON m.matter_id = d.matter_id JOIN link l ON l.link_id = d.link_id
  JOIN statement s ON s.statement_id = l.statement_id LEFT JOIN matter t ON t.matter_id = d.to_matter
  LEFT JOIN decision w ON w.withdraws = d.decision_id
WHERE d.withdraws IS NULL"""

_CORRECTIONS = """
SELECT c.recorded_at AS corrected_at, c.user_name AS reviewer, c.action, c.corrected, r.published, r.outlet, r.title,
  s.source_text AS source_words, s.content_text AS content, s.act AS act_as_read, s.party_name AS party_as_read, c.note,
  w.recorded_at AS withdrawn_at, w.user_name AS withdrawn_by, c.correction_id, c.statement_id, c.report_id, r.url
FROM correction c JOIN statement s ON s.statement_id = c.statement_id JOIN report r ON r.report_id = c.report_id
  LEFT JOIN correction w ON w.withdraws = c.correction_id
WHERE c.withdraws IS NULL"""

_JUDGEMENTS = """
SELECT j.recorded_at AS judged_at, j.user_name AS judge, j.judgement, j.score,
  coalesce(a.name, (SELECT min(p.name) FROM profile p WHERE p.known_as = j.left_key)) AS left_name,
  coalesce(b.name, (SELECT min(p.name) FROM profile p WHERE p.known_as = j.right_key)) AS right_name,
  j.note, w.recorded_at AS withdrawn_at, j.judgement_id, j.left_key, j.right_key
FROM judgement j LEFT JOIN profile a ON a.actor_id = j.left_key LEFT JOIN profile b ON b.actor_id = j.right_key
  LEFT JOIN judgement w ON w.withdraws = j.judgement_id
WHERE j.withdraws IS NULL"""

# What was withdrawn is no longer shown here either.
_NOTES = """
SELECT n.recorded_at AS written_at, n.user_name AS author, n.subject_kind AS written_on, n.quoted,
  CASE WHEN w.note_id IS NULL THEN n.body END AS note, w.recorded_at AS withdrawn_at, w.user_name AS withdrawn_by,
  r.published, r.outlet, r.title, n.note_id, n.thread_id, n.subject_id, n.report_id, n.start, n."end"
FROM note n LEFT JOIN note w ON w.withdraws = n.note_id LEFT JOIN report r ON r.report_id = n.report_id
WHERE n.withdraws IS NULL"""

_FINDINGS = """
SELECT f.published, w.name AS question, f.what, f.gloss AS claim, f.before, f.after, s.speaker_name AS speaker,
  s.source_text AS source_words, s.party_name AS party, s.content_text AS content, r.outlet, r.title, f.already,
  f.recorded_at AS found_at, f.finding_id, f.watch_id, f.claim_id, f.statement_id, f.report_id
FROM finding f JOIN watch w ON w.watch_id = f.watch_id LEFT JOIN statement s ON s.statement_id = f.statement_id
  LEFT JOIN report r ON r.report_id = f.report_id"""
