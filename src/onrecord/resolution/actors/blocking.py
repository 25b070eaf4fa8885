"""Keys under which a profile is filed and looked up, so that only profiles that may be one are ever compared.

Two spellings of a name share a key, whatever the order of its words; the surname alone is filed under the party, and
again under the year, since it says nothing by itself and many bear it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from onrecord.resolution.actors.groupnames import acronym, group_words
from onrecord.resolution.actors.listed import listed_as
from onrecord.resolution.actors.names import personal_name
from onrecord.resolution.actors.profiles import Profile
from onrecord.resolution.actors.transliteration import skeletons

BARE_WORD = "w:"
"""Keys of one word of a name, which people share who have nothing else in common, begin so."""
_MOST_WORDS = 5
_MOST_NAMES = 4
_LONGEST = 200
"""In characters; no name is that long, but what a reader takes for one may be, and a database's index has its limits."""


def blocking_keys(profile: Profile) -> tuple[str, ...]:
    """The keys under which a profile is filed, sorted; none for one that the registry knows."""
    if profile.known_as is not None:
        return ()
    keys = _of_person(profile) if profile.kind == "person" else _of_group(profile)
    return tuple(sorted({key[:_LONGEST] for key in keys}))


def looked_up(profile: Profile) -> tuple[str, ...]:
    """The keys under which those that may be the same are filed: its own, and those of the years around."""
    keys = set(blocking_keys(profile))
    if profile.first is not None:
        year = profile.first.year
        own = f"|{year}"
        keys |= {
            f"{key.removesuffix(own)}|{near}" for key in keys if key.endswith(own) for near in (year - 1, year + 1)
        }
    return tuple(sorted(keys))


def _of_person(profile: Profile) -> Iterator[str]:
    side = profile.party or profile.side or profile.country or ""
    year = "" if profile.first is None else str(profile.first.year)
    listed = listed_as(profile)
    if listed is not None:
        yield f"l:{listed}"
    for name in _names(profile):
        words = personal_name(name).full[:_MOST_WORDS]
        bones = [_bones(word) for word in words]
        for left, right in combinations(bones, 2):
            for pair in ("+".join(sorted((a, b))) for a in left for b in right):
                yield f"p:{pair}"
                yield f"p:{pair}|{side}"
        for bare in (form for forms in bones for form in forms):
            yield f"{BARE_WORD}{bare}|{side}"
            yield f"{BARE_WORD}{bare}|{side}|{year}"
        if len(words) == 1:
            yield from (f"m:{form}" for form in bones[0])


def _bones(word: str) -> tuple[str, ...]:
    """The skeletons of a word, and of what is left of it without "servant of", which some reports drop."""
    bare = word.removeprefix("abd") if len(word) > 6 else word
    return tuple(sorted({*skeletons(word), *skeletons(bare)}))


def _of_group(profile: Profile) -> Iterator[str]:
    for name in _names(profile):
        words = group_words(name)
        if len(words) == 1 and name.isupper():
            yield f"g:{words[0]}"
        elif len(words) > 2:
            yield f"g:{acronym(words)}"
        yield "g:" + "+".join(sorted(skeletons(word)[0] for word in words))


def _names(profile: Profile) -> Iterator[str]:
    yield from (name for name, _ in profile.names[:_MOST_NAMES])
    yield from (nickname.name for nickname in profile.nicknames[:_MOST_NAMES])
