"""The language of a text that nothing states, told from the text itself."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_FEWEST_WORDS: Final = 20
_FEWEST_SIGNS: Final = 40
# Chinese, Japanese, Korean and Thai do not part words by spaces.
_UNSPACED: Final = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SURE: Final = 0.8
_LOOKED_AT: Final = 5_000
_NO_LANGUAGE: Final = frozenset({"und", "zxx"})


def language_of(text: str) -> str | None:
    """ISO 639 code of the language of a text (`en`), from its first 5,000 characters.

    None for a text of less than about twenty words, or when the language is not plain.
    """
    head = text[:_LOOKED_AT]
    if len(head.split()) < _FEWEST_WORDS and len(_UNSPACED.findall(head)) < _FEWEST_SIGNS:
        return None
    language, certainty = _identifier().classify(head)
    return str(language) if certainty >= _SURE and language not in _NO_LANGUAGE else None


@cache
def _identifier() -> LanguageIdentifier:
    # takes a second to load, and most pages state their language
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
