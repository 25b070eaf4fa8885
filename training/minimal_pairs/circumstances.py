"""Where and when something is told to happen, and how many people it befalls."""

from __future__ import annotations

import random

from training.minimal_pairs.cast import Cast
from training.minimal_pairs.tables import Frame, Kind

SLOTS = ("town", "where", "when", "When2", "Onday", "soon", "ago", "Ago", "year", "V")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SOON = ("next week", "in the coming days", "before the end of the month", "next month", "soon", "within a fortnight")
LATELY = ("last week", "at the weekend", "two days ago", "this week", "on the eve of the holiday")
VICTIMS = ("a provincial governor", "a district judge", "a tribal elder", "a newspaper editor", "the mayor of {town}")
HEDGES = ("some {}", "more than {}", "up to {}", "about {}", "nearly {}", "around {}")


class Circumstances:
    """Places, times and counted people of one passage; its town and its figures stay the same throughout."""

    def __init__(self, chance: random.Random, cast: Cast) -> None:
        self.chance, self.cast = chance, cast
        self.kind: Kind
        self.figures: dict[str, str] = {}
        self.main_town = chance.choice(cast.conflict.towns)
        self.target = chance.choice(VICTIMS)
        self.town_told = False

    def begin(self, kind: Kind) -> None:
        """A new sentence that tells a kind of event: its town has not been told."""
        self.kind, self.town_told = kind, False
        if kind.people and kind.name not in self.figures:
            self.figures[kind.name] = self._counted()

    def words(self, slot: str, frame: Frame) -> str:
        """The words for one of the slots; a place or time may be left out and then is empty.

        Where one sentence of the report itself tells two events, a time says in its tag which one it belongs to.
        """
        found = self._words(slot, frame)
        two = frame.status2 is not None and not frame.says
        return found.replace("<time:", f"<time {'e' if slot == 'ago' else 'e2'}:") if two else found

    def _words(self, slot: str, frame: Frame) -> str:
        if slot == "town":
            return self._town(frame)
        if slot == "where":
            left_out = self.town_told or not self.kind.where or frame.headline or self.chance.random() < 0.5
            return "" if left_out else " in {town}"
        if slot in ("When2", "Onday"):
            return self._lately().strip()
        if slot == "when":
            return self._lately() if self.kind.tail and self.chance.random() < 0.5 else ""
        if slot == "soon":
            return f" <time:{self.chance.choice(SOON)}>" if self.kind.tail and self.chance.random() < 0.6 else ""
        if slot == "V":
            return self._people(frame)
        return self._year() if slot == "year" else self._ago()

    def day(self, number: str) -> str:
        """The day on which statement n was made."""
        return f"on <on{number}:<time:{self.chance.choice(WEEKDAYS)}>>"

    def victim(self) -> str:
        """Who is murdered."""
        return f"<rec:{self.target}>"

    def _town(self, frame: Frame) -> str:
        self.town_told = True
        elsewhere = frame.form == "follower" and self.chance.random() < 0.5
        return f"<place:{self.chance.choice(self.cast.conflict.towns) if elsewhere else self.main_town}>"

    def _lately(self) -> str:
        if self.chance.random() < 0.6:
            late = self.chance.choice(("", "", "late "))
            return f" {late}on <time:{self.chance.choice(WEEKDAYS)}>"
        return f" <time:{self.chance.choice(LATELY)}>"

    def _ago(self) -> str:
        return self.chance.choice((self._year(), self._year(), "<time:years ago>", "<time:a year earlier>"))

    def _year(self) -> str:
        first = self.cast.conflict.years[0]
        return (
            f"in {self.chance.choice(('', '', 'early ', 'late '))}<time:{self.chance.randint(first - 6, first - 1)}>"
        )

    def _people(self, frame: Frame) -> str:
        """With their number where it has happened; without it where it has not, or not yet."""
        told = frame.status in ("actual", "historical")
        counted = self.figures[self.kind.name]
        return f"<rec:{counted if told else counted.rsplit('> ', 1)[-1].removeprefix('of ')}>"

    def _counted(self) -> str:
        people, troops = self.chance.choice(self.kind.people), self.kind.unit == "troops"
        if self.chance.random() < 0.15:
            return f"<num:{'hundreds' if troops else 'dozens'}> of {people}"
        if self.chance.random() < 0.5:
            number = self.chance.randint(2, 60) * 100 if troops else self.chance.randint(3, 60)
            return f"<num:{self.chance.choice(('', 'at least '))}{number:,}> {people}"
        round_number = self.chance.randint(1, 6) * (1000 if troops else 10)
        return f"<num:{self.chance.choice(HEDGES).format(f'{round_number:,}')}> {people}"
