"""`onrecord watch`: saved questions, what they found, and addresses that are called with it."""

from __future__ import annotations

import enum
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import options
from onrecord.cli.options import DEFAULT_DATABASE, Format
from onrecord.errors import UsageError

if TYPE_CHECKING:
    from onrecord.record import Record

EXAMPLES = """Examples:

  onrecord watch add first-named-confirmation Taliban talks --user "A. Reviewer"

  onrecord watch add any-denial --party "Government of Pakistan" --user "A. Reviewer"

  onrecord watch run

  onrecord watch findings --limit 20

  onrecord watch hook 3f0c2a https://newsroom.example.org/onrecord --user "A. Reviewer\""""

app = typer.Typer(
    help="Saved questions: what is asked of every report that comes in.", epilog=EXAMPLES, no_args_is_help=True
)


class Kind(enum.StrEnum):
    """What may be asked again and again."""

    first_named_confirmation = "first-named-confirmation"
    any_denial = "any-denial"
    standing_changed = "standing-changed"
    new_claim = "new-claim"
    new_statement = "new-statement"
    correction = "correction"


User = Annotated[str, typer.Option("--user", metavar="NAME", help="Who asks.")]
WatchId = Annotated[str, typer.Argument(metavar="WATCH", help="The question's id, or the beginning of it.")]


@app.command("add")
def add(
    kind: Annotated[Kind, typer.Argument(metavar="KIND", help=f"One of {', '.join(Kind)}.")],
    words: options.ClaimWords = None,
    claim: Annotated[str | None, typer.Option("--claim", metavar="CLAIM", help="One claim, by its id.")] = None,
    party: Annotated[
        str | None, typer.Option("--party", metavar="NAME", help="A party, by any of its names.")
    ] = None,
    actor: Annotated[
        str | None, typer.Option("--actor", metavar="ID|NAME", help="Whose statements, for new-statement.")
    ] = None,
    since: Annotated[
        date | None,
        typer.Option(
            "--since", parser=options.day, metavar="DATE", help="Leave out what was published before this day."
        ),
    ] = None,
    name: Annotated[str | None, typer.Option("--name", metavar="TEXT", help="What to call the question.")] = None,
    user: User = "",
    db: options.Database = DEFAULT_DATABASE,
    format: options.FormatOption = Format.table,  # noqa: A002 - the option's name is the contract's
) -> None:
    """Save a question; `onrecord watch run` and the desk put it to what comes in."""
    from onrecord.cli import desktables, output
    from onrecord.cli.opening import held_record
    from onrecord.desk.watches import Question, Watches
    from onrecord.run.adding import recording_time

    with held_record(db) as record:
        who = None if actor is None else _actor(record, actor)
        asked = Question(kind.value, " ".join(words or ()) or None, claim, party, who, since)
        made = Watches(record).add(asked, user, recording_time(), name)
    if format is Format.json:
        output.print_json([desktables.watch_json(made)])
    else:
        desktables.print_watches(output.screen(), [made], {})


@app.command("list")
def listed(
    removed: Annotated[bool, typer.Option("--removed", help="Those that were given up too.")] = False,
    db: options.Database = DEFAULT_DATABASE,
    format: options.FormatOption = Format.table,  # noqa: A002 - the option's name is the contract's
) -> None:
    """List the saved questions, with the addresses that are called with what they find."""
    from onrecord.cli import desktables, output
    from onrecord.cli.opening import held_record
    from onrecord.desk.hooks import Hooks
    from onrecord.desk.watches import Watches

    with held_record(db) as record:
        held = Watches(record).all(removed=removed)
        hooks = Hooks(record).all(removed=removed)
    by_watch = {watch.id: [hook for hook in hooks if hook.watch == watch.id] for watch in held}
    if format is Format.json:
        output.print_json(desktables.watch_json(watch, by_watch[watch.id]) for watch in held)
    else:
        desktables.print_watches(output.screen(), held, by_watch)


@app.command("run")
def run(
    watch: Annotated[str | None, typer.Argument(metavar="[WATCH]", help="One question; all, if left out.")] = None,
    whole: Annotated[
        bool, typer.Option("--whole", help="Put it to the whole record, not only to what is new.")
    ] = False,
    db: options.Database = DEFAULT_DATABASE,
    format: options.FormatOption = Format.table,  # noqa: A002 - the option's name is the contract's
) -> None:
    """Put saved questions to what came in since they were last put, print what is found, and call the webhooks."""
    from onrecord.cli import desktables, output
    from onrecord.cli.opening import held_record
    from onrecord.desk.hooks import Hooks
    from onrecord.desk.watches import Watches
    from onrecord.run.adding import recording_time

    with held_record(db) as record:
        found = Watches(record).run(recording_time(), watch, whole=whole)
        calls = Hooks(record).deliver(recording_time())
    desktables.print_found(found, as_json=format is Format.json)
    for call in calls:
        if not call.delivered:
            why = call.error or f"status {call.status}"
            output.aside().print(
                output.plain(f"webhook {call.hook[:8]} did not take finding {call.finding[:8]}: {why}")
            )


@app.command("findings")
def findings(
    watch: Annotated[str | None, typer.Argument(metavar="[WATCH]", help="One question; all, if left out.")] = None,
    limit: Annotated[
        int, typer.Option("--limit", metavar="N", min=1, help="Findings to show, the last found first.")
    ] = 100,
    db: options.Database = DEFAULT_DATABASE,
    format: options.FormatOption = Format.table,  # noqa: A002 - the option's name is the contract's
) -> None:
    """Show what saved questions found."""
    from onrecord.cli import desktables
    from onrecord.cli.opening import held_record
    from onrecord.desk.watches import Watches

    with held_record(db) as record:
        found = Watches(record).findings(watch, limit=limit).findings
    desktables.print_found(found, as_json=format is Format.json)


@app.command("remove")
def remove(
    watch: WatchId,
    user: User = "",
    db: options.Database = DEFAULT_DATABASE,
    format: options.FormatOption = Format.table,  # noqa: A002 - the option's name is the contract's
) -> None:
    """Give up a saved question; what it found stays on record."""
    from onrecord.cli import desktables, output
    from onrecord.cli.opening import held_record
    from onrecord.desk.watches import Watches
    from onrecord.run.adding import recording_time

    with held_record(db) as record:
        # Whoever has the file may give up any question in it.
        held = Watches(record).remove(watch, user, recording_time(), anybodys=True)
    if format is Format.json:
        output.print_json([desktables.watch_json(held)])
    else:
        desktables.print_watches(output.screen(), [held], {})


@app.command("hook")
def hook(
    watch: WatchId,
    url: Annotated[str, typer.Argument(metavar="URL", help="The address to call: https://host/path.")],
    user: User = "",
    db: options.Database = DEFAULT_DATABASE,
    format: options.FormatOption = Format.table,  # noqa: A002 - the option's name is the contract's
) -> None:
    """Have an address called with what a saved question finds from now on; prints the secret of the signatures, once."""
    from onrecord.cli import desktables, output
    from onrecord.cli.opening import held_record
    from onrecord.desk.hooks import Hooks
    from onrecord.run.adding import recording_time

    with held_record(db) as record:
        made = Hooks(record).add(watch, url, user, recording_time())
    if format is Format.json:
        output.print_json([desktables.hook_json(made.hook) | {"secret": made.secret}])
    else:
        output.print_page(f"{made.secret}\n")
        output.aside().print(f"This is the only time it is shown. The webhook's id is {made.hook.id}.")


@app.command("unhook")
def unhook(
    webhook: Annotated[str, typer.Argument(metavar="WEBHOOK", help="The webhook's id, or the beginning of it.")],
    user: User = "",
    db: options.Database = DEFAULT_DATABASE,
    format: options.FormatOption = Format.table,  # noqa: A002 - the option's name is the contract's
) -> None:
    """Have an address no longer called."""
    from onrecord.cli import desktables, output
    from onrecord.cli.opening import held_record
    from onrecord.desk.hooks import Hooks
    from onrecord.run.adding import recording_time

    with held_record(db) as record:
        held = Hooks(record).remove(webhook, user, recording_time(), anybodys=True)
    if format is Format.json:
        output.print_json([desktables.hook_json(held)])
    else:
        output.screen().print(output.plain(f"no longer called: {held.url}"))


def _actor(record: Record, words: str) -> str:
    """The id of the one whom a name or an id means; UsageError where several go by it."""
    found = record.who(words)
    if found.person is None:
        several = ", ".join(f"{one.name} ({one.id})" for one in found.candidates[:5])
        raise UsageError(f"several go by {words!r}; give the id of one: {several}")
    return found.person.id
