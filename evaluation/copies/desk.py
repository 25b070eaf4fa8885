"""What desks do to an agency's report: cut it, rewrite it, write it through, and what machines do to its characters."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from evaluation.copies.drafts import Draft, Part, words

Desk = Callable[[Draft, Part, Random], Draft]
_FEWEST = 3
_FEWEST_WORDS = 60
_ATTRIBUTED = re.compile(r"^(?P<what>[^\"“”]{30,}), (?P<who>[^,\"“”]{3,60}) (?P<verb>said|told reporters|added)\.$")
_WHICH = re.compile(r", (?:which|who|whose) [^,\"“”]{8,80},")
_ON_DAY = re.compile(r" on (?P<day>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b")
_AND = re.compile(r"(?P<one>^[^\"“”]{40,}?), (?:and|but) (?P<other>[a-z][^\"“”]{30,}$)")


def cut_at_the_end(draft: Draft, part: Part, chance: Random) -> Draft:
    """Keeps the opening, a quarter to nine tenths of the sentences."""
    del part
    keep = max(_FEWEST, round(len(draft.sentences) * chance.uniform(0.25, 0.9)))
    return replace(draft, sentences=draft.sentences[:keep])


def cut_all_over(draft: Draft, part: Part, chance: Random) -> Draft:
    """Drops sentences anywhere, up to a half of them."""
    del part
    keep = max(_FEWEST, round(len(draft.sentences) * chance.uniform(0.5, 0.9)))
    at = sorted(chance.sample(range(len(draft.sentences)), keep))
    return replace(draft, sentences=tuple(draft.sentences[n] for n in at))


def cut_to_the_middle(draft: Draft, part: Part, chance: Random) -> Draft:
    """Keeps a stretch from the middle or the end, without the lede, two fifths of the report or more."""
    del part
    count = len(draft.sentences)
    keep = max(_FEWEST, round(count * chance.uniform(0.4, 0.75)))
    first = chance.randrange(1, count - keep + 1) if count > keep else 0
    while keep < count and len(" ".join(draft.sentences[first : first + keep]).split()) < _FEWEST_WORDS:
        keep, first = keep + 1, max(0, first - 1)
    return replace(draft, sentences=draft.sentences[first : first + keep])


def without_its_end(draft: Draft, part: Part, chance: Random) -> Draft:
    """Without the last fifth, as far as seven sentences are left."""
    del part, chance
    return replace(draft, sentences=draft.sentences[: max(7, round(len(draft.sentences) * 0.8))])


def rewritten(draft: Draft, part: Part, chance: Random) -> Draft:
    """A new lede, most of the sentences kept, three in ten of them paraphrased, order changed here and there."""
    told = words(part)
    body = list(draft.sentences[1:])
    for _ in range(max(1, len(body) // 6)):
        if len(body) > _FEWEST + 1:
            body.pop(chance.randrange(len(body)))
    body = [paraphrased(s, part, chance) if chance.random() < 0.3 else s for s in body]
    for _ in range(chance.randrange(3)):
        at = chance.randrange(len(body) - 1)
        body[at], body[at + 1] = body[at + 1], body[at]
    body = [attributed(s, draft, part, chance) if chance.random() < 0.2 else s for s in body]
    for _ in range(chance.randrange(3)):
        body.insert(chance.randrange(len(body) + 1), chance.choice(told["colour"]))
    return replace(draft, headline=chance.choice(told["headlines"]), sentences=(_lede(draft, part, chance), *body))


def reordered(draft: Draft, part: Part, chance: Random) -> Draft:
    """All sentences kept, a third of them lightly reworded, in another order, under a new headline."""
    told = words(part)
    first, *rest = draft.sentences
    at = chance.randrange(1, len(rest))
    rest = rest[at:] + rest[:at] if part == "tune" else _by_twos(rest, chance)
    kept = [reworded(s, part, chance) if chance.random() < 0.34 else s for s in [first, *rest]]
    return replace(draft, headline=chance.choice(told["headlines"]), sentences=tuple(kept))


def _by_twos(sentences: Sequence[str], chance: Random) -> list[str]:
    pairs = [list(sentences[n : n + 2]) for n in range(0, len(sentences), 2)]
    chance.shuffle(pairs)
    return [s for pair in pairs for s in pair]


def written_through(draft: Draft, part: Part, chance: Random) -> Draft:
    """The agency's next version: a new lede, the earlier sentences mostly kept, new ones between them, same credit."""
    told, (a, b) = words(part), draft.sides
    body = [s for n, s in enumerate(draft.sentences) if n == 0 or chance.random() > 0.15]
    body = [reworded(s, part, chance) if chance.random() < 0.1 else s for s in body]
    if chance.random() < 0.5:
        body = body[1:]
    fresh = [s.format(a=a, b=b) for s in chance.sample(told["updates"], chance.randrange(2, 9))]
    for sentence in fresh[1:]:
        body.insert(chance.randrange(len(body) + 1), sentence)
    lede = [_lede(draft, part, chance), fresh[0]]
    return replace(draft, headline=chance.choice(told["headlines"]), sentences=(*lede, *body))


def _lede(draft: Draft, part: Part, chance: Random) -> str:
    a, b = draft.sides
    return str(chance.choice(words(part)["ledes"])).format(a=a, b=b, day=draft.weekday)


def paraphrased(sentence: str, part: Part, chance: Random) -> str:
    """The sentence turned round where its form allows it, and with other words throughout."""
    turned = _turned(sentence) if part == "tune" else _turned_otherwise(sentence)
    return reworded(turned, part, chance, share=1.0)


def reworded(sentence: str, part: Part, chance: Random, share: float = 0.6) -> str:
    """The sentence with a share of the phrases of the table in other words; quotations stay."""
    pieces = re.split(r"([\"“][^\"”]*[\"”])", sentence)
    for phrase, other in words(part)["phrases"]:
        if chance.random() < share:
            pattern = re.compile(rf"\b{re.escape(phrase)}\b")
            pieces[::2] = [pattern.sub(other, piece, count=1) for piece in pieces[::2]]
    return "".join(pieces)


def attributed(sentence: str, draft: Draft, part: Part, chance: Random) -> str:
    """The sentence with the agency named at its end."""
    if draft.agency is None or not sentence.endswith("."):
        return sentence
    return sentence[:-1] + str(chance.choice(words(part)["attributions"])).format(agency=draft.agency) + "."


def _turned(sentence: str) -> str:
    """ "X, Y said." as "Y said that X."; else without its relative clause."""
    match = _ATTRIBUTED.match(sentence)
    if match is None:
        return _WHICH.sub("", sentence, count=1)
    what = match["what"]
    return f"{match['who'][0].upper()}{match['who'][1:]} {match['verb']} that {what[0].lower()}{what[1:]}."


def _turned_otherwise(sentence: str) -> str:
    """ "X, Y said." as "According to Y, X."; a day to the front; or two sentences of one."""
    match = _ATTRIBUTED.match(sentence)
    if match is not None:
        return f"According to {match['who']}, {match['what'][0].lower()}{match['what'][1:]}."
    day = _ON_DAY.search(sentence)
    if day is not None and '"' not in sentence[: day.start()]:
        without = sentence[: day.start()] + sentence[day.end() :]
        return f"On {day['day']} {without[0].lower()}{without[1:]}"
    two = _AND.match(sentence)
    return sentence if two is None else f"{two['one']}. {two['other'][0].upper()}{two['other'][1:]}"


def reset(text: str, part: Part, chance: Random) -> str:
    """The same text set by another machine: marks and dashes, ligatures, wrapped lines, and misread letters."""
    if chance.random() < 0.7:
        text = text.replace("“", '"').replace("”", '"').replace("’", "'") if chance.random() < 0.5 else _curled(text)
    text = text.replace(" - ", " — ").replace("--", "–") if chance.random() < 0.5 else text.replace("—", "-")
    if part == "tune":
        text = text.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ") if chance.random() < 0.6 else text
        return _wrapped(text, chance, 64)
    text = re.sub(
        r"rn|li|cl", lambda m: {"rn": "m", "li": "h", "cl": "d"}[m[0]] if chance.random() < 0.12 else m[0], text
    )
    text = re.sub(r"[a-z]", lambda m: chance.choice("aeclos") if chance.random() < 0.004 else m[0], text)
    text = re.sub(r"(?<=\.) (?=[A-Z])", lambda m: "  " if chance.random() < 0.6 else m[0], text)
    return _wrapped(text, chance, 48)


def _curled(text: str) -> str:
    return re.sub(r'"([^"\n]*)"', r"“\1”", text).replace("'", "’")


def _wrapped(text: str, chance: Random, width: int) -> str:
    """Lines broken at a width, one long word in six broken with a hyphen."""
    lines = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            if len(line) + len(word) > width:
                broken = len(word) > 7 and word.isalpha() and chance.random() < 0.17
                lines.append(f"{line} {word[:4]}-".strip() if broken else line.strip())
                line = word[4:] if broken else word
            else:
                line += " " + word
        lines.append(line.strip())
    return "\n".join(lines)
