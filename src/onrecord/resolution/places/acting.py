"""Which names of places stand for those who govern there: "Islamabad said", "talks between Kyiv and Moscow"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from onrecord.model import Span
from onrecord.nearby import Nearby
from onrecord.reading.reader import Found
from onrecord.resolution.places.capitals import is_capital
from onrecord.resolution.places.gazetteer import Location
from onrecord.resolution.places.names import Name
from onrecord.resolution.places.surroundings import Surroundings
from onrecord.resolution.places.wording import COMMANDS, LOCATIVE

_GOVERNING = frozenset({"country", "admin1"})
_WHERE = LOCATIVE - {"to", "from"}


@dataclass(frozen=True)
class Acting:
    """Tells names that act from names of where something is, in one report."""

    around: Surroundings
    found: Found

    def acts(self, name: Name, place: Location | None) -> bool:
        """Whether a name stands for its government here.

        The reader's word is taken where it reads a government or country, unless the words before say where; else only
        countries, their provinces and capitals act.
        """
        if self._is_read_as_state(name):
            return True
        return place is not None and (place.kind in _GOVERNING or is_capital(place)) and self.seems_to_act(name)

    def seems_to_act(self, name: Name) -> bool:
        """Whether a name stands where a government would: read as one, a source, or before a verb of acting."""
        if self._is_read_as_state(name):
            return True
        if self._before(name) in LOCATIVE:
            return False
        return self._is_source(name.span) or self._follows_verb_of_acting(name)

    def _is_read_as_state(self, name: Name) -> bool:
        if self._before(name) in _WHERE or "state=" not in self.around.readings(name):
            return False
        return not self.around.possessive(name) or self._is_source(name.span)

    def _before(self, name: Name) -> str:
        lower = self.around.lower(name, -1)
        return self.around.lower(name, -2) if lower == "the" else lower

    def _follows_verb_of_acting(self, name: Name) -> bool:
        """Whether the next words are a verb of acting, with auxiliaries before it."""
        for offset in (1, 2, 3):
            lower = self.around.lower(name, offset)
            if lower in COMMANDS:
                return True
            if lower not in {"has", "had", "have", "also", "will", "would", "later", "again", "not", "itself"}:
                return False
        return False

    def _is_source(self, span: Span) -> bool:
        return any(span.text in (source.text, source.text.removeprefix("the ")) for source in self._sources.at(span))

    @cached_property
    def _sources(self) -> Nearby[Span]:
        return Nearby((s.source, s.source) for s in self.found.statements if s.source is not None)
