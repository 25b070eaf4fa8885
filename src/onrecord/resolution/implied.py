"""What words for people say of whom they serve: soldiers an army, officials a government, villagers nobody."""

from __future__ import annotations

import re

from onrecord.resolution.registry import body_named

FIGHTERS = frozenset(
    "rebel rebels militant militants insurgent insurgents guerrilla guerrillas guerilla guerillas militia"
    " militias militiaman militiamen fighter fighters gunman gunmen separatist separatists mujahid mujahideen"
    " mujahedin partisan partisans bandit bandits extremist extremists jihadist jihadists"
    " terrorist terrorists paramilitary paramilitaries cadre cadres faction commander commanders combatant"
    " combatants insurgency".split()
)
"""Who fights for a group; a commander may be an army's, which the words beside tell."""
_SOLDIERS = frozenset(
    "officer officers guardsman guardsmen reservist reservists soldier soldiers troops general generals"
    " colonel major captain lieutenant brigadier admiral sergeant corporal conscript conscripts marines airmen airman"
    " sailor sailors sniper snipers gunner gunners serviceman servicemen infantryman infantrymen commando commandos"
    " paratroopers".split()
)
_ABBREVIATED = frozenset("gen col maj capt lt brig adm sgt".split())
_UNITS = frozenset("battalion brigade regiment garrison division squadron platoon corps infantry artillery".split())
_POLICE = frozenset("policeman policemen policewoman constable constables gendarme superintendent".split())
_OFFICIALS = frozenset(
    "diplomat diplomats attaché attache attachés pm taoiseach president minister premier chancellor"
    " ambassador envoy official officials governor prefect diplomat-general commissioner negotiator"
    " negotiators deputy-minister vice-president king emir sultan ministers viceroy regent authorities"
    " attorney-general solicitor-general consul consul-general governor-general high-commissioner".split()
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
    " patient patients mourner mourners landlord tenant apprentice mechanic clerk boatman ferryman"
    " parents sons daughters brothers sisters wives widows fathers mothers husbands nephew nephews niece nieces"
    " cousins uncles aunts grandson granddaughter kinsman kinsmen in-law in-laws kin"
    " warlord warlords midwives nuns deacon deacons sheikh sheikhs defector defectors deserter deserters"
    " host hosts monitor monitors stockbroker stockbrokers"
    " informant informants mercenary mercenaries airline diaspora".split()
)
"""People who speak for nobody unless the words give them an office."""
_HOUSES = frozenset(
    "hospital hospitals clinic medical morgue aid relief humanitarian charity company oil airline airport union church"
    " school university bank club football mosque".split()
)
_OF_A_HOUSE = frozenset("official officials staff source sources manager managers director administrator".split())
MEN = frozenset("man men woman women boy boys lad lads".split())
"""Outsiders who are somebody's where a body stands beside them: "Yabloko's man", "a man from the Islamic State"."""
ADVISERS = frozenset("adviser advisers advisor advisors aide aides assistant assistants secretary deputy".split())
"""Who is "to" somebody what others are "of" him."""
SCHOLARS = frozenset(
    "analyst analysts scholar scholars professor lecturer expert experts historian researcher researchers economist"
    " observer observers watcher watchers correspondent correspondents".split()
)
"""Outsiders before whom a country or a group is what they know about: "a Sudan scholar", "Taliban experts"."""
VICTIMS = frozenset(
    "prisoner prisoners hostage hostages captive captives detainee detainees victim victims critic critics"
    " widow wife mother father refugee refugees survivor survivors witness witnesses relative relatives".split()
)
"""Outsiders whom a body beside their name has harmed, or who are only kin: "Taliban hostages"."""
_LAWMAKERS = frozenset(
    "lawmaker lawmakers parliamentarian parliamentarians senator senators legislator legislators mp mps congressman"
    " congressmen congresswoman".split()
)
_OF_GOVERNMENT = frozenset("presidential ministerial governmental cabinet".split())
_OF_MANY_STATES = frozenset("peacekeeper peacekeepers secretary-general inspector inspectors".split())
"""Who serves an international body, if the report names one."""
_PROSECUTORS = frozenset("prosecutor prosecutors prosecutor-general".split())
_OFFICES = _OFFICIALS | _SOLDIERS | FIGHTERS | _ABBREVIATED | _POLICE | _OF_MANY_STATES | _PROSECUTORS
_BRANCHES = (
    ("military", _SOLDIERS | _ABBREVIATED),
    ("police", _POLICE),
    ("parliament", _LAWMAKERS),
    ("court", _PROSECUTORS),
)
_RANKS_JOINED = re.compile(r"\.?-(?=gen|col|cmdr|lt)")
"""Where ranks are joined in one word: "Maj.-Gen."."""
_OPPOSITE = frozenset(
    "counterpart counterparts rival rivals opponent opponents adversary adversaries enemy enemies foe foes captor"
    " captors invader invaders aggressor aggressors occupier occupiers"
    " namesake interlocutor interlocutors critic critics detractor detractors tormentor tormentors".split()
)
"""Who stands over against the one whose he is called: "his Rwandan counterpart"."""
_SPEAKING = frozenset(
    "leader leaders leadership mediator mediators representative representatives delegate delegates delegation spokesman"
    " spokeswoman spokesperson spokesmen aide aides adviser advisers advisor advisors negotiators monarch ruler rulers"
    " dictator strongman foreign-minister side".split()
)
_AGAINST = frozenset(
    "kidnapper kidnappers abductor abductors killer killers attacker attackers assassin assassins murderer"
    " murderers".split()
)
"""Who does something to those whose he is called."""
_SEVERAL_SIDES = re.compile(r"\b(?:both|each|either|neither)\b|\bsides\b", re.IGNORECASE)
_OWN_MEN = re.compile(
    r"(?:\b(?:his|her|their|its|our|my|whose)|['’]s|s['’])\s+(?:own\s+)?(?:men|women|people|boys)\b", re.IGNORECASE
)
_WORD = re.compile(r"[\w-]+")
_PARTED = re.compile(r"(?:,\s+|\(|—\s*)$")
"""What ends a phrase before its next word; the comma in "1,200" does not."""
_BEHIND_A_NOUN = frozenset(
    "of for from in at with to on who whose that near against by under behind himself herself itself themselves close"
    " familiar loyal privy briefed known named called identified described speaking calling claiming there here".split()
)
"""Words behind the noun that a phrase is about: "a diplomat close to the talks"."""
_CIVIL_GENERALS = frozenset(
    "attorney secretary director consul governor inspector solicitor auditor prosecutor".split()
)
"""With "general" behind them they command no army: "the attorney general"."""


def head_noun(words: str) -> str:
    """The noun that a phrase is about, in small letters: the last word before "of", "for", "who" or a comma."""
    last = before = ""
    for match in _WORD.finditer(words):
        if last and (match.group().lower() in _BEHIND_A_NOUN or _PARTED.search(words[: match.start()])):
            break
        last, before = match.group().lower().strip("-"), last
    return f"{before}-{last}" if last == "general" and before in _CIVIL_GENERALS else last


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
    """Whether a phrase is of people who speak for no body: "a shopkeeper in Khar", "hospital staff"; never "his men"."""
    return (head_noun(words) in OUTSIDERS and not _OWN_MEN.search(words)) or is_of_a_house(words)


def is_of_a_house(words: str) -> bool:
    """Whether officials are those of a hospital, a charity, a firm or the like, and no state's."""
    head = head_noun(words)
    if head not in _OF_A_HOUSE:
        return False
    before = re.match(rf".*?([\w-]+)\s+{head}\b", words.lower())
    return before is not None and before[1] in _HOUSES


def of_a_state(implied: str | None) -> bool:
    """Whether an implied body is one that every state has."""
    return implied not in {None, "group", "many states"}


def is_opposite(words: str) -> bool:
    """Whether a phrase is of people who are not on the side of whoever it says they are somebody's: "his rival"."""
    return head_noun(words) in _OPPOSITE


def may_speak_for_country(words: str) -> bool:
    """Whether people of a country named beside them speak for its government: "the Libyan leader"."""
    return head_noun(words) in _SPEAKING


def acts_against(words: str) -> bool:
    """Whether a phrase is of people who do harm to those it says they are of: "the kidnappers of the bishop"."""
    return head_noun(words) in _AGAINST


def is_of_several(words: str) -> bool:
    """Whether a phrase takes several sides together, so that it is none of them: "both delegations", "each side"."""
    return bool(_SEVERAL_SIDES.search(words))


def is_office(word: str) -> bool:
    """Whether a word before a name is an office or a rank: "Minister", "Colonel", "Commander"."""
    lowered = _RANKS_JOINED.split(word.lower().strip(".,"))[-1]
    return lowered in _OFFICES


def implied_body(words: str) -> str | None:
    """The body that a phrase without a name implies; None for no body.

    "military", "police", "government", "parliament" and the like of a state; "group" for an armed group, "many states"
    for an international body, which the rest of the report must name.
    """
    head = head_noun(words)
    if is_outsider(words):
        return None
    if head in _OF_MANY_STATES:
        return "many states"
    named = body_named(words)
    if named is not None and named != "government":
        return named
    lowered = set(words.lower().replace("-", " ").split())
    if not _UNITS.isdisjoint(lowered) and head not in FIGHTERS - {"commander", "commanders"}:
        return "military"
    if head in FIGHTERS or (not FIGHTERS.isdisjoint(lowered) and head not in _SOLDIERS):
        return "group"
    of_branch = next((body for body, heads in _BRANCHES if head in heads), None)
    if of_branch is not None:
        return of_branch
    if not _OF_GOVERNMENT.isdisjoint(lowered):
        return "government"
    return named or ("government" if head in _OFFICIALS else None)
