"""MUC-4's files as they are read, on a folder made by hand, and how answers are counted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from evaluation.muc4 import Muc4Scores, f1_of, muc4_scores, question, standing_in
from evaluation.muc4_corpus import incidents, reports

from onrecord.model import Article, Event, Reading, Span
from onrecord.reading import Found

TEXTS = """\

TST1-MUC3-0001

   LA PAZ, 4 MAY 89 (EFE) -- [REPORT] [TEXT] THE RED FRONT [FR] TODAY
CLAIMED RESPONSIBILITY FOR THE BOMB AT THE TOWN HALL.

   POLICE SAID THE RED FRONT WAS SMALL.


TST1-MUC3-0002 (SOMEWHERE)

   NO CITY, NO DATE -- NOTHING HAPPENED.
"""
KEY = """\
;;; a remark
0.  MESSAGE: ID                     TST1-MUC3-0001
1.  MESSAGE: TEMPLATE               1 (OPTIONAL)
4.  INCIDENT: TYPE                  BOMBING
9.  PERP: INDIVIDUAL ID             "GUERRILLAS"
10. PERP: ORGANIZATION ID           "RED FRONT" / "FR"
                                    "ARMY \\"OF\\" NIGHT"
                                    "STRANGERS"
11. PERP: ORGANIZATION CONFIDENCE   CLAIMED OR ADMITTED / REPORTED AS FACT: "RED FRONT" /
                                    "FR"
                                    ? POSSIBLE: "ARMY \\"OF\\" NIGHT"
                                    ACQUITTED: "STRANGERS"
12. PHYS TGT: ID                    "TOWN HALL"
18. HUM TGT: NAME                   -
19. HUM TGT: DESCRIPTION            "-"

0.  MESSAGE: ID                     TST1-MUC3-0002
1.  MESSAGE: TEMPLATE               *
4.  INCIDENT: TYPE                  *
11. PERP: ORGANIZATION CONFIDENCE   *
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for part in ("tst1", "tst2"):
        (tmp_path / part).mkdir()
        (tmp_path / part / f"{part}-muc3").write_text(TEXTS.replace("TST1", part.upper()), encoding="latin-1")
        (tmp_path / part / f"key-{part}.v1").write_text(KEY.replace("TST1", part.upper()), encoding="latin-1")
    return tmp_path


def test_texts_become_paragraphs_with_the_header_of_the_wire_aside(folder: Path) -> None:
    found = reports(folder, "tst1")
    assert list(found) == ["TST1-MUC3-0001", "TST1-MUC3-0002"]
    first = found["TST1-MUC3-0001"]
    assert first.published == date(1989, 5, 4)
    assert first.text.split("\n")[1] == "POLICE SAID THE RED FRONT WAS SMALL."
    [header] = first.furniture
    assert first.text[header.start : header.end].strip() == "[REPORT] [TEXT]"
    assert found["TST1-MUC3-0002"].published is None
    assert found["TST1-MUC3-0002"].furniture == ()


def test_each_graded_organisation_of_an_incident_is_a_question(folder: Path) -> None:
    one, other = incidents(folder, "tst1")
    assert (one.report, one.type, one.names) == ("TST1-MUC3-0001", "BOMBING", ("RED FRONT", "FR"))
    assert (one.grades, one.targets) == (("claimed", "fact"), ("TOWN HALL",))
    assert (other.names, other.grades) == (('ARMY "OF" NIGHT',), ("suspected",))


def test_strings_of_the_key_are_found_as_whole_words() -> None:
    assert standing_in("FRONT OF THE FR, FR.", ("FR",)) == [Span(13, 15, "FR"), Span(17, 19, "FR")]
    assert standing_in("THE RED FRONT", ("RED", "RED FRONT")) == [Span(4, 13, "RED FRONT")]
    assert standing_in("NOTHING", ()) == []


def test_the_deed_is_what_was_hit_and_the_violence_told_beside_it(folder: Path) -> None:
    article = reports(folder, "tst1")["TST1-MUC3-0001"]
    bomb = standing_in(article.text, ("BOMB",))[0]
    small = standing_in(article.text, ("SMALL",))[0]
    events = tuple(Event(f"e{n}", t, "ASSAULT", "actual", 1.0) for n, t in enumerate((bomb, small)))
    reading = Reading(article, events=events)
    first, second = incidents(folder, "tst1")
    party, deed = question(reading, first)
    assert [words.text for words in party] == ["RED FRONT", "FR", "RED FRONT"]
    assert [words.text for words in deed] == ["TOWN HALL", "BOMB"]
    assert question(reading, second)[0] == []


class Silent:
    """Finds nothing."""

    name = "silent/1"

    def read(self, article: Article) -> Found:
        assert article.text
        return Found()


def test_any_grade_of_the_key_is_right_and_the_rest_is_counted_against_its_first(folder: Path) -> None:
    scores = muc4_scores(folder, Silent())
    assert scores.read.total() == scores.baseline.total() == 4
    assert scores.baseline["fact", "fact"] == 2
    assert scores.baseline["suspected", "fact"] == 2


def test_scores_are_means_over_classes() -> None:
    scores = Muc4Scores()
    scores.read.update({("claimed", "claimed"): 2, ("fact", "suspected"): 1, ("suspected", "suspected"): 1})
    assert f1_of(scores.read, "suspected") == pytest.approx(2 / 3)
    assert scores.macro_f1 == pytest.approx((1 + 2 / 3 + 0) / 3)
    assert scores.accuracy == pytest.approx(3 / 4)
    assert Muc4Scores().macro_f1 == 0
