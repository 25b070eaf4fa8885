"""What holds of the reading of any text: exact spans outside furniture, references that lead somewhere, one answer."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.reading.spans import spans_of

from onrecord.contract import line, reading_json, reading_of
from onrecord.model import Article, Furniture, Reading
from onrecord.reading import EncoderReader
from onrecord.resolution import resolve

WORDS = (
    "the a The army government Taliban FARC Colombia Colombian Kabul Bajaur Rehman Malik Ana Ruiz said told denied"
    " confirmed denies says adding vowed threatened believed reported according to is was it unclear whether who which"
    " that and but as did neither nor not n't no talks ceasefire attack deal spokesman for of in on Monday May 2011"
    " last month today president former minister deputy chief commander could be reached declined comment he they his"
    " called asked if may will reporters by telephone statement"
).split()
MARKS = [
    '"',
    "“",
    "”",
    "'",
    "’",
    "''",
    "``",
    "«",
    "»",
    "„",
    ",",
    ".",
    ":",
    ";",
    "-",
    "–",
    "—",
    "!",
    "?",
    "…",
    "(",
    ")",
]
SPACES = [" ", " ", " ", "\n", "\n\n", "\t", "\xa0", "\u2028", "\r\n"]
STRANGE = ["🕊️", "é", "e\u0301", "Ω", "И", "ﬁ", "\x00", "\ufeff", "\u200f", "İ", "ß", "ǅ", "٣", "²", "_", "&amp;", "%"]
PHRASES = [
    "Colombia minister Rehman Malik", "a spokesman for the Taliban, Ehsanullah Ehsan,", "The statement by Faqir Mohammad",
    ", who commands the Taliban in Bajaur,", "as did the army and", "The army denied that", "Former President Uribe",
    "“We will talk,” he said.", "it is unclear whether", "said to be the deputy chief of the group,", "his men had held",
    "talks with the government", "An official", "the president", "a week after it denied", "In December,", "No one in",
    "officials who asked not to be named", "killed 12 people near Kabul", "according to", "the Colombian army",
    "FARC rebels",
]  # fmt: skip
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(PHRASES),
    st.sampled_from(WORDS),
    st.sampled_from(MARKS),
    st.sampled_from(SPACES),
    st.sampled_from(STRANGE),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=3),
)
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from(["", " ", " ", " "])), max_size=90).map(
    lambda pieces: "".join(piece + space for piece, space in pieces)
)
DAYS = st.none() | st.sampled_from([date(2011, 12, 10), date(1970, 1, 1), date(2024, 2, 29), date(1, 1, 1)])
SLOW = settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = draw(TEXTS)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    furniture = tuple(Furniture(start, end, "other", "told so") for start, end in pairs if start < end)
    return Article("r1", text, published=draw(DAYS), furniture=furniture)


def read(article: Article) -> Reading:
    return resolve(article, EncoderReader().read(article))


@given(articles())
@example(Article("r1", "Colombia minister Rehman"))
@example(Article("r1", "“Talks,” he said. “They”\nare “on, said the Taliban", None))
@example(Article("r1", "The army said\nGIVE NOW\n“no”.", furniture=(Furniture(14, 22, "appeal", "x"),)))
@SLOW
def test_every_span_is_exact_and_outside_the_furniture(article: Article) -> None:
    for name, span in spans_of(read(article)):
        assert 0 <= span.start < span.end <= len(article.text), name
        assert article.text[span.start : span.end] == span.text, name
        assert not [f for f in article.furniture if f.start < span.end and span.start < f.end], (name, span)


@given(articles())
@SLOW
def test_every_reference_leads_to_something_in_the_reading(article: Article) -> None:
    reading = read(article)
    statements = [s.id for s in reading.statements]
    actors, places = [a.id for a in reading.actors], [p.id for p in reading.places]
    for ids in (statements, actors, places, [e.id for e in reading.events]):
        assert len(set(ids)) == len(ids)
    for statement in reading.statements:
        assert statement.parent in {None, *statements} - {statement.id}
        assert {statement.speaker, statement.party} <= {None, *actors}
        assert 0 <= statement.confidence <= 1
    for event in reading.events:
        assert event.statement in {None, *statements}
        assert set(event.actors + event.recipients) <= set(actors)
        assert event.place in {None, *places}
    for actor in reading.actors:
        assert actor.party in {None, *actors}
        assert {role.of for role in actor.roles} <= {None, *actors}


@given(articles())
@SLOW
def test_reading_twice_gives_the_same_and_it_survives_json(article: Article) -> None:
    reading = read(article)
    assert read(article) == reading
    assert reading_of(json.loads(line(reading_json(reading)))) == reading


@given(articles())
@SLOW
def test_dates_run_forwards_and_hang_together(article: Article) -> None:
    for found in read(article).dates:
        assert (found.first is None) == (found.last is None)
        if found.first is not None and found.last is not None:
            assert found.first <= found.last
            assert found.value is not None
            assert found.precision is not None


PRINT = """
import sys
from datetime import date
from onrecord.contract import line, reading_json
from onrecord.model import Article
from onrecord.reading import EncoderReader
from onrecord.resolution import resolve
for path in sys.argv[1:]:
    article = Article("r1", open(path, encoding="utf-8").read(), published=date(2011, 12, 10))
    print(line(reading_json(resolve(article, EncoderReader().read(article)))))
"""
SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))


def test_the_same_bytes_come_out_whatever_the_seed_of_the_hashes() -> None:
    printed = set()
    for seed in ("0", "1", "4711"):
        call = [sys.executable, "-c", PRINT, *map(str, SAMPLES)]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
        printed.add(subprocess.run(call, capture_output=True, check=True, env=environment).stdout)
    assert len(printed) == 1
    assert len(printed.pop().splitlines()) == len(SAMPLES) > 5
