"""The model document: how many of its points hold, counted by the checker that comes with it."""

from __future__ import annotations

import importlib.util
import json
from datetime import date
from pathlib import Path
from typing import Any

from onrecord.contract import reading_json
from onrecord.model import RawReport, Stated
from onrecord.page import article, opened
from onrecord.reading import Reader
from onrecord.resolution import resolve

STATED = Stated(outlet="The Independent", published=date(2011, 12, 10))


def model_document(folder: Path, reader: Reader) -> tuple[int, int]:
    """The points that hold and all points, for the document in a folder with `check_reading.py` beside it."""
    page = article(opened(RawReport("article.txt", "text", (folder / "article.txt").read_bytes(), STATED)))
    printed = json.loads(json.dumps(reading_json(resolve(page, reader.read(page)))))
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    results = _checker(folder).check(printed, expected)
    return sum(bool(holds) for _, holds, _ in results), len(results)


def _checker(folder: Path) -> Any:
    spec = importlib.util.spec_from_file_location("check_reading", folder / "check_reading.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"no check_reading.py in {folder}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
