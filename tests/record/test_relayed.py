from __future__ import annotations

from datetime import date
from random import Random

from onrecord import model
from onrecord.record.relayed import Source, with_relays_traced


def told(ident: str, day: int, stance: model.Stance = "affirms", speaker: str = "faqir") -> model.Testimony:
    return model.Testimony(
        f"s-{ident}",
        ident,
        ident,
        stance,
        "named",
        speaker,
        None,
        False,
        None,
        date(2011, 12, day),
        None,
        None,
    )


def origins(some: list[model.Testimony], source: Source) -> dict[str, str]:
    return {t.report: t.origin for t in with_relays_traced(some, source)}


DAWN = frozenset({"media:DAWN"})


def test_who_passes_on_a_report_that_is_held_adds_no_origin() -> None:
    some = [told("dawn", 10), told("daily", 11), told("late", 28), told("own", 11)]
    source = Source({"dawn": DAWN}, {"s-daily": "media:DAWN", "s-late": "media:DAWN"})
    assert origins(some, source) == {"dawn": "dawn", "daily": "dawn", "late": "late", "own": "own"}


def test_two_who_pass_on_a_report_that_is_not_held_are_one() -> None:
    some = [
        told("one", 10),
        told("two", 11),
        told("other", 11, speaker="ehsan"),
        told("no", 11, "denies"),
    ]
    source = Source({}, {f"s-{t.report}": "media:DAWN" for t in some})
    assert origins(some, source) == {"one": "one", "two": "one", "other": "other", "no": "no"}


def test_a_report_that_came_out_later_is_not_what_was_passed_on() -> None:
    some = [told("daily", 9), told("dawn", 10)]
    assert origins(some, Source({"dawn": DAWN}, {"s-daily": "media:DAWN"})) == {"daily": "daily", "dawn": "dawn"}


def test_the_order_of_testimonies_makes_no_difference() -> None:
    some = [told(f"r{n:02}", 1 + n) for n in range(20)]
    source = Source({"r03": DAWN, "r11": DAWN}, {f"s-r{n:02}": "media:DAWN" for n in range(20) if n % 2 == 0})
    expected = origins(some, source)
    for seed in range(10):
        mixed = list(some)
        Random(seed).shuffle(mixed)  # noqa: S311
        assert origins(mixed, source) == expected
