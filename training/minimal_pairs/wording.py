"""Fills the templates: who is named how, which words tell the event, in which tense, with which place and time."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator

from training.minimal_pairs import grammar
from training.minimal_pairs.cast import Cast
from training.minimal_pairs.circumstances import SLOTS, Circumstances
from training.minimal_pairs.markup import Sentence, parsed
from training.minimal_pairs.sources import Sources
from training.minimal_pairs.tables import Frame, Kind

AUXILIARIES = {
    "did": "",
    "done": "",
    "do": "",
    "doing": "",
    "does": "",
    "had": "had ",
    "has": "has ",
    "having": "having ",
}
BE = {
    "did": ("was", "were"),
    "has": ("has been", "have been"),
    "had": ("had been", "had been"),
    "will": ("will be", "will be"),
    "may": ("may be", "may be"),
    "might": ("might be", "might be"),
    "could": ("could be", "could be"),
    "would": ("would be", "would be"),
    "not": ("was not", "were not"),
    "never": ("was never", "were never"),
    "yet": ("has yet to be", "have yet to be"),
    "if": ("is", "are"),
    "be": ("be", "be"),
    "is to": ("is to be", "are to be"),
    "to be": ("to be", "to be"),
    "bare": ("", ""),
}
AGREEING = {
    "deed was": ("was", "were"),
    "deed is": ("is", "are"),
    "deed has": ("has", "have"),
    "deed comes": ("comes", "come"),
}
"""Verbs whose subject is the noun for the event."""
TWO_SENTENCES = " || "
"""Parts a template whose first sentence brings in whoever is taken up in the second."""
_PRONOUNS = {"it": ("it", "its"), "they": ("they", "their"), "he": ("he", "his"), "we": ("we", "our")}
_SLOT = re.compile(r"\{([^{}]+)\}")
_LOOSE_COMMA = re.compile(r",(?=[.;,])")
_ARTICLE = re.compile(r"(?<![\w/])(?:a|an|the) (?=[\w\[<{])")


class Wording:
    """Words one passage, sentence after sentence; remembers who has been named."""

    def __init__(self, chance: random.Random, cast: Cast, kept: bool = False) -> None:
        self.chance, self.cast, self.kept = chance, cast, kept
        self.circumstances = Circumstances(chance, cast)
        self.sources = Sources(chance, cast, self._name)
        self.named: set[str] = set()
        self.frame: Frame
        self.kinds: tuple[Kind, Kind]
        self.noun = ""
        self.speech = False

    def sentences(self, frame: Frame, text: str, both: tuple[Kind, Kind]) -> Iterator[Sentence]:
        """A template of a frame with every slot filled, taken apart into words and tags, sentence by sentence."""
        self.frame, self.kinds, self.speech = frame, both, "<s9:" in text
        self.noun = self.chance.choice(both[0].nouns)
        for words in text.split(TWO_SENTENCES):
            self.circumstances.begin(both[0])
            yield self._sentence(frame, words)

    def _sentence(self, frame: Frame, text: str) -> Sentence:
        filled = _LOOSE_COMMA.sub("", self._filled(text))
        if frame.headline:
            self.named.clear()
            self.sources.forget()
        return parsed(filled)

    def _filled(self, text: str) -> str:
        return _SLOT.sub(lambda slot: self._filled(self._words(slot[1])), text)

    def _words(self, slot: str) -> str:
        simple: dict[str, Callable[[], str]] = {
            "A's": self._possessive,
            "it": lambda: self._pronoun("A", 0),
            "its": lambda: self._pronoun("A", 1),
            "its B": lambda: self._pronoun("B", 1),
            "we": lambda: "<@A:we>",
            "We": lambda: "<@A:We>",
            "which": self._relative,
            "X": lambda: self._bare(self.circumstances.victim()),
        }
        if slot in simple:
            return simple[slot]()
        if slot in SLOTS:
            return self.circumstances.words(slot, self.frame)
        first, _, rest = slot.partition(" ")
        if slot in self.cast.bodies:
            return self._name(slot)
        if slot in ("has", "is", "was"):
            return self._agreeing(slot, "A")
        if rest in self.cast.bodies and first.endswith("s"):
            return self._agreeing(first, rest)
        return self._longer(first, rest, slot)

    def _longer(self, first: str, rest: str, slot: str) -> str:
        if first == "P":
            return self._passive(rest)
        if first == "day":
            return self.circumstances.day(rest)
        if "deed" in slot:
            return self._deed(slot)
        if slot in ("noun2", "a noun2"):
            return self._short_noun(article=slot != "noun2")
        if rest.split(" ")[-1].isdigit():
            return self.sources.words(slot)
        return self._clause(first, rest)

    def _name(self, key: str) -> str:
        body = self.cast.bodies[key]
        full = self.chance.random() < (0.1 if key in self.named else 0.75)
        words = body.name if full or (body.part == "minister" and key not in self.named) else body.short
        self.named.add(key)
        words = self._bare(words)
        if body.part == "minister" and words == body.name:
            office, name = re.fullmatch(r"(\w+ Minister) (.+)", words).groups()  # type: ignore[union-attr]
            words = f"<r A -:{office}> {name}"
        return f"<@{key}:{words}>"

    def _bare(self, words: str) -> str:
        return _ARTICLE.sub("", words) if self.frame.headline else words

    def _possessive(self) -> str:
        name = self._name("A")
        return name + ("'" if name.endswith("s>") else "'s")

    def _pronoun(self, key: str, case: int) -> str:
        spoken = "we" if self.frame.we and key == "A" else self.cast.bodies[key].pronoun
        return f"<@{key}:{_PRONOUNS[spoken][case]}>"

    def _relative(self) -> str:
        return "<@A:who>" if self.cast.bodies["A"].kind == "person" else "<@A:which>"

    def _agreeing(self, verb: str, key: str) -> str:
        many = self.cast.bodies[key].many
        if verb in ("has", "is", "was"):
            return {"has": "have", "is": "are", "was": "were"}[verb] if many else verb
        return grammar.plural(verb) if many else verb

    def _clause(self, shape: str, rest: str) -> str:
        kind, tag = (self.kinds[1], "e2") if "2" in shape + rest else (self.kinds[0], "e")
        shape = shape.replace("2", "")
        phrase = self._bare(self.chance.choice((kind.kept if self.kept else ()) or kind.verbs))
        verb = re.match(r"\[?(\w+)", phrase)[1]  # type: ignore[index]
        told = re.sub(r"\w+", self._inflected(verb, shape), phrase, count=1)
        end = told.index("]") + 1 if told.startswith("[") else told.index(" ")
        said = self.speech and kind.says is not None and (shape in ("did", "had", "has", "does")) and rest != "plain"
        auxiliary = AUXILIARIES[shape]
        if shape == "has" and self.cast.bodies["A"].many:
            auxiliary = "have "
        told = f"<q9:{auxiliary}{told[:end]}>{told[end:]}" if said and end else auxiliary + told
        return _triggers(told, tag)

    def _inflected(self, verb: str, shape: str) -> str:
        if shape == "does":
            return verb if self.cast.bodies["A"].many else grammar.singular(verb)
        if shape == "do":
            return verb
        return {"did": grammar.past, "doing": grammar.gerund}.get(shape, grammar.participle)(verb)

    def _passive(self, tense: str) -> str:
        phrase = self._bare(self.chance.choice(self.kinds[0].passives))
        subject, told = phrase.split(" | ")
        many = self.cast.bodies["B"].many if subject == "{B}" else subject.startswith("+")
        return _triggers(" ".join(filter(None, (subject.lstrip("+~"), BE[tense][many], told))), "e")

    def _deed(self, slot: str) -> str:
        sign, phrase = self._signed(self._bare(self.noun))
        counted = not sign and not self.frame.headline
        if slot in AGREEING:
            return AGREEING[slot][sign == "+"]
        if slot in ("Earlier deed", "Previous deed"):
            before = slot.split(" ")[0].lower()
            return _triggers(grammar.with_article(f"{before} {phrase}") if counted else f"{before} {phrase}", "e")
        return _triggers(grammar.with_article(phrase) if slot == "a deed" and counted else phrase, "e")

    def _short_noun(self, *, article: bool) -> str:
        sign, phrase = self._signed(self.chance.choice(self.kinds[0].nouns))
        words = re.search(r"\[(.+?)\]", phrase)[1]  # type: ignore[index]
        return _triggers(grammar.with_article(f"[{words}]") if article and not sign else f"[{words}]", "e2")

    @staticmethod
    def _signed(noun: str) -> tuple[str, str]:
        return (noun[0], noun[1:]) if noun[0] in "+~" else ("", noun)


def _triggers(phrase: str, tag: str) -> str:
    return phrase.replace("[", f"<{tag}:").replace("]", ">")
