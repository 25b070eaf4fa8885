"""Who may ask: tokens, sign-ins, the open desk at one's own machine, and forms that no other site can send."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from tests.desk.held import ADDED, after, held_record
from tests.record.stores import Stores

from onrecord.desk.access import Access, Asker
from onrecord.desk.tokens import SCOPES, Tokens
from onrecord.desk.tries import MOST, SECONDS, Tries
from onrecord.errors import NotOnDesk, TooManyTries, UsageError
from onrecord.record import Record

EVERYTHING = frozenset(SCOPES)


def bearer(secret: str) -> str:
    return f"Bearer {secret}"


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return Record.open(tmp_path / "x.db", create=True)


def access_at(record: Record, now: datetime, user: str | None = None) -> Access:
    return Access(record, user=user, clock=lambda: now)


def test_a_token_allows_what_it_says_until_it_is_revoked(stores: Stores) -> None:
    with held_record(stores, []) as record:
        tokens, access = Tokens(record), access_at(record, after(1))
        made = tokens.add("A. Reviewer", ADDED, ["review", "write"])
        assert made.token.scopes == ("write", "review")
        asker = access.asker_for(bearer(made.secret), None, loopback=False)
        assert asker == Asker("A. Reviewer", frozenset({"write", "review"}), "token")
        assert [asker.may(scope) for scope in SCOPES] == [True, True, True, False]
        ended = tokens.revoke(made.token.prefix, after(2), "Somebody")
        assert (ended.revoked_by, ended.live(after(3))) == ("Somebody", False)
        assert access.asker_for(bearer(made.secret), None, loopback=False) is None
        assert tokens.revoke(made.token.id, after(3), "Another").revoked_by == "Somebody"
        assert tokens.all() == (ended,)


def test_the_record_holds_no_token_that_could_be_shown(stores: Stores) -> None:
    with held_record(stores, []) as record:
        secret = Tokens(record).add("R. Eader", ADDED).secret
        signed = access_at(record, ADDED).sign_in(secret, ADDED, loopback=False)
        assert signed is not None
        with record.asking() as connection:
            rows = [
                *connection.execute(text("SELECT * FROM token")),
                *connection.execute(text("SELECT * FROM sign_in")),
            ]
    assert len(rows) == 2
    for hidden in (secret, secret.split("_", 2)[2], signed.cookie):
        assert not any(hidden in str(value) for row in rows for value in row)


def test_tokens_are_told_apart_and_their_chance_is_of_256_bits(record: Record) -> None:
    made = [Tokens(record).add("R. Eader", ADDED) for _ in range(20)]
    assert len({one.secret for one in made}) == len({one.token.prefix for one in made}) == 20
    assert all(len(one.secret.split("_", 2)[2]) == 43 and one.secret.startswith(one.token.prefix) for one in made)


@pytest.mark.parametrize(
    "shown",
    [
        "",
        "Bearer",
        "Bearer ",
        "Basic {}",
        "{}",
        "Bearer {}x",
        "Bearer x{}",
        "Bearer onr_0_x",
        "Bearer \udc80",
        "Bearer \0",
    ],
)
def test_what_is_no_token_opens_nothing_even_at_this_machine(record: Record, shown: str) -> None:
    secret = Tokens(record).add("R. Eader", ADDED).secret
    assert access_at(record, ADDED).asker_for(shown.format(secret), None, loopback=True) is None


def test_a_token_of_the_right_beginning_and_another_end_is_wrong(record: Record) -> None:
    made = Tokens(record).add("R. Eader", ADDED)
    other = Tokens(record).add("R. Eader", ADDED)
    mixed = f"{made.token.prefix}_{other.secret.split('_', 2)[2]}"
    assert access_at(record, ADDED).asker_for(bearer(mixed), None, loopback=True) is None


def test_a_token_holds_to_the_end_of_its_last_day(record: Record) -> None:
    secret = Tokens(record).add("R. Eader", ADDED, expires=date(2026, 1, 2)).secret
    last = datetime(2026, 1, 2, 23, 59, tzinfo=UTC)
    assert access_at(record, last).asker_for(bearer(secret), None, loopback=False) is not None
    assert access_at(record, last + timedelta(minutes=1)).asker_for(bearer(secret), None, loopback=False) is None
    # The desk stays closed when a token runs out; only whoever revokes the last one opens it again.
    assert not access_at(record, last + timedelta(days=9)).open_desk()


def test_the_desk_is_open_at_this_machine_until_there_is_a_token(record: Record) -> None:
    access = access_at(record, ADDED, user="Me")
    assert access.open_desk()
    assert access.asker_for(None, None, loopback=True) == Asker("Me", EVERYTHING, "loopback")
    assert access.asker_for(None, None, loopback=False) is None
    token = Tokens(record).add("R. Eader", ADDED).token
    assert access.asker_for(None, None, loopback=True) is None
    Tokens(record).revoke(token.id, ADDED)
    assert access.asker_for(None, None, loopback=True) == Asker("Me", EVERYTHING, "loopback")


def test_without_a_name_an_open_desk_is_for_reading(record: Record) -> None:
    asker = access_at(record, ADDED).asker_for(None, None, loopback=True)
    assert asker is not None
    assert [asker.may(scope) for scope in SCOPES] == [True, False, False, False]


def test_a_name_signs_in_at_an_open_desk_and_nowhere_else(record: Record) -> None:
    access = access_at(record, ADDED, user="Me")
    signed = access.sign_in("  C.  Oder ", ADDED, loopback=True)
    assert signed is not None
    assert access.asker_for(None, signed.cookie, loopback=True) == Asker("C. Oder", EVERYTHING, "loopback")
    assert access.asker_for(None, signed.cookie, loopback=False) is None
    assert access.sign_in("C. Oder", ADDED, loopback=False) is None
    Tokens(record).add("R. Eader", ADDED)
    assert access.asker_for(None, signed.cookie, loopback=True) is None
    assert access.sign_in("C. Oder", ADDED, loopback=True) is None


@pytest.mark.parametrize("name", ["", "  ", "onrecord", "Onrecord", "a" * 101, "x\u202ey", "x\x00y"])
def test_names_that_nobody_has(record: Record, name: str) -> None:
    with pytest.raises(UsageError):
        access_at(record, ADDED).sign_in(name, ADDED, loopback=True)
    with pytest.raises(UsageError):
        Tokens(record).add(name, ADDED)


def test_a_sign_in_ends_by_signing_out_with_its_time_or_with_its_token(stores: Stores) -> None:
    with held_record(stores, []) as record:
        made = Tokens(record).add("R. Eader", ADDED, ["write"])
        access = access_at(record, ADDED)
        cookies = []
        for _ in range(3):
            signed = access.sign_in(made.secret, ADDED, loopback=False)
            assert signed is not None
            assert signed.asker == Asker("R. Eader", frozenset({"write"}), "sign-in")
            assert signed.expires == ADDED + timedelta(seconds=signed.seconds)
            cookies.append(signed.cookie)
            ends = signed.expires
        access.sign_out(cookies[0], after(1))
        access.sign_out(cookies[0], after(2))
        access.sign_out("no such cookie", after(2))
        assert [access.asker_for(None, cookie, loopback=False) is None for cookie in cookies] == [True, False, False]
        assert access_at(record, ends).asker_for(None, cookies[1], loopback=False) is None
        Tokens(record).revoke(made.token.id, after(3))
        assert access.asker_for(None, cookies[1], loopback=False) is None
        with record.asking() as connection:
            assert connection.execute(text("SELECT count(*) FROM sign_in")).scalar() == 3


def test_a_token_is_never_taken_for_a_name(record: Record) -> None:
    made = Tokens(record).add("R. Eader", ADDED)
    Tokens(record).revoke(made.token.id, ADDED)
    access = access_at(record, ADDED)
    assert access.open_desk()
    assert access.sign_in(f" {made.secret}", ADDED, loopback=True) is None


def test_a_form_belongs_to_its_sign_in(record: Record) -> None:
    access, again = access_at(record, ADDED), access_at(record, ADDED)
    mine, nobodys = access.form_token("cookie"), access.form_token(None)
    assert access.form_token_holds(mine, "cookie")
    assert not again.form_token_holds(mine, "cookie")
    assert not access.form_token_holds(mine, "another")
    assert not access.form_token_holds(mine, None)
    assert access.form_token_holds(nobodys, None)
    assert not again.form_token_holds(nobodys, None)
    assert not access.form_token_holds(nobodys, "")
    for wrong in (None, "", "é", mine[:-1], mine + "0"):
        assert not access.form_token_holds(wrong, "cookie")


def test_whoever_shows_too_many_wrong_tokens_has_to_wait() -> None:
    now = [0.0]
    tries = Tries(lambda: now[0])
    for _ in range(MOST):
        tries.check("one")
        tries.wrong("one")
    with pytest.raises(TooManyTries, match="60 seconds") as told:
        tries.check("one")
    assert told.value.seconds == SECONDS
    tries.check("another")
    now[0] = SECONDS
    tries.check("one")


def test_wrong_tokens_are_counted_wherever_they_are_shown(record: Record) -> None:
    secret = Tokens(record).add("R. Eader", ADDED).secret
    access = access_at(record, ADDED)
    for number in range(MOST):
        assert access.asker_for(bearer(f"wrong {number}"), None, False, "192.0.2.1") is None
    with pytest.raises(TooManyTries):
        access.sign_in("wrong", ADDED, loopback=False, client="192.0.2.1")
    with pytest.raises(TooManyTries):
        access.asker_for(bearer("wrong"), None, False, "192.0.2.1")
    assert access.asker_for(bearer("wrong"), None, False, "192.0.2.2") is None
    # Behind a proxy all come from one address: whoever guesses shuts nobody out.
    assert access.asker_for(bearer(secret), None, False, "192.0.2.1") is not None


@pytest.mark.parametrize("scopes", [[], ["everything"], ["read", "Write"]])
def test_scopes_that_there_are_not(record: Record, scopes: list[str]) -> None:
    with pytest.raises(UsageError, match="a token allows some of read, write, review, admin"):
        Tokens(record).add("R. Eader", ADDED, scopes)


def test_an_administrator_may_everything(record: Record) -> None:
    secret = Tokens(record).add("R. Eader", ADDED, ["admin"]).secret
    asker = access_at(record, ADDED).asker_for(bearer(secret), None, loopback=False)
    assert asker is not None
    assert all(asker.may(scope) for scope in SCOPES)


def test_a_token_that_is_not_there_or_is_past(record: Record) -> None:
    with pytest.raises(NotOnDesk, match="onrecord token list"):
        Tokens(record).revoke("onr_00000000", ADDED)
    with pytest.raises(UsageError, match="is past"):
        Tokens(record).add("R. Eader", ADDED, expires=date(2025, 12, 31))


def test_nothing_is_ever_changed_in_the_tables(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with Record.open(path, create=True) as record:
        token = Tokens(record).add("R. Eader", ADDED).token
        with closing(sqlite3.connect(path)) as held:
            before = held.execute("SELECT * FROM token").fetchall()
            Tokens(record).revoke(token.id, after(1))
            assert held.execute("SELECT * FROM token").fetchall() == before
