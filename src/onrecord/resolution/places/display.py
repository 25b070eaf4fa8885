"""A place's name as news in English prints it."""

from __future__ import annotations

import unicodedata

_MARKS_OF_TRANSLITERATION = frozenset("\u0304\u0323\u0331\u032e")
"""Macron, dots and lines below: letters of Arabic, Persian and Indian languages carry them in gazetteers only."""
_KINDS = ("Agency", "District", "Governorate", "Province", "Region", "County")


def displayed(name: str, mentioned: str) -> str:
    """The gazetteer's name without marks of transliteration, and without a kind word that the report leaves out.

    `Bājaur Agency` is `Bajaur` where the report says "Bajur"; `Bogotá` keeps its accent, `County Cork` its county.
    """
    apart = unicodedata.normalize("NFD", name)
    plain = unicodedata.normalize("NFC", "".join(c for c in apart if c not in _MARKS_OF_TRANSLITERATION))
    for kind in _KINDS:
        shorter = plain.removesuffix(" " + kind)
        if shorter != plain and kind.lower() not in mentioned.lower():
            return shorter
    return plain
