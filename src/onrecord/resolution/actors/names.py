"""A name taken apart: titles set aside, particles dropped, compounds joined, so that what is left can be compared.

`Maulvi Faqir Mohammad` is the title `mawlawi` and the words `faqir`, `mohammad`; `Abd al-Rahman`, `Abdul Rahman` and
`Abdurrahman` are one word each; `Gen. Abdel Fattah al-Burhan` is a general, `abdfattah` and `burhan`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from onrecord.resolution.actors.barenames import bare_name
from onrecord.resolution.actors.transliteration import letters, sounds

Gender = Literal["female", "male"]

_TITLES: dict[str, str] = {
    written: title
    for title, spellings in {
        "mawlawi": "maulvi mawlawi maulawi moulvi mawlavi maulavi molvi",
        "mawlana": "maulana mawlana moulana",
        "mullah": "mullah mulla molla mullo",
        "sheikh": "sheikh shaikh shaykh sheik cheikh shekh shaik sheikha",
        "haji": "haji hajji hadji alhaji alhadji hajj haj hajja hajj",
        "mufti": "mufti",
        "qari": "qari kari",
        "ustad": "ustad ustaz ustadh",
        "imam": "imam",
        "ayatollah": "ayatollah ayatullah",
        "akhund": "akhund akhundzada",
        "bishop": "bishop archbishop cardinal pope father rev reverend",
        "general": "general gen",
        "lieutenant": "lieutenant lt",
        "marshal": "marshal marechal",
        "colonel": "colonel col",
        "major": "major maj",
        "captain": "captain capt",
        "brigadier": "brigadier brig",
        "admiral": "admiral adm",
        "sergeant": "sergeant sgt",
        "commander": "commander cmdr comandante commandant comdr",
        "comrade": "comrade",
        "doctor": "doctor dr",
        "engineer": "engineer eng",
        "professor": "professor prof",
        "judge": "judge justice",
        "mr": "mr monsieur senor don",
        "mrs": "mrs ms miss madame mme senora dona lady dame queen princess",
        "sir": "sir lord king prince",
        "president": "president pres vice",
        "minister": "minister director candidate nominee speaker",
        "senator": "senator sen senators",
        "representative": "representative rep congressman congresswoman representatives",
        "governor": "governor gov mayor",
        "ambassador": "ambassador amb envoy",
        "secretary": "secretary",
        "spokesman": "spokesman spokeswoman spokesperson",
        "chief": "chief leader premier chancellor chairman chairwoman",
        "former": "former ex then",
        "party": "democrat republican",
    }.items()
    for written in spellings.split()
}
_FEMALE_TITLES = frozenset("mrs ms miss madame mme senora dona lady dame queen princess sheikha hajja daw".split())
_MALE_TITLES = frozenset("mr monsieur senor sir lord king prince".split())
_BURMESE = {"u": "male", "daw": "female"}
_SUFFIXES = {
    "jr": "junior",
    "junior": "junior",
    "sr": "senior",
    "senior": "senior",
    "ii": "ii",
    "iii": "iii",
    "iv": "iv",
}
_PARTICLES = frozenset(
    "al el ul ur as ad an ash ed es bin ibn ben bint wuld ould walad de del della da do dos das di du la le las los van"
    " von der den ter y e i zu st".split()
)
_FATHER_OF = frozenset("abu abou aba abi um umm oum".split())
_SERVANT = re.compile(r"abd(?:[aeou]?[lrsdznt])?|abd[aeou]")
_SERVANT_JOINED = re.compile(r"abd[aeou](?:l+|(?=([rsdznt])\1)[rsdznt]|(?=[rsdznt]))(?P<rest>\w{3,})")
_GOD = re.compile(r"[aou]l+ah?")
_OF_GOD = re.compile(r"(?<=\w\w)(?:[aou]u?|ou)l+ah?$")
_OF_FAITH = re.compile(r"(?<=\w{3})[ueai][lrsz]?d{1,2}(?:i|ee|ie)ne?$")
_FAITH = re.compile(r"(?:u?d)?di+ne?|deen|dine")
_LINKS_FAITH = frozenset("al ul ud ad ed el id".split())
OPTIONAL = frozenset(map(sounds, "syed sayed sayyid sayyed seyed seyyed".split()))
"""Words, as they sound, that reports leave out as they like: their absence tells nothing."""
MUHAMMAD = sounds("mohammad")
"""Another such word, unless it stands first: then it can be the name by which one brother is told from another."""


@dataclass(frozen=True, slots=True)
class PersonalName:
    """A person's name: its telling words in order, single letters among them, and what was set aside.

    `titles` are one for all spellings (`mawlawi` for maulvi), `suffix` is `junior` and the like, `gender` what a title
    says ("Mrs", "Daw").
    """

    written: str
    words: tuple[str, ...]
    titles: tuple[str, ...] = ()
    suffix: str | None = None
    gender: Gender | None = None

    @property
    def full(self) -> tuple[str, ...]:
        """The words that are more than an initial."""
        return tuple(word for word in self.words if len(word) > 1)

    @property
    def initials(self) -> tuple[str, ...]:
        """The words that are a letter only."""
        return tuple(word for word in self.words if len(word) == 1)


@lru_cache(maxsize=32_768)
def personal_name(written: str) -> PersonalName:
    """A person's name taken apart; a name that is nothing but titles keeps its last word."""
    words = letters(bare_name(written, _PARTICLES | _FATHER_OF)).split() or letters(written).split()
    words, titles, gender = _without_titles(words)
    suffix = None
    if len(words) > 1 and words[-1] in _SUFFIXES:
        suffix = _SUFFIXES[words.pop()]
    return PersonalName(written, tuple(_joined(words)), tuple(titles), suffix, gender)


def _without_titles(words: list[str]) -> tuple[list[str], list[str], Gender | None]:
    titles: list[str] = []
    gender: Gender | None = None
    while len(words) > 1:
        first = words[0]
        if first in _BURMESE and len(words) > 1 and len(words[1]) > 1:
            gender = "female" if first == "daw" else "male"
        elif first not in _TITLES:
            break
        else:
            titles.append(_TITLES[first])
            gender = "female" if first in _FEMALE_TITLES else "male" if first in _MALE_TITLES else gender
        words = words[1:]
    return words, titles, gender


def _joined(words: list[str]) -> list[str]:
    """The words with compounds made one and particles left out, which never empties a name."""
    found: list[str] = []
    at = 0
    while at < len(words):
        word, rest = words[at], words[at + 1 :]
        if word in _FATHER_OF and rest:
            skip = 2 if rest[0] in _PARTICLES and len(rest) > 1 else 1
            found.append("abu" + rest[skip - 1] if word.startswith("a") else "umm" + rest[skip - 1])
            at += skip + 1
        elif _SERVANT.fullmatch(word) and rest:
            skip = 2 if rest[0] in _PARTICLES and len(rest) > 1 else 1
            found.append(_servant_of(rest[skip - 1]))
            at += skip + 1
        elif found and _GOD.fullmatch(word):
            found[-1] += "ullah"
            at += 1
        elif found and word in _LINKS_FAITH and rest and _FAITH.fullmatch(rest[0]):
            found[-1] += "uddin"
            at += 2
        elif found and _FAITH.fullmatch(word) and len(word) > 3:
            found[-1] += "uddin"
            at += 1
        elif word in _PARTICLES and (found or len(words) > 1) and not (at == 0 and word in {"ben", "e", "i", "y"}):
            at += 1
        else:
            found.append(_compound(word))
            at += 1
    return found or words[-1:]


def _servant_of(word: str) -> str:
    return "abdullah" if _GOD.fullmatch(word) or word == "lah" else f"abd{word}"


def _compound(word: str) -> str:
    """One word with its compound written in one way: Abdurrahman, Abdelrahman; Habiballah; Shamseddine."""
    if re.fullmatch(r"abd[aou]l+ah?", word):
        return "abdullah"
    servant = _SERVANT_JOINED.fullmatch(word)
    if servant is not None:
        return f"abd{servant['rest']}"
    return _OF_FAITH.sub("uddin", _OF_GOD.sub("ullah", word))
