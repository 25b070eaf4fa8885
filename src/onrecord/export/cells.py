"""Values as the cells of a table: unknown is empty, days are ISO 8601, and no spreadsheet takes a text for a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

_SIGNS = "=+\\-@＝＋－＠﹦﹢﹣﹫"
# What programs skip before they look at the first character: white space, quotation marks, marks that show nothing.
_SKIPPED = "\\s\\x00-\\x1f\"'`\u2018-\u201f\u00ab\u00bb\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff"
_HARD, _SEPARATORS = ";,", ";,\t\r\n\u2028\u2029"
# A run of what is skipped and of separators, from its beginning, with the sign that it leads to: each is looked at once.
_LED_TO = re.compile(f"(?<![{_SKIPPED}{_HARD}])([{_SKIPPED}{_HARD}]*+)[{_SIGNS}]")
_SUSPECT = re.compile(f"[{_SIGNS}\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|^[\t\r\n]")
_NUMBER = re.compile(r"[+-]?\d{1,15}(?:[.,]\d{1,15})?%?")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PARTED = re.compile(r"[\\;]")
_INSTEAD = "\ufffd"
BETWEEN = "; "
"""Parts the values of a cell that holds several."""


def harmless(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula; a plain number such as -12 stays as it is.

    An apostrophe is set before =, +, - and @ (full-width ones too) where they begin the text, whatever white space,
    quotation marks or invisible characters come first, and where they follow a tab, line break, comma or semicolon, at
    which a spreadsheet with other settings would begin a new cell. Control characters become U+FFFD. After OWASP, "CSV
    injection".
    """
    if _SUSPECT.search(text) is None or _NUMBER.fullmatch(text):
        return text
    plain = _UNPRINTABLE.sub(_INSTEAD, text)
    parts, done = list[str](), 0
    for at in _cells_that_act(plain):
        parts += [plain[done:at], "'"]
        done = at
    return "".join([*parts, plain[done:]])


def is_formula_like(text: str) -> bool:
    """Whether a spreadsheet that was given the text to edit might take it for a formula."""
    return _NUMBER.fullmatch(text) is None and next(_cells_that_act(text), None) is not None


def _cells_that_act(text: str) -> Iterator[int]:
    """Where a cell would begin that is a formula, in order: at the text's own beginning and after separators."""
    if text[:1] in {"\t", "\r", "\n"}:
        yield 0
    for found in _LED_TO.finditer(text):
        first, run = found.start(), found.group(1)
        begin = max(run.rfind(sign) for sign in _HARD) + 1
        for place in range(begin, len(run) + 1):
            at = first + place
            own = at == 0 and text[:1] not in {"\t", "\r", "\n"}
            if own or (place and run[place - 1] in _SEPARATORS):
                yield at


def xml_safe(text: str) -> str:
    """The text with characters that XML cannot hold shown as U+FFFD."""
    return _NOT_XML.sub(_INSTEAD, text)


def cell_text(value: object) -> str:
    """A value as text: unknown is empty, truth is `true` or `false`, days and times are ISO 8601 in UTC."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return repr(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, list | tuple):
        return joined(map(cell_text, value))
    return str(value)


def joined(values: Iterable[str]) -> str:
    """Several texts in one cell, parted by `; `; a semicolon or backslash within one stands behind a backslash."""
    return BETWEEN.join(_PARTED.sub(r"\\\g<0>", value) for value in values)
