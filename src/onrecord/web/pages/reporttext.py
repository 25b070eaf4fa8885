"""The text of a report as HTML: its characters and nothing else, with elements around them that carry the marks.

What the page adds to be read (brackets around contents, the act after a cue, the kind of furniture) is made by the style
sheet from attributes, so that the text of the element is the text of the report.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup, escape

from onrecord.web.filters import cut, harmless
from onrecord.web.pages.reportmarks import Piece, Stretch
from onrecord.web.pages.reportview import ReportView, StatementView
from onrecord.web.wording import ACTS

MOST_RULES = 150
"""Statements that the style sheet alone can light up from the margin; further ones need the script."""
_LABEL = 160


def report_text(view: ReportView) -> Markup:
    """The part of the text that is shown, whole and in order, with its marks."""
    links = _links(view)
    return Markup("").join(_stretch(stretch, view.by_id, links) for stretch in view.text)


def marks_style(statements: int) -> str:
    """The style that lights up a statement's words while its entry in the margin is pointed at, and the other way."""
    rules = []
    for n in range(1, min(statements, MOST_RULES) + 1):
        at_entry, at_words = f".entry-{n}:is(:hover,:focus-within,:target)", f".of-{n}:is(:hover,:focus,:target)"
        rules.append(f".sheet:has({at_entry}) .of-{n}{{background-color:var(--mark-lit);color:var(--mark-lit-ink)}}")
        rules.append(f".sheet:has({at_words}) .entry-{n}{{border-color:var(--mark-edge)}}")
    return "\n".join(rules) + "\n"


def _links(view: ReportView) -> Mapping[int, StatementView]:
    """The piece of text, by where it starts, that leads to a statement's entry: the end of its cue, or its beginning."""
    pieces = [piece for stretch in view.text for piece in stretch.pieces if piece.marks]
    cues = {mark.statement: piece for piece in pieces for mark in piece.closes if mark.kind == "cue"}
    firsts = {ident: piece for piece in pieces for ident in piece.anchors}
    found: dict[int, StatementView] = {}
    for one in view.here:
        piece = cues.get(one.id) or firsts.get(one.id)
        if piece is not None:
            found.setdefault(piece.start, one)
    return found


def _stretch(stretch: Stretch, by_id: Mapping[str, StatementView], links: Mapping[int, StatementView]) -> Markup:
    inner = Markup("").join(_piece(piece, by_id, links.get(piece.start)) for piece in stretch.pieces)
    thing = stretch.furniture
    if thing is None:
        return inner
    said = harmless(f"not the report: {thing.kind}, {thing.reason}")
    if not stretch.folded:
        return Markup('<span class="furniture" data-kind="{}" title="{}">{}</span>').format(thing.kind, said, inner)
    shown = f"{said}; {stretch.length:,} characters"
    return Markup(
        '<details class="furniture"><summary aria-label="{}" data-says="{}"></summary><div>{}</div></details>'
    ).format(shown, shown, inner)


def _piece(piece: Piece, by_id: Mapping[str, StatementView], link: StatementView | None) -> Markup:
    text = _characters(piece)
    if not piece.marks:
        return text
    views = [by_id[ident] for ident in piece.statements]
    before = Markup("").join(Markup('<span id="{}"></span>').format(ident) for ident in piece.anchors[1:])
    attributes = Markup("").join(_attributes(piece, views))
    if link is None:
        return before + Markup("<span{}>{}</span>").format(attributes, text)
    return before + Markup('<a href="#about-{}"{}>{}</a>').format(link.number, attributes, text)


def _attributes(piece: Piece, views: Sequence[StatementView]) -> Iterator[Markup]:
    if piece.anchors:
        yield Markup(' id="{}"').format(piece.anchors[0])
    yield Markup(' class="{}"').format(" ".join(_classes(piece, views)))
    yield Markup(' data-s="{}"').format(" ".join(str(view.number) for view in views))
    if piece.cue is not None and piece.cue.act != "asserts":
        yield Markup(' data-act="{}"').format(ACTS[piece.cue.act])
    yield Markup(' title="{}"').format(harmless("\n".join(cut(view.label, _LABEL) for view in views)))


def _classes(piece: Piece, views: Sequence[StatementView]) -> Iterator[str]:
    yield from (f"in-{kind}" for kind in piece.kinds)
    if piece.depth:
        yield f"deep-{piece.depth}"
    yield from (f"opens-{mark.kind}" for mark in piece.opens if mark.kind != "source")
    yield from (f"closes-{mark.kind}" for mark in piece.closes if mark.kind != "source")
    if piece.inner is not None:
        yield f"act-{piece.inner.act}"
    yield from (f"of-{view.number}" for view in views)
    if all(view.rejected for view in views):
        yield "rejected"


def _characters(piece: Piece) -> Markup:
    if piece.turning is not None:
        return Markup('<bdi class="turning" data-code="{}">{}</bdi>').format(piece.turning, piece.text)
    # A carriage return would be read as a line feed, and NUL is allowed nowhere.
    return escape(piece.text).replace("\r", Markup("&#13;")).replace("\0", "\ufffd")
