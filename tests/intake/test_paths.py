from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from onrecord.errors import Empty, UnknownKind, Unreadable
from onrecord.intake import Failure, reports
from onrecord.model import RawReport, Stated

NOTHING = Stated()


def read(*paths: str | Path, stated: Stated = NOTHING) -> list[RawReport | Failure]:
    return list(reports([str(path) for path in paths], stated, None))


def origins(found: Sequence[RawReport | Failure]) -> list[str]:
    return [each.origin for each in found]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.txt").write_text("The army denied it.")
    (tmp_path / "a.html").write_text("<p>The army denied it.</p>")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / ".hidden.txt").write_text("not for reading")
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "d.HTM").write_text("<p>x</p>")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "e.txt").write_text("not for reading")
    return tmp_path


def test_folder_gives_known_kinds_below_it_sorted_by_name(folder: Path) -> None:
    assert origins(read(folder)) == [str(folder / name) for name in ("a.html", "b.txt", "c/d.HTM")]


def test_media_follows_the_name(folder: Path) -> None:
    found = [each for each in read(folder) if isinstance(each, RawReport)]
    assert [each.media for each in found] == ["html", "text", "html"]


def test_data_are_the_bytes_of_the_file(folder: Path) -> None:
    assert read(folder / "b.txt") == [RawReport(str(folder / "b.txt"), "text", b"The army denied it.")]


def test_what_the_caller_states_is_passed_on(folder: Path) -> None:
    [report] = read(folder / "b.txt", stated=Stated(outlet="The Post"))
    assert isinstance(report, RawReport)
    assert report.fallback.outlet == "The Post"


def test_named_file_of_unknown_kind_is_a_failure_that_names_it(folder: Path) -> None:
    [failure] = read(folder / "photo.jpg")
    assert isinstance(failure, Failure)
    assert isinstance(failure.error, UnknownKind)
    assert failure.origin == str(folder / "photo.jpg")


def test_pattern_that_the_shell_left_alone_is_expanded(folder: Path) -> None:
    assert origins(read(folder / "*.txt")) == [str(folder / "b.txt")]


def test_recursive_pattern_gives_each_file_once(folder: Path) -> None:
    assert origins(read(folder / "**" / "*.[hH][tT][mM]*")) == [str(folder / "a.html"), str(folder / "c/d.HTM")]


def test_name_with_brackets_is_first_a_name(tmp_path: Path) -> None:
    (tmp_path / "talks[1].txt").write_text("x")
    (tmp_path / "talks1.txt").write_text("y")
    assert origins(read(tmp_path / "talks[1].txt")) == [str(tmp_path / "talks[1].txt")]


@pytest.mark.parametrize("path", ["", "missing.txt", "none-*.txt", "a\0b.txt", "x" * 5_000 + ".txt"])
def test_what_matches_nothing_is_unreadable(path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    [failure] = read(path)
    assert isinstance(failure, Failure)
    assert isinstance(failure.error, Unreadable)
    assert failure.origin == path


def test_folder_with_nothing_to_read_says_so(tmp_path: Path) -> None:
    (tmp_path / "notes.pdf").write_bytes(b"%PDF-1.7")
    [failure] = read(tmp_path)
    assert isinstance(failure, Failure)
    assert isinstance(failure.error, Empty)


def test_one_bad_file_never_stops_the_others(folder: Path) -> None:
    (folder / "aa.txt").write_text("")
    kinds = [type(each).__name__ for each in read(folder)]
    assert kinds == ["RawReport", "Failure", "RawReport", "RawReport"]


def test_links_that_lead_back_do_not_loop(folder: Path) -> None:
    (folder / "c" / "up").symlink_to(folder, target_is_directory=True)
    (folder / "c" / "self").symlink_to(folder / "c" / "self")
    assert origins(read(folder)) == [str(folder / name) for name in ("a.html", "b.txt", "c/d.HTM")]


def test_linked_folder_is_read(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "z.txt").write_text("x")
    (folder / "linked").symlink_to(elsewhere, target_is_directory=True)
    assert str(folder / "linked" / "z.txt") in origins(read(folder))


def test_link_to_nothing_is_a_failure_beside_the_others(folder: Path) -> None:
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    failures = [each for each in read(folder) if isinstance(each, Failure)]
    assert [failure.origin for failure in failures] == [str(folder / "gone.txt")]
    assert isinstance(failures[0].error, Unreadable)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_forbidden_file_and_folder_are_unreadable(folder: Path) -> None:
    (folder / "b.txt").chmod(0)
    (folder / "c").chmod(0)
    try:
        failures = [each for each in read(folder) if isinstance(each, Failure)]
    finally:
        (folder / "c").chmod(0o700)
    assert [type(failure.error) for failure in failures] == [Unreadable, Unreadable]


def test_folder_that_cannot_be_listed_is_unreadable(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = os.scandir

    def forbid(path: str) -> object:
        if path.endswith("/c"):
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "scandir", forbid)
    failure = read(folder)[-1]
    assert isinstance(failure, Failure)
    assert isinstance(failure.error, Unreadable)
    assert "Permission denied" in str(failure.error)


def test_name_that_is_no_unicode_can_still_be_printed(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    try:
        Path(os.fsdecode(name)).write_text("x")
    except OSError:
        pytest.skip("this file system takes only Unicode names")
    [report] = read(tmp_path)
    assert isinstance(report, RawReport)
    report.origin.encode("utf-8")


def test_folders_deeper_than_python_recurses(tmp_path: Path) -> None:
    folder = tmp_path
    for _ in range(1_200):
        folder = folder / "d"
        folder.mkdir()
    (folder / "deep.txt").write_text("x")
    try:
        assert origins(read(tmp_path)) == [str(folder / "deep.txt")]
    finally:
        # pytest would clean up by recursion
        (folder / "deep.txt").unlink()
        while folder != tmp_path:
            folder.rmdir()
            folder = folder.parent
