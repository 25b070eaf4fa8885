"""Which claims of the board have the words that somebody asks for, as `Record.claims` finds them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from onrecord.desk.board.codes import Truths
from onrecord.desk.board.keeping import Keeper
from onrecord.desk.board.shelf import Shelf
from onrecord.desk.board.timelines import UNDATED
from onrecord.linking.glosses import figure_words
from onrecord.model import Matter
from onrecord.record import Record
from onrecord.record.board import claims_called
from onrecord.record.choosing import Rank, first_of
from onrecord.record.gathering import HeldClaim
from onrecord.record.heldclaims import HeldClaims, counted_links
from onrecord.record.heldlinks import HeldLink, Told
from onrecord.record.vantage import Vantage
from onrecord.record.words import Words

_WHOLE_ID = re.compile(r"[0-9a-f]{24}")
_ID_BEGUN = re.compile(r"[0-9a-f]{4,}")


class Called:
    """The claims with some words, among those of a shelf."""

    def __init__(self, record: Record, shelf: Shelf, keeper: Keeper, told: ToldOfMatters) -> None:
        self._record = record
        self._shelf = shelf
        self._keeper = keeper
        self._holdings = keeper.holdings
        self._told = told
        self._having = lru_cache(maxsize=256)(self._matters_having)
        self.best = lru_cache(maxsize=256)(self._best)

    def find(self, asked: str, vantage: Vantage, day: int) -> Truths:
        """The versions as of a day that have the words, or the id; ClaimNotFound where no claim ever has them."""
        found = self.having(asked, vantage, day)
        if found is not None:
            return found
        raise Words(asked, self._record.aliases).nothing_found(list(self._holdings.matters.values()))

    def having(self, asked: str, vantage: Vantage, day: int) -> Truths | None:
        """The versions as of a day that have the words, or the id; None where no claim ever has the words."""
        if _WHOLE_ID.fullmatch(asked):
            return self._by_id(asked, vantage, day)
        holding = self._shelf.holding(day)
        whole, some = self._having(asked)
        if whole:
            return self._shelf.on_matters(whole) & holding
        words = Words(asked, self._record.aliases)
        found = self._telling(some, words, day)
        if found or any(self._is_known(some, words, when) for when in (day, UNDATED)):
            return self._shelf.only(found)
        if _ID_BEGUN.fullmatch(asked):
            return self._by_id(asked, vantage, day)
        return None

    def claims(self, asked: str | None, day: int) -> list[HeldClaim]:
        """The claims with the words as of a day, those that no report makes any more among them; all for None.

        None at all where the record itself has to say: for an id, and where no claim has the words by then.
        """
        if asked is None:
            return list(self._keeper.claims_on(self._holdings.matters, day))
        if _WHOLE_ID.fullmatch(asked):
            return []
        whole, some = self._having(asked)
        words, matters = Words(asked, self._record.aliases), whole or some
        claims = (one for one in self._keeper.claims_on(matters, day) if any(x.matter in matters for x in one.links))
        return [one for one in claims if whole or _has(one, some, words)]

    def _best(self, asked: str, day: int) -> str | None:
        """The id of the claim that `Record.standing` takes for some words; None where the record itself has to say."""
        found = self.claims(asked, day)
        if not found:
            return None
        links = [link for one in found for link in one.links]
        held = HeldClaims(tuple(found), self._holdings.origin_of(links, day))
        return first_of(held, lambda one: self._traced(held.rank(one), one, day)).claim.id

    def _traced(self, rank: Rank, one: HeldClaim, day: int) -> Rank:
        if not self._holdings.is_passed_on(counted_links(one.links)):
            return rank
        return (-len({told.origin for told in self._holdings.testimonies(one, day)}), *rank[1:])

    def _matters_having(self, asked: str) -> tuple[frozenset[str], Mapping[str, Matter]]:
        """The matters that have all the words, and if none has, those of which some claim may have them."""
        words, matters = Words(asked, self._record.aliases), self._holdings.matters
        whole = frozenset(ident for ident, matter in matters.items() if not words.missing(matter))
        if whole:
            return whole, {}
        told = self._told.of(self._holdings.links)
        return whole, {i: m for i, m in matters.items() if i in told and words.may_find(m, told[i])}

    def _telling(self, matters: Mapping[str, Matter], words: Words, day: int) -> list[int]:
        holding = self._shelf.on_matters(matters) & self._shelf.holding(day)
        versions = self._shelf.versions(holding) if matters else ()
        return [number for number, version in versions if _has(version.held, matters, words)]

    def _is_known(self, matters: Mapping[str, Matter], words: Words, day: int) -> bool:
        """Whether there is a claim with the words, be it one that no report makes any more."""
        return any(_has(one, matters, words) for one in self._keeper.claims_on(matters, day))

    def _by_id(self, asked: str, vantage: Vantage, day: int) -> Truths:
        with self._record.asking() as connection:
            named = claims_called(connection, asked, vantage, self._record.aliases)
        idents = {one.claim.id for one in named.claims}
        holding = self._shelf.versions(self._shelf.holding(day))
        return self._shelf.only([number for number, version in holding if version.held.claim.id in idents])


class ToldOfMatters:
    """What the links of each matter tell that its gloss does not, kept until the matter has more links."""

    def __init__(self) -> None:
        self._told: dict[str, tuple[int, Told]] = {}

    def of(self, links: Mapping[str, Sequence[HeldLink]]) -> dict[str, Told]:
        """What is told of each matter that has links."""
        for matter, some in links.items():
            held = self._told.get(matter)
            if held is None or held[0] != len(some):
                self._told[matter] = len(some), told_of(some)
        return {matter: self._told[matter][1] for matter in links}


def _has(one: HeldClaim, matters: Mapping[str, Matter], words: Words) -> bool:
    matter = next((matters[link.matter] for link in one.links if link.matter in matters), None)
    return matter is not None and words.find(one.claim, matter)


def told_of(links: Iterable[HeldLink]) -> Told:
    """What links tell of all occasions of a matter that its gloss does not."""
    told = Told()
    for link in links:
        occasion, figure = link.occasion, link.figure
        told.words |= {w for w in (occasion.site and occasion.site.name, figure and figure_words(figure)) if w}
        told.first = min((d for d in (told.first, occasion.first) if d is not None), default=None)
        told.last = max((d for d in (told.last, occasion.last) if d is not None), default=None)
    return told
