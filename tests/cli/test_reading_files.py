"""`onrecord read`: one line of JSON a report, in order, data on standard output and nothing else there."""

from __future__ import annotations

import json

import pytest
from tests.cli.calls import Caller

DENIAL = "Army denies talks\n\nThe army of Colombia denied on Monday that it was holding talks with the FARC.\n"
CLAIM = "Rebels speak of talks\n\nThe FARC said on Sunday that it was in talks with the Colombian government.\n"


def test_a_line_of_json_for_every_report_in_the_order_given(call: Caller) -> None:
    left = call("read", call.write("b.txt", DENIAL), call.write("a.txt", CLAIM), "-f", "json")
    assert left.status == 0
    assert [line["article"]["title"] for line in left.lines] == ["Army denies talks", "Rebels speak of talks"]
    assert left.err == ""
    for line in left.lines:
        assert line["schema"] == "onrecord/1"
        assert {"article", "statements", "events", "actors", "places", "dates"} <= line.keys()


def test_every_span_that_is_printed_is_exact(call: Caller) -> None:
    [line] = call("read", call.write("a.txt", f"Ünïcödé 🕊️\n{DENIAL}"), "-f", "json").lines
    text = line["article"]["text"]
    spans = [s for st in line["statements"] for s in (st["source"], st["cue"], *st["content"]) if s]
    spans += [m for actor in line["actors"] for m in actor["mentions"]]
    assert len(spans) > 4
    assert all(text[s["start"] : s["end"]] == s["text"] for s in spans)


def test_what_the_caller_states_is_in_the_article(call: Caller) -> None:
    name = call.write("a.txt", DENIAL)
    stated = ("--published", "2012-08-21", "--outlet", "The Gazette", "--url", "https://example.org/1")
    [line] = call("read", name, *stated, "-f", "json").lines
    article = line["article"]
    assert (article["published"], article["published_basis"]) == ("2012-08-21", "given")
    assert (article["outlet"], article["url"]) == ("The Gazette", "https://example.org/1")


def test_no_day_of_publication_is_guessed(call: Caller) -> None:
    [line] = call("read", call.write("2012-08-21.txt", DENIAL), "-f", "json").lines
    assert (line["article"]["published"], line["article"]["published_basis"]) == (None, None)
    assert [d["value"] for d in line["dates"]] == [None]


def test_standard_input_is_read(call: Caller) -> None:
    line = json.dumps({"id": "r7", "text": DENIAL, "published": "2012-08-21"}).encode()
    [found] = call("read", "-", "-f", "json", stdin=line).lines
    assert (found["article"]["id"], found["article"]["published"]) == ("r7", "2012-08-21")


def test_one_bad_report_among_good_ones_has_its_error_in_its_place(call: Caller) -> None:
    names = [call.write("1.txt", DENIAL), call.write("2.txt", ""), "missing.txt", call.write("4.txt", CLAIM)]
    left = call("read", *names, "-f", "json")
    assert left.status == 1
    assert ["error" in line for line in left.lines] == [False, True, True, False]
    assert [line["error"]["kind"] for line in left.lines[1:3]] == ["Empty", "Unreadable"]
    assert left.lines[3]["statements"]
    assert "2.txt" in left.err
    assert "missing.txt" in left.err


def test_one_bad_line_among_good_ones_is_told_by_its_number(call: Caller) -> None:
    rows = [json.dumps({"text": DENIAL}), "not json", json.dumps({"id": 1}), json.dumps({"text": CLAIM})]
    left = call("read", call.write("news.jsonl", "\n".join(rows)), "-f", "json")
    assert left.status == 1
    assert [line["error"]["origin"] for line in left.lines[1:3]] == ["news.jsonl:2", "news.jsonl:3"]
    assert left.lines[3]["article"]["title"] == "Rebels speak of talks"


def test_half_a_surrogate_in_a_line_of_json_stops_nothing(call: Caller) -> None:
    rows = ['{"text": "Army \\ud83d denies\\n\\nThe army said \\udc4d no to talks."}', json.dumps({"text": DENIAL})]
    left = call("read", call.write("news.jsonl", "\n".join(rows)), "-f", "json")
    assert len(left.lines) == 2
    assert left.lines[1]["statements"]
    assert left.status in {0, 1}


def test_the_table_names_who_does_what_and_has_no_colour_where_nobody_looks(call: Caller) -> None:
    left = call("read", call.write("a.txt", DENIAL))
    assert left.status == 0
    assert "Army denies talks" in left.out
    assert "denies" in left.out
    assert "\x1b" not in left.out


def test_a_report_in_which_nobody_speaks_is_said_to_be_one(call: Caller) -> None:
    assert "no statements found" in call("read", call.write("a.txt", "The mill burned on Friday.\n")).out


def test_a_failure_of_ours_in_one_report_leaves_the_others_whole(
    call: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    from onrecord.reading import EncoderReader

    read = EncoderReader.read

    def failing(self: EncoderReader, article: object) -> object:
        if "Rebels" in article.text:  # type: ignore[attr-defined]
            raise RuntimeError("we are to blame")
        return read(self, article)  # type: ignore[arg-type]

    monkeypatch.setattr(EncoderReader, "read", failing)
    left = call("read", call.write("1.txt", CLAIM), call.write("2.txt", DENIAL), "-f", "json")
    assert left.status == 1
    assert left.lines[0]["error"]["kind"] == "Fault"
    assert "we are to blame" in left.lines[0]["error"]["message"]
    assert left.lines[1]["statements"]
    assert "Traceback" not in left.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("read",),
        ("read", "a.txt", "--published", "yesterday"),
        ("read", "a.txt", "--published", "2012-02-30"),
        ("read", "a.txt", "--published", "0012-01-01"),
        ("read", "a.txt", "--format", "xml"),
        ("read", "a.txt", "--nonsense"),
        ("listen", "a.txt"),
    ],
)
def test_a_wrong_call_leaves_with_2_and_says_why_on_standard_error(call: Caller, arguments: tuple[str, ...]) -> None:
    call.write("a.txt", DENIAL)
    left = call(*arguments)
    assert (left.status, left.out) == (2, "")
    assert "Usage" in left.err
    assert "Traceback" not in left.err
