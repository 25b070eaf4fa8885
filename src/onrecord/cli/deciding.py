"""A reviewer's decision on links or claims, put on record and printed."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.cli import linktables, output
from onrecord.cli.opening import held_record
from onrecord.errors import UsageError
from onrecord.record import Decision
from onrecord.record.reviewing import Review
from onrecord.run.adding import recording_time


def decide(
    db: str,
    who: tuple[str, str | None],
    what: Callable[[Review], list[Decision]],
    *,
    withdrawn: bool,
    as_json: bool,
) -> None:
    """Carries out what a reviewer decides, given by name and note; UsageError without a name."""
    user, note = who
    if not user.strip():
        raise UsageError('say who decides: --user "A. Reviewer"')
    with held_record(db) as record, record.review(user, recording_time(), note) as review:
        made = what(review)
    if as_json:
        output.print_json(linktables.decision_json(one) | {"withdrawn": withdrawn} for one in made)
    else:
        linktables.print_decisions(output.screen(), made, withdrawn=withdrawn)
