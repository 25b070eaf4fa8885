"""Bodies that a report speaks of again and again: the registry's where it knows them, else made from the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import cast

from onrecord.model import ActorKind, Mention, Span
from onrecord.reading.reader import Chain
from onrecord.resolution.actors.registry import entry as registered
from onrecord.resolution.actors.registry import fits, namings, top_party
from onrecord.resolution.actors.states import by_iso3, country_words
from onrecord.resolution.breakaway import is_parting, is_whole
from onrecord.resolution.hosts import is_where
from onrecord.resolution.implied import FIGHTERS, head_noun, is_opposite
from onrecord.resolution.names import folded
from onrecord.resolution.registry import (
    Entry,
    Match,
    body_at,
    body_named,
    body_of,
    country_entry,
    government_seated_in,
)
from onrecord.resolution.rivals import sets_off
from onrecord.resolution.setting import Setting

BODY_KINDS = frozenset({"armed_group", "government", "military", "country", "party", "organisation"})
_STATE = frozenset({"government", "military", "country"})
_ARTICLE = re.compile(r"^(?:the|its|their|his|our)\s+", re.IGNORECASE)
_OWNED = re.compile(r"(?:its|their|his|her)\s", re.IGNORECASE)
_GENERIC = re.compile(
    r"^(?:(?:armed|rebel|militant|separatist|opposition|insurgent|guerrilla|jihadist|islamist|local|rival|so-called"
    r"|self-styled|breakaway|group|movement|faction|militia|party|organi[sz]ation|newspaper|daily|weekly|agency)\s+)+(?=[A-Z])",
)
_TAKES_UP = re.compile(
    r"(?:the|this|that) (?:group|movement|organi[sz]ation|network|faction|alliance)", re.IGNORECASE
)
_ANOTHER = re.compile(r"\b(?:rivals?|other|another|splinter|breakaway|dissidents?|offshoot)\b|(?<=\s)[A-Z]")
"""Words by which a group is told apart from the one named before; a name is one."""
_THE_PARTY = re.compile(r"(?:the|this|that) (?:party|opposition party)", re.IGNORECASE)
_STATE_OFFICE = re.compile(
    r"\b(?:embassy|consulate|high commission|palace|presidency|office of the president(?:ial)?|president's office"
    r"|prime minister's office|ministry|(?<!political )bureau|state (?:television|radio|media)|directorate"
    r"|(?<!central )committee)\b",
    re.IGNORECASE,
)
"""Offices of a state that are read as organisations of their own."""
_ORGAN_OF_GROUP = re.compile(
    r"\b(?:central committee|political (?:bureau|wing|office)|politburo|shura|war council)\b", re.IGNORECASE
)
"""Bodies by which a movement is led, and no state is."""
_ANY_GROUP = (FIGHTERS - {"gunman", "gunmen", "bandit", "bandits", "faction"}) | {"group", "movement", "forces"}
_MEN = frozenset({"members", "men", "units", "forces", "soldiers", "troops"})
_PARTS = frozenset("half wing faction branch part arm bulk majority rump remnants rest".split())
"""Nouns for a part of a group, which speaks and acts for the group unless it is set off from it."""
_OF_THE = re.compile(r"\b(?:of|from)\s+(?:the\s+)?$")
_WITH_FORCES = frozenset({"armed_group", "government", "party"})
"""Kinds of bodies that may have an army or a ministry of their own without being a state."""
_MAY_HAVE_A_SEAT = frozenset({"country", "government", "armed_group", "party"})
"""Kinds under which a reader may take up a capital that stands for its government: no group is named "Manila"."""
_SIDES = frozenset({"armed_group", "government", "military"})
_HAPPENINGS = frozenset(
    "parley parleys talks negotiations meeting summit conference accord accords agreement treaty truce ceasefire"
    " armistice war offensive raid ambush massacre".split()
)
"""Nouns for what happens, which is nobody."""
_LONGEST_NAME = 8
DESCRIBED = "described:"
"""How ids of bodies begin that a report only describes; they mean nothing outside it."""


def body_of_chain(setting: Setting, chain: Chain) -> Entry | None:
    """The body that a chain of mentions means: one that is known, or a new one under its longest name; else None."""
    if _is_only_where(setting, chain) or _is_a_happening(chain):
        return None
    known = _country(chain) or _nation_in_arms(chain) or _seat(chain) or _men_of(setting, chain)
    known = known or _known(setting, chain)
    known = known or _broken_away(setting, chain)
    if known is not None:
        return known
    if chain.kind in _STATE or any(_is_chamber(m) for m in chain.mentions):
        found = _commonest_own(setting, chain)
        if found is not None:
            return found
    names = [_bare(name.text) for name in chain.names]
    fitting = [name for name in names if len(name.split()) <= _LONGEST_NAME and "\n" not in name]
    if fitting and chain.mentions:
        name = max(fitting, key=lambda n: (len(n.split()), len(n), n))
        whole = next(m.span for m in chain.mentions if _bare(m.span.text) == name)
        above = _whole(setting, chain, whole)
        return Entry(
            f"text:{chain.kind}:{folded(name)}",
            name,
            cast("ActorKind", chain.kind),
            country=above.country if above else None,
            part_of=above.id if above else None,
        )
    return _taken_up(setting, chain) or described(setting, chain)


def _commonest_own(setting: Setting, chain: Chain) -> Entry | None:
    """The state's body that most words of a chain mean by themselves where they stand; the first told on a tie."""
    told = (m.span for m in chain.mentions if m.form != "pronoun")
    bodies = [
        e for s in told if (e := setting.own_body_in(s.text, s.start, s.end)) is not None and fits(e, chain.kind)
    ]
    counts = Counter(body.id for body in bodies)
    return max(bodies, key=lambda body: counts[body.id], default=None)


def _bare(name: str) -> str:
    """A name without article and without common nouns before it: "the armed group Defenders of Fizi"."""
    return _GENERIC.sub("", _ARTICLE.sub("", name))


def _country(chain: Chain) -> Entry | None:
    """The country of a chain in which its name or adjective stands alone: "Russia", "Russian".

    No armed group and no organisation is called so: one that has no other name is the country, taken for something else.
    """
    if chain.kind in {"armed_group", "organisation"}:
        called = [country_words().get(_ARTICLE.sub("", name.text)) for name in chain.names]
        return country_entry(called[0]) if called and called[0] and len({*called}) == 1 else None
    if chain.kind != "country":
        return None
    words = [_ARTICLE.sub("", m.span.text) for m in chain.mentions if m.form != "pronoun"]
    found = next((c for w in words if (c := country_words().get(w)) is not None), None)
    return None if found is None else country_entry(found)


def _seat(chain: Chain) -> Entry | None:
    """The government of a chain that has a capital for its name: "Havana"."""
    if chain.kind not in _MAY_HAVE_A_SEAT:
        return None
    return next((e for name in chain.names if (e := government_seated_in(name.text)) is not None), None)


def _is_only_where(setting: Setting, chain: Chain) -> bool:
    """Whether a chain is a capital named as a place and never for its government: "in Kuala Lumpur"."""
    told = [m.span for m in chain.mentions if m.form != "pronoun"]
    text = setting.article.text
    return bool(told) and all(government_seated_in(s.text) is not None and is_where(text, s) for s in told)


def _is_a_happening(chain: Chain) -> bool:
    """Whether a chain read as a side of a conflict is called talks, a treaty or a war: "the Jeddah parley"."""
    told = [m.span.text for m in chain.mentions if m.form != "pronoun"]
    return chain.kind in _SIDES and bool(told) and all(head_noun(words) in _HAPPENINGS for words in told)


def _men_of(setting: Setting, chain: Chain) -> Entry | None:
    """The armed group whose fighters or part a chain describes by its name: "gunmen of the FARC", "half of the ELN"."""
    if chain.kind != "armed_group" or chain.names:
        return None
    for mention in chain.mentions:
        if head_noun(mention.span.text) not in FIGHTERS | _MEN | _PARTS or sets_off(mention.span.text):
            continue
        for match in setting.matches_at(mention.span):
            before = mention.span.text[: max(0, match.span.start - mention.span.start)]
            if match.span.end == mention.span.end and _OF_THE.search(before):
                body = setting.meant(match)
                if body is not None and body.kind == "armed_group":
                    return body
    return None


def _nation_in_arms(chain: Chain) -> Entry | None:
    """The army of a chain that is named by its nation alone: "the Cubans"."""
    if chain.kind != "military":
        return None
    words = (_ARTICLE.sub("", name.text).removesuffix("s") for name in chain.names)
    found = next((c for w in words if (c := country_words().get(w)) is not None), None)
    return None if found is None else body_of(found.iso3, "military")


def _whole(setting: Setting, chain: Chain, words: Span) -> Entry | None:
    """The body that one known to this report alone is part of: "the ELN's central command", "the Soviet embassy"."""
    if is_parting(words.text):
        return setting.breakaway_at(words.start)
    inside = [m for m in setting.matches_at(words) if words.contains(m.span) and m.span.end < words.end]
    bodies = (setting.meant(m) for m in inside)
    named = next((e for e in bodies if e is not None and e.kind not in {"country", "people"}), None)
    if named is not None and _is_owner(words, named, inside):
        return named
    if chain.kind == "organisation" and _ORGAN_OF_GROUP.search(words.text):
        return setting.group_before(words.start)
    country = next((m.country for m in inside if m.country is not None), None)
    body = _branch(chain.kind, words.text)
    if body is None:
        return None
    if country is not None:
        return body_of(country, body)
    here = None if is_opposite(words.text) else setting.homelands.at(words.start, body)
    return None if here is None else body_at(here, body)


def other_name(setting: Setting, mention: Mention, entry: Entry) -> Entry | None:
    """The known body that a mention names by itself, where the chain that holds it means quite another."""
    if mention.form == "pronoun":
        return None
    bare = _bare(mention.span.text)
    abroad = _other_country(bare, entry)
    if abroad is not None:
        return abroad
    for match in setting.matches_at(mention.span):
        if match.span.text != bare or match.span.end != mention.span.end:
            continue
        named = setting.choice(match).entry
        if named is not None and named.id != entry.id and not _akin(named, entry):
            return named
    return None


def _other_country(name: str, entry: Entry) -> Entry | None:
    """The country or the government that a name means by itself, where the body of its chain is of another state."""
    state = by_iso3().get(entry.country or "")
    if state is None or entry.kind not in _STATE or name in (*state.names, *state.demonyms, *state.capitals):
        return None
    country = country_words().get(name)
    return government_seated_in(name) if country is None else country_entry(country)


def _akin(one: Entry, other: Entry) -> bool:
    """Whether two bodies are of one state, or one is part of the other, so that a chain may hold both."""
    states = {"government", "military", "country"}
    if one.country is not None and one.country == other.country and (one.kind in states or other.kind in states):
        return True
    tops = {e.id if (top := top_party(e.id)) is None else top.id for e in (one, other)}
    return len(tops) == 1 or other.id == one.part_of or one.id == other.part_of


def belonging_to(entry: Entry, owner: Entry) -> Entry:
    """A described body as part of the one that a pronoun gives it to: "its embassy", "his troops"."""
    if owner.id == entry.id or owner.kind == "people":
        return entry
    return replace(entry, part_of=owner.id, country=owner.country)


def is_owned(chain: Chain) -> bool:
    """Whether a chain has no name and a description that a pronoun gives to somebody: "its foreign ministry"."""
    return not chain.names and any(m.form == "description" and _OWNED.match(m.span.text) for m in chain.mentions)


def of_owner(setting: Setting, chain: Chain, entry: Entry, owner: Entry) -> Entry:
    """A state's body as that of the one whose a pronoun says it is: "its foreign ministry", the rebels' "own army"."""
    country, _, body = entry.id.partition("-")
    if not body or entry.country != country or owner.country is None:
        return entry
    if owner.id == owner.country or owner.id.startswith(f"{owner.country}-"):
        return body_of(owner.country, body)
    own = described(setting, chain)
    return entry if own is None or owner.kind not in _WITH_FORCES else belonging_to(own, owner)


def weakly_named_groups(setting: Setting, chains: Iterable[Chain]) -> Iterator[tuple[Span, str]]:
    """Where armed groups are named by names that mean them only in their own country, and that country: "the Tigers"."""
    for chain in chains:
        if chain.kind != "armed_group" or not chain.names:
            continue
        entry = body_of_chain(setting, chain)
        if (
            entry is not None
            and entry.kind == "armed_group"
            and entry.country is not None
            and entry.id in _ids(chain)
        ):
            yield from ((m.span, entry.country) for m in chain.mentions if not setting.matches_at(m.span))


def _ids(chain: Chain) -> set[str]:
    return {entry.id for name in chain.names for entry, weak in _candidates(name.text) if weak}


def is_described(entry: Entry) -> bool:
    """Whether a body is one that the report describes and never names."""
    return entry.id.startswith(DESCRIBED)


def is_any_group(chain: Chain) -> bool:
    """Whether a chain has no words but such as any armed group goes by: "rebels", "the militants"."""
    told = [m.span.text.lower().split() for m in chain.mentions if m.form == "description"]
    return chain.kind == "armed_group" and all(
        words[-1] in _ANY_GROUP and set(words[:-1]) <= {"the", "these", "those", "rebel", "armed"} for words in told
    )


def _is_owner(words: Span, owner: Entry, inside: Sequence[Match]) -> bool:
    """Whether a body named within words owns what they name, rather than being told apart from it."""
    match = next(m for m in inside if owner in m.entries)
    before, after = words.text[: match.span.start - words.start], words.text[match.span.end - words.start :]
    return bool(re.match(r"['’]s?\s|\s+[a-z]", after) or re.search(r"\bof\s+(?:the\s+)?$", before))


def _branch(kind: str, words: str) -> str | None:
    """The state body that a body of this kind and these words is part of; None for one that need not be a state's."""
    if kind in {"military", "government"}:
        return "police" if body_named(words) == "police" else kind
    return "government" if kind == "organisation" and _STATE_OFFICE.search(words) else None


def _broken_away(setting: Setting, chain: Chain) -> Entry | None:
    """Whoever broke away with a territory of the report, where a chain means them as a whole: "the separatists"."""
    any_rebels = is_any_group(chain) and setting.group_before(chain.mentions[0].span.start) is None
    for mention in chain.mentions:
        words = mention.span.text
        parting = any_rebels or is_parting(words)
        if mention.form == "description" and parting and is_whole(head_noun(words)):
            return setting.breakaway_at(mention.span.start)
    return None


def _taken_up(setting: Setting, chain: Chain) -> Entry | None:
    """The body last named, where a chain takes one up ("the group", "the network") and sets itself off from none."""
    told = [m.span for m in chain.mentions if m.form == "description"]
    if any(_ANOTHER.search(span.text) for span in told):
        return None
    taking = next((span for span in told if _TAKES_UP.fullmatch(span.text)), None)
    if taking is not None:
        return setting.unnamed_body(taking.text, taking.start)
    party = next((span for span in told if chain.kind == "party" and _THE_PARTY.fullmatch(span.text)), None)
    return None if party is None else setting.party_before(party.start)


def described(setting: Setting, chain: Chain) -> Entry | None:
    """A body that the report describes and never names ("Afghan guerrillas"): this report's alone, whoever they are."""
    told = [m.span for m in chain.mentions if m.form == "description"]
    if not told:
        return None
    span = max(told, key=lambda s: (len(s.text.split()), -s.start))
    name = _ARTICLE.sub("", " ".join(span.text.split()))
    wholes = (_whole(setting, chain, m.span) for m in chain.mentions if m.form != "pronoun")
    above = _whole(setting, chain, span) or next((whole for whole in wholes if whole is not None), None)
    return Entry(
        f"{DESCRIBED}{chain.mentions[0].span.start}",
        name,
        cast("ActorKind", chain.kind),
        country=above.country if above else None,
        part_of=above.id if above else None,
    )


def _is_chamber(mention: Mention) -> bool:
    """Whether words mean a parliament or court that is known by that word alone ("parliament")."""
    return mention.form == "description" and body_named(mention.span.text) in {"parliament", "court"}


def _known(setting: Setting, chain: Chain) -> Entry | None:
    """The registry's entry for the names of the chain, all of a mention or its end; the commonest where they differ."""
    votes: dict[str, list[Entry]] = {}
    for mention in chain.mentions:
        for match in setting.matches_at(mention.span) if mention.form != "pronoun" else ():
            if not match.entries or match.span.end != mention.span.end or not _is_whole(match.span, mention):
                continue
            entry = setting.choice(match, chain.kind).entry
            if entry is not None and _fits(entry, chain, match.span, mention.span):
                if entry.kind == "country" and chain.kind in {"government", "military"} and entry.country is not None:
                    entry = body_of(entry.country, chain.kind)
                votes.setdefault(entry.id, []).append(entry)
    if votes:
        return max(votes.values(), key=len)[0]
    return _weakly_named(setting, chain)


def _is_whole(match: Span, mention: Mention) -> bool:
    """Whether a known name is what a mention says: part of a name, all but the article of a description."""
    if mention.form == "name":
        return match.start >= mention.span.start
    return match.start in {mention.span.start, mention.span.end - len(_bare(mention.span.text))}


def _weakly_named(setting: Setting, chain: Chain) -> Entry | None:
    """The registry's entry for a name that is sure only because the reader takes it for such a body: "the Tigers"."""
    for span, words in (*((name, name.text) for name in chain.names), *_small_names(chain)):
        entries = tuple(entry for entry, weak in _candidates(words) if _can_be(setting, entry, chain.kind, weak=weak))
        entry = setting.meant(Match(span, entries)) if entries else None
        if entry is not None and entry.kind == "country" and chain.kind in {"government", "military"}:
            return body_of(entry.id, chain.kind)
        if entry is not None:
            return entry
    return None


def _small_names(chain: Chain) -> Iterator[tuple[Span, str]]:
    """The descriptions that may be names of armed groups in small letters, with the name: "the contras"."""
    if chain.kind != "armed_group":
        return
    for mention in chain.mentions:
        words = _ARTICLE.sub("", mention.span.text)
        if mention.form == "description" and words.isalpha() and words.islower() and words not in _ANY_GROUP:
            yield mention.span, words.capitalize()


def _candidates(words: str) -> Iterator[tuple[Entry, bool]]:
    for naming in namings(words):
        known = registered(naming.owner)
        if known is not None:
            yield known, naming.weak


def _can_be(setting: Setting, entry: Entry, kind: str, *, weak: bool) -> bool:
    """Whether a body fits what the reader takes it for; by a weak name, only of that very kind and at home here."""
    if not weak or entry.kind == "country":
        return fits(entry, kind)
    here = setting.lands
    at_home = entry.country is None or entry.country in here or not here.isdisjoint(entry.active_in)
    return at_home and (entry.kind == kind or (entry.kind in _STATE and kind in _STATE))


def _fits(entry: Entry, chain: Chain, match: Span, mention: Span) -> bool:
    if entry.kind == "country":
        return chain.kind in _STATE and _ARTICLE.sub("", mention.text) == match.text
    return fits(entry, chain.kind)
