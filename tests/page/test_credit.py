from __future__ import annotations

import pytest

from onrecord.model import Article, Stated
from onrecord.page import OpenedPage, article
from onrecord.page.credit import credit_at_end, credit_in_dateline, credit_line


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("The bridge was reopened on Friday. AP", "AP"),
        ("The bridge was reopened on Friday.AFP", "AFP"),
        ("The bridge was reopened on Friday. Reuters.", "Reuters"),
        ("The bridge was reopened on Friday. (Agence France-Presse)", "AFP"),
        ("The bridge was reopened on Friday. – dpa", "dpa"),
        ("The bridge was reopened on Friday. — EFE \n", "EFE"),
        ("The bridge was reopened on Friday. © Press Association", "PA"),
        ("“It is open,” he said. “At last.” Xinhua", "Xinhua"),
        ("The bridge was reopened on Friday. Reuters/AFP", "Reuters"),
        ("The bridge was reopened on Friday. AP and Reuters", "AP"),
        ("Was the bridge ever open? [UPI]", "UPI"),
    ],
)
def test_an_agency_glued_to_the_last_sentence_is_the_credit(text: str, agency: str) -> None:
    credit = credit_at_end(text, 0, len(text))
    assert credit is not None
    assert credit.agency == agency


@pytest.mark.parametrize(
    "text",
    [
        "The minister spoke to Reuters",
        "The picture was taken by AFP.",
        "He was named director of Anadolu Agency.",
        "She never worked for the Associated Press.",
        "The bridge was reopened on Friday. Reuters asked the ministry for a reason.",
        "The bridge was reopened on Friday. CAP",
        "The bridge was reopened on Friday. APP-led repairs",
        "",
    ],
)
def test_a_sentence_that_merely_ends_in_a_name_is_no_credit(text: str) -> None:
    assert credit_at_end(text, 0, len(text)) is None


def test_the_characters_of_a_glued_credit_are_counted_in_the_page_and_hold_the_agency_alone() -> None:
    text = "Menu\nThe road is open. (AP)\nComments"
    start, end = text.index("The"), text.index("\nComments")
    credit = credit_at_end(text, start, end)
    assert credit is not None
    assert text[credit.start : credit.end] == "AP"


def test_what_stands_outside_the_given_characters_is_not_looked_at() -> None:
    text = "The road is open. AP\nThe bridge is shut. AFP"
    credit = credit_at_end(text, 0, text.index("\n"))
    assert credit is not None
    assert credit.agency == "AP"


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("KABUL (Reuters) - The road was reopened.", "Reuters"),
        ("PESHAWAR, Pakistan (AP) — The road was reopened.", "AP"),
        ("BOGOTÁ, Aug 27 (EFE): The road was reopened.", "EFE"),
        ("MOSCOW (RIA Novosti) -- The road was reopened.", "RIA Novosti"),
        ("(ANSA) – The road was reopened.", "ANSA"),
        ("HAVANA (REUTERS) - The road was reopened.", "Reuters"),
    ],
)
def test_the_agency_in_a_dateline_is_the_credit(line: str, agency: str) -> None:
    assert credit_in_dateline(line) == agency


@pytest.mark.parametrize(
    "line",
    [
        "The agency (AP) reported that the road was open.",
        "The road was reopened, officials of the agency told reporters who had been waiting there (AP) - for hours.",
        "KABUL. A guest (Reuters) - at last.",
        "KABUL (Gazette) - The road was reopened.",
    ],
)
def test_an_agency_in_brackets_elsewhere_is_no_dateline(line: str) -> None:
    assert credit_in_dateline(line) is None


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("AP", "AP"),
        ("(AFP)", "AFP"),
        ("— Reuters", "Reuters"),
        ("Source: Associated Press", "AP"),
        ("Source: TASS.", "TASS"),
        ("By Agence France-Presse", "AFP"),
        ("© 2012 Reuters", None),
        ("Copyright 2012 Reuters", "Reuters"),
        ("Reuters correspondents in Kabul", None),
        ("Source: The Gazette", None),
        ("By Anna Reuter", None),
        ("", None),
    ],
)
def test_a_line_is_a_credit_only_if_it_holds_nothing_else(line: str, agency: str | None) -> None:
    assert credit_line(line) == agency


def opened(text: str, monkeypatch: pytest.MonkeyPatch) -> Article:
    """The article of a page all of whose lines are taken for report."""
    monkeypatch.setattr(
        "onrecord.page.furniture.judged", lambda _page, parts, _outlet: [{None: 1.0, "other": 0.0} for _ in parts]
    )
    return article(OpenedPage("here", text, Stated()))


BODY = "The bridge over the river was reopened on Friday, the mayor said.\nNobody was hurt when it fell in May."


def test_a_glued_credit_is_set_aside_and_the_sentence_before_it_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    found = opened(f"Bridge reopened\n{BODY} AP\n", monkeypatch)
    assert found.credit == "AP"
    [mark] = found.furniture
    assert found.text[mark.start : mark.end] == "AP"
    assert "AP" in mark.reason


def test_the_credit_of_a_dateline_is_known_and_the_dateline_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    found = opened(f"Bridge reopened\nTARN (Reuters) - {BODY}\n", monkeypatch)
    assert (found.credit, found.furniture) == ("Reuters", ())


def test_a_report_that_names_no_agency_has_no_credit(monkeypatch: pytest.MonkeyPatch) -> None:
    assert opened(f"Bridge reopened\n{BODY}\nThe mayor spoke to Reuters.\n", monkeypatch).credit is None
