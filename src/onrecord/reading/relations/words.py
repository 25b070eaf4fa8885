"""The words by which English news says how two actors stand to each other, each list with its reason.

Collected from the relation annotations of re3d's tune part and from the usage of news on armed conflict; small on
purpose: a word stands here only where it says the relation by itself, whoever its arguments are.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

LEADERS = frozenset(
    "leader chief head president chairman chairwoman emir amir commander commander-in-chief ruler boss warlord"
    " director governor mayor king premier chancellor caliph strongman overlord captain coach".split()
)
"""Who is called so *of* a body is in charge of it."""
SOME_LEADERS = frozenset({"commander", "director", "captain"})
"""With a body's name right before them, one of several: "a Taliban commander", "Taliban commander X"."""
SECOND = frozenset("deputy vice assistant senior junior regional local field mid-level low-level second sub".split())
"""Before a leader's word: one of several, so that its holder belongs to the body and does not lead it."""
MEMBERS = frozenset(
    "member fighter militant soldier troop officer official spokesman spokeswoman spokesperson representative envoy"
    " delegate negotiator ambassador operative insurgent rebel guerrilla gunman jihadist terrorist recruit militiaman"
    " policeman serviceman airman sailor marine commando volunteer cadre activist lawmaker senator deputy minister"
    " secretary adviser advisor aide general colonel major lieutenant brigadier admiral sergeant founder co-founder"
    " student employee worker analyst director staff personnel elder cleric leader commander chief figure delegation"
    " veteran bomber sniper".split()
)
"""Persons who are called so *of* a body, or with its name before the word, belong to it."""
PARTS = frozenset(
    "branch wing faction affiliate arm unit brigade battalion division regiment squadron corps cell chapter component"
    " force army military navy police militia ministry troop airforce command department directorate agency council"
    " committee office subsidiary subgroup element contingent department task-force bureau front organ clan tribe"
    " subtribe".split()
)
"""Bodies that are called so of another, or with its name before the word, are a part of it."""
OWN_FORCES = frozenset("forces army militia troops fighters men soldiers faction brigade rebels militants".split())
"""What is called so of a person is under his command: "Haftar's forces"."""
SPLINTERS = frozenset({"offshoot", "splinter", "breakaway", "split-off"})
"""Bodies that were a part of another and are no more."""
RIVALS = frozenset("rival enemy foe opponent adversary archenemy arch-rival nemesis".split())
ALLIES = frozenset("ally partner supporter backer sponsor patron comrade-in-arms".split())
"""Said of another actor, these name an opponent or an ally."""
TIES = frozenset("link tie connection affiliation".split())
"""Something between two actors that falls short of membership: kept as a hedged part."""
FIGHTS = frozenset(
    "war battle fight struggle campaign operation offensive strike airstrike clash attack raid fighting conflict"
    " combat assault insurgency jihad skirmish confrontation firefight".split()
)
"""What stands between two sides that fight, by "against", "with" or "between"."""

LEAD_VERBS = frozenset("lead command head chair oversee govern rule control run direct manage".split())
"""Who does this to a body or place is in charge of it."""
HOLD_VERBS = frozenset("hold seize capture retake recapture occupy overrun take recover liberate".split())
"""Who does this to a place is in charge of it; of people it says something else."""
FIGHT_VERBS = frozenset(
    "fight battle combat oppose attack clash defeat counter confront target bomb strike shell raid ambush resist"
    " overthrow topple defy destroy degrade".split()
)
"""Who does this to an actor is opposed to it."""
SENT = frozenset("envoy ambassador minister".split())
"""Offices with "for" or "to": what follows is what they deal with, not whose they are ("envoy for Syria")."""
IN_COUNTRY = frozenset("representative adviser advisor coordinator commander spokesman director".split())
"""Offices with "for" or "in" a country: likewise."""
WAGING_VERBS = frozenset(
    "wage launch conduct carry mount begin start continue lead resume join fight have make declare open step stage"
    " fly plan deliver pursue undertake perform execute intensify".split()
)
"""Who does this with a fight or an effort is whose it is."""
REACHING = frozenset(
    "effort campaign operation fight bid attempt push struggle mission drive battle war plan".split()
)
"""Nouns that stand for whoever makes the effort: "in their fight to defeat"."""
BELONGINGS = frozenset("target position stronghold positions unit fighting headquarters base".split())
"""Who is hit with these is whose name stands before them: "against ISIL targets"."""
CONTROL = frozenset("control command leadership charge".split())
"""Who takes or has it "of" a body or place, or whose name stands before it, is in charge."""
BACK_VERBS = frozenset("support back aid assist sponsor arm train bankroll reinforce".split())
"""Who does this to an actor is on its side."""
JOIN_VERBS = frozenset("join".split())
"""Who does this to a body becomes part of it."""
LEAVE_VERBS = frozenset("leave quit desert abandon".split())
"""Who does this to a body was part of it."""
HOLDS_VERBS = frozenset("include contain".split())
"""What does this is a body of which its object is part."""

PART_WITH = {
    "belong": {"to"},
    "serve": {"in", "with", "under"},
    "work": {"for"},
    "assign": {"to"},
    "attach": {"to"},
    "affiliate": {"with", "to"},
    "enlist": {"in", "with"},
    "enrol": {"in"},
    "swear": {"to"},
    "pledge": {"to"},
    "loyal": {"to"},
    "subordinate": {"to"},
    "integrate": {"with", "into"},
    "deploy": {"from"},
    "represent": {"at"},
    "sit": {"on"},
    "speak": {"for"},
    "teach": {"at"},
    "fight": {"for"},
}
"""Verbs and adjectives with the prepositions by which they tell of belonging."""
LINKED_WITH = {"link": {"to", "with"}, "tie": {"to"}, "connect": {"to", "with"}}
"""Belonging of a looser kind: kept as hedged."""
LEFT_WITH = {
    "split": {"from"},
    "break": {"from", "with", "away from"},
    "splinter": {"from"},
    "defect": {"from"},
    "secede": {"from"},
    "withdraw": {"from"},
    "expel": {"from"},
    "resign": {"from"},
    "breakaway": {"from"},
}
"""Former belonging."""
MADE_UP_WITH = {"make": {"of", "by"}, "compose": {"of"}, "consist": {"of"}, "comprise": {"of"}, "form": {"by", "of"}}
"""The subject is a body that has the other as a part."""
ALLIED_WITH = {
    "ally": {"with", "to"},
    "align": {"with"},
    "side": {"with"},
    "cooperate": {"with"},
    "coordinate": {"with"},
    "partner": {"with"},
    "fight": {"alongside"},
    "team": {"with"},
    "stand": {"by", "with"},
    "work": {"alongside"},
    "friendly": {"to", "with"},
    "sympathetic": {"to"},
}
OPPOSED_WITH = {
    "fight": {"against", "with"},
    "clash": {"with"},
    "battle": {"against", "with"},
    "hostile": {"to", "towards"},
    "rebel": {"against"},
    "oppose": {"to"},
    "war": {"with", "against"},
    "struggle": {"against"},
    "strike": {"against"},
    "defend": {"against"},
    "protect": {"from", "against"},
}
"""Verbs and adjectives with the prepositions by which they tell of alliance and opposition."""
KNOWN_AS = frozenset("know call name rename dub style call nickname abbreviate".split())
"""Who is so with "as", or with a name behind it, has that name too."""
WITH_NAME_BEFORE: dict[str, Literal["in_charge_of", "allied_with", "part_of"]] = {
    "led": "in_charge_of",
    "run": "in_charge_of",
    "controlled": "in_charge_of",
    "held": "in_charge_of",
    "ruled": "in_charge_of",
    "occupied": "in_charge_of",
    "dominated": "in_charge_of",
    "backed": "allied_with",
    "supported": "allied_with",
    "allied": "allied_with",
    "aligned": "allied_with",
    "sponsored": "allied_with",
    "funded": "allied_with",
    "trained": "allied_with",
    "affiliated": "part_of",
    "linked": "part_of",
}
"""Participles behind an actor's name and a hyphen: "US-led coalition", "Iran-backed militia"."""

BOTH_SIDES = frozenset("between among".split())
_ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("es", ""),
    ("s", ""),
    ("ed", ""),
    ("ed", "e"),
    ("d", ""),
    ("ing", ""),
    ("ing", "e"),
)
_IRREGULAR = {
    "led": "lead",
    "ran": "run",
    "running": "run",
    "held": "hold",
    "fought": "fight",
    "broke": "break",
    "broken": "break",
    "splitting": "split",
    "left": "leave",
    "took": "take",
    "taken": "take",
    "struck": "strike",
    "swore": "swear",
    "sworn": "swear",
    "made": "make",
    "known": "know",
    "overran": "overrun",
    "stood": "stand",
    "men": "man",
    "denied": "deny",
    "said": "say",
    "thought": "think",
    "expelled": "expel",
    "seen": "see",
}


@lru_cache(maxsize=20_000)
def bases(form: str) -> frozenset[str]:
    """What a small word form may be a form of: "commanded" → command, commande; "allies" → ally, alli, allie."""
    if form in _IRREGULAR:
        return frozenset({form, _IRREGULAR[form]})
    found = {form}
    for ending, instead in _ENDINGS:
        if form.endswith(ending) and len(form) > len(ending) + 2:
            found.add(form[: -len(ending)] + instead)
    if form.endswith("men"):
        found.add(form[:-2] + "an")
    return frozenset(found)


def is_one(form: str, words: frozenset[str]) -> bool:
    """Whether a word form belongs to a list of base forms."""
    return not words.isdisjoint(bases(form))
