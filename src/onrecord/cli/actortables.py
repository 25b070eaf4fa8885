"""Identities and judgements as JSON and as tables that fit the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.cli.output import cut, safe
from onrecord.model import Evidence
from onrecord.record import Identity, Judgement, OfficeHolder
from onrecord.record.tellings import RoleTold

Json = dict[str, Any]
_STYLES = {"same": "green", "different": "red", "unsure": "yellow"}
_SPELLINGS = 4
_ROLES = 3
_LINKS = 5


def identity_json(identity: Identity, *, why: bool) -> Json:
    """One line of `onrecord actors --format json`; `links` only when reasons are asked for."""
    plain: Json = _plain(asdict(identity))
    plain["names"] = [{"name": name, "count": count} for name, count in identity.names]
    plain["links"] = [judgement_json(link) for link in identity.links] if why else []
    plain["candidates"] = [
        {"id": c.id, "name": c.name, "score": c.score, "evidence": [_evidence(e) for e in c.evidence]}
        for c in identity.candidates
    ]
    return plain


def judgement_json(judgement: Judgement) -> Json:
    """A judgement as it is printed, under the names of the record."""
    plain: Json = _plain(asdict(judgement))
    plain["evidence"] = [_evidence(e) for e in judgement.evidence]
    return plain


def holder_json(holder: OfficeHolder) -> Json:
    """One line of `onrecord actors --office … --format json`."""
    plain: Json = _plain(asdict(holder))
    return plain


def print_holders(screen: Console, holders: Sequence[OfficeHolder]) -> None:
    """Who holds an office, with the reports' own words for it."""
    if not holders:
        screen.print("no report says who holds this office")
    for one in holders:
        said = "said to be " if one.hedged else ""
        contested = ("  contested", "bold yellow") if one.contested else ""
        office = f"  {said}{safe(one.role)}" + (f" of {safe(one.of_name)}" if one.of_name else "")
        screen.print(Text.assemble((safe(one.name), "bold"), office, contested))
        for saying in one.sayings:
            _line(screen, 4, f"{_day(saying.told)}  “{saying.text}”  report {saying.report[:8]}", style="dim")


def print_identities(screen: Console, found: Sequence[Identity], *, why: bool, alone: bool) -> None:
    """A line for everybody, or, for words or with reasons, a card with offices, spellings and candidates."""
    if not found:
        screen.print("nobody on record has this name" if alone else "the record names nobody yet")
        return
    if why or (alone and len(found) <= 5):
        for identity in found:
            _print_card(screen, identity, why=why)
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("who", ratio=4)
    table.add_column("of", ratio=3)
    table.add_column("office", ratio=3)
    table.add_column("reports", justify="right", no_wrap=True)
    table.add_column("first to last", no_wrap=True)
    for one in found:
        table.add_row(
            Text.assemble(cut(one.name, 60), "\n", (f"{_short(one)} · {one.kind}", "dim")),
            cut(one.parties[0].name, 50) if one.parties else "",
            cut(_role(one.roles[0]), 50) if one.roles else "",
            str(len(one.reports)),
            f"{_day(one.first)}\n{_day(one.last)}",
        )
    screen.print(table)


def _print_card(screen: Console, one: Identity, *, why: bool) -> None:
    screen.print(Text.assemble((safe(one.name), "bold"), (f"  {one.kind}  {one.id}", "dim")))
    other = [f"{name} ({count})" for name, count in one.names if name != one.name]
    if other:
        more = f" and {len(other) - _SPELLINGS} more" if len(other) > _SPELLINGS else ""
        _line(screen, 2, f"also {', '.join(other[:_SPELLINGS])}{more}")
    for party in one.parties:
        _line(screen, 2, f"of {party.name}, {_span(party.first, party.last)}")
    for role in one.roles if why else one.roles[:_ROLES]:
        _line(screen, 2, f"{_role(role)}, {_span(role.first, role.last)}")
    reports = f"{len(one.reports)} report" + ("" if len(one.reports) == 1 else "s")
    screen.print(Text(f"  in {reports}, {_span(one.first, one.last)}", style="dim"))
    if why:
        strongest = sorted(one.links, key=lambda j: (not j.reviewed, -(j.score or 0.0), j.id))
        for link in strongest[:_LINKS]:
            _print_link(screen, link)
        if len(strongest) > _LINKS:
            _line(screen, 2, f"and {len(strongest) - _LINKS} more judgements; --format json gives all", style="dim")
    for candidate in one.candidates:
        score = "" if candidate.score is None else f" ({candidate.score:.2f})"
        _line(screen, 2, f"perhaps {candidate.name}{score}  {candidate.id}", style="yellow")
        _print_reasons(screen, candidate.evidence if why else ())
    screen.print()


def _print_link(screen: Console, link: Judgement) -> None:
    score = "" if link.score is None else f" {link.score:.2f}"
    screen.print(
        Text.assemble(
            "  ", (link.judgement, _STYLES[link.judgement]), f"{score}  {link.left[:8]} and {link.right[:8]}",
            (f"  {safe(link.user)}, {link.created_at[:10]}", "dim"), f"  {safe(link.note or '')}",
        )
    )  # fmt: skip
    _print_reasons(screen, link.evidence)


def _print_reasons(screen: Console, evidence: Sequence[Evidence]) -> None:
    for reason in sorted(evidence, key=lambda e: -abs(e.weight)):
        _line(screen, 6, f"{reason.weight:+.1f}  {reason.words}", style="dim")


def print_judgements(screen: Console, made: Sequence[Judgement], *, withdrawn: bool) -> None:
    """What was judged or withdrawn."""
    for one in made:
        done = "withdrawn: " if withdrawn else ""
        screen.print(
            Text.assemble(
                done,
                (one.judgement, _STYLES[one.judgement]),
                f"  {one.left} and {one.right}  ",
                (safe(one.user), "dim"),
            )
        )


def _short(identity: Identity) -> str:
    return identity.known_as or identity.id[:8]


def _line(screen: Console, indent: int, words: str, style: str = "") -> None:
    screen.print(Text(" " * indent + cut(words, screen.width - indent), style=style))


def _role(role: RoleTold) -> str:
    hedged = "said to be " if role.hedged else ""
    former = "" if not role.former or role.role.lower().startswith(("former", "ex-")) else "former "
    return f"{hedged}{former}{safe(role.role)}" + (f" of {safe(role.of_name)}" if role.of_name else "")


def _span(first: date | None, last: date | None) -> str:
    return _day(first) if first == last else f"{_day(first)} to {_day(last)}"


def _day(value: date | None) -> str:
    return value.isoformat() if value else "no date"


def _evidence(evidence: Evidence) -> Json:
    return {"sign": evidence.sign, "words": evidence.words, "weight": evidence.weight}


def _plain(value: Any) -> Any:
    """JSON values of a noun: days as ISO 8601, tuples as lists."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    return value
