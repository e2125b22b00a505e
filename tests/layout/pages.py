"""Words and pages made by hand, and short ways to read what layout made of a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.layout.pages import lay_out
from pipeline.layout.paragraphs import make_paragraphs
from pipeline.model import Box, LaidOutPage, Line, Page, Rule, Word
from pipeline.reading.document import read_document

WIDTH, HEIGHT = 595.0, 842.0


def word(text: str, x: float, baseline: float, size: float = 13.0, **more: object) -> Word:
    """A word on page 1 whose characters are half their size wide."""
    box = Box(1, x, baseline - 0.78 * size, x + len(text) * size / 2, baseline + 0.22 * size)
    return Word(text, box, size, baseline, **more)  # type: ignore[arg-type]


def words(text: str, x: float, baseline: float, size: float = 13.0, **more: object) -> list[Word]:
    """The words of a line, a space of half the size apart."""
    line: list[Word] = []
    for part in text.split():
        line.append(word(part, x, baseline, size, **more))
        x = line[-1].box.x1 + size / 2
    return line


def page_of(given: Sequence[Word], number: int = 1, rules: Sequence[Rule] = ()) -> Page:
    return Page(number, WIDTH, HEIGHT, 0, tuple(given), tuple(rules), "text", 1.0)


def pages_of(path: Path) -> tuple[LaidOutPage, ...]:
    return lay_out(read_document(path).pages)


def paragraphs_of(path: Path) -> list[str]:
    return [paragraph.passage.text for paragraph in make_paragraphs(pages_of(path))]


def texts(lines: Sequence[Line]) -> list[str]:
    return [line.passage.text for line in lines]


def markers(lines: Sequence[Line]) -> list[tuple[str, str]]:
    """Every note marker with the ten characters before it."""
    return [
        (marker.label, line.passage.text[: marker.offset][-10:]) for line in lines for marker in line.passage.markers
    ]
