"""`onrecord brief`: one page on one claim."""

from __future__ import annotations

import enum
from typing import Annotated

import typer

from onrecord.cli import options
from onrecord.cli.options import DEFAULT_DATABASE

EXAMPLES = """Examples:

  onrecord brief Taliban talks --as-of 2011-12-10

  onrecord brief FARC talks --format html > talks.html

  onrecord brief 3f0c2a --db talks.db --format json"""


class PageFormat(enum.StrEnum):
    """How a page is written."""

    markdown = "markdown"
    html = "html"
    json = "json"


def command(
    claim: Annotated[
        list[str], typer.Argument(metavar="CLAIM_ID|WORDS", help="A claim's id, or words that find it.")
    ],
    db: options.Database = DEFAULT_DATABASE,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    format: Annotated[  # noqa: A002 - the option's name is the contract's
        PageFormat, typer.Option("--format", "-f", help="Markdown, one HTML file of its own, or JSON.")
    ] = PageFormat.markdown,
) -> None:
    """Write one page on a claim: what is claimed, by whom, who denies it, since when, in which words, what is open.

    Every sentence ends with the ids of the statements that it rests on, and the sources stand at the end. The page
    reports positions and says nothing of who is right.
    """
    from onrecord.cli import output
    from onrecord.cli.opening import held_record
    from onrecord.contract import claim_json, noun_json

    with held_record(db) as record:
        page = record.brief(" ".join(claim), as_of, known_at)
    if format is PageFormat.json:
        output.print_json([noun_json(page) | {"claim": claim_json(page.claim)}])
    else:
        output.print_page(page.html() if format is PageFormat.html else page.markdown())
