"""Writes a composed passage in the format of the conflict set, and its events in that of the marked events."""

from __future__ import annotations

from dataclasses import dataclass, field

from training.minimal_pairs.cast import Cast
from training.minimal_pairs.markup import Sentence, Tagged
from training.minimal_pairs.tables import Frame, Kind

LISTS = {"PLACE": "place", "TIME": "time", "NUM": "num"}
_THREATS = {"COERCE": "restrict", "ASSAULT": "violence"}
_WANTED = {"CONSULT": "meet", "AID": "assist", "RETREAT": "yield", "CONCEDE": "yield"}


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a passage with the frame that it was made from; number 0 is a headline."""

    number: int
    sentence: Sentence
    frame: Frame
    kinds: tuple[Kind, Kind]

    def reference(self, tagged: Tagged | None) -> str:
        """Where a stretch stands; "-" for none."""
        return "-" if tagged is None else self.sentence.reference(self.number, tagged)


@dataclass(slots=True)
class Marking:
    """The lines of one passage: text, statements, actors and lists; and those of its events."""

    cast: Cast
    told: tuple[Told, ...]
    statements: list[str] = field(default_factory=list)
    events: list[str] = field(default_factory=list)

    def lines(self, name: str, facts: dict[str, str]) -> tuple[list[str], list[str]]:
        """The passage's lines and its events' lines."""
        for one in self.told:
            said = self._mark_statements(one)
            self._mark_events(one, said)
        head = [f"== {name}", *(f"{key}: {value}" for key, value in facts.items())]
        text = [
            f"{one.number}{'H' if one.number == 0 else 'P' if one.number == 1 else ''} {one.sentence.text}"
            for one in self.told
        ]
        return [*head, *text, *self.statements, *self._actors(), *self._lists()], [f"== {name}", *self.events]

    def _mark_statements(self, one: Told) -> dict[str, str]:
        """Marks a sentence's statements; their names by their number in the frame."""
        heads = {str(n): words for n, words in enumerate(one.frame.says, 1) if one.sentence.all(f"q{n}")}
        if one.sentence.all("q9") and (says := one.kinds[0].says):
            heads["9"] = f"{says} indirect"
        names = {number: f"S{len(self.statements) + at}" for at, number in enumerate(heads, 1)}
        for number, words in heads.items():
            self.statements.append(self._statement(one, number, words, names))
        return names

    def _statement(self, one: Told, number: str, words: str, names: dict[str, str]) -> str:
        source, cue, content = (one.sentence.all(letter + number) for letter in "sqc")
        act, certainty, *kind, form = words.split(" ")
        if act == "intends":
            act = "threatens" if one.kinds[0].temper == "bad" else "promises"
        letter = self._speaker(one.sentence, source[0]) if source else "-"
        speaker = self.cast.speakers.get(letter)
        source_kind, source_type = (speaker.source_kind, speaker.source_type) if speaker else (kind[0], "-")
        if source_kind == "outlet":
            source_type = "media"
        extras = [f"{key}={one.reference(found)}" for key in ("on", "to") for found in one.sentence.all(key + number)]
        outer = self._innermost(one.sentence, cue[0], {n: s for n, s in names.items() if n != number})
        extras += [f"in={outer}"] if outer else []
        head = f"{names[number]} {act} {certainty} {source_kind} {source_type} {form} {letter}"
        parts = (" + ".join(one.reference(piece) for piece in pieces) or "-" for pieces in (source[:1], cue, content))
        return " | ".join((head, *parts, *([" ".join(extras)] if extras else [])))

    @staticmethod
    def _speaker(sentence: Sentence, source: Tagged) -> str:
        mentions = [t for t in sentence.tags if t.tag.startswith("@") and t.start == source.start and source.holds(t)]
        return max(mentions, key=lambda mention: mention.end).tag[1:]

    @staticmethod
    def _innermost(sentence: Sentence, inner: Tagged, names: dict[str, str]) -> str | None:
        around = [(t.end - t.start, names[n]) for n in names for t in sentence.all("c" + n) if t.holds(inner)]
        return min(around)[1] if around else None

    def _mark_events(self, one: Told, said: dict[str, str]) -> None:
        for tagged in one.sentence.tags:
            line = None
            if tagged.head in ("e", "e2"):
                line = self._main(one, tagged)
            elif tagged.head == "i":
                line = self._inner(one, tagged)
            elif tagged.head == "f1":
                line = self._own(one)
            if line:
                head, after = line
                statement = self._innermost(one.sentence, tagged, said) or "-"
                name = f"E{len(self.events) + 1}"
                self.events.append(" | ".join((f"{name} {head} {statement}", one.reference(tagged), *after)))

    def _main(self, one: Told, tagged: Tagged) -> tuple[str, list[str]]:
        kind = one.kinds[1] if tagged.head == "e2" and one.frame.form == "had and did" else one.kinds[0]
        status = (one.frame.status2 or "") if tagged.head == "e2" else one.frame.status
        recipients = self._recipients(one, kind, tagged)
        extras = [
            f"{key}={one.reference(found)}"
            for key in ("place", "time")
            if (found := self._circumstance(one, key, tagged))
        ]
        if kind.unit and (number := self._number(one, tagged)):
            extras.append(f"{kind.unit}={one.reference(number)}")
        after = [self._present("A"), recipients, *([" ".join(extras)] if extras else [])]
        return f"{kind.type} {kind.mode} {status}", after

    @staticmethod
    def _circumstance(one: Told, key: str, tagged: Tagged) -> Tagged | None:
        """Place or time of an event: told in the same statements, closer to it than to any other event."""

        def around(stretch: Tagged) -> set[str]:
            return {
                t.tag for t in one.sentence.tags if t.head[0] in "cs" and t.head[1:].isdigit() and t.holds(stretch)
            }

        def belongs(found: Tagged) -> bool:
            if around(found) != around(tagged) or any(
                t.holds(found) for t in one.sentence.tags if t.head[:2] == "on"
            ):
                return False
            if named := found.tag.split(" ")[1:]:
                return tagged.head in named
            events = [t for t in one.sentence.tags if t.head in ("e", "e2") and around(t) == around(found)]
            return min(events, key=lambda t: (t.distance(found), t.start)) == tagged

        return next((found for found in one.sentence.all(key) if belongs(found)), None)

    @staticmethod
    def _number(one: Told, tagged: Tagged) -> Tagged | None:
        counted = one.sentence.nearest("rec", tagged)
        return next((n for n in one.sentence.all("num") if counted and counted.holds(n)), None)

    def _recipients(self, one: Told, kind: Kind, tagged: Tagged) -> str:
        if set(kind.recipients) & {"V", "X"}:
            return one.reference(one.sentence.nearest("rec", tagged))
        present = [key for key in ("B", "D") if kind.recipients and one.sentence.all("@" + key)]
        return " ; ".join(present) or "-"

    def _inner(self, one: Told, tagged: Tagged) -> tuple[str, list[str]]:
        _, kind, status, actor, recipient = tagged.tag.split(" ")
        outer = one.frame.status
        if status == "same" or outer == "conditional" or (outer == "historical" and status == "actual"):
            status = outer
        elif outer not in ("actual", "historical"):
            status = "possible"
        other = one.reference(one.sentence.nearest("rec", tagged)) if recipient == "V" else self._present(recipient)
        return f"{kind.replace('/', ' ')} {status}", [self._present(actor), other]

    def _own(self, one: Told) -> tuple[str, list[str]]:
        kind, mode, status, actor, recipient = one.frame.own[0].split(" ")
        if kind == "AGREE" and one.kinds[0].type in ("RETREAT", "CONCEDE"):
            kind = "CONCEDE"
        if mode == "?":
            modes = _THREATS if kind == "THREATEN" else _WANTED
            mode = modes.get(one.kinds[0].type, "-")
            mode = {"arrest": "arrest", "expel": "expel"}.get(one.kinds[0].mode, mode) if kind == "THREATEN" else mode
        source = one.sentence.all("s1")
        who = self._speaker(one.sentence, source[0]) if actor == "S" and source else self._present(actor)
        return f"{kind} {mode} {status}", [who, self._present(recipient)]

    def _present(self, key: str) -> str:
        return key if any(one.sentence.all("@" + key) for one in self.told) else "-"

    def _actors(self) -> list[str]:
        found: dict[str, list[str]] = {}
        for one in self.told:
            for tagged in one.sentence.tags:
                if tagged.head.startswith("@"):
                    found.setdefault(tagged.head[1:], []).append(one.reference(tagged))
        lines = []
        for key, mentions in sorted(found.items()):
            speaker = self.cast.speakers[key]
            of = f" of={speaker.of}" if speaker.of in found else ""
            lines.append(f"{key} {speaker.kind}{of} {' ; '.join(mentions)}")
        return lines

    def _lists(self) -> list[str]:
        lines = []
        for one in self.told:
            for tagged in one.sentence.all("r"):
                _, holder, body = tagged.tag.split(" ")
                lines.append(f"ROLE {one.reference(tagged)} {holder} {self._present(body) if body != '-' else '-'}")
        for keyword, head in LISTS.items():
            pieces = [one.reference(tagged) for one in self.told for tagged in one.sentence.all(head)]
            lines += [f"{keyword} {' ; '.join(pieces)}"] if pieces else []
        return lines
