"""Screens of the desk over a record of the samples, as Chromium shows them; the same record gives the same pictures."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from playwright.sync_api import Browser

from docs_src.pictures.browser import chromium
from docs_src.pictures.shrinking import pixels, small_png
from onrecord import Record

SIZE = (1280, 800)
_ONRECORD = Path(sys.executable).parent / "onrecord"
_STILL = "*,*::before,*::after{animation:none!important;transition:none!important;caret-color:transparent!important}"


@dataclass(frozen=True, slots=True)
class Screen:
    """One picture: its name, the address in the desk, the colours, and what has to be there before it is taken."""

    name: str
    address: str
    colours: Literal["light", "dark"] = "light"
    waits_for: str = "main"


def screens(record: Path) -> tuple[Screen, ...]:
    """The pictures that the pages of the documentation show, on the claim and the report that the tutorial speaks of."""
    with Record.open(record) as held:
        claim = held.standing("Taliban talks").claim.id
        (report,) = (one.id for one in held.reports() if one.outlet == "Larkmoor Chronicle")
    words = quote("Taliban talks")
    return (
        Screen("desk-board", "/?as_of=2011-12-10"),
        Screen("desk-board-dark", "/?as_of=2012-03-07", colours="dark"),
        Screen("desk-claim", f"/claims/{claim}?as_of=2012-03-07"),
        Screen("desk-report", f"/reports/{report}"),
        Screen("desk-map", "/map", waits_for="main svg, main .leaflet-container, main canvas"),
        Screen("desk-timeline", f"/timeline?q={words}"),
    )


def take(record: Path, to: Path) -> Iterator[Path]:
    """Writes each screen that the desk has as a PNG file; one that it answers with an error is an error here too."""
    with serving(record) as address, chromium() as browser:
        blank = browser.new_page()
        for screen in screens(record):
            path = to / f"{screen.name}.png"
            picture = _picture(browser, address, screen)
            path.write_bytes(small_png(pixels(picture, blank)))
            yield path


def _picture(browser: Browser, address: str, screen: Screen) -> bytes:
    width, height = SIZE
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=screen.colours,
        reduced_motion="reduce",
        locale="en-GB",
    )
    page = context.new_page()
    answer = page.goto(f"{address}{screen.address}", wait_until="networkidle")
    if answer is None or not answer.ok:
        raise RuntimeError(f"{screen.address} answers {answer.status if answer else 'nothing'}")
    page.wait_for_selector(screen.waits_for)
    page.evaluate("document.fonts.ready")
    picture = page.screenshot(style=_STILL, animations="disabled")
    context.close()
    return picture


@contextmanager
def serving(record: Path) -> Iterator[str]:
    """The address of a desk over a record, on any free port of this machine, ended afterwards."""
    call = [str(_ONRECORD), "serve", "--db", str(record), "--port", "0", "--user", "A. Reader"]
    with subprocess.Popen(call, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as server:  # noqa: S603
        try:
            yield _address(server)
        finally:
            server.terminate()


def _address(server: subprocess.Popen[str]) -> str:
    said = []
    for line in server.stderr or ():
        said.append(line)
        if told := re.search(r"http://[\w.\[\]:]+", line):
            return told[0]
    raise RuntimeError(f"the desk did not start: {''.join(said)}")
