"""Words for those who speak without a name, by which several, one, and one without an office are told."""

from __future__ import annotations

import re

SEVERAL_PERSONS = re.compile(
    r"^(?!the\b)(?:[\w.’'-]+\s+){0,3}(?:commanders|diplomats|fighters|insurgents|leaders|militants|officers|officials"
    r"|rebels|guerrillas|soldiers|residents|sources|villagers|witnesses)$",
    re.IGNORECASE,
)
"""Persons without a name or office of their own, who do not speak as one body."""
ONE_PERSON = re.compile(
    r"\b(?:aide|ambassador|chief|commander|diplomat|envoy|fighter|figure|general|guerrilla|insurgent|leader|mediator"
    r"|militant|minister|negotiator|officer|official|president|rebel|resident|soldier|spokes(?:wo)?man|spokesperson"
    r"|villager|witness)$",
    re.IGNORECASE,
)
"""One person, who is no body: in a headline nothing else tells ("Rebel leader says")."""
WITHOUT_OFFICE = re.compile(
    r"^(?:an?|one|another)\s(?:[\w.’'-]+\s){0,3}(?:diplomat|insider|man|official|person|resident|soldier|source|villager"
    r"|witness|woman)\b(?!['’]|\s(?:responsible for|in charge of)\b)",
    re.IGNORECASE,
)
"""One person whom no office of their own tells from others."""
