"""`positions`, `timeline`, `changes`, `search`, `who` and `brief` on a record of readings made by hand."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from tests.cli.calls import Caller
from tests.record.questions.held import everything, filled
from tests.record.readings import Said, reading_of_report

from onrecord.cli.search import OrderName
from onrecord.record import Record
from onrecord.record.search import Order

ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
COLOUR = re.compile(r"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;\d+)*m")
CALLS = [
    ("positions",),
    ("positions", "TTP", "talks"),
    ("timeline", "talks"),
    ("changes", "--since", "2011-12-01"),
    ("search", "talks"),
    ("search", "any such", "--act", "denies"),
    ("search", "talks", "--source-kind", "named", "--outlet", "The Outlet", "--order", "oldest"),
    ("who", "Malik"),
    ("brief", "TTP", "talks"),
]
COMMANDS = ["positions", "timeline", "changes", "search", "who", "brief"]


@pytest.fixture
def held(call: Caller) -> Caller:
    filled(call.folder / "onrecord.db").close()
    return call


def test_positions_are_a_matrix_and_a_cell_a_line(held: Caller) -> None:
    cells = held("positions", "talks", "TTP", "-f", "json").lines
    assert {(c["party"], c["stance"], c["sourced"]) for c in cells} == {
        ("TTP", "divided", "named"),
        ("Government of Pakistan", "denies", "named"),
        ("Pakistan Army", "denies", "collective"),
    }
    shown = held("positions", "TTP", "talks").out
    assert "divided" in shown
    assert "collective" in shown
    assert "2011-11-16" in shown


def test_a_timeline_is_a_statement_a_line_and_marks_changes(held: Caller) -> None:
    entries = held("timeline", "TTP", "-f", "json").lines
    assert [e["date"] for e in entries] == sorted((e["date"] for e in entries), key=lambda d: d or "")
    assert "standing: claimed-anonymously → disputed" in held("timeline", "TTP", "--as-of", "2011-12-11").out


def test_changes_need_a_day_and_tell_what_was_because_of_whom(held: Caller) -> None:
    left = held("changes")
    assert (left.status, left.out) == (2, "")
    assert "--since" in left.err
    rows = held("changes", "--since", "2012-08-20", "-f", "json").lines
    assert (rows[0]["date"], rows[0]["kind"]) == ("2012-08-20", "standing")
    assert "because of" in held("changes", "--since", "2012-08-20").out
    assert "nothing changed since 2020-01-01" in held("changes", "--since", "2020-01-01").out


def test_a_search_shows_the_words_and_who_said_them(held: Caller) -> None:
    (hit,) = held("search", '"any such talks"', "--to", "2011-11-30", "-f", "json").lines
    assert [mark["text"] for mark in hit["marks"]] == ["any such talks"]
    assert hit["statements"][0]["act"] == "denies"
    shown = held("search", "any", "such", "--as-of", "2011-11-30").out
    assert "[any] [such] talks" in " ".join(shown.split())
    assert "more; --limit" in held("search", "talks", "--limit", "2").out
    assert "no report holds" in held("search", "zebra").out


def test_a_search_is_narrowed_and_ordered_as_the_record_does_it(held: Caller) -> None:
    assert tuple(OrderName) == get_args(Order)
    named = held("search", "talks", "--source-kind", "named", "--order", "oldest", "-f", "json").lines
    days = [hit["published"] for hit in named]
    assert days == sorted(days)
    assert all(said["source_kind"] == "named" for hit in named for said in hit["statements"])
    copied = held("search", "talks", "--outlet", "The Copyist", "-f", "json").lines
    assert {hit["outlet"] for hit in copied} == {"The Copyist"}


def test_who_shows_one_person_or_all_that_may_be_meant(held: Caller) -> None:
    (found,) = held("who", "Rehman", "Malik", "-f", "json").lines
    assert found["person"]["name"] == "Rehman Malik"
    assert [s["act"] for s in found["statements"]] == ["denies"]
    (several,) = held("who", "Mohammad", "-f", "json").lines
    assert (several["person"] is None) == (len(several["candidates"]) > 1)
    assert "on record: 1 statement" in held("who", "Rehman Malik").out


def test_a_brief_is_markdown_html_or_json(held: Caller) -> None:
    assert held("brief", "TTP", "talks").out.startswith("# Talks between TTP and Government of Pakistan\n")
    assert held("brief", "TTP", "talks", "-f", "html").out.startswith("<!doctype html>")
    (page,) = held("brief", "TTP", "talks", "-f", "json", "--as-of", "2011-12-10").lines
    assert (page["as_of"], page["standing"]) == ("2011-12-10", "disputed")
    keys = {source["statement"] for source in page["sources"]}
    assert {s for section in page["sections"] for x in section["sentences"] for s in x["statements"]} == keys


def test_a_time_of_recording_is_a_day_or_a_time_with_its_zone(held: Caller) -> None:
    both = len(held("positions", "-f", "json").lines)
    for known in ("2026-01-01", "2026-01-01T12:00Z", "2026-01-01T13:00+01:00"):
        assert 0 < len(held("positions", "--known-at", known, "-f", "json").lines) < both
    assert held("positions", "--known-at", "2026-01-01T11:59Z", "-f", "json").out == ""
    for known in ("soon", "2026-01-01T12:00", "2026-13-01"):
        left = held("positions", "--known-at", known)
        assert (left.status, left.out) == (2, "")
        assert "2012-01-31T09:00Z" in left.err


@pytest.mark.parametrize("arguments", [*CALLS, ("brief", "x"), ("who", "nobody"), ("search", "--", "-- ;")])
def test_answers_are_the_same_each_time_and_no_call_is_met_with_a_traceback(
    held: Caller, arguments: tuple[str, ...]
) -> None:
    first, second = held(*arguments), held(*arguments)
    assert (first.status, first.out, first.err) == (second.status, second.out, second.err)
    assert "Traceback" not in first.err
    assert first.out if first.status == 0 else first.err


@pytest.mark.parametrize("width", ["40", "80", "120"])
def test_answers_keep_within_the_screen(held: Caller, monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    monkeypatch.setenv("COLUMNS", width)
    for arguments in CALLS[:-1]:
        lines = held(*arguments).out.splitlines()
        assert lines
        assert max(len(line.rstrip()) for line in lines) <= int(width), arguments


def test_no_character_of_a_report_acts_on_the_terminal(call: Caller) -> None:
    said = Said("The \x1b[31marmy\u202e", "sa\x07id", "that talks [/red] were \x9b2J on\u2066", "role")
    with Record.open(call.folder / "onrecord.db", create=True) as record:
        from tests.record.tables import RECORDED

        record.add(reading_of_report("\x1b]0;x\x07", None, said, outlet="The \x1b[2JGazette"), RECORDED)
    for arguments in (("positions",), ("timeline",), ("search", "talks"), ("brief", "talks"), ("who", "TTP")):
        left = call(*arguments)
        assert left.out, arguments
        assert ACTING.findall(left.out + left.err) == [], arguments
    assert "[/red]" in call("timeline").out


def test_colour_can_be_turned_off(held: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    assert COLOUR.search(held("positions").out)
    for arguments in CALLS:
        assert COLOUR.findall(held("--no-color", *arguments).out) == [], arguments


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_shows_examples_that_call_it(call: Caller, command: str) -> None:
    left = call(command, "--help")
    assert left.status == 0
    assert left.out[left.out.index("Examples") :].count(f"onrecord {command}") >= 2


def test_asking_writes_nothing(held: Caller) -> None:
    from tests.record.tables import tables_of

    before = tables_of(held.folder / "onrecord.db")
    for arguments in CALLS:
        assert held(*arguments).status == 0
    assert tables_of(held.folder / "onrecord.db") == before
    assert len(everything()) == len(held("reports", "-f", "json").lines)
