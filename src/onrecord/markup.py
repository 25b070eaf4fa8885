"""Text of reports in pages of HTML: escaped, and with nothing in it that could act on the page around it."""

from __future__ import annotations

import html
import re

# Control characters are not allowed in HTML, and bidirectional overrides would turn round what stands beside them.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f\ud800-\udfff\ufffe\uffff]")


def escaped(text: object) -> str:
    """The text for a page or an attribute of it; characters that could act on the page are shown as U+FFFD."""
    return html.escape(_UNSAFE.sub("\ufffd", str(text)), quote=True)
