"""Reviewers decide over the API as they do by the commands; what they decide holds at once and is history."""

from __future__ import annotations

from tests.api.conftest import Held

from onrecord.contract import noun_json
from onrecord.review import queue


def denial(held: Held) -> str:
    """A statement of the government that denies the talks."""
    links = held.get("/claims/TTP talks/links", limit=500)["items"]
    return str(next(one["statement"] for one in links if one["stance"] == "denies"))


def test_a_link_is_rejected_and_counts_again_once_that_is_withdrawn(own: Held) -> None:
    before = own.get("/claims/TTP talks")
    body = {"statement": denial(own), "claim": "TTP talks", "verdict": "reject", "note": "of other talks"}
    made = own.client.post("/api/link", json=body)
    assert made.status_code == 201, made.text
    assert [(one["action"], one["user"], one["withdrawn"]) for one in made.json()] == [
        ("reject", "A. Reviewer", False)
    ]
    assert own.get("/claims/TTP talks")["links"]["rejected"] == 1
    assert [one["id"] for one in own.get("/decisions")["items"]] == [one["id"] for one in made.json()]
    assert own.get("/claims/TTP talks/decisions.json") == own.get("/decisions.json")
    back = {key: body[key] for key in ("statement", "claim")} | {"withdraw": True}
    assert own.client.post("/api/link", json=back).json()[0]["withdrawn"] is True
    assert own.get("/claims/TTP talks") == before


def test_claims_are_split_and_joined(own: Held) -> None:
    statement = denial(own)
    made = own.client.post("/api/split", json={"claim": "TTP talks", "statements": [statement]})
    assert made.status_code == 201, made.text
    apart = own.get(f"/claims/{made.json()[0]['link']}")["id"]
    whole = own.get("/claims/TTP talks")["id"]
    assert apart != whole
    back = {"claim": apart, "statements": [statement], "withdraw": True}
    assert own.client.post("/api/split", json=back).json()[0]["withdrawn"] is True
    other = own.get("/claims/FARC talks")["id"]
    joined = own.client.post("/api/join", json={"claim": whole, "other": other})
    assert joined.status_code == 201, joined.text
    assert own.get(f"/claims/{other}")["id"] == own.get(f"/claims/{whole}")["id"]
    assert own.client.post("/api/join", json={"claim": whole, "other": other}).status_code == 400
    parted = own.client.post("/api/join", json={"claim": whole, "other": other, "withdraw": True})
    assert parted.json()[0]["withdrawn"] is True
    assert own.get(f"/claims/{other}")["id"] != own.get(f"/claims/{whole}")["id"]


def test_actors_are_judged(own: Held) -> None:
    left, right = (one["id"] for one in own.get("/actors", limit=2)["items"])
    body = {"left": left, "right": right, "judgement": "different", "note": "two bodies"}
    (made,) = own.client.post("/api/judge", json=body).json()
    assert (made["judgement"], made["user"], made["note"], made["withdrawn"]) == (
        "different",
        "A. Reviewer",
        "two bodies",
        False,
    )
    assert made["id"] in {one["id"] for one in own.get(f"/actors/{left}")["links"]}
    assert own.client.post("/api/judge", json={"left": left, "right": right, "withdraw": True}).status_code == 201
    for wrong in ({"judgement": "same", "withdraw": True}, {}):
        assert own.client.post("/api/judge", json={"left": left, "right": right} | wrong).status_code == 400


def test_a_statement_is_corrected_at_once_and_the_correction_is_history(own: Held) -> None:
    statement = denial(own)
    read = own.get(f"/statements/{statement}")
    body = {"statement": statement, "action": "correct", "values": {"act": "asserts", "certainty": "actual"}}
    (made,) = own.client.post("/api/correct", json=body).json()
    assert (made["action"], made["user"], made["withdrawn"]) == ("correct", "A. Reviewer", False)
    assert own.get(f"/statements/{statement}") == read | {"act": "asserts", "certainty": "actual"}
    assert statement in {one["id"] for one in own.get("/statements.json", act="asserts")}
    said = own.get(f"/statements/{statement}/corrections")["items"]
    assert [one["id"] for one in said] == [made["id"]]
    assert made["id"] in {one["id"] for one in own.get("/review/history")["items"]}
    report = own.get(f"/reports/{read['report']}/corrected")
    assert made["id"] in {one["id"] for one in report["in_force"].values()}
    rejected = own.client.post("/api/correct", json={"statement": statement, "action": "reject"})
    assert rejected.status_code == 201
    assert statement not in {one["id"] for one in own.get("/statements.json")}
    assert own.client.post("/api/correct", json={"statement": statement, "action": "withdraw"}).status_code == 201
    for wrong in ({"action": "correct"}, {"action": "accept", "values": {"act": "denies"}}):
        assert own.client.post("/api/correct", json={"statement": statement} | wrong).status_code == 400


def test_the_queue_is_that_of_the_command(own: Held) -> None:
    page = own.get("/review", limit=500)
    assert page["items"] == [noun_json(one) for one in queue(own.record, 500).items]
    first = own.get("/review", limit=1)
    rest = own.get("/review", limit=500, after=first["next"])
    assert first["items"] + rest["items"] == page["items"]
    assert own.client.get("/api/review", params={"after": "nowhere"}).status_code == 400


def test_two_reviewers_are_compared(own: Held) -> None:
    found = own.get("/review/agreement", first="A. Reviewer", second="B. Reviewer")
    assert {one["judged"] for one in found["kinds"]} == {0}
    same = own.client.get("/api/review/agreement", params={"first": "A", "second": "A"})
    assert same.status_code == 400
