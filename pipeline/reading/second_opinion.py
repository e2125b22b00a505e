"""Does an independent reader see as many pages, and as much text, as PDFium did?

Silent loss is the danger: of 6,885 odd files, one reader gave no text on 135 where the other had some, without an
error. So the page count of every file, and the text of a few of its pages (some of those that seem to have no text
among them), are counted by pdfminer too, the reader on which pdfplumber is built. It draws nothing and keeps nothing:
laying a page out to count its letters took most of the time of reading a short document. What is damaged is found on
every page by `integrity`.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import stream_value
from pdfminer.psexceptions import PSException
from pdfminer.utils import Matrix

MOST_EMPTY_PAGES = 3
TOLERATED_SHARE, TOLERATED_CHARACTERS = 0.1, 20
MOST_CHARACTERS, MOST_BYTES = 20_000, 500_000
"""pdfminer takes seconds for a page with more letters or more content (60,000 strokes); such a page is not sampled."""

_UNREADABLE = (
    *(PDFException, PSException, ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError),
    *(TypeError, ValueError, struct.error, zlib.error),
)
"""What pdfminer raises on objects that are not of the type their place asks for."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Where the readers differ: ``page`` is None for the page count itself."""

    page: int | None
    ours: int
    theirs: int

    @property
    def loses(self) -> bool:
        """Whether it is our reading that has less."""
        return self.ours < self.theirs


def compare(path: Path, letters: Mapping[int, int]) -> tuple[Disagreement, ...]:
    """Differences between ``letters`` (letters and digits PDFium saw on each page) and pdfminer's reading."""
    try:
        with path.open("rb") as file:
            pages = list(PDFPage.create_pages(PDFDocument(PDFParser(file))))
            if len(pages) != len(letters):
                return (Disagreement(None, len(letters), len(pages)),)
            return tuple(_differences(pages, letters))
    except _UNREADABLE:
        return (Disagreement(None, len(letters), 0),)  # it cannot read the file at all: that is its answer


def sample(letters: Mapping[int, int]) -> list[int]:
    """The pages that are read twice: the first, the middle one, and some of those without text."""
    numbers = sorted(letters)
    chosen = {numbers[0], numbers[len(numbers) // 2]} if numbers else set()
    empty = [number for number in numbers if letters[number] == 0][:MOST_EMPTY_PAGES]
    return sorted(n for n in chosen | set(empty) if letters[n] <= MOST_CHARACTERS)


def count_letters(text: Iterable[str]) -> int:
    return sum(character.isalnum() for character in text)


class _Counter(PDFTextDevice):
    """Counts the letters that a page shows: all of them, and those not set twice on one place to look bold."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.shown = 0
        self._places: dict[tuple[str, int, int], int] = {}

    @property
    def distinct(self) -> int:
        return sum(self._places.values())

    def render_char(
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> float:
        try:
            text = font.to_unichr(cid)
        except PDFUnicodeNotDefined:  # a glyph it has no letter for
            text = ""
        if letters := count_letters(text):
            self.shown += letters
            self._places[text, round(matrix[4]), round(matrix[5])] = letters
        return font.char_width(cid) * fontsize * scaling


def _differences(pages: list[PDFPage], letters: Mapping[int, int]) -> Iterator[Disagreement]:
    resources = PDFResourceManager()
    for number in sample(letters):
        theirs = _letters_of(pages[number - 1], resources, letters[number])
        if _differ(letters[number], theirs):
            yield Disagreement(number, letters[number], theirs)


def _letters_of(page: PDFPage, resources: PDFResourceManager, ours: int) -> int:
    """How many letters pdfminer sees; what is printed twice is counted once where that matters.

    A page with too much content is taken to be as we read it.
    """
    if sum(len(stream_value(stream).get_data()) for stream in page.contents) > MOST_BYTES:
        return ours
    counter = _Counter(resources)
    PDFPageInterpreter(resources, counter).process_page(page)
    return counter.distinct if _differ(ours, counter.shown) else counter.shown


def _differ(ours: int, theirs: int) -> bool:
    return abs(ours - theirs) > max(TOLERATED_CHARACTERS, TOLERATED_SHARE * max(ours, theirs))
