"""Words around a sentence that change nothing of what it tells: how it begins, what is put in, how it trails off."""

from __future__ import annotations

import random

from training.minimal_pairs.tables import Frame

BEGINNINGS = (
    "meanwhile, ",
    "in the end, ",
    "once again, ",
    "at the same time, ",
    "in a year of drought, ",
    "at long last, ",
    "on the other side of the river, ",
    "in spite of everything, ",
)
PUT_IN = (
    ", meanwhile,",
    ", for {its} part,",
    ", of all parties,",
    ", not for the first time,",
    ", on the other hand,",
    ", little known abroad,",
)
ENDINGS = (
    " despite the heat",
    ", a step that few had foreseen",
    ", to nobody's surprise",
    ", in full view of everybody",
    ", in spite of bitter cold",
)
SHARES = (0.1, 0.06, 0.1)
"""How often a sentence gets a beginning, something put in, an ending."""


def varied(chance: random.Random, frame: Frame, text: str) -> str:
    """A template as it is, or with words around it; only where the report itself tells the event in one sentence."""
    begins, puts_in, ends = (chance.random() < share for share in SHARES)
    if frame.says or frame.headline or frame.form == "follower" or " || " in text:
        return text
    if ends and text.endswith("}."):
        text = text[:-1] + chance.choice(ENDINGS) + "."
    if puts_in and text.startswith("{A} "):
        text = "{A}" + chance.choice(PUT_IN) + text.removeprefix("{A}")
    elif begins and text.startswith(("{A} ", "<s9:{A}> ", "{P ", "{a deed}", "There ")):
        text = chance.choice(BEGINNINGS) + text.replace("There ", "there ", 1)
    return text
