"""Gathers links into claims: by occasion and figure, and then as reviewers decided. It reads no store and no clock.

The claims are made of all links, rejected ones too, so that a rejection changes what a claim counts and never which
claims there are. Then claims that a reviewer joined become one, and links that he moved go where he put them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from onrecord.linking.episodes import episodes
from onrecord.linking.families import families
from onrecord.linking.glosses import figure_gloss
from onrecord.linking.kinds import lasts
from onrecord.linking.marks import Episode, Mark
from onrecord.linking.whenwhere import told_days, told_place
from onrecord.model import Claim, Figure, LinkState, Matter, Occasion
from onrecord.record.decisions import Decision, in_force
from onrecord.record.heldlinks import HeldLink


@dataclass(frozen=True, slots=True)
class HeldClaim:
    """A claim with the links that speak of it, in the order of publication."""

    claim: Claim
    links: tuple[HeldLink, ...]


@dataclass(slots=True)
class Group:
    """Links that are one claim: of a matter, an episode of it (by number), and a figure if they are of one."""

    matter: Matter
    episode: int
    figure: Figure | None
    links: list[HeldLink] = field(default_factory=list)


def gather(
    matters: Mapping[str, Matter],
    links: Iterable[HeldLink],
    origin_of: Mapping[str, str],
    decisions: Iterable[Decision] = (),
) -> list[HeldClaim]:
    """The claims that links make, family by family as they were opened; `origin_of` gives each report's origin.

    The links of all matters of a family have to be given, or the claims are those of a part of the record.

    The id of a claim is that of its first link. Every other link of it leads to the claim as well, so that an id stays
    good when an older report is added.
    """
    groups: list[Group] = []
    by_matter: dict[str, list[HeldLink]] = defaultdict(list)
    for link in links:
        by_matter[link.matter].append(link)
    for family in families({ident: matters[ident] for ident in by_matter}):
        some = {ident: by_matter[ident] for ident in family}
        groups += _groups([matters[ident] for ident in family], some, origin_of, _next_number(groups))
    return _claims(_as_decided(groups, in_force(decisions)))


def _groups(
    matters: Iterable[Matter],
    links: Mapping[str, Sequence[HeldLink]],
    origin_of: Mapping[str, str],
    numbered_from: int,
) -> list[Group]:
    """The claims of a family of matters before any decision: one for each episode, and one for each figure of it."""
    by_id = {link.id: link for some in links.values() for link in some}
    marks = {ident: _marks(some, origin_of) for ident, some in links.items()}
    groups: list[Group] = []
    for number, (matter, episode) in enumerate(episodes(matters, marks), numbered_from):
        groups += _by_figure(matter, number, episode, by_id)
    return groups


def _by_figure(matter: Matter, number: int, episode: Episode, by_id: Mapping[str, HeldLink]) -> Iterable[Group]:
    echoes = {ident for mark in episode.echoes for ident in mark.links}
    found: dict[Figure | None, Group] = {}
    for ident in (ident for mark in episode.marks for ident in mark.links):
        link = by_id[ident]
        if link.figure not in found:
            found[link.figure] = Group(matter, number, link.figure)
        open_now = ident in echoes and not link.stance_given
        found[link.figure].links.append(replace(link, stance="unclear") if open_now else link)
    return found.values()


def _next_number(groups: Sequence[Group]) -> int:
    return groups[-1].episode + 1 if groups else 0


def _marks(links: Iterable[HeldLink], origin_of: Mapping[str, str]) -> list[Mark]:
    """Links of one report and its copies on one occasion are one mark: a copy says nothing on an occasion of its own."""
    same: dict[tuple[str, Occasion], list[HeldLink]] = defaultdict(list)
    told: dict[str, date | None] = {}
    for link in links:
        origin = origin_of[link.report]
        same[origin, link.occasion].append(link)
        told[origin] = min((d for d in (told.get(origin), link.published) if d is not None), default=None)
    marks = []
    for (origin, occasion), some in same.items():
        some.sort(key=order_of_link)
        idents = tuple(link.id for link in some)
        marks.append(Mark(idents, origin, some[0].ordinal, some[0].published, told[origin], occasion))
    return marks


def order_of_link(link: HeldLink) -> tuple[date, str, int, str]:
    """Sorts links by publication, and within a report as they stand in it."""
    return link.published or date.max, link.report, link.ordinal, link.id


def _as_decided(groups: list[Group], decisions: Sequence[Decision]) -> list[Group]:
    """The claims once reviewers' decisions are carried out, in the order in which they were made."""
    if not decisions:
        return groups
    at = {link.id: n for n, group in enumerate(groups) for link in group.links}
    for decision in decisions:
        if decision.action == "join" and decision.link in at and decision.to_link in at:
            _join(groups, at, at[decision.link], at[decision.to_link])
    moves = {d.link: d for d in decisions if d.action == "move" and d.link in at}
    states = {d.link: d for d in decisions if d.action in {"confirm", "reject"}}
    for ident, decision in moves.items():
        if decision.to_link == ident:
            _take_out(groups, at, ident)
    for ident, decision in moves.items():
        if decision.to_link != ident and decision.to_link in at:
            _move(groups, at, ident, at[decision.to_link])
    for group in groups:
        group.links = [_decided(link, states.get(link.id), moves.get(link.id)) for link in group.links]
    return [group for group in groups if group.links]


def _join(groups: list[Group], at: dict[str, int], joined: int, into: int) -> None:
    """Puts all links of a claim into another one; from then on the figures of both are rivals too."""
    if joined == into:
        return
    left, kept = groups[joined].episode, groups[into].episode
    groups[into].links = sorted(groups[into].links + groups[joined].links, key=order_of_link)
    at.update(dict.fromkeys((link.id for link in groups[joined].links), into))
    groups[joined].links = []
    for group in groups:
        if group.episode == left:
            group.episode = kept


def _take_out(groups: list[Group], at: dict[str, int], ident: str) -> None:
    """Makes a claim of its own of one link."""
    group = groups[at[ident]]
    alone = Group(group.matter, len(groups) + max(g.episode for g in groups) + 1, group.figure)
    groups.append(alone)
    _move(groups, at, ident, len(groups) - 1)


def _move(groups: list[Group], at: dict[str, int], ident: str, into: int) -> None:
    group = groups[at[ident]]
    link = next(link for link in group.links if link.id == ident)
    group.links.remove(link)
    groups[into].links = sorted([*groups[into].links, link], key=order_of_link)
    at[ident] = into


def _decided(link: HeldLink, state: Decision | None, moved: Decision | None) -> HeldLink:
    if state is None and moved is None:
        return link
    name: LinkState = link.state if state is None else "confirmed" if state.action == "confirm" else "rejected"
    if link.correction is not None and link.correction.action == "reject":
        name = "rejected"
    return replace(link, state=name, decision=state, moved=moved)


def _claims(groups: Sequence[Group]) -> list[HeldClaim]:
    beside: dict[int, list[Group]] = defaultdict(list)
    for group in groups:
        if group.figure is not None:
            beside[group.episode].append(group)
    return [HeldClaim(claim_of(group, beside[group.episode]), tuple(group.links)) for group in groups]


def claim_of(group: Group, beside: Iterable[Group]) -> Claim:
    """The claim that a group makes, given the groups of figures of its episode, itself among them."""
    matter, figure = group.matter, group.figure
    occasions, lasting = [link.occasion for link in group.links], lasts(matter.kind)
    days = told_days(occasions, lasting=lasting)
    rivals = [g.links[0].id for g in beside if figure is not None and g.figure and figure.contradicts(g.figure)]
    return Claim(
        id=group.links[0].id,
        gloss=matter.gloss if figure is None else figure_gloss(figure, matter.gloss),
        type=matter.type,
        parties=matter.parties,
        matter=matter.id,
        first=None if days is None else days[0],
        last=None if days is None else days[1],
        place=told_place(occasions, lasting=lasting),
        figure=figure,
        rivals=tuple(sorted(rivals)),
    )
