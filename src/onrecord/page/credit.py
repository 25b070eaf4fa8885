"""The agency that a report is credited to: in its dateline, glued to its last sentence, or on a line of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

# How agencies are credited, under the short name of each.
_AGENCIES = {
    "AP": ("AP", "A.P.", "Associated Press", "The Associated Press"),
    "Reuters": ("Reuters", "REUTERS", "Thomson Reuters"),
    "AFP": ("AFP", "Agence France-Presse", "Agence France Presse"),
    "UPI": ("UPI", "United Press International"),
    "dpa": ("dpa", "DPA", "Deutsche Presse-Agentur"),
    "EFE": ("EFE", "Efe", "Agencia EFE"),
    "ANSA": ("ANSA",),
    "PA": ("PA", "PA Media", "Press Association"),
    "Xinhua": ("Xinhua", "XINHUA"),
    "TASS": ("TASS", "ITAR-TASS", "Itar-Tass", "Tass"),
    "Interfax": ("Interfax", "INTERFAX"),
    "RIA Novosti": ("RIA Novosti", "RIA"),
    "Anadolu": ("AA", "Anadolu Agency", "Anadolu"),
    "Kyodo": ("Kyodo", "KYODO", "Kyodo News"),
    "Yonhap": ("Yonhap",),
    "PTI": ("PTI", "Press Trust of India"),
    "ANI": ("ANI",),
    "IANS": ("IANS",),
    "APP": ("APP", "Associated Press of Pakistan"),
    "NAN": ("NAN",),
    "IRNA": ("IRNA",),
    "SANA": ("SANA",),
    "WAFA": ("WAFA",),
    "KUNA": ("KUNA",),
    "MENA": ("MENA",),
    "Bloomberg": ("Bloomberg", "Bloomberg News"),
    "AAP": ("AAP",),
    "CP": ("CP", "The Canadian Press", "Canadian Press"),
    "Prensa Latina": ("Prensa Latina",),
    "IRIN": ("IRIN",),
    "IPS": ("IPS", "Inter Press Service"),
    "KCNA": ("KCNA",),
    "Jiji": ("Jiji", "Jiji Press"),
    "Bernama": ("Bernama", "BERNAMA"),
    "Antara": ("Antara", "ANTARA"),
    "VNA": ("VNA",),
    "PNA": ("PNA",),
    "APA": ("APA",),
    "Keystone-SDA": ("Keystone-SDA", "SDA"),
    "Belga": ("Belga",),
    "ANP": ("ANP",),
    "Ritzau": ("Ritzau",),
    "NTB": ("NTB",),
    "TT": ("TT",),
    "Lusa": ("Lusa",),
    "Europa Press": ("Europa Press",),
    "PAP": ("PAP",),
    "ČTK": ("ČTK", "CTK"),
    "MTI": ("MTI",),
    "Agerpres": ("Agerpres",),
    "BTA": ("BTA",),
    "Tanjug": ("Tanjug", "TANJUG"),
    "Hina": ("Hina", "HINA"),
    "Fena": ("Fena", "FENA"),
    "Ukrinform": ("Ukrinform",),
    "UNIAN": ("UNIAN",),
    "BelTA": ("BelTA",),
    "BNS": ("BNS",),
    "ELTA": ("ELTA",),
    "Azertac": ("Azertac", "AZERTAC"),
    "Armenpress": ("Armenpress",),
    "Fars": ("Fars",),
    "Tasnim": ("Tasnim",),
    "ISNA": ("ISNA",),
    "SPA": ("SPA",),
    "WAM": ("WAM",),
    "Petra": ("Petra",),
    "NINA": ("NINA",),
    "SUNA": ("SUNA",),
    "GNA": ("GNA",),
    "Angop": ("Angop", "ANGOP"),
    "ENA": ("ENA",),
    "Notimex": ("Notimex",),
    "Telam": ("Telam", "Télam"),
    "UNI": ("UNI",),
    "INA": ("INA",),
    "KNA": ("KNA",),
    "Khaama Press": ("Khaama Press",),
    "Pajhwok": ("Pajhwok",),
}
_SHORT_NAMES = {written: short for short, forms in _AGENCIES.items() for written in forms}
_ANY = "|".join(re.escape(form) for form in sorted(_SHORT_NAMES, key=lambda f: (-len(f), f)))
_SEVERAL = rf"(?:{_ANY})(?:\s*(?:/|,|and|&)\s*(?:{_ANY}))*"
_DATELINE = re.compile(rf"^[^\n.]{{0,80}}?\(({_ANY})\)\s*(?:[-–—:]|--)")
_GLUED = re.compile(rf"(?<=[.!?”\"’)])\s*(?:[-–—]\s*|©\s*)?[(\[]?({_SEVERAL})[)\]]?\.?\s*$")
_OWN_LINE = re.compile(
    rf"^\s*(?:[-–—©(\[]\s*)*(?:Source|Credit|Agency|Via|From|By|Copyright(?:\s+\d{{4}})?"
    rf"|Reporting by)?:?\s*({_SEVERAL})[)\]]?\.?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency under its short name, and the characters that say so (start and end in the text)."""

    agency: str
    start: int
    end: int


def credit_at_end(text: str, start: int, end: int) -> Credit | None:
    """The credit glued to the last sentence of a report ("... Afghanistan. AP"), between two characters of a page."""
    match = _GLUED.search(text[start:end])
    if match is None:
        return None
    return Credit(_short(match.group(1)), start + match.start(1), start + match.end(1))


def credit_in_dateline(line: str) -> str | None:
    """The agency in a dateline: "KABUL (Reuters) - ..."."""
    match = _DATELINE.match(line)
    return None if match is None else _short(match.group(1))


def credit_line(line: str) -> str | None:
    """The agency of a line that holds a credit and nothing else."""
    match = _OWN_LINE.match(" ".join(line.split()))
    return None if match is None else _short(match.group(1))


def _short(written: str) -> str:
    first = re.match(_ANY, written, re.IGNORECASE)
    name = first.group() if first else written
    folded = {form.lower(): short for form, short in _SHORT_NAMES.items()}
    return _SHORT_NAMES.get(name) or folded[name.lower()]
