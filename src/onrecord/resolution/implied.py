"""What words for people say of whom they serve: soldiers an army, officials a government, villagers nobody."""

from __future__ import annotations

import re

from onrecord.resolution.registry import body_named

FIGHTERS = frozenset(
    "rebel rebels militant militants insurgent insurgents guerrilla guerrillas guerilla guerillas militia"
    " militias militiaman militiamen fighter fighters gunman gunmen separatist separatists mujahid mujahideen"
    " mujahedin partisan partisans warlord warlords bandit bandits extremist extremists jihadist jihadists"
    " terrorist terrorists paramilitary paramilitaries cadre cadres faction commander commanders combatant"
    " combatants insurgency".split()
)
"""Who fights for a group; a commander may be an army's, which the words beside tell."""
_SOLDIERS = frozenset(
    "officer officers guardsman guardsmen reservist reservists soldier soldiers troops general generals"
    " colonel major captain lieutenant brigadier admiral sergeant corporal conscript conscripts marines airmen"
    " paratroopers".split()
)
_ABBREVIATED = frozenset("gen col maj capt lt brig adm sgt".split())
_UNITS = frozenset("battalion brigade regiment garrison division squadron platoon corps infantry artillery".split())
_POLICE = frozenset("policeman policemen policewoman constable gendarme".split())
_OFFICIALS = frozenset(
    "diplomat diplomats attaché attache attachés pm taoiseach president minister premier chancellor"
    " ambassador envoy official officials governor prefect diplomat-general commissioner negotiator"
    " negotiators deputy-minister vice-president king emir sultan ministers viceroy regent authorities".split()
)
OUTSIDERS = frozenset(
    "resident residents villager villagers witness witnesses relative relatives mother father widow wife"
    " husband brother sister son daughter cousin uncle aunt grandmother grandfather shopkeeper shopkeepers"
    " teacher headmaster schoolteacher student students doctor doctors nurse nurses midwife surgeon medic"
    " farmer farmers driver drivers survivor survivors analyst analysts scholar scholars professor lecturer"
    " expert experts historian researcher economist journalist journalists reporter reporters correspondent"
    " correspondents editor photographer columnist refugee refugees prisoner prisoners hostage hostages"
    " captive captives detainee detainees victim victims civilian civilians protester protesters demonstrator"
    " demonstrators priest bishop archbishop monk monks nun imam cleric clerics pastor elder elders lawyer"
    " lawyers trader traders businessman businessmen businesswoman worker workers labourer neighbour"
    " neighbours neighbor neighbors people men women children boys girls boy girl man woman family families"
    " passenger passengers pilgrim pilgrims fisherman fishermen butcher baker tailor carpenter engineer"
    " translator porter herder herders shepherd tourist tourists observer observers mediator mediators critic"
    " critics writer novelist poet actor musician singer miner miners bystander mayor mayors councillor"
    " patient patients mourner mourners landlord tenant apprentice mechanic clerk boatman ferryman".split()
)
"""People who speak for nobody unless the words give them an office."""
VICTIMS = frozenset(
    "prisoner prisoners hostage hostages captive captives detainee detainees victim victims critic critics"
    " widow wife mother father refugee refugees survivor survivors witness witnesses relative relatives".split()
)
"""Outsiders whom a body beside their name has harmed, or who are only kin: "Taliban hostages"."""
_LAWMAKERS = frozenset(
    "lawmaker lawmakers parliamentarian parliamentarians senator senators legislator legislators".split()
)
_OF_GOVERNMENT = frozenset("presidential ministerial governmental cabinet".split())
_OWN_MEN = re.compile(r"\b(?:his|her|their|its|our|my|whose)\s+(?:men|women|people|boys)\b", re.IGNORECASE)
_WORD = re.compile(r"[\w-]+")
_BEFORE_BODY = frozenset("of for from in at with to on who whose that near against by under behind".split())


def head_noun(words: str) -> str:
    """The noun that a phrase is about, in small letters: the last word before "of", "for", "who" or a comma."""
    last = ""
    for match in _WORD.finditer(words):
        if last and (
            match.group().lower() in _BEFORE_BODY or words[: match.start()].rstrip().endswith((",", "(", "—"))
        ):
            break
        last = match.group().lower()
    return last


_FROM_AFAR = frozenset(
    "western european foreign african arab asian regional international latin gulf neutral senior".split()
)
_DIPLOMATS = frozenset(
    "diplomat diplomats ambassador ambassadors attaché attachés attache attaches envoy envoys".split()
)


def is_of_no_state(words: str) -> bool:
    """Whether a phrase hides whose people they are: "a Western diplomat", "diplomats", "European ambassadors"."""
    lowered = words.lower().split()
    return head_noun(words) in _DIPLOMATS and (
        not _FROM_AFAR.isdisjoint(lowered) or head_noun(words).startswith("diplomat")
    )


def is_outsider(words: str) -> bool:
    """Whether a phrase is of people who speak for no body: "a shopkeeper in Khar"; never "his men"."""
    return head_noun(words) in OUTSIDERS and not _OWN_MEN.search(words)


def is_office(word: str) -> bool:
    """Whether a word before a name is an office or a rank: "Minister", "Colonel", "Commander"."""
    lowered = word.lower().strip(".,")
    return lowered in _OFFICIALS | _SOLDIERS | FIGHTERS | _ABBREVIATED


def implied_body(words: str) -> str | None:
    """The body that a phrase without a name implies: "military", "police", "government", "group" …; None for no body."""
    head = head_noun(words)
    if head in OUTSIDERS and not _OWN_MEN.search(words):
        return None
    named = body_named(words)
    if named is not None and named != "government":
        return named
    lowered = set(words.lower().replace("-", " ").split())
    if not _UNITS.isdisjoint(lowered) and head not in FIGHTERS - {"commander", "commanders"}:
        return "military"
    if head in FIGHTERS or (not FIGHTERS.isdisjoint(lowered) and head not in _SOLDIERS):
        return "group"
    if head in _SOLDIERS or head in _ABBREVIATED:
        return "military"
    if head in _POLICE:
        return "police"
    if head in _LAWMAKERS:
        return "parliament"
    if not _OF_GOVERNMENT.isdisjoint(lowered):
        return "government"
    return named or ("government" if head in _OFFICIALS else None)
