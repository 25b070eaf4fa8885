"""Feeds are Atom, and tell of what changed and what was found; saved questions, webhooks and follows over the API."""

from __future__ import annotations

from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from tests.api.conftest import Held

from onrecord.desk.watches import Watches

ATOM = "{http://www.w3.org/2005/Atom}"


def entries(held: Held, address: str) -> list[ElementTree.Element]:
    response = held.client.get(f"/api/feeds/{address}")
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "application/atom+xml; charset=utf-8"
    feed = ElementTree.fromstring(response.content)  # noqa: S314 - the server wrote it
    assert feed.tag == f"{ATOM}feed"
    assert feed.find(f"{ATOM}link[@rel='self']").attrib["href"].startswith("http://127.0.0.1:8400/api/feeds/")  # type: ignore[union-attr]
    return feed.findall(f"{ATOM}entry")


def text(entry: ElementTree.Element, name: str) -> str:
    return entry.findtext(f"{ATOM}{name}") or ""


def test_changes_are_a_feed(held: Held) -> None:
    found = entries(held, "changes.atom")
    assert found
    assert [text(one, "updated") for one in found] == sorted((text(one, "updated") for one in found), reverse=True)
    assert len({text(one, "id") for one in found}) == len(found)
    assert all(
        "FARC" in text(one, "title") + text(one, "summary") for one in entries(held, "changes.atom?words=FARC")
    )


def test_a_claim_has_a_feed_of_its_changes(held: Held) -> None:
    changes = held.get("/changes.json", since="1900-01-01", words="TTP talks")
    found = entries(held, "claims/TTP talks.atom")
    assert len(found) == len(changes)
    assert held.client.get("/api/feeds/claims/no-such.atom").status_code == 404


def test_what_somebody_says_is_a_feed(held: Held) -> None:
    said = held.get("/who", person="Rehman Malik")["statements"]
    assert len(entries(held, "actors/Rehman Malik.atom")) == len(said)
    assert held.client.get("/api/feeds/actors/nobody.atom").status_code == 404


def test_a_question_is_saved_answered_fed_and_given_up(own: Held) -> None:
    body = {"kind": "any-denial", "words": "talks", "name": "Denials"}
    watch = own.client.post("/api/watches", json=body).json()
    assert own.get("/watches") == [watch]
    assert entries(own, f"{watch['id']}.atom") == []
    Watches(own.record).run(datetime(2026, 5, 1, tzinfo=UTC))
    findings = own.get("/findings", watch=watch["id"])["items"]
    assert findings
    assert {one["what"] for one in findings} == {"any-denial"}
    told = [one for one in findings if one["published"] is not None or not one["already"]]
    assert len(entries(own, f"{watch['id'][:8]}.atom")) == len(told)
    first = own.get("/findings", watch=watch["id"], limit=1)
    rest = own.get("/findings", watch=watch["id"], limit=500, after=first["next"]) if first["next"] else {"items": []}
    assert first["items"] + rest["items"] == findings
    assert own.client.delete(f"/api/watches/{watch['id']}").status_code == 200
    assert own.get("/watches") == []


def test_a_webhook_is_added_and_its_secret_shown_once(own: Held) -> None:
    watch = own.client.post("/api/watches", json={"kind": "new-claim"}).json()["id"]
    made = own.client.post(f"/api/watches/{watch}/hooks", json={"url": "https://calls.example/in"})
    assert made.status_code == 201, made.text
    assert made.json()["secret"]
    assert made.json()["secret"] not in own.client.get(f"/api/watches/{watch}/hooks").text
    hook = made.json()["hook"]["id"]
    assert own.get(f"/hooks/{hook}/deliveries") == []
    assert own.client.delete(f"/api/hooks/{hook}").status_code == 200
    assert own.get(f"/watches/{watch}/hooks") == []


@pytest.mark.parametrize(
    "url", ["ftp://calls.example/", "javascript:alert(1)", "https://", "x" * 3000, "http://a b/"]
)
def test_an_address_that_cannot_be_called_is_refused(own: Held, url: str) -> None:
    watch = own.client.post("/api/watches", json={"kind": "new-claim"}).json()["id"]
    assert own.client.post(f"/api/watches/{watch}/hooks", json={"url": url}).status_code in {400, 422}


def test_a_claim_is_followed_looked_at_and_left(own: Held) -> None:
    claim = own.get("/claims/TTP talks")["id"]
    body = {"kind": "claim", "subject": claim}
    for _ in range(2):
        followed = own.client.post("/api/follows", json=body)
        assert followed.status_code == 201, followed.text
        assert [one["subject"] for one in followed.json()] == [claim]
    assert own.get("/follows") == followed.json()
    assert own.client.post("/api/news/seen", json={}).json() == []
    assert own.get("/news") == []
    assert own.client.delete("/api/follows", params=body).json() == []


def test_a_note_is_left_answered_and_withdrawn(own: Held) -> None:
    report = own.record.reports()[0].id
    body = {"kind": "report", "id": report, "start": 0, "end": 4, "text": "whose word is this?"}
    note = own.client.post("/api/notes", json=body).json()
    assert note["quoted"] == own.record.reading(report).article.text[:4]
    reply = own.client.post("/api/notes", json={"kind": "note", "id": note["id"], "text": "the paper's own"}).json()
    (thread,) = own.get("/notes/on", kind="report", id=report)
    assert [one["id"] for one in thread["replies"]] == [reply["id"]]
    assert {one["id"] for one in own.get("/notes")["items"]} == {note["id"], reply["id"]}
    gone = own.client.delete(f"/api/notes/{note['id']}").json()
    assert (gone["text"], gone["withdrawn_by"]) == (None, "A. Reviewer")
    outside = body | {"start": 5, "end": 9_999_999}
    assert own.client.post("/api/notes", json=outside).status_code == 400
