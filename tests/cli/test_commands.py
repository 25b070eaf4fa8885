from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "onrecord"]
DENIAL = "Army denies talks\nThe army of Colombia denied on Monday that it was holding talks with the FARC.\n"


def onrecord(*arguments: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    settings = {k: v for k, v in os.environ.items() if k != "FORCE_COLOR"} | {"COLUMNS": "100"} | environment
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        cwd=cwd,
        env=settings,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "denial.txt").write_text(DENIAL, encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    return tmp_path


def test_one_bad_report_among_good_ones_leaves_with_1_and_the_others_whole(folder: Path) -> None:
    done = onrecord("read", "denial.txt", "empty.txt", "--format", "json", cwd=folder)
    good, bad = map(json.loads, done.stdout.splitlines())
    assert done.returncode == 1
    assert good["statements"][0]["act"] == "denies"
    assert (bad["error"]["kind"], bad["error"]["origin"]) == ("Empty", "empty.txt")
    assert "empty.txt" in done.stderr


def test_adding_twice_changes_nothing(folder: Path) -> None:
    first = onrecord("add", "denial.txt", "--published", "2012-08-21", "--format", "json", cwd=folder)
    again = onrecord("add", "denial.txt", "--published", "2012-08-21", "--format", "json", cwd=folder)
    assert (first.returncode, again.returncode) == (0, 0)
    assert json.loads(first.stdout)["new"] is True
    assert json.loads(again.stdout) == json.loads(first.stdout) | {"new": False}
    board = onrecord("claims", "--format", "json", cwd=folder).stdout.splitlines()
    assert {json.loads(line)["reports"] for line in board} == {1}


def test_a_standing_is_found_by_words_in_any_order_and_as_of_a_day(folder: Path) -> None:
    onrecord("add", "denial.txt", "--published", "2012-08-21", cwd=folder)
    now = json.loads(onrecord("standing", "talks", "FARC", "--format", "json", cwd=folder).stdout)
    before = json.loads(
        onrecord("standing", "FARC", "talks", "--as-of", "2012-08-20", "--format", "json", cwd=folder).stdout
    )
    assert (now["standing"], now["positions"][0]["stance"]) == ("denied", "denies")
    assert (before["standing"], before["as_of"]) == ("unreported", "2012-08-20")


def test_words_that_no_claim_has_leave_with_2_and_say_what_is_near(folder: Path) -> None:
    onrecord("add", "denial.txt", cwd=folder)
    done = onrecord("standing", "whaling", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "talks between FARC and Government of Colombia" in " ".join(done.stderr.split())


@pytest.mark.parametrize(
    "arguments",
    [("claims", "--db", "none.db"), ("read",), ("read", "denial.txt", "--published", "soon"), ("show", "none.txt")],
)
def test_a_wrong_call_leaves_with_2_and_prints_no_data(folder: Path, arguments: tuple[str, ...]) -> None:
    done = onrecord(*arguments, cwd=folder)
    assert (done.returncode, done.stdout) == (2, "") or "Usage" in done.stdout
    assert "Traceback" not in done.stderr


def test_a_senseless_setting_is_explained(folder: Path) -> None:
    done = onrecord("read", "denial.txt", cwd=folder, ONRECORD_MAX_REPORT_BYTES="many")
    assert done.returncode == 2
    assert "ONRECORD_MAX_REPORT_BYTES" in done.stderr
    assert "Traceback" not in done.stderr


def test_nothing_in_a_report_acts_on_the_terminal(folder: Path) -> None:
    (folder / "hostile.txt").write_text(
        "\x1b]0;owned\x07Army \u202edenies talks\nThe army \x1b[2Jdenied talks.\n", encoding="utf-8"
    )
    for command in ("read", "show"):
        shown = onrecord(command, "hostile.txt", cwd=folder, FORCE_COLOR="").stdout
        assert shown
        assert not set(shown) & {"\x1b", "\x07", "\u202e"}


def test_a_shown_report_names_act_and_furniture_without_colour(folder: Path) -> None:
    (folder / "page.txt").write_text(
        DENIAL + "Sign up for our free newsletter and get the day's headlines in your inbox.\n", encoding="utf-8"
    )
    shown = onrecord("show", "page.txt", cwd=folder, NO_COLOR="1").stdout
    assert "denied[denies]" in shown
    assert "[advert] Sign up for our free newsletter" in shown


@pytest.mark.parametrize("command", ["read", "add", "claims", "standing", "reports", "show"])
def test_help_shows_examples(folder: Path, command: str) -> None:
    assert f"onrecord {command}" in onrecord(command, "--help", cwd=folder).stdout


def test_same_input_gives_the_same_bytes(folder: Path) -> None:
    one, other = (
        onrecord("read", "denial.txt", "--format", "json", cwd=folder, PYTHONHASHSEED=seed).stdout for seed in "12"
    )
    assert one == other
