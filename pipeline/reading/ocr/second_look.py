"""Print that Tesseract passed over or doubts, looked at once more by itself.

On a whole page Tesseract now and then drops the better part of a line, most often a number in italics, or gives it a
word of rubbish; of the same stretch alone it makes sense ("64/2025/QH15" was "ˆ", "55/2026/TT-BTC" was "53/2026/77-BTC"
on real scans). So the ink of each line that no sure word covers is read again as a line of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import mean, median
from typing import Any

import numpy as np

from pipeline.reading.ocr.print_size import INK, font_size
from pipeline.reading.ocr.raster import Image
from pipeline.reading.ocr.tesseract import LINE, Read, read_words

SURE = 0.6
"""Tesseract's confidence from which a word covers its ink."""

LEAST_BETTER = 0.5
"""Confidence of a second look that counts for anything."""

# All shares are of the font size of the line.
BAND = (0.42, 0.03)
"""From the height of small letters to the baseline: no marks, tails or leaders of dots."""

LINE_BAND = (1.05, 0.35)
"""What is read again, above and below the baseline."""

GAP, GLUED = 0.5, 0.2
"""A word space at most; closer than a space."""

NARROWEST, FARTHEST = 0.8, 1.2
"""Width of what is read again, at least, and its distance from a word of the line, at most."""

LEAST_ROWS = 0.6
"""Share of the rows of the band that have ink where letters stand; leaders of dots have fewer."""

REACH = 12.0
"""How far beyond its last word a line may go on."""

LEAST_LETTERS = 3
_COVER = 3
_PAD = 6


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Columns of a line, in pixels."""

    x0: int
    x1: int

    def holds(self, read: Read) -> bool:
        return self.x0 <= (read.x0 + read.x1) / 2 < self.x1


def look_again(image: Image, reads: Sequence[Read], dpi: int) -> list[Read]:
    """The reads, those of doubtful stretches made anew where the second look is the surer one."""
    seen: list[Read] = []
    for _, group in groupby(reads, key=lambda read: read.line):
        line = list(group)
        seen += _look_at_line(image, line, dpi) if _letters(line) >= LEAST_LETTERS else line
    return seen


def _look_at_line(image: Image, line: list[Read], dpi: int) -> list[Read]:
    size, base = font_size(line, image), float(median(read.baseline for read in line))
    for stretch in list(_unread(image, line, size, base)):
        before = [read for read in line if stretch.holds(read)]
        after = _read_stretch(image, stretch, size, base, dpi)
        if after and _surety(after) > max(LEAST_BETTER, _surety(before)):
            others = [read for read in line if not stretch.holds(read)]
            line = sorted([*others, *(replace(read, line=line[0].line) for read in after)], key=lambda read: read.x0)
    return line


def _letters(line: Sequence[Read]) -> int:
    return sum(letter.isalnum() for read in line for letter in read.text)


def _covers(read: Read) -> bool:
    return read.confidence >= SURE and any(letter.isalnum() for letter in read.text)


def _surety(reads: Sequence[Read]) -> float:
    return mean(read.confidence for read in reads) if reads else 0.0


def _unread(image: Image, line: Sequence[Read], size: float, base: float) -> Iterator[_Stretch]:
    """Stretches of letters that no sure word covers, near to the words of the line."""
    sure = [read for read in line if _covers(read)] or list(line)
    band = image[max(round(base - BAND[0] * size), 0) : max(round(base - BAND[1] * size), 1)] < INK
    open_ink = band.any(axis=0) & _uncovered(band.shape[1], line, sure, size)
    for x0, x1 in _runs(open_ink, round(GAP * size)):
        rows = float(band[:, x0:x1].any(axis=1).mean()) if band.size else 0.0
        near = min(max(read.x0 - x1, x0 - read.x1) for read in sure)
        if x1 - x0 >= NARROWEST * size and near <= FARTHEST * size and rows >= LEAST_ROWS:
            yield _grown(_Stretch(x0, x1), line, GLUED * size)


def _uncovered(width: int, line: Sequence[Read], sure: Sequence[Read], size: float) -> np.ndarray[Any, Any]:
    """The columns of a line, a little beyond its ends, that have no sure word."""
    columns = np.zeros(width, dtype=bool)
    x0, x1 = min(read.x0 for read in line), max(read.x1 for read in line)
    columns[max(round(x0 - size), 0) : round(x1 + REACH * size)] = True
    for read in sure:
        columns[max(read.x0 - _COVER, 0) : read.x1 + _COVER] = False
    return columns


def _runs(columns: np.ndarray[Any, Any], gap: int) -> list[tuple[int, int]]:
    """Runs of set columns, parted by more than ``gap`` others."""
    places = np.flatnonzero(columns)
    if not places.size:
        return []
    cuts = np.flatnonzero(np.diff(places) > gap)
    starts = [int(places[0]), *places[cuts + 1].tolist()]
    stops = [*places[cuts].tolist(), int(places[-1])]
    return [(start, stop + 1) for start, stop in zip(starts, stops, strict=True)]


def _grown(stretch: _Stretch, line: Sequence[Read], space: float) -> _Stretch:
    """The stretch with the words that are glued to it: parts of the word that it is of."""
    for read in line:
        if max(read.x0 - stretch.x1, stretch.x0 - read.x1) < space:
            stretch = _Stretch(min(stretch.x0, read.x0), max(stretch.x1, read.x1))
    return stretch


def _read_stretch(image: Image, stretch: _Stretch, size: float, base: float, dpi: int) -> list[Read]:
    top, bottom = max(round(base - LINE_BAND[0] * size), 0), round(base + LINE_BAND[1] * size)
    left = max(stretch.x0 - _PAD, 0)
    crop = np.ascontiguousarray(image[top:bottom, left : stretch.x1 + _PAD])
    if crop.size == 0:
        return []
    return [read.moved(left, top) for read in read_words(crop, dpi, LINE)]
