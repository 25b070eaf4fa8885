"""`onrecord release`: a numbered snapshot of a record that can be cited, and the check that it is unchanged."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli import options
from onrecord.cli.options import DEFAULT_DATABASE
from onrecord.errors import UsageError

EXAMPLES = """Examples:

  onrecord release releases/ --title "Talks in Colombia" --creator "Peace Desk" --licence CC-BY-4.0

  onrecord release releases/ --as-of 2012-09-05 --zip

  onrecord release verify releases/onrecord-release-1"""

_VERIFY = "verify"


def command(
    places: Annotated[
        list[str],
        typer.Argument(
            metavar="[verify] DIR",
            help="The folder in which releases are numbered; after verify, the release to check.",
            show_default=False,
        ),
    ],
    db: options.Database = DEFAULT_DATABASE,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="What the data set is called.")] = None,
    creator: Annotated[
        list[str] | None, typer.Option("--creator", metavar="NAME", help="Who made it; may be repeated.")
    ] = None,
    licence: Annotated[
        str | None, typer.Option("--licence", metavar="NAME", help="Its licence, best as an SPDX name: CC-BY-4.0.")
    ] = None,
    version: Annotated[
        str | None,
        typer.Option("--version", metavar="TEXT", help="Its version; by default the number of the release."),
    ] = None,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    with_texts: Annotated[
        bool, typer.Option("--with-texts", help="Take in the full texts of reports, which are their publishers'.")
    ] = False,
    zip_too: Annotated[bool, typer.Option("--zip", help="Write the release as one ZIP file as well.")] = False,
) -> None:
    """Freeze a record as a numbered release that can be cited, with codebook and checksums; or verify one.

    It holds all tables as CSV and Parquet, event rows, map, network, annotations, entities and citations. The same record
    gives the same release, byte for byte. A release is never overwritten.
    """
    if places[0] == _VERIFY and len(places) == 2:
        _verify(Path(places[1]))
        return
    if len(places) != 1:
        raise UsageError("give one folder for releases, or verify and the folder of a release")
    from onrecord.cli import output
    from onrecord.cli.opening import held_record
    from onrecord.export.release import Citation, make_release
    from onrecord.export.snapshot import Seen

    cited = Citation(title, tuple(creator or ()), licence, version)
    with held_record(db) as record:
        made = make_release(
            record, Path(places[0]), cited, Seen(as_of, known_at), output.followed, texts=with_texts, zipped=zip_too
        )
    output.aside().print(output.plain(f"{made}: verify it with: onrecord release verify {made}"), soft_wrap=True)


def _verify(folder: Path) -> None:
    """Says what differs; leaves with 1 where anything does."""
    from onrecord.cli import output
    from onrecord.export.release import verify

    troubles = verify(folder)
    for trouble in troubles:
        output.aside().print(output.plain(trouble), soft_wrap=True)
    if troubles:
        raise typer.Exit(1)
    output.aside().print(output.plain(f"{folder} is as it was made"), soft_wrap=True)
