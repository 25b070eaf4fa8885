"""What each value means that a column can have, in one sentence; a test holds the lists and the code together."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.reading.ontology import MODES, ontology

_SOURCE_KIND = {
    "named": "A proper name of the person is given, here or elsewhere in the report.",
    "role": "No name in the whole report, but an office: a spokesman for the Taliban.",
    "anonymous": "No name and no office of their own: militants, intelligence officials.",
    "collective": "A body speaks: the army, Kyiv, both sides.",
    "document": "A writing or recording speaks: a statement, a letter, a video.",
    "outlet": "A newspaper or broadcaster says it, or this report itself does.",
    "impersonal": "Nobody in particular: it is unclear, is believed to.",
}
_SOURCE_TYPE = {
    "official": "Of a government, a state or a body of states.",
    "military": "Of an army, or the police of a state.",
    "armed_group": "Of an armed group.",
    "party": "Of a political party.",
    "expert": "Who knows by study: an analyst.",
    "witness": "Who was there: a resident.",
    "document": "A writing or recording.",
    "media": "A news medium.",
    "other": "None of these.",
}
_ACT = {
    "asserts": "Says it; everything that is none of the others.",
    "confirms": "Says that what others had said or asked is so.",
    "denies": "Says that it is not so, whatever the verb.",
    "doubts": "Calls it unclear, unlikely or unverified.",
    "declines": "Will not comment or say.",
    "unavailable": "Could not be reached.",
    "promises": "Undertakes to do it.",
    "threatens": "Announces harm.",
    "demands": "Calls for it, urges it, sets it as a condition.",
    "accuses": "Says that somebody did wrong.",
    "predicts": "Says that it will come.",
}
_CERTAINTY = {
    "actual": "The content is so.",
    "possible": "It may be, is likely, is hoped for, will be.",
    "negated": "It is not so.",
    "conditional": "Only if something else is.",
    "unknown": "It is left open.",
}
_FORM = {
    "direct": "All of the content stands between quotation marks.",
    "indirect": "None of it does.",
    "mixed": "Some of it does.",
}
_STATUS = {
    "actual": "Happens or has happened.",
    "possible": "May happen, is offered, is wanted.",
    "negated": "Does not or did not happen.",
    "conditional": "Happens if something else does.",
    "future": "Is to happen.",
    "historical": "Happened before what the report is about, or is over.",
}
_ACTOR_KIND = {
    "person": "One person.",
    "armed_group": "A group that fights.",
    "government": "A government and its ministries.",
    "military": "An army.",
    "country": "A state as such.",
    "party": "A political party.",
    "organisation": "Any other body.",
    "people": "A population or part of one.",
}
_PLACE_KIND = {
    "country": "A state.",
    "admin1": "A province or state of it.",
    "admin2": "A district.",
    "place": "A city, town or village.",
    "region": "An area without an administration.",
}
_PRECISION = {
    "day": "One day.",
    "week": "A week from Monday to Sunday; a date is then written as 2011-W49.",
    "month": "A calendar month; a date is then written as 2011-11.",
    "season": "A season; a date is then written as its year.",
    "year": "A calendar year; a date is then written as 2011.",
    "decade": "Ten years, or a century.",
    "duration": "A stretch of time that ends on the day of publication.",
}
_STANCE = {
    "affirms": "Says that it is so.",
    "denies": "Says that it is not so.",
    "declines": "Will not say or was not to be reached.",
    "unclear": "Speaks of it and leaves it open.",
}
_STANDING = {
    "unreported": "Nobody affirms it and nobody denies it on record.",
    "claimed-anonymously": "Affirmed by anonymous sources only; nobody on record denies.",
    "claimed-by-third-party": "Affirmed on record, but by no party to the claim; no party to it denies.",
    "claimed-by-one-side": "Affirmed on record by some parties to it and not by all; none of them denies.",
    "disputed": "Affirmed, on record or anonymously, and denied on record by a party to it that has not since affirmed.",
    "confirmed-by-both": "Affirmed on record by every party to it; none of them still denies.",
    "denied": "Denied on record and affirmed by nobody, or by anonymous sources where only outsiders deny it.",
}
_LINK_STATE = {
    "suggested": "Onrecord found it and nobody decided on it; it counts.",
    "confirmed": "A reviewer holds it for right; it counts.",
    "rejected": "A reviewer holds it for wrong; it counts for nothing.",
}
_REVIEW = {
    "accept": "A reviewer holds the statement for rightly read.",
    "correct": "A reviewer changed values of it.",
    "reject": "A reviewer holds it for no statement; it counts for nothing.",
}
_BASIS = {
    "given": "Whoever added the report stated it.",
    "page": "The page states it: in its data, in a marked element or in its address.",
    "text": "A line of the text states it.",
}
_VERSION = {
    "reprint": "The same text, furniture and layout aside.",
    "cut": "The other one shortened.",
    "rewrite": "The other one in other words.",
    "write-through": "A later version of the same report with more in it.",
}
_WITHDRAWN = {
    "killed": "The agency or paper killed the report.",
    "withdrawn": "It withdrew the report.",
    "corrected": "It corrected the report.",
}


_UNIT = {
    "killed": "People who were killed.",
    "wounded": "People who were wounded.",
    "captured": "People who were captured.",
    "displaced": "People who were displaced or fled.",
    "released": "People who were released.",
    "abducted": "People who were abducted.",
    "missing": "People who are missing.",
    "arrested": "People who were arrested.",
    "surrendered": "People who surrendered or changed sides.",
    "troops": "Soldiers, fighters, police, and their units.",
    "aircraft": "Aircraft, and drones.",
    "vehicles": "Vehicles and ships.",
    "weapons": "Weapons and ammunition.",
    "buildings": "Buildings and other works.",
    "people": "Other people.",
    "prisoners": "Prisoners and hostages.",
}


def _types() -> dict[str, str]:
    return {name: f"{one.gloss[0].upper()}{one.gloss[1:]}." for name, one in ontology().items()}


def _modes() -> dict[str, str]:
    """The modes, each with the types that have it; PLOVER's codebook defines them."""
    names = sorted({mode for modes in MODES.values() for mode in modes})
    of = {name: [kind for kind, modes in MODES.items() if name in modes] for name in names}
    return {name: f"A mode of {', '.join(kinds)}, as PLOVER defines it." for name, kinds in of.items()}


VALUES: Mapping[str, Mapping[str, str]] = {
    "source_kind": _SOURCE_KIND,
    "source_type": _SOURCE_TYPE,
    "act": _ACT,
    "certainty": _CERTAINTY,
    "form": _FORM,
    "status": _STATUS,
    "event_type": _types(),
    "event_mode": _modes(),
    "actor_kind": _ACTOR_KIND,
    "place_kind": _PLACE_KIND,
    "precision": _PRECISION,
    "stance": _STANCE,
    "party_stance": _STANCE | {"divided": "One of its speakers affirms and another denies."},
    "standing": _STANDING,
    "link_state": _LINK_STATE,
    "review": _REVIEW,
    "unit": _UNIT,
    "published_basis": _BASIS,
    "version": _VERSION,
    "withdrawn": _WITHDRAWN,
}
"""Every set of values by its name: each value with what it means."""
