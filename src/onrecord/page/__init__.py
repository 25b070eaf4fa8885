"""Pages become articles: decoded, with furniture marked, and with headline, byline, credit and day where stated.

`opened` decodes a raw report; `article` marks its furniture. Between the two a caller may look at several reports of
one outlet for the lines that it repeats (`repeated_lines`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from onrecord.contract import content_id
from onrecord.model import Article, Furniture, PublishedBasis, RawReport, Stated
from onrecord.page.credit import credit_at_end, credit_in_dateline, credit_line
from onrecord.page.furniture import furniture_of
from onrecord.page.heading import byline_of, headline_of, stated_day
from onrecord.page.repetition import RepeatedLines, repeated_lines

_LAST_LINES = 6  # furniture that was not found may stand between a glued credit and the page's end

__all__ = ["OpenedPage", "RepeatedLines", "article", "opened", "repeated_lines"]


@dataclass(frozen=True, slots=True)
class OpenedPage:
    """A decoded page: its whole text, what its elements set aside, and what the caller and the page state of it."""

    origin: str
    text: str
    stated: Stated
    set_aside: tuple[Furniture, ...] = ()
    headline: str | None = None
    byline: str | None = None
    published_by_page: bool = False


def opened(raw: RawReport) -> OpenedPage:
    """The decoded page of a raw report. Raises a ReportError for one that cannot be read."""
    from onrecord.page.decoding import decoded

    text = decoded(raw.data, raw.media)
    if raw.media == "html":
        return _opened_html(raw, text)
    return OpenedPage(raw.origin, text, first_stated(raw.stated, raw.fallback))


def _opened_html(raw: RawReport, html: str) -> OpenedPage:
    from onrecord.page.html import flattened
    from onrecord.page.metadata import facts_of
    from onrecord.page.tree import parsed

    root = parsed(html)
    facts = facts_of(root)
    flat = flattened(root, facts.title, facts.outlet)
    by_page = Stated(
        title=flat.headline or facts.title,
        outlet=facts.outlet,
        url=facts.url,
        published=facts.published,
        language=facts.language,
    )
    stated = first_stated(raw.stated, by_page, raw.fallback)
    dated_by_page = raw.stated.published is None and facts.published is not None
    return OpenedPage(raw.origin, flat.text, stated, flat.set_aside, flat.headline, facts.byline, dated_by_page)


def first_stated(*says: Stated) -> Stated:
    """What the first of several says of a report, and for what it leaves open the next: file, page, caller."""
    return Stated(**{
        name: next((value for one in says if (value := getattr(one, name)) is not None), None)
        for name in Stated.__dataclass_fields__
    })  # fmt: skip


def article(page: OpenedPage, repeated: RepeatedLines | None = None) -> Article:
    """The article of a page, its furniture marked; `repeated` are lines that its outlet prints in other reports."""
    marked = _marked(page, repeated)
    report_lines, furniture_lines = _lines(page.text, marked)
    credit, marked = _credited(page, marked, report_lines, furniture_lines)
    published, basis = _published(page, [*furniture_lines, *report_lines[:3]])
    stated = page.stated
    title = stated.title or headline_of(report_lines)
    identity = {
        "outlet": stated.outlet,
        "url": stated.url,
        "published": published.isoformat() if published else None,
        "title": title,
        "text": page.text,
    }
    return Article(
        id=stated.id or content_id(identity),
        text=page.text,
        url=stated.url,
        outlet=stated.outlet,
        title=title,
        byline=page.byline or byline_of([*furniture_lines, *report_lines[:3]]),
        credit=stated.credit or credit,
        language=stated.language or _language(page.text, marked),
        published=published,
        published_basis=basis,
        furniture=marked,
    )


def _marked(page: OpenedPage, repeated: RepeatedLines | None) -> tuple[Furniture, ...]:
    """What the page's elements set aside, and furniture found in the rest; the headline is never furniture."""
    held = [(f.start, f.end) for f in page.set_aside]
    found = [
        part
        for f in furniture_of(page.text, page.stated.outlet, repeated, page.headline or page.stated.title)
        for part in _outside(f, held)
        if page.text[part.start : part.end].strip()
    ]
    return tuple(sorted([*page.set_aside, *found], key=lambda f: (f.start, f.end)))


def _outside(one: Furniture, held: list[tuple[int, int]]) -> list[Furniture]:
    """The parts of a stretch that no held stretch covers already."""
    parts, position = [], one.start
    for start, end in held:
        if end <= position or start >= one.end:
            continue
        if start > position:
            parts.append(Furniture(position, start, one.kind, one.reason))
        position = max(position, end)
    if position < one.end:
        parts.append(Furniture(position, one.end, one.kind, one.reason))
    return parts


def _lines(text: str, marked: tuple[Furniture, ...]) -> tuple[list[str], list[str]]:
    """The lines of the report and the lines of the furniture, blank ones left out."""
    report, position = [], 0
    for mark in marked:
        report.append(text[position : mark.start])
        position = max(position, mark.end)
    report.append(text[position:])
    aside = [text[m.start : m.end] for m in marked]
    return [line for part in report for line in part.split("\n") if line.strip()], [
        line for part in aside for line in part.split("\n") if line.strip()
    ]


def _credited(
    page: OpenedPage, marked: tuple[Furniture, ...], report_lines: list[str], furniture_lines: list[str]
) -> tuple[str | None, tuple[Furniture, ...]]:
    """The agency, and the furniture with a credit glued to the report's end set aside too."""
    ends = islice(_line_ends(page.text, marked), _LAST_LINES)
    glued = next((c for start, end in ends if (c := credit_at_end(page.text, start, end)) is not None), None)
    if glued is not None:
        mark = Furniture(glued.start, glued.end, "other", f"credit of the agency {glued.agency}")
        free = not any(m.start < mark.end and mark.start < m.end for m in marked)
        return glued.agency, tuple(sorted([*marked, *[mark] * free], key=lambda f: (f.start, f.end)))
    in_dateline = (credit_in_dateline(line) for line in report_lines[:4])
    alone = (credit_line(line) for line in [*furniture_lines, *report_lines[-2:], *report_lines[:3]])
    return next((c for c in (*in_dateline, *alone) if c is not None), None), marked


def _line_ends(text: str, marked: tuple[Furniture, ...]) -> Iterator[tuple[int, int]]:
    """Start and end of each line of the report, the last one first, what is furniture at its ends left out."""
    stretches, position = [], 0
    for mark in (*marked, Furniture(len(text), len(text), "other", "")):
        stretches.append((position, mark.start))
        position = max(position, mark.end)
    for start, end in reversed(stretches):
        lines = [m.span() for m in re.finditer(r"[^\n]+", text[start:end]) if m.group().strip()]
        yield from ((start + first, start + last) for first, last in reversed(lines))


def _published(page: OpenedPage, lines: list[str]) -> tuple[date | None, PublishedBasis | None]:
    if page.stated.published is not None:
        return page.stated.published, "page" if page.published_by_page else "given"
    day = stated_day(lines)
    return day, "text" if day is not None else None


def _language(text: str, marked: tuple[Furniture, ...]) -> str | None:
    from onrecord.page.language import language_of

    report, _ = _lines(text, marked)
    return language_of("\n".join(report))
