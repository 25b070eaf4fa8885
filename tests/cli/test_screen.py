"""What reaches the terminal: nothing that could act on it, no markup of a report's own, colour only where wanted."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.cli.calls import Caller

from onrecord.cli.output import cut, safe

ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
COLOUR = re.compile(r"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;\d+)*m")
HOSTILE = (
    "Army \x1b[31mdenies\x1b[0m \u202etalks\x9b2J\n\nThe Colombian government \x1b]0;owned\x07 denied talks with the \x9b31m FARC."
    " Ana \u2066Ruiz said “no \x7f\x08 more”.\n"
)
MARKED = (
    "Army [/bold] denies [red]talks with the FARC[/blue]\n\nThe Colombian government denied talks with the FARC [/bold]."
    " “No [link=x]more[/],” Ana Ruiz said.\n"
)
DENIAL = "Army denies talks\n\nThe Colombian government denied that it was holding talks with the FARC.\n"


@pytest.mark.parametrize("column", ["40", "100", "250"])
def test_no_character_of_a_report_acts_on_the_terminal(
    call: Caller, monkeypatch: pytest.MonkeyPatch, column: str
) -> None:
    monkeypatch.setenv("COLUMNS", column)
    name = call.write("hostile.txt", HOSTILE)
    outlet = ("--outlet", "The \x1b[2JGazette")
    calls = [("read", name, *outlet), ("show", name, *outlet), ("add", name, *outlet), ("claims",), ("reports",)]
    for arguments in (*calls, ("standing", "FARC", "talks"), ("standing", "\x1b[31mx")):
        left = call(*arguments)
        assert left.out + left.err
        assert ACTING.findall(left.out + left.err) == []


def test_names_of_files_that_cannot_be_read_do_not_act_on_it_either(call: Caller) -> None:
    left = call("read", call.write("a\x1b[31m[b]\u202e.txt", ""))
    assert left.status == 1
    assert ACTING.findall(left.err) == []
    assert "[b]" in left.err


def test_json_escapes_the_characters_that_begin_commands_and_keeps_the_text(call: Caller) -> None:
    left = call("read", call.write("hostile.txt", HOSTILE), "-f", "json")
    assert re.findall("[\x00-\x09\x0b-\x1f]", left.out) == []
    text = left.lines[0]["article"]["text"]
    assert "denies" in text


def test_what_looks_like_markup_in_a_report_is_shown_as_it_is(call: Caller) -> None:
    name = call.write("marked.txt", MARKED)
    assert "[/bold] denies [red]talks" in call("read", name).out
    assert "denied[denies] talks with the FARC [/bold]." in " ".join(call("show", name).out.split())
    added = call("add", name, "--outlet", "[/b]Gazette[red]", "--db", "the[red]record[b].db")
    assert "the[red]record[b].db" in added.out
    listed = " ".join(call("reports", "--db", "the[red]record[b].db").out.split())
    assert "[/bold]" in listed
    assert "[/b]Gazette[red]" in listed
    assert "none[b].db" in call("claims", "--db", "none[b].db").err


def test_colour_is_shown_where_it_is_wanted(call: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    assert COLOUR.search(call("show", call.write("a.txt", DENIAL)).out)


@pytest.mark.parametrize("how", ["--no-color", "NO_COLOR"])
def test_colour_can_be_turned_off(call: Caller, monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    if how == "NO_COLOR":
        monkeypatch.setenv("NO_COLOR", "1")
    options = ("--no-color",) if how == "--no-color" else ()
    name = call.write("a.txt", DENIAL)
    call("add", name)
    for arguments in (("show", name), ("read", name), ("claims",), ("standing", "FARC", "talks"), ("read", "none")):
        left = call(*options, *arguments)
        assert COLOUR.findall(left.out + left.err) == []


@pytest.mark.parametrize("width", ["40", "80", "120"])
def test_answers_keep_within_the_screen(call: Caller, monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    monkeypatch.setenv("COLUMNS", width)
    name = call.write("a.txt", DENIAL)
    call("add", name, "--outlet", "The Very Long-Winded Gazette of the Northern Valleys")
    for arguments in (("read", name), ("claims",), ("standing", "FARC", "talks"), ("reports",)):
        lines = call(*arguments).out.splitlines()
        assert lines
        assert max(len(line.rstrip()) for line in lines) <= int(width), arguments


@pytest.mark.parametrize("command", ["read", "add", "claims", "standing", "reports", "show"])
@pytest.mark.parametrize("asked", ["--help", "-h"])
def test_the_help_of_a_command_shows_examples_that_call_it(call: Caller, command: str, asked: str) -> None:
    left = call(command, asked)
    assert left.status == 0
    examples = left.out[left.out.index("Examples") :]
    assert examples.count(f"onrecord {command}") >= 2


def test_the_help_of_all_names_every_command_and_where_to_start(call: Caller) -> None:
    left = call("--help")
    assert left.status == 0
    assert all(command in left.out for command in ("read", "add", "claims", "standing", "reports", "show"))
    assert "Start with" in left.out


def test_the_version_is_printed(call: Caller) -> None:
    import onrecord

    left = call("--version")
    assert (left.status, left.out) == (0, f"onrecord {onrecord.__version__}\n")


@pytest.mark.parametrize("arguments", [("read", "a.txt", "-f", "json"), ("read", *["a.txt"] * 20)])
def test_a_reader_that_goes_away_is_met_with_silence(call: Caller, arguments: tuple[str, ...]) -> None:
    call.write("a.txt", DENIAL)
    command = [sys.executable, "-m", "onrecord", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=call.folder) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode in {0, 1}


@given(st.text(max_size=60), st.integers(2, 30))
@settings(deadline=None, max_examples=100)
def test_cut_text_is_one_safe_line_of_the_width(text: str, width: int) -> None:
    shown = cut(text, width)
    assert len(shown) <= width
    assert ACTING.search(shown) is None
    assert "\n" not in shown
    assert len(safe(text)) == len(text)
