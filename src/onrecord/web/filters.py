"""What templates do to values: dates as precise as they are known, long texts cut, strange text kept to itself."""

from __future__ import annotations

import re
from datetime import date, datetime
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from onrecord.resolution.names import folded
from onrecord.web.wording import meaning, named

# Control characters are not allowed in HTML, and bidirectional overrides would turn round what stands beside them.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f\ud800-\udfff\ufffe\uffff]")
_LONGEST_ADDRESS = 4_000
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def harmless(value: object) -> object:
    """Whatever is printed, with every character that could act on the page shown as U+FFFD, one for one."""
    return _UNSAFE.sub("\ufffd", value) if isinstance(value, str) and not isinstance(value, Markup) else value


def cut(text: str | None, most: int = 200) -> str:
    """One line of at most `most` characters, cut between words; a title of a megabyte does no harm."""
    if text is None:
        return ""
    flat = " ".join(text[: 8 * most].split())
    if len(flat) <= most and len(text) <= 8 * most:
        return flat
    kept = flat[:most]
    return (kept.rsplit(" ", 1)[0] if " " in kept[most // 2 :] else kept).rstrip() + " …"


def bdi(text: str | None, most: int = 1_000) -> Markup:
    """Text of a report set apart, so that its direction does not reach what stands around; long text is cut."""
    return Markup("<bdi>{}</bdi>").format(harmless(cut(text, most)))


def day_words(value: date | str | None) -> str:
    """`10 Dec 2011`, `Dec 2011`, `week of 5 Dec 2011` or `2011`, as precise as it is known; `no date` for none."""
    if value is None:
        return "no date"
    iso = value.isoformat()[:10] if isinstance(value, date) else value
    if "W" in iso:
        year, week = iso.split("-W")
        return f"week of {_whole(date.fromisocalendar(int(year), int(week), 1))}"
    if len(iso) == len("2011"):
        return str(int(iso))
    if len(iso) == len("2011-12"):
        return f"{_MONTHS[int(iso[5:]) - 1]} {int(iso[:4])}"
    return _whole(date.fromisoformat(iso[:10]))


def day(value: date | str | None) -> Markup:
    """A day as it is read, with the ISO date for machines."""
    if value is None:
        return Markup('<span class="none">no date</span>')
    iso = value.isoformat()[:10] if isinstance(value, date) else value
    return Markup('<time datetime="{}">{}</time>').format(iso, day_words(iso))


def days(first: date | None, last: date | None) -> Markup:
    """A stretch of days, `21 Nov 2011 – 7 Mar 2012`, or a single one."""
    if first is None or last is None or first == last:
        return day(first or last)
    return Markup("{}&#8201;–&#8201;{}").format(day(first), day(last))


def moment(value: datetime | str | None) -> Markup:
    """A time of recording, to the minute, in UTC as it is kept."""
    if value is None:
        return Markup('<span class="none">no time</span>')
    iso = value.isoformat() if isinstance(value, datetime) else value
    return Markup('<time datetime="{}">{} {}</time>').format(iso, day_words(iso[:10]), iso[11:16])


def web_address(url: str | None) -> str | None:
    """An address that may be a link: http or https and of a sane length; None for any other."""
    if url is None or len(url) > _LONGEST_ADDRESS or _UNSAFE.search(url):
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme in {"http", "https"} and parts.hostname else None


def external(url: str | None, words: str | None = None) -> Markup:
    """A link out of the desk, where the address is one; else the words, or the address, as plain text."""
    shown = bdi(words or url, 120)
    address = web_address(url)
    if address is None:
        return shown
    return Markup('<a href="{}" rel="noopener noreferrer nofollow" class="external">{}</a>').format(address, shown)


def numbered(value: int) -> str:
    """A number with commas between thousands."""
    return f"{value:,}"


def counted(number: int, noun: str = "", many: str | None = None) -> str:
    """`1 report`, `12 reports`, `1,200 reports`; always in digits, since pages set counts beside one another."""
    told = numbered(number)
    return f"{told} {noun if number == 1 else many or f'{noun}s'}" if noun else told


def grouped(value: str) -> Markup:
    """An id that may break over lines."""
    return Markup('<span class="id">{}</span>').format(escape(value))


def anchor(party: str) -> str:
    """The place on a claim's page where a party's position stands."""
    return "party-" + (re.sub(r"\W+", "-", folded(party)).strip("-") or "unnamed")


FILTERS = {
    "anchor": anchor,
    "bdi": bdi,
    "counted": counted,
    "cut": cut,
    "day": day,
    "day_words": day_words,
    "days": days,
    "external": external,
    "id": grouped,
    "meaning": meaning,
    "moment": moment,
    "named": named,
    "number": numbered,
}


def _whole(value: date) -> str:
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"
