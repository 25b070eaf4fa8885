"""Unicode encodings that show in the bytes themselves, by a mark or by their zero bytes."""

from __future__ import annotations

import codecs

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",  # before UTF-16, whose mark it begins with
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_LOOKED_AT = 4_096
_MANY, _FEW, _FEWEST = 0.3, 0.02, 3


def unicode_encoding(data: bytes) -> str | None:
    """Name of the encoding that a byte order mark or the pattern of zero bytes shows; None if neither does.

    Western text in UTF-16 has a zero byte in every other place. A few stray zero bytes show nothing.
    """
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return encoding
    head = data[:_LOOKED_AT]
    even, odd = head[::2].count(0), head[1::2].count(0)
    many, few = max(_FEWEST, _MANY * len(head) / 2), _FEW * len(head) / 2
    if odd > many and even <= few:
        return "utf-16-le"
    if even > many and odd <= few:
        return "utf-16-be"
    return None
