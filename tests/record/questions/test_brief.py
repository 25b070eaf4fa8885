from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.record.questions.held import filled
from tests.record.readings import FAQIR_CONFIRMS, Said, reading_of_report

from onrecord.errors import ClaimNotFound
from onrecord.record import Record
from onrecord.record.questions.brief import Brief
from onrecord.record.questions.brief.wording import counted, listed, when

DAYS = [None, date(2011, 11, 15), date(2011, 11, 16), date(2011, 12, 10), date(2012, 8, 20), date(2012, 9, 4)]
VERDICTS = re.compile(
    r"\b(?:true|truth|false|lies?|lied|lying|proven?|proof|facts?|hoax|fake|indeed|really|wrong|right|correct|admit\w*"
    r"|credible|reliable|so-called|allegedly|debunk\w*|verif\w+)\b",
    re.IGNORECASE,
)
HOSTILE = Said(
    "<script>alert(1)</script>", "said", 'that talks [x](javascript:alert(1)) *were* <img src=x onerror="y">', "role"
)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with filled(tmp_path / "x.db") as opened:
        yield opened


def briefs(record: Record) -> Iterator[Brief]:
    for as_of in DAYS:
        for summary in record.claims(as_of=as_of):
            yield record.brief(summary.claim.id, as_of)


def test_every_sentence_rests_on_statements_that_speak_to_the_claim_by_then(record: Record) -> None:
    for page in briefs(record):
        held = {t.statement for t in record.testimonies(page.claim.id, page.as_of)}
        sentences = [s for section in page.sections for s in section.sentences]
        assert len(sentences) >= 4
        assert all(sentence.statements for sentence in sentences)
        cited = {s for sentence in sentences for s in sentence.statements}
        assert cited <= held
        assert {source.statement for source in page.sources} == cited


def test_every_line_of_the_text_ends_with_keys_that_lead_to_a_source(record: Record) -> None:
    for page in briefs(record):
        body, _, sources = page.markdown().partition("\n## Sources\n")
        keys = {source.key for source in page.sources}
        lines = [line for line in body.splitlines() if line.startswith(("- ", "  "))]
        assert lines
        for line in lines:
            if line.endswith("  "):  # a quotation goes on in the next line
                continue
            found = re.search(r"\.((?: \[[0-9a-f]{6,}\])+)$", line)
            assert found is not None, line
            assert set(re.findall(r"[0-9a-f]{6,}", found[1])) <= keys
        assert set(re.findall(r'id="s-([0-9a-f]+)"', sources)) == keys
        assert set(re.findall(r"^\[([0-9a-f]+)\]: #s-\1$", sources, re.MULTILINE)) == keys


def test_it_passes_no_verdict(record: Record) -> None:
    for page in briefs(record):
        text = " ".join(s.text for section in page.sections for s in section.sentences)
        assert VERDICTS.search(text) is None


def test_the_standing_positions_firsts_and_changes_are_all_told(record: Record) -> None:
    page = record.brief("TTP talks", date(2011, 12, 11))
    told = {section.heading: " ".join(s.text for s in section.sentences) for section in page.sections}
    assert "as disputed: it is affirmed, and a party to it is on record denying it" in told["Where it stands"]
    assert (
        "TTP is divided: Maulvi Faqir Mohammad (TTP, named) affirmed it and Ehsanullah Ehsan"
        in told["Where it stands"]
    )
    assert "It was first claimed by anonymous militants (TTP, anonymous), on 15 November 2011." in told["The claim"]
    assert "Maulvi Faqir Mohammad (TTP, named) affirmed it on 10 December 2011." in told["Who affirms it"]
    assert "The Pakistan Army (as a body) denied it first on 16 November 2011 and last on" in told["Who denies it"]
    assert "On 16 November 2011 the standing went from claimed anonymously to disputed:" in told["How it came about"]
    assert "The first named person of a party to confirm it was Maulvi Faqir Mohammad" in told["How it came about"]
    assert "Which of its speakers TTP stands behind is not told." in told["Open questions"]


def test_what_nobody_has_said_is_an_open_question(record: Record) -> None:
    page = record.brief("FARC talks", date(2012, 8, 20))
    (questions,) = [section for section in page.sections if section.heading == "Open questions"]
    told = " ".join(s.text for s in questions.sentences)
    assert "Nobody who speaks for FARC is on record affirming it or denying it." in told
    assert "For which party Álvaro Uribe (named) spoke" in told or "Álvaro Uribe" not in told


def test_one_report_alone_and_one_that_is_copied_are_told_apart(tmp_path: Path) -> None:
    with filled(tmp_path / "y.db", [reading_of_report("a", date(2011, 12, 10), FAQIR_CONFIRMS)]) as record:
        text = record.brief("TTP talks").markdown()
    assert "One report speaks to it." in text
    assert "No second report carries it." in text


def test_before_the_first_report_there_is_nothing_to_tell(record: Record) -> None:
    page = record.brief("TTP talks", date(2011, 1, 1))
    assert (page.standing, page.sections, page.sources) == ("unreported", (), ())
    assert "No report of this record had spoken of the claim by then." in page.markdown()
    assert "No report of this record had spoken of the claim by then." in page.html()


class Tags(HTMLParser):
    """The tags of a page with their attributes, and whether they close in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.met: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.met.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_whole_needs_nothing_else_and_holds_no_script(record: Record) -> None:
    for page in briefs(record):
        text = page.html()
        tags = Tags()
        tags.feed(text)
        assert tags.open == []
        assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in tags.met}
        assert not re.search(r"https?://|url\(|@import", text)
        links = [str(attrs["href"]) for tag, attrs in tags.met if tag == "a"]
        idents = {attrs["id"] for _, attrs in tags.met if "id" in attrs}
        assert links
        assert all(link.startswith("#") and link[1:] in idents for link in links)
        assert "prefers-color-scheme:dark" in text
        assert "@media print" in text


def test_nothing_of_a_report_acts_on_the_page(tmp_path: Path) -> None:
    with filled(
        tmp_path / "y.db", [reading_of_report("<b>", date(2011, 12, 10), HOSTILE, outlet="[a](b)<i>\x1b[31m")]
    ) as record:
        page = record.brief("TTP talks")
        tags = Tags()
        tags.feed(page.html())
        assert not {"script", "img", "i", "b"} & {tag for tag, _ in tags.met}
        assert "\x1b" not in page.html() + page.markdown()
        text = page.markdown()
        assert "<script" not in re.sub(r"\\<", "", text)
        assert r"\[x\](javascript" in text
        assert r"\*were\*" in text


def test_the_same_record_gives_the_same_page(tmp_path: Path) -> None:
    from tests.record.questions.held import everything

    pages = []
    for name, readings in (("a", everything()), ("b", everything()[::-1])):
        with filled(tmp_path / f"{name}.db", readings) as record:
            pages.append([record.brief(words).html() for words in ("TTP talks", "FARC talks")])
    assert pages[0] == pages[1]


def test_words_that_no_claim_has_are_told(record: Record) -> None:
    with pytest.raises(ClaimNotFound):
        record.brief("zebra crossing")


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2011-12-10", "on 10 December 2011"),
        ("2011-12", "in December 2011"),
        ("2011-W49", "in the week of 5 December 2011"),
        ("2011", "in 2011"),
        (None, "on a day that is not known"),
    ],
)
def test_dates_are_as_precise_as_they_are_known(iso: str | None, words: str) -> None:
    assert when(iso) == words


def test_one_and_many() -> None:
    assert [counted(n, "copy", "copies") for n in (1, 2, 13, 1000)] == [
        "one copy",
        "two copies",
        "13 copies",
        "1,000 copies",
    ]
    assert [listed(["A", "B", "C"][:n]) for n in (1, 2, 3)] == ["A", "A and B", "A, B and C"]
