"""Telling text in any encoding from files that hold no text at all."""

from __future__ import annotations

from onrecord.errors import NotText
from onrecord.intake.encodings import unicode_encoding

# What people most often hand over by mistake, by the bytes that such files begin with.
_MAGIC = {
    b"%PDF-": "a PDF file",
    b"\x89PNG\r\n": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"PK\x03\x04": "a ZIP archive (or an office document)",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"{\\rtf": "an RTF document",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"(\xb5/\xfd": "a zstandard archive",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"SQLite format 3\0": "an SQLite database",
    b"PAR1": "a Parquet file",
}
_CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\t\n\x0b\x0c\r\x1b"))
# A few stray control bytes do not unmake a text; more than these make it data.
_STRAY, _STRAY_SHARE = 8, 0.03


def check_text(data: bytes) -> None:
    """Raise NotText when these bytes are a picture, an archive or other data rather than text.

    UTF-16 and UTF-32 are text however many zero bytes they hold; so is a text with a few stray control bytes.
    """
    for magic, name in _MAGIC.items():
        if data.startswith(magic):
            raise NotText(f"{name}, not text; save its text as .txt or .html")
    if encoding := unicode_encoding(data):
        data = data.decode(encoding, "replace").encode()
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > _STRAY + _STRAY_SHARE * len(data) or 2 * controls > len(data):
        raise NotText("binary data, not text; save its text as .txt or .html")
