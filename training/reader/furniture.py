"""Pages with furniture as documents: what each piece is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.encoding.pages import EncodedPage, inside
from onrecord.encoding.quotations import quotations
from onrecord.page.judge import LONGEST_PIECE, names, outlet_pattern, signs
from training.furniture.pages import Page
from training.reader.documents import Document, MarkedPiece


def furniture(pages: Iterable[Page]) -> Iterator[Document]:
    """Every page as a document whose sentences are its pieces; lines and glued pieces open paragraphs."""
    for page in pages:
        cut = EncodedPage(page.text)
        if not cut.starts:
            continue
        document = Document("furniture", page.id, page.text, [], [], [], [])
        document.places = list(zip(cut.starts, cut.ends, strict=True))
        document.sentence = list(cut.piece)
        paragraph, of_piece = -1, []
        for piece in cut.pieces:
            paragraph += piece.boundary != "sentence"
            of_piece.append(paragraph)
        document.paragraph = [of_piece[number] for number in cut.piece]
        lines = ((p.line_start, p.line_start + len(p.line_text)) for p in cut.pieces if p.boundary == "line")
        document.quoted = inside(quotations(page.text, lines), document.places)
        name = outlet_pattern(page.outlet)
        document.pieces = []
        for piece in cut.pieces:
            first, end = cut.within(piece.start, piece.end)
            kind = page.kind_at(piece.start, piece.end)[0] or "report"
            told = signs(piece.boundary, end - first, names(piece.text, name))
            document.pieces.append(MarkedPiece(first, min(end, first + LONGEST_PIECE) - 1, kind, tuple(told)))
        yield document
