"""Makes a release: the next number in a folder, all files of one state of the record, and what describes them."""

from __future__ import annotations

import json
import re
import zipfile
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path

from onrecord.errors import OutputUnusable
from onrecord.export.about import about, held_until
from onrecord.export.exporting import Choices, write_files
from onrecord.export.kinds import KINDS
from onrecord.export.release.checksums import NAME, sums_of, sums_text
from onrecord.export.release.citing import Citation, Labelled
from onrecord.export.release.packaging import data_package
from onrecord.export.release.readme import readme
from onrecord.export.snapshot import Followed, Seen, Snapshot, unfollowed
from onrecord.export.tables import TABLES
from onrecord.export.writing import new_file, new_folder
from onrecord.record import Record

_NUMBERED = re.compile(r"onrecord-release-([1-9]\d*)(?:\.zip)?")
_FORMATS = ("plover", "icews", "geojson", "gexf", "annotations", "ftm", "csl")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16


def make_release(
    record: Record,
    folder: Path,
    cited: Citation | None = None,
    seen: Seen | None = None,
    follow: Followed = unfollowed,
    *,
    texts: bool = False,
    zipped: bool = False,
) -> Path:
    """Makes the next release in a folder and gives its path; `zipped` writes it as one ZIP file beside it too.

    Without `known_at` the state is that of the last row recorded. It holds the same bytes for the same record, state,
    number and citation. What is there is never overwritten: OutputUnusable.
    """
    if folder.exists() and not folder.is_dir():
        raise OutputUnusable(f"{folder} is a file; give the folder in which releases are numbered")
    number = next_number(folder)
    made = folder / f"onrecord-release-{number}"
    choices = Choices(texts=texts, licence=None if cited is None else cited.licence)
    with record.asking() as connection:
        wanted = _settled(Snapshot(connection, record, seen or Seen()))
        snapshot = Snapshot(connection, record, wanted, follow, texts=texts)
        release = Labelled(made.name, number, cited or Citation(), about(snapshot, choices.licence))
        with new_folder(made) as held:
            _fill(held, snapshot, release, choices)
    if zipped:
        _zip(made)
    return made


def next_number(folder: Path) -> int:
    """The number after the highest in a folder; 1 in one without releases."""
    names = (_NUMBERED.fullmatch(path.name) for path in folder.iterdir()) if folder.is_dir() else ()
    return max((int(name[1]) for name in names if name is not None), default=0) + 1


def _settled(now: Snapshot) -> Seen:
    """What is to be seen, up to the last row that is recorded now, so that the same can be seen again later."""
    last = held_until(now)
    return (
        now.seen
        if now.seen.known_at is not None or last is None
        else replace(now.seen, known_at=datetime.fromisoformat(last))
    )


def _fill(folder: Path, snapshot: Snapshot, release: Labelled, choices: Choices) -> None:
    (folder / "tables").mkdir()
    tables = [(KINDS[name], form) for name in TABLES for form in ("csv", "parquet")]
    write_files(snapshot, tables, choices, folder / "tables")
    formats = [(KINDS[name], KINDS[name].forms[0]) for name in _FORMATS]
    write_files(snapshot, [*formats, (KINDS["codebook"], "markdown"), (KINDS["codebook"], "csv")], choices, folder)
    _text(folder / "CITATION.cff", release.citation_file())
    files = sums_of(folder)
    _text(folder / "README.md", readme(release, files))
    _text(folder / "datapackage.json", data_package(release, files))
    manifest = {
        "release": release.name,
        "number": release.number,
        "title": release.cited.called(),
        "creators": list(release.cited.creators),
        "licence": release.cited.licence,
        "version": release.cited.versioned(release.number),
        "citation": release.sentence(),
        "state": release.state.json(),
        "files": {path: asdict(one) for path, one in sums_of(folder).items()},
    }
    _text(folder / "release.json", json.dumps(manifest, ensure_ascii=False, indent=2) + "\n")
    _text(folder / NAME, sums_text(sums_of(folder)))


def _text(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8", "replace"))


def _zip(folder: Path) -> None:
    """Packs a release, with the same bytes for the same files: in order, without times."""
    with new_file(folder.with_name(f"{folder.name}.zip")) as file, zipfile.ZipFile(file, "w") as archive:
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            entry = zipfile.ZipInfo(f"{folder.name}/{path.relative_to(folder).as_posix()}", _EPOCH)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, _READABLE
            with path.open("rb") as source, archive.open(entry, "w", force_zip64=True) as target:
                while piece := source.read(1 << 20):
                    target.write(piece)
