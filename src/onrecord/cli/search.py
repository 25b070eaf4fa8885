"""`onrecord search`: full text over the reports of a record."""

from __future__ import annotations

import enum
from datetime import date
from typing import Annotated

import typer

from onrecord.cli import options
from onrecord.cli.correct import ActName, SourceKindName
from onrecord.cli.options import DEFAULT_DATABASE, Format

EXAMPLES = """Examples:

  onrecord search exploratory talks

  onrecord search '"peace talks"' 'negotiat*' --from 2011-11-01 --to 2011-12-31

  onrecord search talks --party Taliban --act denies --format json"""


class OrderName(enum.StrEnum):
    """The orders of what is found."""

    best = "best"
    newest = "newest"
    oldest = "oldest"


def command(
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS", help='Words, beginnings (talk*) and phrases ("peace talks").')
    ],
    db: options.Database = DEFAULT_DATABASE,
    party: Annotated[
        str | None, typer.Option("--party", metavar="NAME", help="Said for this party, by any of its names.")
    ] = None,
    speaker: Annotated[str | None, typer.Option("--speaker", metavar="NAME", help="Said by this speaker.")] = None,
    act: Annotated[ActName | None, typer.Option("--act", help="Said in this way.")] = None,
    source_kind: Annotated[
        SourceKindName | None, typer.Option("--source-kind", help="Said by a source named in this way.")
    ] = None,
    outlet: Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Printed by this outlet.")] = None,
    since: Annotated[
        date | None,
        typer.Option("--from", parser=options.day, metavar="DATE", help="Published on this day or later."),
    ] = None,
    until: Annotated[
        date | None,
        typer.Option("--to", parser=options.day, metavar="DATE", help="Published on this day or earlier."),
    ] = None,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    order: Annotated[
        OrderName, typer.Option("--order", help="The best first, or by day of publication.")
    ] = OrderName.best,
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="Reports that are shown, at most.")] = 20,
    format: options.FormatOption = Format.table,  # noqa: A002 - the option's name is the contract's
) -> None:
    """Find the reports that hold all the words, and the statements in which they stand.

    Capital letters and accents make no difference. With a party, a speaker, an act or a kind of source, a statement of
    theirs has to hold all the words. Reports with most such statements come first, then those with most of the words,
    then the newest; or they come by `--order`.
    """
    from onrecord.cli import output, searchshown
    from onrecord.cli.opening import held_record
    from onrecord.contract import noun_json
    from onrecord.record.search import Hits, Narrowed

    last = min((day for day in (until, as_of) if day is not None), default=None)
    narrowed = Narrowed(
        since,
        last,
        speaker,
        party,
        act=None if act is None else act.value,  # type: ignore[arg-type]
        known_at=known_at,
        source_kind=None if source_kind is None else source_kind.value,  # type: ignore[arg-type]
        outlet=outlet,
    )
    with held_record(db) as record:
        found = Hits.of(record, " ".join(words), narrowed, order.value)
        shown = found[:limit]
    if format is Format.json:
        output.print_json(map(noun_json, shown))
    else:
        searchshown.print_hits(output.screen(), shown, len(found))
