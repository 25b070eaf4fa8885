"""The board in a browser: the slider shows what the command line answers as of that day."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.served import ONRECORD, Served

ONE_MOVEMENT = 1_700
"""Milliseconds: what comes sooner after a move of the slider is the same movement, and one step back."""
DAYS = ("2011-11-21", "2011-12-09", "2011-12-10", "2012-08-27", "2012-09-05")


def asked(record: Path, day: str) -> list[tuple[str, str]]:
    """The first claims of the command line as of a day, with their standing."""
    call = [str(ONRECORD), "claims", "--db", str(record), "--as-of", day, "--format", "json"]
    answer = subprocess.run(call, check=True, capture_output=True, text=True)
    lines = [json.loads(line) for line in answer.stdout.splitlines()]
    return [(line["gloss"], line["standing"]) for line in lines[:50]]


def shown(page: Page) -> list[tuple[str, str]]:
    """The claims of the board with their standing, in order."""
    script = """rows => rows.map(row => [row.querySelector('a.row').textContent.trim(),
        [...row.querySelector('.standing').classList].find(name => name !== 'standing')])"""
    return [
        (gloss, standing) for gloss, standing in page.eval_on_selector_all("table.board tbody tr:has(a.row)", script)
    ]


def slide_to(page: Page, day: str) -> None:
    """Moves the slider as a hand does, and waits for the board of that day."""
    slide = page.locator("#day-slide")
    first = page.locator("#dayline").get_attribute("data-first")
    number = page.evaluate("([first, day]) => (Date.parse(day) - Date.parse(first)) / 86400000", [first, day])
    slide.evaluate(
        "(slide, number) => { slide.value = number; slide.dispatchEvent(new Event('input', {bubbles: true})); }",
        number,
    )
    page.wait_for_url(f"**as_of={day}**")
    expect(page.locator("#day-field")).to_have_value(day)


@pytest.mark.parametrize("day", DAYS)
def test_the_slider_moves_the_board_to_what_the_command_line_answers(page: Page, desk: Served, day: str) -> None:
    page.goto("/")
    slide_to(page, day)
    expected = asked(desk.record, day)
    expect(page.locator("table.board tbody tr:has(a.row)")).to_have_count(len(expected))
    assert shown(page) == expected


def test_back_and_reload_keep_the_day_and_the_filters(page: Page) -> None:
    page.goto("/?type=CONSULT")
    slide_to(page, "2011-12-10")
    assert "type=CONSULT" in page.url
    there = shown(page)
    page.wait_for_timeout(ONE_MOVEMENT)
    slide_to(page, "2012-09-05")
    assert shown(page) != there
    page.go_back()
    page.wait_for_url("**as_of=2011-12-10**")
    expect(page.locator("#day-field")).to_have_value("2011-12-10")
    assert shown(page) == there
    page.reload()
    assert shown(page) == there


def test_a_cell_leads_to_the_words(page: Page) -> None:
    page.goto("/?q=Taliban+talks&as_of=2011-12-10")
    page.locator("table.board a.cell", has_text="divided").first.click()
    page.wait_for_url("**/claims/**")
    page.locator(".quotation a[href*='/reports/']").first.click()
    page.wait_for_url("**/reports/**#*")
    anchor = page.url.partition("#")[2]
    assert page.locator(f"[id='{anchor}']").count() == 1


def test_since_marks_what_moved(page: Page) -> None:
    page.goto("/?q=Taliban+talks&as_of=2011-12-10&since=2011-12-10")
    assert page.locator("table.board tr.has-moved").count() >= 1
