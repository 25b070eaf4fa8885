"""Bytes to text: the characters of a report, whatever encoding it came in."""

from __future__ import annotations

import codecs
import re
from typing import Final, Literal

from onrecord.errors import Empty, NotText
from onrecord.intake import unicode_encoding
from onrecord.page.charset import guessed_encoding, looks_western

# As browsers have it: a declared name stands for the larger set that pages with that name really use.
_READ_AS = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
}  # fmt: skip
_DECLARABLE: Final = frozenset({
    *_READ_AS, *_READ_AS.values(),
    *(f"cp{number}" for number in (866, 1250, 1251, 1253, 1255, 1256, 1257, 1258)),
    *(f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
    "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "euc_jp", "iso2022_jp",
})  # fmt: skip
_ESCAPED = {"iso2022_jp": b"\x1b$"}  # pure ASCII to the eye, so it would pass for UTF-8

_DECLARATION = re.compile(
    rb"""<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*["']?\s*([a-z0-9][\w.:-]*)""", re.IGNORECASE
)
_DECLARED_WITHIN = 4_096
_UNFIT = re.compile("[\0\ud800-\udfff]")
_NEWLINE = re.compile("\r\n?")
_UTF8_SHARE = 0.8


def decoded(data: bytes | str, media: Literal["text", "html"]) -> str:
    """The text of a report as every later offset counts it.

    Line ends become a newline each; zero characters and lone surrogates, and bytes that mean nothing in the report's
    encoding, become U+FFFD, so that nothing is lost unseen. Raises NotText when no encoding makes words of the
    bytes, Empty when there are none.
    """
    text = data if isinstance(data, str) else _characters(data, media)
    text = _UNFIT.sub("\ufffd", _NEWLINE.sub("\n", text.removeprefix("\ufeff")))
    if not text.strip():
        raise Empty("nothing but white space; leave it out or give its text")
    return text


def _characters(data: bytes, media: Literal["text", "html"]) -> str:
    """The characters of bytes: what a mark shows, then UTF-8, then what the page declares, then what makes words."""
    encoding = unicode_encoding(data)
    declared = _declared(data) if media == "html" else None
    if encoding is None and declared in _ESCAPED and _ESCAPED[declared] in data:
        encoding = declared
    if encoding is not None:
        return data.decode(encoding, "replace")
    if (text := _as_utf8(data)) is not None:
        return text
    if declared is not None and (text := data.decode(declared, "replace")) and _believed(declared, text):
        return text
    if (encoding := guessed_encoding(data)) is None:
        raise NotText("no known encoding makes words of it; save it as UTF-8")
    return data.decode(encoding, "replace")


def _believed(declared: str, text: str) -> bool:
    # Cyrillic and Polish pages often carry the Western declaration of the template they were made from
    return declared != "cp1252" or looks_western(text)


def _declared(data: bytes) -> str | None:
    """The encoding that a page says it has, by its Python name; None for none, an unknown one, and UTF-8 itself."""
    match = _DECLARATION.search(data, 0, _DECLARED_WITHIN)
    if match is None:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii")).name
    except LookupError:
        return None
    return _READ_AS.get(name, name) if name in _DECLARABLE else None


def _as_utf8(data: bytes) -> str | None:
    """Text in UTF-8, be it cut off within its last character or with a few foreign bytes in it; None if it is not."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd") - data.count("\ufffd".encode())
    foreign = sum(1 for letter in text if not letter.isascii())
    return text if foreign - broken >= _UTF8_SHARE * foreign or _cut_off(data, foreign) else None


def _cut_off(data: bytes, foreign: int) -> bool:
    """Whether only the last character is broken, and there are others that show the encoding."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data, final=False)
    except UnicodeDecodeError:
        return False
    return foreign > 1
