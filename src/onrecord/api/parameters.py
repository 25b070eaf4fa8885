"""The parameters that operations share: how each is written, what it means, and an example of it.

What makes no sense is refused before a question is asked. Days are written `2011-12-10` and nothing else; no text may
hold characters that no word has (NUL, half characters).
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from typing import Annotated, Any

from fastapi import Path, Query
from pydantic import AfterValidator, BeforeValidator, StringConstraints, WithJsonSchema

from onrecord.api.paging import MOST_ROWS
from onrecord.intake import EARLIEST, LATEST
from onrecord.model import Act, EventStatus, SourceKind
from onrecord.record.search import Order

MOST_CHARACTERS = 2_000
"""Characters that one parameter may have."""
_DAY = r"^(1[6-9]|2[01])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
_TIME = (
    _DAY[:-1] + r"(T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,6})?)?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9]))?$"
)
_CONTROL = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f"
_WORDS = rf"^[^{_CONTROL}]*[^\s{_CONTROL}][^{_CONTROL}]*$"
_NO_WORDS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def day(value: Any) -> date:
    """A day written `2011-12-10` in the years that reports can be of; ValueError says what was wrong."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        found = date.fromisoformat(value) if re.fullmatch(_DAY, str(value)) else None
    except ValueError:
        found = None
    if found is None or not EARLIEST <= found <= LATEST:
        raise ValueError(f"write a day as 2011-12-10, from {EARLIEST} to {LATEST}")
    return found


def moment(value: Any) -> datetime:
    """A time of recording: a day, which means its last moment in UTC, or a time with its zone."""
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value
    try:
        found = datetime.fromisoformat(str(value)) if re.fullmatch(_TIME, str(value)) else None
    except ValueError:
        found = None
    if found is not None and len(str(value)) == len("2012-01-31"):
        return datetime.combine(found.date(), time.max, UTC)
    if found is None or found.tzinfo is None or not EARLIEST < found.date() < LATEST:
        raise ValueError("write a day, 2012-01-31, or a time with its zone, 2012-01-31T09:00Z")
    return found.astimezone(UTC)


def words(value: str) -> str:
    """Text without characters that no word has; ValueError where it has some, or nothing else than blanks."""
    if _NO_WORDS.search(value):
        raise ValueError("leave out control characters and half characters")
    if not value.strip():
        raise ValueError("give words, or leave the parameter out")
    return value


Day = Annotated[date, BeforeValidator(day), WithJsonSchema({"type": "string", "format": "date", "pattern": _DAY})]
Moment = Annotated[datetime, BeforeValidator(moment), WithJsonSchema({"type": "string", "pattern": _TIME})]
Text = Annotated[
    str, StringConstraints(min_length=1, max_length=MOST_CHARACTERS, pattern=_WORDS), AfterValidator(words)
]


AsOf = Annotated[
    Day | None,
    Query(description="Only what was published on or before this day.", examples=["2011-12-10"]),
]
KnownAt = Annotated[
    Moment | None,
    Query(
        description="Only what the record held then: a day, to its end in UTC, or a time with its zone.",
        examples=["2030-01-01"],
    ),
]
Since = Annotated[Day, Query(description="From this day of publication on.", examples=["2011-12-01"])]
SinceIfAny = Annotated[
    Day | None, Query(description="What changed from this day of publication on is marked.", examples=["2011-12-01"])
]
From = Annotated[
    Day | None, Query(alias="from", description="Published on this day or later.", examples=["2011-11-01"])
]
To = Annotated[
    Day | None, Query(alias="to", description="Published on this day or earlier.", examples=["2012-12-31"])
]
ClaimWords = Annotated[
    Text | None,
    Query(
        alias="words",
        description="Only claims with all of these words, in any order: kind of event, parties by any of their names, "
        "place, month, figure; or a claim's id.",
        examples=["Taliban talks"],
    ),
]
SearchWords = Annotated[
    Text,
    Query(
        alias="words",
        description='Words that all have to be found; `talk*` is the beginning of one, `"peace talks"` a phrase.',
        examples=["talks"],
    ),
]
ClaimPath = Annotated[
    Text, Path(description="A claim's id, the beginning of one, or words that find it.", examples=["Taliban talks"])
]
ReportPath = Annotated[Text, Path(description="A report's id, the id that it came with, or the beginning of either.")]
StatementPath = Annotated[Text, Path(description="A statement's id, or the beginning of it.")]
ActorPath = Annotated[Text, Path(description="An actor's id, or that of one of its members.")]
PlacePath = Annotated[Text, Path(description="A place's key.")]
Person = Annotated[
    Text,
    Query(description="A name in any spelling, some words of it, or an id.", examples=["Faqir Mohammad"]),
]
NameWords = Annotated[
    Text | None,
    Query(
        alias="words",
        description="Only those with these words in a name, in any spelling; or an id.",
        examples=["Taliban"],
    ),
]
Office = Annotated[Text, Query(description="The office.", examples=["spokesman"])]
PartyName = Annotated[
    Text | None, Query(description="A party, by any of its names or its key.", examples=["Taliban"])
]
Speaker = Annotated[Text | None, Query(description="Said by this speaker.", examples=["Ehsanullah Ehsan"])]
ActName = Annotated[Act | None, Query(description="Said in this way.", examples=["denies"])]
SourceName = Annotated[
    SourceKind | None, Query(description="Said by a source named in this way.", examples=["named"])
]
OutletName = Annotated[Text | None, Query(description="Printed by this outlet.", examples=["Reuters"])]
SearchOrder = Annotated[Order, Query(description="The best first, or by day of publication.", examples=["newest"])]
StatusName = Annotated[EventStatus | None, Query(description="With this status.", examples=["actual"])]
PlaceName = Annotated[Text | None, Query(description="Key of a place.")]
Limit = Annotated[int, Query(ge=1, le=MOST_ROWS, description="Rows of a page, at most.", examples=[10])]
After = Annotated[
    Text | None,
    Query(description="Cursor of the page, as it stands in `next` of the page before; the first page without it."),
]
Why = Annotated[bool, Query(description="Also the judgements that make an actor one, with every reason.")]
