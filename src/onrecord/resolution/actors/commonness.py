"""How many people bear a name: agreeing on Mohammad tells little, agreeing on Baradar a good deal.

The shares are those of the 730 people of the United Nations' consolidated list (2026-02-27) or of the 18,235 people
with a full name in Phoenix's actor dictionaries (MIT), whichever is larger, rounded to four classes. A record is about
one region most of the time, so that the larger share is the fairer one.
"""

from __future__ import annotations

from functools import cache, lru_cache

from onrecord.resolution.actors.transliteration import sounds

RARE = 0.0006
"""Share of people assumed to bear a name that is in no class below."""
_CLASSES = {
    0.15: "mohammad",
    0.02: (
        "ali hasan ibrahim abdullah abdrahman ahmad ahmed agha akhund haqqani il kim khan mahmoud omar said hussein"
        " saleem tikriti"
    ),
    0.007: (
        "abbas abubakr abdlatif abdmanan abdsalam amin amir antonio barzan basir carlos david francisco gul habib hamid"
        " ho jamal james jan jang jean john jorge jose joseph kiong li luis majid mansur maria michael musa mustafa nam"
        " nur pak paul peter rahman raza reza sale saleh son song su sulaiman sultan taha umar usman viktor wali yahya"
        " yasin yong yusuf"
    ),
    0.0025: (
        "abdaziz abdqadir abdkarim abdrahim alberto albert alfredo anthony andre angel ba camara chang charles chen"
        " christian daniel diallo eduardo edward emanuel faisal fernandez fernando garcia george gonzalez hakim hamad"
        " henri isa ismail ivan jacques javier juan karim khalid khalifa lin lopez malik mamadou manuel marie mario mark"
        " martin martinez miguel mir nasir nasser oscar patrick pedro perez pierre qasim rafael rahim ramon rashid"
        " richard robert roberto rodriguez samuel santos sayed sergei shah silva singh tariq thomas vladimir walter"
        " william aziz latif alexander zahir hafiz"
    ),
}


@cache
def _shares() -> dict[str, float]:
    found: dict[str, float] = {}
    for share, words in reversed(_CLASSES.items()):
        found |= dict.fromkeys(map(sounds, words.split()), share)
    return found


@lru_cache(maxsize=16_384)
def share_of_people(word: str) -> float:
    """The share of people who bear a word of a name, given in plain letters (0 to 1)."""
    return _shares().get(sounds(word), RARE)
