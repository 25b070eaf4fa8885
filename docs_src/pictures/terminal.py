"""What commands print, as pictures: the screen of a terminal in SVG, in the letters of whoever looks."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

from onrecord.cli import output
from onrecord.cli.app import app

CALLS = {
    "standing": "onrecord standing Taliban talks --as-of 2012-03-07 --db talks.db",
    "show": "onrecord show samples/2011-12-10-ttp-commander-confirms.html",
}
"""The pictures, by name, with the call that each shows."""
WIDTH = 100
# The letters of whoever looks: rich's own form would fetch a font from elsewhere.
_FORM = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL).replace(
    "Fira Code, monospace", "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace"
)


def draw(folder: Path, to: Path) -> Iterator[Path]:
    """Writes each picture, of calls in a folder with the samples and the record talks.db."""
    for name, call in CALLS.items():
        path = to / f"{name}.svg"
        path.write_text(_picture(name, call, folder), encoding="utf-8")
        yield path


def _picture(name: str, call: str, folder: Path) -> str:
    screen = Console(
        record=True,
        width=WIDTH,
        file=io.StringIO(),
        force_terminal=True,
        color_system="truecolor",
        no_color=False,
        highlight=False,
        legacy_windows=False,
    )
    screen.print(Text(f"$ {call}", style="dim"))
    screen.print()
    with _inside(folder), _printing_to(screen):
        app(call.split()[1:], standalone_mode=False)
    picture = screen.export_svg(title="onrecord", code_format=_FORM, unique_id=name)
    return "\n".join(line.rstrip() for line in picture.splitlines()) + "\n"


@contextmanager
def _inside(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


@contextmanager
def _printing_to(screen: Console) -> Iterator[None]:
    before = output.screen
    output.screen = lambda: screen
    try:
        yield
    finally:
        output.screen = before
