from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.reading import by_hand

from onrecord.contract import line, reading_json
from onrecord.model import Article, Furniture, Span
from onrecord.reading import EncoderReader, Found, encoder
from onrecord.resolution import resolve

ODD = {
    "nothing": "",
    "white space": " \n\t\xa0\u2028\r\n ",
    "one letter": "a",
    "one mark": "“",
    "emoji": "🕊️ The army 👩‍👩‍👧 denied it, 🇨🇴 said Gen. Ana Ruiz 🕊️.\n🔥🔥🔥",
    "unbalanced quotes": "“We stay, he said. The army’s ''reply: “no. \"Yes” said ``Ruiz.\n”They left«, he “told us.",
    "all capitals": "THE ARMY DENIED IT. “WE DON'T STAY,” GEN. ANA RUIZ SAID ON MONDAY IN KABUL, COLOMBIA.",
    "no letters": "12 / 3.5% — (40) ... 1,200 -- 2011-12-10 $5 & 6; 7: 8!",
    "marks alone": "“”‘’«»„ … — -- ,,, ;;; !!! ''' ``` ... ???",
    "Arabic": "قال الجيش إنه لم يهاجم القرية. «لن نرحل» قال المتحدث.",
    "Chinese": "军方否认了这一指控。“我们不走，”发言人说。",
    "Russian": "Армия отрицает это. «Мы остаёмся», — сказал генерал Руис.",
    "Hindi and Thai": "सेना ने इससे इनकार किया। กองทัพปฏิเสธ",
    "combining marks": "Bogota\u0301 e\u0301s. Z\u0351\u036b\u0343a\u0308lgo sai\u0308d “no\u0301”. ﬁ İ ß ǅ",
    "a table": "Group | Killed | Said\nFARC | 12 | “no”\nArmy\t3\tdenied\n-----+-----+-----\n| | |\n",
    "control characters": "The \x00army\x07 said\x1b[31m it\x7f left.\x0b\x0c “No,”\x85 he\ufeff said.\u200b\u202e\u2066 End\x1c.",
    "carriage returns": "The army denied it.\r\n“We stay,” he said.\rThey left.\r\n\r\n",
    "marks of windows": "[CLS] The army [SEP] said [UNK] [PAD] [MASK] ##ing it left.",
    "a long word": "x" * 5_000 + " said the army. " + "9" * 3_000 + " denied " + "é" * 2_000,
    "no full stop": "bread milk the army said salt " * 60,
    "one sentence of marks": "“ " * 300 + "he said",
    "a word a line": "\n".join("the army denied that it left on Monday".split() * 30),
    "an address": "See http://x.example/a_b?c=d&e=f#g, said ana.ruiz@army.example & @ruiz #peace.",
}
MARKED = {
    "all": Article("r1", "The army denied it.", furniture=(Furniture(0, 19, "other", "told so"),)),
    "within a quotation": Article(
        "r1",
        "“We will not leave the hills GIVE NOW until the army goes,” Gen. Ruiz said.",
        furniture=(Furniture(29, 37, "appeal", "told so"),),
    ),
    "between paragraphs of one quotation": Article(
        "r1",
        "“We will not leave the hills.\nGIVE NOW\n“We stay until the army goes,” Gen. Ruiz said.",
        furniture=(Furniture(30, 38, "appeal", "told so"),),
    ),
}
CASES = [
    *(pytest.param(Article("r1", text, published=date(2011, 12, 10)), id=name) for name, text in ODD.items()),
    *(pytest.param(report, id=f"furniture {name}") for name, report in MARKED.items()),
]


def spans_in(found: object) -> Iterator[Span]:
    if isinstance(found, Span):
        yield found
    elif isinstance(found, tuple):
        for item in found:
            yield from spans_in(item)
    elif is_dataclass(found):
        for field in fields(found):
            yield from spans_in(getattr(found, field.name))


def check(report: Article, found: Found) -> None:
    for span in spans_in(found):
        assert 0 <= span.start < span.end <= len(report.text)
        assert report.text[span.start : span.end] == span.text


def outside(report: Article, found: Found) -> bool:
    return not any(f.start < s.end and s.start < f.end for s in spans_in(found) for f in report.furniture)


@pytest.mark.parametrize("report", CASES)
def test_every_span_of_an_odd_text_is_exact_and_outside_the_furniture(report: Article) -> None:
    found = EncoderReader().read(report)
    check(report, found)
    assert outside(report, found)


@pytest.mark.parametrize("report", CASES)
def test_an_odd_text_is_read_twice_to_the_same_bytes(report: Article) -> None:
    first, second = EncoderReader().read(report), EncoderReader().read(report)
    assert repr(first).encode("utf-8", "surrogatepass") == repr(second).encode("utf-8", "surrogatepass")
    there, again = (line(reading_json(resolve(report, found))) for found in (first, second))
    assert there == again


def test_a_report_is_read_alike_whatever_was_read_before_it() -> None:
    report = Article("r1", ODD["all capitals"])
    first = EncoderReader().read(report)
    for name in ("emoji", "a table", "Russian", "control characters"):
        EncoderReader().read(Article("r2", ODD[name]))
    assert EncoderReader().read(report) == first


@pytest.mark.parametrize("name", ["nothing", "white space"])
def test_nothing_is_found_where_there_is_nothing(name: str) -> None:
    assert not list(spans_in(EncoderReader().read(Article("r1", ODD[name]))))


@pytest.mark.parametrize(
    "name", ["unbalanced quotes", "combining marks", "a table", "control characters", "an address"]
)
def test_the_words_of_the_grammar_are_all_that_is_no_white_space(name: str) -> None:
    found = EncoderReader().read(Article("r1", ODD[name])).grammar
    assert found is not None
    assert "".join(w.text for w in found.words) == "".join(ODD[name].split())
    assert len(found.words) == len(found.tags) == len(found.heads) == len(found.relations)


WORDS = (
    "the a army government Ana Ruiz said denied that it he they both either and or but & , , . “ ” \" ( ) - 's of for on"
    " Monday in Kabul 12 GIVE \n \n\n 🕊 É"
).split(" ")


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = " ".join(draw(st.lists(st.sampled_from(WORDS), max_size=40)))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=4)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return Article("r1", text, furniture=tuple(Furniture(a, b, "other", "told so") for a, b in pairs if a < b))


def read_with(report: Article, seed: int) -> Found:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(encoder, "weights", lambda: by_hand.weights(seed))
        patch.setattr(encoder, "sections", lambda article, _: iter([by_hand.encoded(article, seed)]))
        return EncoderReader().read(report)


@given(articles(), by_hand.SEEDS)
@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_the_weights_are_spans_are_exact_and_references_lead_to_statements(
    report: Article, seed: int
) -> None:
    found = read_with(report, seed)
    check(report, found)
    names = [s.id for s in found.statements]
    assert names == [f"s{number}" for number in range(1, len(names) + 1)]
    assert all(s.parent in {None, *names} - {s.id} for s in found.statements)
    assert all(0 <= s.confidence <= 1 for s in found.statements)


@given(articles(), by_hand.SEEDS)
@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_the_weights_are_no_span_touches_the_furniture(report: Article, seed: int) -> None:
    assert outside(report, read_with(report, seed))


@given(articles(), by_hand.SEEDS)
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_the_weights_are_contents_come_in_order_and_share_nothing(report: Article, seed: int) -> None:
    for statement in read_with(report, seed).statements:
        ends = [(c.start, c.end) for c in statement.content]
        assert all(one[1] <= other[0] for one, other in pairwise(ends))
        assert statement.content or statement.act in {"declines", "unavailable", "denies", "confirms"}
