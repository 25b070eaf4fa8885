"""The documentation equals the code: what it names exists, what exists is named, and what it shows can be run."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import fields, replace
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
from typer.main import get_command

import onrecord
from onrecord import errors, model
from onrecord.cli import actortables, add, linktables
from onrecord.cli.app import app
from onrecord.contract import error_json, reading_json, standing_json, summary_json
from onrecord.model import Article, Reading, Span
from onrecord.reading import Found
from onrecord.reading.ontology import ontology
from onrecord.record import Added, CorrectedValue, Correction, Decision, HeldLink, ReportSummary
from onrecord.record.identities import Identity
from onrecord.record.judgements import Judgement
from onrecord.record.offices import OfficeHolder
from onrecord.record.questions.brief import Brief, Sentence, Source
from onrecord.record.questions.changes import ClaimChange
from onrecord.record.questions.people import Who
from onrecord.record.questions.positions import ClaimPosition
from onrecord.record.questions.saidby import PersonStatement
from onrecord.record.questions.timeline import TimelineEntry
from onrecord.record.search import FoundStatement, SearchHit
from onrecord.resolution.actors.entries import listed
from onrecord.review import Agreement, HistoryRow, KindAgreement, ReviewItem
from onrecord.run import Kept
from onrecord.settings import Settings

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRACT = (ROOT / "docs" / "contract.md").read_text(encoding="utf-8")
SETTINGS = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
STANDING = (ROOT / "docs" / "standing.md").read_text(encoding="utf-8")
ROOMS = (ROOT / "docs" / "rooms.md").read_text(encoding="utf-8")
READER = (ROOT / "docs" / "reader.md").read_text(encoding="utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), ROOT / "samples" / "README.md"])
MOST_LINES = 130
HAS_WEIGHTS = (files("onrecord.assets") / "reader" / "encoder.onnx").is_file()


def section(page: str, heading: str) -> str:
    """What stands under a heading, up to the next one of any level."""
    found = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#+ |\Z)", page, re.MULTILINE | re.DOTALL)
    assert found is not None, f"no heading {heading!r}"
    return found[1]


def first_column(text: str) -> set[str]:
    """Everything in backticks in the first cells of a table."""
    cells = re.findall(r"^\| (`.*?) \|", text, re.MULTILINE)
    return {name for cell in cells for name in re.findall(r"`([^`]+)`", cell)}


def blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", page, re.MULTILINE | re.DOTALL)


# The contract.

SPAN = Span(0, 1, "x")
DAY = date(2011, 12, 10)
TIME = model.DateExpression(SPAN, "2011-12-10", DAY, DAY, "day")
MENTION = model.Mention(SPAN, "name")
READING = reading_json(
    Reading(
        Article("r", "x", furniture=(model.Furniture(0, 1, "other", "why"),)),
        (model.Statement("s1", (SPAN,), SPAN, SPAN, "named", "asserts", "actual", "direct", 0.5, said_on=TIME),),
        (model.Event("e1", SPAN, "CONSULT", "actual", 0.5, quantities=(model.Quantity(SPAN, 1, 1, 1, "x"),)),),
        (
            model.Actor(
                "a1", "x", "person", (MENTION,),
                roles=(model.Role("x", None, False, SPAN),), relations=(model.Relation("part_of", "a2", SPAN),),
                evidence=(model.Evidence("role", "x", 1.0),), candidates=(model.Candidate("x", "x", 0.5),),
            ),
        ),
        (model.Place("p1", "x", "place", (MENTION,)),),
        (TIME,),
        model.Dateline(SPAN),
    )
)  # fmt: skip
CLAIM = model.Claim("c1", "talks", "CONSULT", (model.Party("x", "X"),))
FIRST = model.First("X", "X", "named", "2011-12-10", "s")
STOOD = standing_json(
    model.Standing(
        CLAIM, None, "denied",
        (model.Position("X", "denies", None, (model.SpeakerPosition("X", "named", "denies", None, ()),)),),
        FIRST, FIRST, FIRST, (), 1, 1, (model.Change(None, "unreported", "denied", "s"),),
    )
)  # fmt: skip
FIGURE = model.Figure("killed", 12, None)
DECISION = Decision("d", "confirm", "l", "m", None, None, "x", None, "2011-12-10T00:00:00+00:00")
LINK = HeldLink("l", "s", "r", "m", 0, DAY, "denies", 0.9, model.Occasion(), FIGURE, "confirmed", DECISION)
JUDGEMENT = Judgement("j", "a", "b", "same", 0.9, "x", None, (), "2011-12-10T00:00:00+00:00")
IDENTITY = Identity("a", "x", "person", (), (), None, None, (), (), DAY, DAY, (), (), (JUDGEMENT,), ())
HOLDER = OfficeHolder("a", "x", "chief", None, None, False, DAY, DAY, None, None, False, ())
OBJECTS: dict[str, Any] = {
    "article": READING["article"],
    "furniture": READING["article"]["furniture"][0],
    "statements": READING["statements"][0],
    "events": READING["events"][0],
    "quantities": READING["events"][0]["quantities"][0],
    "actors": READING["actors"][0],
    "roles": READING["actors"][0]["roles"][0],
    "relations": READING["actors"][0]["relations"][0],
    "mentions": READING["actors"][0]["mentions"][0],
    "evidence": READING["actors"][0]["evidence"][0],
    "candidates": READING["actors"][0]["candidates"][0],
    "places": READING["places"][0],
    "dateline": READING["dateline"],
    "dates": READING["dates"][0],
    "claims": summary_json(model.ClaimSummary(CLAIM, "denied", 1, 1, DAY, DAY)),
    "figure": summary_json(model.ClaimSummary(replace(CLAIM, figure=FIGURE), "denied", 1, 1, DAY, DAY))["figure"],
    "links": linktables.link_json(LINK, CLAIM),
    "decisions": linktables.decision_json(DECISION),
    "corrections": {field.name: None for field in fields(Correction)},
    "corrected values": {field.name: None for field in fields(CorrectedValue)},
    "review items": {field.name: None for field in fields(ReviewItem)},
    "history rows": {field.name: None for field in fields(HistoryRow)},
    "agreement": {field.name: None for field in fields(Agreement)},
    "agreement by kind": {field.name: None for field in fields(KindAgreement)},
    "standing": STOOD,
    "positions": STOOD["positions"][0],
    "speakers": STOOD["positions"][0]["speakers"][0],
    "firsts": STOOD["first_denial"],
    "changes": STOOD["changes"][0],
    "actors on record": actortables.identity_json(IDENTITY, why=True),
    "judgements": actortables.judgement_json(JUDGEMENT),
    "office holders": actortables.holder_json(HOLDER),
    "reports": {field.name: None for field in fields(ReportSummary)},
    "claim positions": {field.name: None for field in fields(ClaimPosition)},
    "timeline entries": {field.name: None for field in fields(TimelineEntry)},
    "claim changes": {field.name: None for field in fields(ClaimChange)},
    "search hits": {field.name: None for field in fields(SearchHit)},
    "found statements": {field.name: None for field in fields(FoundStatement)},
    "person on record": {field.name: None for field in fields(Who)},
    "person statements": {field.name: None for field in fields(PersonStatement)},
    "brief": {field.name: None for field in fields(Brief)},
    "sentences": {field.name: None for field in fields(Sentence)},
    "sources": {field.name: None for field in fields(Source)},
    "add": add._json(Kept("x.txt", None, Added("r", new=True))),
    "error": error_json("x.txt", errors.Empty("empty"))["error"],
}


@pytest.mark.parametrize("name", OBJECTS)
def test_the_contract_lists_the_fields_of_each_object(name: str) -> None:
    assert first_column(section(CONTRACT, name)) == set(OBJECTS[name])


VALUES = {
    "FurnitureKind": "`kind` of furniture",
    "PublishedBasis": "`published_basis`",
    "SourceKind": "`source_kind`",
    "SourceType": "`source_type`",
    "Act": "`act`",
    "Certainty": "`certainty`",
    "Form": "`form`",
    "EventStatus": "`status`",
    "ActorKind": "`kind` of an actor",
    "MentionForm": "`form` of a mention",
    "RelationKind": "`kind` of a relation",
    "PlaceKind": "`kind` of a place",
    "Precision": "`precision`",
    "PartyStance": "`stance`",
    "LinkState": "`state`",
    "StandingName": "`standing`",
}


def test_every_list_of_values_has_its_table() -> None:
    literal = {name for name, value in vars(model).items() if get_origin(value) is Literal}
    assert literal == set(VALUES) | {"Stance"}
    assert set(get_args(model.Stance)) < set(get_args(model.PartyStance))


@pytest.mark.parametrize("name", VALUES)
def test_the_contract_lists_every_value(name: str) -> None:
    assert first_column(section(CONTRACT, f"Values of {VALUES[name]}")) == set(get_args(getattr(model, name)))


def test_the_contract_lists_every_kind_of_error() -> None:
    for heading, above in (
        ("Values of `kind` of an error", errors.ReportError),
        ("Errors of the call", errors.UsageError),
    ):
        assert first_column(section(CONTRACT, heading)) == {kind.__name__ for kind in above.__subclasses__()}


def test_the_contract_lists_every_type_of_event() -> None:
    types = set(ontology())
    row = next(line for line in section(CONTRACT, "events").splitlines() if line.startswith("| `type` |"))
    assert set(re.findall(r"`([A-Z]+)`", row)) == types


def test_every_example_has_the_shape_of_what_is_printed() -> None:
    shapes = [set(READING), {"schema", "error"}, *map(set, OBJECTS.values())]
    examples = [json.loads(block) for block in blocks(CONTRACT, "json")]
    assert len(examples) >= 4
    for example in examples:
        assert set(example) in shapes, example


def test_every_command_and_option_is_in_the_contract() -> None:
    commands = get_command(app)
    text = section(CONTRACT, "Commands")
    for name, command in commands.commands.items():  # type: ignore[attr-defined]
        assert f"`onrecord {name}" in text
        for param in command.params:
            assert all(re.search(rf"`{re.escape(option)}\b", text) for option in param.opts if option.startswith("-"))
    assert all(f"`{option}" in text for param in commands.params for option in param.opts)


# Settings.


def test_every_setting_is_documented_with_its_default_and_its_words() -> None:
    rows = dict(re.findall(r"^\| `ONRECORD_(\w+)` \| (.*) \|$", SETTINGS, re.MULTILINE))
    expected = {n.upper(): f"`{field.default}` | {field.description}" for n, field in Settings.model_fields.items()}
    assert rows == expected


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_setting_that_is_named_exists(page: Path) -> None:
    named = set(re.findall(r"\bONRECORD_(\w+)", page.read_text(encoding="utf-8")))
    assert named <= {name.upper() for name in Settings.model_fields}


# What the pages show.


def test_the_readme_is_short() -> None:
    assert len(README.splitlines()) <= MOST_LINES


def test_the_readme_counts_the_registry_and_the_types_of_event_right() -> None:
    text = " ".join(README.split())
    groups = sum(entry.kind == "armed_group" for entry in listed().values())
    assert f"{len(listed()):,} bodies**, {groups:,} armed groups among them" in text
    assert f"all {len(ontology())} types of PLOVER" in text


def slug(heading: str) -> str:
    """The anchor that a heading gets when the page is shown."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if target.startswith("https://"):
            continue
        name, _, anchor = target.partition("#")
        path = (page.parent / name) if name else page
        assert path.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in map(slug, headings), target


def shell_lines(page: str) -> list[str]:
    return [line for block in blocks(page, "sh") for line in block.splitlines() if line.strip()]


@pytest.mark.parametrize("line", shell_lines(README) + shell_lines(SETTINGS))
def test_every_command_line_can_be_run(line: str) -> None:
    words = [word for word in shlex.split(line, comments=True) if not re.fullmatch(r"[A-Z_]+=\S+", word)]
    for command in re.split(r"\s+\|\s+", shlex.join(words).replace("'|'", "|")):
        name, *given = shlex.split(command)
        if name == "onrecord":
            commands = get_command(app)
            chosen = commands.commands[given[0]]  # type: ignore[attr-defined]
            chosen.make_context(given[0], given[1:])
        elif name.startswith("scripts/"):
            assert os.access(ROOT / name, os.X_OK)
        samples = [word for word in given if word.startswith("samples/")]
        assert all(list(ROOT.glob(word.rstrip("/"))) for word in samples)


@pytest.mark.skipif(not HAS_WEIGHTS, reason="the weights of furniture are not there")
@pytest.mark.skipif(not (ROOT / ".venv" / "bin" / "onrecord").exists(), reason="no .venv; scripts/test makes it")
def test_the_first_ten_minutes_go_as_the_readme_tells(tmp_path: Path) -> None:
    for name in ("samples", "scripts", ".venv"):
        (tmp_path / name).symlink_to(ROOT / name)
    path = f"{tmp_path / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    for line in shell_lines(section(README, "The first ten minutes")):
        done = subprocess.run(
            ["sh", "-c", line], cwd=tmp_path, env=os.environ | {"PATH": path}, check=True, capture_output=True
        )
        _, marked, promised = line.partition("# ")
        assert not marked or f": {promised} " in done.stdout.decode()


@pytest.mark.parametrize("code", blocks(ROOMS, "python"))
def test_code_in_the_pages_runs(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    "line", [line for line in shell_lines(READER) if re.search(r" -m (training|evaluation)", line)]
)
def test_every_step_of_training_takes_the_options_that_are_shown(line: str) -> None:
    module = line.split()[2]
    path = ROOT.joinpath(*module.split("."))
    source = (path / "__main__.py" if path.is_dir() else path.with_suffix(".py")).read_text(encoding="utf-8")
    for option in re.findall(r"--([a-z-]+)", line):
        assert f'"--{option}"' in source or f'"{option}"' in source, option


def test_every_module_of_the_reader_that_is_named_exists() -> None:
    named = set(re.findall(r"`(\w+\.py)`", READER))
    assert named
    rooms = [ROOT / "src" / "onrecord" / room for room in ("encoding", "page", "reading")]
    assert [name for name in named if not any((room / name).is_file() for room in rooms)] == []


def test_what_a_reader_finds_is_listed() -> None:
    assert first_column(section(ROOMS, "Another reader")) == {field.name for field in fields(Found)}


def test_the_worked_example_is_what_the_samples_expect() -> None:
    rows = re.findall(r"^\| (\d{4}-\d\d-\d\d) \| `([\w-]+)` \| (\d+) \|", STANDING, re.MULTILINE)
    expected = json.loads((ROOT / "samples" / "expected.json").read_text(encoding="utf-8"))
    assert rows == [(r["as_of"], r["standing"], str(r["reports"])) for r in expected if r["words"] == "FARC talks"]


def test_the_version_is_the_same_everywhere() -> None:
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert re.findall(r"^version: (.+)$", citation, re.MULTILINE) == [onrecord.__version__]
    assert f"## [{onrecord.__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


# What a reader has no use for: how and where the project was written. The words are put together here, so that this
# file does not hold them itself.

WORDS = (
    ("ses", r"sion(?!\.intra_op)"), ("ag", "ent"), ("sand", "box"), ("chat", "bot"), ("language ", "model"), ("L", "LM"),
    ("iss", "ue tracker"), ("iss", "ue #?[0-9]+"), ("py", "pi.org"), ("python", "hosted"),
)  # fmt: skip
FOLDERS = (("wo", "rk"), ("ro", "ot"), ("ho", "me"))
OUT_OF_PLACE = re.compile(
    "|".join([rf"\b{''.join(parts)}s?\b" for parts in WORDS] + [f"/{''.join(parts)}/" for parts in FOLDERS]),
    re.IGNORECASE,
)
NEWS = re.compile(
    r"\.jsonl$|^conflict_set/.+\.txt$|/(?:tokenizer|settings)\.json$|/registry/.+\.tsv$|/recasing\.tsv$|_cases\.toml$"
)
"""News speaks of parliaments that sit and of estate brokers; so do names of bodies and the labels of grammar. Only the
project's own words are held to the list."""
OF_THE_FIELD = re.compile(
    r'Phoenix\.a[g]ents\.txt|dictionary of a[g]ents|obl:a[g]ent|\bA[G]ENTS\b|nerve a[g]ent|scope="s[e]ssion"'
)
"""CAMEO calls generic roles so, grammar the doer of a passive verb, chemists a poison, and pytest one run of all tests."""


def tracked() -> list[Path]:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a checkout of the repository")
    call = [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(call, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def test_the_repository_speaks_of_the_project_alone() -> None:
    found = []
    for path in tracked():
        data = path.read_bytes()
        if b"\0" in data or NEWS.search(path.relative_to(ROOT).as_posix()):
            continue
        for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), start=1):
            found += [
                f"{path.relative_to(ROOT)}:{number}: {match[0]}"
                for match in OUT_OF_PLACE.finditer(OF_THE_FIELD.sub("", line))
            ]
    assert found == []
