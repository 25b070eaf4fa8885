"""The encoding of bytes that do not say theirs: what kind of words do they spell?

Detectors go wrong on short texts, and news briefs are short. So Western text with a few accents and Cyrillic text,
which make up nearly all of them, are told by the words themselves; charset-normalizer decides the rest.
"""

from __future__ import annotations

import re

_CYRILLIC = ("cp1251", "koi8_r", "cp866", "iso8859_5")
_OTHERS = (
    "cp1250", "cp1253", "cp1255", "cp1256", "cp1257", "cp874", "iso8859_2",
    "cp932", "euc_jp", "gb18030", "big5", "cp949",
)  # fmt: skip

_LETTER = "A-Za-zÀ-ÖØ-öø-ÿŠšŽžŒœŸƒ"
_WORD = re.compile(f"[{_LETTER}]+")
_HIGH_BYTE = re.compile(rb"[\x80-\xff]")
_MARKUP_OR_LINE = re.compile(rb"[<>\n]+")
# Signs that windows-1252 has where its neighbours have letters: at these places it is not windows-1252.
_SIGN_FOR_LETTER = re.compile(f"[{_LETTER}][\ufffd¡-©¬-³µ-¹¼-¿×÷][{_LETTER}]|[¥¦¨¬¯±²³¶¸¹¼½¾][{_LETTER}]")
_MOST_SIGNS = 0.1
_MIXED_SHARE = 0.8
_TURKISH_AS_WESTERN = frozenset("çöüÇÖÜâîûÂÎÛ") | frozenset("ðýþÐÝÞ")
_TURKISH_ONLY = frozenset("ðýþÐÝÞ")

_FREQUENT_CYRILLIC = frozenset("оеаинтсрвлі")
_ODD_IN_WORD = re.compile(r"[а-яё][А-ЯЁ]|[a-zA-Z][а-яёА-ЯЁ]|[а-яёА-ЯЁ][a-zA-Z]")
_CYRILLIC_SHARE = 0.5
_SAMPLE = 200_000


def guessed_encoding(data: bytes) -> str | None:
    """The encoding that makes words of these bytes, by its Python name; None if none does."""
    sample = _telling(data)
    if not sample:
        return "cp1252"
    western = sample.decode("cp1252", "replace")
    if looks_western(western):
        return "cp1254" if _looks_turkish(western) else "cp1252"
    return _cyrillic(sample) or _detected(sample)


def looks_western(text: str) -> bool:
    """Whether text read as windows-1252 has the shape of it: accented letters stand among plain ones."""
    accented = [word for word in _WORD.findall(text) if len(word) > 2 and not word.isascii()]
    signs = len(_SIGN_FOR_LETTER.findall(text))
    return _mixed_share(accented) >= _MIXED_SHARE and signs <= _MOST_SIGNS * len(accented)


def _mixed_share(words: list[str]) -> float:
    """Share of these words that hold plain Latin letters too; 1 of no words at all."""
    mixed = sum(1 for word in words if any(letter.isascii() for letter in word))
    return mixed / len(words) if words else 1.0


def _looks_turkish(text: str) -> bool:
    letters = {letter for word in _WORD.findall(text) for letter in word if not letter.isascii()}
    return bool(letters & _TURKISH_ONLY) and letters <= _TURKISH_AS_WESTERN


def _telling(data: bytes) -> bytes:
    """The stretches between tags and line ends that hold bytes beyond ASCII: markup says nothing."""
    kept: list[bytes] = []
    size = 0
    for piece in _MARKUP_OR_LINE.split(data):
        if (first := _HIGH_BYTE.search(piece)) and size < _SAMPLE:
            kept.append(piece if len(piece) <= _SAMPLE else piece[first.start() :][:_SAMPLE].rpartition(b" ")[0])
            size += len(kept[-1])
    return b"\n".join(kept)


def _cyrillic(sample: bytes) -> str | None:
    shares = {encoding: _cyrillic_share(sample.decode(encoding, "replace")) for encoding in _CYRILLIC}
    best = max(shares, key=lambda encoding: shares[encoding])
    return best if shares[best] >= _CYRILLIC_SHARE else None


def _cyrillic_share(text: str) -> float:
    """Share of the commonest Cyrillic letters in all that is not ASCII; what no word has counts against it."""
    foreign = [letter for letter in text if not letter.isascii()]
    small = sum(1 for letter in foreign if letter in _FREQUENT_CYRILLIC)
    capital = sum(1 for letter in foreign if letter.lower() in _FREQUENT_CYRILLIC) - small
    odd = len(_ODD_IN_WORD.findall(text))
    return (small + 0.9 * capital - odd) / len(foreign) if foreign else 0.0


def _detected(sample: bytes) -> str | None:
    # slow to import, and most pages say their encoding
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=list(_OTHERS)).best()
    return best.encoding if best is not None else None
