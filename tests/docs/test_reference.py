"""The reference is the code's own: nothing is left out of it, nothing says nothing of itself, and no page is out of date."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from docs_src import commands, python, routes
from docs_src.pages import DOCS, NOTEBOOK, PAGES

from onrecord.settings import Settings

ROOT = Path(__file__).parents[2]


def shown(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_that_is_made_from_the_code_is_as_the_code_makes_it_now(name: str) -> None:
    assert shown(name) == PAGES[name](), "run scripts/docs"


def test_making_the_pages_in_another_process_gives_the_same_bytes(tmp_path: Path) -> None:
    call = f"from pathlib import Path; from docs_src.pages import write; write(Path({str(tmp_path)!r}))"
    subprocess.run([sys.executable, "-c", call], cwd=ROOT, check=True)
    assert {name: (tmp_path / name).read_text(encoding="utf-8") for name in PAGES} == {
        name: made() for name, made in PAGES.items()
    }


def test_every_command_and_option_says_what_it_does() -> None:
    assert commands.undescribed() == []


def test_every_command_and_option_stands_in_the_reference() -> None:
    page = shown("reference/commands.md")
    sections = dict(re.findall(r"^## onrecord ([\w -]+)\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL))
    assert list(sections) == list(commands.commands())
    for name, command in commands.commands().items():
        options = [option for param in command.params for option in param.opts if option.startswith("-")]
        assert [option for option in options if f"`{option}`" not in sections[name]] == []


def test_every_command_has_an_example_that_names_it() -> None:
    page = shown("reference/commands.md")
    for name in commands.commands():
        if " " not in name:
            section = page.partition(f"## onrecord {name}\n")[2].partition("\n## ")[0]
            assert f"onrecord {name} " in section.partition("Examples:")[2], name


def test_every_setting_stands_in_the_reference() -> None:
    named = set(re.findall(r"^\| `ONRECORD_(\w+)`", shown("reference/settings.md"), re.MULTILINE))
    assert named == {name.upper() for name in Settings.model_fields}


def test_every_page_and_route_says_what_it_does() -> None:
    assert routes.undescribed() == []


def test_every_page_and_route_stands_in_the_reference() -> None:
    page = shown("reference/routes.md")
    assert [route.path for route in routes.pages() if f"| `{route.path}` |" not in page] == []
    with routes.desk() as app:
        paths = routes.described(app)["paths"]
    told = re.findall(r"^#### ([A-Z]+) (\S+)$", page, re.MULTILINE)
    assert sorted(told) == sorted((method.upper(), path) for path, held in paths.items() for method in held)


def test_every_method_of_a_record_is_explained() -> None:
    assert python.undescribed() == []


def test_the_notebooks_charts_have_pictures() -> None:
    text = shown("notebooks/tutorial.md")
    pictures = re.findall(r"!\[[^\]]+\]\((\S+\.svg)\)", text)
    assert len(pictures) == 3
    assert [name for name in pictures if not (NOTEBOOK.parent / name).is_file()] == []
