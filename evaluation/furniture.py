"""Furniture on pages of outlets that nothing was learnt from, written for this project (`evaluation/furniture/`)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from training.furniture.pages import Page, written_pages

from onrecord.model import RawReport, Stated
from onrecord.page import article, opened

HELD_OUT = Path(__file__).parent / "furniture"
LONG = 12


@dataclass(frozen=True, slots=True)
class FurnitureScores:
    """Shares from 0 to 1: furniture of 12 words or more found, all furniture found, report marked, and of all furniture
    that which is found as the kind that it is."""

    long_found: float
    all_found: float
    report_marked: float
    kinds_found: float
    credits_right: float
    furniture: int
    report: int


def furniture_scores(folder: Path = HELD_OUT, with_outlet: bool = True) -> FurnitureScores:
    """The scores on a folder of pages; a piece of furniture is found when most of its characters are marked, and a
    piece of report is marked when any tenth of its characters is. An agency's credit glued to the last piece of report
    stands in that piece on these pages, and is scored by itself: marking it marks no report."""
    long_ones, all_ones, report, kinds, credited = [], [], [], [], []
    for page in written_pages(folder):
        found = article(
            opened(RawReport(page.id, "text", page.text, Stated(outlet=page.outlet if with_outlet else None)))
        )
        credit = page.credit and f"credit of the agency {page.credit}"
        kind_at = _kinds(page, [(f.start, f.end, f.kind) for f in found.furniture if f.reason != credit])
        if page.credit:
            credited.append(found.credit == page.credit)
        for piece in page.marked:
            marked = [kind_at[i] for i in range(piece.start, piece.end)]
            share = sum(k is not None for k in marked) / max(1, len(marked))
            if piece.kind is None:
                report.append(share > 0.1)
                continue
            all_ones.append(share > 0.5)
            if len(page.text[piece.start : piece.end].split()) >= LONG:
                long_ones.append(share > 0.5)
            most = max(set(marked), key=lambda k: (marked.count(k), k or ""))
            kinds.append(share > 0.5 and most == piece.kind)
    return FurnitureScores(
        long_found=_share(long_ones),
        all_found=_share(all_ones),
        report_marked=_share(report),
        kinds_found=_share(kinds),
        credits_right=_share(credited),
        furniture=len(all_ones),
        report=len(report),
    )


def _kinds(page: Page, found: list[tuple[int, int, str]]) -> list[str | None]:
    kinds: list[str | None] = [None] * len(page.text)
    for start, end, kind in found:
        kinds[start:end] = [kind] * (end - start)
    return kinds


def _share(values: list[bool]) -> float:
    return sum(values) / len(values) if values else 1.0
