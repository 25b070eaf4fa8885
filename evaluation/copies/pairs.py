"""Pairs of reports of which it is known whether they have one origin: made from composed reports, the same every time.

What is tuned on and what is measured on share no base report, no word table, and not the same operations.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from random import Random

from evaluation.copies.desk import (
    Desk,
    cut_all_over,
    cut_at_the_end,
    cut_to_the_middle,
    reordered,
    reset,
    rewritten,
    without_its_end,
    written_through,
)
from evaluation.copies.drafts import Draft, Part, drafts, events, same_conflict, words
from onrecord.model import Article

_TOWNS = ("Qasr", "Melun", "Dovik", "Port Anselm", "Karsa", "Tebrat")
_COUNTRIES = ("Ardania", "Velmark", "Sunabia", "Corvia")
_GROUPS = ("the Northern Front", "the Free Valley Army", "the Red Sash", "the Liberation Council")


@dataclass(frozen=True)
class Pair:
    """Two reports, how they came about, and whether they have one origin."""

    kind: str
    same: bool
    one: Article
    other: Article


Maker = Callable[[Part, Draft, Random], tuple[Article, Article]]


def pairs(part: Part, each: int) -> Iterator[Pair]:
    """So many pairs of every kind of one part, kind by kind."""
    for same, makers in ((True, ONE_ORIGIN), (False, TWO_ORIGINS)):
        for kind, make in makers.items():
            for number in range(each):
                chance = Random(f"{part} {kind} {number}")  # noqa: S311
                one, other = make(part, _base(part, chance), chance)
                yield Pair(kind, same, one, other)


def _base(part: Part, chance: Random) -> Draft:
    """A passage, or for one report in three a longer one: two of the same conflict under one lede, with background."""
    draft = chance.choice(drafts(part))
    if chance.random() < 0.67:
        return draft
    more = same_conflict(part, draft, chance).sentences
    return replace(draft, sentences=(*draft.sentences, *more, *_background(part, chance)))


def _background(part: Part, chance: Random) -> list[str]:
    return _split(chance.choice(words(part)["backgrounds"]))


def _split(text: str) -> list[str]:
    return [s if s.endswith(".") else s + "." for s in text.split(". ")]


def _printed(draft: Draft, part: Part, chance: Random, furniture: float = 0.5) -> Article:
    around = chance.sample(words(part)["furniture"], chance.randrange(1, 6)) if chance.random() < furniture else []
    return draft.article(f"{chance.random():.12f}", chance, around)


def _elsewhere(draft: Draft, part: Part, chance: Random, credited: float = 0.6) -> Draft:
    """The report in another paper, on the day or up to two days later, its agency named or not."""
    own = replace(
        draft,
        outlet=chance.choice(words(part)["outlets"]),
        agency=draft.agency if chance.random() < credited else None,
    )
    return own.later(chance.choice((0, 0, 0, 1, 1, 2)))


def _copied(*desks: Desk) -> Maker:
    def make(part: Part, draft: Draft, chance: Random) -> tuple[Article, Article]:
        other = draft
        for desk in desks:
            other = desk(other, part, chance)
        if chance.random() < 0.5:
            other = replace(other, headline=chance.choice(words(part)["headlines"]))
        # One paper in three has the shorter form first: what the wire sent before is printed by nobody, or later.
        held = draft.later(chance.choice((0, 1, 2))) if chance.random() < 0.33 else draft
        return _printed(held, part, chance), _printed(_elsewhere(other, part, chance), part, chance)

    return make


def _cut_to_the_middle(part: Part, draft: Draft, chance: Random) -> tuple[Article, Article]:
    """A stretch of one passage: of two set end to end it might be all of the second, which is a report of its own."""
    del draft
    return _copied(cut_to_the_middle)(part, chance.choice(drafts(part)), chance)


def _versions(part: Part, draft: Draft, chance: Random) -> tuple[Article, Article]:
    later = written_through(draft, part, chance)
    own = replace(later, agency=later.agency if chance.random() < 0.9 else None)
    return _printed(draft, part, chance), _printed(own.later(chance.choice((0, 0, 0, 1))), part, chance)


def _cut_of_a_later_version(part: Part, draft: Draft, chance: Random) -> tuple[Article, Article]:
    later = cut_at_the_end(written_through(draft, part, chance), part, chance)
    while not _holds_much_of(later, draft):
        later = cut_all_over(written_through(draft, part, chance), part, chance)
    return _printed(draft, part, chance), _printed(_elsewhere(later, part, chance, 0.8), part, chance)


def _holds_much_of(cut: Draft, first: Draft) -> bool:
    """Whether a cut still has nearly half of the shorter report's sentences from the first version."""
    both = sum(s in first.sentences for s in cut.sentences)
    return both >= 0.45 * min(len(cut.sentences), len(first.sentences))


def _set_anew(*desks: Desk) -> Maker:
    make = _copied(*desks)

    def noisy(part: Part, draft: Draft, chance: Random) -> tuple[Article, Article]:
        one, other = make(part, draft, chance)
        return one, replace(other, text=reset(other.text, part, chance), furniture=())

    return noisy


ONE_ORIGIN: dict[str, Maker] = {
    "cut at the end": _copied(cut_at_the_end),
    "cut all over": _copied(cut_all_over),
    "cut to the middle": _cut_to_the_middle,
    "furniture around": _copied(),
    "rewrite": _copied(rewritten),
    "rewrite, reordered": _copied(reordered),
    "rewrite, cut": _copied(without_its_end, rewritten),
    "write-through": _versions,
    "cut of a write-through": _cut_of_a_later_version,
    "noise": _set_anew(),
    "noise, cut": _set_anew(cut_all_over),
    "noise, rewrite": _set_anew(rewritten),
}


def _press_conference(part: Part, draft: Draft, chance: Random) -> tuple[Article, Article]:
    """Two reporters who heard the same people: the same quotations, each between words of his own."""
    told = words(part)
    quotes = chance.sample(told["quotes"], chance.randrange(3, 6))
    other = _rival(same_conflict(part, draft, chance), part, chance)
    one, other = _short(draft, chance), _short(other, chance)
    speakers = [chance.choice(told["speakers"]) for _ in quotes]
    one = _with(one, [_said(told["said_a"], q, w, chance) for q, w in zip(quotes, speakers, strict=True)], chance)
    other = _with(other, [_said(told["said_b"], q, w, chance) for q, w in zip(quotes, speakers, strict=True)], chance)
    return _printed(one, part, chance), _printed(other, part, chance)


def _said(forms: list[str], quote: str, who: str, chance: Random) -> str:
    sentence = chance.choice(forms).format(q=quote, who=who)
    return sentence[0].upper() + sentence[1:]


def _statement_in_full(part: Part, draft: Draft, chance: Random) -> tuple[Article, Article]:
    """Both print an official statement whole, between quotation marks, at once or piece by piece."""
    statement = chance.choice(words(part)["statements"])
    other = _short(_rival(same_conflict(part, draft, chance), part, chance), chance)
    one = _short(draft, chance)
    whole = [f'"{statement}"']
    pieces = [f'"{s}"' if n % 2 else f'"{s.rstrip(".")}," it went on.' for n, s in enumerate(_split(statement))]
    one = replace(one, sentences=(*one.sentences[:2], "The statement in full:", *whole, *one.sentences[2:]))
    printed = pieces if chance.random() < 0.5 else whole
    other = replace(other, sentences=(*other.sentences[:3], *printed, *other.sentences[3:]))
    return _printed(one, part, chance), _printed(other, part, chance)


def _shared_background(part: Part, draft: Draft, chance: Random) -> tuple[Article, Article]:
    """Two reports of one agency on two matters, ending with the same paragraph."""
    background = _background(part, chance)
    one, other = draft, same_conflict(part, draft, chance)
    if chance.random() < 0.5:
        one, other = _short(one, chance), _short(other, chance)
    one = replace(one, sentences=(*one.sentences, *background))
    other = replace(other, sentences=(*other.sentences, *background), outlet=chance.choice(words(part)["outlets"]))
    return _printed(one, part, chance), _printed(other.later(chance.choice((0, 0, 1, 3))), part, chance)


def _roundup(part: Part, draft: Draft, chance: Random) -> tuple[Article, Article]:
    """A column of news in brief that has a short report whole, among others; on the day or the day after."""
    short = cut_at_the_end(draft, part, chance)
    short = replace(short, sentences=short.sentences[: chance.randrange(3, 7)])
    others = list(chance.sample(words(part)["roundup"], chance.randrange(6, 13)))
    elsewhere = [d for d in drafts(part) if set(d.sentences).isdisjoint(draft.sentences)]
    others += chance.choice(elsewhere).sentences[: chance.randrange(2, 6)]
    size = sum(len(s) for s in short.sentences)
    while sum(len(s) for s in others) < 1.7 * size:
        others += chance.choice(elsewhere).sentences[:3]
    at = chance.randrange(2, len(others) - 1)
    column = replace(
        short,
        headline=chance.choice(words(part)["headlines"]),
        sentences=(*others[:at], *short.sentences, *others[at:]),
    )
    column = replace(_elsewhere(column, part, chance, 0.2), outlet=chance.choice(words(part)["outlets"]))
    return _printed(short, part, chance), _printed(column, part, chance)


def _next_day(part: Part, draft: Draft, chance: Random) -> tuple[Article, Article]:
    """The agency's story of the day after: news of its own, then up to two fifths of yesterday's sentences."""
    again = max(2, round(len(draft.sentences) * chance.uniform(0.2, 0.4)))
    news = same_conflict(part, draft, chance)
    kept = draft.sentences[-again:]
    if chance.random() < 0.3:
        kept = (draft.sentences[0], *draft.sentences[-again + 1 :])
    budget, held = sum(len(s) for s in news.sentences) * 0.85, list[str]()
    for sentence in kept:
        if sum(map(len, held)) + len(sentence) <= budget:
            held.append(sentence)
    today = replace(news, sentences=(*news.sentences, *held))
    return _printed(draft, part, chance), _printed(today.later(chance.choice((1, 1, 1, 2))), part, chance)


def _same_day(part: Part, draft: Draft, chance: Random) -> tuple[Article, Article]:
    """Two reports of one agency on one day that share what it puts under all of them."""
    shared = words(part)["boilerplate"][: chance.randrange(1, 4)]
    other = same_conflict(part, draft, chance)
    one = replace(draft, sentences=(*draft.sentences, *shared))
    other = replace(other, sentences=(*other.sentences, *shared))
    return _printed(one, part, chance), _printed(other, part, chance)


def _two_reporters(part: Part, draft: Draft, chance: Random) -> tuple[Article, Article]:
    """One event in the words of two reporters."""
    event = chance.choice(events(part))
    facts = {
        "town": chance.choice(_TOWNS),
        "country": chance.choice(_COUNTRIES),
        "group": chance.choice(_GROUPS),
        "n": chance.choice(("seven", "twelve", "19", "31")),
        "day": draft.weekday,
    }
    one, two = ([s.format(**facts)[0].upper() + s.format(**facts)[1:] for s in event[k]] for k in ("one", "two"))
    quotes = chance.sample(words(part)["quotes"], 2) if chance.random() < 0.5 else []
    for quote in quotes:
        one.insert(chance.randrange(1, len(one)), _said(words(part)["said_a"], quote, "he", chance))
        two.insert(chance.randrange(1, len(two)), _said(words(part)["said_b"], quote, "he", chance))
    here = replace(draft, headline=one[0][:50], sentences=tuple(one))
    there = _rival(replace(draft, headline=two[0][:50], sentences=tuple(two)), part, chance)
    return _printed(here, part, chance), _printed(there, part, chance)


def _other_matter(part: Part, draft: Draft, chance: Random) -> tuple[Article, Article]:
    """Two reports of one conflict and one day."""
    return _printed(draft, part, chance), _printed(same_conflict(part, draft, chance), part, chance)


def _rival(draft: Draft, part: Part, chance: Random) -> Draft:
    """The draft as another house's."""
    agencies = [a for a in words(part)["agencies"] if a != draft.agency]
    return replace(
        draft,
        agency=chance.choice(agencies) if chance.random() < 0.5 else None,
        outlet=chance.choice([o for o in words(part)["outlets"] if o != draft.outlet]),
    )


def _short(draft: Draft, chance: Random) -> Draft:
    return replace(draft, sentences=draft.sentences[: chance.randrange(5, 9)])


def _with(draft: Draft, sentences: list[str], chance: Random) -> Draft:
    body = list(draft.sentences)
    for sentence in sentences:
        body.insert(chance.randrange(1, len(body) + 1), sentence)
    return replace(draft, sentences=tuple(body))


TWO_ORIGINS: dict[str, Maker] = {
    "two reporters, one event": _two_reporters,
    "one news conference": _press_conference,
    "one statement in full": _statement_in_full,
    "one background paragraph": _shared_background,
    "roundup with a short report": _roundup,
    "next day's story": _next_day,
    "same agency, same day": _same_day,
    "another matter": _other_matter,
}
