"""Webhooks: addresses that are called with what a saved question finds, as it finds it.

A call is signed (`signatures.py`), goes to public addresses only (`publicaddresses.py`) and follows no redirection. One
that fails is made again after a minute, then after longer and longer, seven times in two days; every call is a row. A
receiver may get a finding twice, never under two ids.
"""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from onrecord.contract import SCHEMA, canonical, content_id
from onrecord.desk.feeds import page_of
from onrecord.desk.findings import Finding
from onrecord.desk.hookrows import (
    Delivery,
    Due,
    Hook,
    deliveries_of,
    due_of,
    hooks_held,
    keep_delivery,
    one_hook,
    secret_of,
)
from onrecord.desk.posting import Call, Postman
from onrecord.desk.publicaddresses import Resolve, addresses_of, checked_url
from onrecord.desk.rows import Row, add_row, user_called
from onrecord.desk.signatures import signature, signed_by
from onrecord.desk.watchrows import Watch, one_watch
from onrecord.errors import NotAllowed
from onrecord.record import Record
from onrecord.record.clock import clock_of
from onrecord.record.schema import hook as hook_table
from onrecord.settings import settings

if TYPE_CHECKING:
    import httpx

__all__ = ["Delivery", "Hook", "Hooks", "NewHook", "signature", "signed_by"]
_MOST_CHARACTERS = 2_000


@dataclass(frozen=True, slots=True)
class NewHook:
    """A webhook just made, with the secret that its calls are signed with, which is not shown again."""

    hook: Hook
    secret: str


class Hooks:
    """The webhooks of a record."""

    def __init__(
        self,
        record: Record,
        *,
        resolve: Resolve = addresses_of,
        private: bool | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        """`private` allows addresses inside a network; it is the setting, if none is given."""
        self._record = record
        self._private = settings().hooks_to_private_addresses if private is None else private
        self._postman = Postman(resolve, private=self._private, transport=transport)

    def add(self, watch: str, url: str, user: str, at: datetime) -> NewHook:
        """Has an address called with what a saved question finds from now on; UsageError for one that is not called."""
        secret = secrets.token_hex(32)
        row: Row = {"url": checked_url(url, private=self._private), "secret": secret, "user_name": user_called(user)}
        with self._record.changing() as connection:
            row |= {"watch_id": one_watch(connection, watch).id, "withdraws": None, "recorded_at": clock_of(at)}
            return NewHook(one_hook(connection, add_row(connection, hook_table, row)), secret)

    def remove(self, hook: str, user: str, at: datetime, *, anybodys: bool = False) -> Hook:
        """Has an address no longer called: one's own, or anybody's where that is allowed."""
        with self._record.changing() as connection:
            held, who = one_hook(connection, hook), user_called(user)
            if held.user != who and not anybodys:
                raise NotAllowed(f"the webhook is {held.user}'s; only they can give it up")
            if held.removed_at is None:
                row: Row = {"watch_id": held.watch, "url": held.url, "secret": None, "user_name": who}
                add_row(connection, hook_table, row | {"withdraws": held.id, "recorded_at": clock_of(at)})
            return one_hook(connection, held.id)

    def all(self, watch: str | None = None, *, removed: bool = False) -> tuple[Hook, ...]:
        """The webhooks, of one saved question if asked, the oldest first; those given up too, if wanted."""
        with self._record.asking() as connection:
            held = hooks_held(connection)
        return tuple(h for h in held if watch in {None, h.watch} and (removed or h.removed_at is None))

    def hook(self, ident: str) -> Hook:
        """The webhook with this id, or the only one whose id begins so; NotOnDesk for none."""
        with self._record.asking() as connection:
            return one_hook(connection, ident)

    def deliveries(self, hook: str, limit: int = 50) -> tuple[Delivery, ...]:
        """The last calls that were made, the newest first."""
        with self._record.asking() as connection:
            return tuple(deliveries_of(connection, one_hook(connection, hook).id, limit))

    def deliver(self, at: datetime) -> tuple[Delivery, ...]:
        """Makes every call that is due, and puts on record how each ended; not to be called from an event loop.

        The calls of questions that were given up are not made.
        """
        with self._record.asking() as connection:
            due = [(hook, due_of(connection, hook, at)) for hook in hooks_held(connection) if hook.removed_at is None]
            due = [(hook, some) for hook, some in due if some]
            watches = {hook.id: one_watch(connection, hook.watch) for hook, _ in due}
            due = [(hook, some) for hook, some in due if watches[hook.id].removed_at is None]
            keys = {hook.id: secret_of(connection, hook.id) for hook, _ in due}
        if not due:
            return ()
        rounds = [[_call(hook, watches[hook.id], keys[hook.id], one) for one in some] for hook, some in due]
        answers = self._postman.send(rounds)
        with self._record.changing() as connection:
            return tuple(
                keep_delivery(connection, hook, one, answer.status, answer.error, at, taken=answer.taken)
                for (hook, some), told in zip(due, answers, strict=True)
                for one, answer in zip(some, told, strict=False)
            )


def _call(hook: Hook, watch: Watch, secret: str, due: Due) -> Call:
    # The same finding has one id at a receiver, however often it is sent.
    ident = content_id({"hook": hook.id, "finding": due.finding.id})
    body = {
        "schema": SCHEMA,
        "id": ident,
        "watch": {"id": watch.id, "name": watch.name, "kind": watch.question.kind},
        "finding": _plain(due.finding),
        "page": page_of(due.finding, ""),
    }
    return Call(hook.url, secret, ident, due.attempt, canonical(body).encode("utf-8", "replace"))


def _plain(finding: Finding) -> dict[str, object]:
    plain = asdict(finding) | {"published": None if finding.published is None else finding.published.isoformat()}
    return {name: value[:_MOST_CHARACTERS] if isinstance(value, str) else value for name, value in plain.items()}
