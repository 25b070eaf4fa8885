"""`onrecord actors`: everybody on record, each once, with the reasons for it."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli import options
from onrecord.cli.options import DEFAULT_DATABASE, Format
from onrecord.errors import UsageError

EXAMPLES = """Examples:

  onrecord actors

  onrecord actors Faqir Mohammad --as-of 2012-03-31

  onrecord actors Faqir --why

  onrecord actors --office "deputy chief" --party Taliban --as-of 2011-12-31

  onrecord actors --db talks.db --format json"""


def command(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS]", help="Only those with these words in a name, in any spelling; or an id."),
    ] = None,
    db: options.Database = DEFAULT_DATABASE,
    as_of: options.AsOf = None,
    why: Annotated[
        bool, typer.Option("--why", help="Show the judgements that make them one, with every reason.")
    ] = False,
    office: Annotated[
        str | None, typer.Option("--office", metavar="OFFICE", help="Who holds this office, instead of everybody.")
    ] = None,
    party: Annotated[
        str | None, typer.Option("--party", metavar="NAME", help="The party whose office it is, by any of its names.")
    ] = None,
    format: options.FormatOption = Format.table,  # noqa: A002 - the option's name is the contract's
) -> None:
    """List the people and groups of a record, each once in all its spellings, with offices over time.

    Two names are joined for several reasons together, never for the name alone; what may be the same is named below as a
    candidate. With `onrecord judge` a reviewer decides. Two who are said to hold one office at once are both given.
    """
    from onrecord.cli import actortables, output
    from onrecord.cli.opening import held_record

    if party is not None and office is None:
        raise UsageError('--party says whose office is meant; give the office too: --office "deputy chief"')
    if office is not None:
        with held_record(db) as record:
            holders = record.office_holders(office, party, as_of)
        if format is Format.json:
            output.print_json(map(actortables.holder_json, holders))
        else:
            actortables.print_holders(output.screen(), holders)
        return
    with held_record(db) as record:
        found = record.identities(" ".join(words) if words else None, as_of)
    if format is Format.json:
        output.print_json(actortables.identity_json(identity, why=why) for identity in found)
    else:
        actortables.print_identities(output.screen(), found, why=why, alone=bool(words))
