"""A real Chromium over the desk; without one these tests are skipped and say so."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from tests.browser.served import Served, served

ROOT = Path(__file__).parents[2]
AXE = ROOT / ".venv/axe-core/package/axe.min.js"
_QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def sample_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the sample reports, made with the command that the README names."""
    place = tmp_path_factory.mktemp("desk") / "talks.db"
    subprocess.run([str(ROOT / "scripts/add-samples"), str(place)], check=True, capture_output=True)
    return place


@pytest.fixture(scope="session")
def desk(sample_record: Path) -> Iterator[Served]:
    """The desk over the sample record."""
    with served(sample_record, "--user", "A. Reviewer") as running:
        yield running


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Debian's own Chromium, without a screen; closed after each file, since it keeps an event loop running meanwhile."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("there is no Chromium here; scripts/browser installs it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_QUIET))
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser, desk: Served) -> Iterator[Page]:
    """A tab on the desk that fails the test for any script error, refused content or message of an error."""
    context = chromium.new_context(base_url=desk.address, viewport={"width": 1280, "height": 800})
    tab = context.new_page()
    troubles: list[str] = []
    tab.on("pageerror", lambda error: troubles.append(str(error)))
    tab.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    yield tab
    context.close()
    assert not troubles, troubles
