"""Keeps the board of a record in memory, and takes in what is added, where it makes a difference and nowhere else."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from sqlalchemy import Connection

from onrecord.desk.board.arrivals import News
from onrecord.desk.board.blocks import Block, Held
from onrecord.desk.board.columns import Vocabulary, columns_of
from onrecord.desk.board.fetching import Fetched
from onrecord.desk.board.histories import Bundle, Version, claims_as_of, days_of, history, versions_as_of
from onrecord.desk.board.holdings import Holdings, by_matter
from onrecord.desk.board.queries import published_on
from onrecord.desk.board.timelines import UNDATED, connected, day_of
from onrecord.linking.families import Families
from onrecord.record.correctionoverlay import overlay
from onrecord.record.decisions import Decision, decisions_on
from onrecord.record.gathering import HeldClaim
from onrecord.record.heldlinks import links_of, matters_held

_DAYS_HELD = 16


@dataclass(slots=True)
class Keeper:
    """The claims of a record, bundle by bundle. It is not made for several threads: whoever uses it takes turns."""

    holdings: Holdings = field(default_factory=Holdings)
    bundles: dict[str, Held] = field(default_factory=dict)
    words: Vocabulary = field(default_factory=Vocabulary)
    published: Counter[date] = field(default_factory=Counter)
    bundle_of: dict[str, str] = field(default_factory=dict)
    """The bundle of each matter."""
    _families: Families = field(default_factory=Families)
    _since: dict[str, int] = field(default_factory=dict)
    """The matters that are not worked out with all that is read, each with the first day that is another one."""
    _late: dict[str, set[str]] = field(default_factory=dict)
    """The reports on each matter that it is not worked out with."""
    _is_undecided: bool = False
    """Whether reviewers decided on matters of reports that are not read yet."""

    def load(self, connection: Connection) -> None:
        """Reads all that the board needs; nothing is worked out yet."""
        held = self.holdings
        held.matters, held.corrections = matters_held(connection), overlay(connection)
        self._families.take(held.matters.values())
        links = links_of(connection, None)
        held.take_statements(connection, links)
        held.take_links(by_matter(links))
        held.take_reports(connection, None)
        held.take_outlets(connection)
        self.published = published_on(connection, None)
        self._bundle(decisions_on(connection, None))

    def work_out_latest(self, ident: str) -> None:
        """The claims of a bundle as they are now."""
        held = self.bundles[ident]
        if held.latest is None and held.history is None:
            held.latest = self._block(versions_as_of(held.bundle, self.holdings, UNDATED, held.last))

    def work_out_history(self, ident: str) -> None:
        """The claims of a bundle on all days."""
        held = self.bundles[ident]
        if held.history is None:
            held.history = self._block(history(held.bundle, self.holdings))
            held.latest = None
            held.days.clear()

    def block(self, held: Held, day: int) -> Block:
        """The versions of a bundle among which are those as of a day."""
        if held.history is not None:
            return held.history
        if day >= held.last and held.latest is not None:
            return held.latest
        if day not in held.days:
            if len(held.days) >= _DAYS_HELD:
                held.days.pop(next(iter(held.days)))
            held.days[day] = self._block(versions_as_of(held.bundle, self.holdings, day, day))
        return held.days[day]

    def claims_on(self, matters: Iterable[str], day: int) -> Iterator[HeldClaim]:
        """The claims on some matters as of a day, those that no report makes any more among them."""
        for ident in sorted({self.bundle_of[matter] for matter in matters}):
            yield from claims_as_of(self.bundles[ident].bundle, self.holdings, day)

    @property
    def is_behind(self) -> bool:
        """Whether something is read that is not worked out yet."""
        return bool(self._since)

    @property
    def late(self) -> set[str]:
        """The reports that are read while something of theirs is not worked out yet."""
        return {ident for some in self._late.values() for ident in some}

    def read(self, connection: Connection, new: Fetched) -> None:
        """Takes in new reports, without working out what they make a difference to."""
        differences = list(self._added(connection, new))
        differences += self._told_by(self.holdings.learn_speakers(connection, new.actors))
        if self.holdings.corrections.said:
            differences += self._corrected(connection)
        self._note(differences)
        for matter in {matter for matter, _ in differences} - self._late.keys():
            self._late[matter] = set(new.reports)
        if self._is_undecided:
            self._bundle(decisions_on(connection, None))

    def hear(self, connection: Connection, news: News) -> None:
        """Takes in what reviewers said, and works out anew, at once, what it makes a difference to."""
        differences = list(self._told_by(self.holdings.learn_speakers(connection, news.judged)))
        if news.corrected or self.holdings.corrections.said:
            differences += self._corrected(connection)
        if news.decided:
            self._bundle(decisions_on(connection, None))
        self._note(differences)
        for ident in sorted({self.bundle_of[matter] for matter, _ in differences}):
            self.put(self.bundles[ident], self.worked_out(self.bundles[ident]))

    def next_behind(self) -> Held | None:
        """A bundle that something makes a difference to and that is not worked out yet; None where there is none."""
        return next((self.bundles[self.bundle_of[matter]] for matter in self._since), None)

    def worked_out(self, held: Held) -> list[Version]:
        """The versions of a bundle with all that is read; nothing is changed by that."""
        if held.history is None:
            return versions_as_of(held.bundle, self.holdings, UNDATED, self._last(held.bundle))
        since = min((self._since[matter] for matter in held.bundle.matters if matter in self._since), default=0)
        return history(held.bundle, self.holdings, held.history.versions, since)

    def put(self, held: Held, versions: Sequence[Version]) -> None:
        """Puts what was worked out in place of what a bundle was before."""
        held.last, held.days = self._last(held.bundle), {}
        if held.history is None:
            held.latest = self._block(versions)
        else:
            held.history = self._block(versions)
        self._is_done(held.bundle)

    def _is_done(self, bundle: Bundle) -> None:
        for matter in bundle.matters:
            self._since.pop(matter, None)
            self._late.pop(matter, None)

    def _note(self, differences: Iterable[tuple[str, int]]) -> None:
        """Keeps from which day on a matter has to be worked out again."""
        for matter, day in differences:
            self._since[matter] = min(day, self._since.get(matter, day))

    def _corrected(self, connection: Connection) -> Iterator[tuple[str, int]]:
        """The matters to which what reviewers say of statements makes a difference, with the first day of all."""
        holdings, now = self.holdings, overlay(connection)
        otherwise = holdings.told_otherwise(now)
        holdings.corrections = now
        again = holdings.links_of_statements(otherwise)
        yield from self._told_by(holdings.take_statements(connection, again))
        yield from ((one.matter, 0) for one in again)
        holdings.take_outlets(connection)

    def _added(self, connection: Connection, new: Fetched) -> Iterator[tuple[str, int]]:
        """The matters to which new reports make a difference, each with the first day on which they do."""
        holdings = self.holdings
        self.published.update(new.published)
        holdings.matters |= new.matters
        for ident in sorted(new.matters):
            self._open(Bundle({ident: new.matters[ident]}))
        for family in self._families.take(new.matters.values()):
            self._put_together({self.bundle_of[ident] for ident in family})
        told_by = list(self._told_by(holdings.take_statements(connection, new.links)))
        holdings.take_links(by_matter(new.links))
        for one in new.links:
            self._late.setdefault(one.matter, set()).add(one.report)
        yield from told_by
        for ident, day in holdings.take_reports(connection, new.reports).items():
            yield from ((matter, day) for matter in holdings.matters_of_report(ident))
        holdings.take_outlets(connection)
        yield from ((one.matter, day_of(one.published)) for one in new.links)

    def _told_by(self, actors: dict[str, int]) -> Iterator[tuple[str, int]]:
        """The matters on which actors speak who are now somebody else, from the day on which they are."""
        for statement_id, actor in self.holdings.told_by(actors.keys()):
            yield from ((one.matter, actors[actor]) for one in self.holdings.links_of_statements([statement_id]))

    def _bundle(self, decisions: Sequence[Decision]) -> None:
        """Bundles the matters that reviewers joined, and takes in what they decided on each bundle."""
        matters = self.holdings.matters
        known = [d for d in decisions if {d.matter, d.to_matter} - {None} <= matters.keys()]
        self._is_undecided = len(known) < len(decisions)
        decisions = known
        tied = [(d.matter, d.to_matter) for d in decisions if d.to_matter is not None]
        tied += [pair for family in self._families for pair in pairwise(family)]
        decided: dict[str, list[Decision]] = defaultdict(list)
        for decision in decisions:
            decided[decision.matter].append(decision)
        for group in connected(sorted(matters), tied):
            some = sorted((d for ident in group for d in decided[ident]), key=lambda d: (d.decided_at, d.id))
            bundle = Bundle({ident: matters[ident] for ident in sorted(group)}, tuple(some))
            held = self.bundles.get(bundle.id)
            if held is None or held.bundle != bundle:
                for ident in group:
                    self.bundles.pop(ident, None)
                self._open(bundle, ready=held is not None)

    def _open(self, bundle: Bundle, *, ready: bool = True) -> None:
        held = Held(bundle, self._last(bundle))
        self.bundles[bundle.id] = held
        self.bundle_of |= dict.fromkeys(bundle.matters, bundle.id)
        if ready:
            held.history = self._block(history(bundle, self.holdings))
            self._is_done(bundle)

    def _put_together(self, idents: Iterable[str]) -> None:
        """Makes one of bundles that a new matter, of which nothing is held yet, ties together; no claim changes by it."""
        some = [self.bundles.pop(ident) for ident in sorted(idents)]
        decisions = sorted((d for one in some for d in one.bundle.decisions), key=lambda d: (d.decided_at, d.id))
        matters = {ident: matter for one in some for ident, matter in one.bundle.matters.items()}
        bundle = Bundle({ident: matters[ident] for ident in sorted(matters)}, tuple(decisions))
        held = Held(bundle, max(one.last for one in some))
        histories = [one.history for one in some if one.history is not None]
        if len(histories) == len(some):
            held.history = self._block([version for block in histories for version in block.versions])
        elif all(one.history or one.latest for one in some):
            blocks = (block for one in some if (block := one.history or one.latest) is not None)
            held.latest = self._block([v for block in blocks for v in block.versions if v.holds(UNDATED)])
        self.bundles[bundle.id] = held
        self.bundle_of |= dict.fromkeys(bundle.matters, bundle.id)

    def _last(self, bundle: Bundle) -> int:
        links = self.holdings.links_on(bundle.matters)
        return max((*days_of(links), *self.holdings.turns(links)), default=0)

    def _block(self, versions: Sequence[Version]) -> Block:
        return Block(versions, columns_of(versions, self.words))
