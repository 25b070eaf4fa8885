"""Webhooks: signed, tried again, only where they may go, and every call on record."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import httpx
import pytest
from tests.desk.held import after, held_record
from tests.desk.receiver import Receiver, receiving
from tests.record.readings import pakistani_reports
from tests.record.stores import Stores
from tests.record.tables import tables_of

from onrecord.desk.hookrows import WAITS
from onrecord.desk.hooks import Hook, Hooks, signature, signed_by
from onrecord.desk.posting import Call, Postman
from onrecord.desk.watches import Question, Watches
from onrecord.errors import NotAllowed, NotOnDesk, UsageError
from onrecord.record import Record

SECRET = "0" * 64


@contextmanager
def called(stores: Stores, url: str) -> Iterator[tuple[Record, Hooks, Hook, str]]:
    """A record in which a webhook is to be called with one finding: the denial of the TTP's spokesman."""
    with held_record(stores, pakistani_reports()[:3]) as record:
        watches, hooks = Watches(record), Hooks(record, private=True)
        watch = watches.add(Question("any-denial", words="talks"), "A. Nna", after(1))
        assert watches.run(after(1))
        made = hooks.add(watch.id, url, "A. Nna", after(1))
        record.add(pakistani_reports()[3], after(2))
        assert len(watches.run(after(2))) == 1
        yield record, hooks, made.hook, made.secret


def later(at: datetime, seconds: float) -> datetime:
    return at + timedelta(seconds=seconds)


def test_a_finding_is_sent_once_and_signed(stores: Stores) -> None:
    with receiving() as told, called(stores, told.url) as (record, hooks, hook, secret):
        (call,) = hooks.deliver(after(3))
        assert (call.hook, call.attempt, call.status, call.delivered, call.next_at) == (hook.id, 1, 204, True, None)
        ((headers, body),) = told.got
        assert signed_by(headers["x-onrecord-signature"], secret, body, int(time.time()))
        assert not signed_by(headers["x-onrecord-signature"], SECRET, body, int(time.time()))
        sent = json.loads(body)
        (found,) = [one for one in Watches(record).findings().findings if not one.already]
        assert sent["id"] == headers["x-onrecord-id"]
        assert sent["finding"]["id"] == found.id
        assert sent["finding"]["published"] == "2011-12-11"
        assert sent["page"] == f"/reports/{found.report}#{found.statement}"
        assert sent["watch"]["name"] == "any denial of talks"
        assert hooks.deliver(after(4)) == ()
        assert hooks.deliveries(hook.id[:8]) == (call,)


def test_what_the_record_held_before_is_not_sent(stores: Stores) -> None:
    with receiving() as told, held_record(stores) as record:
        hooks, watches = Hooks(record, private=True), Watches(record)
        watch = watches.add(Question("any-denial"), "A. Nna", after(1))
        hooks.add(watch.id, told.url, "A. Nna", after(1))
        assert len(watches.run(after(2))) == 5
        assert hooks.deliver(after(3)) == ()
        assert told.got == []


def test_a_call_that_fails_is_made_again_after_longer_and_longer(stores: Stores) -> None:
    with receiving() as told, called(stores, told.url) as (_, hooks, hook, _secret):
        told.statuses = [500] * 20
        at = after(3)
        for number, wait in enumerate(WAITS, 1):
            (call,) = hooks.deliver(at)
            assert (call.attempt, call.status, call.delivered) == (number, 500, False)
            assert call.next_at is not None
            assert datetime.fromisoformat(call.next_at) == at + wait
            assert hooks.deliver(later(at, wait.total_seconds() - 1)) == ()
            at += wait
        (last,) = hooks.deliver(at)
        assert (last.attempt, last.next_at) == (len(WAITS) + 1, None)
        assert hooks.deliver(at + timedelta(days=30)) == ()
        assert len({headers["x-onrecord-id"] for headers, _ in told.got}) == 1
        assert [headers["x-onrecord-attempt"] for headers, _ in told.got] == [str(n) for n in range(1, 8)]
        assert len(hooks.deliveries(hook.id)) == 7


def test_a_call_that_is_made_again_is_taken(stores: Stores) -> None:
    with receiving() as told, called(stores, told.url) as (_, hooks, _hook, _secret):
        told.statuses = [503]
        assert not hooks.deliver(after(3))[0].delivered
        assert hooks.deliver(after(4))[0].delivered
        assert hooks.deliver(after(5)) == ()


def test_a_receiver_that_is_gone_is_not_called_again(stores: Stores) -> None:
    with receiving() as told, called(stores, told.url) as (_, hooks, _hook, _secret):
        told.statuses = [410]
        assert hooks.deliver(after(3))[0].next_at is None
        assert hooks.deliver(after(99)) == ()


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirection_is_followed(stores: Stores, status: int) -> None:
    with receiving() as told, called(stores, told.url) as (_, hooks, _hook, _secret):
        told.statuses = [status]
        (call,) = hooks.deliver(after(3))
        assert (call.delivered, call.status, len(told.got)) == (False, status, 1)


def test_nobody_listens(stores: Stores) -> None:
    with receiving() as told:
        url = told.url
    with called(stores, url) as (_, hooks, _hook, _secret):
        (call,) = hooks.deliver(after(3))
        assert (call.delivered, call.status) == (False, None)
        assert "ConnectError" in (call.error or "")


def posted(told: Receiver, **options: object) -> list[str | None]:
    postman = Postman(lambda *_: ["127.0.0.1"], private=True, **options)  # type: ignore[arg-type]
    ((answer,),) = postman.send([[Call(told.url, SECRET, "1", 1, b"{}")]])
    return [answer.error]


def test_a_receiver_has_not_for_ever() -> None:
    with receiving() as told:
        told.slow = 1
        began = time.monotonic()
        assert posted(told, seconds=0.2) == ["no answer within 0.2 seconds"]
        assert time.monotonic() - began < 0.9


def test_after_a_call_that_fails_the_next_ones_wait() -> None:
    with receiving() as told:
        told.statuses = [204, 500]
        postman = Postman(lambda *_: ["127.0.0.1"], private=True)
        calls = [Call(told.url, SECRET, str(n), 1, b"{}") for n in range(4)]
        assert [[one.status for one in some] for some in postman.send([calls, calls[:0]])] == [[204, 500], []]


def test_the_address_that_was_looked_at_is_the_one_that_is_called() -> None:
    seen: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(204)

    lookups: list[str] = []

    def rebinding(host: str, _port: int) -> list[str]:
        lookups.append(host)
        return ["93.184.215.14"] if len(lookups) == 1 else ["127.0.0.1"]

    postman = Postman(rebinding, private=False, transport=httpx.MockTransport(handler))
    call = Call("https://desk.example.org:8443/x?y=z", SECRET, "1", 1, b"{}")
    first, second = (postman.send([[call]])[0][0] for _ in range(2))
    assert (first.status, second.status) == (204, None)
    assert "anybody on the internet" in (second.error or "")
    (request,) = seen
    assert str(request.url) == "https://93.184.215.14:8443/x?y=z"
    assert request.headers["host"] == "desk.example.org:8443"
    assert request.extensions["sni_hostname"] == "desk.example.org"
    assert lookups == ["desk.example.org"] * 2


def test_addresses_of_the_newer_protocol_are_called_too() -> None:
    seen: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(str(request.url))
        return httpx.Response(200)

    postman = Postman(lambda *_: ["2606:4700::1111"], private=False, transport=httpx.MockTransport(handler))
    assert postman.send([[Call("https://desk.example.org/x", SECRET, "1", 1, b"{}")]])[0][0].taken
    assert seen == ["https://[2606:4700::1111]/x"]


def test_a_name_that_leads_nowhere_is_an_error_and_no_crash() -> None:
    def nowhere(*_: object) -> list[str]:
        raise OSError("no such host")

    ((answer,),) = Postman(nowhere, private=False).send([[Call("https://desk.example.org/", SECRET, "1", 1, b"{}")]])
    assert answer.error == "OSError: no such host"


def test_private_addresses_are_refused_where_they_are_called(stores: Stores) -> None:
    with receiving() as told, called(stores, told.url) as (record, _, _hook, _secret):
        (call,) = Hooks(record, private=False).deliver(after(3))
        assert (call.status, call.delivered, told.got) == (None, False, [])
        assert "anybody on the internet" in (call.error or "")


def test_a_webhook_is_given_up_by_a_row(stores: Stores) -> None:
    with receiving() as told, called(stores, told.url) as (record, hooks, hook, _):
        with pytest.raises(NotAllowed, match=r"A\. Nna"):
            hooks.remove(hook.id, "B. Ob", after(3))
        assert hooks.remove(hook.id, "A. Nna", after(3)).removed_by == "A. Nna"
        assert hooks.deliver(after(4)) == ()
        assert (hooks.all(), len(hooks.all(hook.watch, removed=True))) == ((), 1)
        with pytest.raises(NotOnDesk):
            hooks.remove("0" * 24, "A. Nna", after(4))
        with pytest.raises(UsageError):
            Hooks(record, private=False).add(hook.watch, told.url, "A. Nna", after(4))
        kept = tables_of(stores.place())["hook"]
        assert len(kept) == 2


def test_what_a_question_that_was_given_up_had_found_is_not_sent(stores: Stores) -> None:
    with receiving() as told, called(stores, told.url) as (record, hooks, hook, _):
        Watches(record).remove(hook.watch, "A. Nna", after(3))
        assert hooks.deliver(after(4)) == ()
        assert told.got == []


def test_a_signature_is_of_one_body_one_moment_and_one_secret() -> None:
    # Worked out with: printf '1700000000.{}' | openssl dgst -sha256 -hmac secret
    made = "t=1700000000,v1=b8569b78799ff9e3cbff0fc2d63a33a2b57f3282abd07c37ae5e8e7d79a5f163"
    assert signature("secret", 1_700_000_000, b"{}") == made
    assert signed_by(made, "secret", b"{}", 1_700_000_299)
    assert signed_by(made, "secret", b"{}", 1_699_999_701)
    assert not signed_by(made, "secret", b"{}", 1_700_000_301)
    assert not signed_by(made, "secret", b"{ }", 1_700_000_000)
    assert not signed_by(made, "Secret", b"{}", 1_700_000_000)
    assert not signed_by(made.replace("t=1700000000", "t=1700000001"), "secret", b"{}", 1_700_000_000)
    for wrong in ("", "t=1,v1=", "v1=0,t=1", "t=x,v1=" + "0" * 64, made + ",v1=0", made.upper()):
        assert not signed_by(wrong, "secret", b"{}", 1_700_000_000)


def test_calls_may_be_made_beside_a_loop_of_another_thread(stores: Stores) -> None:
    with receiving() as told, called(stores, told.url) as (_, hooks, _hook, _secret):
        (call,) = asyncio.run(asyncio.to_thread(hooks.deliver, after(3)))
        assert call.delivered
