"""Paragraphs, lines and passages made by hand, with boxes on an A4 page."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import Alignment, Box, Line, Paragraph, Passage, Piece

LEFT, INDENT, LEADING, SIZE = 85.0, 36.0, 20.0, 14.0
_WIDTH = 6.0


def passage(text: str, top: float = 100.0, x0: float = LEFT, page: int = 1, bold: bool = False) -> Passage:
    box = Box(page, x0, top, x0 + _WIDTH * max(len(text), 1), top + SIZE)
    return Passage(text, (Piece(0, len(text), box),), bold=((0, len(text)),) if bold else ())


def line(text: str, top: float = 100.0, *, x0: float = LEFT, page: int = 1, bold: bool = False) -> Line:
    printed = passage(text, top, x0, page, bold)
    return Line(printed, printed.pieces[0].box, SIZE, bold, False)


def middle(text: str, top: float = 100.0, *, bold: bool = True) -> Line:
    """A line centred on the axis of the text."""
    return line(text, top, x0=312.0 - _WIDTH * len(text) / 2, bold=bold)


def paragraph(
    text: str, top: float = 100.0, *, indent: float = INDENT, bold: bool = False, alignment: Alignment = "justify"
) -> Paragraph:
    printed = line(text, top, x0=LEFT + indent, bold=bold)
    return Paragraph(printed.passage, (printed,), indent, alignment, SIZE, bold, False)


def title(text: str, top: float = 100.0, bold: bool = True) -> Paragraph:
    printed = middle(text, top, bold=bold)
    return Paragraph(printed.passage, (printed,), printed.box.x0 - LEFT, "center", SIZE, bold, False)


def stacked(paragraphs: Sequence[str]) -> tuple[Paragraph, ...]:
    """Paragraphs one below the other; those in ** are bold, those in capitals besides that are centred."""
    made = []
    for number, text in enumerate(paragraphs):
        words, bold = text.strip("*"), text.startswith("**")
        top = 60.0 + LEADING * number
        made.append(title(words, top) if text.startswith("***") else paragraph(words, top, bold=bold))
    return tuple(made)
