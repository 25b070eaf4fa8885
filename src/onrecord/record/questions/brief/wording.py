"""Plain English for a brief: dates, counts, names and who speaks, right for one and for many."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from onrecord.model import SourceKind, Stance, StandingName, Testimony
from onrecord.record.questions.heard import Heard
from onrecord.resolution.names import folded

_WITH_ARTICLE = re.compile(
    r"^(?:Government|Ministry|Army|Navy|Police|Office|Parliament|Embassy|President|United)\b"
    r"|\b(?:Army|Navy|Police|Forces?|Guards?|Ministry|Government|Parliament|Council|Front|Movement|Party|Union"
    r"|Nations|States|Kingdom|Taliban)$"
)
_PRONOUN = re.compile(r"(?:he|she|it|they|who|which|we|i|you|those|these|this|that|some|others?|both)", re.IGNORECASE)
_RELATIVE = re.compile(r",? (?:who|whom|which|that)$", re.IGNORECASE)
_OPENS_LOW = re.compile(
    r"^(?:The|An?|One|Some|Several|Two|Three|Anonymous|Unnamed|Senior|Local|Other|His|Her|Its|Their)\b"
)
_UNNAMED: dict[SourceKind, str] = {
    "named": "somebody named",
    "role": "an unnamed holder of an office",
    "anonymous": "anonymous sources",
    "collective": "a body",
    "document": "a document",
    "outlet": "the report itself",
    "impersonal": "nobody in particular",
}
SOURCES: dict[SourceKind, str] = {
    "named": "named",
    "role": "by office",
    "anonymous": "anonymous",
    "collective": "as a body",
    "document": "document",
    "outlet": "the report itself",
    "impersonal": "nobody in particular",
}
"""How a source is named, as it stands in brackets behind who speaks."""
VERBS: dict[Stance, str] = {
    "affirms": "affirmed it",
    "denies": "denied it",
    "declines": "declined to speak of it",
    "unclear": "spoke of it and left it open",
}
MEANINGS: dict[StandingName, str] = {
    "unreported": "nobody on record affirms it or denies it",
    "claimed-anonymously": "only anonymous sources affirm it, and nobody on record denies it",
    "claimed-by-third-party": "it is affirmed on record, but by no party to it",
    "claimed-by-one-side": "a party to it affirms it on record, another has not affirmed it, and none denies it",
    "disputed": "it is affirmed, and a party to it is on record denying it",
    "confirmed-by-both": "every party to it is on record affirming it",
    "denied": "it is denied on record, and nobody on record affirms it",
}


def named_standing(standing: StandingName) -> str:
    """`claimed by one side`."""
    return standing.replace("-", " ")


def listed(parts: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def counted(number: int, noun: str = "", many: str | None = None) -> str:
    """`one report`, `12 reports`, or the number alone; `many` is the plural where it is not made with an s."""
    words = "no one two three four five six seven eight nine ten eleven twelve".split()
    told = words[number] if number < len(words) else f"{number:,}"
    return f"{told} {noun if number == 1 else many or f'{noun}s'}" if noun else told


def capital(text: str) -> str:
    """The text as a sentence begins."""
    return text[:1].upper() + text[1:]


def the(name: str) -> str:
    """A party's name as it stands in a sentence: `the Government of Colombia`, `FARC`."""
    return f"the {name}" if _WITH_ARTICLE.search(name) else name


def day_in_words(day: date) -> str:
    """`10 December 2011`."""
    return f"{day.day} {day:%B} {day.year}"


def when(iso: str | None) -> str:
    """A date as precise as it is known: `on 10 December 2011`, `in the week of 5 December 2011`, `in 2011`."""
    if iso is None:
        return "on a day that is not known"
    if "W" in iso:
        year, week = iso.split("-W")
        return f"in the week of {day_in_words(date.fromisocalendar(int(year), int(week), 1))}"
    if len(iso) == 4:
        return f"in {int(iso)}"
    if len(iso) == 7:
        return f"in {date.fromisoformat(f'{iso}-01'):%B} {int(iso[:4])}"
    return f"on {day_in_words(date.fromisoformat(iso))}"


def speaker(one: Heard, testimony: Testimony) -> str:
    """Who speaks: the name, the body, or the report's own words for an unnamed source."""
    if testimony.speaker_name is not None:
        return one.names[testimony.speaker_key]
    if testimony.source_kind == "collective" and testimony.party is not None:
        return the(testimony.party.name)
    words = _RELATIVE.sub("", " ".join((one.sayings[testimony.statement].source or "").split()))
    if not words or _PRONOUN.fullmatch(words):
        return _UNNAMED[testimony.source_kind]
    return words[0].lower() + words[1:] if _OPENS_LOW.match(words) else words


def speaker_for(one: Heard, testimony: Testimony) -> str:
    """Who speaks, for whom, and how he is named: `Maulvi Faqir Mohammad (TTP, named)`."""
    who = speaker(one, testimony)
    party = None if testimony.party is None else testimony.party.name
    told = (
        [party] if party is not None and folded(party) not in {folded(who), folded(who.removeprefix("the "))} else []
    )
    through = [f"as told by {testimony.reported_by}"] if testimony.reported_by is not None else []
    return f"{who} ({', '.join([*told, SOURCES[testimony.source_kind], *through])})"
