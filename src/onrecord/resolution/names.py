"""Folding of names, so that spellings of one name can be compared; never by itself a reason to merge two people."""

from __future__ import annotations

import re
import unicodedata

# Spellings of one name in Latin script, as agencies print them; folded to the first of each row.
_SPELLINGS = {
    spelling: row[0]
    for row in (
        ("mohammad", "mohammed", "muhammad", "mohamed", "mohamad", "muhammed", "mohd"),
        ("tehrik", "tehreek", "tahrik"),
        ("taliban", "taleban"),
        ("timochenko", "timoshenko"),
        ("hussein", "husain", "hussain", "husayn"),
        ("ahmad", "ahmed"),
        ("yousuf", "yusuf", "yousef", "youssef", "yusef"),
        ("abdullah", "abdallah"),
        ("mullah", "mulla"),
        ("qaeda", "qaida"),
        ("ehsanullah", "ihsanullah"),
        ("ehsan", "ihsan"),
        ("omar", "umar"),
        ("osama", "usama"),
        ("rahman", "rehman"),
    )
    for spelling in row
}
_HONORIFICS = frozenset(
    "maulvi maulana mullah mulla mufti qari sheikh haji hajji hafiz mr mrs ms dr sir don doña".split()
)


def fold(text: str) -> str:
    """Small letters without accents, one space between words: the form under which names are looked up."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).casefold().split())


def person_key(name: str) -> str:
    """The name of a person with honorifics dropped and spellings of one name made equal."""
    words = [w for w in re.findall(r"[\w']+", fold(name)) if w not in _HONORIFICS]
    return " ".join(_SPELLINGS.get(w, w) for w in words) or fold(name)
