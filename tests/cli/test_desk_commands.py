"""`token` and `watch` on a record of a few readings made by hand."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.cli.calls import Caller
from tests.record.readings import pakistani_reports
from tests.record.tables import add_all

from onrecord.desk.access import Access
from onrecord.record import Record

WHO = ("--user", "A. Nna")
URL = "https://desk.example.org/hook"


@pytest.fixture
def held(call: Caller, monkeypatch: pytest.MonkeyPatch) -> Caller:
    """The command line beside a record of talks; what is due is sent nowhere."""
    add_all(call.record, pakistani_reports()[:3])
    monkeypatch.setattr(
        "onrecord.desk.publicaddresses.socket.getaddrinfo", lambda *_, **__: [(0, 0, 0, "", ("10.0.0.1", 0))]
    )
    return call


def asked(held: Caller, *arguments: str) -> str:
    """The id of a question saved on the command line."""
    (line,) = held("watch", "add", *arguments, *WHO, "-f", "json").lines
    return str(line["id"])


def test_a_token_is_printed_once_and_works(held: Caller) -> None:
    made = held("token", "add", "R. Eader", "--scope", "write", "--expires", "2999-12-31")
    secret = made.out.strip()
    assert made.status == 0
    assert "only time" in made.err
    assert secret not in made.err
    with Record.open(held.record) as record:
        asker = Access(record, clock=lambda: datetime(2026, 1, 1, tzinfo=UTC)).asker_for(
            f"Bearer {secret}", None, loopback=False
        )
    assert asker is not None
    assert (asker.name, sorted(asker.scopes)) == ("R. Eader", ["write"])
    listed = held("token", "list")
    assert secret[:12] in listed.out
    assert secret not in listed.out
    (line,) = held("token", "list", "-f", "json").lines
    assert (line["prefix"], line["expires"], line["revoked_at"]) == (secret[:12], "2999-12-31", None)
    assert "hash" not in line


def test_a_token_is_revoked(held: Caller) -> None:
    secret = held("token", "add", "R. Eader", "-f", "json").lines[0]["secret"]
    left = held("token", "revoke", secret[:12], "--user", "C. Hief")
    assert "open again" in left.err
    assert "revoked" in held("token", "list").out
    assert held("token", "list", "-f", "json").lines[0]["revoked_by"] == "C. Hief"


@pytest.mark.parametrize(
    "arguments",
    [
        ("token", "add", "R. Eader", "--scope", "everything"),
        ("token", "add", "R. Eader", "--expires", "tomorrow"),
        ("token", "add", "R. Eader", "--expires", "2001-01-01"),
        ("token", "add", " "),
        ("token", "revoke", "onr_00000000"),
        ("watch", "add", "any-denial"),
        ("watch", "add", "weather", *WHO),
        ("watch", "add", "new-statement", *WHO),
        ("watch", "add", "new-statement", "--actor", "Nobody At All", *WHO),
        ("watch", "add", "any-denial", "--claim", "0" * 24, *WHO),
        ("watch", "run", "0" * 24),
        ("watch", "findings", "0" * 24),
        ("watch", "remove", "0" * 24, *WHO),
        ("watch", "hook", "0" * 24, URL, *WHO),
        ("watch", "unhook", "0" * 24, *WHO),
    ],
)
def test_calls_that_make_no_sense_leave_with_two(held: Caller, arguments: tuple[str, ...]) -> None:
    left = held(*arguments)
    assert (left.status, left.out) == (2, "")
    assert left.err


def test_a_saved_question_is_put_to_what_comes_in(held: Caller) -> None:
    ident = asked(held, "any-denial", "talks", "--party", "TTP", "--name", "Denials")
    assert held("watch", "run").out.strip().count("\n") == 1
    add_all(held.record, pakistani_reports()[3:])
    (found,) = held("watch", "run", "-f", "json").lines
    assert (found["watch"], found["speaker"], found["published"]) == (ident, "Ehsanullah Ehsan", "2011-12-11")
    assert held("watch", "run", "-f", "json").lines == []
    assert held("watch", "findings", ident[:8], "-f", "json").lines == [found]
    shown = held("watch", "findings").out
    assert "Ehsanullah Ehsan denies" in shown
    assert "that talks were held" in shown
    assert held("watch", "run", ident, "--whole", "-f", "json").lines == []


def test_an_actor_is_asked_about_by_name(held: Caller) -> None:
    asked(held, "new-statement", "--actor", "Faqir Mohammad")
    assert {line["speaker"] for line in held("watch", "run", "-f", "json").lines} == {"Maulvi Faqir Mohammad"}


def test_questions_are_listed_with_their_addresses_and_given_up(held: Caller) -> None:
    ident = asked(held, "any-denial", "--since", "2011-01-01")
    hook = held("watch", "hook", ident[:8], URL, *WHO, "-f", "json").lines[0]
    assert len(hook["secret"]) == 64
    (line,) = held("watch", "list", "-f", "json").lines
    assert [one["url"] for one in line["hooks"]] == [URL]
    assert all("secret" not in one for one in line["hooks"])
    assert URL in held("watch", "list").out.replace("\n", "")
    assert held("watch", "unhook", hook["id"], *WHO).status == 0
    assert held("watch", "list", "-f", "json").lines[0]["hooks"] == []
    assert "given up" in held("watch", "remove", ident, *WHO).out
    assert held("watch", "list", "-f", "json").lines == []
    assert held("watch", "list", "--removed", "-f", "json").lines[0]["removed_by"] == "A. Nna"


def test_a_call_that_is_not_taken_is_told_aside(held: Caller) -> None:
    ident = asked(held, "any-denial", "--party", "TTP")
    held("watch", "run")
    held("watch", "hook", ident, URL, *WHO)
    add_all(held.record, pakistani_reports()[3:])
    ran = held("watch", "run", "-f", "json")
    assert len(ran.lines) == 1
    assert "10.0.0.1" in ran.err


def test_addresses_that_are_not_called(held: Caller) -> None:
    ident = asked(held, "any-denial")
    for url in ("http://desk.example.org/", "https://127.0.0.1/", "ftp://x/", "x"):
        left = held("watch", "hook", ident, url, *WHO)
        assert (left.status, left.out) == (2, "")
