"""Does an independent reader see as many pages, and as much text, as PDFium did?

Silent loss is the danger: of 6,885 odd files, one reader gave no text on 135 where the other had some, without an
error. So the page count of every file, and the text of a few of its pages (all that seem to have no text among
them, up to a limit), are counted by pdfplumber too. Reading every page twice would cost twenty times the reading.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pdfplumber
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import PdfminerException

MOST_EMPTY_PAGES = 4
TOLERATED_SHARE, TOLERATED_CHARACTERS = 0.1, 20
MOST_CHARACTERS = 20_000
"""pdfminer takes seconds for a page beyond this; such a page is not sampled."""


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
    """Differences between ``letters`` (letters and digits PDFium saw on each page) and pdfplumber's reading."""
    try:
        with pdfplumber.open(path) as pdf:
            count = len(pdf.pages)
            if count != len(letters):
                return (Disagreement(None, len(letters), count),)
            found = ((number, _letters_of(pdf, number, letters[number])) for number in sample(letters))
            return tuple(Disagreement(n, letters[n], theirs) for n, theirs in found if _differ(letters[n], theirs))
    except (PdfminerException, PDFException, PSException, ValueError, TypeError, KeyError, RecursionError):
        return (Disagreement(None, len(letters), 0),)  # pdfplumber cannot read it at all: that is its answer


def sample(letters: Mapping[int, int]) -> list[int]:
    """The pages that are read twice: the first, the middle and the last, and some of those without text."""
    numbers = sorted(letters)
    chosen = {numbers[0], numbers[len(numbers) // 2], numbers[-1]} if numbers else set()
    empty = [number for number in numbers if letters[number] == 0][:MOST_EMPTY_PAGES]
    return sorted(n for n in chosen | set(empty) if letters[n] <= MOST_CHARACTERS)


def count_letters(text: Iterable[str]) -> int:
    return sum(character.isalnum() for character in text)


def _letters_of(pdf: PDF, number: int, ours: int) -> int:
    """How many letters pdfplumber sees; print that is set twice to look bold is counted once where it matters."""
    page = pdf.pages[number - 1]
    try:
        seen = count_letters(_text(page.chars))
        return count_letters(_text(page.dedupe_chars().chars)) if _differ(ours, seen) else seen
    finally:
        page.close()  # pdfplumber keeps the objects of every page otherwise


def _text(characters: Iterable[Mapping[str, object]]) -> str:
    texts = (str(character["text"]) for character in characters)
    return "".join(text for text in texts if not text.startswith("(cid:"))  # a glyph it has no letter for


def _differ(ours: int, theirs: int) -> bool:
    return abs(ours - theirs) > max(TOLERATED_CHARACTERS, TOLERATED_SHARE * max(ours, theirs))
