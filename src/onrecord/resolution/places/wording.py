"""Words beside a name that tell what kind of name it is: a place, a body, a person, a people."""

from __future__ import annotations

PREPOSITIONS = frozenset(
    "in at from near into towards toward outside inside around across throughout within via through over between"
    " under along beyond off onto above amid to by for on against with of".split()
)
LOCATIVE = frozenset(
    "in at from near into towards toward outside inside around across throughout within via through along to".split()
)
DIRECTIONS = frozenset(
    "north south east west central northern southern eastern western northeastern northwestern southeastern"
    " southwestern northeast northwest southeast southwest north-east north-west south-east south-west upper lower"
    " greater downtown inner outer far mid".split()
)
UNITS = {
    "country": ("country",),
    "admin1": ("province", "state", "governorate", "oblast", "republic", "territory", "voivodeship", "canton"),
    "admin2": ("county", "district", "parish", "tehsil", "agency", "prefecture", "department", "division", "shire"),
    "place": ("city", "town", "village", "township", "suburb", "borough", "hamlet", "neighbourhood", "neighborhood"),
    "region": ("region", "valley", "peninsula", "coast", "desert", "plateau", "basin", "highlands", "borderlands"),
    "nature": ("river", "lake", "sea", "ocean", "gulf", "bay", "mountains", "hills", "strait", "canal"),
}
"""Words for a kind of place, by the kind of the gazetteer; "nature" is a kind of region."""

UNIT_KINDS = {word: kind for kind, words in UNITS.items() for word in words}
_PLURALS = {"provinces": "admin1", "states": "admin1", "counties": "admin2", "districts": "admin2"}
UNIT_KINDS |= _PLURALS | {"cities": "place", "towns": "place", "villages": "place", "regions": "region"}

ORGANISATIONS = frozenset(
    "university college school academy institute hospital clinic centre center bank times post herald tribune news"
    " daily gazette journal press radio television tv agency ministry department office bureau authority commission"
    " committee council court police army navy force forces guard front party movement union league association"
    " federation society foundation group company corporation corp inc ltd plc airlines airways airport club united"
    " fc team church cathedral mosque museum zoo park stadium theatre theater hotel street road avenue boulevard lane"
    " square bridge house hall tower building base camp prison laboratory laboratories lab conference summit treaty"
    " accord accords declaration convention protocol agreement pact process war act law award cup open games olympics"
    " championship festival virus fever syndrome disease flu strain medical health service services system network"
    " programme program project fund initiative parliament assembly senate congress embassy consulate international"
    " national royal research organisation organization administration board chamber exchange district high elementary"
    " memorial general security defence defense community".split()
)
"""Words that, written with a capital beside a name, make the whole the name of a body, a building or a thing."""

TITLES = frozenset(
    "mr mrs ms miss dr sir lord lady president prime minister premier chancellor king queen prince princess general"
    " gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral commander chief senator sen"
    " representative rep governor gov mayor judge justice professor prof secretary ambassador envoy bishop archbishop"
    " pope cardinal father sheikh shaikh imam mullah maulana maulvi ayatollah spokesman spokeswoman spokesperson"
    " director chairman chairwoman deputy vice attorney officer inspector superintendent commissioner congressman"
    " congresswoman councillor mp".split()
)
PEOPLE = frozenset(
    "officials official police troops soldiers forces authorities residents resident citizens citizen man woman"
    " men women people government army militants rebels leaders leader officers officer researchers scientists"
    " farmers doctors reporters journalists diplomats workers students spokesman spokeswoman native".split()
)
NOT_NAMES = frozenset(
    "the a an i it he she they we you this that these those his her its their our my your in on at of and or but as if"
    " when while after before since although however there what who why how where for from by with to under over no not"
    " some many most several all both one two three four five six seven eight nine ten yes also still yet so then now"
    " monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december am pm est gmt utc mr mrs ms dr god internet".split()
)
"""Words that are never the name of a place by themselves, whatever the gazetteer holds under them."""

PARTICLES = frozenset(
    "of the and de del la las los el al da do dos das du des di le les y e on upon sur am an der".split()
)
"""Small words inside a name."""

COMMANDS = frozenset(
    "said says say told accused accuses blamed denied denies rejected warned urged called announced insisted condemned"
    " demanded agreed refused declared claimed vowed pledged threatened signed proposed asked wants wanted sought ordered"
    " sent withdrew recognised recognized welcomed promised offered admitted confirmed responded replied hopes hoped"
    " believes believed expects expected argues argued accepted backs backed supports supported".split()
)
"""Verbs whose subject acts: a place's name before one stands for those who govern there."""
