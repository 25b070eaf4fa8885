"""Atom feeds (RFC 4287) of what saved questions find and of what changes on claims.

Ids are URNs made from what an entry tells, so that a reader who has seen one knows it again; nothing in a feed depends on
the moment at which it is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from onrecord.contract import content_id
from onrecord.desk.findings import Finding
from onrecord.desk.watchrows import Watch
from onrecord.record.questions.changes import ClaimChange

_ATOM = "http://www.w3.org/2005/Atom"
_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MOST_CHARACTERS = 2_000
_NEVER = "1970-01-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a feed tells: a URN, a headline, the page on it, when it came to be, and a text."""

    id: str
    title: str
    link: str
    updated: str
    summary: str
    author: str | None = None


def feed_of_watch(watch: Watch, findings: Iterable[Finding], base: str) -> bytes:
    """The feed of a saved question, the findings in their order; `base` is the address of the desk without a path.

    What the record held before the question was asked is as old as its report; undated reports of then are left out.
    """
    address, page = f"{base}/api/feeds/{watch.id}.atom", f"{base}/following#question-{watch.id}"
    entries = [_of_finding(one, base) for one in findings if not (one.already and one.published is None)]
    return atom(f"urn:onrecord:watch:{watch.id}", watch.name, address, page, entries, made_at=watch.made_at)


def feed_of_changes(title: str, changes: Iterable[ClaimChange], base: str, address: str) -> bytes:
    """The feed of what changed on claims, the newest first; `address` is where the feed itself stands."""
    entries = [_of_change(one, base) for one in changes]
    entries.sort(key=lambda entry: (entry.updated, entry.id), reverse=True)
    return atom(f"urn:onrecord:changes:{content_id(address)}", title, address, base, entries)


def atom(
    ident: str, title: str, address: str, home: str, entries: Iterable[Entry], *, made_at: str | None = None
) -> bytes:
    """A feed as UTF-8; `address` is its own, `home` that of the page it belongs to."""
    told = list(entries)
    feed = Element("feed", xmlns=_ATOM)
    _add(feed, "id", ident)
    _add(feed, "title", title)
    _add(feed, "updated", max((_moment(made_at), *(one.updated for one in told))))
    SubElement(SubElement(feed, "author"), "name").text = "onrecord"
    SubElement(feed, "link", rel="self", type="application/atom+xml", href=_fit(address))
    SubElement(feed, "link", rel="alternate", type="text/html", href=_fit(home))
    for one in told:
        entry = SubElement(feed, "entry")
        _add(entry, "id", one.id)
        _add(entry, "title", one.title)
        _add(entry, "updated", one.updated)
        if one.author is not None:
            SubElement(SubElement(entry, "author"), "name").text = _fit(one.author)
        SubElement(entry, "link", rel="alternate", type="text/html", href=_fit(one.link))
        _add(entry, "summary", one.summary)
    ElementTree.indent(feed)
    written: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def page_of(finding: Finding, base: str) -> str:
    """The page of the desk to read a finding on: the statement in its report, or else the claim."""
    if finding.report is not None:
        return f"{base}/reports/{finding.report}" + (f"#{finding.statement}" if finding.statement else "")
    return f"{base}/claims/{finding.claim}" if finding.claim is not None else base


def _of_finding(one: Finding, base: str) -> Entry:
    told = [f"“{one.words}”" if one.words else "", one.party or "", one.outlet or "", _day(one.published)]
    return Entry(
        id=f"urn:onrecord:finding:{one.id}",
        title=one.said,
        link=page_of(one, base),
        updated=_on(one.published) if one.already and one.published is not None else _moment(one.found_at),
        summary=" — ".join(filter(None, told)),
        author=one.outlet,
    )


def _of_change(one: ClaimChange, base: str) -> Entry:
    moved = f"{one.before} → {one.after}" if one.before != one.after else one.after
    who = ", ".join(filter(None, (one.speaker, one.party)))
    return Entry(
        id=f"urn:onrecord:change:{content_id([one.claim, one.because, one.before, one.after, one.kind])}",
        title=f"{one.gloss}: {moved}",
        link=f"{base}/claims/{one.claim}",
        updated=_on(one.date),
        summary=f"{who}: “{one.words}”" if who else f"“{one.words}”",
        author=one.outlet,
    )


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = _fit(text)


def _fit(text: str) -> str:
    """The text as XML may hold it: without control characters, and of a length that readers bear."""
    plain = _UNFIT.sub("\ufffd", text)
    return plain if len(plain) <= _MOST_CHARACTERS else plain[: _MOST_CHARACTERS - 1] + "…"


def _moment(clock: str | None) -> str:
    """A time of recording as RFC 3339 has it, to the second."""
    return _NEVER if clock is None else datetime.fromisoformat(clock).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _on(day: date) -> str:
    """The beginning of a day as RFC 3339 has it."""
    return _moment(datetime.combine(day, time.min, UTC).isoformat())


def _day(published: date | None) -> str:
    return "" if published is None else published.isoformat()
