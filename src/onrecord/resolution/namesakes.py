"""Bodies of a state that are called as a body of many states is: a country's own security council."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.resolution.actors.states import body_words, country_words
from onrecord.resolution.names import folded
from onrecord.resolution.registry import Entry, Match, body_of

_OWNER = re.compile(r"((?:[A-Z][\w’'.-]*\s+){0,2}[A-Z][\w.-]*?)(?:['’]s?)?\s+(?:[Nn]ational\s+)?$")
_NATIONAL = re.compile(r"\b(?:National|Supreme|Federal|State)\s+\Z")
_BEFORE = 40


def of_states_named_alike(text: str, found: Sequence[Match]) -> list[Match]:
    """The known names of a report, with a state's body for one of many states where a country owns the name.

    "Armenia's Security Council" makes a bare "Security Council" later on Armenia's too.
    """
    alike = [match for match in found if _may_be_a_states(match)]
    if not alike:
        return list(found)
    owned = dict(_told_in_full(found))
    for match in alike:
        body = _owned(text, match)
        if body is not None:
            owned.setdefault(folded(match.span.text), body)
    told = [(m, owned.get(folded(m.span.text)) if m in alike else None) for m in found]
    return [_as(match, body) for match, body in told if body is not None or not _is_national(text, match, alike)]


def _is_national(text: str, match: Match, alike: Sequence[Match]) -> bool:
    """Whether a name goes on to the left as no name of many states' body does: "National Security Council"."""
    return match in alike and _NATIONAL.search(text, max(0, match.span.start - _BEFORE), match.span.start) is not None


def _may_be_a_states(match: Match) -> bool:
    return bool(match.entries) and match.entries[0].sector == "IGO" and folded(match.span.text) in body_words()


def _told_in_full(found: Sequence[Match]) -> Iterator[tuple[str, Entry]]:
    """The bodies of states that are named with their country, under the words for the body alone."""
    for match in found:
        if match.country is not None and match.entries and match.entries[0].kind == "government":
            words = folded(match.span.text).split()
            yield from ((" ".join(words[start:]), match.entries[0]) for start in range(1, len(words)))


def _owned(text: str, match: Match) -> Entry | None:
    before = _OWNER.search(text[max(0, match.span.start - _BEFORE) : match.span.start])
    words = before[1].split() if before is not None else []
    names = (" ".join(words[start:]) for start in range(len(words)))
    country = next((c for name in names if (c := country_words().get(name)) is not None), None)
    return None if country is None else body_of(country.iso3, body_words()[folded(match.span.text)])


def _as(match: Match, body: Entry | None) -> Match:
    return match if body is None else replace(match, entries=(body,), country=body.country)
