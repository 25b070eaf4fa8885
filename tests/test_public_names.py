"""The names that each room offers to the others, and what a caller pays for importing them."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import subprocess
import sys
from importlib.metadata import version

import pytest

import onrecord
from onrecord import errors, model

OFFERED = {
    "onrecord": "Record display",
    "onrecord.intake": "EARLIEST LATEST READ_KINDS",
    "onrecord.page": "OpenedPage RepeatedLines article opened repeated_lines",
    "onrecord.reading": "EncoderReader Found Reader",
    "onrecord.resolution": "resolve",
    "onrecord.record": "Added Aliases Record ReportSummary Saying standing",
    "onrecord.record.search": "Facets Found FoundStatement Hits Narrowed Order SearchHit facets find hits_on",
    "onrecord.tables": "Table",
    "onrecord.run": "Kept Unread add_reports read_reports",
}
MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(onrecord.__path__, "onrecord.")
    if ".migrations" not in module.name and not module.name.endswith("__main__")
)
HEAVY = ("onnxruntime", "numpy", "tokenizers", "sqlalchemy", "alembic", "lxml", "trafilatura", "py3langid")


def loaded_by(statement: str) -> set[str]:
    """The heavy packages that a fresh Python has loaded after a statement."""
    command = f"import sys\n{statement}\nprint(*[m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("room", OFFERED)
def test_a_room_offers_the_names_that_others_rely_on(room: str) -> None:
    offered = importlib.import_module(room).__all__
    assert set(OFFERED[room].split()) <= set(offered)


@pytest.mark.parametrize("name", MODULES)
def test_a_module_says_what_it_holds_and_offers_only_what_is_there(name: str) -> None:
    module = importlib.import_module(name)
    assert module.__doc__, f"{name} has no docstring"
    offered = getattr(module, "__all__", [])
    assert list(offered) == sorted(set(offered), key=lambda n: (not n.isupper(), n[0].islower(), n))
    assert [n for n in offered if not hasattr(module, n)] == []


@pytest.mark.parametrize("room", OFFERED)
def test_every_offered_name_is_explained(room: str) -> None:
    module = importlib.import_module(room)
    things = {name: getattr(module, name) for name in module.__all__}
    made_here = {n: t for n, t in things.items() if inspect.isclass(t) or inspect.isfunction(t)}
    assert [n for n, t in made_here.items() if not inspect.getdoc(t)] == []


def test_the_nouns_cannot_be_changed() -> None:
    nouns = [c for _, c in inspect.getmembers(model, inspect.isclass) if c.__module__ == model.__name__]
    assert len(nouns) > 20
    assert [c.__name__ for c in nouns if not vars(c)["__dataclass_params__"].frozen] == []


def test_every_error_is_one_of_ours_and_stands_in_the_drawing() -> None:
    ours = [c for _, c in inspect.getmembers(errors, inspect.isclass) if c.__module__ == errors.__name__]
    assert all(issubclass(c, errors.OnrecordError) for c in ours)
    assert [c.__name__ for c in ours if c.__name__ not in (errors.__doc__ or "")] == []


def test_the_version_is_that_of_the_installed_package() -> None:
    assert onrecord.__version__ == version("onrecord")


@pytest.mark.parametrize("statement", ["import onrecord", "import onrecord.cli", "import onrecord.cli.app"])
def test_help_comes_without_loading_what_only_reading_needs(statement: str) -> None:
    assert loaded_by(statement) == set()


def test_the_rooms_can_be_imported_before_any_page_is_judged() -> None:
    assert not {"onnxruntime", "tokenizers"} & loaded_by("import onrecord.run, onrecord.page.judge")
