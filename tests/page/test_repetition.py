from __future__ import annotations

from onrecord.page.repetition import repeated_lines

MENU = "Home World Sport"
APPEAL = "Give what you can to the Gazette"


def report(*lines: str) -> str:
    return "\n".join([MENU, *lines, APPEAL])


FERRY = report("The ferry sank on Monday", "Nobody was hurt", "The harbour was closed")
BRIDGE = report("The bridge was opened", "A band played", "The mayor spoke for an hour")
SCHOOL = report("The school is full", "A second one is planned", "Parents asked for it")


def test_a_line_is_counted_in_every_report_that_holds_it() -> None:
    found = repeated_lines([FERRY, BRIDGE, SCHOOL])
    assert found.reports_with(MENU) == found.reports_with(APPEAL) == 3
    assert found.reports_with("Nobody was hurt") == 0


def test_case_and_spaces_make_no_difference() -> None:
    found = repeated_lines([FERRY, BRIDGE.replace(MENU, "  HOME   world Sport ")])
    assert found.reports_with("home world  sport") == 2


def test_two_versions_of_one_report_count_once() -> None:
    shorter = FERRY.replace("Nobody was hurt\n", "")
    found = repeated_lines([FERRY, shorter])
    assert found.counts == {}
    assert repeated_lines([FERRY, shorter, BRIDGE]).counts == {MENU.lower(): 2, APPEAL.lower(): 2}


def test_a_line_twice_in_one_report_is_one() -> None:
    assert repeated_lines([f"{FERRY}\n{MENU}\n{MENU}"]).reports_with(MENU) == 0


def test_the_order_of_the_reports_makes_no_difference() -> None:
    assert repeated_lines([FERRY, BRIDGE, SCHOOL]) == repeated_lines([SCHOOL, FERRY, BRIDGE])


def test_reports_without_lines_count_for_nothing() -> None:
    assert repeated_lines(["", "\n \n", FERRY]).counts == {}
    assert repeated_lines([]).counts == {}
