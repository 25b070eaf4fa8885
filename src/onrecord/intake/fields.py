"""What a file or a caller says of a report, checked: days, languages and lines of text."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final

from onrecord.errors import BadFields

# The first newspapers are of 1605. The bounds are fixed: the same input gives the same output in any year.
EARLIEST: Final = date(1600, 1, 1)
LATEST: Final = date(2199, 12, 31)

_ISO_DAY = re.compile(r"\d{4}-?\d{2}-?\d{2}(?![\d-])", re.ASCII)
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]+)*", re.IGNORECASE | re.ASCII)
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def stated_day(words: str) -> date:
    """The day that an ISO date or date with time states, as written there, whatever the time zone.

    Raises BadFields for anything else and for years that no news report can have.
    """
    words = words.strip()
    try:
        if _ISO_DAY.match(words) is None:
            raise ValueError
        day = datetime.fromisoformat(words).date()
    except ValueError as error:
        raise BadFields(f"{printable(words[:40])!r} is not a date; write it as 2011-12-10") from error
    if not EARLIEST <= day <= LATEST:
        raise BadFields(
            f"{day.isoformat()} is out of range; a publication date lies in {EARLIEST.year}-{LATEST.year}"
        )
    return day


def language_code(words: str) -> str | None:
    """Primary language of a tag such as `en-GB`, in small letters (`en`); None if it is no tag."""
    match = _LANGUAGE.fullmatch(words.strip())
    return match[1].lower() if match else None


def printable(words: str) -> str:
    """One line that every terminal and file can take.

    Whitespace is collapsed; control characters and lone surrogates become U+FFFD.
    """
    return _UNPRINTABLE.sub("\ufffd", " ".join(words.split()))
