"""Atom feeds: whole, valid, the same whenever they are asked for, and harmless whatever a report says."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from tests.desk.held import after
from tests.record.readings import pakistani_reports
from tests.record.tables import add_all

from onrecord.desk.feeds import Entry, atom, feed_of_changes, feed_of_watch
from onrecord.desk.findings import Finding
from onrecord.desk.watches import Question, Watch, Watches
from onrecord.record import Record

ATOM = "{http://www.w3.org/2005/Atom}"
BASE = "https://desk.example.org"


@pytest.fixture
def told(tmp_path: Path) -> tuple[Watch, tuple[Finding, ...]]:
    add_all(tmp_path / "x.db", pakistani_reports())
    with Record.open(tmp_path / "x.db") as record:
        watches = Watches(record)
        watch = watches.add(Question("any-denial"), "A. Nna", after(1))
        return watch, watches.run(after(2))


def checked(feed: bytes) -> ElementTree.Element:
    """The feed, once it has all that RFC 4287 asks for."""
    read = ElementTree.fromstring(feed)  # noqa: S314 - of our own making
    assert read.tag == f"{ATOM}feed"
    for parent in (read, *read.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            (one,) = parent.findall(f"{ATOM}{name}")
            assert one.text
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", parent.findtext(f"{ATOM}updated") or "")
        assert (parent.findtext(f"{ATOM}id") or "").startswith("urn:onrecord:")
        assert len([link for link in parent.findall(f"{ATOM}link") if link.get("rel") == "alternate"]) == 1
    assert read.findtext(f"{ATOM}author/{ATOM}name")
    idents = [entry.findtext(f"{ATOM}id") for entry in read.findall(f"{ATOM}entry")]
    assert len(set(idents)) == len(idents)
    return read


def test_a_feed_tells_what_a_question_found(told: tuple[Watch, tuple[Finding, ...]]) -> None:
    watch, findings = told
    read = checked(feed_of_watch(watch, findings, BASE))
    entries = read.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == [one.said for one in findings]
    link = entries[0].find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == f"{BASE}/reports/{findings[0].report}#{findings[0].statement}"
    assert "2011-11-16" in (entries[0].findtext(f"{ATOM}summary") or "")
    assert feed_of_watch(watch, findings, BASE) == feed_of_watch(watch, findings, BASE)


def test_a_feed_of_nothing_is_a_feed(told: tuple[Watch, tuple[Finding, ...]]) -> None:
    read = checked(feed_of_watch(told[0], (), BASE))
    assert datetime.fromisoformat(read.findtext(f"{ATOM}updated") or "") == after(1)
    checked(atom("urn:onrecord:none", "nothing", BASE, BASE, ()))


def test_what_changed_on_claims_is_a_feed(tmp_path: Path) -> None:
    add_all(tmp_path / "x.db", pakistani_reports())
    with Record.open(tmp_path / "x.db") as record:
        changes = record.changes(date(2011, 1, 1))
        read = checked(feed_of_changes("Changes", changes, BASE, f"{BASE}/api/feeds/changes"))
    assert len(read.findall(f"{ATOM}entry")) == len(changes) > 0
    days = [entry.findtext(f"{ATOM}updated") or "" for entry in read.findall(f"{ATOM}entry")]
    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        "]]><x>&amp;",
        "zero \0 and \x0b",
        "\ud800 half",
        "\ufffe",
        "\u202eback",
        "x" * 10**6,
    ],
)
def test_no_words_of_a_report_break_a_feed(told: tuple[Watch, tuple[Finding, ...]], words: str) -> None:
    watch, findings = told
    hostile = replace(findings[0], words=words, speaker=words, outlet=words, gloss=words, title=words)
    feed = feed_of_watch(replace(watch, name=words), [hostile], BASE)
    assert len(feed) < 20_000
    (entry,) = checked(feed).findall(f"{ATOM}entry")
    assert [child.tag.removeprefix(ATOM) for child in entry] == [
        "id",
        "title",
        "updated",
        "author",
        "link",
        "summary",
    ]
    assert not list(entry.find(f"{ATOM}title") or ())


def test_an_entry_is_told_by_its_own_time() -> None:
    entries = [Entry(f"urn:onrecord:{n}", "t", BASE, f"2026-01-0{n}T00:00:00Z", "s") for n in (1, 3, 2)]
    assert (
        checked(atom("urn:onrecord:f", "t", BASE, BASE, entries)).findtext(f"{ATOM}updated") == "2026-01-03T00:00:00Z"
    )
