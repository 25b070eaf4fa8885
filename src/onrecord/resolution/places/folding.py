"""One form for the spellings of a place's name, as the gazetteer keeps it and as a report writes it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LONGEST = 100
"""Names of more characters than this are not names; they fold to nothing."""

_LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "ə": "e", "ŋ": "ng"}
)
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$", re.IGNORECASE)
_SAINT = re.compile(r"\bst\.(?=\w)")
_SILENT = re.compile(r"['’‘‛`´ʹ-˿.]+")
_APART = re.compile(r"[^\w]+|_+")
_WHOLE_WORDS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_SPELLINGS = tuple(
    (re.compile(written), one)
    for written, one in (
        ("kh|q|ck|c(?![eihy])", "k"),
        ("sch", "sh"),
        ("gh", "g"),
        ("dh", "d"),
        ("th", "t"),
        ("ph", "f"),
        ("w", "v"),
        ("dj|j", "j"),
        ("tch", "ch"),
        ("z", "s"),
    )
)
_DOUBLED = re.compile(r"(.)\1+")
_FAMILIES = ("ckq", "vw", "sz", "dj", "fp")
_OF = frozenset("of de du del da do di la al".split())
KIND_WORDS = frozenset(
    "agency airport area borough canton capital cercle city commune county daira department departement departamento"
    " district division governorate kreis landkreis metropolis muhafazat municipality municipio oblast okrug parish"
    " prefecture province provincia provincie provinsi raion rayon region shahrestan state subdistrict territory town"
    " tribal village voivodeship wilaya woreda zone".split()
)
"""Words that say what a place is, in the languages whose names for it stand in English reports and in GeoNames."""


@lru_cache(maxsize=16_384)
def folded(name: str) -> str:
    """A place's name without what spellings differ in; empty where nothing is left or the name is no name.

    Case, accents, apostrophes, hyphens, a possessive, a leading "the" and full stops go; "St", "Mt" and "Ft" are
    written out: `N’Djaména` is `ndjamena`, `the U.S.` is `us`, and `St. John's` is `saint john`, as `Saint John` is.
    """
    if len(name) > LONGEST:
        return ""
    plain = _plain(_POSSESSIVE.sub("", name.strip()))
    words = [_WHOLE_WORDS.get(word, word) for word in plain.split()]
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(_initials_joined(words))


def respelt(key: str) -> str:
    """A folded name in one spelling where transliterations differ, without spaces: `qandahar` and `kandahar` are one."""
    joined = key.replace(" ", "")
    for written, one in _SPELLINGS:
        joined = written.sub(one, joined)
    return _DOUBLED.sub(r"\1", joined)


def letters_like(letter: str) -> str:
    """The letters that a name may begin with in another spelling: K, Q and C are alike."""
    return next((family for family in _FAMILIES if letter in family), letter)


def without_kind(key: str) -> tuple[str, ...]:
    """A folded name without the words for its kind: `bajaur agency` is `bajaur`, `city of khar` is `khar`."""
    words = key.split()
    found = []
    if len(words) > 1 and words[-1] in KIND_WORDS:
        found.append(" ".join(words[:-1]))
    if len(words) > 2 and words[0] in KIND_WORDS and words[1] in _OF:
        found.append(" ".join(words[2:]))
    if len(words) > 1 and words[0] in KIND_WORDS and words[1] not in _OF:
        found.append(" ".join(words[1:]))
    return tuple(found)


def written_short(name: str) -> bool:
    """Whether a name is written as an abbreviation: with a full stop, or in capitals alone (`Ore.`, `N.S.W`, `NSW`)."""
    return "." in name or name.isupper()


def _plain(name: str) -> str:
    apart = unicodedata.normalize("NFKD", name)
    letters = "".join(c for c in apart if not unicodedata.combining(c)).casefold().translate(_LETTERS)
    letters = _SAINT.sub("saint ", letters).replace("&", " and ")
    return _APART.sub(" ", _SILENT.sub("", letters))


def _initials_joined(words: list[str]) -> list[str]:
    """ "u s" as "us": initials that stand alone belong together."""
    joined: list[str] = []
    alone = False
    for word in words:
        single = len(word) == 1 and word.isalpha()
        if single and alone:
            joined[-1] += word
        else:
            joined.append(word)
        alone = single
    return joined
