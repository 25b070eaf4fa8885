"""Which claims somebody asks for, by id or by words, and the board of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from onrecord.model import ClaimSummary, LinkCounts, Matter, Testimony
from onrecord.record.choosing import chosen
from onrecord.record.gathering import HeldClaim
from onrecord.record.heldclaims import HeldClaims, held_claims
from onrecord.record.heldlinks import links_called, matters_held, told_of_matters
from onrecord.record.moments import standing_still
from onrecord.record.standing import standing_name
from onrecord.record.vantage import Vantage
from onrecord.record.words import Aliases, Words

_FEWEST_LETTERS = 4


def claims_called(
    connection: Connection, wanted: str | None, vantage: Vantage, aliases: Aliases | None = None
) -> HeldClaims:
    """The claims with this id, or with all of these words, or with an id that begins so; all claims for None.

    An id is that of a claim, of any link of it, or of a matter. A claim that nobody had spoken to by then is given
    without links. ClaimNotFound where the record has no such claim at all.
    """
    if wanted is None:
        return held_claims(connection, None, vantage)
    named = _by_id(connection, wanted, vantage, exact=True)
    if named is None:
        named = _by_words(connection, Words(wanted, aliases), vantage) or _by_id(connection, wanted, vantage)
    if named is None:
        raise Words(wanted, aliases).nothing_found(list(matters_held(connection, None, vantage.known_at).values()))
    return named


def summary(one: HeldClaim, told: Sequence[Testimony], vantage: Vantage) -> ClaimSummary:
    """One line of the board of claims."""
    heard = standing_still(told, vantage.as_of)
    published = [t.published for t in heard if t.published is not None]
    return ClaimSummary(
        claim=one.claim,
        standing=standing_name(one.claim, heard),
        reports=len({t.report for t in heard}),
        independent_reports=len({t.origin for t in heard}),
        first_reported=min(published, default=None),
        last_reported=max(published, default=None),
        links=link_counts(one),
    )


def link_counts(one: HeldClaim) -> LinkCounts:
    """How many links of a claim were suggested only, and how many a reviewer confirmed or rejected."""
    states = [link.state for link in one.links]
    return LinkCounts(states.count("suggested"), states.count("confirmed"), states.count("rejected"))


def most_reported(one: ClaimSummary) -> tuple[int, int, bool, str, int, str]:
    """Sorts the board: the claims that most independent reports speak to first, an event before its figures."""
    latest = 0 if one.last_reported is None else one.last_reported.toordinal()
    figure = one.claim.figure is not None
    return -one.independent_reports, -one.reports, figure, one.claim.gloss, -latest, one.claim.id


def _by_id(connection: Connection, ident: str, vantage: Vantage, *, exact: bool = False) -> HeldClaims | None:
    """The claims that an id names, or the beginning of one: of a link, and so of a claim, or of a matter."""
    links = [one for one in links_called(connection, ident, vantage.known_at) if not exact or one[0] == ident]
    if links:
        return _holding(connection, [link for link, _ in links], {matter for _, matter in links}, vantage)
    matters = matters_held(connection, [ident], vantage.known_at)
    if not matters and not exact and len(ident) >= _FEWEST_LETTERS:
        matters = {
            key: matter
            for key, matter in matters_held(connection, None, vantage.known_at).items()
            if key.startswith(ident)
        }
    return _of_matters(connection, matters, vantage) if matters else None


def _holding(connection: Connection, links: Sequence[str], matters: set[str], vantage: Vantage) -> HeldClaims:
    """The claims that hold some links as of a day; before any of these was published, what there was of their claims."""
    seen = held_claims(connection, matters, vantage)
    found = seen.holding(links)
    if found:
        opened = [one for one in found if one.claim.id in links]
        return seen.only(opened or found)
    later = held_claims(connection, matters, replace(vantage, as_of=None)).holding(links)
    earlier = seen.holding(link.id for one in later for link in one.links)
    return seen.only(earlier or [_unreported(one) for one in later])


def _by_words(connection: Connection, words: Words, vantage: Vantage) -> HeldClaims | None:
    matters = matters_held(connection, None, vantage.known_at)
    whole = {key: matter for key, matter in matters.items() if not words.missing(matter)}
    if whole:
        return _of_matters(connection, whole, vantage)
    told = told_of_matters(connection, vantage.known_at)
    some = {key: matter for key, matter in matters.items() if key in told and words.may_find(matter, told[key])}
    return _of_matters(connection, some, vantage, words) if some else None


def _of_matters(
    connection: Connection, matters: Mapping[str, Matter], vantage: Vantage, words: Words | None = None
) -> HeldClaims | None:
    """The claims on some matters that have all the words, which may name place, day and figure too."""
    seen = held_claims(connection, matters, vantage)
    found = _with_words(seen, matters, words)
    if found:
        return seen.only(found)
    later = held_claims(connection, matters, replace(vantage, as_of=None))
    unseen = _with_words(later, matters, words)
    return (
        later.only([_unreported(chosen(connection, later.only(unseen), replace(vantage, as_of=None)))])
        if unseen
        else None
    )


def _with_words(held: HeldClaims, matters: Mapping[str, Matter], words: Words | None) -> list[HeldClaim]:
    found = []
    for one in held.claims:
        matter = next((matters[link.matter] for link in one.links if link.matter in matters), None)
        if matter is not None and (words is None or words.find(one.claim, matter)):
            found.append(one)
    return found


def _unreported(one: HeldClaim) -> HeldClaim:
    """A claim before its first report: nothing that only later reports tell of it is known."""
    claim = replace(one.claim, first=None, last=None, place=None, rivals=())
    return HeldClaim(claim, ())
