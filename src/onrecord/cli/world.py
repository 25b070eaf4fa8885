"""Who, where and when a report speaks of, as tables under its text; with the reason for each link when asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.cli.output import cut, safe
from onrecord.model import Actor, Candidate, DateExpression, Evidence, Mention, Place, Reading

_KINDS = {"armed_group": "armed group", "admin1": "province or state", "admin2": "district", "place": "town"}
_MENTIONED = 4
"""Different wordings of one actor or place that are shown."""


def print_world(screen: Console, reading: Reading, *, why: bool) -> None:
    """Three tables: actors with party and offices, places with their position, words of time with their days.

    With `why`, every actor and place is followed by what spoke for it and against it, and by what else it may be.
    """
    names = {actor.id: actor.name for actor in reading.actors}
    _print(screen, "who", (_actor_rows(a, names, why) for a in reading.actors))
    _print(screen, "where", (_place_rows(p, why) for p in reading.places))
    _print(screen, "when", (_date_rows(d, why) for d in reading.dates))
    if reading.dateline is not None:
        told = f"the report says it was written: {cut(reading.dateline.span.text, 60)}"
        screen.print(Text(told + ("; its day is not the day of publication" if reading.dateline.disagrees else "")))


Row = tuple[Text, Text]


def _print(screen: Console, title: str, groups: Iterable[Sequence[Row]]) -> None:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True)
    table.add_column(title, ratio=2)
    table.add_column("", ratio=5)
    for group in groups:
        for left, right in group:
            table.add_row(left, right)
    if table.row_count:
        screen.print(table)


def _actor_rows(actor: Actor, names: dict[str, str], why: bool) -> list[Row]:
    facts = [_kind(actor.kind), actor.country]
    if actor.party is not None and actor.party != actor.id:
        facts.append("for " + names.get(actor.party, "?"))
    facts += [_office(role.role, names.get(role.of or ""), role.hedged) for role in actor.roles]
    facts += [f"{r.kind.replace('_', ' ')} {names.get(r.to, '?')}" for r in actor.relations]
    rows = [(Text(safe(actor.name), style="bold"), _facts(facts, actor.mentions))]
    if not why:
        return rows
    listed = actor.known_as is not None and not actor.known_as.startswith("text:")
    linked = [f"registry: {actor.known_as}" if listed else "not in the registry"]
    return [*rows, *_reasons(linked, actor.evidence, actor.candidates)]


def _office(role: str, body: str | None, hedged: bool) -> str:
    return ("said to be " if hedged else "") + role + (f" of {body}" if body else "")


def _place_rows(place: Place, why: bool) -> list[Row]:
    where = [] if place.lat is None else [f"{place.lat:.2f} {place.lon:.2f}"]
    facts = [_kind(place.kind), place.admin1, place.country, *where]
    if place.acting:
        facts.append(f"stands for its government {len(place.acting)}×")
    rows = [(Text(safe(place.name), style="bold"), _facts(facts, place.mentions))]
    if not why:
        return rows
    linked = [f"GeoNames {place.geonames}"] if place.geonames is not None else []
    return [*rows, *_reasons(linked, place.evidence, place.candidates)]


def _date_rows(date: DateExpression, why: bool) -> list[Row]:
    days = "" if date.first is None else f"  {date.first} to {date.last}"
    value = Text(f"{date.modifier.lower() + ' of ' if date.modifier else ''}{date.value or 'no value'}")
    if date.first != date.last:
        value.append(days, style="dim")
    if why and date.basis:
        value.append(f"  counted from {safe(date.basis)}", style="dim")
    return [(Text(cut(date.span.text, 40)), value)]


def _kind(kind: str) -> str:
    return _KINDS.get(kind, kind)


def _facts(facts: Iterable[str | None], mentions: Sequence[Mention]) -> Text:
    text = Text(safe(" · ".join(f for f in facts if f)))
    return text.append("  " + safe(_wordings(mentions)), style="dim")


def _wordings(mentions: Sequence[Mention]) -> str:
    """The commonest wordings with how often each stands: `"Bajur" 3×, "there"`."""
    counted = Counter(" ".join(m.span.text.split()) for m in mentions)
    shown = [f"“{cut(words, 40)}”" + (f" {n}×" if n > 1 else "") for words, n in counted.most_common(_MENTIONED)]
    return ", ".join(shown) + (f" and {len(counted) - _MENTIONED} more" if len(counted) > _MENTIONED else "")


def _reasons(linked: Iterable[str], evidence: Sequence[Evidence], candidates: Sequence[Candidate]) -> Iterator[Row]:
    for words in linked:
        yield Text(""), Text(safe(words), style="dim")
    for sign in evidence:
        yield Text(""), _sign(sign)
    for candidate in candidates:
        yield (
            Text(""),
            Text(f"or {safe(candidate.name)} ({safe(candidate.id)}), {candidate.score:.2f}", style="yellow"),
        )
        for sign in candidate.evidence:
            yield Text(""), Text("   ").append_text(_sign(sign))


def _sign(sign: Evidence) -> Text:
    text = Text.assemble((f"{sign.weight:+.1f} ", "green" if sign.weight > 0 else "red"), (sign.sign, "bold"))
    text.append(f"  {safe(sign.words)}")
    return text if sign.span is None else text.append(f"  at {sign.span.start}", style="dim")
