"""Whether two reports have one origin, and how: as a reprint, a cut, a rewrite, or an agency's later version.

Sentences are compared, never what they mean: two reporters who write up one event are two witnesses and stay two. What
tells a copy is how much of the shorter report stands in the longer one and how much of the longer in the shorter, and
above all whether the *first halves* are shared. News comes first in a report and background last, so that an agency's
story of the next day, or another one with the same background paragraph, shares ends and no beginnings.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.linking.kept import Kept, kept
from onrecord.linking.wording import Wording, worded
from onrecord.model import Article

VersionKind = Literal["reprint", "cut", "rewrite", "write-through"]

# Log odds, fitted on the tuning part of `evaluation/copies` by logistic regression (`python -m evaluation.copies --fit`).
_BASE = -6.85
_WEIGHTS = (4.0, 6.0, 5.5, 7.3)
"""For what is kept of the shorter and of the longer report, the first half that is kept better, and the other."""
_MOST_OF_SHORTER, _MOST_OF_LONGER = 0.6, 0.4
"""More than that tells nothing more: a rewrite and a reprint are versions alike, and so is a short cut."""
# A column that has a short report among others (tuned there too): words of others before it, all of it in one place,
# whole, and little around it that names the same people.
_WORDS_BEFORE = 15
_SCATTERED = 0.1
_WHOLE = 0.5
_ABOUT_THE_SAME = 0.4
_ALL = 0.95
_NEARLY_ALL = 0.85
_FEWEST_WORDS = 11
"""Reports with fewer words are copies only if they are equal: as many as make up a signature for certain."""
_FEWEST_OWN = 20
"""With fewer words outside quotations the quotations are the report, and are compared as well."""
_CERTAIN = 12.0


@dataclass(frozen=True, slots=True)
class Version:
    """A report as one version of what an agency or a reporter wrote."""

    wording: Wording
    agency: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Kinship:
    """Two reports of one origin: how, and why that is held.

    `kept` is the share of the shorter report's sentences that stand in the longer one, `kept_of_longer` the other way
    round, `verbatim` what stands there word for word (0 to 1, by words outside quotations). `earlier` is 0 or 1 for the
    one of the two that the other was made from, None where nothing tells. `agency` is the one that both credit.
    """

    kind: VersionKind
    likelihood: float
    kept: float
    kept_of_longer: float
    verbatim: float
    earlier: Literal[0, 1] | None
    agency: str | None
    days: int | None


def version_of(article: Article) -> Version:
    """A report as a version."""
    return Version(worded(article), article.credit, article.published)


def kinship(one: Version, other: Version, least: float = 0.5) -> Kinship | None:
    """How two reports are versions of one; None if that is less likely than `least` (0 to 1)."""
    pair = (one, other)
    short: Literal[0, 1] = 0 if _size(one.wording) <= _size(other.wording) else 1
    shorter, longer = pair[short].wording, pair[1 - short].wording
    if not shorter.words:
        return None
    if len(shorter.words) < _FEWEST_WORDS:
        return _found(pair, short, _EQUAL, _EQUAL, 1.0) if shorter.words == longer.words else None
    if shorter.own_words < _FEWEST_OWN:
        shorter, longer = shorter.as_unquoted(), longer.as_unquoted()
    of_shorter, of_longer = kept(shorter, longer), kept(longer, shorter)
    likelihood = _likelihood(of_shorter, of_longer)
    if likelihood < least or is_among_others(of_shorter, of_longer, pair[short], pair[1 - short]):
        return None
    return _found(pair, short, of_shorter, of_longer, likelihood)


_EQUAL = Kept(1.0, 1.0, 1.0, 0, 1.0, 1.0, 0, 1)


def _size(wording: Wording) -> tuple[int, int, tuple[str, ...]]:
    return wording.own_words, len(wording.words), wording.words


def signs(of_shorter: Kept, of_longer: Kept) -> tuple[float, float, float, float]:
    """What the likelihood is weighed from: kept of the shorter and of the longer, and of the two first halves."""
    better, worse = sorted((of_shorter.first_half, of_longer.first_half), reverse=True)
    return min(of_shorter.share, _MOST_OF_SHORTER), min(of_longer.share, _MOST_OF_LONGER), better, worse


def _likelihood(of_shorter: Kept, of_longer: Kept) -> float:
    odds = _BASE + sum(w * s for w, s in zip(_WEIGHTS, signs(of_shorter, of_longer), strict=True))
    return 1 / (1 + math.exp(-min(odds, _CERTAIN)))


def is_among_others(of_shorter: Kept, of_longer: Kept, shorter: Version, longer: Version) -> bool:
    """Whether the longer report is a column that has the shorter one whole, among news of other things."""
    if _days(longer, shorter) is not None and _order(longer, shorter) < 0:
        return False
    return (
        of_longer.before > _WORDS_BEFORE
        and of_longer.stretch - of_longer.share < _SCATTERED
        and of_shorter.share >= _WHOLE
        and of_longer.share + of_longer.ties < _ABOUT_THE_SAME
    )


def _found(
    pair: tuple[Version, Version], short: Literal[0, 1], of_shorter: Kept, of_longer: Kept, likelihood: float
) -> Kinship:
    one, other = pair
    agency = one.agency if one.agency is not None and one.agency == other.agency else None
    kind, earlier = _how(pair, short, of_shorter, of_longer, agency)
    return Kinship(
        kind=kind,
        likelihood=likelihood,
        kept=of_shorter.share,
        kept_of_longer=of_longer.share,
        verbatim=of_shorter.verbatim,
        earlier=earlier,
        agency=agency,
        days=_days(one, other),
    )


def _how(
    pair: tuple[Version, Version], short: Literal[0, 1], of_shorter: Kept, of_longer: Kept, agency: str | None
) -> tuple[VersionKind, Literal[0, 1] | None]:
    """The kind of version and which of the two is the earlier: by day of publication, or by what was done to it.

    Where the shorter report stands in the longer one as it is, and opens it, it is a cut, whichever was printed first.
    """
    long: Literal[0, 1] = 1 if short == 0 else 0
    first = _first(pair)
    if min(of_shorter.verbatim, of_longer.verbatim) >= _ALL:
        return "reprint", first
    opens = of_longer.before <= _WORDS_BEFORE
    if of_shorter.share >= _NEARLY_ALL and (opens or agency is None) and first != short:
        return "cut", long
    if of_shorter.verbatim >= _NEARLY_ALL and opens:
        return "cut", long
    if agency is not None:
        return "write-through", short if first is None else first
    return "rewrite", first


def _first(pair: tuple[Version, Version]) -> Literal[0, 1] | None:
    """The one published on an earlier day; on one day, or without days, the only one that credits an agency."""
    one, other = pair
    order = _order(one, other)
    if order == 0 and (one.agency is None) != (other.agency is None):
        return 1 if one.agency is None else 0
    if order == 0:
        return None
    return 0 if order < 0 else 1


def _order(one: Version, other: Version) -> int:
    if one.published is None or other.published is None:
        return 0
    return (one.published > other.published) - (one.published < other.published)


def _days(one: Version, other: Version) -> int | None:
    if one.published is None or other.published is None:
        return None
    return abs((one.published - other.published).days)
