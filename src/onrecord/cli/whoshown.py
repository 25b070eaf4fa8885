"""Who somebody is and what is on record by him and of him, in the terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from onrecord.cli.actortables import identity_json, print_identities
from onrecord.cli.output import cut
from onrecord.cli.quoted import print_words, print_wrapped, printed, who
from onrecord.cli.tables import ACT_STYLES, STANCE_STYLES
from onrecord.contract import noun_json
from onrecord.record.questions.people import Who
from onrecord.record.questions.saidby import PersonStatement

_INDENT = 12


def who_json(found: Who) -> dict[str, Any]:
    """The object that `onrecord who --format json` prints."""
    return {
        "asked": found.asked,
        "person": None if found.person is None else identity_json(found.person, why=True),
        "candidates": [identity_json(one, why=False) for one in found.candidates],
        "statements": [noun_json(one) for one in found.statements],
        "said_of": [noun_json(one) for one in found.said_of],
    }


def print_who(screen: Console, found: Who) -> None:
    """A card of the person, what is on record by him, and what others say; or everybody who may be meant."""
    if found.person is None:
        print_identities(screen, found.candidates, why=False, alone=False)
        print_wrapped(screen, Text(f"{len(found.candidates)} go by these words; ask for one by its id"), 0)
        return
    print_identities(screen, [found.person], why=False, alone=True)
    _print_all(screen, "on record", found.statements, own=True)
    _print_all(screen, "said by others", found.said_of, own=False)


def _print_all(screen: Console, heading: str, told: Sequence[PersonStatement], *, own: bool) -> None:
    screen.print(Text(f"{heading}: {len(told)} statement{'' if len(told) == 1 else 's'}", style="bold"))
    for one in told:
        head = Text(f"{one.date or 'no date':<{_INDENT}}").append(one.act, style=ACT_STYLES[one.act]).append("  ")
        head.append_text(_how(one) if own else who(one.speaker, one.source, one.source_kind, one.party))
        lines = head.wrap(screen, screen.width)
        screen.print(lines[0])
        for line in lines[1:]:
            print_wrapped(screen, line, _INDENT)
        copies = f" and {len(one.copies)} cop{'y' if len(one.copies) == 1 else 'ies'}" if one.copies else ""
        print_words(screen, one.words, printed(one.outlet, one.published, one.statement) + copies, _INDENT)
        for line in _claims(one):
            print_wrapped(screen, line, _INDENT)


def _how(one: PersonStatement) -> Text:
    """How the report names him here, and for whom he speaks."""
    told = ", ".join(part for part in (one.source, one.party) if part)
    return Text(f"as {cut(told, 60)}" if told else "", style="dim")


def _claims(one: PersonStatement) -> Iterable[Text]:
    for gloss, stance in zip(one.glosses, one.stances, strict=True):
        yield Text.assemble((stance, STANCE_STYLES[stance]), f" {cut(gloss, 90)}")
