"""How much each sign counts for or against two people, or two groups, being one: the one table of it.

Weights are natural logarithms of how much likelier a sign is between two profiles of one person than between those of
two (Fellegi and Sunter, A Theory for Record Linkage, 1969); their sum with `PRIOR` is the log odds of a link. What
agreeing on a name weighs is not here: it is worked out from how many people bear it (`commonness.py`).

The weights were set by hand from what news does, and are held by the pairs of real people in `tests/resolution/actors/`.
They were checked on the United Nations' consolidated list of 2026-02-27. Of 1,432 good aliases of two words or more,
which a list gives because they differ, 36 in a hundred agree with the man's own name in every word, or in all words of
the shorter one. Of 48,672 pairs of different entries of one list four agree so; with the list taken for their party and
nothing else known, two of the pairs are joined, and one of these is a man who is listed twice.
"""

from __future__ import annotations

from math import exp

from onrecord.resolution.actors.likeness import Shape

PRIOR = -6.9
"""Before any sign: one pair in a thousand of those that a record could join is one person."""
THRESHOLD = 0.9
"""Two profiles are joined from this score on, and only with a sign beside the name."""
WORTH_A_LOOK = 0.4
"""From this score on, a pair that is not joined is kept as a candidate."""
LEAST_SUPPORT = 1.0
"""What the signs beside the name must weigh together at the least, whatever the name weighs."""
MOST_FOR_A_NAME = 8.0

SHAPE_SHARES: dict[Shape, float] = {
    "same": 0.9, "spelling": 0.9, "order": 0.8, "shorter": 0.5, "initials": 0.4, "surname": 0.35, "given": 0.15,
}  # fmt: skip
"""How often the names of one person in two reports agree in this way, or in a closer one; set by hand."""

WEIGHTS: dict[str, float] = {
    # Names that do not agree.
    "names differ": -6.0,  # a shared word beside different ones: relatives and namesakes
    "no name in common": -10.0,
    # Party: most people speak for one side all their life; a state has more people than a group.
    "same party": 2.8,
    "same state": 2.0,
    "same side": 1.5,
    "told change of party": 1.0,  # one of them held an office in the other's party
    "other party": -2.5,
    "same country": 1.0,
    "other country": -2.0,
    # Offices.
    "same office of one": 4.5,  # president, deputy chief of a group, within a few years
    "same office": 0.8,  # commander, member, spokesman: many hold it
    "same office, former": 2.5,
    "two heads at once": -2.5,
    # Places.
    "same place": 1.8,
    "other region": -0.7,  # each was only seen elsewhere in one country
    "same birthplace": 3.0,
    "other birthplace": -5.0,
    "born elsewhere": -1.0,  # where the one was born the other was never seen
    # Company: people and groups named beside them; governments are named in most reports.
    "each shared companion": 0.8,
    "each shared state": 0.5,
    "most for company": 2.0,
    # Days of publication.
    "same years": 0.3,
    "years apart": -1.5,
    "decades apart": -3.0,
    "lifetimes apart": -9.0,
    # The rest.
    "same title": 0.4,
    "other title": -0.3,
    "other gender": -7.0,
    "same kind": 0.4,
    "other kind": -1.5,
    "same group country": 1.5,
    "other group country": -3.0,
    "told apart": -12.0,  # two actors of one report
    "one name in a report": 4.0,  # a reader lost the thread; two namesakes would be told apart
    "copied report": 5.0,
    "listed second name": 8.5,  # one listed person whose party or country both have: as telling as one full name
    "told second name": 7.0,  # a report says that the one is known as the other
}
"""What each sign weighs, by its name."""


def probability(log_odds: float) -> float:
    """Log odds as a score of 0 to 1, to four places."""
    return round(1 / (1 + exp(-max(-30.0, min(30.0, log_odds)))), 4)
