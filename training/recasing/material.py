"""Sentences in ordinary case to learn from: a word is an example of the case that it is printed in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from conflict_set.passages import all_passages

from onrecord.encoding.recasing import RARE, is_in_capitals, signs
from onrecord.encoding.sentences import sentence_ends
from onrecord.encoding.words import words

CONFLICT_SET = Path(__file__).parents[2] / "conflict_set"
_TIMES = 5
"""How often each name of a country and of its people is shown, so that rare ones count as known."""
_CASES_TOLD = {(True, False): 0, (False, True): 2}


@dataclass(frozen=True, slots=True)
class Example:
    """The signs of a word and the number of its case; words that open a sentence are none."""

    signs: tuple[str, ...]
    case: int


def examples(corpora: Path, part: str) -> Iterator[Example]:
    """The examples of the train or development parts of all corpora, in their order."""
    for text in texts(corpora, part):
        for line in text.split("\n"):
            if line.strip() and not is_in_capitals(line):
                yield from examples_of(line)
    if part == "train":
        yield from (example for _ in range(_TIMES) for example in peoples())


def peoples() -> Iterator[Example]:
    """The names of countries and of their people, one and several, as in "the Hondurans"."""
    for row in (files("onrecord.assets") / "countries.txt").read_text(encoding="utf-8").splitlines():
        if not row.startswith("#"):
            name, others, demonyms = row.split("|")[1:4]
            for word in (name, *others.split(","), *(d + end for d in demonyms.split(",") if d for end in ("", "s"))):
                if word.isalpha():
                    yield Example(tuple(signs(["the", word.lower(), RARE], 1)), case_of(word))


def texts(corpora: Path, part: str) -> Iterator[str]:
    """The texts of PolNeAR, of both treebanks and, to learn from, of the conflict set's train part."""
    path = corpora / "statements" / f"polnear-{part}.jsonl"
    for row in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(row)["text"]
    for corpus in ("gum", "ewt"):
        lines = (corpora / "syntax" / f"{corpus}-{part}.conllu").read_text(encoding="utf-8").splitlines()
        yield from (line.removeprefix("# text = ") for line in lines if line.startswith("# text = "))
    if part == "train":
        yield from (passage.text for passage in all_passages(CONFLICT_SET / "train"))


def examples_of(line: str) -> Iterator[Example]:
    """The words of a line as examples."""
    places = words(line, 0, len(line))
    forms = [line[start:end].lower() for start, end in places]
    opens = {0, *sentence_ends(line, 0, len(line))}
    opening = False
    for at, (start, end) in enumerate(places):
        before = places[at - 1][1] if at else 0
        opening = opening or any(place in opens for place in range(before, start + 1))
        if not any(letter.isalpha() for letter in forms[at]):
            continue
        if not opening and line[before:start].strip() == "" and forms[at - 1] not in {'"', "“", "‘", "'", ":"}:
            yield Example(tuple(signs(forms, at)), case_of(line[start:end]))
        opening = False


def case_of(word: str) -> int:
    """The number of the case in `CASES`; `McCain` counts as a capital at the head, `US` and `A` by their letters."""
    letters = "".join(letter for letter in word if letter.isalpha())
    if len(letters) == 1:
        return 1 if letters.isupper() and letters != "I" else 2 if letters == "I" else 0
    return _CASES_TOLD.get((letters.islower(), letters.isupper()), 1)
