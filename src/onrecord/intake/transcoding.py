"""JSON lines in any Unicode encoding as UTF-8, so that a line ends where a newline byte stands."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from onrecord.intake.chunks import headed
from onrecord.intake.encodings import unicode_encoding

_HEAD = 256


def as_utf8(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The same characters in UTF-8, without a byte order mark.

    A broken character of UTF-16 or UTF-32 becomes U+FFFD. All else passes as it is.
    """
    head, chunks = headed(chunks, _HEAD)
    encoding = unicode_encoding(head)
    if encoding == "utf-8-sig":
        return _without(codecs.BOM_UTF8, chunks)
    return chunks if encoding is None else _transcoded(chunks, encoding)


def _without(mark: bytes, chunks: Iterator[bytes]) -> Iterator[bytes]:
    left = len(mark)
    for chunk in chunks:
        yield chunk[left:]
        left = max(0, left - len(chunk))


def _transcoded(chunks: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    for chunk in chunks:
        yield decoder.decode(chunk).encode()
    yield decoder.decode(b"", final=True).encode()
