"""The kinds of file that can be read, known by name or, where there is no name, by their first bytes."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

from onrecord.errors import UnknownKind
from onrecord.intake.encodings import unicode_encoding

Kind = Literal["text", "html", "jsonl"]

SUFFIXES: dict[str, Kind] = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
READ_KINDS = ", ".join(SUFFIXES) + ", and .gz of any of these"

_MARKUP = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|title|article|main|div|p|h1|table)\b", re.IGNORECASE)
_COMMENT_OR_DECLARATION = re.compile(r"\s*(?:<\?[^>]*>|<!--.*?-->|\s)*", re.DOTALL)


def kind_of_name(name: str) -> Kind | None:
    """Kind of a file by its name, `.gz` aside; None for a name that tells nothing known."""
    path = PurePath(name)
    if path.suffix.lower() == ".gz":
        path = path.with_suffix("")
    return SUFFIXES.get(path.suffix.lower())


def kind_of_named_file(name: str) -> Kind | None:
    """Kind of a file that the user named; None means that its first bytes have to tell.

    Raises UnknownKind for a suffix that is not read; only a bare `report.gz` is left to its bytes.
    """
    kind = kind_of_name(name)
    bare_archive = name.lower().endswith(".gz") and not PurePath(name).with_suffix("").suffix
    if kind is None and not bare_archive:
        raise UnknownKind(
            f"not a kind of file that is read ({READ_KINDS}); rename it, or send its text through standard input: -"
        )
    return kind


def kind_of_bytes(head: bytes) -> Kind:
    """Kind of a stream without a name, from its first bytes: a JSON object, HTML markup, or else plain text."""
    text = head.decode(unicode_encoding(head) or "utf-8", "replace").lstrip("\ufeff")
    if text.lstrip().startswith("{"):
        return "jsonl"
    opening = _COMMENT_OR_DECLARATION.match(text)
    start = opening.end() if opening else 0
    return "html" if _MARKUP.match(text, start) else "text"
