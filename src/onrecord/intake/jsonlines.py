"""Reports from JSON lines: one object a line, with its text or HTML and what it says of itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Literal

from onrecord.errors import BadFields, Empty, ReportError, TooDeep, TooLarge
from onrecord.intake.failure import Failure
from onrecord.intake.fields import language_code, printable, stated_day
from onrecord.intake.splitting import lines_of
from onrecord.intake.transcoding import as_utf8
from onrecord.model import RawReport, Stated

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_FIELDS = ("id", "title", "outlet", "url", "credit")
_MOST_DIGITS = 40


def json_reports(chunks: Iterable[bytes], origin: str, stated: Stated, limit: int) -> Iterator[RawReport | Failure]:
    """Every report of a JSON lines stream; a line that is none gives a Failure and the rest goes on.

    `stated` is what the caller says; it goes with each report for what the line does not say itself. Blank lines are
    passed over.
    """
    nothing = True
    for number, line in enumerate(lines_of(as_utf8(iter(chunks)), limit), start=1):
        if isinstance(line, bytes) and not line.strip():
            continue
        nothing = False
        yield _read(line, f"{origin}:{number}", stated)
    if nothing:
        raise Empty("nothing but blank lines; write one JSON object a line")


def _read(line: bytes | TooLarge, origin: str, stated: Stated) -> RawReport | Failure:
    if isinstance(line, TooLarge):
        return Failure(origin, line)
    try:
        return json_report(line, origin, stated)
    except ReportError as error:
        return Failure(origin, error)


def json_report(line: bytes, origin: str, stated: Stated) -> RawReport:
    """The report of one JSON line.

    Of `text` and `html` the text is read when both are there. Lone surrogates, which JSON can hold but no file can,
    become U+FFFD. Raises BadFields, Empty or TooDeep.
    """
    fields = _object(line)
    media: Literal["text", "html"] = "text" if fields.get("text") is not None else "html"
    body = fields.get(media)
    if body is None:
        raise BadFields('neither "text" nor "html" in the line; give one of them')
    if not isinstance(body, str):
        raise BadFields(f'"{media}" is not a string; put it in quotation marks')
    if not body.strip():
        raise Empty(f'"{media}" is empty; remove the line or give its text')
    return RawReport(origin, media, _LONE_SURROGATE.sub("\ufffd", body), _stated(fields), stated)


def _object(line: bytes) -> dict[str, Any]:
    try:
        value = json.loads(line.decode("utf-8"), parse_int=_number)
    except UnicodeDecodeError as error:
        raise BadFields(f"not UTF-8 at byte {error.start} of the line; save the file as UTF-8") from error
    except json.JSONDecodeError as error:
        raise BadFields(f"not JSON: {error.msg} at character {error.pos}; write one object a line") from error
    except RecursionError as error:
        raise TooDeep("JSON nested too deeply; a line needs no nesting at all") from error
    if not isinstance(value, dict):
        raise BadFields('a JSON line has to be an object, {"text": "…"}; write one object a line')
    return value


def _number(digits: str) -> int | float:
    """An integer; a huge one only roughly, since Python refuses to read those exactly and no field needs them."""
    return int(digits) if len(digits) <= _MOST_DIGITS else float(digits)


def _stated(fields: dict[str, Any]) -> Stated:
    own: dict[str, Any] = {name: _words(fields, name) for name in _LINE_FIELDS}
    own["published"] = None if (words := _words(fields, "published")) is None else stated_day(words)
    own["language"] = _language(_words(fields, "language"))
    return Stated(**own)


def _words(fields: dict[str, Any], name: str) -> str | None:
    value = fields.get(name)
    if name == "id" and isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if value is not None and not isinstance(value, str):
        raise BadFields(f'"{name}" is not a string; put it in quotation marks or leave it out')
    return (printable(value) or None) if value is not None else None


def _language(words: str | None) -> str | None:
    if words is None:
        return None
    code = language_code(words)
    if code is None:
        raise BadFields(f'"language" is {words[:40]!r}; write a code such as "en" or leave it out')
    return code
