"""Makes the examples of the API's document: what each operation answers on a record of the samples.

`SOURCE_DATE_EPOCH=1346889600 scripts/add-samples talks.db`, and then `SOURCE_DATE_EPOCH=1346889600 python -m
assets_src.api_examples talks.db`. Something is left on the record on the way (a note, a decision), so give it a record of
its own. Lists are cut to their first rows, long texts to their beginning, so that the document stays readable; what is
shown is as it was answered.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from starlette.testclient import TestClient

from onrecord.api import api_for
from onrecord.desk import Desk
from onrecord.desk.access import Access
from onrecord.desk.board import Board
from onrecord.desk.cast import Cast
from onrecord.desk.places import Places
from onrecord.record import Record
from onrecord.resolution.registry import aliases_by_id
from onrecord.review.queue import ReviewQueue

TARGET = Path(__file__).parents[1] / "src" / "onrecord" / "api" / "examples.json"
USER = "A. Reviewer"
_ROWS = 2
_LINES = 3
_CLAIM = "/claims/Taliban talks"
_DAY = "as_of=2011-12-10"
_TABLES = {
    "claims": "/claims{}?words=talks&" + _DAY,
    "positions": "/positions{}?words=Taliban talks&" + _DAY,
    "timeline": "/timeline{}?words=Taliban talks",
    "changes": "/changes{}?since=2012-08-20&words=FARC talks",
    "search": "/search{}?words=exploratory talks",
    "actors": "/actors{}?words=Faqir",
    "offices": "/offices{}?office=deputy chief&party=Taliban&as_of=2011-12-31",
    "reports": "/reports{}",
    "statements": "/statements{}?act=denies&party=Pakistan",
    "events": "/events{}?type=CONSULT",
    "places": "/places{}",
    "claim_testimonies": _CLAIM + "/testimonies{}?" + _DAY,
    "links": _CLAIM + "/links{}?" + _DAY,
    "decisions": "/decisions{}",
    "claim_decisions": _CLAIM + "/decisions{}",
    "corrections": "/statements/{statement}/corrections{}",
    "review_history": "/review/history{}",
}
_OBJECTS = {
    "listing": "/",
    "health": "/health",
    "board": "/board?words=Taliban talks&since=2011-12-01&limit=1&" + _DAY,
    "days": "/days",
    "claim": _CLAIM + "?" + _DAY,
    "standing": _CLAIM + "/standing?" + _DAY,
    "brief": _CLAIM + "/brief?" + _DAY,
    "brief_md": _CLAIM + "/brief.md?" + _DAY,
    "brief_html": _CLAIM + "/brief.html?" + _DAY,
    "actor": "/actors/{actor}?why=false",
    "who": "/who?person=Rehman Malik",
    "report": "/reports/{report}",
    "corrected_report": "/reports/{report}/corrected",
    "statement": "/statements/{statement}",
    "place": "/places/{place}",
    "review": "/review?limit=1",
    "agreement": "/review/agreement?first=A. Reviewer&second=B. Reviewer",
    "notes": "/notes",
    "notes_on": "/notes/on?kind=statement&id={statement}",
    "note": "/notes/{note}",
    "watches": "/watches",
    "watch": "/watches/{watch}",
    "findings": "/findings",
    "follows": "/follows",
    "changes_feed": "/feeds/changes.atom",
    "claim_feed": "/feeds/claims/Taliban talks.atom",
    "actor_feed": "/feeds/actors/{actor}.atom",
    "watch_feed": "/feeds/{watch}.atom",
}
_POSTS: dict[str, tuple[str, dict[str, Any]]] = {
    "link": ("/link", {"statement": "{statement}", "claim": "Taliban talks", "verdict": "confirm"}),
    "correct": ("/correct", {"statement": "{statement}", "action": "accept", "note": "as the report has it"}),
    "write_note": (
        "/notes",
        {"kind": "statement", "id": "{statement}", "text": "Compare the statement of the next day."},
    ),
    "save_watch": ("/watches", {"kind": "any-denial", "words": "Taliban talks"}),
    "follow": ("/follows", {"kind": "claim", "subject": "{claim}"}),
}


def main(record: str) -> None:
    """Writes the examples anew."""
    with Record.open(record, aliases=aliases_by_id()) as held:
        client, known = _client(held), _known(held)
        examples: dict[str, Any] = {}
        for ident, (address, body) in _POSTS.items():
            sent = {name: _filled(value, known) for name, value in body.items()}
            answer = _sent(client.post(f"/api{address}", json=sent))
            known |= {"note": answer["id"]} if ident == "write_note" else {}
            known |= {"watch": answer["id"]} if ident == "save_watch" else {}
            examples[ident] = {"address": address, "body": sent, "answer": _cut(answer)}
        for ident, address in _addresses().items():
            asked = _filled(address, known)
            examples[ident] = {"address": asked, "answer": _cut(_sent(client.get(f"/api{asked}")))}
    text = json.dumps(dict(sorted(examples.items())), ensure_ascii=False, indent=1)
    TARGET.write_text(f"{text}\n", encoding="utf-8")


def _client(record: Record) -> TestClient:
    access = Access(record, user=USER)
    desk = Desk(record, Board(record), access, Places(record), ReviewQueue(record), Cast(record), user=USER)
    server = FastAPI()
    server.mount("/api", api_for(desk))
    return TestClient(server, base_url="http://127.0.0.1:8400", client=("127.0.0.1", 1))


def _known(record: Record) -> dict[str, str]:
    standing = record.standing("Taliban talks")
    first = standing.first_named_confirmation
    if first is None:
        raise SystemExit("this is no record of the samples: nobody confirms the talks by name")
    saying = record.sayings([first.statement])[first.statement]
    places = Places(record)
    places.refresh()
    return {
        "claim": standing.claim.id,
        "statement": first.statement,
        "report": saying.report,
        "actor": record.identities("Faqir Mohammad")[0].id,
        "place": places.lines()[0].site.key,
    }


def _addresses() -> dict[str, str]:
    tables = {
        f"{name}{ending.replace('.', '_')}": address.replace("{}", ending)
        for name, address in _TABLES.items()
        for ending in ("", ".json", ".csv")
    }
    return _OBJECTS | tables


def _filled(text: str, known: dict[str, str]) -> str:
    for name, value in known.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def _sent(response: Any) -> Any:
    if response.status_code not in {200, 201}:
        raise SystemExit(f"{response.request.url} answers {response.status_code}: {response.text[:500]}")
    return response.json() if response.headers["content-type"] == "application/json" else response.text


def _cut(answer: Any) -> Any:
    """The answer with the first rows of every list, and the first lines of what is a text as a whole."""
    if isinstance(answer, str):
        return "".join(answer.splitlines(keepends=True)[:_LINES])
    return _cut_lists(answer)


def _cut_lists(value: Any) -> Any:
    if isinstance(value, list):
        return [_cut_lists(one) for one in value[:_ROWS]]
    if isinstance(value, dict):
        return {name: _cut_lists(one) for name, one in value.items()}
    return value


if __name__ == "__main__":
    main(sys.argv[1])
