"""The queue of what is least certain and matters most, kept ready: gathered by matter, and again where it changed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterator

from sqlalchemy import Connection, func, select

from onrecord.errors import UsageError
from onrecord.record import Record
from onrecord.record.board import claims_called
from onrecord.record.familyrows import with_families
from onrecord.record.reports import report_called
from onrecord.record.schema import link
from onrecord.record.vantage import EVERYTHING
from onrecord.review.changed import Seen, changed, matters_of_reports
from onrecord.review.gathered import Speakers, all_speakers, least_certain_first, weighed_on
from onrecord.review.order import Order
from onrecord.review.page import ReviewPage, items_of
from onrecord.review.reasons import reason_for
from onrecord.review.reviewed import reviewed
from onrecord.review.weighing import ItemKind, Weighed

LIMIT = 20
KINDS: tuple[ItemKind, ...] = ("link", "statement")
_FEW = 2_000
"""Links of a record that is weighed while somebody waits; a larger one is weighed in the background."""
_STEP = 24
_REST = 0.02


def queue(
    record: Record,
    limit: int = LIMIT,
    after: str | None = None,
    kinds: Collection[ItemKind] = KINDS,
    user: str | None = None,
    *,
    claim: str | None = None,
    party: str | None = None,
    report: str | None = None,
) -> ReviewPage:
    """The next links and statements to judge, most pressing first; without what `user` has judged already.

    It gathers the claims that are asked for, or all. Whoever asks often keeps a `ReviewQueue`. `claim` is an id or words,
    `party` a key or a name, `report` an id; `after` is the `next` of the page before.
    """
    ready = ReviewQueue(record)
    with record.asking() as connection:
        matters = None if claim is None else _matters_called(connection, claim, record)
        if report is not None:
            of_report = matters_of_reports(connection, [report_called(connection, report)])
            matters = of_report if matters is None else matters & of_report
    ready.refresh(only=matters)
    return ready.page(limit, after, kinds, user, claim=claim, party=party, report=report)


class ReviewQueue:
    """The queue of one record, kept in memory so that its pages cost little; several threads may ask it.

    `refresh` takes in what is new: at first all that the record holds, the least certain first, so that pages can be
    given meanwhile; later only the matters that reports, decisions, judgements and corrections have touched. `close` ends
    what goes on in the background.
    """

    def __init__(self, record: Record) -> None:
        self._record = record
        self._seen = Seen()
        self._order = Order()
        self._waiting: list[str] = []
        self._turn = threading.Lock()
        self._thread: threading.Thread | None = None
        self._closed = False

    @property
    def progress(self) -> float:
        """The share (0 to 1) of the record's matters that are weighed."""
        done, waiting = len(self._order.matters), len(self._waiting)
        return 1.0 if not waiting else done / (done + waiting)

    def refresh(self, most: int | None = None, only: Collection[str] | None = None) -> bool:
        """Takes in what changed; true if anything did.

        `most` is how many matters are weighed at most, for a caller who goes on later; of a large record the rest is then
        weighed in the background. `only` weighs these matters alone.
        """
        with self._turn, self._record.asking() as connection:
            seen, touched = changed(connection, self._seen)
            is_first, is_new = not self._seen.reports, seen != self._seen
            self._seen = seen
            if only is not None:
                touched, self._waiting = set(only), []
            elif is_first:
                self._waiting, touched = least_certain_first(connection, touched), set()
            self._waiting = [ident for ident in self._waiting if ident not in touched]
            if self._waiting and most is not None and self._goes_on(connection):
                return self._weigh(connection, sorted(touched)) or is_new
            some = [*sorted(touched), *self._waiting[:most]]
            self._waiting = [] if most is None else self._waiting[most:]
            return self._weigh(connection, some) or is_new

    def close(self) -> None:
        """Ends the work in the background."""
        self._closed = True
        if self._thread is not None:
            self._thread.join()

    def page(
        self,
        limit: int = LIMIT,
        after: str | None = None,
        kinds: Collection[ItemKind] = KINDS,
        user: str | None = None,
        *,
        claim: str | None = None,
        party: str | None = None,
        report: str | None = None,
    ) -> ReviewPage:
        """A page of what is weighed so far; the arguments are those of `queue`. UsageError for what makes no sense."""
        if limit < 1:
            raise UsageError(f"a page of {limit} items holds nothing; give 1 or more")
        unknown = sorted(set(kinds) - set(KINDS))
        if unknown:
            raise UsageError(f"{unknown[0]!r} is no kind of thing to review; give any of: {', '.join(KINDS)}")
        order = self._order
        first = 0 if after is None else order.after(after)
        judged = order.said.by(user.strip()) if user is not None else frozenset()
        with self._record.asking() as connection:
            tests = list(self._tests(connection, order, claim, party, report))
            if set(kinds) != set(KINDS):
                tests.append(lambda one: one.kind in kinds)
            following = [n for n in range(first, len(order.items)) if order.places[n][1] not in judged]
            for test in tests:
                following = [n for n in following if test(order.items[n])]
            shown = following[:limit]
            some = [(order.items[n], reason_for(order.items[n], order.said), order.priority(n)) for n in shown]
            items = items_of(connection, some, order.said, user)
        more = len(following) > len(shown)
        return ReviewPage(items, len(following), items[-1].place if more else None)

    def _tests(
        self, connection: Connection, order: Order, claim: str | None, party: str | None, report: str | None
    ) -> Iterator[Callable[[Weighed], bool]]:
        if claim is not None:
            called = claims_called(connection, claim, EVERYTHING, self._record.aliases)
            ids = {one.claim.id for one in called.claims}
            yield lambda one: one.claim in ids
        if party is not None:
            meant = order.parties_called(party, self._record.aliases)
            yield lambda one: one.party is not None and one.party.key in meant
        if report is not None:
            ident = report_called(connection, report)
            yield lambda one: one.report == ident

    def _goes_on(self, connection: Connection) -> bool:
        """Whether the rest is weighed in the background, which begins now if it has not."""
        if self._thread is None:
            links = connection.scalar(select(func.count()).select_from(link)) or 0
            if links <= _FEW or self._closed:
                return False
            self._thread = threading.Thread(target=self._work, name="review queue", daemon=True)
            self._thread.start()
        return True

    def _work(self) -> None:
        """Weighs what waits, a few matters at a time, so that whoever asks meanwhile has his turn."""
        known: tuple[Seen, Speakers] | None = None
        while self._waiting and not self._closed:
            if known is None or known[0] != self._seen:
                seen = self._seen
                with self._record.asking() as connection:
                    known = seen, all_speakers(connection)
            with self._turn, self._record.asking() as connection:
                some, self._waiting = self._waiting[:_STEP], self._waiting[_STEP:]
                self._weigh(connection, some, known[1])
            threading.Event().wait(_REST)

    def _weigh(self, connection: Connection, matters: Collection[str], speakers: Speakers | None = None) -> bool:
        """Puts what there is to judge of some matters, and of their families, in place of what there was."""
        matters = with_families(connection, matters)
        if matters:
            some = weighed_on(connection, matters, speakers)
            self._order = self._order.with_matters(matters, some, reviewed(connection))
        return bool(matters)


def _matters_called(connection: Connection, claim: str, record: Record) -> set[str]:
    called = claims_called(connection, claim, EVERYTHING, record.aliases)
    return {link.matter for one in called.claims for link in one.links}
