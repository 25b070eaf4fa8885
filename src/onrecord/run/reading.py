"""Reports read one after the other; what cannot be read is said in its place and stops nothing."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import groupby, islice
from typing import BinaryIO, ParamSpec, TypeVar

from onrecord.errors import Fault, ReportError
from onrecord.intake import Failure, reports
from onrecord.model import Article, RawReport, Reading, Stated
from onrecord.page import OpenedPage, RepeatedLines, article, opened, repeated_lines
from onrecord.reading import Reader
from onrecord.resolution import resolve
from onrecord.settings import settings

Given = ParamSpec("Given")
Made = TypeVar("Made")
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
    return ahead(_tasks(reports(paths, stated, stdin)))


def _tasks(incoming: Iterator[RawReport | Failure]) -> Iterator[Callable[[], tuple[str, Article] | Unread]]:
    """What is left to do for each report, once the lines that its batch repeats are known."""
    while batch := list(islice(incoming, settings().batch_reports)):
        pages = [_opened(raw) for raw in batch]
        repeated = _repeated([p for p in pages if isinstance(p, OpenedPage)])
        for page in pages:
            yield partial(_article, page, repeated)


def _article(page: OpenedPage | Unread, repeated: Mapping[str | None, RepeatedLines]) -> tuple[str, Article] | Unread:
    if isinstance(page, Unread):
        return page
    made = guarded(page.origin, article, page, repeated.get(page.stated.outlet))
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
    paths: Iterable[str], stated: Stated, reader: Reader, stdin: BinaryIO | None = None
) -> Iterator[Reading | Unread]:
    """Every report behind the paths, read, in order."""
    for found in articles(paths, stated, stdin):
        yield found if isinstance(found, Unread) else read_article(*found, reader)


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
