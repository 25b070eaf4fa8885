"""Reports read one after the other; what cannot be read is said in its place and stops nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
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
    incoming = reports(paths, stated, stdin)
    while batch := list(islice(incoming, settings().batch_reports)):
        pages = [_opened(raw) for raw in batch]
        repeated = _repeated([p for p in pages if isinstance(p, OpenedPage)])
        for page in pages:
            if isinstance(page, Unread):
                yield page
                continue
            made = guarded(page.origin, article, page, repeated.get(page.stated.outlet))
            yield made if isinstance(made, Unread) else (page.origin, made)


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
