"""What furniture is learnt from: pages of this project, and new pages put together from its lines for every epoch.

Around the lines stand reports of Wikinews and of PolNeAR's training part. A fifth of the written pages is kept to
choose costs and shifts. The pages in `evaluation/furniture` are never read here.
"""

from __future__ import annotations

import random
from pathlib import Path

from training.furniture.compose import composed_pages, furniture_lines, report_lines, wikinews
from training.furniture.pages import Marked, Page, polnear_pages, written_pages

KINDS = ("report", "advert", "appeal", "caption", "forum", "legal", "navigation", "other", "paywall", "related")
HERE = Path(__file__).parent
POLNEAR_REPORTS = 300
PLAIN_PAGES = 80
SEED = 7


class Material:
    """All pages to learn from: written ones, and new composed ones for every epoch."""

    def __init__(self, corpora: Path) -> None:
        written = list(written_pages(HERE))
        self.kept = written[::5]
        self.written = [p for n, p in enumerate(written) if n % 5]
        polnear = list(polnear_pages(corpora / "statements" / "polnear-train.jsonl"))
        random.Random(SEED).shuffle(polnear)  # noqa: S311 - no secret
        self.reports = list(wikinews(corpora / "places" / "GeoVirus.xml"))
        self.reports += [_report_of(page) for page in polnear[:POLNEAR_REPORTS]]
        self.reports += [[p.text[m.start : m.end] for m in p.marked if m.kind is None] for p in self.written]
        self.reports = [r for r in self.reports if len(r) > 4]
        self.lines, self.loose = furniture_lines(HERE), report_lines(HERE)

    def epoch(self, number: int) -> list[Page]:
        """The pages of one epoch, the same for the same number."""
        chance = random.Random(SEED + number)  # noqa: S311 - no secret
        hidden = [Page(p.id, p.outlet if chance.random() < 0.7 else None, p.text, p.marked) for p in self.written]
        plain = [
            Page("", None, "\n".join(r[:10]), (Marked(0, len("\n".join(r[:10])), None),))
            for r in chance.sample(self.reports, PLAIN_PAGES)
        ]
        return [*hidden, *composed_pages(self.lines, self.reports, self.loose, SEED + number), *plain]


def _report_of(page: Page) -> list[str]:
    stretches = (page.text[m.start : m.end] for m in page.marked if m.kind is None)
    return [line for s in stretches for line in s.split("\n") if len(line.split()) > 3]
