"""Reports read one after the other; what cannot be read is said in its place and stops nothing."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import chain, groupby, islice
from typing import BinaryIO, ParamSpec, TypeVar

from onrecord.errors import Fault, ReportError
from onrecord.intake import Failure, reports
from onrecord.model import Article, RawReport, Reading, Stated
from onrecord.page import OpenedPage, RepeatedLines, article, opened, repeated_lines
from onrecord.reading import Reader
from onrecord.resolution import resolve
from onrecord.run.workers import Task, side_by_side
from onrecord.settings import settings

Given = ParamSpec("Given")
Made = TypeVar("Made")
FEW = 4
"""Reports up to which starting other processes takes longer than it saves."""
MOST_AHEAD = 2
"""Pages made before they are asked for; `encoding.pages` keeps the words of one more and the one being read."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A report that could not be read: where it came from and why."""

    origin: str
    error: ReportError


def articles(
    paths: Iterable[str], stated: Stated, stdin: BinaryIO | None = None
) -> Iterator[tuple[str, Article] | Unread]:
    """Every report behind the paths as an article with its origin, in order; Unread in the place of what is not one.

    Reports are looked at in batches of `settings().batch_reports`, counted from the first, so that the lines an outlet
    repeats are found and the same paths always give the same articles.
    """
    return ahead(partial(article_of, *page) for page in pages(reports(paths, stated, stdin)))


Page = tuple[OpenedPage | Unread, RepeatedLines | None]
"""An opened page, or why it could not be opened, with the lines that its batch repeats."""


def pages(incoming: Iterator[RawReport | Failure]) -> Iterator[Page]:
    """Every report as an opened page, once the lines that its batch repeats are known."""
    while batch := list(islice(incoming, settings().batch_reports)):
        found = [_opened(raw) for raw in batch]
        repeated = _repeated([p for p in found if isinstance(p, OpenedPage)])
        for page in found:
            yield page, None if isinstance(page, Unread) else repeated.get(page.stated.outlet)


def article_of(page: OpenedPage | Unread, repeated: RepeatedLines | None) -> tuple[str, Article] | Unread:
    """The article on a page with its origin, its furniture marked."""
    if isinstance(page, Unread):
        return page
    made = guarded(page.origin, article, page, repeated)
    return made if isinstance(made, Unread) else (page.origin, made)


def ahead(tasks: Iterable[Callable[[], Made]], most: int = MOST_AHEAD) -> Generator[Made, None, None]:
    """What the tasks make, in their order; another thread works on the next ones while the caller uses what it has.

    Most of the time of a page goes into its encoder, which leaves Python to others. The tasks themselves come from the
    caller's thread, so that waiting for input can be interrupted.
    """
    pool = ThreadPoolExecutor(1, "pages")
    waiting: deque[Future[Made]] = deque()
    try:
        for task in tasks:
            waiting.append(pool.submit(task))
            if len(waiting) > most:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def read_reports(
    paths: Iterable[str], stated: Stated, reader: Reader, stdin: BinaryIO | None = None, processes: int = 1
) -> Iterator[Reading | Unread]:
    """Every report behind the paths, read, in order.

    With several `processes`, more than a handful of reports are read side by side; the readings are the same. A script
    that asks for that must be importable (`if __name__ == "__main__":`), as `multiprocessing` has it, and so must the
    reader.
    """
    incoming = pages(reports(paths, stated, stdin))
    first = list(islice(incoming, FEW + 1 if processes > 1 else 0))
    if len(first) > FEW:
        tasks = (Task(partial(read_page, *page, reader), partial(lost, page[0])) for page in chain(first, incoming))
        yield from side_by_side(tasks, processes)
        return
    for found in ahead(partial(article_of, *page) for page in chain(first, incoming)):
        yield found if isinstance(found, Unread) else read_article(*found, reader)


def read_page(page: OpenedPage | Unread, repeated: RepeatedLines | None, reader: Reader) -> Reading | Unread:
    """What the article on a page says."""
    found = article_of(page, repeated)
    return found if isinstance(found, Unread) else read_article(*found, reader)


def lost(page: OpenedPage | Unread) -> Unread:
    """What stands for a report whose reading ended its process."""
    message = "the process that read this report was ended, most likely for want of memory; read the report by itself"
    return Unread(page.origin, Fault(message))


def read_article(origin: str, page: Article, reader: Reader) -> Reading | Unread:
    """What one article says."""
    return guarded(origin, lambda: resolve(page, reader.read(page)))


def guarded(origin: str, make: Callable[Given, Made], *given: Given.args, **named: Given.kwargs) -> Made | Unread:
    """What `make` gives, or Unread with the reason; a bug of ours in one report leaves the other reports whole."""
    try:
        return make(*given, **named)
    except ReportError as error:
        return Unread(origin, error)
    except Exception as error:  # noqa: BLE001 - one bad report must never stop the others
        message = f"onrecord failed on this report ({type(error).__name__}: {error}); please report it with the file"
        return Unread(origin, Fault(message))


def _opened(raw: RawReport | Failure) -> OpenedPage | Unread:
    if isinstance(raw, Failure):
        return Unread(raw.origin, raw.error)
    return guarded(raw.origin, opened, raw)


def _repeated(pages: list[OpenedPage]) -> dict[str | None, RepeatedLines]:
    """The lines that come back in the reports of one outlet; reports of no known outlet are not compared."""
    named = sorted((p for p in pages if p.stated.outlet), key=lambda p: p.stated.outlet or "")
    groups = groupby(named, key=lambda p: p.stated.outlet)
    return {outlet: repeated_lines([p.text for p in group]) for outlet, group in groups}
