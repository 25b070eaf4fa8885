"""The words by which English tells that arms and fighters are delivered: things, verbs, nouns, prepositions."""

from __future__ import annotations

import re


def _any_of(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(words.split())})", re.IGNORECASE)


ARMS = _any_of(
    r"weapons? weaponry arms armaments? guns? rifles? pistols? machine-guns? ammunition munitions? bullets? cartridges?"
    r" rockets? missiles? mortars? shells? grenades? explosives howitzers? artillery tanks? drones? warplanes?"
    r" landmines? kalashnikovs? launchers? warheads? mat[eé]riel"
)
FIGHTERS = _any_of(r"fighters? mercenar(?:y|ies) combatants? volunteers? recruits?")
TAKEN_UP = _any_of(r"none nothing any anything some one these those them it more")
"""Words that stand for arms of which the sentence or the one before it speaks: "we receive none from"."""
GIVE = _any_of(
    r"suppl(?:y|ies|ied|ying) sen(?:ds?|t|ding) g(?:ives?|ave|iven|iving) deliver(?:s|ed|ing)? provid(?:es?|ed|ing)"
    r" ship(?:s|ped|ping)? smuggl(?:es?|ed|ing) ferr(?:y|ies|ied|ying) fl(?:y|ies|ew|own|ying) airlift(?:s|ed|ing)?"
    r" funnel(?:s|led|ling|ed|ing)? channel(?:s|led|ling|ed|ing)? hand(?:s|ed|ing)? s(?:ells?|old|elling)"
    r" br(?:ings?|ought|inging)"
    r" transfer(?:s|red|ring)? donat(?:es?|ed|ing) furnish(?:es|ed|ing)? pass(?:es|ed|ing)? parachut(?:es?|ed|ing)"
    r" equip(?:s|ped|ping)? le(?:nds?|nt|nding) dispatch(?:es|ed|ing)? despatch(?:es|ed|ing)? distribut(?:es?|ed|ing)"
)
ARM = _any_of(
    r"arm(?:s|ed|ing)? equip(?:s|ped|ping)? suppl(?:y|ies|ied|ying) provid(?:es?|ed|ing) furnish(?:es|ed|ing)?"
)
"""Verbs whose object may be who gets the arms: "arms the militia", "provides it with rockets"."""
GET = _any_of(
    r"receiv(?:es?|ed|ing) g(?:ets?|ot|otten|etting) obtain(?:s|ed|ing)? acquir(?:es?|ed|ing) b(?:uys?|ought|uying)"
    r" accept(?:s|ed|ing)? ha(?:ve|s|d|ving)"
)
DELIVERY = _any_of(
    r"deliver(?:y|ies) suppl(?:y|ies) shipments? consignments? transfers? airlifts? provision sales? gifts? flights?"
)
OF_GOODS = _any_of(r"deliver(?:y|ies) shipments? consignments? airlifts?")
REACH = _any_of(
    r"reach(?:es|ed|ing)? go(?:es|ing)? went gone c(?:omes?|ame|oming) flow(?:s|ed|n|ing)? arriv(?:es?|ed|ing)"
)
UP = frozenset({"in", "over", "up", "down"})
TO = frozenset({"to", "for"})
FROM = frozenset({"from"})
WITH = frozenset({"with"})
ASKED = frozenset({"who", "whom", "what", "which", "nobody", "anyone", "anybody"})
PART_OF_NAME = ("det", "amod", "compound", "flat", "nummod", "nmod:poss")
SPOKEN_OF = re.compile(rf"\b(?:{ARMS.pattern}|{FIGHTERS.pattern}|arm(?:ed|ing))\b", re.IGNORECASE)
