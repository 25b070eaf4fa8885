"""Who said what, as lines of the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from onrecord.cli.output import cut, safe
from onrecord.cli.tables import STANDING_STYLES
from onrecord.model import SourceKind, StandingName


def who(speaker: str | None, source: str | None, kind: SourceKind, party: str | None) -> Text:
    """The speaker's name, or the report's words for him, how he is named, and for whom he speaks."""
    name = speaker or source or "unnamed"
    told = kind if party is None or party == name else f"{kind}, {party}"
    return Text.assemble(cut(name, 40), (f" ({cut(told, 46)})", "dim"))


def print_words(screen: Console, words: str, where: str, indent: int) -> None:
    """What was said, in quotation marks, wrapped below the speaker, with where it was printed in the last line."""
    told = Text.assemble(f"“{safe(' '.join(words.split()))}”", "  ", (safe(where), "dim"))
    print_wrapped(screen, told, indent)


def print_wrapped(screen: Console, text: Text, indent: int) -> None:
    """A text wrapped within the screen, every line of it indented."""
    for line in text.wrap(screen, max(20, screen.width - indent)):
        screen.print(Text(" " * indent).append_text(line), no_wrap=True, overflow="ellipsis")


def moved(before: StandingName, after: StandingName) -> Text:
    """`denied → disputed`, each in its colour."""
    return Text.assemble((before, STANDING_STYLES[before]), " → ", (after, STANDING_STYLES[after]))


def printed(outlet: str | None, published: object, ident: str) -> str:
    """Where a statement was printed, and the beginning of its id."""
    return f"{outlet or 'no outlet'}, {published or 'no date'} [{ident[:8]}]"
